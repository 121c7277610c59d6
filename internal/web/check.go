package web

import (
	"context"
	"errors"
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
	// LeftOut counts what there was no room for.
	LeftOut *leftOut `json:"left_out,omitempty"`
}

// check answers POST /api/check. The body is read before the request takes a place:
// how long that takes is up to its sender.
func (s *service) check(w http.ResponseWriter, r *http.Request) {
	v, wrong := s.validatorFor(r)
	if wrong == nil {
		_, wrong = isForm(r)
	}
	if wrong != nil {
		fail(w, wrong)
		return
	}
	g := s.crowd.guestOf(w, r)
	defer g.answered()
	sent := s.receive(w, r, g)
	g.atWork()
	text, wrong := s.placed(r, v, sent)
	if wrong == nil && text == nil {
		return // nobody waits for an answer
	}
	if wrong == nil && !g.hold(int64(len(text))) {
		wrong = unread("", errNoRoom)
	}
	g.waitedFor() // that is, for its reader
	writeDeadline(w, s.limits.Time)
	if wrong != nil {
		fail(w, wrong)
		return
	}
	w.Header().Set("Content-Language", string(v.Language()))
	w.Header().Set("Cache-Control", "no-store")
	writeJSON(w, http.StatusOK, text)
}

// placed answers a request whose body is there, if there is a place among those under
// way.
func (s *service) placed(r *http.Request, v *validate.Validator, sent *body) ([]byte, *failure) {
	select {
	case s.requests <- struct{}{}:
		defer func() { <-s.requests }()
	default:
		return nil, &failure{Status: http.StatusServiceUnavailable, Message: "too many requests are under way: try again in a second"}
	}
	return s.answerTo(r, v, sent)
}

// answerTo checks what was sent when it is its turn. There is neither an answer nor a
// failure where the caller is gone.
func (s *service) answerTo(r *http.Request, v *validate.Validator, sent *body) ([]byte, *failure) {
	ctx, cancel := context.WithTimeout(r.Context(), s.limits.Time)
	defer cancel()
	turn := s.turns.take(ctx)
	defer turn.end() // also if a check should panic
	if turn == nil {
		return nil, s.late(r, "this request did not get its turn")
	}
	in, wrong := s.read(r, sent)
	if wrong != nil {
		return nil, wrong
	}
	if l := in.lane(); l != "" {
		if ok, full := turn.moveTo(ctx, l); full {
			return nil, &failure{Status: http.StatusServiceUnavailable, Message: "too many requests with a " + string(l) + " are under way: try again in a second"}
		} else if !ok {
			return nil, s.late(r, "this request with a "+string(l)+" did not get its turn")
		}
	}
	report, facts, err := checked(ctx, v, in.submission)
	if broken := (*validate.PanicError)(nil); errors.As(err, &broken) {
		panic(broken) // watched answers and logs it
	}
	if err != nil {
		return nil, s.late(r, "the check did not end")
	}
	return s.bounded(answer{Report: report, Warnings: in.warnings, Icon: facts}), nil
}

// late is the failure of a request whose time is over; nil where its caller is gone.
func (s *service) late(r *http.Request, what string) *failure {
	if r.Context().Err() != nil {
		return nil
	}
	return &failure{Status: http.StatusServiceUnavailable, Message: what + " in " + s.limits.Time.String()}
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

// writeDeadline bounds the time in which the answer has to be read.
func writeDeadline(w http.ResponseWriter, limit time.Duration) {
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(limit)) // see deadline
}

// writeJSON answers with a JSON text.
func writeJSON(w http.ResponseWriter, status int, text []byte) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(append(text, '\n')) // a caller that is gone needs no answer
}
