package paper_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/category"
	"github.com/mingcha-go/mingcha/internal/paper"
)

func TestAPaperIsToldByItsNameItsAbbreviationOrItsNumber(t *testing.T) {
	for text, want := range map[string]string{
		"食品经营许可证":                      "食品经营许可证",
		"《食品经营许可证》":                    "食品经营许可证",
		"食品经营许可证.jpg":                  "食品经营许可证",
		"食品经营许可证（未过期）":                 "食品经营许可证",
		"无锡食品经营许可证":                    "食品经营许可证",
		"没落书屋食品经营许可证":                  "食品经营许可证",
		"食品经营许可证：JY13301100123456":     "食品经营许可证",
		"JY13301100123456":             "食品经营许可证",
		"ＪＹ１３３０１１００１２３４５６":             "食品经营许可证",
		"ICP许可证":                       "增值电信业务经营许可证",
		"icp证":                         "增值电信业务经营许可证",
		"浙B2-20201234":                 "增值电信业务经营许可证",
		"京ICP证030173号":                 "增值电信业务经营许可证",
		"浙ICP备20201234号-1":             "非经营性互联网信息服务备案",
		"互联网医院的医疗机构执业许可证（副本）":          "医疗机构执业许可证",
		"京网文〔2020〕1234-567号":           "网络文化经营许可证",
		"网络文化经营许可证 京网文[2020]1234-567号": "网络文化经营许可证",
		"(浙)-非经营性-2020-0001":           "互联网药品信息服务资格证书",
		"L-ZJ-12345":                   "旅行社业务经营许可证",
		"Z2000133000019":               "支付业务许可证",
		"第三类医疗器械经营许可证":                 "医疗器械经营许可证",
		"浙杭食药监械经营许20200001号":           "医疗器械经营许可证",
		"浙DA5710001":                   "药品经营许可证",
		"快递经营许可":                       "快递业务经营许可证",
		"融资担保业务经营许可证":                  "融资担保业务经营许可证",
		"网信算备330110507206401230035号":   "互联网信息服务算法备案",
		"证照/人力资源服务许可证扫描件.pdf":          "人力资源服务许可证",
	} {
		class, kinds := paper.Read(text)
		if class != paper.Known || !slices.Equal(kinds, []string{want}) {
			t.Errorf("%q: %d %q, want %q", text, class, kinds, want)
		}
	}
}

func TestWhatIsNoLicenceIsToldFromWhatIsNotKnown(t *testing.T) {
	for class, texts := range map[paper.Class][]string{
		paper.Missing: {"", " ", "　", "-", "——", "……", "无", "暂无", "N/A", "none", "/", "0", "xxx", "许可证",
			"无授权书", "没有食品经营许可证", "食品经营许可证（已过期）", "食品经营许可证办理中", "正在办理医疗机构执业许可证", "尚未取得办学许可证.jpg", "正在申请", "药品经营许可证已吊销", "伪造的营业执照"},
		paper.Identity: {"营业执照", "营业执照副本.jpg", "91330110MA2ABCDE1X", "法人身份证", "统一社会信用代码证书"},
		paper.Unknown:  {"证照1.jpg", "某某协会推荐信", "IMG_20260101"},
	} {
		for _, text := range texts {
			if got, kinds := paper.Read(text); got != class {
				t.Errorf("%q: %d %q, want %d", text, got, kinds, class)
			}
		}
	}
}

func TestEveryPaperThatACategoryAsksForIsInTheTable(t *testing.T) {
	for _, c := range category.All() {
		for _, d := range c.Documents {
			if !paper.IsKind(d) {
				t.Errorf("%s: %q is no kind of papers.tsv", c.Path, d)
			}
		}
	}
}

func TestEveryPaperThatAWordNeedsIsInTheTable(t *testing.T) {
	for _, word := range []string{"图书", "网约车", "危险化学品"} {
		if len(paper.For(word)) == 0 {
			t.Errorf("%s needs no paper", word)
		}
	}
	for _, kinds := range paper.Words() {
		for _, kind := range kinds {
			if !paper.IsKind(kind) {
				t.Errorf("%q of words.tsv is no kind of papers.tsv", kind)
			}
		}
	}
}

func TestPapersOfTwoKindsInOneTextAreBothTold(t *testing.T) {
	if _, kinds := paper.Read("药品经营许可证、食品经营许可证"); len(kinds) != 2 {
		t.Errorf("%q", kinds)
	}
}

// A text of any length costs no more than one of two thousand bytes: each name in it
// would be sought in all the rest.
func TestOfALongTextTheBeginningIsRead(t *testing.T) {
	class, kinds := paper.Read(strings.Repeat("食品经营许可证", 30000))
	if _, short := paper.Read(strings.Repeat("食品经营许可证", 97)); class != paper.Known || len(kinds) != len(short) {
		t.Errorf("class %v, %d kinds", class, len(kinds))
	}
}
