package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"net/http"

	"github.com/mingcha-go/mingcha/internal/record"
)

// tooMuchText is the failure of a JSON submission that has more text than the limit;
// nil where it has not, or is no JSON, which is told elsewhere.
func (s *service) tooMuchText(text []byte, w weight) *failure {
	if w.text <= s.limits.Text || !json.Valid(text) {
		return nil
	}
	return &failure{http.StatusRequestEntityTooLarge, w.longest, fmt.Sprintf(
		"the submission has %d bytes besides the data of its icon: expected at most %d", w.text, s.limits.Text)}
}

// weight is how long a JSON submission is, as it was sent.
type weight struct {
	text    int64  // all but the data of the icon
	longest string // the member that most of it is of, empty where that is no key
}

// weigh takes the data of the icon off the length of a text: what stands after the comma
// of its data: URI, however it is written there. What is before the comma is text like
// all else, and so are several icons.
func (s *service) weigh(text []byte) weight {
	if int64(len(text)) <= min(longText, s.limits.Text) { // nobody asks for more
		return weight{text: int64(len(text))}
	}
	lengths := map[string]int{}
	icons, icon, around := 0, 0, len(text) // around: what is of no member, such as blanks
	whole := record.Members(text, func(key string, value []byte) {
		lengths[key] += len(value)
		around -= len(value)
		if key != "icon" || value[0] == 'n' { // null: as if it were not there
			return
		}
		icons++
		if comma := bytes.IndexByte(value, ','); comma >= 0 && value[0] == '"' {
			icon = len(value) - len(`"`) - comma - 1
		}
	})
	if !whole {
		return weight{text: int64(len(text))}
	}
	if icons != 1 {
		icon = 0
	}
	lengths["icon"] -= icon
	lengths[""] += around
	w := weight{text: int64(len(text) - icon)}
	for key, n := range lengths {
		if n > lengths[w.longest] || n == lengths[w.longest] && key < w.longest {
			w.longest = key
		}
	}
	return w
}

// lane tells where a submission has to wait for its turn; empty for one of little
// cost.
func (in *input) lane() lane {
	picture := in.submission.Icon
	if in.text > longText {
		return long
	}
	if len(picture) == 0 {
		return ""
	}
	// What cannot be told is taken for large.
	config, _, err := image.DecodeConfig(bytes.NewReader(picture))
	if err != nil || config.Width > largePicture/max(config.Height, 1) {
		return long
	}
	return pictures
}
