package workbook

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// mostDepth bounds how deep elements are nested: no part of a workbook comes near it, and
// each level takes memory.
const mostDepth = 64

// tokens reads an XML text token by token, within bounds: of depth, and of what may be
// read between two calls of passed, so that no single value fills the memory.
type tokens struct {
	*xml.Decoder
	in    *bufio.Reader
	pace  *paced
	depth int
}

func newTokens(in io.Reader, most int) *tokens {
	pace := &paced{r: in, most: most}
	b := bufio.NewReader(pace)
	return &tokens{Decoder: xml.NewDecoder(b), in: b, pace: pace}
}

// next gives the next token.
func (t *tokens) next() (xml.Token, error) {
	token, err := t.Decoder.Token()
	switch token.(type) {
	case xml.StartElement:
		if t.depth++; t.depth > mostDepth {
			return nil, fmt.Errorf("elements are nested more than %d deep", mostDepth)
		}
	case xml.EndElement:
		t.depth--
	}
	return token, err
}

// passed says that a value was read whole.
func (t *tokens) passed() { t.pace.read = 0 }

// skip reads up to the end of an element whose start was read. What a sheet keeps its
// cells in may not be in it, as it would be lost.
func (t *tokens) skip(element string) error {
	if holdsCells(element) {
		return misplaced(element)
	}
	for end := t.depth - 1; t.depth > end; {
		token, err := t.next()
		if err != nil {
			return cutOff(err)
		}
		if start, ok := token.(xml.StartElement); ok && holdsCells(start.Name.Local) {
			return misplaced(start.Name.Local)
		}
	}
	return nil
}

// holdsCells tells whether an element is one that cells are made of.
func holdsCells(element string) bool {
	switch element {
	case "sheetData", "row", "c", "v", "is":
		return true
	}
	return false
}

func misplaced(element string) error {
	return fmt.Errorf("an element <%s> stands where none may", element)
}

// noText refuses text where none may stand, as it would be lost.
func noText(text xml.CharData) error {
	if strings.TrimSpace(string(text)) != "" {
		return fmt.Errorf("the text %.40q stands outside of cells", text)
	}
	return nil
}

// cutOff says that an XML text ends too soon; other errors stay.
func cutOff(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("it ends in the middle: the file was cut off")
	}
	return err
}

// paced fails when more is read than may be until read is set back.
type paced struct {
	r          io.Reader
	read, most int
}

// Read reads like its source.
func (p *paced) Read(b []byte) (int, error) {
	if p.read > p.most {
		return 0, fmt.Errorf("it has more than %d KiB in one place", p.most>>10)
	}
	n, err := p.r.Read(b)
	p.read += n
	return n, err
}
