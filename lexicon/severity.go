package lexicon

import (
	"errors"
	"fmt"
)

// Severity says how grave a hit is. The zero value is none.
type Severity uint8

// The severities in rising order.
const (
	None Severity = iota
	Advice
	Review
	Reject
)

var severityNames = [...]string{"none", "advice", "review", "reject"}

// String gives the word used in lists and in JSON: none, advice, review, reject.
func (s Severity) String() string {
	if int(s) < len(severityNames) {
		return severityNames[s]
	}
	return fmt.Sprintf("Severity(%d)", uint8(s))
}

// ParseSeverity reads the word that String gives.
func ParseSeverity(word string) (Severity, error) {
	for i, name := range severityNames {
		if word == name {
			return Severity(i), nil
		}
	}
	return None, fmt.Errorf("unknown severity %q: expected none, advice, review or reject", word)
}

// MarshalText writes the word of the severity; it is how JSON shows it.
func (s Severity) MarshalText() ([]byte, error) {
	if int(s) >= len(severityNames) {
		return nil, fmt.Errorf("no such severity: %d", uint8(s))
	}
	return []byte(severityNames[s]), nil
}

// UnmarshalText reads the word of a severity. A nil s is an error.
func (s *Severity) UnmarshalText(text []byte) (err error) {
	if s == nil {
		return errors.New("lexicon: UnmarshalText into a nil *Severity")
	}
	*s, err = ParseSeverity(string(text))
	return err
}
