package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// shops is a catalog in which records 2 and 3 repeat 1, 2 of the same owner, 3 of
// another, and the last record is broken.
const shops = `{"id":"1","name":"青禾洗衣","intro":"预约上门取送衣物，查看洗护进度和历史订单，支持会员储值和开具发票。","owner":{"name":"青禾公司"}}
{"id":"2","name":"青禾洗衣坊","intro":"预约上门取送衣物，查看洗护进度和历史订单，支持会员储值和开具发票。","owner":{"name":"青禾公司"}}
{"id":"3","name":"白鹭洗护","intro":"预约上门取送衣物，查看洗护进度和历史订单，支持会员储值和开具发票。","owner":{"name":"白鹭公司"}}
{"id":"4","name":"腾迅课堂","intro":"在线学习剪纸和编织，记录每天的进度","owner":{"name":"李雷"}}
{"id":"5","name":
`

func TestCatalogAnswersInOrderWithWhatRepeatsWhat(t *testing.T) {
	path := file(t, "c.jsonl", shops)
	code, out, stderr := mingcha(t, "", "catalog", path)
	got := answers(t, out)
	if code != exitTrouble || len(got) != 5 {
		t.Fatalf("exit %d, %d answers, %s", code, len(got), stderr)
	}
	var all []string
	for _, a := range got {
		s := a.ID + " " + a.Verdict
		for _, f := range a.Findings {
			s += " " + f.Check
		}
		all = append(all, s)
	}
	want := "1 pass|2 review duplicate|3 review duplicate|4 reject tencent-mark| error"
	if got := strings.Join(all, "|"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, want := range []string{"5 records: 1 pass, 2 for review, 1 rejected, 1 could not be read; 2 records repeat others, in 1 groups", path + ":5:"} {
		if !strings.Contains(stderr, want) {
			t.Errorf("no %q in %s", want, stderr)
		}
	}
	for name, args := range map[string][]string{"standard input": {"-"}, "in English": {"-", "--lang", "en"}} {
		if _, out, _ := mingcha(t, shops, append([]string{"catalog"}, args...)...); strings.Count(out, `"check":"duplicate"`) != 2 || strings.Count(out, "\n") != 5 {
			t.Errorf("%s: %s", name, out)
		}
	}
	if _, out, _ := mingcha(t, "", "catalog", path, "--without-check", "duplicate"); strings.Contains(out, "duplicate") {
		t.Errorf("a check that is off: %s", out)
	}
}

func TestCatalogFindsRepeatsAcrossFiles(t *testing.T) {
	lines := strings.SplitAfter(shops, "\n")
	a, b := file(t, "a.jsonl", lines[0]), file(t, "b.jsonl", lines[2])
	_, out, _ := mingcha(t, "", "catalog", a, b, "--format", "csv")
	if !strings.Contains(out, b+",1,3,白鹭洗护,review,duplicate,3.5,review,intro,") {
		t.Errorf("got %s", out)
	}
}

func TestCatalogSaysTheSameAsCheck(t *testing.T) {
	var in strings.Builder
	for i := range 50 {
		fmt.Fprintf(&in, "{\"id\":\"%d\",\"name\":\"微\u200b信<&>%d\",\"intro\":\"全网第一\\ud83d\\ude00\xff 腾\u3000讯 %d\"}\n", i, i, i)
	}
	in.WriteString("{\n{\"name\":[]}\n")
	path := file(t, "c.jsonl", in.String())
	for _, format := range []string{"jsonl", "json", "csv", "text", "html", "sarif"} {
		_, want, _ := mingcha(t, "", "check", path, "--format", format)
		code, got, stderr := mingcha(t, "", "catalog", path, "--format", format, "--without-check", "duplicate", "--without-check", "name-taken", "--jobs", "3")
		if code != exitTrouble || got != want {
			t.Errorf("%s: exit %d, other output than check: %s", format, code, stderr)
		}
	}
}

func TestCatalogExitCodes(t *testing.T) {
	clean := file(t, "clean.jsonl", `{"name":"青禾记账"}`)
	bad := file(t, "bad.jsonl", `{"name":"日历"}`)
	broken := file(t, "broken.jsonl", `{"name":`)
	for _, test := range []struct {
		name string
		args []string
		want int
	}{
		{"clean", []string{clean}, exitClean},
		{"a reject", []string{bad, clean}, exitFound},
		{"a reject that may be", []string{bad, "--fail-on", "none"}, exitClean},
		{"a missing file beside one that is read", []string{clean, clean + "x"}, exitTrouble},
		{"nothing but a missing file", []string{clean + "x"}, exitTrouble},
		{"nothing but broken records", []string{broken}, exitTrouble},
		{"no file", nil, exitTrouble},
		{"to resume standard output", []string{clean, "--resume"}, exitTrouble},
		{"the input as output", []string{clean, "--output", clean}, exitTrouble},
		{"an output in no folder", []string{clean, "--output", clean + "/x.jsonl"}, exitTrouble},
		{"a page in no folder", []string{clean, "--html", clean + "/x.html"}, exitTrouble},
		{"a folder as page", []string{clean, "--html", filepath.Dir(clean)}, exitTrouble},
		{"an unknown format", []string{clean, "--format", "xml"}, exitTrouble},
		{"a missing allow-list", []string{clean, "--allow", clean + "x"}, exitTrouble},
		{"an allow-list that is none", []string{clean, "--allow", clean}, exitTrouble},
		{"a baseline that is none", []string{clean, "--baseline", clean}, exitTrouble},
	} {
		if got, out, stderr := mingcha(t, "", append([]string{"catalog"}, test.args...)...); got != test.want {
			t.Errorf("%s: exit %d, want %d\n%s%s", test.name, got, test.want, out, stderr)
		}
	}
}

func TestAllowedFindingsAreShownAndCountedButDoNotFail(t *testing.T) {
	path := file(t, "c.jsonl", `{"id":"1","name":"腾迅课堂"}`)
	allow := file(t, "allow.tsv", "text\treason\tuntil\n腾迅\t历史名称，法务已核\t9999-12-31\n日历\t不用了\t\n旧词\t过期\t2001-01-01\n")
	code, out, stderr := mingcha(t, "", "catalog", path, "--allow", allow)
	var got struct {
		Verdict    string
		Findings   []any
		Suppressed []struct{ Check, Text, By, Reason string }
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if code != exitClean || got.Verdict != "pass" || len(got.Findings) != 0 || len(got.Suppressed) != 1 ||
		got.Suppressed[0].By != "allow" || got.Suppressed[0].Text != "腾迅" || got.Suppressed[0].Reason != "历史名称，法务已核" {
		t.Errorf("exit %d, %s", code, out)
	}
	for _, want := range []string{"1 findings suppressed (1 allowed, 0 in the baseline)", allow + ":4: expired on 2001-01-01", allow + ":3: allows nothing"} {
		if !strings.Contains(stderr, want) {
			t.Errorf("no %q in %s", want, stderr)
		}
	}
}

func TestOnlyWhatTheBaselineLacksFails(t *testing.T) {
	before := file(t, "before.jsonl", shops)
	dir := t.TempDir()
	first, second := filepath.Join(dir, "1.jsonl"), filepath.Join(dir, "2.jsonl")
	if code, _, _ := mingcha(t, "", "catalog", before, "--output", first); code != exitTrouble {
		t.Fatalf("exit %d without a baseline", code)
	}
	code, _, stderr := mingcha(t, "", "catalog", before, "--output", second, "--baseline", first, "--fail-on", "review")
	if code != exitClean || !strings.Contains(stderr, "3 findings suppressed (0 allowed, 3 in the baseline)") {
		t.Errorf("the same again: exit %d, %s", code, stderr)
	}
	for _, baseline := range []string{first, second} { // each output can be the next baseline
		after := file(t, "after.jsonl", "{\"id\":\"0\",\"name\":\"日历\"}\n"+shops)
		code, out, _ := mingcha(t, "", "catalog", after, "--baseline", baseline)
		got := answers(t, out)
		if code != exitFound || len(got) != 6 || got[0].Verdict != "reject" || got[4].Verdict != "pass" {
			t.Errorf("one more: exit %d, %+v", code, got)
		}
	}
}

func TestAnOutputAppearsWholeAndLeavesNothingBeside(t *testing.T) {
	path := file(t, "c.jsonl", shops)
	output := filepath.Join(t.TempDir(), "out.csv")
	code, out, _ := mingcha(t, "", "catalog", path, "--output", output)
	got, err := os.ReadFile(output)
	if code != exitTrouble || out != "" || err != nil || !strings.HasPrefix(string(got), "\ufefffile,line,id,") {
		t.Errorf("exit %d, %v, %s", code, err, got)
	}
	if left, _ := filepath.Glob(output + ".*"); len(left) > 0 {
		t.Errorf("left: %q", left)
	}
}

func TestAPageSumsTheCatalogUp(t *testing.T) {
	page := filepath.Join(t.TempDir(), "summary.html")
	_, out, _ := mingcha(t, "", "catalog", file(t, "c.jsonl", shops), "--html", page)
	got, err := os.ReadFile(page)
	if err != nil || strings.Count(out, "\n") != 5 {
		t.Fatalf("%v, %s", err, out)
	}
	for _, want := range []string{"5 条记录", "2 条记录与前面的雷同，分属 1 组", "白鹭洗护 · 3 · 白鹭公司", "tencent-mark"} {
		if !strings.Contains(string(got), want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestASpreadsheetGoesInAndComesOutReadable(t *testing.T) {
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("店号,名称,功能介绍\r\n007,腾迅课堂,\"在线学习剪纸，\n全网第一\"\r\n008,青禾记账,记录每天的收支，按月统计\r\n")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	first, second := filepath.Join(dir, "一.xlsx"), filepath.Join(dir, "二.xlsx")
	columns := "id=店号,name=名称,intro=功能介绍"
	code, _, stderr := mingcha(t, "", "catalog", file(t, "商户.csv", gbk), "--columns", columns, "--output", first)
	if code != exitFound {
		t.Fatalf("exit %d, %s", code, stderr)
	}
	rows := func(name, sheet string) [][]string {
		f, err := excelize.OpenFile(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	got := rows(first, "商户")
	if len(got) != 3 || strings.Join(got[0], ",") != "店号,名称,功能介绍,结论,问题" ||
		strings.Join(got[1][:4], ",") != "007,腾迅课堂,在线学习剪纸，\n全网第一,不通过" || strings.Join(got[2], ",") != "008,青禾记账,记录每天的收支，按月统计,通过" {
		t.Fatalf("got %q", got)
	}
	// What came out goes in again, in both commands.
	if code, _, stderr := mingcha(t, "", "catalog", first, "--columns", columns, "--output", second); code != exitFound {
		t.Errorf("exit %d, %s", code, stderr)
	}
	if again := rows(second, "一"); len(again) != 3 || again[1][2] != got[1][2] || again[1][6] != got[1][4] {
		t.Errorf("got %q", again)
	}
	workbook, _ := os.ReadFile(first)
	for name, args := range map[string][]string{"a file": {first}, "standard input": {"-"}} {
		_, out, _ := mingcha(t, string(workbook), append([]string{"check", "--columns", columns}, args...)...)
		if a := answers(t, out); len(a) != 2 || a[0].ID != "007" || a[0].Verdict != "reject" || a[1].Verdict != "pass" {
			t.Errorf("check of %s: %+v", name, a)
		}
	}
}
