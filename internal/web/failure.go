package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strings"
	"unicode/utf8"
)

// failure is why a request is not answered by a report.
type failure struct {
	Status int `json:"status"`
	// Field is the parameter, part or member at fault, if one is.
	Field   string `json:"field,omitempty"`
	Message string `json:"message"`
}

// fail answers with a failure. A caller may still be sending: the connection is not
// used again.
func fail(w http.ResponseWriter, f *failure) { failLogged(w, f, "") }

// failLogged is fail for what the log tells more of, under an id.
func failLogged(w http.ResponseWriter, f *failure, id string) {
	w.Header().Set("Cache-Control", "no-store")
	switch f.Status {
	case http.StatusRequestEntityTooLarge, http.StatusRequestTimeout, http.StatusForbidden:
		w.Header().Set("Connection", "close")
	case http.StatusServiceUnavailable:
		w.Header().Set("Retry-After", "1")
	}
	type logged struct {
		failure
		ID string `json:"id,omitempty"`
	}
	told := logged{*f, id}
	told.Field, told.Message = clip(f.Field), clip(f.Message) // they may quote what was sent
	text, _ := json.Marshal(map[string]logged{"error": told}) // texts and numbers always can be
	writeJSON(w, f.Status, text)
}

// clip shortens a text of a message: one is to be read, not to carry what was sent.
func clip(text string) string { return clipTo(text, 300) }

// clipTo leaves at most so many bytes of a text, and makes it valid.
func clipTo(text string, most int) string {
	if len(text) <= most {
		return strings.ToValidUTF8(text, "\uFFFD")
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return strings.ToValidUTF8(text[:most], "\uFFFD") + "…"
}

// unread makes the failure of a body that cannot be read.
func unread(field string, err error) *failure {
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return &failure{http.StatusRequestEntityTooLarge, field, fmt.Sprintf("the request is longer than %d bytes", tooLarge.Limit)}
	case errors.Is(err, os.ErrDeadlineExceeded):
		return &failure{http.StatusRequestTimeout, field, "the request did not arrive in time"}
	}
	if errors.Is(err, errGaveWay) || errors.Is(err, errNoRoom) {
		return &failure{http.StatusServiceUnavailable, field, "too much is under way: " + err.Error() + "; try again in a second"}
	}
	return &failure{http.StatusBadRequest, field, "the request cannot be read: " + err.Error()}
}
