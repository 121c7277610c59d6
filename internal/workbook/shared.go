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
// after the other in chunks, so that a million of them is no million of allocations.
type sharedStrings struct {
	chunks [][]byte
	size   uint32
	ends   []uint32 // mostStrings fits
}

const chunkSize = 1 << 20

func (s *sharedStrings) add(text string) {
	s.size += uint32(len(text))
	s.ends = append(s.ends, s.size)
	for len(text) > 0 {
		last := len(s.chunks) - 1
		if last < 0 || len(s.chunks[last]) == chunkSize {
			s.chunks = append(s.chunks, make([]byte, 0, chunkSize))
			last++
		}
		n := min(len(text), chunkSize-len(s.chunks[last]))
		s.chunks[last] = append(s.chunks[last], text[:n]...)
		text = text[n:]
	}
}

// at gives a text; false for a number that there is none of.
func (s *sharedStrings) at(i int) (string, bool) {
	if i < 0 || i >= len(s.ends) {
		return "", false
	}
	start := 0
	if i > 0 {
		start = int(s.ends[i-1])
	}
	end := int(s.ends[i])
	if start == end {
		return "", true
	}
	if chunk := s.chunks[start/chunkSize]; start/chunkSize == (end-1)/chunkSize {
		return string(chunk[start%chunkSize:][:end-start]), true
	}
	var text strings.Builder
	for ; start < end; start = (start/chunkSize + 1) * chunkSize {
		chunk := s.chunks[start/chunkSize][start%chunkSize:]
		text.Write(chunk[:min(len(chunk), end-start)])
	}
	return text.String(), true
}

// sharedStrings reads the part, which a workbook without texts lacks.
func (p *parts) sharedStrings() (*sharedStrings, error) {
	s := new(sharedStrings)
	if p.byName[strings.ToLower(p.texts)] == nil {
		return s, nil
	}
	r, err := p.openPart(p.texts, p.mostTexts())
	if err != nil {
		return nil, err
	}
	defer r.Close()
	t := newTokens(r, 2*mostCellText)
	for {
		token, err := t.next()
		if errors.Is(err, io.EOF) {
			return s, nil
		}
		if start, ok := token.(xml.StartElement); ok && err == nil && start.Name.Local == "si" {
			var text string
			if text, err = plainText(t); err == nil && len(text) > mostCellText {
				err = fmt.Errorf("it has more than %d KiB", mostCellText>>10)
			}
			if err == nil {
				s.add(text)
				t.passed()
			}
		}
		if err == nil && len(s.ends) > mostTexts {
			err = fmt.Errorf("expected %d at most", mostTexts)
		}
		if err != nil {
			return nil, fmt.Errorf("its texts cannot be read: text %d: %w", len(s.ends)+1, err)
		}
	}
}

// mostTexts bounds the number of texts.
const mostTexts = 1 << 24

// mostTexts gives how many bytes of texts are unpacked. Texts that occur once each, as
// these do, shrink to a tenth; what shrinks far more is made to fill the memory.
func (p *parts) mostTexts() int64 {
	packed := min(int64(p.byName[strings.ToLower(p.texts)].CompressedSize64), p.size)
	return min(mostStrings, 16<<20+64*packed)
}

// plainText gives the text of an element that holds runs in all formats, up to its end.
// What tells how characters are read (rPh) is left out.
func plainText(d *tokens) (string, error) {
	var text strings.Builder
	depth, phonetic, inText := 0, 0, false
	for {
		token, err := d.next()
		if err != nil {
			return "", cutOff(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if name := t.Name.Local; holdsCells(name) || name == "si" {
				return "", misplaced(name)
			}
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
