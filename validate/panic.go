package validate

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/mingcha-go/mingcha/internal/halt"
)

// PanicError says that a check, or something that it called, panicked: a fault of
// this library, or of a TextReader, clock or logger of the caller. Of the
// submission nothing is known then. The Validator is as good as before.
type PanicError struct {
	// Value is what was panicked with.
	Value any
	// Check is the slug of the check that ran; empty: none did yet, the texts
	// were being read. A TextReader reads for icon-text.
	Check string
	// ID is that of the submission; it may be empty.
	ID string
	// Stack is that of the goroutine that panicked, as debug.Stack gives it.
	Stack []byte
}

// Error names the check, the submission and the value, in one line.
func (e *PanicError) Error() string {
	if e == nil {
		return "validate: no panic"
	}
	where := "reading the texts"
	if e.Check != "" {
		where = "check " + e.Check
	}
	return fmt.Sprintf("validate: %s panicked on the submission with the id %q: %v", where, e.ID, e.Value)
}

// Unwrap gives the value where it is an error, else nil.
func (e *PanicError) Unwrap() error {
	if e == nil {
		return nil
	}
	err, _ := e.Value.(error)
	return err
}

// errorOf makes an error of what the work on a subject was ended by. It has to be
// called before the stack is unwound. The subject may be half done: nobody may use
// it again.
func (s *subject) errorOf(p any) error {
	switch p := p.(type) {
	case halt.Stop:
		return stopped(p.Context)
	case *PanicError: // of a TextReader
		p.ID = s.submission.ID
		return p
	}
	e := &PanicError{Value: p, ID: s.submission.ID, Stack: debug.Stack()}
	for at := s; at != nil; at = at.beside { // the innermost is what panicked
		if at.running != nil {
			e.Check = at.running.Slug
		}
	}
	return e
}

// stopped gives the error of a context that is done, with its cause.
func stopped(ctx context.Context) error {
	err, cause := ctx.Err(), context.Cause(ctx)
	if errors.Is(cause, err) {
		return fmt.Errorf("validate: the check was stopped: %w", cause)
	}
	return fmt.Errorf("validate: the check was stopped: %w: %w", err, cause)
}
