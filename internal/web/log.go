package web

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/mingcha-go/mingcha/validate"
)

// statusGone is logged for a request whose caller did not wait for its answer, as
// proxies do.
const statusGone = 499

// watched logs every request, and keeps a panic from ending more than its own. What
// callers send is not logged: neither bodies nor queries, nor addresses and methods
// that are not ours, which may be texts as well.
func watched(log *slog.Logger, known func(path string) bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start, id := time.Now(), newID()
		seen := &response{ResponseWriter: w, id: id}
		w.Header().Set("X-Request-Id", id)
		defer func() {
			panicked, begun := recover(), seen.status != 0
			if panicked != nil && panicked != http.ErrAbortHandler {
				tellPanic(log, seen, panicked, debug.Stack())
			}
			log.LogAttrs(r.Context(), slog.LevelInfo, "request",
				slog.String("id", id), slog.String("method", ours(r.Method, knownMethod)), slog.String("path", ours(r.URL.Path, known)),
				slog.Int("status", seen.shown(r)), slog.Int64("bytes", seen.bytes),
				slog.Float64("ms", math.Round(float64(time.Since(start))/float64(time.Millisecond/10))/10))
			if panicked != nil && begun {
				panic(http.ErrAbortHandler) // what was begun is not whole: the caller has to see that
			}
		}()
		next.ServeHTTP(seen, r)
	})
}

// newID makes the id of a request, which its answer and the log bear.
func newID() string {
	var id [8]byte
	_, _ = rand.Read(id[:]) // never fails
	return hex.EncodeToString(id[:])
}

// ours gives a word that came with a request if it is one of ours.
func ours(word string, known func(string) bool) string {
	if known(word) {
		return word
	}
	return "(other)"
}

func knownMethod(method string) bool {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return true
	}
	return false
}

// tellPanic logs a panic under the id that the caller is told.
func tellPanic(log *slog.Logger, w *response, panicked any, stack []byte) {
	check := ""
	if broken, ok := panicked.(*validate.PanicError); ok {
		check, panicked, stack = broken.Check, broken.Value, broken.Stack
	}
	log.LogAttrs(context.Background(), slog.LevelError, "panic", slog.String("id", w.id), slog.String("check", check),
		slog.String("what", whatPanicked(panicked)), slog.String("stack", string(stack)))
	if w.status == 0 {
		failLogged(w, &failure{Status: http.StatusInternalServerError,
			Message: "the service broke on this request: its log says how, under this id"}, w.id)
	}
}

// whatPanicked words a panic. A value that is not the runtime's own may quote a
// text: its type has to do.
func whatPanicked(value any) string {
	if err, ok := value.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("a value of type %T", value)
}

// response remembers what was answered.
type response struct {
	http.ResponseWriter
	id     string
	status int // 0 as long as nothing is answered
	bytes  int64
}

// Unwrap is for http.ResponseController.
func (w *response) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// WriteHeader remembers the status.
func (w *response) WriteHeader(status int) {
	if w.status == 0 && status >= 200 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes that were taken.
func (w *response) Write(text []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(text)
	w.bytes += int64(n)
	return n, err
}

// shown is the status for the log.
func (w *response) shown(r *http.Request) int {
	switch {
	case w.status != 0:
		return w.status
	case r.Context().Err() != nil:
		return statusGone
	}
	return http.StatusOK
}
