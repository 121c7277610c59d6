package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/png"
	"log/slog"
	"net"
	"os/signal"
	"syscall"
	"time"

	"github.com/mingcha-go/mingcha/internal/web"
	"github.com/mingcha-go/mingcha/validate"
)

const serveSynopsis = `mingcha serve [flags]

Serves the registration form as a page that answers while one types, and the check
as an API: POST /api/check, GET /api/rules, GET /healthz. It has no accounts: on an
address that others reach, put a proxy with one before it, and name the host that it
is asked by with --allow-host. Each request is a line on standard error, without its
texts.`

// graceful is how long requests under way may take after an interrupt.
const graceful = 10 * time.Second

// roomiest is from how many bytes of memory on the collector runs as often as it has
// to. GOMEMLIMIT overrides it.
const roomiest = 300 << 20

// roomy is how far the heap may grow between two collections. Little of it lives
// long: at the usual 100 the collector runs so often under load that the slowest
// hundredth of the answers takes a fifth longer. GOGC overrides it.
const roomy = 400 // percent

func runServe(sh *shell, args []string) (int, error) {
	growHeap(roomy)
	limitHeap(roomiest)
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends it at once
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
	registerLimits(fs, &limits)
	var hosts words
	fs.Var(&hosts, "allow-host", "a `host` that the service may be asked by, besides loopback names and that of --addr; * for any (again for more)")
	fs.BoolVar(&checks.quiet, "quiet", false, "log no requests, only faults of the service")
	if rest, err := parse(sh, fs, args); err != nil {
		return exitTrouble, err
	} else if len(rest) > 0 {
		return exitTrouble, fmt.Errorf("%q: serve takes flags only", rest[0])
	}
	if limits.Body <= 0 || limits.Requests <= 0 || limits.Connections <= 0 || limits.Time <= 0 {
		return exitTrouble, errors.New("--max-body, --max-requests, --max-connections and --timeout: expected more than 0")
	}
	limits.Memory = max(limits.Memory, 4*limits.Body)
	named, err := web.NewHosts(*addr, hosts...)
	if err != nil {
		return exitTrouble, fmt.Errorf("--allow-host: %w", err)
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
	return serveUntil(ctx, listener, web.NewServer(v, web.Options{Limits: limits, Hosts: named, Log: newLog(sh, checks.quiet)}))
}

func registerLimits(fs *flag.FlagSet, limits *web.Limits) {
	fs.Int64Var(&limits.Body, "max-body", limits.Body, "most `bytes` of a request, icon included")
	fs.IntVar(&limits.Requests, "max-requests", limits.Requests, "most `requests` under way at once")
	fs.IntVar(&limits.Connections, "max-connections", limits.Connections, "most `connections` at once: past them the slowest gives way")
	fs.DurationVar(&limits.Time, "timeout", limits.Time, "`time` in which a request has to arrive, then to be answered")
}

// newLog makes the log of the service. A quiet one holds faults only.
func newLog(sh *shell, quiet bool) *slog.Logger {
	level := slog.LevelInfo
	if quiet {
		level = slog.LevelError
	}
	return slog.New(slog.NewTextHandler(sh.err, &slog.HandlerOptions{Level: level}))
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
func serveUntil(ctx context.Context, listener net.Listener, server *web.Server) (int, error) {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return exitTrouble, err
	case <-ctx.Done():
	}
	ending, cancel := context.WithTimeout(context.Background(), graceful)
	defer cancel()
	if lost := server.End(ending); lost > 0 {
		return exitTrouble, fmt.Errorf("%d requests were still under way after %s and are not answered", lost, graceful)
	}
	return exitClean, nil
}
