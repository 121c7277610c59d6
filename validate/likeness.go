package validate

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/internal/sound"
)

// markVia says how a text was recognised as a mark: by the folds it took, and
// by the likeness of the word found, or of the variant listed, to the mark.
func markVia(t *text, o *match.Occurrence) []string {
	via := o.Likeness.AppendNames(nil)
	if len(via) == 0 && o.Entry.For != "" {
		if likeness := variantLikeness(o.Entry.Word, o.Entry.For); likeness != "" {
			via = append(via, likeness)
		}
	}
	if len(via) == 0 {
		return t.via(o)
	}
	folds := t.folded.KindsOf(o.From, o.To) &^ fold.Case
	return folds.AppendNames(via)
}

// variantLikeness names what a listed variant has in common with its mark.
func variantLikeness(word, mark string) string {
	w, m := []rune(fold.String(word)), []rune(fold.String(mark))
	wordHan, wordLatin := scripts(w)
	markHan, markLatin := scripts(m)
	switch {
	case string(w) == string(m):
		return ""
	case wordHan && wordLatin && !markLatin:
		return "mixed"
	case wordLatin && !wordHan && markHan:
		switch spelt := toneless(string(m)); {
		case string(w) == spelt:
			return "pinyin"
		case len(w) < len(spelt)-1: // vx, wx
			return "variant"
		}
		return "edit"
	case wordLatin && markLatin && !wordHan && !markHan:
		return "edit"
	case len(w) == len(m) && wordHan && markHan:
		return hanLikeness(w, m)
	case len(w) == len(m)+1 && wordHan:
		return "split"
	}
	return "variant"
}

// hanLikeness names the likeness of two words of equal length.
func hanLikeness(a, b []rune) string {
	worst := sound.Same
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		k := sound.Compare(a[i], b[i])
		if k == sound.None {
			return "shape"
		}
		worst = min(worst, k)
	}
	if worst >= sound.SameSyllable {
		return "homophone"
	}
	return "fuzzy-sound"
}

func scripts(word []rune) (han, latin bool) {
	for _, r := range word {
		han = han || unicode.Is(unicode.Han, r)
		latin = latin || r < 0x80 && unicode.IsLetter(r)
	}
	return han, latin
}

// explainSound adds how a word found by its sound and its mark are read, with
// tone marks.
func (s *subject) explainSound(f *Finding, source string) string {
	for _, via := range f.Via {
		switch via {
		case "pinyin":
			return Text{"（%[1]s %[2]s）", " (%[1]s %[2]s)"}.format(s.v.language, f.Entry, toned(f.Entry))
		case "homophone", "fuzzy-sound":
			return Text{"（%[1]s %[2]s，%[3]s %[4]s）", " (%[1]s %[2]s, %[3]s %[4]s)"}.
				format(s.v.language, excerpt(source), toned(source), f.Entry, toned(f.Entry))
		}
	}
	return ""
}

// toned writes the Han characters of a text in pinyin with tone marks, other
// letters as they are.
func toned(text string) string {
	return spell(text, " ", func(r rune) string {
		first, _, _ := strings.Cut(pinyin.PinyinDict[int(r)], ",") // its readings are written with tone marks
		return first
	})
}

var plain = pinyin.Args{Style: pinyin.Normal}

func toneless(text string) string {
	return spell(text, "", func(r rune) string {
		if read := pinyin.SinglePinyin(r, plain); len(read) > 0 {
			return read[0]
		}
		return ""
	})
}

// spell writes the letters of a text by how they are read, if they are.
func spell(text, separator string, read func(rune) string) string {
	var syllables []string
	for _, r := range text {
		if syllable := read(r); syllable != "" {
			syllables = append(syllables, syllable)
		} else if unicode.IsLetter(r) {
			syllables = append(syllables, string(r))
		}
	}
	return strings.Join(syllables, separator)
}
