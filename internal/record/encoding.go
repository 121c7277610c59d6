package record

import (
	"bufio"
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// sniffed is how much of a file is looked at to find out its encoding.
const sniffed = 64 << 10

// decode finds out the encoding and gives the text as UTF-8 without a byte order
// mark. Bytes that are wrong in UTF-8 are kept: they are for the checks to find.
func (r *Reader) decode(in io.Reader) (*bufio.Reader, error) {
	b := bufio.NewReaderSize(in, sniffed)
	head, err := b.Peek(sniffed)
	if err != nil && err != io.EOF && err != bufio.ErrBufferFull {
		return nil, r.fail(0, err.Error())
	}
	e, err := r.encodingOf(head)
	if err != nil {
		return nil, err
	}
	if e == nil {
		if bytes.HasPrefix(head, bomUTF8) {
			b.Discard(len(bomUTF8))
		}
		return bufio.NewReaderSize(&newlines{in: b}, sniffed), nil
	}
	return bufio.NewReaderSize(&newlines{in: transform.NewReader(b, e.NewDecoder())}, sniffed), nil
}

var bomUTF8 = []byte("\ufeff")

// encodingOf gives the encoding that the head of a file is written in, nil for
// UTF-8.
func (r *Reader) encodingOf(head []byte) (encoding.Encoding, error) {
	switch {
	case bytes.HasPrefix(head, bomUTF8):
		return nil, r.notForeign(head[len(bomUTF8):])
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}), bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		e := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
		text, _ := e.NewDecoder().Bytes(head[:len(head)&^1]) // half a character at its end matters nothing
		return e, r.notForeign(text)
	}
	if err := r.notForeign(head); err != nil {
		return nil, err
	}
	if zeros := bytes.Count(head, []byte{0}); zeros > 0 {
		if e := utf16Of(head); e != nil {
			return e, nil
		}
		if zeros > 4 && zeros*50 > len(head) { // stray ones are for the checks to find
			return nil, r.fail(0, "this is no text: expected JSON lines, a JSON array, CSV or TSV")
		}
	}
	if utf8.Valid(whole(head)) || !isGB18030(head) {
		return nil, nil
	}
	r.opts.Warn(r.name + ": read as GB18030")
	return simplifiedchinese.GB18030, nil
}

// notForeign tells by its error what else than a catalog a file is.
func (r *Reader) notForeign(head []byte) error {
	if what := Foreign(head); what != "" {
		return r.fail(0, what)
	}
	return nil
}

// utf16Of recognises UTF-16 without a mark: the signs of JSON and of tables are
// ASCII, of which one byte is zero, and always the same one of the two. Han
// characters whose low byte is zero are few.
func utf16Of(head []byte) encoding.Encoding {
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i&1]++
		}
	}
	switch {
	case (zeros[0]+zeros[1])*8 < len(head):
		return nil
	case zeros[1] > 4*zeros[0]:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > 4*zeros[1]:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// whole cuts a character that the end of the head parts.
func whole(head []byte) []byte {
	if len(head) < sniffed {
		return head
	}
	for i := 1; i < utf8.UTFMax && i <= len(head); i++ {
		if utf8.RuneStart(head[len(head)-i]) {
			if !utf8.FullRune(head[len(head)-i:]) {
				return head[:len(head)-i]
			}
			break
		}
	}
	return head
}

// isGB18030 tells whether the head can be decoded as GB18030, a character cut at
// its end apart, and gives mostly what Chinese text is made of: nearly any bytes
// decode to something.
func isGB18030(head []byte) bool {
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(head)
	if err != nil {
		return false
	}
	if len(head) == sniffed {
		text = bytes.TrimSuffix(text, []byte("\ufffd"))
	}
	han, odd := 0, 0
	for _, c := range string(text) {
		switch {
		case c == utf8.RuneError:
			return false
		case 0x4e00 <= c && c < 0xa000, 0x3000 <= c && c < 0x3020, 0xff00 <= c && c < 0xff60:
			han++
		case c >= utf8.RuneSelf:
			odd++
		}
	}
	return han > odd
}
