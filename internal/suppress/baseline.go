package suppress

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/mingcha-go/mingcha/validate"
)

// answer is what is read of a line of an earlier output.
type answer struct {
	ID         string
	Verdict    string
	Findings   []validate.Finding
	Suppressed []Finding
	Error      *struct{ Field, Message string }
}

// mostOfLine bounds a line of a baseline. The answer to a record is shorter.
const mostOfLine = 32 << 20 // bytes

// ReadBaseline takes in the findings of an earlier run, its output as JSON lines.
// A finding is the same if record (by ID), check, field and text are; where
// records have no ID, the same text is settled as often as it was there. Findings
// that the earlier run took from its own baseline count, too, so that each output
// can be the next baseline; those that were allowed do not, as that may expire.
// One without an answer settles nothing, which nobody can have meant: it is an error.
func (s *Set) ReadBaseline(name string, in io.Reader) error {
	if s.baseline == nil {
		s.baseline = map[uint64]int{}
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<16), mostOfLine)
	number, answers := 1, 0
	for ; lines.Scan(); number++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		if err := s.addAnswer(lines.Bytes()); err != nil && lines.Err() != nil {
			break // the line was not read to its end
		} else if err != nil {
			return fmt.Errorf("%s:%d: expected the output of an earlier run as JSON lines, each a whole one: %w", name, number, err)
		}
		answers++
	}
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return fmt.Errorf("%s:%d: the line is longer than %d MB: expected the output of an earlier run as JSON lines", name, number, mostOfLine>>20)
	case err != nil:
		return fmt.Errorf("%s:%d: %w", name, number, err)
	case answers == 0:
		return fmt.Errorf("%s: it is empty: expected the output of an earlier run as JSON lines, with an answer at least", name)
	}
	return nil
}

func (s *Set) addAnswer(line []byte) error {
	var a answer
	if err := json.Unmarshal(line, &a); err != nil {
		return err
	}
	if a.Verdict == "" {
		return errors.New("the object has no verdict")
	}
	for i := range a.Findings {
		f := &a.Findings[i]
		s.baseline[key(a.ID, f.Check, string(f.Field), f.Text)]++
	}
	for i := range a.Suppressed {
		if f := &a.Suppressed[i]; f.By == ByBaseline {
			s.baseline[key(a.ID, f.Check, string(f.Field), f.Text)]++
		}
	}
	if a.Error != nil {
		s.baseline[key(a.ID, unreadable, a.Error.Field, a.Error.Message)]++
	}
	return nil
}
