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

// parts are those of a workbook, by their names in lower case.
type parts struct{ byName map[string]*zip.File }

func openParts(in io.ReaderAt, size int64) (*parts, error) {
	z, err := zip.NewReader(in, size)
	if err != nil {
		return nil, fmt.Errorf("it is damaged or cut off (%w)", err)
	}
	if len(z.File) > mostParts {
		return nil, fmt.Errorf("it has %d parts: expected %d at most", len(z.File), mostParts)
	}
	p := &parts{map[string]*zip.File{}}
	for _, f := range z.File {
		p.byName[strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))] = f
	}
	if what := p.foreign(); what != "" {
		return nil, errors.New("it is " + what + ": open it and save it as .xlsx or as CSV (UTF-8)")
	}
	return p, nil
}

// foreign names ZIP files that are something else, "" for a workbook.
func (p *parts) foreign() string {
	has := func(name string) bool { return p.byName[name] != nil }
	switch {
	case has("xl/workbook.xml"):
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

// openPart opens a part, of which at most so many bytes are unpacked.
func (p *parts) openPart(name string, most int64) (io.ReadCloser, error) {
	f := p.byName[strings.ToLower(name)]
	if f == nil {
		return nil, fmt.Errorf("it is damaged: the part %s is missing", name)
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

// sheetRef is a sheet and its part.
type sheetRef struct {
	name, part string
	hidden     bool
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
	if err := p.readXML("xl/workbook.xml", &book); err != nil {
		return nil, err
	}
	var rels struct {
		Relations []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := p.readXML("xl/_rels/workbook.xml.rels", &rels); err != nil {
		return nil, err
	}
	for _, s := range book.Sheets {
		for _, attr := range s.Attrs {
			for _, rel := range rels.Relations {
				if attr.Name.Local == "id" && rel.ID == attr.Value && strings.HasSuffix(rel.Type, "/worksheet") {
					all = append(all, sheetRef{s.Name, target(rel.Target), s.State == "hidden" || s.State == "veryHidden"})
				}
			}
		}
	}
	if len(all) == 0 {
		return nil, errors.New("it has no sheet with cells")
	}
	return all, nil
}

// target gives the name of a part that xl/workbook.xml refers to.
func target(t string) string {
	if strings.HasPrefix(t, "/") {
		return strings.TrimPrefix(path.Clean(t), "/")
	}
	return path.Join("xl", t)
}
