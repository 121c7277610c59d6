package web_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/web"
)

// ask sends a request with a Host and headers of its own.
func ask(t *testing.T, method, url, host string, header ...string) (*http.Response, answer) {
	t.Helper()
	all := append([]string{"Host: " + host}, header...)
	if method == "POST" {
		return send(t, method, url, jsonType, strings.NewReader(`{"name":"青禾记账"}`), all...)
	}
	return send(t, method, url, "", nil, all...)
}

// A name of others that resolves to this machine (DNS rebinding) is not served.
func TestOnlyNamesOfTheServiceAreServed(t *testing.T) {
	for _, test := range []struct {
		name, addr string
		more       []string
		host       string
		status     int
	}{
		{"a loopback name", "", nil, "localhost", 200},
		{"with a port", "", nil, "localhost:9999", 200},
		{"with an empty port", "", nil, "localhost:", 200},
		{"in capitals", "", nil, "LocalHost", 200},
		{"with a dot at its end", "", nil, "localhost.:8080", 200},
		{"a loopback address", "", nil, "127.0.0.1:8080", 200},
		{"another loopback address", "", nil, "127.9.8.7", 200},
		{"IPv6", "", nil, "[::1]:8080", 200},
		{"IPv6 without a port", "", nil, "[::1]", 200},
		{"IPv6 written out", "", nil, "[0:0:0:0:0:0:0:1]", 200},
		{"IPv4 in IPv6", "", nil, "[::ffff:127.0.0.1]:80", 200},
		{"another name", "", nil, "evil.example", 403},
		{"another name with the port", "", nil, "evil.example:8080", 403},
		{"a name that begins alike", "", nil, "localhost.evil.example", 403},
		{"a name that ends alike", "", nil, "evil-localhost", 403},
		{"a name below", "", nil, "evil.localhost", 403},
		{"an address in a name", "", nil, "127.0.0.1.nip.io", 403},
		{"another address", "", nil, "192.168.0.7", 403},
		{"another IPv6 address", "", nil, "[2001:db8::1]:80", 403},
		{"no address, as its brackets say", "", nil, "[localhost]", 403},
		{"two dots", "", nil, "localhost..", 403},
		{"a port that is none", "", nil, "localhost:80:90", 403},
		{"a port of letters", "", nil, "localhost:http", 403},
		{"nothing but a port", "", nil, ":8080", 403},
		{"the host of --addr", "check.test:8080", nil, "Check.Test:80", 200},
		{"the address of --addr", "192.168.0.7:8080", nil, "192.168.0.7", 200},
		{"an IPv6 address of --addr", "[2001:db8::1]:8080", nil, "[2001:DB8::1]:80", 200},
		{"a name beside that of --addr", "check.test:8080", nil, "test", 403},
		{"a loopback name beside --addr", "check.test:8080", nil, "localhost", 200},
		{"every address of the machine is no name", ":8080", nil, "evil.example", 403},
		{"an allowed name", "", []string{"check.example"}, "check.example:443", 200},
		{"one of two", "", []string{"a.example", "B.example:8080"}, "b.example", 200},
		{"a name below an allowed one", "", []string{"check.example"}, "x.check.example", 403},
		{"any", "", []string{"*"}, "evil.example", 200},
	} {
		hosts, err := web.NewHosts(test.addr, test.more...)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		url := serveWith(t, newValidator(), web.Options{Limits: web.DefaultLimits(), Hosts: hosts})
		for _, path := range []string{"GET /", "GET /healthz", "GET /api/rules", "POST /api/check"} {
			method, path, _ := strings.Cut(path, " ")
			response, a := ask(t, method, url+path, test.host)
			if response.StatusCode != test.status {
				t.Errorf("%s: %s: %s", test.name, path, response.Status)
			}
			if test.status == 403 && (a.Error == nil || a.Error.Field != "Host" || !strings.Contains(a.Error.Message, "--allow-host")) {
				t.Errorf("%s: %s: %+v", test.name, path, a.Error)
			}
		}
	}
}

func TestARequestWithoutAHostIsRefused(t *testing.T) {
	url := serve(t, nil)
	for _, request := range []string{"GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n"} {
		if got := raw(t, url, request); !strings.HasPrefix(got, "HTTP/1.0 403 ") && !strings.HasPrefix(got, "HTTP/1.1 403 ") {
			t.Errorf("%q: %q", request, got)
		}
	}
	// The address of the request line is what counts, as HTTP wants it.
	if got := raw(t, url, "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"); !strings.HasPrefix(got, "HTTP/1.1 403 ") {
		t.Errorf("%q", got)
	}
}

func TestWhatIsNoHostIsNotAllowed(t *testing.T) {
	for _, host := range []string{"", " ", "http://check.example", "check.example/", "*.example", "a b", "x@y", "检查.example", "a:b", "[x]", "a:1:2"} {
		if _, err := web.NewHosts("", host); err == nil || !strings.Contains(err.Error(), "is no host") {
			t.Errorf("%q: %v", host, err)
		}
	}
}

// No page of another origin is answered, whatever it may send without asking first.
func TestPagesOfOtherOriginsAreRefused(t *testing.T) {
	url := serve(t, nil)
	own := url // the page itself
	for _, test := range []struct {
		name   string
		header []string
		post   int
		get    int
	}{
		{"a program", nil, 200, 200},
		{"the page", []string{"Origin: " + own, "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors"}, 200, 200},
		{"the page in an old browser", []string{"Origin: " + own}, 200, 200},
		{"typed in", []string{"Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"}, 200, 200},
		{"a link", []string{"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"}, 403, 200},
		{"a frame", []string{"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"}, 403, 403},
		{"another page", []string{"Origin: https://evil.example", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors"}, 403, 403},
		{"another page in an old browser", []string{"Origin: https://evil.example"}, 403, 403},
		{"another port of this machine", []string{"Origin: http://127.0.0.1:1", "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: no-cors"}, 403, 403},
		{"another port in an old browser", []string{"Origin: http://127.0.0.1:1"}, 403, 403},
		{"no origin to tell", []string{"Origin: null"}, 403, 403},
		{"a sandbox", []string{"Origin: null", "Sec-Fetch-Site: cross-site"}, 403, 403},
		{"an image", []string{"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"}, 403, 403},
		{"a name that begins like its own", []string{"Origin: " + own + ".evil.example"}, 403, 403},
	} {
		host := strings.TrimPrefix(url, "http://")
		if response, a := ask(t, "POST", url+"/api/check", host, test.header...); response.StatusCode != test.post || test.post == 403 && a.Error.Field != "Origin" {
			t.Errorf("%s: posts: %s %+v", test.name, response.Status, a.Error)
		}
		if response, _ := ask(t, "GET", url+"/api/rules", host, test.header...); response.StatusCode != test.get {
			t.Errorf("%s: gets: %s", test.name, response.Status)
		}
	}
	foreign := []string{"Origin: https://evil.example"}
	for _, kind := range []string{"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""} {
		if response, _ := send(t, "POST", url+"/api/check", kind, strings.NewReader("{}"), foreign...); response.StatusCode != 403 {
			t.Errorf("%q: %s", kind, response.Status)
		}
	}
	response, _ := send(t, "OPTIONS", url+"/api/check", "", nil, "Origin: https://evil.example", "Access-Control-Request-Method: POST")
	if response.StatusCode != 403 || response.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("a page that asks first: %s %v", response.Status, response.Header)
	}
}
