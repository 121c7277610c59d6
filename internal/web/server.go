package web

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/mingcha-go/mingcha/validate"
)

// Server serves NewHandler's addresses, and holds callers to the limits from the
// moment that they connect.
type Server struct {
	http    *http.Server
	service *service
}

// NewServer makes a Server.
func NewServer(v *validate.Validator, o Options) *Server {
	s := newService(v, o)
	log := s.log.Handler()
	return &Server{service: s, http: &http.Server{
		Handler:           s.handler(o.Hosts),
		ReadHeaderTimeout: o.Limits.Time,
		ReadTimeout:       o.Limits.Time,
		WriteTimeout:      3 * o.Limits.Time, // to arrive, to be answered, to be read
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
		ConnState:         s.crowd.connState,
		ConnContext:       withConn,
		ErrorLog:          slog.NewLogLogger(log, slog.LevelWarn),
	}}
}

// Serve serves until End; it fails where it cannot.
func (s *Server) Serve(l net.Listener) error { return s.http.Serve(l) }

// End lets nobody in any more, and lets the requests under way be answered. Callers
// who are still sending or reading when ctx ends are cut off; lost is how many whole
// requests were, too.
func (s *Server) End(ctx context.Context) (lost int) {
	if s.http.Shutdown(ctx) == nil {
		return 0
	}
	lost = len(s.service.requests)
	_ = s.http.Close() // what is cut off may say so
	return lost
}
