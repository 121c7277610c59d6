package validate

import "strings"

// mostSpaced is how many short words a text may consist of that is written with
// no sign but spaces. They read as one row: fewer are needed than of those that a
// sentence lists.
const mostSpaced = 6

// spacedWords gives how many pieces a text has that is written with no sign but
// spaces, else 0.
func spacedWords(text string) int {
	if strings.ContainsAny(text, "·•、,，;；|/。！？：:\n") {
		return 0
	}
	return len(strings.Fields(text))
}
