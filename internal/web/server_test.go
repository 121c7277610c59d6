package web_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/mingcha-go/mingcha/internal/web"
	"github.com/mingcha-go/mingcha/validate"
)

// started starts a Server, and tells what Serve says in the end.
func started(t *testing.T, v *validate.Validator) (server *web.Server, url string, ended <-chan error) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server = web.NewServer(v, web.Options{Limits: web.DefaultLimits()})
	said := make(chan error, 1)
	go func() { said <- server.Serve(listener) }()
	return server, "http://" + listener.Addr().String(), said
}

// What is in hand when a service ends is answered, and nobody else is let in.
func TestWhatIsInHandAtTheEndIsAnswered(t *testing.T) {
	v, begun, letGo := stuck(t)
	server, url, ended := started(t, v)
	const callers = 20
	var waiting []net.Conn
	for range callers {
		connection := dial(t, url)
		fmt.Fprintf(connection, "%sContent-Length: %d\r\n\r\n%s", head, len(intro), intro)
		waiting = append(waiting, connection)
	}
	<-begun
	done := make(chan int)
	go func() { done <- server.End(context.Background()) }()
	if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
		t.Error(err)
	}
	if _, err := net.Dial("tcp", strings.TrimPrefix(url, "http://")); err == nil {
		t.Error("somebody is let in")
	}
	letGo()
	answered := 0
	for _, connection := range waiting {
		text, _ := io.ReadAll(connection)
		if strings.HasPrefix(string(text), "HTTP/1.1 200 ") && strings.Contains(string(text), `"verdict"`) {
			answered++
		} else if len(text) > 0 {
			t.Errorf("%q", text)
		}
	}
	// A request that the server had not begun to read is none that it has in hand.
	if lost := <-done; lost != 0 || answered == 0 {
		t.Errorf("%d answered, %d lost", answered, lost)
	}
}

// Callers who are still sending do not keep a service from ending, and one that is
// still checked is told of.
func TestSlowCallersDoNotKeepAServiceFromEnding(t *testing.T) {
	for name, test := range map[string]struct{ whole, lost int }{"slow ones only": {0, 0}, "a whole request": {1, 1}} {
		v, begun, letGo := stuck(t)
		server, url, _ := started(t, v)
		for _, sent := range slow {
			if len(sent) < 1000 && sent != "" {
				beset(t, url, 5, sent)
			}
		}
		for range test.whole {
			fmt.Fprintf(dial(t, url), "%sContent-Length: %d\r\n\r\n%s", head, len(intro), intro)
			<-begun
		}
		ending, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
		if lost := server.End(ending); lost != test.lost {
			t.Errorf("%s: %d lost", name, lost)
		}
		cancel()
		letGo()
	}
}
