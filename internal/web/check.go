package web

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"golang.org/x/text/language"

	"github.com/mingcha-go/mingcha/validate"
)

// answer is a report with what the submission holds that nobody reads.
type answer struct {
	*validate.Report
	// Warnings tell of unknown and repeated keys, with what may have been meant.
	Warnings []string `json:"warnings,omitempty"`
	// Icon is what was measured of the icon, where there is one.
	Icon *iconAnswer `json:"icon,omitempty"`
}

// check answers POST /api/check. The submission is read before it waits for its
// turn, so that slow callers keep nobody else from being checked.
func (s *service) check(w http.ResponseWriter, r *http.Request) {
	select {
	case s.requests <- struct{}{}:
		defer func() { <-s.requests }()
	default:
		w.Header().Set("Retry-After", "1")
		fail(w, &failure{Status: http.StatusServiceUnavailable, Message: "too many requests are under way: try again in a second"})
		return
	}
	v, wrong := s.validatorFor(r)
	if wrong != nil {
		fail(w, wrong)
		return
	}
	in, wrong := s.read(w, r)
	if wrong != nil {
		fail(w, wrong)
		return
	}
	if !s.takeTurn(r.Context()) {
		w.Header().Set("Retry-After", "1")
		fail(w, &failure{Status: http.StatusServiceUnavailable, Message: "too many checks are under way: this one did not get its turn in " + s.limits.Time.String()})
		return
	}
	answered := func() answer {
		defer func() { <-s.checks }() // also if a check should panic
		report, facts := checked(v, in.submission)
		return answer{report, in.warnings, facts}
	}()
	w.Header().Set("Content-Language", string(v.Language()))
	w.Header().Set("Cache-Control", "no-store")
	writeJSON(w, http.StatusOK, answered)
}

// takeTurn waits for a place among the checks under way; false: there was none in
// time, or the caller is gone.
func (s *service) takeTurn(ctx context.Context) bool {
	select {
	case s.checks <- struct{}{}: // mostly nobody waits, and no clock is needed
		return true
	default:
	}
	ctx, cancel := context.WithTimeout(ctx, s.limits.Time)
	defer cancel()
	select {
	case s.checks <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

// languages are those of reports; the first is for callers who accept neither.
var languages = language.NewMatcher([]language.Tag{language.Chinese, language.English})

// validatorFor gives the Validator that the parameters of a request ask for.
func (s *service) validatorFor(r *http.Request) (*validate.Validator, *failure) {
	v, query := s.validator, r.URL.Query()
	for name := range query {
		if name != "lang" && name != "complete" && name != "strict" {
			return nil, &failure{http.StatusBadRequest, name, "unknown parameter: expected lang, complete or strict"}
		}
	}
	switch lang := query.Get("lang"); lang {
	case string(validate.Chinese), string(validate.English):
		v = v.In(validate.Language(lang))
	case "":
		if accept := r.Header.Get("Accept-Language"); accept != "" {
			_, i := language.MatchStrings(languages, accept)
			v = v.In([]validate.Language{validate.Chinese, validate.English}[i])
		}
	default:
		return nil, &failure{http.StatusBadRequest, "lang", "unknown language: expected zh or en"}
	}
	if complete := query.Get("complete"); complete != "" {
		whole, err := strconv.ParseBool(complete)
		if err != nil {
			return nil, &failure{http.StatusBadRequest, "complete", "expected true or false"}
		}
		if whole {
			v = v.Complete()
		}
	}
	return v, nil
}

// deadline bounds the time in which the body has to arrive.
func deadline(w http.ResponseWriter, limit time.Duration) {
	// A writer that has no deadlines is one of a test: the server has its own.
	_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(limit))
}

func writeJSON(w http.ResponseWriter, status int, value any) {
	text, err := json.Marshal(value)
	if err != nil {
		http.Error(w, "the answer cannot be written: "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(append(text, '\n')) // a caller that is gone needs no answer
}
