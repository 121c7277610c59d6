package coherence

import (
	"strings"

	"github.com/mingcha-go/mingcha/internal/border"
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/topic"
)

// kind is a kind of unit of a name.
type kind uint8

// The kinds of units, from what says most to what says least.
const (
	strongWord     kind = iota // names a topic: 天气
	weakWord                   // belongs to topics: 提醒
	topicChar                  // one character that is short for a word of a topic: 图
	dictionaryWord             // any other word of the language: 积木
	latinWord                  // a run of Latin letters or digits that the lexicon lacks
	rareChar                   // one character; by how often texts of this length hold it by chance
	usualChar
	commonChar
	hollowWord // says nothing of what a program is about: 助手
	kinds
)

// outcome is what became of a unit in the other text.
type outcome uint8

// The outcomes from worst to best.
const (
	absent       outcome = iota
	inPart               // a character of it is there
	byBroadTopic         // a word of its topic is there, which says little
	byTopic              // a word of its topic is there
	inRarePart           // a character of it is there that few texts hold
	scattered            // its characters are there, in order and near each other
	bySense              // a word that stands for it is there
	verbatim             // it is there itself
	outcomes
)

// unit is a part of a name that is looked for in the other text.
type unit struct {
	from, to int // symbols
	id       int // of a word of the topics, as package topic knows it
	kind     kind
	outcome  outcome
}

// unheard tells whether the unit is a word that the other text does not take up.
func (u *unit) unheard() bool { return u.kind <= dictionaryWord && u.outcome <= byBroadTopic }

// hollow are words that say nothing of what a program is about.
var hollow = wordSet("小程序 助手 工具 应用 软件 平台 大全 管家 中心 官方 版 中国 在线 免费 我的 系统 网站 网 app 之家 宝 通 小 大 的 一 专业 智能 服务 手机 个人 极简 简单 快速 万能 超级 一个 这个 现代 产品 列表 合集 方案 轻松 com www http https 综合 联盟 分店 门店 总店 连锁 有限公司 掌上 云 新 工具箱 工具集 神器 客户端 项目 基于 使用 你的 最 ios android pro plus mac windows web 旗舰 旗舰店 公众号 俱乐部 帮手 精灵 达人 大师 帮 派 家 馆 屋 坊 吧 说 了 与 和 a the of for and to in my i")

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[fold.String(w)] = true
	}
	return set
}

// split cuts a name into units: words of the topics first, then words of the
// dictionary, runs of letters, and single characters.
func (p *Pair) split(name *fold.Text, read *topic.Reading) {
	p.units = p.units[:0]
	p.words, p.ahead = read.Words(p.words[:0]), 0
	for i, end := 0, min(p.branch(name), readOfName); i < end && len(p.units) < longestName; {
		u := p.unitAt(name, i)
		p.text = p.text[:0]
		for _, sym := range name.Symbols[u.from:u.to] {
			p.text = append(p.text, string(sym.Rune)...)
		}
		if hollow[string(p.text)] {
			u.kind = hollowWord
		}
		switch {
		case u.kind == hollowWord && u.to-u.from == 1, p.splitBefore(name, u):
		case u.kind == latinWord && spelt(name.Symbols[u.from:u.to], name.Symbols): // 余薪 Yuxin
		default:
			p.units = append(p.units, u)
		}
		i = u.to
	}
}

// branch gives where the part of a name begins that says which shop of a chain it
// is (青禾民宿·人民路店), else where the name ends: no intro takes that up. A
// part that ends with a word of the topics says what shop it is: 半山 书店.
func (p *Pair) branch(name *fold.Text) int {
	n := len(name.Symbols)
	if n == 0 || name.Symbols[n-1].Rune != '店' || len(p.words) > 0 && p.words[len(p.words)-1].End == n {
		return n
	}
	for i := n - 1; i > 0; i-- {
		if name.Symbols[i].Before != fold.Tight {
			return i
		}
	}
	return n
}

// What is read of a name: units, each of which is looked for in the whole other
// text, and symbols. A form takes 30 columns; of what is longer the beginning says
// what there is to say.
const (
	longestName = 64
	readOfName  = 512
)

// splitBefore tells whether the name has held the unit already: Name by AI（AI 起名）.
func (p *Pair) splitBefore(name *fold.Text, u unit) bool {
	word := name.Symbols[u.from:u.to]
	for _, b := range p.units {
		before := name.Symbols[b.from:b.to]
		if len(before) == len(word) && before[0].Rune == word[0].Rune && sameRunes(before, word) {
			return true
		}
	}
	return false
}

// sameRunes compares texts of one length.
func sameRunes(a, b []fold.Symbol) bool {
	for i := range a {
		if a[i].Rune != b[i].Rune {
			return false
		}
	}
	return true
}

func (p *Pair) unitAt(name *fold.Text, i int) unit {
	for p.ahead < len(p.words) && p.words[p.ahead].Start < i {
		p.ahead++
	}
	if p.ahead < len(p.words) && p.words[p.ahead].Start == i {
		return unit{from: i, to: p.words[p.ahead].End, id: p.words[p.ahead].ID, kind: strongWord}
	}
	if isLetterOrDigit(name.Symbols[i].Rune) {
		to := i + 1
		for to < len(name.Symbols) && isLetterOrDigit(name.Symbols[to].Rune) && name.BorderAt(to) == fold.Tight {
			to++
		}
		return unit{from: i, to: to, kind: latinWord}
	}
	for n := 4; n >= 2; n-- {
		if i+n <= len(name.Symbols) && border.IsWord(name, i, i+n) && !p.wordIn(i+1, i+n) {
			return unit{from: i, to: i + n, kind: dictionaryWord}
		}
	}
	return unit{from: i, to: i + 1, kind: commonChar}
}

// wordIn tells whether a word of the topics begins between from, which comes after
// all units so far, and to.
func (p *Pair) wordIn(from, to int) bool {
	for _, w := range p.words[p.ahead:] {
		if w.Start >= from {
			return w.Start < to
		}
	}
	return false
}

func isLetterOrDigit(r rune) bool { return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' }
