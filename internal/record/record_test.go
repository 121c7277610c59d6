package record_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/mingcha-go/mingcha/internal/record"
)

// read gives every record as "line:id:name" or "line!field: message", then what
// ended the reading where it was not the end of the file.
func read(name, text string, o record.Options) (got []string) {
	r, err := record.NewReader(name, strings.NewReader(text), o)
	if err != nil {
		return []string{"cannot begin: " + err.Error()}
	}
	for {
		next, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return got
		case err != nil:
			return append(got, "broken off: "+err.Error())
		case next.Err != nil:
			got = append(got, fmt.Sprintf("%d!%s: %s", next.Line, next.Err.Field, next.Err.Message))
		default:
			got = append(got, fmt.Sprintf("%d:%s:%s", next.Line, next.ID, next.Submission.Name))
		}
	}
}

func TestEveryFormatIsRead(t *testing.T) {
	for _, test := range []struct {
		what, file, text string
		want             []string
	}{
		{"JSON lines", "a.jsonl", `{"id":"1","name":"甲"}` + "\n\n" + `{"id":2,"name":"乙","tags":null}`, []string{"1:1:甲", "3:2:乙"}},
		{"line ends of Windows", "a.jsonl", "{\"name\":\"甲\"}\r\n{\"name\":\"乙\"}\r\n", []string{"1::甲", "2::乙"}},
		{"an array", "a.json", `[{"name":"甲"},{"name":"乙"}]`, []string{"1::甲", "1::乙"}},
		{"an array spread over lines", "-", "\n[\n  {\n    \"name\": \"甲\"\n  },\n  {\"name\": \"乙\"}\n]\n", []string{"3::甲", "6::乙"}},
		{"an empty array", "-", "[]", nil},
		{"objects spread over lines", "-", "{\n  \"name\": \"甲\",\n  \"contact\": {\n    \"email\": \"a@b.c\"\n  }\n}\n{\n  \"name\": \"乙\"\n}\n", []string{"1::甲", "7::乙"}},
		{"CSV", "a.csv", "id,name,其他\n1,甲,x\n2,\"乙,丙\",y\n", []string{"2:1:甲", "3:2:乙,丙"}},
		{"CSV with cells of several lines", "a.csv", "name,intro\n甲,\"一\n二\"\n乙,三\n", []string{"2::甲", "4::乙"}},
		{"CSV with semicolons", "a.csv", "id;name\n1;甲,乙\n", []string{"2:1:甲,乙"}},
		{"TSV", "a.tsv", "id\tname\n1\t他说\"好\"\n2\t\"甲 \"\"乙\"\"\"\n", []string{`2:1:他说"好"`, `3:2:甲 "乙"`}},
		{"TSV without an extension", "-", "Name \tINTRO\n甲\t一,二\n", []string{"2::甲"}},
	} {
		if got := read(test.file, test.text, record.Options{}); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.what, got, test.want)
		}
	}
}

func TestABrokenRecordCostsNoOther(t *testing.T) {
	for _, test := range []struct {
		what, file, text string
		want             []string
	}{
		{"a cut line", "-", "{\"name\":\"甲\"}\n{\"name\":\n{\"name\":\"乙\"}\n",
			[]string{"1::甲", "2!: not a JSON object: it ends in the middle: the file or the line was cut off", "3::乙"}},
		{"a cut file", "-", "{\"name\":\"甲\"}\n{\"name\":\"乙",
			[]string{"1::甲", "2!: not a JSON object: it ends in the middle: the file or the line was cut off"}},
		{"a line that is no object", "-", "{\"name\":\"甲\"}\n[1]\nname\n{\"name\":\"乙\"}\n",
			[]string{"1::甲", "2!: not a JSON object: got a list", "3!: not a JSON object: invalid character 'a' in literal null (expecting 'u') (byte 2 of the record)", "4::乙"}},
		{"a wrong type", "-", `{"id":"7","name":5}` + "\n" + `{"id":"8","tags":["a",1]}` + "\n" + `{"contact":{"email":false}}` + "\n" + `{"tags":"a"}`,
			[]string{"1!name: expected a text, got a number", "2!tags: expected a list of texts, got a number inside",
				"3!contact.email: expected a text, got true or false", "4!tags: expected a list of texts, got a text"}},
		{"an element that is no object", "-", "[{\"name\":\"甲\"},\n5,\nnull,{\"name\":\"乙\"}]",
			[]string{"1::甲", "2!: not a JSON object: got a number", "3!: expected a JSON object, got null", "3::乙"}},
		{"a cut array", "-", "[{\"name\":\"甲\"},\n{\"name\":",
			[]string{"1::甲", "2!: the array cannot be read on: it ends in the middle: the file was cut off"}},
		{"an array without its end", "-", "[{\"name\":\"甲\"}\n",
			[]string{"1::甲", "2!: the array cannot be read on: it ends in the middle: the file was cut off"}},
		{"a wrong sign in an array", "-", "[{\"name\":\"甲\"},\n{name:1}]",
			[]string{"1::甲", "2!: not a JSON object: invalid character 'n' looking for beginning of object key string (byte 2 of the record)"}},
		{"more after an array", "-", "[{\"name\":\"甲\"}]\n{}", []string{"1::甲", "2!: there is more after the end of the array"}},
		{"a row with a cell too many", "a.csv", "id,name\n1,甲\n2\n3,丙,x\n4,丁\n",
			[]string{"2:1:甲", "3:2:", `4!: the row has 3 cells, the header 2: "x" belongs to no column; a cell that holds the separator wants quotes`, "5:4:丁"}},
		{"a quote that is not closed", "a.csv", "id,name\n1,\"甲\n2,乙\n3,\"丙\"\n",
			[]string{`2!: a cell that begins with a quote does not end with one: close it, or write the quotes in it twice`, "3:2:乙", "4:3:丙"}},
		{"a quote that is not closed in many lines", "a.csv", "id,name\n1,\"甲\n" + strings.Repeat("2,乙\n", 1100) + "3,\"丙\"\n",
			append(append([]string{`2!: a cell that begins with a quote does not end with one: close it, or write the quotes in it twice`}, numbered(3, 1100, ":2:乙")...), "1103:3:丙")},
		{"elements without a comma", "-", "[{\"name\":\"甲\"}\n{\"name\":\"乙\"}]",
			[]string{"1::甲", "2!: a comma is missing before the next element of the array", "2::乙"}},
		{"a comma at the end", "-", "[{\"name\":\"甲\"},\n]",
			[]string{"1::甲", "2!: a comma stands before the end of the array: something is missing, or the comma is too much"}},
		{"commas with nothing between", "-", "[,{\"name\":\"甲\"},,{\"name\":\"乙\"}]",
			[]string{"1!: two commas of the array have nothing between them", "1::甲", "1!: two commas of the array have nothing between them", "1::乙"}},
		{"a text of an element that is not closed", "-", "[{\"name\":\"甲},\n{\"name\":\"乙\"},\n{\"name\":\"丙\"}]",
			[]string{"1!: a text is not closed before its line ends", "2::乙", "3::丙"}},
		{"brackets that do not match", "-", "[{\"name\":\"甲\"]},{\"name\":\"乙\"}]",
			[]string{"1!: not a JSON object: invalid character ']' after object key:value pair (byte 14 of the record)", "1!: a comma is missing before the next element of the array", "1!: not a JSON object: invalid character '}' looking for beginning of value (byte 1 of the record)", "1::乙"}},
		{"a truth that is none", "a.csv", "name,test_account\n甲,是\n乙,maybe\n",
			[]string{"2::甲", `3!test_account: expected true or false, yes or no, 是 or 否, got "maybe"`}},
	} {
		if got := read(test.file, test.text, record.Options{}); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n got %q\nwant %q", test.what, got, test.want)
		}
	}
}

// numbered gives a text behind each of some numbers in a row.
func numbered(from, count int, text string) (all []string) {
	for i := range count {
		all = append(all, strconv.Itoa(from+i)+text)
	}
	return all
}

func TestTablesAreReadAsPeopleWriteThem(t *testing.T) {
	two := []string{"2:1:甲", "3:2:乙"}
	for _, test := range []struct {
		what, file, text string
		o                record.Options
		want             []string
	}{
		{"lines that end in CR", "a.csv", "id,name\r1,甲\r2,乙\r", record.Options{}, two},
		{"lines that end in CR, without the last", "a.csv", "id,name\r1,甲\r2,乙", record.Options{}, two},
		{"lines that end in CRLF", "a.csv", "id,name\r\n1,甲\r\n2,乙\r\n", record.Options{}, two},
		{"lines that end in this and that", "a.csv", "id,name\r\n1,甲\r2,乙\n", record.Options{}, two},
		{"objects whose lines end in CR", "-", "{\"id\":\"1\",\"name\":\"甲\"}\r{\"id\":\"2\",\"name\":\"乙\"}\r", record.Options{}, []string{"1:1:甲", "2:2:乙"}},
		{"a line that tells the separator", "a.csv", "sep=;\nid;name\n1;甲\n", record.Options{}, []string{"3:1:甲"}},
		{"that line in quotes", "a.csv", "\"sep=,\"\r\nid,name\r\n1,甲\r\n", record.Options{}, []string{"3:1:甲"}},
		{"that line with a tab", "a.csv", "sep=\t\nid\tname\n1\t甲\n", record.Options{}, []string{"3:1:甲"}},
		{"bars between cells", "a.txt", "id|name\n1|甲\n2|乙\n", record.Options{}, two},
		{"semicolons, with commas in the names", "a.csv", "id;name;备注,其他\n1;甲;\n2;乙;\n", record.Options{}, two},
		{"surplus cells that are empty", "a.csv", "id,name\n1,甲,,\n2,乙, ,\n", record.Options{}, two},
		{"a header with empty columns behind", "a.csv", "id,name,,\n1,甲,,\n2,乙\n", record.Options{}, two},
		{"blank rows", "a.csv", ",\n\nid,name\n,\n1,甲\n\u3000, \n\n2,乙\n,,,\n", record.Options{}, []string{"5:1:甲", "8:2:乙"}},
		{"a title above the header", "a.csv", "2026年小程序商户登记表,,\n填表人：张三,,\n编号,名称,地区\n1,甲,杭州\n", record.Options{}, []string{"4:1:甲"}},
		{"a title with another separator", "a.csv", "登记表;内部\n\n编号,名称\n1,甲\n", record.Options{}, []string{"4:1:甲"}},
		{"a header row that is told", "a.csv", "id,name\nid,name\n1,甲\n", record.Options{HeaderRow: 2}, []string{"3:1:甲"}},
		{"a header row that is not there", "a.csv", "id,name\n1,甲\n", record.Options{HeaderRow: 9}, []string{"cannot begin: a.csv:9: there is no row of column names here, as was said: it is blank, or not the first line of its row"}},
		{"a quote inside a cell", "a.csv", "id,name\n1,5\"屏\n2,乙\n", record.Options{}, []string{`2:1:5"屏`, "3:2:乙"}},
		{"text behind a quote", "a.csv", "id,name\n1,\"甲\"乙\n", record.Options{}, []string{"2:1:甲乙"}},
		{"quotes in quotes and lines in cells", "a.csv", "id,name\n1,\"甲\"\"\n乙\"\n2,丙\n", record.Options{}, []string{"2:1:甲\"\n乙", "4:2:丙"}},
		{"a column alone", "a.csv", "name\n甲\n乙\n", record.Options{}, []string{"2::甲", "3::乙"}},
		{"a mapped header below a title", "a.csv", "登记表\n店名,卖点\n甲,乙\n", record.Options{Columns: map[string]string{"name": "店名"}}, []string{"3::甲"}},
	} {
		if got := read(test.file, test.text, test.o); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n got %q\nwant %q", test.what, got, test.want)
		}
	}
}

func TestACatalogThatHoldsNoRecordSaysSo(t *testing.T) {
	for _, text := range []string{"", "\ufeff \n\n", "id,name\n", "id,name\n,\n", "[]", "[ ]\n", "\n\n\n"} {
		var said []string
		r, err := record.NewReader("x", strings.NewReader(text), record.Options{Warn: func(s string) { said = append(said, s) }})
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		for range 2 {
			if rec, err := r.Next(); err != io.EOF {
				t.Errorf("%q: %+v, %v", text, rec, err)
			}
		}
		if !slices.Equal(said, []string{"x: holds no record"}) {
			t.Errorf("%q: said %q", text, said)
		}
	}
}

func TestRecordsAreBounded(t *testing.T) {
	for what, text := range map[string]string{
		"a long cell":                   "id,name\n1,甲\n2," + strings.Repeat("a", 9<<20) + "\n3,丙\n",
		"a long cell in quotes":         "id,name\n1,甲\n2,\"" + strings.Repeat("a", 9<<20) + "\"\n3,丙\n",
		"many texts, each short enough": "id,name,description\n1,甲,\n2," + strings.Repeat("a", 1<<20) + "," + strings.Repeat("b", 3<<20/2) + "\n3,丙,\n",
		"a long object":                 "{\"id\":\"1\",\"name\":\"甲\"}\n{\"id\":\"2\",\"name\":\"" + strings.Repeat("a", 3<<20) + "\"}\n{\"id\":\"3\",\"name\":\"丙\"}\n",
		"a long element":                "[{\"id\":\"1\",\"name\":\"甲\"},\n{\"id\":\"2\",\"name\":\"" + strings.Repeat("a", 9<<20) + "\"},\n{\"id\":\"3\",\"name\":\"丙\"}]",
	} {
		got := read("x", text, record.Options{})
		if len(got) != 3 || !strings.HasSuffix(got[0], ":1:甲") || !strings.Contains(got[1], "!") || !strings.HasSuffix(got[2], ":3:丙") {
			t.Errorf("%s: %.200q", what, got)
		}
	}
}

func TestWhatCannotBeReadAtAllIsSaid(t *testing.T) {
	for _, test := range []struct {
		what, text string
		columns    map[string]string
		want       string
	}{
		{"a ZIP file", "PK\x03\x04rest", nil, "cannot begin: x: this is a ZIP file: expected JSON lines, a JSON array, CSV, TSV or XLSX; unpack it"},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", nil, "cannot begin: x: this is a PNG picture: "},
		{"an old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600), nil, "cannot begin: x: this is an Excel 97-2003 workbook (.xls, .et) or one that is locked by a password: "},
		{"a table in HTML", "<html><table><tr><td>name</td></tr></table></html>", nil, "cannot begin: x: this is an HTML page, which some programs name .xls: "},
		{"a table of Excel 2003", "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", nil, "cannot begin: x: this is an XML file, as Excel 2003 writes tables: "},
		{"a PDF file", "%PDF-1.7\n", nil, "cannot begin: x: this is a PDF file: "},
		{"an RTF document", "{\\rtf1\\ansi name}", nil, "cannot begin: x: this is an RTF document: "},
		{"a database", "SQLite format 3\x00rest", nil, "cannot begin: x: this is an SQLite database: "},
		{"a packed file", "\x1f\x8b\x08\x00rest", nil, "cannot begin: x: this is a gzip file: "},
		{"a program", "\x7fELF\x02\x01\x01", nil, "cannot begin: x: this is a program: "},
		{"a table without a known column", "店名,卖点\n甲,乙\n", nil,
			"cannot begin: x:1: no column is called name, intro or another field that can be checked: map yours, as in --columns name=店名; the columns are 店名, 卖点"},
		{"a table without the mapped column", "id,name\n1,甲\n", map[string]string{"intro": "功能介绍"},
			`cannot begin: x:1: no column is called "功能介绍", which was said to hold intro; the columns are id, name`},
		{"a mapping to nothing", "id,name\n1,甲\n", map[string]string{"title": "标题"}, `cannot begin: x: there is no field "title" to map a column to`},
		{"a column that stands twice", "name,Name\n甲,乙\n", nil, "cannot begin: x:1: two columns are name: \"name\" and \"Name\""},
	} {
		got := read("x", test.text, record.Options{Columns: test.columns})
		if len(got) != 1 || !strings.HasPrefix(got[0], test.want) {
			t.Errorf("%s: got %q, want %q", test.what, got, test.want)
		}
	}
}

func TestEveryEncodingIsRecognised(t *testing.T) {
	const text = "id,name,intro\n1,青禾记账,记录每天的收支，按月统计\n2,拾光,整理家庭照片\n"
	const jsonl = `{"id":"1","name":"青禾记账"}` + "\n" + `{"id":"2","name":"拾光"}` + "\n"
	encode := func(f func(string) (string, error), s string) string {
		out, err := f(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for what, encoded := range map[string]string{
		"UTF-8":             text,
		"UTF-8 with a mark": "\ufeff" + text,
		"GBK":               encode(simplifiedchinese.GBK.NewEncoder().String, text),
		"GB18030":           encode(simplifiedchinese.GB18030.NewEncoder().String, text),
		"UTF-16, little":    encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String, text),
		"UTF-16, big":       encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String, text),
		"UTF-16, unmarked":  encode(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String, text),
		"GBK lines":         encode(simplifiedchinese.GBK.NewEncoder().String, jsonl),
		"UTF-16 lines":      encode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String, jsonl),
	} {
		got := read("x", encoded, record.Options{})
		if len(got) != 2 || !strings.HasSuffix(got[0], ":1:青禾记账") || !strings.HasSuffix(got[1], ":2:拾光") {
			t.Errorf("%s: got %q", what, got)
		}
	}
}

func TestACharacterAcrossTheEndOfTheSampleIsNoFault(t *testing.T) {
	for shift := range 4 {
		text := `{"name":"` + strings.Repeat("a", shift) + strings.Repeat("禾", 40000) + `"}`
		var warned []string
		got := read("x", text, record.Options{Warn: func(m string) { warned = append(warned, m) }})
		if len(got) != 1 || !strings.HasSuffix(got[0], "禾") || len(warned) > 0 {
			t.Errorf("shift %d: %d records, %v", shift, len(got), warned)
		}
		gbk, _ := simplifiedchinese.GBK.NewEncoder().String(text)
		if got := read("x", gbk, record.Options{}); len(got) != 1 || !strings.HasSuffix(got[0], "禾") {
			t.Errorf("shift %d: GBK not recognised", shift)
		}
	}
}

func TestBytesThatAreNoUTF8AreKeptForTheChecks(t *testing.T) {
	var warned []string
	warn := func(m string) { warned = append(warned, m) }
	got := read("x", "{\"name\":\"青\xff禾\"}\n", record.Options{Warn: warn})
	if !slices.Equal(got, []string{"1::青\ufffd禾"}) || len(warned) != 1 || !strings.Contains(warned[0], "x:1: byte 12 ") {
		t.Errorf("got %q, warned %q", got, warned)
	}
	if got := read("x", "name,intro\n青\xff\xff\xff禾,x\n", record.Options{}); !slices.Equal(got, []string{"2::青\xff\xff\xff禾"}) {
		t.Errorf("got %q", got)
	}
}

func TestUnknownKeysAreToldOnceWithWhatMayBeMeant(t *testing.T) {
	const text = `{"nmae":"甲","shortName":"乙","上架时间":1}` + "\n" + `{"nmae":"丙","name":"丁"}` + "\n"
	var warned []string
	read("x", text, record.Options{Warn: func(m string) { warned = append(warned, m) }})
	want := []string{`x:1: unknown key "nmae" (did you mean "name"?)`, `x:1: unknown key "上架时间"`}
	if !slices.Equal(warned, want) {
		t.Errorf("warned %q, want %q", warned, want)
	}
	got := read("x", text, record.Options{Strict: true})
	if !slices.Equal(got, []string{`1!: unknown key "nmae" (did you mean "name"?), "上架时间"`, `2!: unknown key "nmae" (did you mean "name"?)`}) {
		t.Errorf("strict: got %q", got)
	}
}

func TestColumnsAndCellsFindTheirFields(t *testing.T) {
	text := "编号,名称,功能介绍,tags,categories,contact.email,owner.kind,test_account,authorizations\n" +
		"7,青禾,记录收支,记账、预算,餐饮服务/点餐平台|家装/五金/建材,a@b.cn,enterprise,是,\"[{\"\"mark\"\":\"\"青禾\"\",\"\"document\"\":\"\"1\"\"}]\"\n"
	r, err := record.NewReader("x.csv", strings.NewReader(text), record.Options{Columns: map[string]string{"id": "编号", "name": "名称", "intro": "功能介绍"}})
	if err != nil {
		t.Fatal(err)
	}
	next, err := r.Next()
	if err != nil || next.Err != nil {
		t.Fatal(err, next.Err)
	}
	s := next.Submission
	if s.ID != "7" || s.Name != "青禾" || s.Intro != "记录收支" || !slices.Equal(s.Tags, []string{"记账", "预算"}) ||
		!slices.Equal(s.Categories, []string{"餐饮服务/点餐平台", "家装/五金/建材"}) || s.Contact.Email != "a@b.cn" ||
		s.Owner.Kind != "enterprise" || s.TestAccount == nil || !*s.TestAccount || len(s.Authorizations) != 1 || s.Authorizations[0].Mark != "青禾" {
		t.Errorf("got %+v", s)
	}
	if got := read("x", `{"编号":7,"名称":"青禾"}`, record.Options{Columns: map[string]string{"id": "编号", "name": "名称"}}); !slices.Equal(got, []string{"1:7:青禾"}) {
		t.Errorf("JSON: got %q", got)
	}
}

func TestAFieldOfAMegabyteIsRead(t *testing.T) {
	long := strings.Repeat("很长的文字，", 1<<20/18)
	for name, text := range map[string]string{
		"x.jsonl": `{"name":"甲","description":"` + long + `"}` + "\n" + `{"name":"乙"}` + "\n",
		"x.json":  `[{"name":"甲","description":"` + long + "\"},\n" + `{"name":"乙"}]` + "\n",
		"x.csv":   "name,description\n甲,\"" + long + "\"\n乙,\n",
		"x.tsv":   "name\tdescription\n甲\t" + long + "\n乙\t\n",
	} {
		got := read(name, text, record.Options{})
		if len(got) != 2 || !strings.HasSuffix(got[0], "甲") || !strings.HasSuffix(got[1], "乙") {
			t.Errorf("%s: %d records", name, len(got))
		}
	}
}

func TestALineWithoutEndIsSkippedAndTold(t *testing.T) {
	endless := io.MultiReader(strings.NewReader(`{"name":"`), io.LimitReader(as{}, 65<<20), strings.NewReader("\"}\n{\"name\":\"乙\"}\n"))
	r, err := record.NewReader("x", endless, record.Options{})
	if err != nil {
		t.Fatal(err)
	}
	first, _ := r.Next()
	second, err := r.Next()
	if first.Err == nil || !strings.Contains(first.Err.Message, "8 MiB") || err != nil || second.Line != 2 || second.Submission == nil {
		t.Errorf("got %+v, %+v, %v", first, second, err)
	}
}

// as reads as the letter a without end.
type as struct{}

func (as) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'a'
	}
	return len(b), nil
}

func FuzzReader(f *testing.F) {
	for _, seed := range []string{
		"", "{}", `{"id":1,"name":"甲","tags":["a"]}` + "\n{", `[{"name":"甲"},5]`, "[", "id,name\n1,甲\n\"2\n", "id\tname\n1\t甲", "\ufeffname;intro\na;b",
		"\xff\xfe{\x00}\x00", "\xc7\xe0\xba\xcc,name\n\xc7\xe0,x\n", "PK\x03\x04", "{\n\"name\":\"甲\"\n}\n{}", "name\n\x00",
	} {
		f.Add(seed, false)
	}
	f.Fuzz(func(t *testing.T, text string, strict bool) {
		r, err := record.NewReader("x", strings.NewReader(text), record.Options{Strict: strict})
		if err != nil {
			return
		}
		for range len(text) + 2 {
			next, err := r.Next()
			if err != nil {
				return
			}
			if (next.Submission == nil) == (next.Err == nil) || next.Line < 1 {
				t.Fatalf("%q: record %+v", text, next)
			}
		}
		t.Fatalf("%q: more records than bytes", text)
	})
}

func TestDecodeReadsOneObject(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want, err  string
	}{
		{"an icon in base64", `{"name":"青禾记账","icon":"data:image/png;base64,iVBORw0K"}`, "\x89PNG\r\n", ""},
		{"an icon in plain text", `{"icon":"data:image/svg+xml,%3Csvg/%3E"}`, "<svg/>", ""},
		{"a byte order mark", "\uFEFF{}", "", ""},
		{"an icon by path", `{"icon":"a.png"}`, "", "body: icon: expected a data: URI"},
		{"a data: URI without data", `{"icon":"data:image/png"}`, "", "no comma"},
		{"a data: URI that is no base64", `{"icon":"data:;base64,!!"}`, "", "icon: the data: URI is no valid base64"},
		{"an icon that is a number", `{"icon":7}`, "", "icon: expected a text, got a number"},
		{"nothing", " \n", "", "expected a JSON object"},
		{"two objects", `{} {}`, "", "after top-level value"},
		{"a list", `[{}]`, "", "got a list"},
		{"an unknown key", `{"nmae":"x"}`, "", "unknown key \"nmae\" (did you mean \"name\"?)"},
	} {
		got := record.Decode("body", []byte(test.text), record.Options{Strict: true})
		switch {
		case got.Err != nil:
			if test.err == "" || !strings.Contains(got.Err.Error(), test.err) {
				t.Errorf("%s: error %v, want %q", test.name, got.Err, test.err)
			}
		case test.err != "" || string(got.Submission.Icon) != test.want:
			t.Errorf("%s: icon %q, want %q, error %q", test.name, got.Submission.Icon, test.want, test.err)
		}
	}
}

func TestWhatIsWrittenInWaysOfItsOwnIsRead(t *testing.T) {
	for _, test := range []struct {
		what, file, text string
		want             []string
	}{
		{"commas in a file named .tsv", "a.tsv", "id,name\n1,甲\n", []string{"2:1:甲"}},
		{"semicolons in a file named .tab", "a.tab", "id;name\n1;甲\n", []string{"2:1:甲"}},
		{"a bar", "a.txt", "id|name\n1|甲\n", []string{"2:1:甲"}},
		{"a title with another separator above", "a.csv", "登记表,,,\nid;name\n1;甲\n", []string{"3:1:甲"}},
		{"a title in brackets", "-", "[内部资料] 登记表,\nid,name\n1,甲\n", []string{"3:1:甲"}},
		{"a title in brackets with a number", "a.csv", "[2026] 登记表,\nid,name\n1,甲\n", []string{"3:1:甲"}},
		{"a title in braces", "a.csv", "{青禾} 登记表,\nid,name\n1,甲\n", []string{"3:1:甲"}},
		{"an array in a file named .csv", "a.csv", "[ {\"id\":1,\"name\":\"甲\"}]", []string{"1:1:甲"}},
		{"an object in a file named .csv", "a.csv", "{ \"id\":1,\"name\":\"甲\"}", []string{"1:1:甲"}},
		{"names that want quotes", "-", "{name:1}\n", []string{"1!: not a JSON object: invalid character 'n' looking for beginning of object key string (byte 2 of the record)"}},
		{"a stray zero byte", "a.csv", "id,name\n1,甲\x00\n", []string{"2:1:甲\x00"}},
		{"a row that is too wide", "a.csv", "id,name\n" + strings.Repeat(",", 20_000) + "\n2,乙\n", []string{"2!: the row has more than 16384 cells", "3:2:乙"}},
		{"a row of TSV that is too wide", "a.tsv", "id\tname\n" + strings.Repeat("\t", 20_000) + "\n2\t乙\n", []string{"2!: the row has more than 16384 cells", "3:2:乙"}},
		{"a header that is too wide", "a.csv", "id,name" + strings.Repeat(",", 20_000) + "\n", []string{"cannot begin: a.csv:1: the row of column names cannot be read: the row has more than 16384 cells"}},
		{"several objects on a line", "-", `{"id":1,"name":"甲"}{"id":2,"name":"乙"} {"id":3,"name":"丙"}` + "\n" + `{"id":4,"name":"丁"}`, []string{"1:1:甲", "1:2:乙", "1:3:丙", "2:4:丁"}},
		{"objects with commas as in an array", "-", `{"id":1,"name":"甲"},` + "\n" + `{"id":2,"name":"乙"}, {"id":3,"name":"丙"},` + "\n", []string{"1:1:甲", "2:2:乙", "2:3:丙"}},
		{"objects spread over lines with commas", "-", "{\n\"id\":1,\n\"name\":\"甲\"\n},\n{\n\"id\":2,\"name\":\"}{\"\n},\n", []string{"1:1:甲", "5:2:}{"}},
		{"an object and something else on a line", "-", `{"id":1,"name":"甲"}{"id"` + "\n" + `{"id":2,"name":"乙"}`,
			[]string{"1!: not a JSON object: invalid character '{' after top-level value (byte 22 of the record)", "2:2:乙"}},
		{"braces inside texts and lists", "-", `{"id":1,"name":"},{","authorizations":[{"mark":"a","document":"b"},{"mark":"c","document":"d"}]}`, []string{"1:1:},{"}},
	} {
		if got := read(test.file, test.text, record.Options{}); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n got %q\nwant %q", test.what, got, test.want)
		}
	}
}

func TestWhatMayBeAMistakeOfATableIsWarnedOf(t *testing.T) {
	for _, test := range []struct{ what, text, want string }{
		{"rows inside a cell", "id,name\n1,\"甲\n2,乙\n3,丙\"\n4,丁\n", "x:2: a cell in quotes goes on over lines that look like rows: is a quote missing? They are read as its text"},
		{"lines of a cell", "id,name\n1,\"甲\n乙\"\n", ""},
		{"a filled column without a name", "name,,intro\n甲,x\n乙,y\n", "x:2: column 2 has no name: what stands in it is not read"},
		{"an empty column without a name", "name,,intro\n甲,\n乙, \n", ""},
		{"commas behind objects", `{"name":"甲"},` + "\n" + `{"name":"乙"},` + "\n", "x:1: a comma stands between or behind objects, as in an array: it is passed over"},
	} {
		var warned []string
		read("x", test.text, record.Options{Warn: func(w string) { warned = append(warned, w) }})
		if got := strings.Join(warned, "; "); got != test.want {
			t.Errorf("%s: warned %q, want %q", test.what, got, test.want)
		}
	}
}

func TestOldAndOddFilesNamedXLSAreNamed(t *testing.T) {
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("<html xmlns:o=\"x\"><table>")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"\ufeff<html><table>": "HTML", wide: "HTML", "<META charset=gbk><table>": "HTML", " \n<table border=1>": "HTML", "<tr><td>name": "HTML",
		"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n": "web page in one file", "\ufeff<?xml version=\"1.0\"?><Workbook/>": "XML",
		"\x09\x00\x04\x00\x02\x00\x10\x00": "Excel 2", "\x09\x08\x08\x00\x00\x05\x05\x00": "Excel 5", "\ufeff%PDF-1.4\n": "PDF",
	} {
		if got := read("a.xls", text, record.Options{}); len(got) != 1 || !strings.Contains(got[0], want) || !strings.Contains(got[0], "CSV") {
			t.Errorf("%q: %q, want %s", text, got, want)
		}
	}
	for _, text := range []string{"name\n<b>甲</b>\n", "\tname\n\t甲\n"} {
		if got := read("x", text, record.Options{}); len(got) != 1 || strings.HasPrefix(got[0], "cannot begin") {
			t.Errorf("%q is a table: %q", text, got)
		}
	}
}

// FuzzLastRow holds that whatever stands above it, a row that is written as rows are has
// its record, or lies in a file that was refused, or in a cell whose quote was opened before.
func FuzzLastRow(f *testing.F) {
	for _, seed := range []string{
		"", "1,甲\n", "1,甲\r2,乙\r\n3,丙\n", "\"1,甲\n2,乙\n", "1,\"甲\n2,乙\"\n", ",,\n \n", "1,甲,x\n1\n", "sep=;\n", "\x00\n", "1\t甲\n", "1,\"\"\"甲\"\" b\"c\n", "\ufeff", "\"\n\"\"\n\"",
	} {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	f.Fuzz(func(t *testing.T, rows string, tabs bool) {
		name, head, last := "x.csv", "id,name\n", "\n末,末\n"
		if tabs {
			name, head, last = "x.tsv", "id\tname\n", "\n末\t末\n"
		}
		got := read(name, head+rows+last, record.Options{HeaderRow: 1})
		if len(got) == 0 {
			t.Fatalf("%q: nothing is said", rows)
		}
		if end := got[len(got)-1]; !strings.HasSuffix(end, ":末:末") && !strings.HasPrefix(end, "cannot begin: ") && !strings.Contains(rows, `"`) {
			t.Fatalf("%q: the last row is lost: %q", rows, got)
		}
	})
}
