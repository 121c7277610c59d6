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
	"log/slog"
	"net/http"
	"runtime"
	"time"

	"github.com/mingcha-go/mingcha/validate"
)

// Limits bound what one caller, and all of them together, can take.
type Limits struct {
	// Body is the most bytes of a request, its icon included; Text those of all
	// that is not the data of its icon; Answer those of a report, or little more.
	Body, Text, Answer int64
	// Time is how long a request may take to arrive, then to be answered, and its
	// answer to be read.
	Time time.Duration
	// Requests is how many whole requests may be under way at once: the next is
	// refused with 503. Checks is how many of them are checked at once: the others
	// wait.
	Requests, Checks int
	// Connections and Memory, in bytes of requests and answers, are what all callers
	// share. Where there is no more, the slowest caller gives way.
	Connections int
	Memory      int64
}

// DefaultLimits fit a form with an icon of 2 MB, in base64 if need be.
func DefaultLimits() Limits {
	return Limits{
		Body: 4 << 20, Text: 256 << 10, Answer: 1 << 20, Time: 10 * time.Second,
		Requests: 256, Checks: 2 * runtime.GOMAXPROCS(0), Connections: 4000, Memory: 64 << 20,
	}
}

// Options are how a service is set up.
type Options struct {
	Limits Limits
	// Hosts are those under which it may be asked.
	Hosts Hosts
	// Log takes a line for each request, and the faults of the service; nil drops
	// them.
	Log *slog.Logger
}

// service answers the requests.
type service struct {
	validator *validate.Validator
	limits    Limits
	log       *slog.Logger
	crowd     *crowd
	requests  chan struct{} // a place for each whole request under way
	turns     *turns
}

// NewHandler makes the handler of all addresses. Reports are those of v, in the
// language of each caller. A Server minds connections as well.
func NewHandler(v *validate.Validator, o Options) http.Handler {
	return newService(v, o).handler(o.Hosts)
}

func newService(v *validate.Validator, o Options) *service {
	log := o.Log
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	return &service{
		validator: v, limits: o.Limits, log: log,
		crowd:    newCrowd(o.Limits.Connections, o.Limits.Memory),
		requests: make(chan struct{}, o.Limits.Requests),
		turns:    newTurns(o.Limits.Requests, o.Limits.Checks),
	}
}

func (s *service) handler(hosts Hosts) http.Handler {
	addresses := map[string]http.Handler{
		"/api/check":      only(http.MethodPost, http.HandlerFunc(s.check)),
		"/api/rules":      only(http.MethodGet, fixedJSON(validate.Rules())),
		"/api/categories": only(http.MethodGet, fixedJSON(categories())),
		"/healthz":        only(http.MethodGet, http.HandlerFunc(health)),
	}
	addPage(addresses)
	known := func(path string) bool { return addresses[path] != nil }
	return watched(s.log, known, secured(guarded(hosts, at(addresses))))
}

// at answers at addresses, and says where there is nothing.
func at(addresses map[string]http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if there := addresses[r.URL.Path]; there != nil {
			there.ServeHTTP(w, r)
			return
		}
		fail(w, &failure{http.StatusNotFound, "", "there is nothing at " + r.URL.Path})
	})
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
