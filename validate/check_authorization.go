package validate

import (
	"bytes"
	"fmt"
	"index/suffixarray"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/owner"
)

var _ = register(&Check{
	Slug:   "authorization",
	Rules:  []string{"8.2", "8.3"},
	Fields: []Field{"authorizations"},
	Title:  Text{"授权声明不成立", "Authorisations that allow nothing"},
	Doc: Text{
		"一份授权要写明一个标识和一份文件，只对这个标识有效：文件空白或写「无」，标识写成「*」「全部」的，都不算授权，交给人工。腾讯的标识没有授权可言（8.3），声明了也不会放过。名称、简介里都没有、也不是知名商标的标识，提醒核对写法。",
		"An authorisation names one mark and one document, and holds for that mark alone: a blank document, and a mark such as * or “all”, authorise nothing, and a person should look. Marks of Tencent cannot be authorised (8.3). A mark that no text has and no list knows is advice to check how it is written.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Name: "星巴克点单", Authorizations: []Authorization{{Mark: "星巴克", Document: "——"}}}, Severity: Review, Field: "authorizations[0].document"},
		{Found: true, Submission: Submission{Name: "星巴克点单", Authorizations: []Authorization{{Mark: "*", Document: "授权书.pdf"}}}, Severity: Review, Field: "authorizations[0].mark"},
		{Found: true, Submission: Submission{Name: "青禾记账", Authorizations: []Authorization{{Mark: "微信", Document: "授权书.pdf"}}}, Rule: "8.3", Severity: Review, Field: "authorizations[0].mark"},
		{Found: true, Submission: Submission{Name: "青禾记账", Authorizations: []Authorization{{Mark: "拾光里", Document: "授权书.pdf"}}}, Severity: Advice, Field: "authorizations[0].mark"},
		{Submission: Submission{Name: "星巴克点单", Authorizations: []Authorization{{Mark: "星巴克", Document: "授权书.pdf"}}}},
		{Submission: Submission{Name: "拾光里书屋", Authorizations: []Authorization{{Mark: "拾光里", Document: "授权书.pdf"}}}},
	},
	run: runAuthorization,
})

// allMarks are words for any mark whatever, which no document allows.
var allMarks = wordSet("any-mark")

func runAuthorization(s *subject, c *Check) {
	textHolds := s.textHolder()
	for i, a := range s.submission.Authorizations {
		field := fmt.Sprintf("authorizations[%d]", i)
		mark := fold.String(a.Mark)
		shown := excerpt(a.Mark)
		switch {
		case isAnyMark(mark):
			s.addAuthorization(c, Field(field+".mark"), a.Mark, Review, Text{"授权要写明是哪一个标识，「%[1]s」不算", "an authorisation names one mark: “%[1]s” is none"}, shown)
		case knownMarks()[mark] == tencentMark && !s.rightAsTencent().owner:
			s.addAuthorization(c, Field(field+".mark"), a.Mark, Review, Text{"「%[1]s」是腾讯的标识，只有腾讯自己的帐号能用，授权不能放宽", "“%[1]s” is a mark of Tencent, which only its own accounts may carry: no authorisation lifts that"}, shown)
		case knownMarks()[mark] == 0 && !textHolds(mark):
			s.addAuthorization(c, Field(field+".mark"), a.Mark, Advice, Text{"授权的标识「%[1]s」在名称和简介里都没有，请核对写法", "neither name nor intro have the authorised mark “%[1]s”: check how it is written"}, shown)
		}
		if isNoDocument(a.Document) {
			s.addAuthorization(c, Field(field+".document"), a.Document, Review, Text{"「%[1]s」的授权没有写文件，不算授权", "the authorisation for “%[1]s” names no document and allows nothing"}, shown)
		}
	}
}

func (s *subject) addAuthorization(c *Check, field Field, value string, severity Severity, message Text, mark string) {
	f := Finding{Severity: severity, Entry: mark, Message: message.format(s.v.language, mark),
		Rule: "8.2", Suggestion: Text{"每个标识写一条授权，附上商标权利人的授权文件", "give one authorisation a mark, with the document of its holder"}.In(s.v.language)}
	if knownMarks()[fold.String(mark)] == tencentMark {
		f.Rule = "8.3"
		f.Suggestion = Text{"删去这条授权，换成自己的品牌", "drop the authorisation and use a brand of your own"}.In(s.v.language)
	}
	s.addStated(c, field, value, f)
}

// isAnyMark tells whether a folded mark is none, or a word for all of them.
func isAnyMark(mark string) bool {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, mark)
	if letters == "" {
		return true
	}
	return slices.Contains(allMarks, letters)
}

// textHolder gives a function that tells whether a text of the submission holds a folded
// mark. Many marks are looked up in an index, as each would have to be sought in all
// texts.
func (s *subject) textHolder() func(mark string) bool {
	const few = 8
	var texts []byte
	var index *suffixarray.Index
	return func(mark string) bool {
		if texts == nil {
			texts = []byte{0}
			for i := range s.fields() {
				texts = append(append(texts, s.texts[i].folded.String()...), 0)
			}
			if len(s.submission.Authorizations) > few {
				index = suffixarray.New(texts)
			}
		}
		if index != nil {
			return len(index.Lookup([]byte(mark), 1)) > 0
		}
		return bytes.Contains(texts, []byte(mark))
	}
}

// What a mark is known as.
const (
	brandMark = 1 + iota
	tencentMark
)

// knownMarks are the folded names of the marks of the embedded lists.
var knownMarks = sync.OnceValue(func() map[string]int {
	known := map[string]int{}
	for _, l := range embeddedLists() {
		as := map[string]int{"brand-mark": brandMark, "hot-name": brandMark, "tencent-mark": tencentMark}[l.Check]
		if as == 0 {
			continue
		}
		for i := range l.Entries {
			e := &l.Entries[i]
			if e.Severity == 0 && len(e.ByField) == 0 {
				continue // an innocent word
			}
			for _, name := range append(owner.SameMark(e.Meaning()), e.Meaning(), e.Word) {
				known[fold.String(name)] = as
			}
		}
	}
	return known
})
