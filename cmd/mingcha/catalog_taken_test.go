package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sameNames are three programs, of two owners and of one that is not stated.
const sameNames = `{"id":"a-1","name":"青禾记账","intro":"记录每天的收入和支出","owner":{"name":"杭州青禾网络科技有限公司"}}` + "\n" +
	`{"id":"b-7","name":"青禾 记账","intro":"给小店算毛利和库存","owner":{"name":"成都半山文化传播有限公司"}}` + "\n" +
	`{"name":"青禾记账平台","intro":"家庭开支一目了然"}` + "\n"

func TestCatalogFindsNamesOfOtherOwnersInEachEdition(t *testing.T) {
	path := file(t, "c.jsonl", sameNames)
	for edition, rule := range map[string]string{"first": "1.6", "2018": "2.7", "2026": "2.5"} {
		_, out, stderr := mingcha(t, "", "catalog", path, "--edition", edition)
		got := answers(t, out)
		if len(got) != 3 || got[0].Verdict != "pass" || got[1].Verdict != "reject" || got[2].Verdict != "review" {
			t.Fatalf("%s: %s", edition, out)
		}
		for _, want := range []string{
			`"check":"name-taken","rule":"` + rule + `","severity":"reject","field":"name","start":0,"end":13,"text":"青禾 记账","entry":"a-1"`,
			`"platform_code":53013`, "b-7 的名称和「青禾记账」（a-1）的名称相同", "#3 的名称和", "没有都填主体",
		} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: no %s in %s", edition, want, out)
			}
		}
		if !strings.Contains(stderr, "2 names are those of earlier records") {
			t.Errorf("%s: standard error says %s", edition, stderr)
		}
	}
	if _, out, _ := mingcha(t, "", "catalog", path, "--without-check", "name-taken"); strings.Contains(out, "name-taken") {
		t.Errorf("a check that is off: %s", out)
	}
}

func TestTakenNamesStandInAllThatACatalogWrites(t *testing.T) {
	path := file(t, "c.jsonl", sameNames)
	page := filepath.Join(t.TempDir(), "page.html")
	for _, format := range []string{"text", "csv", "html", "sarif", "json"} {
		if _, out, _ := mingcha(t, "", "catalog", path, "--format", format, "--html", page); !strings.Contains(out, "name-taken") {
			t.Errorf("%s does not tell of it", format)
		}
	}
	if content, err := os.ReadFile(page); err != nil || !strings.Contains(string(content), "name-taken") {
		t.Errorf("the page that sums up does not tell of it: %v", err)
	}
	known := filepath.Join(t.TempDir(), "known.jsonl")
	_, out, _ := mingcha(t, "", "catalog", path, "--format", "jsonl")
	if err := os.WriteFile(known, []byte(out), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, _ := mingcha(t, "", "catalog", path, "--baseline", known); code != exitClean || strings.Count(out, `"verdict":"pass"`) != 3 || !strings.Contains(out, `"suppressed":[{"check":"name-taken"`) {
		t.Errorf("what is known is told again: exit %d, %s", code, out)
	}
}
