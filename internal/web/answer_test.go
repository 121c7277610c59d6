package web_test

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/web"
	"github.com/mingcha-go/mingcha/validate"
)

// An answer has a bound, whatever was sent: what is left out is counted, and the
// verdict is that of everything.
func TestAnswersAreBounded(t *testing.T) {
	const most = 24 << 10
	url := serve(t, func(l *web.Limits) { l.Answer = most }) + "/api/check"
	var keys []string
	for i := range 2000 {
		keys = append(keys, fmt.Sprintf(`"nobody_%d":1`, i))
	}
	for _, test := range []struct {
		name, json string
		verdict    validate.Verdict
		leftOut    string // the member that says so, empty where nothing is
	}{
		{"a report that is short", `{"intro":"国家级名师授课，最好的课堂"}`, "reject", ""},
		{"rewrites of a long field", `{"description":"` + strings.Repeat("记录每天的收支，按月统计。", 200) + `国家级，最好，第一名，全网最低价，顶级"}`, "reject", ""},
		{"many tags", `{"tags":["x"` + strings.Repeat(`,"微信<&>"`, 3000) + `]}`, "reject", "findings"},
		{"many phone numbers", `{"description":"` + strings.Repeat("电话13800138000，", 8000) + `"}`, "", "findings"},
		{"many marks", `{"icon_text":["x"` + strings.Repeat(`,"腾迅课堂<<<<<<<<<<<<"`, 3000) + `]}`, "", "findings"},
		{"a name that is as long as can be", `{"name":"` + strings.Repeat("微信", 40_000) + `"}`, "reject", "texts"},
		{"keys that are data", `{"name":"青禾记账",` + strings.Join(keys, ",") + "}", "pass", "warnings"},
	} {
		response, a := send(t, "POST", url, jsonType, strings.NewReader(test.json))
		text, err := io.ReadAll(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		if response.StatusCode != 200 || test.verdict != "" && a.Verdict != test.verdict {
			t.Errorf("%s: %s, verdict %s, %+v", test.name, response.Status, a.Verdict, a.Error)
		}
		if len(text) > most+4<<10 {
			t.Errorf("%s: %d bytes", test.name, len(text))
		}
		var got struct {
			LeftOut map[string]int `json:"left_out"`
		}
		if err := json.Unmarshal(text, &got); err != nil {
			t.Fatal(err)
		}
		if test.leftOut == "" && got.LeftOut != nil || test.leftOut != "" && got.LeftOut[test.leftOut] == 0 {
			t.Errorf("%s: left out %v, %d findings, %d bytes", test.name, got.LeftOut, len(a.Findings), len(text))
		}
		if got.LeftOut != nil && !strings.Contains(strings.Join(a.Warnings, "\n"), "left out") {
			t.Errorf("%s: no warning in %q", test.name, a.Warnings)
		}
	}
}

// What an error quotes of a request is no longer than it needs to be.
func TestErrorsQuoteLittle(t *testing.T) {
	server := serve(t, nil)
	long := strings.Repeat("x", 10_000)
	for _, test := range []struct{ name, path, kind, body string }{
		{"a parameter", "/api/check?" + long + "=1", jsonType, "{}"},
		{"a path", "/" + long, jsonType, "{}"},
		{"a type", "/api/check", long, "{}"},
		{"a part", "/api/check", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"" + long + "\"\r\n\r\n\r\n--x--\r\n"},
		{"a media type", "/api/check", jsonType, `{"icon":"` + long + `"}`},
		{"a key of a member", "/api/check", jsonType, `{"owner":{"` + long + `":[]},"contact":{"email":{"` + long + `":1}}}`},
	} {
		response, a := send(t, "POST", server+test.path, test.kind, strings.NewReader(test.body))
		if response.ContentLength > 1500 || response.StatusCode < 300 || a.Error == nil {
			t.Errorf("%s: %s, %d bytes", test.name, response.Status, response.ContentLength)
		}
	}
}
