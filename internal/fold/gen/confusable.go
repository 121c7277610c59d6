package main

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/mingcha-go/mingcha/internal/ucd"
)

// lookAlikes are added to UTS #39: what it leaves out because it compares
// within an alphabet (И and N), and what upside-down and decorated writing uses.
// Source and target alternate.
const lookAlikes = "ΛAΣEςcϛcЯRИNиnПNпnЦUцuШWшwЩWщwЪbъbЬbьbЭEэeЋhћhЂhђhӨOөo" +
	"əeƏEɔcƆCɛeƐEɒaⱰaꭤaꬰaŋnŊNðdÐDþpÞPɩiƖIɣyƔYʉuɄUʊuƱUꞵbꝛrμuηnθ0ʃsƩSʒzƷZ" +
	"ꟻFꟼPꟽWꟿMꟾI" +
	"⍺a⍳i⍴p⍵w∨v⋁v∧A⋀A∪U⋃U⊤T⟙T℮e" +
	"₳A฿B₵C₲G₭K₦N₱P₴S₮T₩W¢c"

// hanLookAlikes are kana, bopomofo and Hangul that look like, or come from, a
// Han character or one of its parts.
const hanLookAlikes = "カ力ト卜ロ口ニ二ハ八タ夕エ工ー一チ千オ才ヌ又ム厶ノ丿イ亻メ乂ヒ匕ヨ彐リ刂ル儿ネ礻" +
	"ㄅ勹ㄆ攵ㄇ冂ㄈ匚ㄌ力ㄎ丂ㄏ厂ㄐ丩ㄒ丅ㄔ彳ㄕ尸ㄖ日ㄗ卩ㄙ厶ㄚ丫ㄠ幺ㄡ又ㄤ尢ㄥ乚ㄦ儿ㄧ一ㄨ乂ㄩ凵" +
	"ㅁ口ㅡ一ㅣ丨ㅅ人" + "ꟷ一"

// caseMates are the scripts whose small letters are drawn like their capitals,
// so that what a capital looks like its small letter does too.
var caseMates = []*unicode.RangeTable{unicode.Cyrillic, unicode.Greek, unicode.Cherokee, unicode.Coptic}

// alphabets are the scripts whose letters with marks follow their base.
var alphabets = []*unicode.RangeTable{unicode.Latin, unicode.Greek, unicode.Cyrillic}

// notLikeCapital are small letters of caseMates drawn unlike their capitals.
const notLikeCapital = "ζλξгд"

// addConfusables adds what looks like an ASCII letter or digit: first UTS #39,
// then the letters by hand, by name, by case, and by value for digits.
func (f *foldings) addConfusables(chars []ucd.Char, groups map[string][]string) {
	f.addPairs(hanLookAlikes)
	for _, c := range chars {
		if c.Digit >= 0 && c.Rune > unicode.MaxLatin1 {
			f.add(c.Rune, confusable, rune('0'+c.Digit))
		}
	}
	letters := slices.DeleteFunc(slices.Clone(chars), func(c ucd.Char) bool { return !mayLookAlike(c) })
	for _, c := range letters {
		f.add(c.Rune, confusable, direct(c, groups[string(c.Rune)])...)
	}
	f.addPairs(lookAlikes)
	f.addReshaped(letters)
	f.addCased(letters)
	for _, c := range letters {
		f.add(c.Rune, confusable, f.oneStep(groups[string(c.Rune)])...)
	}
	f.addAccented(letters)
	f.addMarked(letters)
}

func (f *foldings) addPairs(pairs string) {
	runes := []rune(pairs)
	for i := 0; i < len(runes); i += 2 {
		f.add(runes[i], confusable, runes[i+1])
	}
}

// mayLookAlike tells the characters that may fold by looks: letters and numbers
// that are neither ASCII nor Han. Symbols stay the borders that they are.
func mayLookAlike(c ucd.Char) bool {
	return c.Rune >= utf8.RuneSelf && (c.Category[0] == 'L' || c.Category[0] == 'N') &&
		!unicode.Is(unicode.Han, c.Rune)
}

// direct gives the ASCII letter or digit in the group of c. The group of l also
// holds I and 1, that of O also 0: a capital letter is taken for the capital.
func direct(c ucd.Char, group []string) []rune {
	var best rune
	for _, s := range group {
		if r, size := utf8.DecodeRuneInString(s); size == len(s) && isASCIIWord(r) && (best == 0 || r > best) {
			best = r
		}
	}
	switch {
	case best == 0:
		return nil
	case best == 'l' && (unicode.IsUpper(c.Rune) || strings.HasSuffix(c.Name, "LETTER I")):
		best = 'I'
	}
	return []rune{best}
}

// oneStep gives the ASCII letter of a look-alike that itself has one.
func (f *foldings) oneStep(group []string) []rune {
	for _, s := range slices.Sorted(slices.Values(group)) {
		r, size := utf8.DecodeRuneInString(s)
		if size != len(s) || r < utf8.RuneSelf || f.to[r].kind != confusable {
			continue
		}
		if a := f.ascii(r); a != 0 {
			return []rune{a}
		}
	}
	return nil
}

// addReshaped adds letters by name: small capitals, script, turned ...
func (f *foldings) addReshaped(letters []ucd.Char) {
	for _, c := range letters {
		r := byName(c)
		switch {
		case r == 0:
		case strings.HasPrefix(c.Name, "MODIFIER"):
			f.add(c.Rune, styled, r)
		default:
			// A capital follows its small letter: Ɯ as ɯ.
			if low := unicode.ToLower(c.Rune); low != c.Rune && f.ascii(low) != 0 {
				r = unicode.ToUpper(f.ascii(low))
			}
			f.add(c.Rune, confusable, r)
		}
	}
}

// addCased adds small letters that look like their capital, and Latin capitals
// whose small letter folds.
func (f *foldings) addCased(letters []ucd.Char) {
	for _, c := range letters {
		up, low := unicode.ToUpper(c.Rune), unicode.ToLower(c.Rune)
		switch {
		case up != c.Rune && unicode.In(c.Rune, caseMates...) && !strings.ContainsRune(notLikeCapital, c.Rune):
			if a := f.ascii(up); a != 0 {
				f.add(c.Rune, confusable, unicode.ToLower(a))
			}
		case low != c.Rune && unicode.Is(unicode.Latin, c.Rune):
			if a := f.ascii(low); a != 0 {
				f.add(c.Rune, f.to[low].kind, unicode.ToUpper(a))
			}
		}
	}
}

// addAccented adds letters whose base looks like an ASCII letter: ё as е.
func (f *foldings) addAccented(letters []ucd.Char) {
	for _, c := range letters {
		nfd := []rune(norm.NFD.String(string(c.Rune)))
		if len(nfd) < 2 || !unicode.In(c.Rune, alphabets...) || !marksOnly(nfd[1:]) {
			continue
		}
		if a := f.ascii(nfd[0]); a != 0 {
			f.add(c.Rune, confusable, a)
		}
	}
}

// addMarked does the same by name where Unicode does not decompose: қ, "KA WITH
// DESCENDER", as к.
func (f *foldings) addMarked(letters []ucd.Char) {
	byName := make(map[string]rune, len(letters))
	for _, c := range letters {
		byName[c.Name] = c.Rune
	}
	for _, c := range letters {
		base, _, marked := strings.Cut(c.Name, " WITH ")
		if !marked || !unicode.In(c.Rune, alphabets...) {
			continue
		}
		if a := f.ascii(byName[base]); a != 0 {
			f.add(c.Rune, confusable, a)
		}
	}
}
