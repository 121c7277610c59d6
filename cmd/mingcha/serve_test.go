package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// startServe runs mingcha serve and gives its address, and how to end it.
func startServe(t *testing.T, args ...string) (address string, end func() (code int, log string, err error)) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	out, in := io.Pipe()
	type result struct {
		code int
		err  error
	}
	done := make(chan result, 1)
	go func() {
		code, err := serve(ctx, &shell{nil, io.Discard, in}, append([]string{"--addr", "127.0.0.1:0"}, args...))
		in.CloseWithError(err)
		done <- result{code, err}
	}()
	said := make([]byte, 200)
	n, err := out.Read(said)
	if err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	logged := make(chan struct{})
	go func() {
		defer close(logged)
		_, _ = io.Copy(&log, out)
	}()
	address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(string(said[:n]))
	if address == "" {
		t.Fatalf("no address in %q", said[:n])
	}
	end = func() (int, string, error) {
		cancel()
		r := <-done
		<-logged
		return r.code, log.String(), r.err
	}
	t.Cleanup(cancel)
	return address, end
}

// get asks for an address with a Host of its own.
func get(t *testing.T, url, host string) *http.Response {
	t.Helper()
	request, err := http.NewRequest("GET", url, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Host = host
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	return response
}

func TestServeLogsRequestsAndTakesHostsThatAreAllowed(t *testing.T) {
	for _, test := range []struct {
		args  []string
		lines int
	}{{[]string{"--allow-host", "check.example"}, 3}, {[]string{"--allow-host", "check.example", "--quiet"}, 0}} {
		address, end := startServe(t, test.args...)
		for host, want := range map[string]int{"check.example": 200, "localhost": 200, "evil.example": 403} {
			if response := get(t, address+"/healthz", host); response.StatusCode != want {
				t.Errorf("%s: %s", host, response.Status)
			}
		}
		code, log, err := end()
		if code != exitClean || err != nil || strings.Count(log, "path=/healthz") != test.lines || strings.Count(log, "\n") != test.lines {
			t.Errorf("%v: exit %d, %v, logged %q", test.args, code, err, log)
		}
	}
}

func TestServeAnswersAndEndsCleanly(t *testing.T) {
	address, end := startServe(t, "--without-check", "tencent-mark")
	response, err := http.Post(address+"/api/check", "application/json", strings.NewReader(`{"name":"腾迅课堂"}`))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(response.Body)
	response.Body.Close()
	if err != nil || response.StatusCode != 200 || !strings.Contains(string(text), `"verdict":"pass"`) {
		t.Errorf("%s %s %v", response.Status, text, err)
	}
	if code, _, err := end(); code != exitClean || err != nil {
		t.Errorf("exit %d, %v", code, err)
	}
	if _, err := http.Get(address + "/healthz"); err == nil {
		t.Error("it still answers")
	}
}

// What is under way when the interrupt comes is still answered.
func TestServeLetsRequestsEnd(t *testing.T) {
	address, end := startServe(t)
	connection, err := net.Dial("tcp", strings.TrimPrefix(address, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	const body = `{"name":"腾迅课堂"}`
	fmt.Fprintf(connection, "POST /api/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n", len(body))
	// The server asks for the body only when the request is under way.
	if _, err := io.ReadFull(connection, make([]byte, len("HTTP/1.1 100 Continue\r\n\r\n"))); err != nil {
		t.Fatal(err)
	}
	ended := make(chan int, 1)
	go func() {
		code, _, _ := end()
		ended <- code
	}()
	for { // until nobody else is let in
		other, err := net.Dial("tcp", connection.RemoteAddr().String())
		if err != nil {
			break
		}
		other.Close()
	}
	io.WriteString(connection, body)
	text, err := io.ReadAll(connection)
	if err != nil || !strings.HasPrefix(string(text), "HTTP/1.1 200 ") || !strings.Contains(string(text), `"verdict":"reject"`) {
		t.Errorf("%v, %q", err, text)
	}
	if code := <-ended; code != exitClean {
		t.Errorf("exit %d", code)
	}
}

func TestServeRefusesWhatItCannotServe(t *testing.T) {
	address, _ := startServe(t)
	for _, args := range [][]string{
		{"serve", "--addr", strings.TrimPrefix(address, "http://")},
		{"serve", "--addr", "nowhere"},
		{"serve", "file.jsonl"},
		{"serve", "--max-body", "0"},
		{"serve", "--max-connections", "0"},
		{"serve", "--allow-host", "http://check.example"},
		{"serve", "--allow-host", ""},
		{"serve", "--without-check", "tencent-marc"},
	} {
		if code, _, stderr := mingcha(t, "", args...); code != exitTrouble || stderr == "" {
			t.Errorf("%v: exit %d, %s", args, code, stderr)
		}
	}
}
