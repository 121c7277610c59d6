package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// bookOf makes a workbook in a folder of sheets with rows.
func bookOf(t *testing.T, sheets map[string][][]any, order ...string) string {
	t.Helper()
	f := excelize.NewFile()
	for i, name := range order {
		if i == 0 {
			f.SetSheetName("Sheet1", name)
		} else {
			f.NewSheet(name)
		}
		for k, row := range sheets[name] {
			cell, _ := excelize.CoordinatesToCellName(1, k+1)
			f.SetSheetRow(name, cell, &row)
		}
	}
	path := filepath.Join(t.TempDir(), "商户.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestCheckAndCatalogReadAllSheetsOrTheOneThatIsNamed(t *testing.T) {
	path := bookOf(t, map[string][][]any{
		"华东": {{"2026年登记表"}, {"名称", "功能介绍"}, {"腾迅课堂", "编程入门课"}},
		"华南": {{"名称"}, {"青禾记账"}},
	}, "华东", "华南")
	for _, command := range []string{"check", "catalog"} {
		code, out, said := mingcha(t, "", command, "--format", "jsonl", path)
		if lines := strings.Split(strings.TrimSpace(out), "\n"); code != exitFound || len(lines) != 2 ||
			!strings.Contains(lines[0], `商户.xlsx#华东","line":3`) || !strings.Contains(lines[1], `商户.xlsx#华南","line":2`) {
			t.Errorf("%s: %d\n%s\n%s", command, code, out, said)
		}
		code, out, _ = mingcha(t, "", command, "--format", "jsonl", "--sheet", "华南", path)
		if code != exitClean || strings.Count(out, "\n") != 1 || !strings.Contains(out, `商户.xlsx","line":2`) {
			t.Errorf("%s --sheet: %d\n%s", command, code, out)
		}
		if code, _, said := mingcha(t, "", command, "--sheet", "华北", path); code != exitTrouble || !strings.Contains(said, "华东, 华南") {
			t.Errorf("%s --sheet of none: %d %s", command, code, said)
		}
		code, out, _ = mingcha(t, "", command, "--format", "jsonl", "--sheet", "华东", "--header-row", "2", path)
		if code != exitFound || strings.Count(out, "\n") != 1 {
			t.Errorf("%s --header-row: %d\n%s", command, code, out)
		}
	}
}

func TestACatalogWithoutRecordsIsCleanAndSaysSo(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.csv": "名称,简介\n", "b.json": "[]", "c.jsonl": "\n\n", "d.jsonl": ""} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, command := range []string{"check", "catalog"} {
			if code, out, said := mingcha(t, "", command, "--format", "jsonl", path); code != exitClean || out != "" || strings.Count(said, "holds no record") != 1 {
				t.Errorf("%s %s: %d %q %q", command, name, code, out, said)
			}
		}
	}
}

func TestAFileOfAnotherKindIsNamedAndIsTrouble(t *testing.T) {
	dir := t.TempDir()
	for name, test := range map[string]struct{ head, want string }{
		"old.xls":  {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600), "Excel 97-2003"},
		"web.xls":  {"<html><table></table></html>", "HTML"},
		"a.pdf":    {"%PDF-1.4\n", "PDF"},
		"icon.png": {"\x89PNG\r\n\x1a\n", "PNG"},
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(test.head), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, command := range []string{"check", "catalog"} {
			if code, _, said := mingcha(t, "", command, path); code != exitTrouble || !strings.Contains(said, test.want) {
				t.Errorf("%s %s: %d %s", command, name, code, said)
			}
		}
	}
}

func TestAWorkbookOnStandardInputIsRead(t *testing.T) {
	book, err := os.ReadFile(bookOf(t, map[string][][]any{"一": {{"name"}, {"青禾记账"}}}, "一"))
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"check", "catalog"} {
		if code, out, said := mingcha(t, string(book), command, "--format", "jsonl", "-"); code != exitClean || bytes.Count([]byte(out), []byte("\n")) != 1 {
			t.Errorf("%s: %d %s %s", command, code, out, said)
		}
	}
}

func TestWhatASheetHidesIsTrouble(t *testing.T) {
	path := bookOf(t, map[string][][]any{"一": {{"name", "intro"}, {"青禾记账"}, {nil, "记录收支"}, {"拾光"}}}, "一")
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellFormula("一", "A3", `A2&"甲"`); err != nil { // stored without a value
		t.Fatal(err)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"check", "catalog"} {
		code, out, said := mingcha(t, "", command, "--format", "jsonl", "--fail-on", "none", path)
		if code != exitTrouble || strings.Count(out, "\n") != 3 || !strings.Contains(said, ":3: name: A3: a formula whose value is not stored") {
			t.Errorf("%s: %d\n%s\n%s", command, code, out, said)
		}
	}
}

func TestAFolderIsNamedAsOne(t *testing.T) {
	for _, command := range []string{"check", "catalog"} {
		if code, _, said := mingcha(t, "", command, t.TempDir()); code != exitTrouble || !strings.Contains(said, "is a folder: give the files in it") {
			t.Errorf("%s: %d %s", command, code, said)
		}
	}
}
