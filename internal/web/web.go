// Package web serves the check over HTTP, and the registration form as a page that
// answers while its user types.
//
//	POST /api/check       a submission in, its report out
//	GET  /api/rules       the table of rules
//	GET  /api/categories  the paths of the platform's categories
//	GET  /healthz         ok
//	GET  /                the page
//
// A submission is JSON as the command reads it, or multipart/form-data with that
// JSON as "submission" and the picture as "icon". The parameters lang (zh, en; else
// Accept-Language decides), complete=1 and strict=1 go with the address. Unknown and
// repeated keys are "warnings" of the answer, with strict=1 an error. Every error is
// {"error":{"status","field","message"}}.
package web

import (
	"net/http"
	"runtime"
	"time"

	"github.com/mingcha-go/mingcha/validate"
)

// Limits bound what one caller, and all of them together, can take.
type Limits struct {
	// Body is the most bytes of a request, its icon included; Text those of all
	// that is no icon.
	Body, Text int64
	// Time is how long a request may take to arrive and then to be answered.
	Time time.Duration
	// Requests is how many may be under way at once: the next is refused with
	// 503. Checks is how many of them are checked at once: the others wait.
	Requests, Checks int
}

// DefaultLimits fit a form with an icon of 2 MB, in base64 if need be.
func DefaultLimits() Limits {
	return Limits{Body: 4 << 20, Text: 256 << 10, Time: 10 * time.Second, Requests: 256, Checks: 2 * runtime.GOMAXPROCS(0)}
}

// service answers the requests.
type service struct {
	validator *validate.Validator
	limits    Limits
	requests  chan struct{} // a place for each request under way
	checks    chan struct{} // a place for each check under way
}

// NewHandler makes the handler of all addresses. Reports are those of v, in the
// language of each caller.
func NewHandler(v *validate.Validator, limits Limits) http.Handler {
	s := &service{
		validator: v, limits: limits,
		requests: make(chan struct{}, limits.Requests),
		checks:   make(chan struct{}, limits.Checks),
	}
	mux := http.NewServeMux()
	mux.Handle("/api/check", only(http.MethodPost, http.HandlerFunc(s.check)))
	mux.Handle("/api/rules", only(http.MethodGet, fixedJSON(validate.Rules())))
	mux.Handle("/api/categories", only(http.MethodGet, fixedJSON(categories())))
	mux.Handle("/healthz", only(http.MethodGet, http.HandlerFunc(health)))
	mux.Handle("/", page())
	return secured(mux)
}

// only answers one method, and HEAD where that is GET. The patterns of ServeMux
// could tell methods apart, but answer the others without JSON.
func only(method string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != method && (r.Method != http.MethodHead || method != http.MethodGet) {
			w.Header().Set("Allow", method)
			fail(w, &failure{http.StatusMethodNotAllowed, "", r.Method + " is not possible here: expected " + method})
			return
		}
		next.ServeHTTP(w, r)
	})
}

// secured sets the headers that keep browsers from doing more than the page needs.
func secured(next http.Handler) http.Handler {
	const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; " +
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

func health(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte("ok\n")) // a caller that is gone needs no answer
}
