package validate

import (
	"strings"

	"github.com/mingcha-go/mingcha/internal/match"
)

// viaTexts say in words how a text was recognised.
var viaTexts = map[string]Text{
	"width":       {"全角写法", "full-width form"},
	"traditional": {"繁体或异体字", "traditional characters"},
	"styled":      {"花体字母或带圈字符", "styled letters"},
	"confusable":  {"形近的外文字母", "look-alike letters of another script"},
	"diacritic":   {"带声调或附加符号的字母", "letters with accents"},
	"compat":      {"兼容字符", "compatibility characters"},
	"repeat":      {"叠字", "repeated characters"},
	"invisible":   {"夹有看不见的字符", "with invisible characters inside"},
	"gap":         {"中间加了间隔", "with separators inside"},
	"homophone":   {"读音相同", "read the same"},
	"fuzzy-sound": {"读音相近", "read alike"},
	"pinyin":      {"拼音写法", "written in pinyin"},
	"mixed":       {"汉字与字母混写", "characters and letters mixed"},
	"edit":        {"拼写相近", "spelt alike"},
	"shape":       {"字形相近", "drawn alike"},
	"split":       {"一个字拆成两个", "one character taken apart"},
	"variant":     {"别称", "another name of it"},
}

// via gives how the fold layer recognised the word: exact, or the folds that it
// took.
func (t *text) via(o *match.Occurrence) []string {
	start, end := t.folded.Span(o.From, o.To)
	if t.folded.Source[start:end] == o.Entry.Word {
		return []string{"exact"}
	}
	names := t.folded.KindsOf(o.From, o.To).AppendNames(nil)
	if len(names) == 0 {
		return []string{"case"} // the word is listed with capitals, or with a gap
	}
	return names
}

// quote shows the text found, and, where it is not the entry as listed, what it
// stands for and how it was recognised.
func (s *subject) quote(text, entry string, via []string) string {
	var how []string
	for _, v := range via {
		if t, ok := viaTexts[v]; ok {
			how = append(how, t.In(s.v.language))
		}
	}
	text = excerpt(text)
	if len(how) == 0 {
		return Text{"「%[1]s」", "“%[1]s”"}.format(s.v.language, text)
	}
	return Text{"「%[1]s」（即「%[2]s」，%[3]s）", "“%[1]s” (that is “%[2]s”, %[3]s)"}.
		format(s.v.language, text, entry, strings.Join(how, Text{"、", ", "}.In(s.v.language)))
}

// mostQuoted is how many characters of a text a message quotes; the finding
// itself carries all of it.
const mostQuoted = 24

// excerpt gives what a message quotes of a text: its beginning, with what could
// not be seen made visible. It looks no further, as texts may be of any length
// and quoted as often as they are long.
func excerpt(s string) string {
	s = visible(s[:afterRunes(s, mostQuoted+1)])
	if end := afterRunes(s, mostQuoted); end < len(s) {
		return s[:end] + "…"
	}
	return s
}
