package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCatalogWritesTheJSONThatCheckWrites(t *testing.T) {
	lines := manyShops(300) + `{"id":"<&>\u2028\ud83c\udf40","name":"青禾 <b>& 微信","intro":"全国最好\n的\u0000 \ufffd课堂"}` + "\n"
	table := "id\tname\tintro\n1\t青禾\xff记账\t全国最好\xfe的课堂\n2\xff\t微信课堂\t在线学习剪纸\n"
	for name, content := range map[string]string{"c.jsonl": lines, "c.tsv": table, "none.jsonl": "[]"} {
		path := file(t, name, content)
		for _, format := range []string{"jsonl", "json"} {
			_, want, _ := mingcha(t, "", "check", path, "--format", format)
			_, got, _ := mingcha(t, "", "catalog", path, "--format", format, "--without-check", "duplicate", "--without-check", "name-taken")
			// What is no UTF-8 is escaped in the one and not in the other: the same text.
			got, want = strings.ReplaceAll(got, "\ufffd", `\ufffd`), strings.ReplaceAll(want, "\ufffd", `\ufffd`)
			if got != want {
				t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
			}
		}
	}
}

func TestInputThatChangesBetweenTheReadingsIsAnError(t *testing.T) {
	const before = `{"id":"1","name":"青禾记账"}` + "\n" + `{"id":"2","name":"腾迅课堂"}` + "\n"
	for what, after := range map[string]string{
		"unchanged":                      before,
		"another name under the same id": strings.Replace(before, "青禾", "白鹭", 1),
		"a record is gone":               before[:strings.Index(before, "\n")+1],
		"a record more":                  before + `{"id":"3","name":"拾光相册"}` + "\n",
		"a record is broken":             strings.Replace(before, `"青禾记账"`, `5`, 1),
		"all are gone":                   "",
	} {
		for _, format := range []string{"jsonl", "csv"} {
			path := file(t, "c.jsonl", before)
			var out, errors_ bytes.Buffer
			c := &catalogRun{sh: &shell{strings.NewReader(""), &out, &errors_}, progress: newProgress(&errors_, 0, false)}
			fs := newFlags("catalog", "")
			c.flags.register(fs)
			if _, err := parse(c.sh, fs, []string{"--format", format, "--output", filepath.Join(t.TempDir(), "out")}); err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(c.prepare([]string{path}), c.openJournal(), c.checkRecords(context.Background())); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(after), 0o644); err != nil {
				t.Fatal(err)
			}
			if err := c.writeAnswers(context.Background()); errors.Is(err, errChanged) != (after != before) {
				t.Errorf("%s, %s: %v", what, format, err)
			}
			c.journal.Remove()
			c.close()
		}
	}
}
