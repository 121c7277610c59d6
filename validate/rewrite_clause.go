package validate

import (
	"strings"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/match"
)

// separators end clauses, sentenceEnds sentences.
const (
	separators   = "，,。；;！!？?\n"
	sentenceEnds = "。！!？?"
)

// longestRewritten bounds the texts that are rewritten: an intro has 120
// characters.
const longestRewritten = 400 // bytes

// leadsOn are words of a clause that leads into the next one.
var leadsOn = wordSet("leads-on")

// withoutClause drops the clause that a word stands in, with its separator. What
// is left are whole clauses; it gives "" where none would be, or where the clause
// leads into the next one (为了…，).
func withoutClause(t *text, o *match.Occurrence) string {
	source := t.folded.Source
	if t.kind != introIndex || len(source) > longestRewritten {
		return ""
	}
	from, to := t.folded.Span(o.From, o.To)
	start := 0
	if i := strings.LastIndexAny(source[:from], separators); i >= 0 {
		_, size := utf8.DecodeRuneInString(source[i:])
		start = i + size
	}
	end := strings.IndexAny(source[to:], separators)
	if end < 0 {
		return withoutLast(source[:start])
	}
	end += to
	clause := source[start:end]
	if holdsAny(clause, leadsOn) {
		return ""
	}
	mark, size := utf8.DecodeRuneInString(source[end:])
	rest := source[end+size:]
	if strings.ContainsRune(sentenceEnds, mark) && start > 0 { // the last clause of a sentence
		before, last := utf8.DecodeLastRuneInString(source[:start])
		if !strings.ContainsRune(sentenceEnds, before) {
			return source[:start-last] + string(mark) + rest
		}
	}
	return source[:start] + strings.TrimLeft(rest, " ")
}

// withoutLast ends a text that has lost its last clause.
func withoutLast(s string) string {
	last, size := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(sentenceEnds, last) {
		return s
	}
	return s[:len(s)-size]
}

// withoutAttributeOrClause drops as little as is safe.
func withoutAttributeOrClause(t *text, o *match.Occurrence) string {
	if rewrite := withoutAttribute(t, o); rewrite != "" {
		return rewrite
	}
	return withoutClause(t, o)
}

// withoutWordOrClause drops the word from a name and the clause from an intro.
func withoutWordOrClause(t *text, o *match.Occurrence) string {
	if rewrite := withoutWord(t, o); rewrite != "" {
		return rewrite
	}
	return withoutClause(t, o)
}
