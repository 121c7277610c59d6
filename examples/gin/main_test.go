package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"
)

// address is that of the service under test; gin has one validator a process.
var address string

func TestMain(m *testing.M) {
	gin.SetMode(gin.ReleaseMode)
	handler, err := newService()
	if err != nil {
		panic(err)
	}
	server := httptest.NewServer(handler) // a real socket
	address = server.URL
	code := m.Run()
	server.Close()
	os.Exit(code)
}

func post(t *testing.T, path, accept, body string) (int, answer) {
	t.Helper()
	request, err := http.NewRequest(http.MethodPost, address+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept-Language", accept)
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
	if err := json.Unmarshal(text, &a); err != nil {
		t.Fatalf("%v in %q", err, text)
	}
	return response.StatusCode, a
}

func TestABadFormIsToldOfEachFieldInTheLanguageAsked(t *testing.T) {
	const form = `{"name":"腾迅课堂","intro":"全国最好的在线课堂，国家级名师授课","tags":["数学","微信"]}`
	for accept, want := range map[string]map[string][]string{
		"zh-CN,zh;q=0.9": {"name": {"「腾迅」", "读音相同"}, "intro": {"「最好」", "「国家级」"}, "tags[1]": {"「微信」"}},
		"en-GB,en;q=0.8": {"name": {"“腾迅”", "read the same"}, "intro": {"“最好”", "“国家级”"}, "tags[1]": {"“微信”"}},
		"":               {"name": {"「腾迅」"}, "intro": {"「最好」", "「国家级」"}, "tags[1]": {"「微信」"}},
		"fr, en;q=0.5":   {"name": {"“腾迅”"}, "intro": {"“最好”"}, "tags[1]": {"“微信”"}},
	} {
		status, a := post(t, "/programs", accept, form)
		if status != http.StatusUnprocessableEntity || len(a.Errors) != len(want) {
			t.Errorf("%q: %d %v", accept, status, a.Errors)
		}
		for field, parts := range want {
			for _, part := range parts {
				if !strings.Contains(a.Errors[field], part) {
					t.Errorf("%q %s: no %q in %q", accept, field, part, a.Errors[field])
				}
			}
		}
		if a.Report == nil || a.Report.Verdict != "reject" || len(a.Report.Findings) != 4 || !strings.Contains(want["name"][0], a.Report.Findings[0].Text) {
			t.Errorf("%q: report %+v", accept, a.Report)
		}
	}
}

func TestAGoodFormIsTaken(t *testing.T) {
	status, a := post(t, "/programs", "zh", `{"name":"青禾记账","short_name":"青禾","intro":"记录每天的收支，按月统计","category":"工具/记账","tags":["记账"],"admin_wechat":"qinghe_2026"}`)
	if status != http.StatusOK || a.Errors != nil || a.Report == nil || a.Report.Verdict != "pass" {
		t.Errorf("%d %+v", status, a)
	}
}

func TestTheOtherWaysToFail(t *testing.T) {
	for _, test := range []struct {
		name, path, body string
		status           int
		field, want      string
	}{
		{"an absent field", "/programs", `{"intro":"记录每天的收支"}`, 422, "name", "required"},
		{"a short name from elsewhere", "/programs", `{"name":"青禾记账","short_name":"麦田","intro":"记录每天的收支"}`, 422, "short_name", "cut from the name"},
		{"an unknown category", "/programs", `{"name":"青禾记账","intro":"记录每天的收支","category":"餐饮/点餐"}`, 422, "category", "no category"},
		{"no JSON", "/programs", `name=青禾`, 400, "", "invalid character"},
		{"too long", "/programs", `{"name":"` + strings.Repeat("青", maxBody) + `"}`, 400, "", "too large"},
		{"a name alone", "/names", `{"name":"腾迅课堂"}`, 422, "name", "“腾迅”"},
		{"a good name alone", "/names", `{"name":"青禾记账"}`, 200, "", ""},
	} {
		status, a := post(t, test.path, "en", test.body)
		if status != test.status || !strings.Contains(a.Errors[test.field], test.want) {
			t.Errorf("%s: %d %v", test.name, status, a.Errors)
		}
	}
}
