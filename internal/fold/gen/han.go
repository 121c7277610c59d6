package main

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/mingcha-go/mingcha/internal/ucd"
)

// han is what Unihan tells about the use, reading and variants of characters.
type han struct {
	gb0, tgh map[rune]string
	freq     map[rune]int // occurrences in the corpus of kHanyuPinlu
	readings map[rune][]string
	variants map[string]map[rune]string
}

// variantsByHand are common forms that Unihan does not relate, or that stay out
// for being in GB 2312 although simplified text never uses them (後); Japanese
// ones among them. Source and target alternate; what is in ordinary simplified
// use is skipped when this is read.
const variantsByHand = "亰京団团図图囯国圀国円圆亜亚悪恶圧压囲围壱壹隠隐栄荣営营衛卫駅驿塩盐縁缘応应桜樱価价仮假拡扩覚觉楽乐渇渴" +
	"巻卷陥陷勧劝関关観观帰归気气亀龟犠牺戯戏拠据挙举挟挟郷乡暁晓駆驱勲勋恵惠渓溪経经継继蛍萤軽轻鶏鸡県县倹俭剣剑" +
	"険险圏圈検检献献権权顕显験验厳严広广効效鉱矿黒黑歳岁済济砕碎斎斋剤剂桟栈賛赞糸丝歯齿児儿実实釈释収收従从" +
	"渋涩獣兽縦纵粛肃処处焼烧証证奨奖乗乘浄净剰剩畳叠縄绳壌壤嬢娘譲让醸酿粋粹酔醉穂穗髄髓枢枢数数瀬濑斉齐摂摄" +
	"窃窃専专戦战銭钱繊纤壮壮捜搜挿插巣巢総总騒骚増增蔵藏臓脏続续堕堕対对帯带滞滞択择沢泽単单弾弹断断遅迟鋳铸" +
	"庁厅聴听鎮镇転转点点伝传稲稻闘斗徳德独独読读届届難难弐贰脳脑悩恼覇霸廃废拝拜売卖麦麦発发髪发抜拔晩晚蛮蛮賓宾" +
	"払拂仏佛併并並并餅饼辺边変变毎每満满黙默弥弥訳译薬药誉誉揺摇様样謡谣頼赖覧览竜龙両两猟猎緑绿涙泪塁垒歴历恋恋" +
	"練练労劳楼楼録录湾湾対对絵绘粥粥臈腊姫姬検检渕渊浜浜桝枡辻辻匂匂込込峠峠働动畑畑栃栃塚冢" +
	"懐怀寛宽戻戾掲揭搾榨撃击暦历曽曾歓欢歩步氷冰渉涉滝泷産产痩瘦癒愈穏稳舎舍舗铺艶艳荘庄薫熏豊丰錬炼閲阅雑杂霊灵頬颊" +
	"顔颜駄驮麺面齢龄壊坏喩喻亙亘冨富尭尧嶋岛巌岩惣总愼慎晄晃楕椭毬球燿耀皐皋穣穰聡聪薗园讃赞顚颠萠萌" +
	"遊游佈布兇凶嚮向姪侄洩泄燬毁豔艳籤签紥扎綉绣唸念啣衔呎尺崑昆崙仑悽凄慼戚搆构暸了朮术槓杠汙污汚污犛牦玨珏珮佩" +
	"痠酸瞇眯糢模蓆席蠔蚝跼局踫碰鬨哄伕夫勦剿嚐尝囌苏屜屉撚捻牴抵衹只慇殷剷铲慾欲" +
	"後后妳你祂他牠它枬楠讐仇鉄铁廼乃庅么咊和弌一弍二弎三鹻碱寃冤吶呐噁恶笫第苐第鳯凤"

// stillVariants are sources that variantsByHand maps although GB 2312 has them:
// 笫 is a word of old books only, and written for 第.
const stillVariants = "後笫"

// notVariants are components that Unihan calls a variant of a whole character.
const notVariants = "乚爫丶亅囗"

func loadHan() (*han, error) {
	readings, err := ucd.Unihan("Readings")
	if err != nil {
		return nil, err
	}
	variants, err := ucd.Unihan("Variants")
	if err != nil {
		return nil, err
	}
	other, err := ucd.Unihan("OtherMappings")
	if err != nil {
		return nil, err
	}
	h := &han{gb0: other["kGB0"], tgh: other["kTGH"], freq: map[rune]int{}, variants: variants}
	for r, v := range readings["kHanyuPinlu"] {
		h.freq[r] = countOf(v)
	}
	h.readings = map[rune][]string{}
	for _, field := range []string{"kMandarin", "kHanyuPinlu", "kXHC1983"} {
		for r, v := range readings[field] {
			h.readings[r] = append(h.readings[r], syllable.FindAllString(v, -1)...)
		}
	}
	return h, nil
}

// syllable finds the readings in "zǐ(9) zi(123)" and "1506.160:zhòu" alike.
var syllable = regexp.MustCompile(`[^\s\d().:,*]+`)

var count = regexp.MustCompile(`\((\d+)\)`)

func countOf(pinlu string) int {
	sum := 0
	for _, m := range count.FindAllStringSubmatch(pinlu, -1) {
		n, _ := strconv.Atoi(m[1])
		sum += n
	}
	return sum
}

// ordinary tells the Han characters of ordinary simplified use: those of
// GB 2312 and of the Table of General Standard Chinese Characters (2013), and 〇.
func (h *han) ordinary(r rune) bool {
	if strings.ContainsRune(stillVariants, r) {
		return false
	}
	return h.standard(r) || r == '〇'
}

func (h *han) standard(r rune) bool {
	return h.gb0[r] != "" || h.tgh[r] != ""
}

// addTraditional adds traditional and variant characters: first by hand, then
// those whose simplified form is standard, then variants, then those whose
// simplified form Unihan lists but nobody uses (鑑 as 𰾫, where 鉴 is meant).
func (f *foldings) addTraditional(h *han) {
	runes := []rune(variantsByHand)
	for i := 0; i < len(runes); i += 2 {
		f.add(runes[i], traditional, runes[i+1])
	}
	simpler := h.simpler()
	for src, to := range simpler {
		if h.standard(to) {
			f.add(src, traditional, to)
		}
	}
	for _, field := range []string{"kSemanticVariant", "kZVariant", "kSpecializedSemanticVariant"} {
		f.addVariants(h, h.variants[field])
	}
	for src, to := range simpler {
		f.add(src, traditional, to)
	}
}

// simpler gives the most common simplified form of each character that has any.
func (h *han) simpler() map[rune]rune {
	best := map[rune]rune{}
	add := func(src, to rune) {
		if b, ok := best[src]; src != to && (!ok || h.compareUse(to, b) > 0) {
			best[src] = to
		}
	}
	for src, v := range h.variants["kSimplifiedVariant"] {
		for _, to := range ucd.Variants(v) {
			add(src, to)
		}
	}
	for to, v := range h.variants["kTraditionalVariant"] {
		for _, src := range ucd.Variants(v) {
			add(src, to)
		}
	}
	return best
}

// compareUse orders characters by how common they are in simplified text.
func (h *han) compareUse(a, b rune) int {
	if d := h.freq[a] - h.freq[b]; d != 0 {
		return d
	}
	for _, standard := range []map[rune]string{h.tgh, h.gb0} {
		if in := standard[a] != ""; in != (standard[b] != "") {
			if in {
				return 1
			}
			return -1
		}
	}
	return int(b - a)
}

// addVariants adds variants that are safe: outside ordinary use, related to one
// standard character only, and read the same.
func (f *foldings) addVariants(h *han, field map[rune]string) {
	found := map[rune]rune{}
	for src, v := range field {
		if strings.ContainsRune(notVariants, src) || norm.NFC.String(string(src)) != string(src) {
			continue
		}
		ends := map[rune]bool{}
		for _, to := range ucd.Variants(v) {
			if end := f.final(to, 0); len(end) == 1 && end[0] != src && h.standard(end[0]) {
				ends[end[0]] = true
			}
		}
		if len(ends) != 1 {
			continue
		}
		for to := range maps.Keys(ends) {
			if h.soundAlike(src, to) {
				found[src] = to
			}
		}
	}
	for src, to := range found {
		f.add(src, traditional, to)
	}
}

func (h *han) soundAlike(a, b rune) bool {
	return slices.ContainsFunc(h.readings[a], func(s string) bool { return slices.Contains(h.readings[b], s) })
}
