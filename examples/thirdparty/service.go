package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"sync"

	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/wechat"
)

// service takes what merchants hand in.
type service struct {
	validator *validate.Validator
	platform  *platform
	mu        sync.Mutex
	programs  map[string]*program // by app id
}

// program is what became of a program's name.
type program struct {
	AppID  string `json:"appid"`
	Name   string `json:"name"`
	State  string `json:"state"` // set, under review, refused
	Reason string `json:"reason,omitempty"`
}

func newService(p *platform) (*service, error) {
	v, err := validate.New(validate.WithEdition(validate.Edition2026))
	if err != nil {
		return nil, err
	}
	return &service{validator: v, platform: p, programs: map[string]*program{}}, nil
}

func (s *service) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /programs", s.register)
	mux.HandleFunc("GET /programs/{appid}", s.tell)
	mux.HandleFunc("POST /events", s.event)
	return mux
}

// application is what a merchant hands in.
type application struct {
	AppID   string         `json:"appid"`
	Name    string         `json:"name"`
	Intro   string         `json:"intro"`
	License string         `json:"license"`
	Owner   validate.Owner `json:"owner"`
}

// answer is what a merchant is told.
type answer struct {
	Verdict  validate.Verdict   `json:"verdict,omitempty"`
	Findings []validate.Finding `json:"findings,omitempty"`
	AuditID  int64              `json:"audit_id,omitempty"`
	Code     int                `json:"code,omitempty"`
	Message  string             `json:"message,omitempty"`
}

const mostBody = 1 << 20

func (s *service) register(w http.ResponseWriter, r *http.Request) {
	var a application
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, mostBody)).Decode(&a); err != nil || a.AppID == "" || a.Name == "" {
		reply(w, http.StatusBadRequest, answer{Message: "expected a JSON object with appid and name"})
		return
	}
	nickname := wechat.SetNickName{NickName: a.Name, License: a.License}
	draft := wechat.Draft{ID: a.AppID, NickName: &nickname, Owner: a.Owner}
	if a.Intro != "" {
		draft.Signature = &wechat.SetSignature{Signature: a.Intro}
	}
	submission, err := draft.Submission()
	if err != nil {
		reply(w, http.StatusBadRequest, answer{Message: err.Error()})
		return
	}
	report := s.validator.Check(submission)
	told := answer{Verdict: report.Verdict, Findings: report.Findings}
	if report.Verdict == validate.Rejected {
		reply(w, http.StatusUnprocessableEntity, told)
		return
	}
	status := s.send(r.Context(), a.AppID, nickname, a.Intro, &told)
	reply(w, status, told)
}

// send hands a checked application to the platform and says what came of it.
func (s *service) send(ctx context.Context, appID string, nickname wechat.SetNickName, intro string, told *answer) int {
	checked, err := s.platform.checkNickName(ctx, nickname.NickName)
	if err == nil && checked.HitCondition {
		told.Message = checked.Wording
	}
	var set nicknameSet
	if err == nil {
		set, err = s.platform.setNickName(ctx, nickname)
	}
	if err == nil && intro != "" {
		err = s.platform.setSignature(ctx, intro)
	}
	var refused *wechat.APIError
	switch {
	case errors.As(err, &refused):
		told.Code, told.Message = refused.Code, wechat.Explain(refused.Code, s.validator.Language())
		return http.StatusConflict
	case errors.Is(err, context.DeadlineExceeded) || os.IsTimeout(err):
		told.Message = "the platform did not answer in time"
		return http.StatusGatewayTimeout
	case err != nil:
		log.Print(err)
		told.Message = "the platform cannot be reached"
		return http.StatusBadGateway
	case set.AuditID != 0:
		told.AuditID = set.AuditID
		s.keep(program{AppID: appID, Name: nickname.NickName, State: "under review"})
		return http.StatusAccepted
	}
	s.keep(program{AppID: appID, Name: nickname.NickName, State: "set"})
	return http.StatusOK
}

func (s *service) keep(p program) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.programs[p.AppID] = &p
}

func (s *service) tell(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, ok := s.programs[r.PathValue("appid")]
	if !ok {
		reply(w, http.StatusNotFound, answer{Message: "there is no such program"})
		return
	}
	reply(w, http.StatusOK, p)
}

// event takes a message of the platform. It is answered with success whatever it is:
// the platform would send it again.
func (s *service) event(w http.ResponseWriter, r *http.Request) {
	message, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostBody))
	if err == nil {
		err = s.take(message)
	}
	if err != nil {
		log.Print(err)
	}
	io.WriteString(w, "success")
}

func (s *service) take(message []byte) error {
	e, err := wechat.ParseEvent(message)
	if err != nil || e.Name != wechat.EventNicknameAudit {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, p := range s.programs {
		if p.Name == e.Nickname && p.State == "under review" {
			p.State, p.Reason = "refused", e.Reason
			if e.Passed {
				p.State, p.Reason = "set", ""
			}
		}
	}
	return nil
}

func reply(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}
