package validate

import (
	"fmt"
	"strings"
)

// Language is the language of messages and suggestions.
type Language string

// The languages that messages are written in.
const (
	Chinese Language = "zh"
	English Language = "en"
)

// Text is one text in every language.
type Text struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// In gives the text in a language; Chinese is the default.
func (t Text) In(l Language) string {
	if l == English {
		return t.EN
	}
	return t.ZH
}

// format fills the text in a language like fmt.Sprintf; both languages index
// the same arguments (%[1]s).
func (t Text) format(l Language, args ...any) string {
	text := t.In(l)
	if !strings.Contains(text, "%") {
		return text // it says nothing about what was found
	}
	return fmt.Sprintf(text, args...)
}

func (t Text) empty() bool { return t == Text{} }
