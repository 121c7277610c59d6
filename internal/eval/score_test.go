package main

import (
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

// finding makes one of the check under test at the first place of text.
func finding(in validate.Field, whole, text string, s validate.Severity) validate.Finding {
	start := strings.Index(whole, text)
	return validate.Finding{Check: "c", Field: in, Start: start, End: start + len(text), Severity: s}
}

func mustParse(t *testing.T, line string) *labelled {
	t.Helper()
	c, err := parseCase([]byte(line))
	if err != nil {
		t.Fatal(err)
	}
	return &c
}

const (
	positive = `{"id":"1","check":"c","name":"好店最佳店","want":[{"field":"name","text":"最佳","severity":"reject"}],"why":"w"}`
	repeated = `{"id":"1","check":"c","name":"店好店","want":[{"field":"name","text":"店","severity":"reject|review"}],"why":"w"}`
	anywhere = `{"id":"1","check":"c","name":"店","want":[{"field":"name","text":"","severity":"reject"}],"why":"w"}`
	tagged   = `{"id":"1","check":"c","tags":["好","最佳"],"want":[{"field":"tags","text":"最佳","severity":"reject"}],"why":"w"}`
	innocent = `{"id":"1","check":"c","name":"好店最佳店","want":[],"why":"w"}`
)

func TestScoreCase(t *testing.T) {
	other := finding("name", "好店最佳店", "最佳", validate.Reject)
	other.Check = "d"
	for name, c := range map[string]struct {
		line     string
		findings []validate.Finding
		want     score
	}{
		"the wanted text is found": {positive,
			[]validate.Finding{finding("name", "好店最佳店", "最佳", validate.Reject)},
			score{positive: 1, found: 1, agreed: 1}},
		"an overlap is enough, a wrong severity is told": {positive,
			[]validate.Finding{finding("name", "好店最佳店", "佳店", validate.Review)},
			score{positive: 1, found: 1}},
		"the gravest of two findings is compared, none is a false alarm": {positive,
			[]validate.Finding{finding("name", "好店最佳店", "最", validate.Review), finding("name", "好店最佳店", "最佳", validate.Reject)},
			score{positive: 1, found: 1, agreed: 1}},
		"advice finds nothing": {positive,
			[]validate.Finding{finding("name", "好店最佳店", "最佳", validate.Advice)},
			score{positive: 1, missed: 1}},
		"a finding beside the wanted text misses it and is a false alarm": {positive,
			[]validate.Finding{finding("name", "好店最佳店", "好店", validate.Review)},
			score{positive: 1, missed: 1, falseAlarms: 1}},
		"another field does not count": {positive,
			[]validate.Finding{finding("intro", "好店最佳店", "最佳", validate.Reject)},
			score{positive: 1, missed: 1, falseAlarms: 1}},
		"another check does not count": {positive, []validate.Finding{other}, score{positive: 1, missed: 1}},
		"any place of a repeated text will do": {repeated,
			[]validate.Finding{{Check: "c", Field: "name", Start: 6, End: 9, Severity: validate.Review}},
			score{positive: 1, found: 1, agreed: 1}},
		"no wanted text means anything in the field": {anywhere,
			[]validate.Finding{{Check: "c", Field: "name", Severity: validate.Reject}},
			score{positive: 1, found: 1, agreed: 1}},
		"a list without index is any member": {tagged,
			[]validate.Finding{finding("tags[1]", "最佳", "最佳", validate.Reject)},
			score{positive: 1, found: 1, agreed: 1}},
		"another member of the list is a false alarm": {tagged,
			[]validate.Finding{finding("tags[0]", "好", "好", validate.Reject)},
			score{positive: 1, missed: 1, falseAlarms: 1}},
		"silence on an innocent case":          {innocent, nil, score{innocent: 1}},
		"advice on an innocent case":           {innocent, []validate.Finding{finding("name", "好店最佳店", "最佳", validate.Advice)}, score{innocent: 1}},
		"a finding on an innocent case":        {innocent, []validate.Finding{finding("name", "好店最佳店", "最佳", validate.Review)}, score{innocent: 1, falseAlarms: 1}},
		"another check on an innocent case is": {innocent, []validate.Finding{other}, score{innocent: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			got, mistakes := scoreCase(mustParse(t, c.line), c.findings)
			if got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
			if len(mistakes) != got.missed+got.falseAlarms {
				t.Errorf("%d mistakes listed, want %d", len(mistakes), got.missed+got.falseAlarms)
			}
		})
	}
}

func TestParseCaseRefusesWhatCannotMeanWhatItSays(t *testing.T) {
	for name, line := range map[string]string{
		"a text that the field does not hold": `{"id":"1","check":"c","name":"店","want":[{"field":"name","text":"最佳","severity":"reject"}],"why":"w"}`,
		"an unknown field":                    `{"id":"1","check":"c","nmae":"店","want":[],"why":"w"}`,
		"an unknown severity":                 `{"id":"1","check":"c","name":"店","want":[{"field":"name","text":"店","severity":"fatal"}],"why":"w"}`,
		"no severity":                         `{"id":"1","check":"c","name":"店","want":[{"field":"name","text":"店"}],"why":"w"}`,
		"no reason":                           `{"id":"1","check":"c","name":"店","want":[]}`,
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := parseCase([]byte(line)); err == nil {
				t.Error("accepted")
			}
		})
	}
}

func TestMistakesShowTheTextMarked(t *testing.T) {
	_, mistakes := scoreCase(mustParse(t, positive), []validate.Finding{
		finding("name", "好店最佳店", "最佳", validate.Advice), finding("name", "好店最佳店", "好店", validate.Review),
	})
	var b strings.Builder
	printMistakes(&b, mistakes)
	want := "\nMissed: 1\n1\tname\t好店【最佳】店\tw [found, but as advice only]\n" +
		"\nFalse alarms: 1\n1\tname\t【好店】最佳店\treview\tw\n"
	if b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}
