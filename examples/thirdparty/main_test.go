package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// stub answers like the platform: names under review, taken names, a slow one.
type stub struct{ calls atomic.Int32 }

func (s *stub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.calls.Add(1)
	body, _ := io.ReadAll(r.Body)
	var request struct {
		NickName string `json:"nick_name"`
	}
	json.Unmarshal(body, &request)
	say := func(text string) { io.WriteString(w, text) }
	switch {
	case r.FormValue("access_token") != "good token":
		say(`{"errcode":40001,"errmsg":"invalid credential"}`)
	case strings.Contains(string(body), `\u`):
		say(`{"errcode":53010,"errmsg":"escaped"}`)
	case request.NickName == "青禾慢班":
		<-r.Context().Done() // until the caller has gone
	case request.NickName == "青禾乱码":
		say(`<html>`)
	case request.NickName == "青禾书屋" && r.URL.Path == "/wxa/setnickname":
		say(`{"errcode":53013,"errmsg":"taken"}`)
	case r.URL.Path == "/cgi-bin/wxverify/checkwxverifynickname":
		hit := request.NickName == "青禾画室"
		json.NewEncoder(w).Encode(map[string]any{"errcode": 0, "hit_condition": hit, "wording": map[bool]string{true: "请提供证明"}[hit]})
	case r.URL.Path == "/wxa/setnickname" && request.NickName == "青禾画室":
		say(`{"errcode":0,"audit_id":12345}`)
	case r.URL.Path == "/wxa/setnickname", r.URL.Path == "/cgi-bin/account/modifysignature":
		say(`{"errcode":0}`)
	default:
		http.NotFound(w, r)
	}
}

// start runs the service before the stub, which it waits for so long; it gives the
// service's address.
func start(t *testing.T, token string, wait time.Duration) (address string, s *stub) {
	t.Helper()
	s = &stub{}
	behind := httptest.NewServer(s)
	t.Cleanup(behind.Close)
	service, err := newService(&platform{base: behind.URL, token: token, client: &http.Client{Timeout: wait}})
	if err != nil {
		t.Fatal(err)
	}
	front := httptest.NewServer(service.routes())
	t.Cleanup(front.Close)
	return front.URL, s
}

func post(t *testing.T, address, body string) (int, string) {
	t.Helper()
	response, err := http.Post(address, "application/json", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

func TestOnlyWhatMayPassReachesThePlatform(t *testing.T) {
	address, platform := start(t, "good token", time.Minute)
	for _, test := range []struct {
		name, body string
		status     int
		says       string
		calls      int32
	}{
		{"a look-alike of a mark", `{"appid":"wx1","name":"腾迅课堂"}`, 422, "tencent-mark", 0},
		{"a superlative in the intro", `{"appid":"wx1","name":"青禾课堂","intro":"国家级名师授课，在线学习编程"}`, 422, "superlative", 0},
		{"no name", `{"appid":"wx1"}`, 400, "appid and name", 0},
		{"no JSON", `name=x`, 400, "JSON object", 0},
		{"a good one", `{"appid":"wx2","name":"青禾课堂","intro":"编程入门课，每周两讲，作业有人改"}`, 200, `"verdict":"pass"`, 3},
		{"one that the platform reviews", `{"appid":"wx3","name":"青禾画室","license":"m"}`, 202, `"audit_id":12345`, 2},
		{"one that is taken", `{"appid":"wx4","name":"青禾书屋"}`, 409, "错误码 53013：名称与已有的小程序或公众号重复", 2},
		{"a platform that talks nonsense", `{"appid":"wx6","name":"青禾乱码"}`, 502, "cannot be reached", 1},
	} {
		before := platform.calls.Load()
		status, text := post(t, address+"/programs", test.body)
		if status != test.status || !strings.Contains(text, test.says) || platform.calls.Load()-before != test.calls {
			t.Errorf("%s: %d after %d calls: %s", test.name, status, platform.calls.Load()-before, text)
		}
	}
}

func TestAPlatformThatDoesNotAnswerIsToldSo(t *testing.T) {
	address, _ := start(t, "good token", 50*time.Millisecond)
	if status, text := post(t, address+"/programs", `{"appid":"wx5","name":"青禾慢班"}`); status != 504 || !strings.Contains(text, "in time") {
		t.Errorf("%d: %s", status, text)
	}
}

func TestABadTokenIsToldByItsCodeAndNeverPrinted(t *testing.T) {
	address, _ := start(t, "secret", time.Minute)
	if status, text := post(t, address+"/programs", `{"appid":"wx2","name":"青禾课堂"}`); status != 409 || !strings.Contains(text, "40001") || strings.Contains(text, "secret") {
		t.Errorf("%d: %s", status, text)
	}
}

func TestTheResultOfAReviewIsKept(t *testing.T) {
	address, _ := start(t, "good token", time.Minute)
	post(t, address+"/programs", `{"appid":"wx3","name":"青禾画室","license":"m"}`)
	for _, message := range []string{
		"nonsense", `<xml><Encrypt>abc</Encrypt></xml>`, `<xml><MsgType>text</MsgType></xml>`,
		`<xml><Event>wxa_nickname_audit</Event><ret>2</ret><nickname>青禾画室</nickname><reason>缺少证明</reason></xml>`,
	} {
		if status, text := post(t, address+"/events", message); status != 200 || text != "success" {
			t.Errorf("%s: %d %s", message, status, text)
		}
	}
	response, err := http.Get(address + "/programs/wx3")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if text, _ := io.ReadAll(response.Body); !strings.Contains(string(text), `"state":"refused","reason":"缺少证明"`) {
		t.Errorf("%s", text)
	}
}
