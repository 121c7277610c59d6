package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/mingcha-go/mingcha/internal/icon/sample"
)

// TestHostileCallersTakeNothingFromOthers keeps 200 callers busy over loopback, of
// whose requests every twentieth is hostile, beside 200 connections that are slow. It
// asserts that no honest request is lost; with MINGCHA_LOAD=1 it lasts for 60 seconds,
// and then also that none waits longer than a second and that the service stays under
// 400 MB. Else it lasts for three, and nothing depends on how fast the machine is.
func TestHostileCallersTakeNothingFromOthers(t *testing.T) {
	loaded := os.Getenv("MINGCHA_LOAD") != ""
	span := 3 * time.Second
	if loaded {
		span = time.Minute
	}
	server := startSoaked(t)
	s := &soak{url: server.url, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 400}}, hostile: hostileRequests()}
	ctx, cancel := context.WithTimeout(t.Context(), span) // of what is hostile
	defer cancel()
	s.ctx = ctx
	end := time.Now().Add(span)
	var calling sync.WaitGroup
	for i := range 200 {
		calling.Go(func() { s.call(i, end) })
		calling.Go(func() { s.dawdle(i, end) })
	}
	calling.Wait()
	slices.Sort(s.took)
	peak := server.peak(t)
	server.end(t)
	if len(s.lost) > 0 || len(s.took) == 0 {
		t.Errorf("%d honest requests answered, %d lost: %v", len(s.took), len(s.lost), s.lost[:min(5, len(s.lost))])
		return
	}
	at := func(share float64) time.Duration {
		return s.took[int(share*float64(len(s.took)-1))].Round(time.Millisecond / 10)
	}
	t.Logf("%d honest requests answered in %v (%.0f a second): p50 %v, p99 %v, p99.9 %v, most %v; %d hostile ones sent, answered %v; %d slow connections; peak of %d MB",
		len(s.took), span, float64(len(s.took))/span.Seconds(), at(.5), at(.99), at(.999), at(1), s.sent.Load(), s.statuses(), s.dawdled.Load(), peak>>20)
	if loaded && at(1) > time.Second {
		t.Errorf("an honest caller waited for %v", at(1))
	}
	if loaded && peak > 400<<20 {
		t.Errorf("the service took %d MB", peak>>20)
	}
}

// soak is what all callers share.
type soak struct {
	ctx     context.Context // ends with the soak
	url     string
	client  *http.Client
	hostile []hostile
	sent    atomic.Int64 // hostile requests
	dawdled atomic.Int64 // slow connections

	mu   sync.Mutex
	took []time.Duration // honest requests
	lost []string        // honest requests, and why
	told map[int]int     // hostile requests by status
}

// honest are submissions as forms send them.
var honest = []string{
	`{"name":"青禾记账","short_name":"青禾","intro":"记录每天的收支，按月统计并画成图表","categories":["工具/记账"],"tags":["记账","预算"]}`,
	`{"name":"腾迅课堂","intro":"全国最好的在线课堂，国家级名师授课","tags":["数学","微信"]}`,
	`{"name":"麦田花店","intro":"同城鲜花配送，下单后两小时送达","owner":{"kind":"individual"}}`,
	`{"name":"成都火锅","intro":"扫码点餐、排号和外卖下单，门店优惠早知道","description":"` + strings.Repeat("在线点餐，到店自取，也能外卖到家。", 60) + `"}`,
}

// withIcon is one of those with its icon, which costs as much as a hundred texts: two
// cores check some dozens a second, whoever sends them.
var withIcon = `{"name":"青禾记账","icon":"data:image/png;base64,` + base64.StdEncoding.EncodeToString(sample.PNG(sample.Leaf(300, 300, sample.Green, sample.White))) + `"}`

// call sends requests one after the other, every twentieth of them hostile. Nobody
// waits for the answers to those.
func (s *soak) call(i int, end time.Time) {
	var hostile sync.WaitGroup
	defer hostile.Wait()
	for n := i; time.Now().Before(end); n++ {
		if n%20 == 0 {
			hostile.Go(func() { s.attack(s.hostile[rand.IntN(len(s.hostile))]) })
			continue
		}
		begun := time.Now()
		submission := honest[n%len(honest)]
		if n%400 == 1 {
			submission = withIcon
		}
		status, err := s.post(context.Background(), strings.NewReader(submission))
		took := time.Since(begun)
		s.mu.Lock()
		if err != nil || status != 200 {
			s.lost = append(s.lost, fmt.Sprint(status, " ", err))
		} else {
			s.took = append(s.took, took)
		}
		s.mu.Unlock()
	}
}

// post sends a submission and reads the whole answer.
func (s *soak) post(ctx context.Context, body io.Reader) (status int, err error) {
	request, err := http.NewRequestWithContext(ctx, "POST", s.url+"/api/check", body)
	if err != nil {
		return 0, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := s.client.Do(request)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode != 200 {
		err = fmt.Errorf("%s", text)
	}
	return response.StatusCode, err
}

func (s *soak) attack(h hostile) {
	s.sent.Add(1)
	status, _ := s.post(s.ctx, bytes.NewReader(h.body)) // being refused or cut off is fine
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.told == nil {
		s.told = map[int]int{}
	}
	s.told[status]++
}

func (s *soak) statuses() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return fmt.Sprint(s.told)
}

// dawdle opens connections that are slow in one of many ways, and lets each go after
// some hundred milliseconds or never.
func (s *soak) dawdle(i int, end time.Time) {
	const head = "POST /api/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
	ways := []string{
		"", "POST /api/check HTTP/1.1\r\nHo", head + "Content-Length: 100\r\n\r\n{", head + "Transfer-Encoding: chunked\r\n\r\nfffff\r\n{",
		head + "Content-Length: 4000000\r\n\r\n{\"icon\":\"data:," + strings.Repeat("A", 1<<20),
		strings.Repeat("GET /api/rules HTTP/1.1\r\nHost: localhost\r\n\r\n", 20),
	}
	for n := i; time.Now().Before(end); n++ {
		connection, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
		if err != nil {
			continue
		}
		s.dawdled.Add(1)
		_ = connection.SetDeadline(time.Now().Add(min(time.Until(end), time.Duration(1+n%10)*time.Second)))
		_, _ = io.WriteString(connection, ways[n%len(ways)])
		if strings.HasPrefix(ways[n%len(ways)], "POST") {
			for err == nil && time.Now().Before(end) { // byte by byte
				time.Sleep(200 * time.Millisecond)
				_, err = connection.Write([]byte("A"))
			}
		} else {
			time.Sleep(min(time.Until(end), time.Second)) // and reads nothing
		}
		connection.Close()
	}
}

// soaked is mingcha serve in a process of its own.
type soaked struct {
	url     string
	command *exec.Cmd
}

func startSoaked(t *testing.T) *soaked {
	t.Helper()
	command := exec.Command(os.Args[0], "-test.run=^TestTheServiceOfTheSoak$")
	command.Env = append(os.Environ(), "MINGCHA_SOAKED=1")
	said, err := command.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = command.Process.Kill() })
	lines := bufio.NewScanner(said)
	if !lines.Scan() {
		t.Fatal("the service says nothing")
	}
	url := regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(lines.Text())
	if url == "" {
		t.Fatalf("no address in %q", lines.Text())
	}
	go io.Copy(io.Discard, said)
	return &soaked{url, command}
}

// TestTheServiceOfTheSoak is no test: it is what startSoaked starts.
func TestTheServiceOfTheSoak(t *testing.T) {
	if os.Getenv("MINGCHA_SOAKED") == "" {
		t.Skip("this is the service that TestHostileCallersTakeNothingFromOthers starts")
	}
	code, err := runServe(&shell{nil, io.Discard, os.Stderr}, []string{"--addr", "127.0.0.1:0"})
	if code != exitClean || err != nil {
		t.Fatal(code, err)
	}
}

// peak is the most memory in bytes that the service has held at once; 0 where the system
// does not tell.
func (s *soaked) peak(t *testing.T) int64 {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.command.Process.Pid))
	if err != nil {
		return 0
	}
	found := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindSubmatch(status)
	if found == nil {
		return 0
	}
	kilobytes, err := strconv.ParseInt(string(found[1]), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return kilobytes << 10
}

// end ends the service by SIGTERM, on which it exits with status 0.
func (s *soaked) end(t *testing.T) {
	t.Helper()
	if err := s.command.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := s.command.Wait(); err != nil {
		t.Errorf("the service: %v", err)
	}
}
