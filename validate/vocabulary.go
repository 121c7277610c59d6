package validate

import (
	"index/suffixarray"
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"

	"github.com/mingcha-go/mingcha/internal/fold"
)

// vocabulary is what the other fields of a submission say, for tags and words on
// the icon to be held against. It is made when the first one asks: each of them
// is then answered in a time of its own length, however long the texts are.
type vocabulary struct {
	// service is of the name, the intro and the description; others of what else
	// words on the icon may be taken from.
	service, others   pairSet
	hasService, whole bool
	compared          int // pairs of pairs that were compared without it; see mostCompared

	letters []byte             // the Latin letters and digits of all texts, runs parted by parted
	latin   *suffixarray.Index // of letters
	// spelt are the beginnings of the texts in pinyin, and in its initials, sorted.
	spelt []string
}

// parted stands between runs of Latin letters that do not belong together.
const parted = '\n'

// mostSpelt is how many letters of the pinyin of a text are held against words
// in Latin letters.
const mostSpelt = 64

func (v *vocabulary) forget() {
	v.service.forget()
	v.others.forget()
	v.hasService, v.whole, v.compared, v.latin = false, false, 0, nil
	v.letters, v.spelt = v.letters[:0], v.spelt[:0]
	const keep = 1 << 14
	if cap(v.letters) > keep {
		v.letters = nil
	}
	clear(v.spelt[:cap(v.spelt)])
}

// ofService gives the pairs of characters of the name, the intro and the
// description.
func (s *subject) ofService() *pairSet {
	v := &s.vocabulary
	if !v.hasService {
		v.hasService = true
		for _, kind := range []int{nameIndex, introIndex, descriptionIndex} {
			if t := s.field(kind); t != nil {
				v.service.addAll(&t.folded)
			}
		}
	}
	return &v.service
}

// words gives what words on the icon may be taken from: all other texts, and the
// owner's name.
func (s *subject) words() *vocabulary {
	v := &s.vocabulary
	if v.whole {
		return v
	}
	v.whole = true
	s.ofService()
	var owner fold.Text
	owner.Fold(s.submission.Owner.Name)
	v.others.addAll(&owner)
	v.addLetters(&owner)
	for i := range s.fields() {
		t := &s.texts[i]
		switch t.kind {
		case iconTextIndex:
			continue
		case shortNameIndex, tagsIndex:
			v.others.addAll(&t.folded)
		}
		v.addLetters(&t.folded)
	}
	v.sort()
	return v
}

// sort makes the beginnings ready to be looked up.
func (v *vocabulary) sort() { slices.Sort(v.spelt) }

// addLetters adds the Latin letters of a text, and how it begins in pinyin.
func (v *vocabulary) addLetters(t *fold.Text) {
	v.letters = append(v.letters, parted)
	var whole, initials []byte
	for i := range t.Symbols {
		r := t.Symbols[i].Rune
		if !isLetterOrDigit(r) {
			continue
		}
		if r < 0x80 {
			v.letters = append(v.letters, byte(r))
		} else if v.letters[len(v.letters)-1] != parted {
			v.letters = append(v.letters, parted)
		}
		if len(whole) >= mostSpelt && len(initials) >= mostSpelt {
			continue
		}
		if syllable := plainSyllable(r); syllable != "" {
			whole = append(whole, syllable...)
			initials = append(initials, syllable[0])
		}
	}
	for _, spelt := range [][]byte{whole, initials} {
		if len(spelt) > 0 {
			v.spelt = append(v.spelt, string(spelt[:min(len(spelt), mostSpelt)]))
		}
	}
}

// plainSyllable gives how a character is read, without its tone: a letter that
// is no Han character as it is written, "" for what is not read.
func plainSyllable(r rune) string {
	if read := pinyin.SinglePinyin(r, plain); len(read) > 0 && read[0] != "" {
		return read[0]
	}
	if unicode.IsLetter(r) {
		return string(r)
	}
	return ""
}

func isLetterOrDigit(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// holdsLatin tells whether Latin letters stand in one of the texts, or are how
// one begins in pinyin or in its initials.
func (v *vocabulary) holdsLatin(word string) bool {
	if len(word) < 2 {
		return false
	}
	if i, _ := slices.BinarySearch(v.spelt, word); i < len(v.spelt) && strings.HasPrefix(v.spelt[i], word) {
		return true
	}
	if v.latin == nil {
		v.latin = suffixarray.New(v.letters)
	}
	return len(v.latin.Lookup([]byte(word), 1)) > 0
}

// mostCompared is how many pairs of pairs of characters are compared one by one
// before it pays to make a table of them: the few tags of most submissions stand in
// the first words of its texts.
const mostCompared = 2048

// sharesWithService tells whether a text has two characters in a row in common
// with the name, the intro or the description.
func (s *subject) sharesWithService(t *text) bool {
	v := &s.vocabulary
	for _, kind := range [...]int{nameIndex, introIndex, descriptionIndex} {
		other := s.field(kind)
		if other == nil {
			continue
		}
		if v.compared += len(t.folded.Symbols) * len(other.folded.Symbols); v.hasService || v.compared > mostCompared {
			return s.ofService().sharesPair(&t.folded)
		}
		if sharesWord(&t.folded, &other.folded) {
			return true
		}
	}
	return false
}

// sharesWord tells whether two short texts have two characters in a row in common.
func sharesWord(a, b *fold.Text) bool {
	for i := 1; i < len(a.Symbols); i++ {
		for j := 1; j < len(b.Symbols); j++ {
			if a.Symbols[i-1].Rune == b.Symbols[j-1].Rune && a.Symbols[i].Rune == b.Symbols[j].Rune {
				return true
			}
		}
	}
	return false
}

// belongs tells whether words on the icon are also those of another field or of
// the owner: two characters in a row, or all that they are; in Latin letters the
// pinyin of the beginning, or its initials.
func (s *subject) belongs(t *text) bool {
	word := letters(&t.folded)
	switch {
	case word == "":
		return len(t.folded.Symbols) > 0 // a sign speaks of nothing
	case isLatin(word) && len(word) > 1:
		return s.words().holdsLatin(word)
	}
	v := s.words()
	if single := []rune(word); len(single) == 1 {
		return v.service.has(0, single[0]) || v.others.has(0, single[0])
	}
	return v.service.sharesPair(&t.folded) || v.others.sharesPair(&t.folded)
}
