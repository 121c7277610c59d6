package web_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/mingcha-go/mingcha/internal/icon/sample"
	"github.com/mingcha-go/mingcha/internal/web"
	"github.com/mingcha-go/mingcha/validate"
)

// newValidator makes the one Validator of these tests.
var newValidator = sync.OnceValue(func() *validate.Validator {
	v, err := validate.New()
	if err != nil {
		panic(err)
	}
	return v
})

// serve serves at an address of its own.
func serve(t *testing.T, change func(*web.Limits)) string {
	t.Helper()
	o := web.Options{Limits: web.DefaultLimits()}
	if change != nil {
		change(&o.Limits)
	}
	return serveWith(t, newValidator(), o)
}

func serveWith(t *testing.T, v *validate.Validator, o web.Options) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := web.NewServer(v, o)
	go server.Serve(listener)
	t.Cleanup(func() {
		ended, cancel := context.WithCancel(context.Background())
		cancel() // no test leaves a request that it waits for
		server.End(ended)
	})
	return "http://" + listener.Addr().String()
}

// anyHost is for requests that no client makes.
func anyHost(t testing.TB) web.Hosts {
	t.Helper()
	hosts, err := web.NewHosts("", "*")
	if err != nil {
		t.Fatal(err)
	}
	return hosts
}

// answer is what the API says.
type answer struct {
	validate.Report
	Warnings []string
	Icon     *struct {
		Width int
		Facts []struct{ Title string }
	}
	Error *struct {
		Status         int
		Field, Message string
		ID             string
	}
}

// send sends a request and gives the answer; header is "Name: value".
func send(t *testing.T, method, url, contentType string, body io.Reader, header ...string) (*http.Response, answer) {
	t.Helper()
	request, err := http.NewRequest(method, url, body)
	if err != nil {
		t.Fatal(err)
	}
	if contentType != "" {
		request.Header.Set("Content-Type", contentType)
	}
	for _, h := range header {
		name, value, _ := strings.Cut(h, ": ")
		request.Header.Set(name, value)
		if name == "Host" {
			request.Host = value
		}
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	var a answer
	if strings.HasPrefix(response.Header.Get("Content-Type"), "application/json") && text[0] == '{' {
		if err := json.Unmarshal(text, &a); err != nil {
			t.Fatalf("%v in %q", err, text)
		}
	}
	response.Body = io.NopCloser(bytes.NewReader(text))
	return response, a
}

// raw sends a request as it stands, and gives all that comes back until the end.
func raw(t *testing.T, url, request string) string {
	t.Helper()
	connection := dial(t, url)
	fmt.Fprint(connection, request)
	text, err := io.ReadAll(connection)
	if err != nil {
		t.Error(err)
	}
	return string(text)
}

// dial opens a connection to a server.
func dial(t *testing.T, url string) net.Conn {
	t.Helper()
	connection, err := net.Dial("tcp", strings.TrimPrefix(url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { connection.Close() })
	return connection
}

const jsonType = "application/json"

func TestASubmissionGetsItsReport(t *testing.T) {
	url := serve(t, nil) + "/api/check"
	response, a := send(t, "POST", url, jsonType, strings.NewReader(`{"id":"7","name":"腾迅课堂","intro":"全国最好的在线课堂","tags":["数学","微信"]}`))
	if response.StatusCode != 200 || a.ID != "7" || a.Verdict != validate.Rejected || len(a.Findings) != 3 || len(a.Manual) == 0 {
		t.Fatalf("%s %+v", response.Status, a)
	}
	if f := a.Findings[0]; f.Field != "name" || f.Start != 0 || f.End != 6 || f.Rule != "8.3" || !strings.Contains(f.Message, "读音相同") {
		t.Errorf("got %+v", f)
	}
	if got := response.Header.Get("Content-Language"); got != "zh" {
		t.Errorf("language %q", got)
	}
}

func TestTheLanguageIsThatOfTheCaller(t *testing.T) {
	url := serve(t, nil) + "/api/check"
	for _, test := range []struct{ query, accept, want string }{
		{"", "", "zh"}, {"", "en-GB,en;q=0.9", "en"}, {"", "fr, en;q=0.5", "en"}, {"", "zh-TW", "zh"}, {"", "fr", "zh"},
		{"?lang=en", "zh", "en"}, {"?lang=zh", "en", "zh"},
	} {
		response, a := send(t, "POST", url+test.query, jsonType, strings.NewReader(`{"name":"腾迅课堂"}`), "Accept-Language: "+test.accept)
		english := len(a.Findings) == 1 && strings.Contains(a.Findings[0].Message, "read the same")
		if response.Header.Get("Content-Language") != test.want || english != (test.want == "en") {
			t.Errorf("%q, %q: %s %+v", test.query, test.accept, response.Header.Get("Content-Language"), a.Findings)
		}
	}
}

func TestAWholeSubmissionLacksWhatAFormBeingFilledInDoesNot(t *testing.T) {
	url := serve(t, nil) + "/api/check"
	for query, want := range map[string]validate.Verdict{"": "pass", "?complete=false": "pass", "?complete=1": "reject"} {
		if _, a := send(t, "POST", url+query, jsonType, strings.NewReader(`{"name":"青禾记账"}`)); a.Verdict != want {
			t.Errorf("%q: %s", query, a.Verdict)
		}
	}
}

func TestUnknownKeysAreWarnedOf(t *testing.T) {
	_, a := send(t, "POST", serve(t, nil)+"/api/check", jsonType, strings.NewReader(`{"name":"青禾记账","short-nmae":"青禾"}`))
	if a.Verdict != validate.Pass || len(a.Warnings) != 1 || !strings.Contains(a.Warnings[0], `did you mean "short_name"?`) {
		t.Errorf("got %+v", a)
	}
}

func TestWhatIsUnknownIsToldOrRefused(t *testing.T) {
	url := serve(t, nil) + "/api/check"
	for _, test := range []struct {
		body            string
		status          int // without strict
		field, contains string
		strict          int
	}{
		{`{"nmae":"腾迅课堂"}`, 400, "", `unknown key "nmae" (did you mean "name"?)`, 400},
		{`{"id":"7","nmae":"腾迅课堂"}`, 400, "", `unknown key "nmae"`, 400},
		{`{"name":"青禾记账","contact":{"mail":"a@b.cn"}}`, 200, "", `unknown key "contact.mail" (did you mean "contact.email"?)`, 400},
		{`{"name":"青禾记账","owner":{"nmae":"甲"}}`, 200, "", `unknown key "owner.nmae" (did you mean "owner.name"?)`, 400},
		{`{"name":"青禾记账","authorizations":[{"marks":"甲"}]}`, 200, "", `unknown key "authorizations[].marks" (did you mean "authorizations[].mark"?)`, 400},
		{`{"name":"青禾记账","name":"青禾账本"}`, 200, "name", `"name" is given twice`, 400},
		{`{"name":"青禾记账","名称":"青禾账本"}`, 200, "name", `"name" and "名称" are both name`, 400},
		{`{"owner":{"kind":"bogus"}}`, 400, "owner.kind", `expected one of individual, enterprise, government, organization, got "bogus"`, 400},
		{`{"features":["ugc","paymnt"]}`, 400, "features[1]", `got "paymnt" (did you mean "payment"?)`, 400},
		{`{"test_account":"maybe"}`, 400, "test_account", "expected true or false", 400},
		{`{"categories":"餐饮服务/点餐平台"}`, 400, "categories", "expected a list of texts, got a text", 400},
		{`{"名称":"青禾记账","owner":{"kind":"个人"},"features":["定位"],"test_account":"是","intro":null}`, 200, "", "", 200},
		{`{}`, 200, "", "", 200},
	} {
		kind, parts := form(t, [2]string{"submission", test.body})
		text, _ := io.ReadAll(parts)
		for _, body := range [][2]string{{jsonType, test.body}, {kind, string(text)}} {
			response, a := send(t, "POST", url, body[0], strings.NewReader(body[1]))
			said := strings.Join(a.Warnings, "\n")
			if a.Error != nil {
				said = a.Error.Message
			}
			if response.StatusCode != test.status || !strings.Contains(said, test.contains) || test.contains == "" && said != "" {
				t.Errorf("%s: %s %q", test.body, response.Status, said)
			}
			response, a = send(t, "POST", url+"?strict=1", body[0], strings.NewReader(body[1]))
			if response.StatusCode != test.strict || a.Error != nil && (a.Error.Field != test.field || !strings.Contains(a.Error.Message, test.contains)) {
				t.Errorf("strictly, %s: %s %+v", test.body, response.Status, a.Error)
			}
		}
	}
	if response, a := send(t, "POST", url+"?strict=maybe", jsonType, strings.NewReader(`{}`)); response.StatusCode != 400 || a.Error.Field != "strict" {
		t.Errorf("strict=maybe: %s %+v", response.Status, a.Error)
	}
}

// form makes a multipart body; a part named icon is a file.
func form(t *testing.T, parts ...[2]string) (contentType string, body io.Reader) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, part := range parts {
		var to io.Writer
		var err error
		if part[0] == "icon" {
			to, err = w.CreateFormFile("icon", "图标.png")
		} else {
			to, err = w.CreateFormField(part[0])
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(to, part[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return w.FormDataContentType(), &b
}

func TestAFormWithAnIconGetsItsReport(t *testing.T) {
	url := serve(t, nil) + "/api/check"
	for _, parts := range [][][2]string{
		{{"submission", `{"name":"腾迅课堂"}`}, {"icon", "\x89PNG"}},
		{{"icon", "\x89PNG"}, {"submission", `{"name":"腾迅课堂"}`}},
		{{"submission", `{"name":"腾迅课堂"}`}},
	} {
		kind, body := form(t, parts...)
		if response, a := send(t, "POST", url, kind, body); response.StatusCode != 200 || a.Verdict != validate.Rejected {
			t.Errorf("%q: %s %+v", parts, response.Status, a)
		}
	}
}

func TestWhatIsMeasuredOfAnIconIsTold(t *testing.T) {
	url := serve(t, nil) + "/api/check?lang=en"
	kind, body := form(t, [2]string{"submission", `{"name":"青禾记账"}`}, [2]string{"icon", string(sample.PNG(sample.Leaf(200, 200, sample.Green, sample.White)))})
	_, a := send(t, "POST", url, kind, body)
	if a.Icon == nil || a.Icon.Width != 200 || len(a.Icon.Facts) < 5 || a.Icon.Facts[0].Title != "edge width (pixels)" {
		t.Errorf("%+v", a.Icon)
	}
	kind, body = form(t, [2]string{"submission", `{"name":"青禾记账"}`}, [2]string{"icon", "no picture"})
	if _, a := send(t, "POST", url, kind, body); a.Icon != nil || len(a.Findings) == 0 || a.Findings[0].Check != "icon-format" {
		t.Errorf("%+v", a)
	}
}

func TestEveryBadRequestIsToldWhy(t *testing.T) {
	server := serve(t, func(l *web.Limits) { l.Body, l.Text = 2000, 1000 })
	part := func(parts ...[2]string) string {
		kind, body := form(t, parts...)
		text, _ := io.ReadAll(body)
		return kind + "\n" + string(text)
	}
	good := [2]string{"submission", "{}"}
	icon := base64.StdEncoding.EncodeToString(make([]byte, 1200))
	for _, test := range []struct {
		name, method, path, body string // body: its type, a line end, itself
		status                   int
		field, want              string
	}{
		{"no type", "POST", "/api/check", "\n{}", 415, "Content-Type", `got ""`},
		{"a form of a page", "POST", "/api/check", "application/x-www-form-urlencoded\nname=x", 415, "Content-Type", "expected application/json"},
		{"nothing", "POST", "/api/check", jsonType + "\n", 400, "", "expected a JSON object"},
		{"no JSON", "POST", "/api/check", jsonType + "\n<p>", 400, "", "invalid character"},
		{"JSON cut off", "POST", "/api/check", jsonType + "\n{\"name\":\"青", 400, "", "ends in the middle"},
		{"null", "POST", "/api/check", jsonType + "\nnull", 400, "", "got null"},
		{"a list", "POST", "/api/check", jsonType + "\n[{}]", 400, "", "got a list"},
		{"a name that is a number", "POST", "/api/check", jsonType + "\n{\"name\":7}", 400, "name", "expected a text, got a number"},
		{"tags that are a text", "POST", "/api/check", jsonType + "\n{\"tags\":\"x\"}", 400, "tags", "expected a list of texts"},
		{"an icon by path", "POST", "/api/check", jsonType + "\n{\"icon\":\"/etc/passwd\"}", 400, "icon", "paths are not read"},
		{"an icon that is no base64", "POST", "/api/check", jsonType + "\n{\"icon\":\"data:;base64,!\"}", 400, "icon", "no valid base64"},
		{"a long body", "POST", "/api/check", jsonType + "\n{\"name\":\"" + strings.Repeat("x", 2000) + "\"}", 413, "", "longer than 2000 bytes"},
		{"a long text", "POST", "/api/check", jsonType + "\n{\"name\":\"" + strings.Repeat("x", 1000) + "\"}", 413, "name", "expected at most 1000"},
		{"a large icon with little text", "POST", "/api/check", jsonType + "\n{\"icon\":\"data:;base64," + icon + "\"}", 200, "", ""},
		{"an unknown language", "POST", "/api/check?lang=fr", jsonType + "\n{}", 400, "lang", "expected zh or en"},
		{"a whole that is neither true nor false", "POST", "/api/check?complete=maybe", jsonType + "\n{}", 400, "complete", "expected true or false"},
		{"an unknown parameter", "POST", "/api/check?langauge=en", jsonType + "\n{}", 400, "langauge", "expected lang, complete or strict"},
		{"parts without a border", "POST", "/api/check", "multipart/form-data\n--x", 400, "Content-Type", "boundary"},
		{"parts cut off", "POST", "/api/check", "multipart/form-data; boundary=x\n--x\r\nContent-Disposition: form-data; name=submission\r\n\r\n{}", 400, "submission", "EOF"},
		{"no parts", "POST", "/api/check", part(), 400, "submission", "missing"},
		{"parts without a submission", "POST", "/api/check", part([2]string{"icon", "x"}), 400, "submission", "missing"},
		{"two submissions", "POST", "/api/check", part(good, good), 400, "submission", "twice"},
		{"two icons", "POST", "/api/check", part(good, [2]string{"icon", "x"}, [2]string{"icon", "y"}), 400, "icon", "twice"},
		{"an unknown part", "POST", "/api/check", part(good, [2]string{"name", "x"}), 400, "name", "unknown part"},
		{"a part that is no JSON", "POST", "/api/check", part([2]string{"submission", "x"}), 400, "", "invalid character"},
		{"a long part", "POST", "/api/check", part(good, [2]string{"icon", strings.Repeat("x", 2000)}), 413, "icon", "longer than 2000 bytes"},
		{"a check that is got", "GET", "/api/check", "\n", 405, "", "expected POST"},
		{"rules that are put", "PUT", "/api/rules", jsonType + "\n{}", 405, "", "expected GET"},
		{"a page that is posted to", "POST", "/", "\n", 405, "", "expected GET"},
		{"an unknown address", "GET", "/api/chekc", "\n", 404, "", "nothing at /api/chekc"},
		{"an address that climbs", "GET", "/..%2f..%2fetc/passwd", "\n", 404, "", "nothing at"},
	} {
		kind, body, _ := strings.Cut(test.body, "\n")
		response, a := send(t, test.method, server+test.path, kind, strings.NewReader(body))
		if response.StatusCode != test.status {
			t.Errorf("%s: %s %+v", test.name, response.Status, a.Error)
			continue
		}
		if test.status == 200 {
			continue
		}
		if a.Error == nil || a.Error.Status != test.status || a.Error.Field != test.field || !strings.Contains(a.Error.Message, test.want) {
			t.Errorf("%s: got %+v, want %q at %q", test.name, a.Error, test.want, test.field)
		}
	}
}

// A caller who stops in the middle of a body is told so, and no place is kept.
func TestASlowBodyIsCutOff(t *testing.T) {
	server := serve(t, func(l *web.Limits) { l.Time, l.Requests = 200*time.Millisecond, 1 })
	connection, err := net.Dial("tcp", strings.TrimPrefix(server, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	fmt.Fprintf(connection, "POST /api/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
	text, err := io.ReadAll(connection)
	if err != nil || !strings.HasPrefix(string(text), "HTTP/1.1 408 ") || !strings.Contains(string(text), "did not arrive in time") {
		t.Errorf("%v, %q", err, text)
	}
	if response, a := send(t, "POST", server+"/api/check", jsonType, strings.NewReader(`{}`)); response.StatusCode != 200 {
		t.Errorf("afterwards: %s %+v", response.Status, a.Error)
	}
}

func TestThePageNeedsNothingFromElsewhere(t *testing.T) {
	server := serve(t, nil)
	for path, kind := range map[string]string{"/": "text/html", "/style.css": "text/css", "/app.js": "text/javascript", "/favicon.svg": "image/svg+xml"} {
		response, _ := send(t, "GET", server+path, "", nil)
		text, _ := io.ReadAll(response.Body)
		if response.StatusCode != 200 || !strings.HasPrefix(response.Header.Get("Content-Type"), kind) {
			t.Errorf("%s: %s %s", path, response.Status, response.Header.Get("Content-Type"))
		}
		for _, foreign := range []string{"https://", "//cdn", " style=", "onclick=", "<script>", "innerHTML", "@import"} {
			if bytes.Contains(text, []byte(foreign)) {
				t.Errorf("%s holds %s", path, foreign)
			}
		}
		policy := response.Header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: policy %q", path, policy)
		}
		if response.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s may be sniffed", path)
		}
		again, _ := send(t, "GET", server+path, "", nil, "If-None-Match: "+response.Header.Get("ETag"))
		if again.StatusCode != 304 {
			t.Errorf("%s unchanged: %s", path, again.Status)
		}
	}
}

func TestTheTablesAndTheHealth(t *testing.T) {
	server := serve(t, nil)
	response, _ := send(t, "GET", server+"/api/rules", "", nil)
	var rules []validate.Rule
	if err := json.NewDecoder(response.Body).Decode(&rules); err != nil || len(rules) != len(validate.Rules()) || rules[0].Number != "1.1" {
		t.Errorf("rules: %v, %d", err, len(rules))
	}
	response, _ = send(t, "GET", server+"/api/categories", "", nil)
	var paths []string
	if err := json.NewDecoder(response.Body).Decode(&paths); err != nil || len(paths) < 300 {
		t.Errorf("categories: %v, %d", err, len(paths))
	}
	for _, path := range paths[:5] {
		body, _ := json.Marshal(map[string]any{"categories": []string{path}})
		if _, a := send(t, "POST", server+"/api/check", jsonType, bytes.NewReader(body)); a.Verdict == validate.Rejected {
			t.Errorf("%s: %+v", path, a.Findings)
		}
	}
	response, _ = send(t, "GET", server+"/healthz", "", nil)
	if text, _ := io.ReadAll(response.Body); response.StatusCode != 200 || string(text) != "ok\n" {
		t.Errorf("health: %s %q", response.Status, text)
	}
}
