package main

import (
	"context"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// startServe runs mingcha serve and gives its address, and how to end it.
func startServe(t *testing.T, args ...string) (address string, end func() (int, error)) {
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
	go io.Copy(io.Discard, out)
	address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(string(said[:n]))
	if address == "" {
		t.Fatalf("no address in %q", said[:n])
	}
	end = func() (int, error) {
		cancel()
		r := <-done
		return r.code, r.err
	}
	t.Cleanup(cancel)
	return address, end
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
	if code, err := end(); code != exitClean || err != nil {
		t.Errorf("exit %d, %v", code, err)
	}
	if _, err := http.Get(address + "/healthz"); err == nil {
		t.Error("it still answers")
	}
}

// What is under way when the interrupt comes is still answered.
func TestServeLetsRequestsEnd(t *testing.T) {
	address, end := startServe(t)
	body, send := io.Pipe()
	type result struct {
		status int
		err    error
	}
	answered := make(chan result, 1)
	go func() {
		response, err := http.Post(address+"/api/check", "application/json", body)
		if err != nil {
			answered <- result{0, err}
			return
		}
		defer response.Body.Close()
		answered <- result{response.StatusCode, nil}
	}()
	io.WriteString(send, `{"name":`) // the request has begun
	ended := make(chan int, 1)
	go func() {
		code, _ := end()
		ended <- code
	}()
	io.WriteString(send, `"青禾记账"}`)
	send.Close()
	if r := <-answered; r.err != nil || r.status != 200 {
		t.Errorf("got %+v", r)
	}
	http.DefaultClient.CloseIdleConnections()
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
		{"serve", "--without-check", "tencent-marc"},
	} {
		if code, _, stderr := mingcha(t, "", args...); code != exitTrouble || stderr == "" {
			t.Errorf("%v: exit %d, %s", args, code, stderr)
		}
	}
}
