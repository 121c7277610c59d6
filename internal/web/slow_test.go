package web_test

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/mingcha-go/mingcha/internal/icon/sample"
	"github.com/mingcha-go/mingcha/internal/web"
	"github.com/mingcha-go/mingcha/validate"
)

const head = "POST /api/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"

// slow are callers that take their time, by what they have sent when they stop.
var slow = map[string]string{
	"who says nothing":                 "",
	"in a header":                      "POST /api/check HTTP/1.1\r\nHost: loc",
	"after a header":                   head + "Content-Length: 100\r\n\r\n",
	"in a short body":                  head + "Content-Length: 100\r\n\r\n{",
	"in a body of chunks":              head + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
	"in a chunk":                       head + "Transfer-Encoding: chunked\r\n\r\nfffff\r\n{",
	"in a long body":                   head + "Content-Length: 3000000\r\n\r\n{\"icon\":\"data:," + strings.Repeat("A", 60_000),
	"in a form":                        strings.Replace(head, "application/json", "multipart/form-data; boundary=x", 1) + "Content-Length: 3000000\r\n\r\n--x\r\nContent-Disposition: form-data; name=icon\r\n\r\nxx",
	"in the body of what takes none":   "GET /api/rules HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{",
	"in the body of what is not there": "POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{",
	"in the body of who may not ask":   "POST /api/check HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 100\r\n\r\n{",
	"who does not read the rules":      strings.Repeat("GET /api/rules HTTP/1.1\r\nHost: localhost\r\n\r\n", 100),
	"who does not read long reports":   strings.Repeat(head+"Content-Length: 20000\r\n\r\n{\"intro\":\""+strings.Repeat("最好的。", 1665)+"\"}  ", 20),
	"who was told to go on":            head + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n",
}

// However many are slow, and in whatever way, others are served.
func TestSlowCallersKeepNobodyOut(t *testing.T) {
	for how, sent := range slow {
		t.Run(how, func(t *testing.T) {
			url := serve(t, func(l *web.Limits) { l.Time, l.Memory = time.Hour, 8<<20 })
			beset(t, url, 1000, sent)
			for range 20 {
				response, a := send(t, "POST", url+"/api/check", jsonType, strings.NewReader(`{"name":"腾迅课堂"}`))
				if response.StatusCode != 200 || a.Verdict != validate.Rejected {
					t.Fatalf("%s %+v", response.Status, a.Error)
				}
			}
		})
	}
}

// beset opens connections that send something and stop.
func beset(t *testing.T, url string, connections int, sent string) []net.Conn {
	t.Helper()
	var all []net.Conn
	for range connections {
		connection := dial(t, url)
		_ = connection.(*net.TCPConn).SetReadBuffer(4 << 10)
		_ = connection.SetWriteDeadline(time.Now().Add(100 * time.Millisecond)) // a full pipe is not to stop the test
		_, _ = io.WriteString(connection, sent)
		all = append(all, connection)
	}
	return all
}

// Past the most connections, the one waited for the longest gives way.
func TestTheSlowestConnectionGivesWay(t *testing.T) {
	url := serve(t, func(l *web.Limits) { l.Connections, l.Time = 3, time.Hour })
	first := dial(t, url)
	fmt.Fprint(first, "GET ")
	for range 3 {
		fmt.Fprint(dial(t, url), "GET ")
	}
	if _, err := first.Read(make([]byte, 1)); err == nil {
		t.Error("the first is still there")
	}
	if response, _ := send(t, "GET", url+"/healthz", "", nil); response.StatusCode != 200 {
		t.Error(response.Status)
	}
}

// Where the memory of all requests is used up, those give way that hold most of it: not
// who was there first, if it holds little.
func TestMemoryIsSharedByWhoSends(t *testing.T) {
	url := serve(t, func(l *web.Limits) { l.Memory, l.Time = 1<<20, time.Hour })
	// begin sends the beginning of a body, when the server waits for it.
	begin := func(length int, sent string) net.Conn {
		connection := dial(t, url)
		fmt.Fprintf(connection, "%sExpect: 100-continue\r\nConnection: close\r\nContent-Length: %d\r\n\r\n", head, length)
		if _, err := io.ReadFull(connection, make([]byte, len("HTTP/1.1 100 Continue\r\n\r\n"))); err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(connection, sent)
		return connection
	}
	little := begin(len(intro), intro[:10])
	cut := make(chan struct{}, 3)
	for range 3 { // two have room
		much := begin(600_000, strings.Repeat(" ", 400_000))
		go func() {
			_, _ = io.ReadAll(much)
			cut <- struct{}{}
		}()
	}
	<-cut
	fmt.Fprint(little, intro[10:])
	if answer, err := io.ReadAll(little); err != nil || !strings.HasPrefix(string(answer), "HTTP/1.1 200 ") {
		t.Errorf("%v, %q", err, answer)
	}
	if response, _ := send(t, "POST", url+"/api/check", jsonType, strings.NewReader("{}")); response.StatusCode != 200 {
		t.Errorf("afterwards: %s", response.Status)
	}
}

// A request for which there is not room enough though no other holds any is told.
func TestARequestWithoutRoomIsTold(t *testing.T) {
	url := serve(t, func(l *web.Limits) { l.Memory = 1 << 20 })
	idle := dial(t, url) // waited for, but holds nothing that it could give
	answered := bufio.NewReader(idle)
	ask := func() {
		t.Helper()
		fmt.Fprint(idle, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
		response, err := http.ReadResponse(answered, nil)
		if err != nil || response.StatusCode != 200 {
			t.Fatalf("who holds nothing: %v, %v", response, err)
		}
		_, _ = io.Copy(io.Discard, response.Body)
	}
	ask()
	defer ask()
	response, a := send(t, "POST", url+"/api/check", jsonType, bytes.NewReader(make([]byte, 2<<20)))
	if response.StatusCode != 503 || response.Header.Get("Retry-After") == "" {
		t.Errorf("%s %+v", response.Status, a.Error)
	}
	if response, _ = send(t, "POST", url+"/api/check", jsonType, strings.NewReader("{}")); response.StatusCode != 200 {
		t.Errorf("afterwards: %s", response.Status)
	}
}

// stuck makes a Validator whose checks of an intro wait until they are let go.
func stuck(t *testing.T) (v *validate.Validator, begun <-chan struct{}, letGo func()) {
	t.Helper()
	waiting, gone := make(chan struct{}, 1000), make(chan struct{})
	v, err := validate.New(validate.WithNow(func() time.Time {
		waiting <- struct{}{}
		<-gone
		return time.Now()
	}))
	if err != nil {
		t.Fatal(err)
	}
	return v, waiting, func() { close(gone) }
}

const intro = `{"intro":"记录每天的收支，按月统计并画成图表"}`

func TestWhatIsTooMuchAtOnceIsRefused(t *testing.T) {
	v, begun, letGo := stuck(t)
	limits := web.DefaultLimits()
	limits.Requests = 1
	url := serveWith(t, v, web.Options{Limits: limits}) + "/api/check"
	first := make(chan int)
	go func() {
		response, err := http.Post(url, jsonType, strings.NewReader(intro))
		if err != nil {
			t.Error(err)
			first <- 0
			return
		}
		response.Body.Close()
		first <- response.StatusCode
	}()
	<-begun
	response, a := send(t, "POST", url, jsonType, strings.NewReader(`{}`))
	if response.StatusCode != 503 || a.Error == nil || response.Header.Get("Retry-After") == "" {
		t.Errorf("the second: %s %+v", response.Status, a)
	}
	letGo()
	if status := <-first; status != 200 {
		t.Errorf("the first: %d", status)
	}
}

// Who waits in vain is told so, and not taken for one who hung up.
func TestWhoDoesNotGetATurnInTimeIsTold(t *testing.T) {
	v, begun, letGo := stuck(t)
	defer letGo()
	limits := web.DefaultLimits()
	limits.Checks = 1
	limits.Time = 100 * time.Millisecond
	url := serveWith(t, v, web.Options{Limits: limits})
	first := dial(t, url)
	fmt.Fprintf(first, "%sContent-Length: %d\r\n\r\n%s", head, len(intro), intro)
	<-begun
	response, a := send(t, "POST", url+"/api/check", jsonType, strings.NewReader(intro))
	if response.StatusCode != 503 || a.Error == nil || !strings.Contains(a.Error.Message, "turn in 100ms") {
		t.Errorf("%s %+v", response.Status, a.Error)
	}
}

// Submissions that cost much, however many, leave places to others, which neither wait
// for their turns nor find all places taken.
func TestCostlySubmissionsKeepNoOthersWaiting(t *testing.T) {
	json := func(text string, icon image.Image) string {
		return `{"intro":"` + text + `","icon":"data:;base64,` + base64.StdEncoding.EncodeToString(sample.PNG(icon)) + `"}`
	}
	for name, test := range map[string]struct {
		body string
		wait int // how many may
	}{
		"long texts":     {`{"intro":"` + strings.Repeat("记录每天的收支。", 1000) + `"}`, 2},
		"large pictures": {json("记账", sample.Plain(800, 800, sample.Green)), 2},
		"pictures":       {json("记账", sample.Plain(144, 144, sample.Green)), 8},
	} {
		v, begun, letGo := stuck(t)
		limits := web.DefaultLimits()
		limits.Requests, limits.Checks, limits.Time = 16, 4, time.Hour
		url := serveWith(t, v, web.Options{Limits: limits})
		// Some may wait, those that are checked among them: all others are told to come again.
		refused := make(chan string)
		for range 40 {
			connection := dial(t, url)
			fmt.Fprintf(connection, "%sConnection: close\r\nContent-Length: %d\r\n\r\n%s", head, len(test.body), test.body)
			go func() {
				text, _ := io.ReadAll(connection)
				refused <- string(text)
			}()
		}
		for range 40 - test.wait {
			if text := <-refused; !strings.HasPrefix(text, "HTTP/1.1 503 ") || !strings.Contains(text, "too many requests with a") {
				t.Errorf("%s: %q", name, text)
			}
		}
		<-begun
		for range 20 {
			if response, a := send(t, "POST", url+"/api/check", jsonType, strings.NewReader(`{"name":"青禾记账"}`)); response.StatusCode != 200 {
				t.Fatalf("%s: %s %+v", name, response.Status, a.Error)
			}
		}
		letGo()
		for range test.wait {
			if text := <-refused; !strings.HasPrefix(text, "HTTP/1.1 200 ") {
				t.Errorf("%s: %q", name, text)
			}
		}
	}
}
