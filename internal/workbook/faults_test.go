package workbook_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/internal/workbook"
)

// sheetXML is a sheet of a workbook as it lies in the file.
type sheetXML struct{ name, state, data string }

// pack makes a workbook of sheets; more holds further parts or other contents of these.
func pack(t testing.TB, more map[string]string, sheets ...sheetXML) *bytes.Buffer {
	t.Helper()
	parts := map[string]string{"[Content_Types].xml": `<Types/>`}
	var list, rels strings.Builder
	for i, s := range sheets {
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" state="%s" r:id="rId%d"/>`, s.name, i+1, s.state, i+1)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="http://x/relationships/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
		parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = `<worksheet><sheetData>` + s.data + `</sheetData></worksheet>`
	}
	parts["xl/workbook.xml"] = `<workbook xmlns:r="http://x/relationships"><sheets>` + list.String() + `</sheets></workbook>`
	parts["xl/_rels/workbook.xml.rels"] = `<Relationships>` + rels.String() + `</Relationships>`
	for name, text := range more {
		parts[name] = text
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		if text == "-" {
			continue
		}
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, text)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return &b
}

// row is a row of inline texts.
func row(number int, cells ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, number)
	for i, cell := range cells {
		if cell != "" {
			fmt.Fprintf(&b, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+i, number, cell)
		}
	}
	return b.String() + "</row>"
}

// said is what came of a workbook: a line for each record or fault.
func said(t testing.TB, in io.Reader, o record.Options) (all []string) {
	t.Helper()
	o.Warn = func(w string) { all = append(all, "warning "+w) }
	book, err := workbook.Open("c.xlsx", in, o)
	if err != nil {
		return append(all, err.Error())
	}
	defer book.Close()
	for {
		name, r, err := book.Next()
		if err == io.EOF {
			return all
		}
		if err != nil {
			all = append(all, err.Error())
			continue
		}
		for {
			next, err := r.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				all = append(all, err.Error())
				break
			}
			if next.Err != nil {
				all = append(all, next.Err.Error())
				continue
			}
			all = append(all, fmt.Sprintf("%s:%d %s", name, next.Line, next.Submission.Name))
		}
	}
}

func TestAFaultOfASheetIsToldWithItsRowAndNothingVanishes(t *testing.T) {
	head := row(1, "name", "intro")
	for _, test := range []struct {
		what, data string
		more       map[string]string
		want       []string
	}{
		{"an ampersand that is not escaped", head + row(2, "甲") + row(3, "乙 & 丙") + row(4, "丁"), nil,
			[]string{"c.xlsx:2 甲", "c.xlsx:3: the sheet cannot be read on from here: XML syntax error"}},
		{"an entity of HTML", head + row(2, "甲") + row(3, "乙&nbsp;") + row(4, "丁"), nil,
			[]string{"c.xlsx:2 甲", "c.xlsx:3: the sheet cannot be read on from here: XML syntax error"}},
		{"a control character", head + row(2, "甲") + row(3, "乙\x0b") + row(4, "丁"), nil,
			[]string{"c.xlsx:2 甲", "c.xlsx:3: the sheet cannot be read on from here: XML syntax error"}},
		{"a character reference to none", head + row(2, "甲") + row(3, "乙&#x1;") + row(4, "丁"), nil,
			[]string{"c.xlsx:2 甲", "c.xlsx:3: the sheet cannot be read on from here: XML syntax error"}},
		{"bytes that are no UTF-8", head + row(2, "甲") + row(3, "乙\xff") + row(4, "丁"), nil,
			[]string{"c.xlsx:2 甲", "c.xlsx:3: the sheet cannot be read on from here: XML syntax error"}},
		{"a tag that is not closed", head + row(2, "甲") + `<row r="3"><c r="A3"><v>1</row>`, nil,
			[]string{"c.xlsx:2 甲", "c.xlsx:3: the sheet cannot be read on from here: XML syntax error"}},
		{"rows that go back", head + row(2, "甲") + row(2, "乙"), nil,
			[]string{"c.xlsx:2 甲", `c.xlsx:3: the sheet cannot be read on from here: row "2" stands after row 2`}},
		{"a row that is no number", head + row(2, "甲") + `<row r="x"><c r="A3"><v>1</v></c></row>`, nil,
			[]string{"c.xlsx:2 甲", `c.xlsx:3: the sheet cannot be read on from here: row "x" stands after row 2`}},
		{"a cell that is called so", head + row(2, "甲") + `<row r="3"><c r="?3"><v>1</v></c></row>`, nil,
			[]string{"c.xlsx:2 甲", `c.xlsx:3: the sheet cannot be read on from here: a cell is called "?3"`}},
		{"a text that the workbook does not have", head + `<row r="2"><c r="A2" t="s"><v>7</v></c></row>` + row(3, "乙"), nil,
			[]string{`c.xlsx:2: name: A2: text number "7", which the workbook does not have: it is damaged`, "c.xlsx:3 乙"}},
		{"a formula whose value is not stored", head + `<row r="2"><c r="A2"><f>B2&amp;"店"</f></c><c r="B2" t="inlineStr"><is><t>卖花</t></is></c></row>` + row(3, "乙"), nil,
			[]string{"c.xlsx:2: name: A2: a formula whose value is not stored: open the workbook in a spreadsheet program and save it", "c.xlsx:3 乙"}},
		{"such a formula in a column that is not read", row(1, "name", "日期") + `<row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><f>TODAY()</f></c></row>`, nil,
			[]string{"warning c.xlsx:1: unknown key \"日期\"", "c.xlsx:2 甲"}},
		{"a formula with its value", head + `<row r="2"><c r="A2" t="str"><f>B2</f><v>甲</v></c></row>`, nil, []string{"c.xlsx:2 甲"}},
		{"texts in runs of many formats", head + `<row r="2"><c r="A2" t="s"><v>0</v></c></row>`,
			map[string]string{"xl/sharedStrings.xml": `<sst><si><r><t>青</t></r><r><rPr><b/></rPr><t xml:space="preserve">禾_x000D_</t></r><rPh><t>qing</t></rPh></si></sst>`},
			[]string{"c.xlsx:2 青禾"}},
		{"texts that are cut off", head + `<row r="2"><c r="A2" t="s"><v>0</v></c></row>`,
			map[string]string{"xl/sharedStrings.xml": `<sst><si><t>甲</t></si><si><t>乙`},
			[]string{"c.xlsx: the workbook cannot be read: its texts cannot be read: text 2: "}},
		{"a sheet whose part is missing", head, map[string]string{"xl/worksheets/sheet1.xml": "-"}, []string{"c.xlsx: it is damaged: the part xl/worksheets/sheet1.xml is missing"}},
		{"a sheet that is cut off", "", map[string]string{"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + head + row(2, "甲") + `<row r="3"><c r="A3"`},
			[]string{"c.xlsx:2 甲", "c.xlsx:3: the sheet cannot be read on from here: "}},
		{"a sheet that is cut off between rows", "", map[string]string{"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + head + row(2, "甲")},
			[]string{"c.xlsx:2 甲", "c.xlsx:3: the sheet cannot be read on from here: "}},
		{"a formula as openpyxl writes it, without a value", head + `<row r="2"><c r="A2"><f>B1</f><v></v></c></row><row r="3"><c r="A3"><f>B1</f><v/></c></row>` + row(4, "甲"), nil,
			[]string{"c.xlsx:2: name: A2: a formula whose value is not stored", "c.xlsx:3: name: A3: a formula whose value is not stored", "c.xlsx:4 甲"}},
		{"a formula whose value is an empty text", head + `<row r="2"><c r="A2" t="str"><f>B1</f><v></v></c><c r="B2"><v>7</v></c></row>`, nil, []string{"c.xlsx:2 "}},
		{"a formula without a value in a column that is not read", row(1, "name", "地区") + `<row r="2"><c r="B2"><f>A1</f></c></row>` + row(3, "甲"), nil,
			[]string{`warning c.xlsx:1: unknown key "地区"`, "c.xlsx:3 甲"}},
		{"a row inside a row", head + `<row r="2"><c r="A2"><v>1</v></c>` + row(3, "甲") + `</row>` + row(4, "乙"), nil, []string{"c.xlsx:2: the sheet cannot be read on from here: an element <row> stands where none may"}},
		{"a row inside what is skipped", head + `<row r="2"><extLst><ext>` + row(3, "甲") + `</ext></extLst></row>`, nil, []string{"c.xlsx:2: the sheet cannot be read on from here: an element <row>"}},
		{"a cell outside of rows", head + `<c r="A2"><v>1</v></c>`, nil, []string{"c.xlsx:2: the sheet cannot be read on from here: an element <c> stands where none may"}},
		{"a cell inside a cell", head + `<row r="2"><c r="A2"><c r="B2"><v>1</v></c></c></row>`, nil, []string{"c.xlsx:2: the sheet cannot be read on from here: an element <c>"}},
		{"a value outside of cells", head + `<row r="2"><v>1</v></row>`, nil, []string{"c.xlsx:2: the sheet cannot be read on from here: an element <v>"}},
		{"a cell with two values", head + `<row r="2"><c r="A2"><v>1</v><v>2</v></c></row>`, nil, []string{"c.xlsx:2: the sheet cannot be read on from here: an element <v>"}},
		{"text outside of cells", head + `<row r="2">甲</row>`, nil, []string{"c.xlsx:2: the sheet cannot be read on from here: the text \"甲\" stands outside of cells"}},
		{"text between rows", head + `甲` + row(2, "乙"), nil, []string{"c.xlsx:2: the sheet cannot be read on from here: the text"}},
		{"a cell twice", head + `<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>` + row(3, "甲"), nil, []string{"c.xlsx:2: name: A2: the row has this cell twice", "c.xlsx:3 甲"}},
		{"cells in another order", head + `<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>`, nil, []string{"c.xlsx:2 2"}},
		{"a cell of another row", head + `<row r="2"><c r="A7"><v>1</v></c></row>`, nil, []string{`c.xlsx:2: the sheet cannot be read on from here: a cell of row 2 is called "A7"`}},
		{"a row beyond the last", head + row(1_048_577, "甲"), nil, []string{"c.xlsx:2: the sheet cannot be read on from here: row 1048577: a sheet has 1048576 at most"}},
		{"a column name that is a text there is none of", `<row r="1"><c r="A1" t="s"><v>9</v></c><c r="B1" t="inlineStr"><is><t>intro</t></is></c></row>` + row(2, "甲", "乙"), nil,
			[]string{"c.xlsx:1: the row of column names cannot be read: A1: text number \"9\""}},
		{"a filled column without a name", row(1, "name", "", "intro") + row(2, "甲", "x") + row(3, "乙", "y"), nil,
			[]string{"warning c.xlsx:2: column 2 has no name: what stands in it is not read", "c.xlsx:2 甲", "c.xlsx:3 乙"}},
		{"rows in two parts", head + row(2, "甲") + `</sheetData><sheetData>` + row(3, "乙"), nil, []string{"c.xlsx:2 甲", "c.xlsx:3 乙"}},
		{"what follows the rows is no XML", "", map[string]string{"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + head + row(2, "甲") + "</sheetData><a & b"}, []string{"c.xlsx:2 甲"}},
		{"rows of something else after the rows", "", map[string]string{"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + head + row(2, "甲") + "</sheetData><control><row>4</row></control></worksheet>"}, []string{"c.xlsx:2 甲"}},
		{"no rows' element", "", map[string]string{"xl/worksheets/sheet1.xml": "<worksheet/>"}, []string{"c.xlsx:1: the row of column names cannot be read: the sheet cannot be read on"}},
		{"no part of the sheet", "", map[string]string{"xl/worksheets/sheet1.xml": "-"}, []string{"c.xlsx: it is damaged: the part xl/worksheets/sheet1.xml is missing"}},
		{"a part that is there twice", head + row(2, "甲"), map[string]string{"XL/worksheets/sheet1.xml": "<worksheet/>"}, []string{"c.xlsx: it is damaged: the part xl/worksheets/sheet1.xml is there twice"}},
		{"a part that is there twice and not needed", head + row(2, "甲"), map[string]string{"a.xml": "x", "A.xml": "y"}, []string{"c.xlsx:2 甲"}},
		{"a sheet that no part is named for", "", map[string]string{"xl/_rels/workbook.xml.rels": "<Relationships/>"}, []string{"c.xlsx: it is damaged: the file does not say which part it is"}},
		{"texts that are cut off", head, map[string]string{"xl/sharedStrings.xml": "<sst><si><t>甲</t></si>"}, []string{"c.xlsx: the workbook cannot be read: its texts cannot be read: text 2"}},
		{"elements nested without end", strings.Repeat("<a>", 100), nil, []string{"c.xlsx:1: the row of column names cannot be read: the sheet cannot be read on from here: elements are nested more than 64 deep"}},
		{"parts that lie elsewhere", "", map[string]string{"_rels/.rels": `<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/book/workbook.xml"/></Relationships>`,
			"xl/workbook.xml": "-", "book/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="一" r:id="a"/></sheets></workbook>`,
			"book/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Type="x/worksheet" Target="s.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="t.xml"/></Relationships>`,
			"book/s.xml":                   `<worksheet><sheetData>` + head + `<row r="2"><c t="s"><v>0</v></c></row></sheetData></worksheet>`, "book/t.xml": "<sst><si><t>甲</t></si></sst>"}, []string{"c.xlsx:2 甲"}},
		{"no list of sheets", head, map[string]string{"xl/workbook.xml": "<workbook>"}, []string{"c.xlsx: the workbook cannot be read: the part xl/workbook.xml: "}},
		{"a list without sheets", head, map[string]string{"xl/workbook.xml": "<workbook/>"}, []string{"c.xlsx: the workbook cannot be read: it has no sheet with cells"}},
		{"cells without references, rows without numbers", `<row><c t="inlineStr"><is><t>name</t></is></c></row><row><c t="inlineStr"><is><t>甲</t></is></c></row>`, nil, []string{"c.xlsx:2 甲"}},
		{"blank rows and cells of spaces", head + row(2, " ", "\u3000") + row(3, "甲"), nil, []string{"c.xlsx:3 甲"}},
		{"a title above the header", row(1, "2026年小程序商户登记表") + row(3, "编号", "名称", "地区") + row(4, "1", "甲", "杭州"), nil,
			[]string{"warning c.xlsx:3: taken for the row of column names; what stands above it is not read", "warning c.xlsx:3: unknown key \"地区\"", "c.xlsx:4 甲"}},
		{"a header and no more", head, nil, []string{"warning c.xlsx: holds no record"}},
		{"no row at all", "", nil, []string{"warning c.xlsx: holds no record"}},
	} {
		got := said(t, pack(t, test.more, sheetXML{"一", "", test.data}), record.Options{})
		if !slices.EqualFunc(got, test.want, strings.HasPrefix) {
			t.Errorf("%s:\n got %q\nwant %q", test.what, got, test.want)
		}
	}
}

func TestEverySheetIsReadButThoseThatAreHiddenOrNotes(t *testing.T) {
	table := func(name string) string { return row(1, "name", "intro") + row(2, name, "x") }
	book := []sheetXML{
		{"说明", "", row(1, "请勿改动表头") + row(2, "有问题找小王")},
		{"华东", "", table("甲")}, {"Sheet3", "", ""}, {"选项", "hidden", row(1, "类目") + row(2, "餐饮")}, {"华南", "", table("乙")},
	}
	for _, test := range []struct {
		what   string
		o      record.Options
		sheets []sheetXML
		want   []string
	}{
		{"all", record.Options{}, book, []string{"warning c.xlsx: hidden sheets are not read: 选项", "c.xlsx#华东:2 甲", "c.xlsx#华南:2 乙", "warning c.xlsx#说明: not read"}},
		{"one by its name", record.Options{Sheet: "华南"}, book, []string{"c.xlsx:2 乙"}},
		{"a hidden one by its name", record.Options{Sheet: "选项"}, book, []string{"c.xlsx:2 "}},
		{"one that is not there", record.Options{Sheet: "华北"}, book, []string{`c.xlsx: the workbook cannot be read: there is no sheet "华北"; the sheets are 说明, 华东, Sheet3, 选项, 华南`}},
		{"notes by their name", record.Options{Sheet: "说明"}, book, []string{"c.xlsx:1: no column is called name"}},
		{"a table whose columns nobody knows beside one that is known", record.Options{}, []sheetXML{{"a", "", table("甲")}, {"b", "", row(1, "foo", "bar") + row(2, "1", "2")}},
			[]string{"c.xlsx#a:2 甲", "c.xlsx#b:1: no column is called name"}},
		{"notes only", record.Options{}, []sheetXML{{"a", "", row(1, "x")}, {"b", "", row(1, "y")}}, []string{"c.xlsx#a:1: no column is called name", "warning c.xlsx#b: not read"}},
		{"empty sheets only", record.Options{}, []sheetXML{{"a", "", ""}, {"b", "", ""}}, []string{"warning c.xlsx: holds no record"}},
		{"hidden sheets only", record.Options{}, []sheetXML{{"a", "hidden", table("甲")}}, []string{"c.xlsx: the workbook cannot be read: it has no sheet that is shown"}},
		{"a fault in the first, and a second", record.Options{}, []sheetXML{{"a", "", row(1, "name") + row(2, "a&b")}, {"b", "", table("乙")}},
			[]string{"c.xlsx#a:2: the sheet cannot be read on", "c.xlsx#b:2 乙"}},
	} {
		got := said(t, pack(t, nil, test.sheets...), test.o)
		if !slices.EqualFunc(got, test.want, strings.HasPrefix) {
			t.Errorf("%s:\n got %q\nwant %q", test.what, got, test.want)
		}
	}
}

func TestFilesThatAreNoWorkbookAreNamed(t *testing.T) {
	for _, test := range []struct {
		parts map[string]string
		want  string
	}{
		{map[string]string{"xl/workbook.xml": "-", "xl/workbook.bin": "x"}, "a binary workbook (.xlsb)"},
		{map[string]string{"xl/workbook.xml": "-", "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x"}, "an OpenDocument file (.ods)"},
		{map[string]string{"xl/workbook.xml": "-", "Index/Document.iwa": "x"}, "a Numbers file"},
		{map[string]string{"xl/workbook.xml": "-", "word/document.xml": "x"}, "a Word document"},
		{map[string]string{"xl/workbook.xml": "-", "[Content_Types].xml": "-"}, "a ZIP file that is no workbook"},
	} {
		if got := said(t, pack(t, test.parts), record.Options{}); len(got) != 1 || !strings.Contains(got[0], test.want) || !strings.Contains(got[0], "save it as .xlsx") {
			t.Errorf("%q, want %s", got, test.want)
		}
	}
}

func TestCellsThatAreNotAsTheyWereWrittenAreTold(t *testing.T) {
	in := stored(t, pack(t, map[string]string{"xl/sharedStrings.xml": "<sst><si><t>七七</t></si></sst>"}, sheetXML{"一", "", row(1, "name") + row(2, "八八")}))
	for was, want := range map[string][]string{
		"八八": {"c.xlsx:2 九九", "c.xlsx:3: the sheet cannot be read on from here: its checksum is wrong"},
		"七七": {"c.xlsx: the workbook cannot be read: its texts cannot be read: text 2: zip: checksum error"},
	} {
		damaged := bytes.Replace(in, []byte(was), []byte("九九"), 1)
		if got := said(t, bytes.NewReader(damaged), record.Options{}); !slices.EqualFunc(got, want, strings.HasPrefix) {
			t.Errorf("%s: %q, want %q", was, got, want)
		}
	}
}

// stored gives a workbook whose parts are not compressed.
func stored(t *testing.T, in *bytes.Buffer) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(in.Bytes()), int64(in.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range from.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		io.Copy(w, r)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What is not needed is not unpacked, and what is needed is bounded.
func TestAWorkbookTakesNoMoreMemoryThanItsTexts(t *testing.T) {
	zeros := strings.Repeat("\x00", 32<<20)
	spaces := strings.Repeat(" ", 12<<20)
	for what, test := range map[string]struct {
		more map[string]string
		data string
		want string
	}{
		"a picture of zeros":           {map[string]string{"xl/media/image1.png": zeros}, row(1, "name") + row(2, "甲"), "c.xlsx:2 甲"},
		"a part nobody knows":          {map[string]string{"xl/zeros.xml": zeros}, row(1, "name") + row(2, "甲"), "c.xlsx:2 甲"},
		"a cell of 12 MiB":             {nil, row(1, "name") + row(2, strings.Repeat("a", 12<<20)), "c.xlsx:2: the sheet cannot be read on from here: it has more than 8192 KiB in one place"},
		"a row of spaces":              {nil, row(1, "name") + row(2, "甲") + spaces, "c.xlsx:2 甲"},
		"a shared text of 12 MiB":      {map[string]string{"xl/sharedStrings.xml": "<sst><si><t>" + strings.Repeat("a", 12<<20) + "</t></si></sst>"}, row(1, "name"), "c.xlsx: the workbook cannot be read: its texts cannot be read: text 1: "},
		"texts that shrink to nothing": {map[string]string{"xl/sharedStrings.xml": "<sst>" + strings.Repeat("<si/>", 8<<20) + "</sst>"}, row(1, "name"), "c.xlsx: the workbook cannot be read: its texts cannot be read: text "},
		"a row of attributes":          {nil, "<row " + strings.Repeat(`a="" `, 2<<20) + "/>", "c.xlsx:1: the row of column names cannot be read: the sheet cannot be read on"},
		"a list of sheets of zeros":    {map[string]string{"xl/workbook.xml": "<workbook>" + spaces + "</workbook>"}, "", "c.xlsx: the workbook cannot be read: "},
	} {
		in := pack(t, test.more, sheetXML{"一", "", test.data})
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		got := said(t, bytes.NewReader(in.Bytes()), record.Options{})
		runtime.ReadMemStats(&after)
		if len(got) == 0 || !strings.HasPrefix(got[0], test.want) {
			t.Errorf("%s: %.300q, want %q", what, got, test.want)
		}
		// Millions of small values are much garbage, of which little is there at a time.
		if all, held := after.TotalAlloc-before.TotalAlloc, after.Sys-before.Sys; all > 64<<20 && held > 400<<20 {
			t.Errorf("%s: %d MiB allocated, %d MiB held", what, all>>20, held>>20)
		}
	}
}

// Whatever stands in the cells of a sheet: each row number that was written is answered
// by a record, or a fault ends the sheet at or before the row after it.
func FuzzWorkbook(f *testing.F) {
	head := row(1, "name", "intro")
	for _, data := range []string{
		head + row(2, "甲", "乙"), head + row(2, "a & b"), head + `<row r="2"><c r="A2" t="s"><v>7</v></c></row>`, head + `<row><c><f>1</f></c></row>`,
		row(1, "登记表") + row(2, "名称") + row(3, "丙"), head + row(2, "&#x1;"), `<row r="9"><c r="ZZZZ9"/></row>`, head + `<row r="2"><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row>`,
		head + `<row r="2"><c r="A2"><f>B1</f><v/></c></row>` + row(3, "甲"), head + `<row r="2"><row r="3"><c><v>1</v></c></row></row>`, head + `<c r="A2"><v>1</v></c>` + row(3, "甲"),
		head + `<row r="2"><c r="A7"><v>1</v></c></row>`, head + `</sheetData><sheetData>` + row(2, "甲"), head + `<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>`,
		head + row(2, "甲") + `</sheetData><control><row>4</row></control>`, head + row(5, "甲") + row(3, "乙"), head + strings.Repeat("<a>", 70),
	} {
		f.Add(data, "<sst><si><t>甲</t></si></sst>")
	}
	f.Fuzz(func(t *testing.T, data, texts string) {
		// A record of our own stands behind it all, and has to come or be covered by a fault.
		last := `<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>末</t></is></c></row>`
		in := pack(t, map[string]string{"xl/sharedStrings.xml": texts}, sheetXML{"一", "", row(1, "name", "intro") + data + last})
		got := said(t, in, record.Options{HeaderRow: 1})
		if len(got) == 0 {
			t.Fatal("nothing is said: neither a record nor a fault, nor that there is none")
		}
		if end := got[len(got)-1]; end != "c.xlsx:1048576 末" && !strings.Contains(end, "cannot be read") && !inMarkup(data) {
			t.Fatalf("%q: the last row is neither read nor covered by a fault: %q", data, got)
		}
	})
}

// inMarkup tells whether what follows a text may be a comment or the like, or lie outside
// of the rows.
func inMarkup(data string) bool {
	return strings.Contains(data, "<!") || strings.Contains(data, "<?") || strings.Contains(data, "sheetData")
}
