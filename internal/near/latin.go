package near

import (
	"slices"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// minLatin is the least number of letters of a mark for which a wrong letter is
// forgiven: of shorter ones half the dictionary is one edit away.
// No English word of the list wamerican is one edit away from wechat or tencent.
const minLatin = 5

// editScore is the likeness of a Latin mark with one letter wrong.
const editScore = 0.85

// stepsPerWord is how many steps of the Watch it costs to hold a word against all
// Latin marks.
const stepsPerWord = 32

// findLatin adds the runs of letters that are a Latin mark with one edit.
func (s *Set) findLatin(b *Buffer, t *fold.Text) {
	if len(s.latin) == 0 {
		return
	}
	for i := 0; i < len(t.Symbols); i++ {
		if !isLetter(t.Symbols[i].Rune) {
			continue
		}
		start, end := run(t, i)
		i = end
		if end-start < minLatin-1 || end-start > maxLatin {
			continue
		}
		var buffer [maxLatin]rune
		word := buffer[:0]
		for k := start; k < end; k++ {
			word = append(word, t.Symbols[k].Rune)
		}
		b.Watch.Step(stepsPerWord)
		s.addEdits(b, t, start, end, word)
	}
}

// maxLatin bounds the letters of a run that is compared.
const maxLatin = 16

func (s *Set) addEdits(b *Buffer, t *fold.Text, start, end int, word []rune) {
	for _, m := range s.latin {
		mark := s.marks[m].word
		score := editScore
		var singles [maxLatin]rune
		switch {
		case len(word) < len(mark)-1 || len(word) > len(mark)+2:
			continue
		case slices.Equal(undouble(singles[:0], word), mark) && !slices.Equal(word, mark): // vvechat
			score = 0.95
		case !oneEdit(word, mark):
			continue
		case spells(t, start, end):
			continue // weixiu is 维修
		}
		b.hits = append(b.hits, Hit{m, start, end, score, Edit, true})
	}
}

// undouble appends a word to out with the pairs of letters that are drawn like
// one written as that.
func undouble(out, word []rune) []rune {
	for i := 0; i < len(word); i++ {
		if i+1 < len(word) {
			if r, ok := doubles[[2]rune{word[i], word[i+1]}]; ok {
				out = append(out, r)
				i++
				continue
			}
		}
		out = append(out, word[i])
	}
	return out
}

var doubles = map[[2]rune]rune{{'v', 'v'}: 'w', {'r', 'n'}: 'm', {'c', 'l'}: 'd'}

// oneEdit tells whether one letter put in, left out, changed, or swapped with
// its neighbour makes b of a.
func oneEdit(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 1:
		return slices.Equal(a[i:], b[i+1:])
	case 0:
		if i == len(a) {
			return false // the same word
		}
		return slices.Equal(a[i+1:], b[i+1:]) ||
			i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
	}
	return false
}
