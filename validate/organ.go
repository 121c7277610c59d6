package validate

import (
	"strings"
	"unicode/utf8"

	"github.com/mingcha-go/mingcha/internal/match"
)

// An organ may bear its own name, not that of another organ or another place's: 杭州市
// 公安局 is no 网信办, and no 成都市公安局.

// ofPolice are units of the police, whose names say so or not.
var ofPolice = wordSet("organ-police")

// isOwnOrgan tells whether an organ that is named in a text is the owner, an organ
// itself, or part of it: by the characters of its name in their order, as short names
// are made (发改委 of 发展和改革委员会, 发改局 of a county), and by the place before it.
func (s *subject) isOwnOrgan(t *text, o *match.Occurrence) bool {
	own := s.readRights().owner
	word := folded(&t.folded, o.From, o.To)
	field := word // 发改: the same field is a 委 here, a 局 there
	if r, size := utf8.DecodeLastRuneInString(word); utf8.RuneCountInString(word) > 2 && strings.ContainsRune("委局办厅部署会", r) {
		field = word[:len(word)-size]
	}
	if !inOrder(field, own) && !(holdsAny(word, ofPolice) && strings.Contains(own, "公安")) {
		return false
	}
	place := placeBefore(t, o.From)
	return place == "" || strings.Contains(own, place)
}

// inOrder tells whether the characters of a short name occur in a long one in that order.
func inOrder(short, long string) bool {
	for _, r := range short {
		i := strings.IndexRune(long, r)
		if i < 0 {
			return false
		}
		long = long[i+utf8.RuneLen(r):]
	}
	return true
}

// placeBefore gives the place, without 省, 市, 县 and the like, that is written together
// with what begins at a symbol; empty: none.
func placeBefore(t *text, at int) string {
	const longest = 5 // symbols
	for n := min(longest, at); n > 1; n-- {
		if place := strings.TrimRight(folded(&t.folded, at-n, at), "省市区县州"); isRegion(place) {
			return place
		}
	}
	return ""
}

// namesOrgan tells whether a word of the check is the name of an organ and no symbol.
func namesOrgan(o *match.Occurrence) bool {
	return o.List.Role == organRole || strings.ContainsRune("部委署局院会", lastRune(o.Entry.Word))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// judgeOwnOrgan gives the severity of a symbol or an organ in the name of a government
// owner's program: none for what is its own.
func judgeOwnOrgan(s *subject, t *text, o *match.Occurrence) Severity {
	if !t.isName() || !namesOrgan(o) || s.isOwnOrgan(t, o) {
		return 0
	}
	return Review
}
