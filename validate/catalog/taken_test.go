package catalog_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

// taken gives whose names are taken among submissions.
func taken(submissions ...validate.Submission) []catalog.Taken {
	d := catalog.NewDuplicates()
	for i := range submissions {
		m := catalog.MemberOf(i+1, &submissions[i])
		d.Add(&m)
	}
	return d.Taken()
}

func TestTheSamplesOfTakenNamesAreFoundOrLeftInPeace(t *testing.T) {
	checks := validate.Checks()
	i := slices.IndexFunc(checks, func(c validate.Check) bool { return c.Slug == catalog.TakenSlug })
	if i < 0 || len(checks[i].Pairs) == 0 {
		t.Fatal("the catalogue has no check of taken names with samples")
	}
	for edition, rule := range map[validate.Edition]string{validate.EditionFirst: "1.6", validate.Edition2018: "2.7", validate.Edition2026: "2.5"} {
		v := newValidator(t, validate.WithEdition(edition))
		for _, p := range checks[i].Pairs {
			p.First.ID, p.Second.ID = "7", "8"
			got := taken(p.First, p.Second)
			if p.Severity == 0 {
				if len(got) > 0 {
					t.Errorf("%s, %s: %+v", p.First.Name, p.Second.Name, got)
				}
				continue
			}
			if len(got) != 1 {
				t.Errorf("%s, %s: nothing is found", p.First.Name, p.Second.Name)
				continue
			}
			r := v.Check(&p.Second)
			v.Amend(r, got[0].Finding(&p.Second, v.Language()))
			at := slices.IndexFunc(r.Findings, func(f validate.Finding) bool { return f.Check == catalog.TakenSlug })
			if at < 0 {
				t.Errorf("%s, %s: the report is %+v", p.First.Name, p.Second.Name, r)
				continue
			}
			f := r.Findings[at]
			if f.Rule != rule || f.Severity != p.Severity || f.Entry != "7" || f.Text != p.Second.Name ||
				!strings.Contains(f.Message, "7") || !strings.Contains(f.Message, "8") || strings.Contains(f.Message, "%!") {
				t.Errorf("%s, %s in %s: %+v", p.First.Name, p.Second.Name, edition, f)
			}
		}
	}
}

func TestNamesOfOtherOwnersAreTakenOrNot(t *testing.T) {
	const review, reject, advice = validate.Review, validate.Reject, validate.Advice
	for _, test := range []struct {
		first, second string
		severity      validate.Severity
		likeness      catalog.NameLikeness
		code          int
	}{
		{"青禾记账", "青禾记账", reject, catalog.SameName, 53013},
		{"青禾记账", "青禾記賬", reject, catalog.SameName, 53013},
		{"青禾记账", "青 禾-记·账", reject, catalog.SameName, 53013},
		{"Moonleaf", "ＭＯＯＮＬＥＡＦ", reject, catalog.SameName, 53013},
		{"Moonleaf", "Mооnleaf", reject, catalog.SameName, 53013}, // Cyrillic о
		{"青禾记账🍀", "青禾记账", reject, catalog.SameName, 53013},
		{"青禾记账+", "青禾记账", reject, catalog.SameName, 53014},
		{"青禾记账", "青禾记账＋", reject, catalog.SameName, 53017},
		{"青禾记账", "青禾记账小程序", review, catalog.EmptyWords, 0},
		{"青禾记账官方旗舰店", "青禾记账", review, catalog.EmptyWords, 0},
		{"青禾记账", "官方青禾记账平台", review, catalog.EmptyWords, 0},
		{"青禾记账", "青禾记账 APP", review, catalog.EmptyWords, 0},
		{"青禾记账", "青禾记账A", review, catalog.EmptyWords, 0},
		{"青禾记账", "青禾记账2", review, catalog.EmptyWords, 0},
		{"青禾记账专业版", "青禾记账手机版", review, catalog.EmptyWords, 0},
		{"已未书屋", "己末书屋", review, catalog.LooksAlike, 0},
		{"Moonleaf", "MoonIeaf", review, catalog.LooksAlike, 0},
		{"m00nleaf", "moonleaf", review, catalog.LooksAlike, 0},
		{"青禾记账", "青禾记帐小程序", review, catalog.LooksAlike, 0},
		{"老张面馆", "老章面馆", review, catalog.SoundsAlike, 0},
		{"青禾课堂", "晴和客堂", advice, catalog.SoundsAlike, 0}, // two of another tone
		{"半山甜品屋", "伴山甜品屋", review, catalog.SoundsAlike, 0},
		{"青禾", "青和", advice, catalog.SoundsAlike, 0},
		{"青禾", "晴河", 0, 0, 0},
		{"王师傅", "汪师傅", 0, 0, 0}, // another tone of a short name
		{"青禾记账", "青禾相册", 0, 0, 0},
		{"成都市第一人民医院", "成都市第三人民医院", 0, 0, 0},
		{"青禾奶茶（东门店）", "青禾奶茶（西街店）", 0, 0, 0},
		{"学车科目1", "学车科目4", 0, 0, 0},
		{"小程序", "官方", 0, 0, 0},
		{"平台小程序", "官方小程序", 0, 0, 0},
		{"snapp", "sn", 0, 0, 0},
		{"🍀", "🍀", 0, 0, 0},
		{"", "", 0, 0, 0},
	} {
		a, b := validate.Submission{Name: test.first, Owner: validate.Owner{Name: "甲公司"}}, validate.Submission{Name: test.second, Owner: validate.Owner{Name: "乙公司"}}
		got := taken(a, b)
		switch {
		case test.severity == 0 && len(got) > 0:
			t.Errorf("%s, %s: %+v", test.first, test.second, got[0])
		case test.severity == 0:
		case len(got) != 1:
			t.Errorf("%s, %s: %d found", test.first, test.second, len(got))
		case got[0].Severity != test.severity || got[0].Likeness != test.likeness || got[0].Code != test.code:
			t.Errorf("%s, %s: %+v", test.first, test.second, got[0])
		}
	}
}

func TestOwnersOfOneNameAreToldApart(t *testing.T) {
	const code = "统一社会信用代码：91330106MA27XAB123"
	for _, test := range []struct {
		what          string
		first, second validate.Owner
		severity      validate.Severity
	}{
		{"two companies", validate.Owner{Name: "杭州青禾网络科技有限公司"}, validate.Owner{Name: "成都半山文化传播有限公司"}, validate.Reject},
		{"one company", validate.Owner{Name: "杭州青禾网络科技有限公司"}, validate.Owner{Name: "杭州青禾网络科技有限责任公司"}, 0},
		{"one company in other signs", validate.Owner{Name: "青禾科技（杭州）有限公司"}, validate.Owner{Name: "青禾科技(杭州)有限公司"}, 0},
		{"a branch of it", validate.Owner{Name: "杭州青禾网络科技有限公司"}, validate.Owner{Name: "杭州青禾网络科技有限公司上海分公司"}, 0},
		{"an agent of it", validate.Owner{Name: "杭州青禾网络科技有限公司"}, validate.Owner{Name: "杭州青禾网络科技有限公司授权代理店"}, validate.Reject},
		{"one code, other names", validate.Owner{Name: "青禾", Licences: []string{code}}, validate.Owner{Name: "青禾科技", Licences: []string{"91330106ma27xab123"}}, 0},
		{"one name, other codes", validate.Owner{Name: "张伟", Licences: []string{code}}, validate.Owner{Name: "张伟", Licences: []string{"91330106MA27XAB999"}}, validate.Reject},
		{"the second is not stated", validate.Owner{Name: "杭州青禾网络科技有限公司"}, validate.Owner{}, validate.Review},
		{"the first is not stated", validate.Owner{}, validate.Owner{Name: "杭州青禾网络科技有限公司"}, validate.Review},
		{"none is stated", validate.Owner{}, validate.Owner{}, validate.Review},
	} {
		got := taken(validate.Submission{Name: "青禾记账", Owner: test.first}, validate.Submission{Name: "青禾记账", Owner: test.second})
		switch {
		case test.severity == 0 && len(got) > 0:
			t.Errorf("%s: %+v", test.what, got[0])
		case test.severity != 0 && (len(got) != 1 || got[0].Severity != test.severity):
			t.Errorf("%s: %+v", test.what, got)
		}
		if test.severity == validate.Review {
			f := got[0].Finding(&validate.Submission{Name: "青禾记账"}, validate.Chinese)
			if !strings.Contains(f.Message, "主体") || !strings.Contains(f.Message, "没有都填") {
				t.Errorf("%s: the message does not say that owners are missing: %s", test.what, f.Message)
			}
		}
	}
}

func TestTheEarliestOfTheMostSevereHoldsTheName(t *testing.T) {
	owner := func(name string) validate.Owner { return validate.Owner{Name: name} }
	all := taken(
		validate.Submission{ID: "a", Name: "青禾记帐", Owner: owner("甲")},
		validate.Submission{ID: "b", Name: "青禾记账"},
		validate.Submission{ID: "c", Name: "青禾记账", Owner: owner("乙")},
		validate.Submission{ID: "d", Name: "青禾记账", Owner: owner("乙")},
		validate.Submission{ID: "e", Name: "青禾记账", Owner: owner("丙")},
	)
	var got []string
	for _, x := range all {
		got = append(got, fmt.Sprint(x.Self, " by ", x.By, " ", x.Severity))
	}
	want := []string{"b by a advice", "c by b review", "d by b review", "e by c reject"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestBucketsGiveWhatTheWholeCatalogGives holds the parts that a pipeline uses to the
// search in one process.
func TestBucketsGiveWhatTheWholeCatalogGives(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	parts := []string{"青禾", "晴禾", "老张", "老章", "己末", "已未", "记账", "记帐", "书屋", "小程序", "官方", "A", "b", "1", "+", " "}
	owners := []string{"", "甲公司", "乙公司", "丙公司", "丁公司"}
	d := catalog.NewDuplicates()
	buckets := map[uint64][]catalog.Member{}
	for i := range 3000 {
		var name string
		for range 1 + random.IntN(4) {
			name += parts[random.IntN(len(parts))]
		}
		m := catalog.MemberOf(i+1, &validate.Submission{ID: fmt.Sprint(i), Name: name, Owner: validate.Owner{Name: owners[random.IntN(len(owners))]}})
		d.Add(&m)
		for _, key := range m.NameKeys() {
			buckets[key] = append(buckets[key], m)
		}
	}
	best := map[int]*catalog.Taken{}
	for _, bucket := range buckets {
		random.Shuffle(len(bucket), func(i, j int) { bucket[i], bucket[j] = bucket[j], bucket[i] })
		for _, x := range catalog.TakenIn(bucket) {
			if x.Outranks(best[x.Self.Number]) {
				best[x.Self.Number] = &x
			}
		}
	}
	whole := d.Taken()
	if len(whole) == 0 || len(whole) != len(best) {
		t.Fatalf("%d in the whole, %d in buckets", len(whole), len(best))
	}
	for i := range whole {
		if x := best[whole[i].Self.Number]; x == nil || !reflect.DeepEqual(*x, whole[i]) {
			t.Fatalf("in the whole %+v, in buckets %+v", whole[i], x)
		}
	}
}

func TestAThousandOwnersOfOneNameAreHeldAgainstAFew(t *testing.T) {
	cost := func(records int) float64 {
		return testing.AllocsPerRun(1, func() {
			d := catalog.NewDuplicates()
			for i := range records {
				m := catalog.MemberOf(i+1, &validate.Submission{Name: "青禾记账" + strings.Repeat("A", i%3), Owner: validate.Owner{Name: fmt.Sprint("公司", i)}})
				d.Add(&m)
			}
			if n := len(d.Taken()); n != records-1 {
				t.Fatalf("%d of %d names are taken", n, records)
			}
		})
	}
	if once, twice := cost(4000), cost(8000); twice > 2.3*once {
		t.Errorf("%v allocations for 4,000 records of one name, %v for twice as many", once, twice)
	}
}
