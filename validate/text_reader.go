package validate

import (
	"context"
	"errors"
	"fmt"
	"image"
	"runtime/debug"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// TextReader reads the words that stand on an icon. What it reads is checked like
// Submission.IconText: by every rule for texts, and for whether it belongs to the
// name. examples/ocr has one that runs the tesseract program.
type TextReader interface {
	// ReadText gives the lines on an icon, in reading order; none, with no
	// error, where nothing is written. It should leave out what it is not sure
	// of: a word misread is a false finding. The picture is decoded and its size
	// is within the limits of the registration form or not far past; it must
	// not be changed. ReadText is called from several goroutines at a time, and
	// has to return soon after ctx ends: nobody waits for it then.
	ReadText(ctx context.Context, icon image.Image) ([]string, error)
}

// WithTextReader sets what reads the words on icons, and how long it may take for
// one. By default nothing reads them, which costs nothing. Where the reader fails or
// takes too long, the logger is told (at level warn), and the report has an advice of
// check icon-text that the words were not read. A reader that panics is as a check
// that does: see PanicError.
func WithTextReader(r TextReader, limit time.Duration) Option {
	return func(c *config) error {
		if isNil(r) {
			return errors.New("validate: WithTextReader needs a reader: it was given nil")
		}
		if limit <= 0 {
			return fmt.Errorf("validate: WithTextReader: limit %v: expected a positive time", limit)
		}
		c.reader, c.readLimit = r, limit
		return nil
	}
}

// What a reader's answer is cut to: an icon holds a few words, whatever it says.
const (
	mostLines      = 32
	mostLineLength = 120 // characters
)

// readText asks the reader for the words on a picture. It waits no longer than
// allowed, whether the reader minds its context or not. It panics where the reader
// does.
func (v *Validator) readText(ctx context.Context, picture image.Image) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, v.readLimit)
	defer cancel()
	type answer struct {
		lines []string
		err   error
		fault *PanicError
	}
	answers := make(chan answer, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				answers <- answer{fault: &PanicError{Value: p, Check: "icon-text", Stack: debug.Stack()}}
			}
		}()
		lines, err := v.reader.ReadText(ctx, picture)
		answers <- answer{lines: lines, err: err}
	}()
	select {
	case a := <-answers:
		if a.fault != nil {
			panic(a.fault)
		}
		return a.lines, a.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// addIconWords adds the words on the icon to the texts of the subject, but for
// those that the submission names itself.
func (s *subject) addIconWords(picture image.Image) {
	lines, err := s.v.readText(s.watch.Context(), picture)
	s.watch.Ask()
	if err != nil {
		s.unread = err
		if s.v.logger != nil {
			s.v.logger.Warn("words on the icon not read", "id", s.submission.ID, "error", err)
		}
		return
	}
	known := map[string]bool{}
	for _, word := range s.submission.IconText {
		known[fold.String(word)] = true
	}
	for _, line := range lines[:min(len(lines), mostLines)] {
		line = strings.TrimSpace(strings.ToValidUTF8(line, ""))
		if utf8.RuneCountInString(line) > mostLineLength {
			line = line[:afterRunes(line, mostLineLength)]
		}
		if key := fold.String(line); key != "" && !known[key] {
			known[key] = true
			s.iconWords = append(s.iconWords, line)
			s.addText(iconTextIndex, len(s.given.IconText)+len(s.iconWords)-1, line)
		}
	}
}
