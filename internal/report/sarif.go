package report

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/validate"
)

// sarifWriter writes a log of SARIF 2.1.0. A field with a finding is an artifact
// of its own, nested in the catalog, with its text: so that columns, which count
// code points, have something to count in. It holds what it writes in memory.
type sarifWriter struct {
	w         io.Writer
	language  validate.Language
	artifacts []sarifArtifact
	index     map[string]int // of artifacts, by location
	results   []sarifResult
	unread    []sarifNotification
}

// The parts of a log that are used here; names are the standard's.
type (
	sarifText struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		URI   string `json:"uri,omitempty"`
		Index int    `json:"index"`
	}
	sarifArtifact struct {
		Location    map[string]string `json:"location"`
		ParentIndex *int              `json:"parentIndex,omitempty"`
		Contents    *sarifText        `json:"contents,omitempty"`
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn,omitempty"`
		EndLine     int        `json:"endLine,omitempty"`
		EndColumn   int        `json:"endColumn,omitempty"`
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
	sarifPlace struct {
		Physical struct {
			Artifact sarifLocation `json:"artifactLocation"`
			Region   *sarifRegion  `json:"region,omitempty"`
		} `json:"physicalLocation"`
		Logical []map[string]string `json:"logicalLocations,omitempty"`
	}
	sarifResult struct {
		RuleID     string         `json:"ruleId"`
		Level      string         `json:"level"`
		Message    sarifText      `json:"message"`
		Locations  []sarifPlace   `json:"locations"`
		Related    []sarifPlace   `json:"relatedLocations,omitempty"`
		Rank       float64        `json:"rank"`
		Properties map[string]any `json:"properties"`
	}
	sarifNotification struct {
		Level     string       `json:"level"`
		Message   sarifText    `json:"message"`
		Locations []sarifPlace `json:"locations"`
	}
	sarifRule struct {
		ID    string    `json:"id"`
		Name  string    `json:"name"`
		Short sarifText `json:"shortDescription"`
		Full  sarifText `json:"fullDescription"`
	}
)

var sarifLevels = map[validate.Severity]string{validate.Reject: "error", validate.Review: "warning", validate.Advice: "note"}

// artifact gives the index of an artifact, which is added where it is new.
func (s *sarifWriter) artifact(uri string, parent int, contents *sarifText) int {
	if i, ok := s.index[uri]; ok {
		return i
	}
	if s.index == nil {
		s.index = map[string]int{}
	}
	a := sarifArtifact{Location: map[string]string{"uri": uri}, Contents: contents}
	if parent >= 0 {
		a.ParentIndex = &parent
	}
	s.index[uri] = len(s.artifacts)
	s.artifacts = append(s.artifacts, a)
	return len(s.artifacts) - 1
}

// catalog gives the place of a record in its file.
func (s *sarifWriter) catalog(item *Item) (place sarifPlace, uri string) {
	uri = filepath.ToSlash(item.File)
	if uri == "" || uri == "-" {
		uri = "submission"
	}
	place.Physical.Artifact = sarifLocation{URI: uri, Index: s.artifact(uri, -1, nil)}
	if item.Line > 0 {
		place.Physical.Region = &sarifRegion{StartLine: item.Line}
	}
	return place, uri
}

func (s *sarifWriter) Write(item Item) error {
	place, uri := s.catalog(&item)
	if item.Err != nil {
		s.unread = append(s.unread, sarifNotification{"error", sarifText{item.Err.Error()}, []sarifPlace{place}})
		return nil
	}
	for i := range item.Report.Findings {
		f := &item.Report.Findings[i]
		text := item.Submission.Text(f.Field)
		if text == "" {
			text = f.Text // a field that is no text, or missing
		}
		record := item.ID
		if item.Line > 0 { // ids may come twice
			record = fmt.Sprint(item.Line)
		}
		var field sarifPlace
		name := fmt.Sprintf("%s/%s/%s", uri, record, f.Field)
		field.Physical.Artifact = sarifLocation{URI: escapeURI(name), Index: s.artifact(escapeURI(name), place.Physical.Artifact.Index, &sarifText{strings.ToValidUTF8(text, "\ufffd")})}
		field.Physical.Region = regionOf(text, f.Start, f.End)
		field.Logical = []map[string]string{{"name": string(f.Field), "fullyQualifiedName": record + "." + string(f.Field), "kind": "member"}}
		s.results = append(s.results, sarifResult{
			RuleID: f.Check, Level: sarifLevels[f.Severity], Message: sarifText{strings.ToValidUTF8(f.Message, "\ufffd")},
			Locations: []sarifPlace{field}, Related: []sarifPlace{place}, Rank: 100 * f.Score,
			Properties: map[string]any{"rule": f.Rule, "severity": f.Severity, "entry": f.Entry, "via": f.Via, "suggestion": f.Suggestion, "rewrite": f.Rewrite},
		})
	}
	return nil
}

// escapeURI keeps what would end or change a path from doing so.
func escapeURI(s string) string {
	return strings.NewReplacer("%", "%25", " ", "%20", "#", "%23", "?", "%3F", "[", "%5B", "]", "%5D").Replace(s)
}

// regionOf gives the range of bytes start to end in lines and code points, both
// from 1; nil for nothing.
func regionOf(text string, start, end int) *sarifRegion {
	if end <= start || end > len(text) {
		return nil
	}
	r := &sarifRegion{Snippet: &sarifText{strings.ToValidUTF8(text[start:end], "\ufffd")}}
	r.StartLine, r.StartColumn = position(text[:start])
	r.EndLine, r.EndColumn = position(text[:end])
	return r
}

// position gives the line and column behind a text.
func position(before string) (line, column int) {
	line = 1 + strings.Count(before, "\n")
	return line, 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
}

func (s *sarifWriter) Close() error {
	var rules []sarifRule
	for _, c := range validate.Checks() {
		rules = append(rules, sarifRule{c.Slug, c.Slug, sarifText{c.Title.In(s.language)}, sarifText{c.Doc.In(s.language)}})
	}
	results := s.results
	if results == nil {
		results = []sarifResult{}
	}
	run := map[string]any{
		"tool":       map[string]any{"driver": map[string]any{"name": "mingcha", "informationUri": "https://github.com/mingcha-go/mingcha", "rules": rules}},
		"columnKind": "unicodeCodePoints",
		"results":    results,
		"invocations": []any{map[string]any{
			"executionSuccessful": true, "toolExecutionNotifications": append([]sarifNotification{}, s.unread...),
		}},
	}
	if len(s.artifacts) > 0 {
		run["artifacts"] = s.artifacts
	}
	encoder := json.NewEncoder(s.w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(map[string]any{
		"version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": []any{run},
	})
}
