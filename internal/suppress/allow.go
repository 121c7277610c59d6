package suppress

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/validate"
)

// allowed is one entry of an allow-list. Empty members hold for everything.
type allowed struct {
	place           string // file:line
	text, check, id string // text is folded
	reason          string
	used            bool
}

func (s *Set) allowing(id string, f *validate.Finding) *allowed {
	for i := range s.allow {
		a := &s.allow[i]
		if a.check != "" && a.check != f.Check || a.id != "" && a.id != id {
			continue
		}
		if a.text != "" && a.text != fold.String(f.Text) && a.text != fold.String(f.Entry) {
			continue
		}
		a.used = true
		return a
	}
	return nil
}

// Unused gives the places of the entries that have allowed nothing.
func (s *Set) Unused() (places []string) {
	for i := range s.allow {
		if !s.allow[i].used {
			places = append(places, s.allow[i].place)
		}
	}
	return places
}

// Bounds of an allow-list: it is read whole, and people write it.
const (
	mostOfAllow     = 16 << 20 // bytes
	mostOfAllowLine = 1 << 20  // bytes
)

// allowColumns are the columns that an allow-list may have.
var allowColumns = []string{"text", "check", "id", "reason", "until"}

// ReadAllow takes in an allow-list: TSV whose first row names its columns, some
// of text, check, id, reason, until; lines that begin with # are comments. An
// entry holds where all that it gives is so: the finding's text or entry after
// folding, its check, the record's id. It needs a reason, and a text or an id.
// Until is the last day on which it holds (2006-01-02); one that is over is
// warned of and lets nothing pass. The error joins every fault, with its line.
func (s *Set) ReadAllow(name string, in io.Reader, today time.Time, warn func(string)) error {
	lines := bufio.NewScanner(&bounded{in: in, left: mostOfAllow})
	lines.Buffer(nil, mostOfAllowLine)
	var columns []string
	var faults []error
	number := 1
	for ; lines.Scan(); number++ {
		line := strings.TrimRight(strings.TrimPrefix(lines.Text(), "\ufeff"), "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		place := fmt.Sprintf("%s:%d", name, number)
		var err error
		if columns == nil {
			columns, err = readHeader(line)
			if err != nil {
				return fmt.Errorf("%s: %w", place, err)
			}
			continue
		}
		if err = s.addAllowed(place, columns, strings.Split(line, "\t"), today, warn); err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", place, err))
		}
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		faults = append(faults, fmt.Errorf("%s:%d: the line is longer than %d bytes: expected TSV", name, number, mostOfAllowLine))
	} else if err != nil {
		faults = append(faults, fmt.Errorf("%s:%d: %w", name, number, err))
	}
	return errors.Join(faults...)
}

func readHeader(line string) ([]string, error) {
	columns := strings.Split(line, "\t")
	seen := map[string]bool{}
	for i, c := range columns {
		c = strings.ToLower(strings.TrimSpace(c))
		known := false
		for _, k := range allowColumns {
			known = known || k == c
		}
		if !known || seen[c] {
			return nil, fmt.Errorf("column %q: the first row names the columns, each once, parted by tabs: %s", c, strings.Join(allowColumns, ", "))
		}
		columns[i], seen[c] = c, true
	}
	if !seen["reason"] {
		return nil, errors.New("no column reason: every entry needs one")
	}
	return columns, nil
}

func (s *Set) addAllowed(place string, columns, cells []string, today time.Time, warn func(string)) error {
	if len(cells) > len(columns) {
		return fmt.Errorf("%d cells under %d columns", len(cells), len(columns))
	}
	a := allowed{place: place}
	until := ""
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		switch columns[i] {
		case "text":
			if a.text = fold.String(cell); a.text == "" && cell != "" {
				return fmt.Errorf("text %q: nothing is left of it after folding", cell)
			}
		case "check":
			a.check = cell
		case "id":
			a.id = cell
		case "reason":
			a.reason = cell
		case "until":
			until = cell
		}
	}
	switch {
	case a.reason == "":
		return errors.New("no reason: say why this may pass")
	case a.text == "" && a.id == "":
		return errors.New("neither text nor id: the entry would let everything pass")
	case a.check != "" && !isCheck(a.check):
		return fmt.Errorf("there is no check %q", a.check)
	}
	if until != "" {
		last, err := time.ParseInLocation(time.DateOnly, until, today.Location())
		if err != nil {
			return fmt.Errorf("until %q: expected a day as 2006-01-02", until)
		}
		if !today.Before(last.AddDate(0, 0, 1)) {
			warn(fmt.Sprintf("%s: expired on %s, lets nothing pass any more", place, until))
			return nil
		}
	}
	s.allow = append(s.allow, a)
	return nil
}

func isCheck(slug string) bool {
	for _, c := range validate.Checks() {
		if c.Slug == slug {
			return true
		}
	}
	return false
}
