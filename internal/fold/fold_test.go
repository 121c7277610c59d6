package fold

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestString(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain text stays", "微信支付", "微信支付"},
		{"empty text stays empty", "", ""},
		{"full-width letters and digits become ASCII", "ＷｅＣｈａｔ８", "wechat8"},
		{"capitals become small", "WeChat", "wechat"},
		{"traditional becomes simplified", "國家級", "国家级"},
		{"variants become the common form", "妳後裏", "你后里"},
		{"script letters become plain", "𝓦𝓮𝓒𝓱𝓪𝓽", "wechat"},
		{"circled letters become plain", "ⓌⒺ", "we"},
		{"circled numbers become digits", "①⑫", "112"},
		{"Cyrillic look-alikes become Latin", "wесhаt", "wechat"},
		{"capitals follow their small letter", "Ωω", "ww"},
		{"composed diacritics are dropped", "wéchat", "wechat"},
		{"combining diacritics are dropped", "we\u0301chat", "wechat"},
		{"zero-width characters are dropped", "微\u200b信", "微信"},
		{"spaces are dropped", "最 低 价", "最低价"},
		{"emoji between are dropped", "微😀信", "微信"},
		{"runs of a Han character become one", "微微微信", "微信"},
		{"runs across spaces become one", "微 微 微 微信", "微信"},
		{"pairs of a Han character stay", "天天妈妈", "天天妈妈"},
		{"runs of letters and digits stay", "www1000", "www1000"},
		{"runs across a comma stay", "微，微，微", "微微微"},
		{"ASCII and Chinese digits stay what they are", "12一二〇", "12一二〇"},
		{"Arabic-Indic digits become ASCII", "١٢٣", "123"},
		{"invalid UTF-8 is dropped", "微\xff信", "微信"},
		{"nothing but invalid UTF-8 is empty", "\xff\xfe\xe5", ""},
		{"Han outside the BMP stays", "𠮷野家", "𠮷野家"},
		{"one character expands to several", "5㎏", "5kg"},
		{"the percent sign stays", "１００％", "100%"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := String(tt.in); got != tt.want {
				t.Errorf("String(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestSpan(t *testing.T) {
	for _, tt := range []struct {
		name, in, word, want, kinds string
	}{
		{"a plain word spans itself", "用微信付", "微信", "微信", ""},
		{"a word in another case spans its bytes", "用WeChat", "wechat", "WeChat", "case"},
		{"full-width letters span three bytes each", "用ｗｅ。", "we", "ｗｅ", "width"},
		{"a traditional word spans its bytes", "最國家級的", "国家级", "國家級", "traditional"},
		{"styled letters span four bytes each", "用𝓦𝓮聊", "we", "𝓦𝓮", "case styled"},
		{"look-alikes span their bytes", "用wесhаt", "wechat", "wесhаt", "confusable"},
		{"accented letters span their bytes", "用wéchat", "wechat", "wéchat", "diacritic"},
		{"spaces within are spanned", "全 最 低 价 了", "最低价", "最 低 价", "gap"},
		{"an emoji within is spanned", "用微😀信😀", "微信", "微😀信", "gap"},
		{"a zero-width space within is spanned", "用微\u200b信", "微信", "微\u200b信", "invisible"},
		{"an invalid byte within is spanned", "用微\xff信", "微信", "微\xff信", "invisible"},
		{"a run is spanned as a whole", "用微微微信", "微信", "微微微信", "repeat"},
		{"a long run is spanned as a whole", "用微微微微微信", "微信", "微微微微微信", "repeat"},
		{"an expansion spans its one character", "重㎏吧", "kg", "㎏", "compat"},
		{"a part of an expansion spans all of it", "重㎏吧", "g", "㎏", "compat"},
		{"what stands before the word does not count", "用 \u200b微信", "微信", "微信", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var text Text
			text.Fold(tt.in)
			before, _, found := strings.Cut(text.String(), tt.word)
			if !found {
				t.Fatalf("%q folds to %q, without %q", tt.in, text.String(), tt.word)
			}
			i := utf8.RuneCountInString(before)
			j := i + utf8.RuneCountInString(tt.word)
			start, end := text.Span(i, j)
			if got := tt.in[start:end]; got != tt.want {
				t.Errorf("%q spans %q, want %q", tt.word, got, tt.want)
			}
			if got := strings.Join(text.KindsOf(i, j).AppendNames(nil), " "); got != tt.kinds {
				t.Errorf("%q is folded by %q, want %q", tt.word, got, tt.kinds)
			}
		})
	}
}

func TestBorderAt(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     Border
	}{
		{"neighbours are tight", "微信", Tight},
		{"an invisible character is no border", "微\u200b信", Tight},
		{"a space is soft", "微 信", Soft},
		{"an ideographic space is soft", "微\u3000信", Soft},
		{"an emoji is soft", "微😀信", Soft},
		{"a slash is medium", "微/信", Medium},
		{"a bracket is medium", "微【信", Medium},
		{"a comma is hard", "微，信", Hard},
		{"a line end is hard", "微\n信", Hard},
		{"the strongest of several counts", "微 ，/信", Hard},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var text Text
			text.Fold(tt.in)
			if got := text.BorderAt(1); got != tt.want {
				t.Errorf("border in %q = %d, want %d", tt.in, got, tt.want)
			}
			if text.BorderAt(0) != Hard || text.BorderAt(len(text.Symbols)) != Hard {
				t.Error("the ends of the text are not hard borders")
			}
		})
	}
}

// TestEveryCharacter checks that what a character folds to folds no further.
func TestEveryCharacter(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		once := String(string(r))
		if twice := String(once); twice != once {
			t.Errorf("%U %c folds to %q, then to %q", r, r, once, twice)
		}
	}
}

func TestFoldReusesMemory(t *testing.T) {
	const s = "用 𝓦𝓮 國家級 ㎏ 微微微信"
	var text Text
	text.Fold(s)
	if n := testing.AllocsPerRun(100, func() { text.Fold(s) }); n != 0 {
		t.Errorf("%v allocations for a text folded before, want none", n)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "ＷｅＣｈａｔ", "國家級", "wесhаt", "微\u200b信", "最 低 价", "微😀信",
		"微微微信", "微，微，微", "微\xff信", "𠮷㎏½Ωﷺ", "we\u0301chat", "㎏㎏㎏"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var text Text
		text.Fold(s)
		var last Symbol
		for i, sym := range text.Symbols {
			checkOffsets(t, s, sym)
			if i > 0 && (sym.Start < last.Start || sym.End < last.End || sym.Start < last.End && sym.Start != last.Start) {
				t.Errorf("%q: symbol %+v after %+v", s, sym, last)
			}
			last = sym
		}
		once := text.String()
		// String leaves out the borders, which keep runs apart: 微，微，微 gives
		// 微微微, a run when it is read again.
		if hasRun(once) {
			return
		}
		if twice := String(once); twice != once {
			t.Errorf("%q folds to %q, then to %q", s, once, twice)
		}
	})
}

// checkOffsets checks that a symbol covers whole runes, its own first.
func checkOffsets(t *testing.T, s string, sym Symbol) {
	t.Helper()
	if sym.Start < 0 || sym.End <= sym.Start || int(sym.End) > len(s) {
		t.Fatalf("%q: symbol %+v is out of range", s, sym)
	}
	if r, _ := utf8.DecodeRuneInString(s[sym.Start:]); r != sym.Raw {
		t.Errorf("%q: symbol %+v starts at %q", s, sym, r)
	}
	at := sym.Start
	for at < sym.End {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += int32(size)
	}
	if at != sym.End {
		t.Errorf("%q: symbol %+v ends within a rune", s, sym)
	}
}

// hasRun tells whether some non-ASCII character stands three times in a row.
func hasRun(s string) bool {
	var a, b rune
	for _, c := range s {
		if c >= utf8.RuneSelf && a == b && b == c {
			return true
		}
		a, b = b, c
	}
	return false
}

func BenchmarkFold(b *testing.B) {
	for _, bench := range []struct{ name, s string }{
		{"plain", strings.Repeat("微信支付小程序名称审核，", 80)},
		{"disguised", strings.Repeat("國家級 ＷｅＣｈａｔ wесhаt 𝓦𝓮 ㎏😀", 40)},
		{"ASCII", strings.Repeat("WeChat mini program, ", 100)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			var text Text
			text.Fold(bench.s)
			b.SetBytes(int64(len(bench.s)))
			b.ReportAllocs()
			for b.Loop() {
				text.Fold(bench.s)
			}
		})
	}
}
