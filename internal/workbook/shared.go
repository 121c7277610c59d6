package workbook

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// mostCellText bounds the text of a cell in bytes; spreadsheets take 32,767 characters.
const mostCellText = 1 << 20

// sharedStrings are the texts that cells of all sheets refer to by number. They lie one
// after the other.
type sharedStrings struct {
	text []byte
	ends []int
}

// at gives a text; false for a number that there is none of.
func (s *sharedStrings) at(i int) (string, bool) {
	if i < 0 || i >= len(s.ends) {
		return "", false
	}
	start := 0
	if i > 0 {
		start = s.ends[i-1]
	}
	return string(s.text[start:s.ends[i]]), true
}

// sharedStrings reads the part, which a workbook without texts lacks.
func (p *parts) sharedStrings() (*sharedStrings, error) {
	s := new(sharedStrings)
	const name = "xl/sharedStrings.xml"
	if p.byName[strings.ToLower(name)] == nil {
		return s, nil
	}
	r, err := p.openPart(name, mostStrings)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	paced := &paced{r: r, most: 2 * mostCellText}
	decoder := xml.NewDecoder(paced)
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return s, nil
		}
		if err != nil {
			return nil, fmt.Errorf("its texts cannot be read: text %d: %w", len(s.ends)+1, err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "si" {
			text, err := plainText(decoder)
			if err != nil {
				return nil, fmt.Errorf("its texts cannot be read: text %d: %w", len(s.ends)+1, err)
			}
			s.text = append(s.text, text...)
			s.ends = append(s.ends, len(s.text))
			paced.passed()
		}
	}
}

// plainText gives the text of an element that holds runs in all formats, up to its end.
// What tells how characters are read (rPh) is left out.
func plainText(d *xml.Decoder) (string, error) {
	var text strings.Builder
	depth, phonetic, inText := 0, 0, false
	for {
		token, err := d.Token()
		if err != nil {
			return "", cutOff(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			inText = t.Name.Local == "t" && phonetic == 0
			if t.Name.Local == "rPh" && phonetic == 0 {
				phonetic = depth
			}
		case xml.CharData:
			if inText {
				text.Write(t)
			}
		case xml.EndElement:
			if depth == 0 {
				return unescaped(text.String()), nil
			}
			if depth == phonetic {
				phonetic = 0
			}
			inText = false
			depth--
		}
	}
}

// unescaped undoes _x000D_ and the like, as the format writes what XML cannot hold.
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 || len(s) < i+7 {
			out.WriteString(s)
			return out.String()
		}
		var code rune
		if n, err := fmt.Sscanf(s[i+2:i+6], "%04x", &code); n == 1 && err == nil && s[i+6] == '_' {
			out.WriteString(s[:i])
			if code != '\r' {
				out.WriteRune(code)
			}
			s = s[i+7:]
			continue
		}
		out.WriteString(s[:i+2])
		s = s[i+2:]
	}
}

// cutOff says that an XML text ends too soon; other errors stay.
func cutOff(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("it ends in the middle: the file was cut off")
	}
	return err
}

// paced bounds how much may be read between two calls of passed, so that no single value
// fills the memory.
type paced struct {
	r          io.Reader
	read, most int
}

func (p *paced) Read(b []byte) (int, error) {
	if p.read > p.most {
		return 0, fmt.Errorf("it has more than %d KiB in one place", p.most>>10)
	}
	n, err := p.r.Read(b)
	p.read += n
	return n, err
}

func (p *paced) passed() { p.read = 0 }
