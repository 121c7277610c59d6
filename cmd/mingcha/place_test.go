package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// placed is what an answer says of the place of its record.
type placed struct {
	ID       string
	File     string
	Line     int
	Record   int
	Verdict  string
	Warnings []string
	Error    *struct {
		File, Field, Message string
		Line, Record         int
	}
}

func TestEveryAnswerCarriesItsPlaceAndItsWarnings(t *testing.T) {
	lines := file(t, "甲.jsonl", `{"id":"1","name":"青禾记账","nmae":"x"}`+"\n\n"+`{"nmae":"腾迅课堂"}`+"\n"+
		`{"id":"3","name":"腾迅课堂","contact":{"mail":"x"},"nmae":1}`+"\n"+`{"id":"4","owner":{"kind":"bogus"}}`+"\n"+`{"id":"5","名称":"青禾账本","name":"竹隅菜篮子"}`+"\n"+
		`{"id":"6","名称":"青禾账本","name":"松风茶室","nmae":1}`+"\n")
	table := file(t, "乙.csv", "名称,功能介绍,上架时间\n\"青禾\n记账\",每天的收支,2026\n竹里茶室,订一间安静的茶室,2026\n")
	type fault = struct {
		File, Field, Message string
		Line, Record         int
	}
	nothing := `no key of the record is known, so nothing in it can be checked: unknown key "nmae" (did you mean "name"?)`
	kind := `expected one of individual, enterprise, government, organization, got "bogus"`
	want := []placed{
		{"1", lines, 1, 1, "pass", []string{`unknown key "nmae" (did you mean "name"?)`}, nil},
		{"", "", 0, 0, "error", nil, &fault{lines, "", nothing, 3, 2}},
		{"3", lines, 4, 3, "reject", []string{`unknown key "contact.mail" (did you mean "contact.email"?)`}, nil},
		{"4", "", 0, 0, "error", nil, &fault{lines, "owner.kind", kind, 5, 4}},
		{"5", lines, 6, 5, "pass", []string{`"名称" and "name" are both name: the last is read`}, nil},
		{"6", lines, 7, 6, "pass", []string{`"名称" and "name" are both name: the last is read`}, nil}, // each tells what it lost
		{"", table, 2, 1, "reject", nil, nil},
		{"", table, 4, 2, "pass", nil, nil},
	}
	page := filepath.Join(t.TempDir(), "page.html")
	for _, args := range [][]string{{"check"}, {"check", "--jobs", "1"}, {"catalog"}, {"catalog", "--html", page}} {
		_, out, said := mingcha(t, "", append(append(args, "--format", "jsonl"), lines, table)...)
		var got []placed
		for line := range strings.Lines(out) {
			var p placed
			if err := json.Unmarshal([]byte(line), &p); err != nil {
				t.Fatal(err)
			}
			got = append(got, p)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q:\n got %+v\nwant %+v", args, got, want)
		}
		for _, told := range []string{":1: unknown key \"nmae\"", ":4: unknown key \"contact.mail\"", ":6: \"名称\" and \"name\" are both name", "乙.csv:1: unknown key \"上架时间\""} {
			if strings.Count(said, told) != 1 {
				t.Errorf("%q: %q is not told once in\n%s", args, told, said)
			}
		}
	}
	_, out, _ := mingcha(t, "", "check", "--format", "text", lines, table)
	for _, place := range []string{lines + ":1\n", lines + ":3: ", lines + ":6\n", table + ":2\n", table + ":4\n"} {
		if !strings.Contains(out, place) {
			t.Errorf("no %q in\n%s", place, out)
		}
	}
}

// What repeats others is written from the record, all else from the journal.
func TestARepeatKeepsItsPlaceAndWarnings(t *testing.T) {
	var text strings.Builder
	for i := range 2 {
		fmt.Fprintf(&text, `{"id":"%d","name":"青禾记账","intro":"记录每天的收支，按月统计，支持多人共享账本和预算提醒","k%d":1}`+"\n", i, i)
	}
	name := file(t, "x.jsonl", text.String())
	_, out, _ := mingcha(t, "", "catalog", "--format", "jsonl", name)
	var second placed
	if err := json.Unmarshal([]byte(strings.Split(out, "\n")[1]), &second); err != nil {
		t.Fatal(err)
	}
	if want := (placed{"1", name, 2, 2, "review", []string{`unknown key "k1"`}, nil}); !reflect.DeepEqual(second, want) {
		t.Errorf("got %+v, want %+v", second, want)
	}
}

func TestStrictRefusesWhatIsUnknownOrRepeated(t *testing.T) {
	for text, want := range map[string]string{
		`{"name":"青禾记账","contact":{"mail":"x"}}`:            `1: unknown key "contact.mail"`,
		`{"name":"青禾记账","owner":{"nmae":"x"}}`:              `1: unknown key "owner.nmae"`,
		`{"name":"青禾记账","authorizations":[{"marks":"x"}]}`:  `1: unknown key "authorizations[].marks"`,
		`{"name":"青禾记账","name":"青禾"}`:                       `1: name: "name" is given twice`,
		"name,nmae,tag\n青禾记账,x,y\n":                         `1: unknown key "nmae", "tag" (did you mean "tags"?): to read what is meant: --columns tags=tag`,
		`[{"name":"青禾记账"},` + "\n" + `{"name":"竹隅","x":1}]`: `2: unknown key "x"`,
	} {
		for _, command := range []string{"check", "catalog"} {
			name := file(t, "x", text)
			code, _, said := mingcha(t, "", command, "--strict", "--format", "jsonl", name)
			if code == 0 || !strings.Contains(said, name+":"+want) {
				t.Errorf("%s %s: exit %d\n%s", command, text, code, said)
			}
		}
	}
}
