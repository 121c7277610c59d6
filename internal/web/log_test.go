package web_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/mingcha-go/mingcha/internal/web"
	"github.com/mingcha-go/mingcha/validate"
)

// journal is a log that tests read.
type journal struct {
	mu   sync.Mutex
	text bytes.Buffer
	more chan struct{}
}

func newJournal() *journal { return &journal{more: make(chan struct{}, 1000)} }

// Write takes one line.
func (j *journal) Write(line []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.more <- struct{}{}
	return j.text.Write(line)
}

// lines waits for so many lines, and gives all that there are.
func (j *journal) lines(t *testing.T, n int) (lines []map[string]any, text string) {
	t.Helper()
	for range n {
		<-j.more
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	for line := range strings.Lines(j.text.String()) {
		var values map[string]any
		if err := json.Unmarshal([]byte(line), &values); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, values)
	}
	return lines, j.text.String()
}

func TestEachRequestIsLoggedWithoutItsTexts(t *testing.T) {
	j := newJournal()
	url := serveWith(t, newValidator(), web.Options{Limits: web.DefaultLimits(), Log: slog.New(slog.NewJSONHandler(j, nil))})
	for _, test := range []struct {
		method, path, body string
		logged             string
		status             int
	}{
		{"POST", "/api/check?lang=en", `{"name":"密语课堂"}`, "POST /api/check", 200},
		{"POST", "/api/check?name=密语", `{"name":"密语课堂"}`, "POST /api/check", 400},
		{"POST", "/api/check", `{"密语":"密语`, "POST /api/check", 400},
		{"GET", "/healthz", "", "GET /healthz", 200},
		{"GET", "/style.css", "", "GET /style.css", 200},
		{"GET", "/密语", "", "GET (other)", 404},
		{"GET", "/miyu", "", "GET (other)", 404},
		{"MIYU", "/", "", "(other) /", 405},
	} {
		response, _ := send(t, test.method, url+test.path, jsonType, strings.NewReader(test.body), "Referer: http://localhost/miyu", "User-Agent: miyu")
		lines, text := j.lines(t, 1)
		last := lines[len(lines)-1]
		if got := fmt.Sprint(last["method"], " ", last["path"]); got != test.logged || last["status"] != float64(test.status) {
			t.Errorf("%s %s: logged %v", test.method, test.path, last)
		}
		if id, ok := last["id"].(string); !ok || id == "" || id != response.Header.Get("X-Request-Id") {
			t.Errorf("%s %s: id %q, answered %q", test.method, test.path, id, response.Header.Get("X-Request-Id"))
		}
		if last["bytes"] != float64(response.ContentLength) {
			t.Errorf("%s %s: %v bytes, answered %d", test.method, test.path, last["bytes"], response.ContentLength)
		}
		if _, ok := last["ms"].(float64); !ok {
			t.Errorf("no time in %v", last)
		}
		if strings.Contains(text, "密语") || strings.Contains(strings.ToLower(text), "miyu") || strings.Contains(text, "%E5") {
			t.Fatalf("a text is logged: %s", text)
		}
	}
}

// A check that breaks costs its own request, and is found in the log by the id that
// its caller was told.
func TestAPanicIsToldUnderAnIDAndOthersAreServed(t *testing.T) {
	for name, value := range map[string]any{"a text": "miyu in a panic", "an error of the runtime": nil} {
		v, err := validate.New(validate.WithNow(func() time.Time {
			if value != nil {
				panic(value)
			}
			return *(*time.Time)(nil)
		}))
		if err != nil {
			t.Fatal(err)
		}
		j := newJournal()
		limits := web.DefaultLimits()
		limits.Requests, limits.Checks = 2, 2
		url := serveWith(t, v, web.Options{Limits: limits, Log: slog.New(slog.NewJSONHandler(j, nil))}) + "/api/check"
		for range 5 { // more than there are places
			response, a := send(t, "POST", url, jsonType, strings.NewReader(intro))
			if response.StatusCode != 500 || a.Error == nil || a.Error.ID == "" || strings.Contains(a.Error.Message, "miyu") {
				t.Fatalf("%s: %s %+v", name, response.Status, a.Error)
			}
			lines, text := j.lines(t, 2)
			broken, request := lines[len(lines)-2], lines[len(lines)-1]
			if broken["level"] != "ERROR" || broken["id"] != a.Error.ID || broken["check"] != "vague-intro" || !strings.Contains(fmt.Sprint(broken["stack"]), "log_test.go") {
				t.Fatalf("%s: logged %v", name, broken)
			}
			if request["id"] != a.Error.ID || request["status"] != 500.0 {
				t.Fatalf("%s: logged %v", name, request)
			}
			if strings.Contains(text, "miyu") {
				t.Fatalf("what may be a text is logged: %s", text)
			}
		}
		if response, _ := send(t, "POST", url, jsonType, strings.NewReader(`{"name":"青禾记账"}`)); response.StatusCode != 200 {
			t.Errorf("%s: others: %s", name, response.Status)
		}
	}
}

// Who hangs up is not checked on.
func TestACallerWhoIsGoneIsNotCheckedOn(t *testing.T) {
	v, begun, letGo := stuck(t)
	j := newJournal()
	handler := web.NewHandler(v, web.Options{Limits: web.DefaultLimits(), Hosts: anyHost(t), Log: slog.New(slog.NewJSONHandler(j, nil))})
	ctx, hangUp := context.WithCancel(t.Context())
	request := httptest.NewRequestWithContext(ctx, "POST", "/api/check", strings.NewReader(intro))
	request.Header.Set("Content-Type", jsonType)
	response := httptest.NewRecorder()
	done := make(chan struct{})
	go func() {
		defer close(done)
		handler.ServeHTTP(response, request)
	}()
	<-begun
	hangUp()
	letGo()
	<-done
	if lines, text := j.lines(t, 1); lines[0]["status"] != 499.0 || response.Body.Len() > 0 {
		t.Errorf("logged %s, answered %s", text, response.Body)
	}
}

// What waits for its turn when its caller hangs up is not checked at all.
func TestACallerWhoIsGoneIsNotWaitedFor(t *testing.T) {
	v, begun, letGo := stuck(t)
	j := newJournal()
	limits := web.DefaultLimits()
	limits.Checks, limits.Time = 1, time.Hour
	url := serveWith(t, v, web.Options{Limits: limits, Log: slog.New(slog.NewJSONHandler(j, nil))})
	done := make(chan struct{})
	go func() {
		defer close(done)
		if response, err := http.Post(url+"/api/check", jsonType, strings.NewReader(intro)); err != nil || response.StatusCode != 200 {
			t.Error(err, response)
		}
	}()
	<-begun
	second := dial(t, url)
	fmt.Fprintf(second, "%sContent-Length: %d\r\n\r\n%s", head, len(intro), intro)
	second.Close()
	if lines, text := j.lines(t, 1); len(lines) != 1 || lines[0]["status"] != 499.0 {
		t.Errorf("logged %s", text)
	}
	letGo()
	<-done
	if len(begun) > 0 {
		t.Error("it was checked")
	}
}
