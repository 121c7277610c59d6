package wechat

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/validate"
)

//go:embed codes.tsv
var codesTSV string

// Code is an error code of the platform and what it means.
type Code struct {
	Number  int
	Meaning validate.Text
	// Field is the part of a submission that it speaks of; empty where none.
	Field validate.Field
	// Do says what to do about it.
	Do validate.Text
	// Source says where the meaning is from.
	Source string
}

// Codes gives all codes known, by number.
func Codes() []Code { return append([]Code(nil), parsedCodes()...) }

// Lookup gives a code; false where it is unknown.
func Lookup(number int) (Code, bool) {
	c, ok := codesByNumber()[number]
	return c, ok
}

// Explain says what a code means in one line. An unknown one is told as such, never
// guessed at.
func Explain(number int, l validate.Language) string {
	c, ok := Lookup(number)
	if !ok {
		return fmt.Sprintf(validate.Text{ZH: "错误码 %d：未收录，请查平台文档", EN: "error code %d: not known here, see the platform's documentation"}.In(l), number)
	}
	text := fmt.Sprintf(validate.Text{ZH: "错误码 %d：%s", EN: "error code %d: %s"}.In(l), number, c.Meaning.In(l))
	if do := c.Do.In(l); do != "" {
		text += validate.Text{ZH: "；", EN: "; "}.In(l) + do
	}
	return text
}

// APIError is an answer of the platform that says no.
type APIError struct {
	Code int    `json:"errcode"`
	Msg  string `json:"errmsg"`
}

// Error gives the code with its meaning and the platform's own words.
func (e *APIError) Error() string {
	return fmt.Sprintf("wechat: %s (%s)", Explain(e.Code, validate.English), e.Msg)
}

var parsedCodes = sync.OnceValue(func() (codes []Code) {
	for line := range strings.Lines(codesTSV) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		number, err := strconv.Atoi(cells[0])
		if err != nil || len(cells) != 7 {
			continue // comments and the head; a test holds every row to its form
		}
		codes = append(codes, Code{
			Number: number, Field: validate.Field(cells[1]), Meaning: validate.Text{ZH: cells[2], EN: cells[3]},
			Do: validate.Text{ZH: cells[4], EN: cells[5]}, Source: cells[6],
		})
	}
	return codes
})

var codesByNumber = sync.OnceValue(func() map[int]Code {
	byNumber := map[int]Code{}
	for _, c := range parsedCodes() {
		byNumber[c.Number] = c
	}
	return byNumber
})
