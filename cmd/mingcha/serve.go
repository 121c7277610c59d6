package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"log"
	"net"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"github.com/mingcha-go/mingcha/internal/web"
	"github.com/mingcha-go/mingcha/validate"
)

const serveSynopsis = `mingcha serve [flags]

Serves the registration form as a page that answers while one types, and the check
as an API: POST /api/check, GET /api/rules, GET /healthz. It has no accounts: on an
address that others reach, put a proxy with one before it.`

// graceful is how long requests under way may take after an interrupt.
const graceful = 10 * time.Second

// roomy is how far the heap may grow between two collections. Little of it lives
// long: at the usual 100 the collector runs so often under load that the slowest
// hundredth of the answers takes a fifth longer. GOGC overrides it.
const roomy = 400 // percent

func runServe(sh *shell, args []string) (int, error) {
	growHeap(roomy)
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	return serve(ctx, sh, args)
}

// serve serves until the context is done.
func serve(ctx context.Context, sh *shell, args []string) (int, error) {
	fs := newFlags("serve", serveSynopsis)
	addr := fs.String("addr", "127.0.0.1:8080", "`host:port` to listen on; port 0 takes any that is free")
	checks := checkFlags{lang: string(validate.Chinese), edition: string(validate.EditionFirst)}
	fs.Var(&checks.lists, "lists", "add the word lists of a `folder`; one with an embedded list's name replaces it (again for more)")
	fs.Var(&checks.withoutLists, "without-list", "drop an embedded list by its `name` (again for more)")
	fs.Var(&checks.withoutChecks, "without-check", "turn a check off by its `slug` (again for more)")
	fs.Var(&checks.severityEach, "severity", "give all findings of a check one severity: `slug=review` (again for more)")
	fs.Var(&checks.allow, "allow", "let a text pass, with the reason: `text=reason` (again for more)")
	limits := web.DefaultLimits()
	fs.Int64Var(&limits.Body, "max-body", limits.Body, "most `bytes` of a request, icon included")
	fs.IntVar(&limits.Requests, "max-requests", limits.Requests, "most `requests` under way at once")
	fs.DurationVar(&limits.Time, "timeout", limits.Time, "`time` in which a request has to arrive, and to be answered")
	if rest, err := parse(sh, fs, args); err != nil {
		return exitTrouble, err
	} else if len(rest) > 0 {
		return exitTrouble, fmt.Errorf("%q: serve takes flags only", rest[0])
	}
	if limits.Body <= 0 || limits.Requests <= 0 || limits.Time <= 0 {
		return exitTrouble, errors.New("--max-body, --max-requests and --timeout: expected more than 0")
	}
	v, err := checks.newValidator()
	if err != nil {
		return exitTrouble, err
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		return exitTrouble, fmt.Errorf("--addr %s: %w", *addr, err)
	}
	warm(v)
	fmt.Fprintf(sh.err, "mingcha serve: http://%s/ (Ctrl+C ends it)\n", listener.Addr())
	return serveUntil(ctx, listener, newServer(sh, v, limits))
}

func newServer(sh *shell, v *validate.Validator, limits web.Limits) *http.Server {
	return &http.Server{
		Handler:           web.NewHandler(v, limits),
		ReadHeaderTimeout: limits.Time,
		ReadTimeout:       limits.Time,
		WriteTimeout:      3 * limits.Time, // to arrive, to wait, to be sent
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          log.New(sh.err, "mingcha serve: ", 0),
	}
}

// warm checks a submission with an icon, so that no caller waits for the tables
// that are made when they are first needed: some 50 ms for the first icon.
func warm(v *validate.Validator) {
	var icon bytes.Buffer
	if png.Encode(&icon, image.NewGray(image.Rect(0, 0, 144, 144))) == nil {
		v.Check(&validate.Submission{Name: "青禾点餐", Intro: "在线点餐，到店自取", Icon: icon.Bytes()})
	}
}

// serveUntil serves until the context is done, then lets what is under way end.
func serveUntil(ctx context.Context, listener net.Listener, server *http.Server) (int, error) {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return exitTrouble, err
	case <-ctx.Done():
	}
	ending, cancel := context.WithTimeout(context.Background(), graceful)
	defer cancel()
	if err := server.Shutdown(ending); err != nil {
		return exitTrouble, fmt.Errorf("requests were still under way after %s: %w", graceful, err)
	}
	return exitClean, nil
}
