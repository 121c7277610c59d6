package main

import (
	"errors"
	"runtime/debug"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/validate"
)

// caught does what belongs to a record. A panic is an error of this record, and
// the run goes on.
func caught(id string, work func()) (err error) {
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		if fault, ok := p.(*validate.PanicError); ok { // of Check
			err = fault
			return
		}
		err = &validate.PanicError{Value: p, ID: id, Stack: debug.Stack()}
	}()
	work()
	return nil
}

// faultOf gives the error of a record that could not be checked its place.
func faultOf(file string, line, number int, err error) *record.Error {
	return &record.Error{File: file, Line: line, Record: number, Message: err.Error()}
}

// traces tells where a program panicked, once a run: what comes after is mostly
// the same.
type traces struct{ told bool }

func (t *traces) tell(p *progress, err error) {
	var fault *validate.PanicError
	if errors.As(err, &fault) && !t.told {
		t.told = true
		p.line("this is a fault of mingcha; please report it with:\n" + string(fault.Stack))
	}
}
