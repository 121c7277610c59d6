package workbook

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Bounds of what is unpacked. A part of zeros shrinks to a thousandth of its size.
const (
	mostParts     = 10_000
	mostSmallPart = 8 << 20 // the list of sheets, and where they lie
	mostStrings   = 256 << 20
	mostSheet     = 4 << 30
)

// parts are those of a workbook, by their names in lower case. Book and texts are the
// names of the list of sheets and of the texts that they share; size is that of the file.
type parts struct {
	byName      map[string]*zip.File
	twice       map[string]bool // of two that are called alike, no one knows which counts
	book, texts string
	size        int64
}

func openParts(in io.ReaderAt, size int64) (*parts, error) {
	z, err := zip.NewReader(in, size)
	if err != nil {
		return nil, fmt.Errorf("it is damaged or cut off (%w)", err)
	}
	if len(z.File) > mostParts {
		return nil, fmt.Errorf("it has %d parts: expected %d at most", len(z.File), mostParts)
	}
	p := &parts{byName: map[string]*zip.File{}, twice: map[string]bool{}, size: size}
	for _, f := range z.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		if p.byName[name] != nil {
			p.twice[name] = true
		}
		p.byName[name] = f
	}
	p.findBook()
	if what := p.foreign(); what != "" {
		return nil, errors.New("it is " + what + ": open it and save it as .xlsx or as CSV (UTF-8)")
	}
	return p, nil
}

// foreign names ZIP files that are something else, "" for a workbook.
func (p *parts) foreign() string {
	has := func(name string) bool { return p.byName[name] != nil }
	switch {
	case has(strings.ToLower(p.book)):
		return ""
	case has("xl/workbook.bin"):
		return "a binary workbook (.xlsb)"
	case has("content.xml") && has("mimetype"):
		return "an OpenDocument file (.ods)"
	case has("index/document.iwa") || has("index.zip"):
		return "a Numbers file"
	case has("word/document.xml"):
		return "a Word document (.docx)"
	case has("ppt/presentation.xml"):
		return "a presentation (.pptx)"
	case has("[content_types].xml"):
		return "an Office file that is no workbook"
	}
	return "a ZIP file that is no workbook (unpack it, and give the files in it)"
}

// findBook finds the list of sheets: as the file says, else where nearly all have it.
func (p *parts) findBook() {
	p.book = "xl/workbook.xml"
	const root = "_rels/.rels"
	if p.byName[root] == nil {
		return
	}
	rels, err := p.relations(root)
	for _, rel := range rels {
		if err == nil && strings.HasSuffix(rel.Type, "/officeDocument") && strings.HasSuffix(strings.ToLower(rel.Target), "book.xml") {
			p.book = target("", rel.Target)
		}
	}
}

// openPart opens a part, of which at most so many bytes are unpacked.
func (p *parts) openPart(name string, most int64) (io.ReadCloser, error) {
	if name == "" {
		return nil, errors.New("it is damaged: the file does not say which part it is")
	}
	f := p.byName[strings.ToLower(name)]
	if f == nil {
		return nil, fmt.Errorf("it is damaged: the part %s is missing", name)
	}
	if p.twice[strings.ToLower(name)] {
		return nil, fmt.Errorf("it is damaged: the part %s is there twice", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("the part %s: %w", name, err)
	}
	return &bounded{r: r, name: name, left: most, most: most}, nil
}

// bounded reads a part up to a bound.
type bounded struct {
	r          io.ReadCloser
	name       string
	left, most int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, fmt.Errorf("the part %s unpacks to more than %d MiB", b.name, b.most>>20)
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

func (b *bounded) Close() error { return b.r.Close() }

// readXML reads a small part into a value.
func (p *parts) readXML(name string, into any) error {
	r, err := p.openPart(name, mostSmallPart)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := xml.NewDecoder(r).Decode(into); err != nil {
		return fmt.Errorf("the part %s: %w", name, err)
	}
	return nil
}

// sheetRef is a sheet and its part, "" where the file does not say which it is. A chart
// has no cells.
type sheetRef struct {
	name, part    string
	hidden, chart bool
}

// sheets gives the sheets with cells, in order: others are charts.
func (p *parts) sheets() (all []sheetRef, err error) {
	var book struct {
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			// The id is in a namespace whose name depends on the variant of the format.
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := p.readXML(p.book, &book); err != nil {
		return nil, err
	}
	dir, base := path.Split(p.book)
	rels, err := p.relations(dir + "_rels/" + base + ".rels")
	if err != nil {
		return nil, err
	}
	p.texts = "xl/sharedStrings.xml"
	byID := map[string]relation{}
	for _, rel := range rels {
		byID[rel.ID] = rel
		if strings.HasSuffix(rel.Type, "/sharedStrings") {
			p.texts = target(dir, rel.Target)
		}
	}
	for _, s := range book.Sheets {
		ref := sheetRef{name: s.Name, hidden: s.State == "hidden" || s.State == "veryHidden"}
		for _, attr := range s.Attrs {
			if attr.Name.Local != "id" {
				continue
			}
			rel, ok := byID[attr.Value]
			if ok && !strings.HasSuffix(rel.Type, "/worksheet") {
				ref.chart = true
			} else if ok {
				ref.part = target(dir, rel.Target)
			}
		}
		if !ref.chart {
			all = append(all, ref)
		}
	}
	if len(all) == 0 {
		return nil, errors.New("it has no sheet with cells")
	}
	return all, nil
}

// relation says where a part lies that another one refers to by an id.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

func (p *parts) relations(name string) ([]relation, error) {
	var rels struct {
		Relations []relation `xml:"Relationship"`
	}
	err := p.readXML(name, &rels)
	return rels.Relations, err
}

// target gives the name of a part that one in a folder refers to.
func target(dir, t string) string {
	if strings.HasPrefix(t, "/") {
		return strings.TrimPrefix(path.Clean(t), "/")
	}
	return path.Join(dir, t)
}
