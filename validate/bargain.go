package validate

import (
	"strings"
	"unicode"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/match"
	"github.com/mingcha-go/mingcha/lexicon"
)

// A bargain is sharing for a reward in words that no list can hold, as a number
// or a place stands between them: 转发三个群得优惠券, 邀请5位好友领8元红包. Within one
// clause, or at the start of the next one, an act that spreads the program is
// followed by a link and a prize.

// acts begin a bargain, by their first character.
var acts = byFirst(
	"分享", "分亨", "转发", "转给", "转到", "邀请", "邀好友", "邀人", "邀1人", "邀2人", "邀3人", "邀5人",
	"邀两人", "邀三人", "邀五人", "拉新", "拉好友", "拉人", "拉个人", "拉三人", "关注公众号", "关注我们", "关注小程序",
	"关注店铺", "关注本店", "关注后", "关注并", "收藏店铺", "收藏本店", "收藏并关注", "助力", "集满", "集齐", "攒赞",
	"攒满", "下载app", "下载后", "下载并", "下载我们的", "下载客户端", "下载安装", "好友注册", "好友下单", "好友扫码",
	"进群", "入群", "扫码关注", "发朋友圈", "发到群", "发到朋友圈",
)

// actFirsts has the low byte of each first character of acts: most characters of
// a text begin none, and a map would cost more than all the rest.
var actFirsts = func() (set [256]bool) {
	for r := range acts {
		set[byte(r)] = true
	}
	return set
}()

// links stand between act and prize; the prize follows within prizeReach.
var links = runes("得", "领", "送", "赚", "换", "拿", "返", "抽", "赢", "奖励", "赠", "兑", "抢", "瓜分")

// prizes are what is promised.
var prizes = runes("红包", "现金", "优惠券", "代金券", "礼品", "奖品", "好礼", "大礼", "豪礼", "奖励", "奖金", "佣金", "话费", "vip", "免单", "返现", "礼包",
	"充电宝", "鸡蛋", "块钱", "会员", "积分", "金币", "提现", "收益")

// money ends an amount, which is a prize where a number stands before it.
const money = '元'

// thoughts end in 得 and promise nothing: 分享学习心得.
var thoughts = runes("心得", "觉得", "值得", "懂得", "记得", "难得", "舍得", "显得", "变得", "使得")

// idle words begin with a link and promise nothing: 换购会员专享, 抽样检查.
var idle = runes("换购", "换季", "换乘", "换算", "领导", "领域", "领先", "领跑", "领悟", "领养", "领料", "抽样", "抽查", "送审", "送货", "送达", "送餐", "抢修", "抢险",
	"得体", "得分", "得当")

// opens are links and prizes in one: what is locked until then.
var opens = runes("即可解锁", "才能解锁", "就能解锁", "即可提现", "才能提现", "才可提现", "就能提现", "才能查看", "才可查看", "才能看", "才能使用", "才可使用", "即可免费", "就能免费", "才能领", "才可领",
	"免费拿", "免费领", "免费送", "免费得", "免费喝", "免费吃", "解锁全部", "解锁完整", "解锁更多", "解锁会员", "解锁答案", "解锁剩余", "解锁全集", "解锁下一",
	"可抽奖", "抽奖一次", "抽大奖", "参与抽奖",
	"才可继续", "才能继续", "方可继续", "后继续答题", "后继续观看")

// How far a link stands after an act, and a prize after a link, in symbols.
const (
	linkReach  = 9
	bargainGap = 5
)

func runes(words ...string) (out [][]rune) {
	for _, w := range words {
		out = append(out, []rune(w))
	}
	return out
}

func byFirst(words ...string) map[rune][][]rune {
	all := map[rune][][]rune{}
	for _, w := range runes(words...) {
		all[w[0]] = append(all[w[0]], w)
	}
	return all
}

// bargainList stands for the list that findings of bargains would come from.
var bargainList = &lexicon.List{Check: "inducement", Rule: "5.1", Title: "诱导分享、关注、下载", TitleEN: "inducement to share or follow"}

// eachBargain turns the bargains of a submission into findings, save those in
// which a listed word has been found.
func (s *subject) eachBargain(c *Check, w *listWording) {
	for i := range s.fields() {
		t := &s.texts[i]
		known := wordsOf{text: t, check: c}
		for from := 0; from < len(t.folded.Symbols); from++ {
			if !actFirsts[byte(t.folded.Symbols[from].Rune)] {
				continue
			}
			to := bargainAt(&t.folded, from)
			if to == 0 {
				continue
			}
			if known.overlap(from, to) {
				from = to - 1
				continue
			}
			o := match.Occurrence{List: bargainList, From: from, To: to, Severity: Review, Score: 1,
				Entry: &lexicon.Entry{Word: folded(&t.folded, from, to), Severity: Review}}
			s.add(c, t, w.finding(s, c, t, &o))
			from = to - 1
		}
	}
}

// wordsOf are the words found for a check in a text, as asked for from the
// beginning of the text to its end.
type wordsOf struct {
	text  *text
	check *Check
	next  int // in text.words
	reach int // how far those before next reach that count
}

// overlap tells whether a word that is no mere advice overlaps symbols from..to.
// From one call to the next, to must not fall.
func (w *wordsOf) overlap(from, to int) bool {
	words := w.text.words
	for ; w.next < len(words) && words[w.next].From < to; w.next++ {
		if o := &words[w.next]; o.List.Check == w.check.Slug && o.Severity >= Review {
			w.reach = max(w.reach, o.To)
		}
	}
	return w.reach > from
}

// bargainAt gives the end of the bargain that begins at symbol from, 0 for none.
func bargainAt(f *fold.Text, from int) int {
	act := longestAt(f, acts[f.Symbols[from].Rune], from)
	if act == 0 {
		return 0
	}
	for i := from + act; i < len(f.Symbols) && i <= from+act+linkReach; i++ {
		next := !sameClause(f, i)
		if next && !commaBefore(f, i) {
			break
		}
		if n := longestAt(f, opens, i); n > 0 {
			return i + n
		}
		n := longestAt(f, links, i)
		if longestAt(f, thoughts, i-1) > 0 || longestAt(f, idle, i) > 0 {
			continue
		}
		for k := i + n; n > 0 && k < len(f.Symbols) && k <= i+n+bargainGap && sameClause(f, k); k++ {
			if p := longestAt(f, prizes, k); p > 0 {
				return k + p
			}
			if f.Symbols[k].Rune == money && isNumeral(f.Symbols[k-1].Rune) {
				return k + 1
			}
		}
		if next {
			break // only what opens the next clause belongs to the act: 邀请好友助力，领现金
		}
	}
	return 0
}

func isNumeral(r rune) bool {
	return unicode.IsDigit(r) || strings.ContainsRune("一二三四五六七八九十百千万亿", r)
}

// sameClause tells whether symbol i goes on with the clause of the one before.
func sameClause(f *fold.Text, i int) bool { return f.BorderAt(i) < fold.Hard }

// commaBefore tells whether nothing but a comma parts symbol i from the one before.
func commaBefore(f *fold.Text, i int) bool {
	_, end := f.Span(i-1, i)
	start, _ := f.Span(i, i+1)
	between := strings.TrimSpace(f.Source[end:start])
	return between == "，" || between == ","
}

// longestAt gives the length of the longest of words that stands at symbol i
// within one clause, 0 for none.
func longestAt(f *fold.Text, words [][]rune, i int) (longest int) {
	for _, w := range words {
		if len(w) <= longest || i+len(w) > len(f.Symbols) {
			continue
		}
		same := f.Symbols[i].Rune == w[0]
		for k := 1; same && k < len(w); k++ {
			same = f.Symbols[i+k].Rune == w[k] && sameClause(f, i+k)
		}
		if same {
			longest = len(w)
		}
	}
	return longest
}
