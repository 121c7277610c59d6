package web

import (
	"errors"
	"fmt"
	"net/http"
	"os"
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
func fail(w http.ResponseWriter, f *failure) {
	w.Header().Set("Cache-Control", "no-store")
	if f.Status == http.StatusRequestEntityTooLarge || f.Status == http.StatusRequestTimeout {
		w.Header().Set("Connection", "close")
	}
	writeJSON(w, f.Status, map[string]*failure{"error": f})
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
	return &failure{http.StatusBadRequest, field, "the request cannot be read: " + err.Error()}
}
