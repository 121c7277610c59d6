package suppress

import (
	"bufio"
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

// ReadBaseline takes in the findings of an earlier run, its output as JSON lines.
// A finding is the same if record (by ID), check, field and text are; where
// records have no ID, the same text is settled as often as it was there. Findings
// that the earlier run took from its own baseline count, too, so that each output
// can be the next baseline; those that were allowed do not, as that may expire.
func (s *Set) ReadBaseline(name string, in io.Reader) error {
	if s.baseline == nil {
		s.baseline = map[uint64]int{}
	}
	lines := bufio.NewReaderSize(in, 1<<16)
	for number := 1; ; number++ {
		line, err := lines.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("%s:%d: %w", name, number, err)
		}
		if len(line) > 1 {
			if err := s.addAnswer(line); err != nil {
				return fmt.Errorf("%s:%d: expected the output of an earlier run as JSON lines: %w", name, number, err)
			}
		}
		if err != nil {
			return nil
		}
	}
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
