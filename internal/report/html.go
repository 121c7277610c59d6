package report

import (
	_ "embed"
	"html/template"
	"io"

	"github.com/mingcha-go/mingcha/validate"
)

var (
	//go:embed page.html
	pageHTML string
	//go:embed page.css
	pageStyle string
	//go:embed page.js
	pageScript string
)

// pagePolicy lets a browser run and show what is the page's own, whatever texts of
// others stand in it.
var pagePolicy = Policy(pageStyle, pageScript)

// page has the templates head, item and foot: the page is written as a stream.
var page = template.Must(template.New("page").Parse(pageHTML))

// htmlWriter writes one page that needs nothing else: findings marked in their
// fields, with filters by severity and rule.
type htmlWriter struct {
	w        io.Writer
	language validate.Language
	begun    bool
}

// Words of the page by language.
var pageWords = map[string]validate.Text{
	"title": {ZH: "名查检查结果", EN: "mingcha report"}, "all": {ZH: "全部", EN: "all"}, "severity": {ZH: "程度", EN: "severity"},
	"rule": {ZH: "规则", EN: "rule"}, "search": {ZH: "查找名称或编号", EN: "find a name or id"}, "clean": {ZH: "没有发现", EN: "no findings"},
	"shown": {ZH: "条显示", EN: "shown"}, "clearOnes": {ZH: "也显示没有发现的", EN: "show clean records, too"},
}

func (h *htmlWriter) words() map[string]any {
	words := map[string]any{
		"lang": string(h.language), "policy": pagePolicy,
		"style": template.CSS(pageStyle), "script": template.JS(pageScript), // ours, as they stand
	}
	for key, text := range pageWords {
		words[key] = text.In(h.language)
	}
	return words
}

// htmlItem is what the template of an item reads.
type htmlItem struct {
	ID, Name, Verdict, Label, Error, Clean string
	Findings                               []htmlFinding
}

// htmlFinding is a finding with its field taken apart at its ends.
type htmlFinding struct {
	*validate.Finding
	Label, Before, Marked, After string
}

func (h *htmlWriter) Write(item Item) error {
	if err := h.begin(); err != nil {
		return err
	}
	out := htmlItem{ID: item.ID, Clean: pageWords["clean"].In(h.language)}
	if item.Err != nil {
		out.Verdict, out.Label, out.Error = "error", words["error"].In(h.language), item.Err.Error()
		return page.ExecuteTemplate(h.w, "item", out)
	}
	out.Name, out.Verdict = shown(item.Submission.Name), string(item.Report.Verdict)
	out.Label = words[out.Verdict].In(h.language)
	for i := range item.Report.Findings {
		f := &item.Report.Findings[i]
		finding := htmlFinding{Finding: f, Label: words[f.Severity.String()].In(h.language)}
		if text := item.Submission.Text(f.Field); f.End > f.Start && f.End <= len(text) {
			from, _ := back(text, f.Start, 2*excerptColumns)
			to := forward(text, f.End, 2*excerptColumns)
			finding.Before, finding.Marked, finding.After = shown(text[from:f.Start]), shown(text[f.Start:f.End]), shown(text[f.End:to])
		} else {
			finding.Marked = shown(f.Text)
		}
		out.Findings = append(out.Findings, finding)
	}
	return page.ExecuteTemplate(h.w, "item", out)
}

func (h *htmlWriter) begin() error {
	if h.begun {
		return nil
	}
	h.begun = true
	return page.ExecuteTemplate(h.w, "head", h.words())
}

func (h *htmlWriter) Close() error {
	if err := h.begin(); err != nil {
		return err
	}
	return page.ExecuteTemplate(h.w, "foot", h.words())
}
