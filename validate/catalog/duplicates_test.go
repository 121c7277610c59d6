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

// repeats gives what repeats what among submissions.
func repeats(submissions ...validate.Submission) []catalog.Repeat {
	d := catalog.NewDuplicates()
	for i := range submissions {
		m := catalog.MemberOf(i+1, &submissions[i])
		d.Add(&m)
	}
	return d.Repeats()
}

func TestTheSamplesOfTheCheckAreFoundOrLeftInPeace(t *testing.T) {
	v := newValidator(t)
	checks := validate.Checks()
	i := slices.IndexFunc(checks, func(c validate.Check) bool { return c.Slug == catalog.Slug })
	if i < 0 || len(checks[i].Pairs) == 0 {
		t.Fatal("the catalogue has no check of duplicates with samples")
	}
	for _, p := range checks[i].Pairs {
		for _, order := range [][2]validate.Submission{{p.First, p.Second}, {p.Second, p.First}} {
			order[0].ID, order[1].ID = "7", "8"
			got := repeats(order[0], order[1])
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
			r := v.Check(&order[1])
			f := got[0].Finding(&order[1], v.Language())
			v.Amend(r, f)
			if f.Rule != p.Rule || f.Severity != p.Severity || f.Entry != "7" || f.Score < .7 || f.Score > 1 ||
				f.Text != order[1].Text(f.Field) || f.End != len(f.Text) || strings.Contains(f.Message, "%!") || len(f.Via) != 1 {
				t.Errorf("%s, %s: %+v", p.First.Name, p.Second.Name, f)
			}
			if !slices.ContainsFunc(r.Findings, func(f validate.Finding) bool { return f.Check == catalog.Slug }) || f.Severity == validate.Review && r.Verdict == validate.Pass {
				t.Errorf("the report is %+v", r)
			}
		}
	}
}

const menu = "在线点单，到店自取，也能外卖配送，会员积分换券，新品每周上架"

func TestWhatRepeatsWhatAndHow(t *testing.T) {
	a, b := validate.Owner{Name: "甲公司"}, validate.Owner{Name: "乙 公司"}
	for _, test := range []struct {
		what          string
		first, second validate.Submission
		relation      catalog.Relation
		kind          catalog.Kind
		field         validate.Field
		rule          string
		severity      validate.Severity
	}{
		{"the same again", validate.Submission{Name: "青禾点单", Intro: menu, Owner: a}, validate.Submission{Name: "青禾点单", Intro: menu, Owner: a}, catalog.SameOwner, catalog.Identical, "name", "1.5", validate.Review},
		{"the same in other forms of the characters", validate.Submission{Name: "青禾点单", Intro: menu, Owner: b}, validate.Submission{Name: "青禾點單", Intro: strings.ReplaceAll(menu, "，", " ") + "🍀", Owner: validate.Owner{Name: "乙公司"}}, catalog.SameOwner, catalog.Identical, "name", "1.5", validate.Review},
		{"a copy by another owner", validate.Submission{Name: "青禾点单", Intro: menu, Owner: a}, validate.Submission{Name: "青禾点单", Intro: menu, Owner: b}, catalog.OtherOwner, catalog.Identical, "name", "1.6", validate.Review},
		{"owners that are not given", validate.Submission{Name: "青禾点单", Intro: menu}, validate.Submission{Name: "青禾点单", Intro: menu, Owner: b}, catalog.UnknownOwners, catalog.Identical, "name", "1.6", validate.Review},
		{"one character changed", validate.Submission{Name: "青禾点单", Intro: menu, Owner: a}, validate.Submission{Name: "青禾点单", Intro: strings.Replace(menu, "每周", "每月", 1), Owner: b}, catalog.OtherOwner, catalog.Edited, "name", "1.6", validate.Review},
		{"fields swapped", validate.Submission{Name: "青禾点单", Intro: menu, Owner: a}, validate.Submission{Name: menu, Intro: "青禾点单", Owner: b}, catalog.OtherOwner, catalog.Edited, "name", "1.6", validate.Review},
		{"another name in a template", validate.Submission{Name: "青禾点单", Intro: "青禾点单，" + menu, Owner: a}, validate.Submission{Name: "半山甜品屋", Intro: "半山甜品屋，" + menu, Owner: b}, catalog.OtherOwner, catalog.Template, "intro", "3.5", validate.Review},
		{"a template in descriptions", validate.Submission{Name: "青禾点单", Description: menu, Owner: a}, validate.Submission{Name: "半山甜品屋", Description: menu, Owner: b}, catalog.OtherOwner, catalog.Template, "description", "3.5", validate.Review},
		{"branches of a chain", validate.Submission{Name: "青禾奶茶（东门店）", Intro: menu, Owner: a}, validate.Submission{Name: "青禾奶茶(高新校区)", Intro: menu, Owner: a}, catalog.SameOwner, catalog.Branch, "name", "1.5", validate.Advice},
		{"branches without brackets", validate.Submission{Name: "青禾奶茶东门店", Intro: menu, Owner: a}, validate.Submission{Name: "青禾奶茶西街店", Intro: menu, Owner: a}, catalog.SameOwner, catalog.Branch, "name", "1.5", validate.Advice},
		{"branches whose places end alike", validate.Submission{Name: "青禾奶茶温州店", Intro: menu, Owner: a}, validate.Submission{Name: "青禾奶茶柳州店", Intro: menu, Owner: a}, catalog.SameOwner, catalog.Branch, "name", "1.5", validate.Advice},
		{"branches in streets", validate.Submission{Name: "青禾奶茶人民路店", Intro: menu, Owner: a}, validate.Submission{Name: "青禾奶茶·学府路店", Intro: menu, Owner: a}, catalog.SameOwner, catalog.Branch, "name", "1.5", validate.Advice},
		{"numbered branches", validate.Submission{Name: "青禾驿站1号店", Intro: menu, Owner: a}, validate.Submission{Name: "青禾驿站2号店", Intro: menu, Owner: a}, catalog.SameOwner, catalog.Branch, "name", "1.5", validate.Advice},
		{"branches by region", validate.Submission{Name: "成都青禾奶茶", Intro: menu, Owner: a}, validate.Submission{Name: "重庆青禾奶茶", Intro: menu, Owner: a}, catalog.SameOwner, catalog.Branch, "name", "1.5", validate.Advice},
		{"the brand and a branch", validate.Submission{Name: "青禾奶茶", Intro: menu, Owner: a}, validate.Submission{Name: "青禾奶茶·东门店", Intro: menu, Owner: a}, catalog.SameOwner, catalog.Branch, "name", "1.5", validate.Advice},
		{"a franchise", validate.Submission{Name: "青禾奶茶（东门店）", Intro: menu, Owner: a}, validate.Submission{Name: "青禾奶茶（西门店）", Intro: menu, Owner: b}, catalog.OtherOwner, catalog.Branch, "name", "1.6", validate.Review},
		{"shops of one owner that are no branches", validate.Submission{Name: "青禾奶茶店", Intro: menu, Owner: a}, validate.Submission{Name: "小鹿奶茶店", Intro: menu, Owner: a}, catalog.SameOwner, catalog.Template, "intro", "1.5", validate.Review},
	} {
		got := repeats(test.first, test.second)
		if len(got) != 1 {
			t.Errorf("%s: %d repeats", test.what, len(got))
			continue
		}
		f := got[0].Finding(&test.second, validate.Chinese)
		if r := got[0]; r.Relation != test.relation || r.Kind != test.kind || f.Field != test.field || f.Rule != test.rule || f.Severity != test.severity || f.Entry != "#1" {
			t.Errorf("%s: %+v, %+v", test.what, r, f)
		}
	}
}

func TestHonestProgramsAreLeftInPeace(t *testing.T) {
	for _, test := range []struct {
		what          string
		first, second validate.Submission
	}{
		{"two of one trade", validate.Submission{Name: "青禾点单", Intro: menu}, validate.Submission{Name: "半山甜品屋", Intro: "选好甜度直接下单，到店自取不用排队，生日当月送蛋糕"}},
		{"one phrase of the trade", validate.Submission{Name: "青禾点单", Intro: "在线点餐、外卖配送"}, validate.Submission{Name: "半山面馆", Intro: "在线点餐、外卖配送"}},
		{"one name, other things", validate.Submission{Name: "拾光相册", Intro: "整理家里的老照片，按年份和人物分册"}, validate.Submission{Name: "拾光相册", Intro: "婚礼跟拍预约，看样片、选摄影师、定档期"}},
		{"names alone that differ in a character", validate.Submission{Name: "成都市第一人民医院"}, validate.Submission{Name: "成都市第三人民医院"}},
		{"names alone", validate.Submission{Name: "青禾奶茶"}, validate.Submission{Name: "青禾奶茶铺"}},
		{"nothing at all", validate.Submission{}, validate.Submission{}},
		{"nothing but signs", validate.Submission{Name: "🍀", Intro: "……"}, validate.Submission{Name: "!", Intro: "\xff"}},
		{"English of one trade", validate.Submission{Name: "Green Tea House", Intro: "Order milk tea online and pick it up at the shop in ten minutes"}, validate.Submission{Name: "Bubble Corner", Intro: "Choose sugar and ice, pay, and we call your number when it is done"}},
	} {
		if got := repeats(test.first, test.second); len(got) > 0 {
			t.Errorf("%s: %+v", test.what, got)
		}
	}
}

func TestOneOwnersRepeatInsideAnothersGroupIsHeldAgainstItsOwn(t *testing.T) {
	s := func(id, owner string) validate.Submission {
		return validate.Submission{ID: id, Name: "青禾点单", Intro: menu, Owner: validate.Owner{Name: owner}}
	}
	got := repeats(s("1", "甲"), s("2", "乙"), s("3", "乙"), s("4", "甲"))
	var said []string
	for i := range got {
		said = append(said, fmt.Sprint(got[i].Number, got[i].First, got[i].Like, got[i].Relation, got[i].Size))
	}
	if want := []string{"2 1 1 2 4", "3 1 2 1 4", "4 1 1 1 4"}; !slices.Equal(said, want) {
		t.Errorf("got %q, want %q", said, want)
	}
}

// clones makes records of some templates, edited at random.
func clones(seed uint64, n int) []validate.Submission {
	r := rand.New(rand.NewPCG(seed, 1))
	templates := []string{menu, "整理家里的老照片，按年份和人物分册，随时翻看和分享", "婚礼跟拍预约，看样片、选摄影师、定档期，订金可退"}
	var out []validate.Submission
	for i := range n {
		text := []rune(templates[r.IntN(len(templates))])
		text[r.IntN(len(text))] = rune(0x4e00 + r.IntN(5000))
		name := []rune("青禾小铺记录")
		name[r.IntN(len(name))] = rune(0x4e00 + r.IntN(5000))
		out = append(out, validate.Submission{ID: fmt.Sprint(i), Name: string(name), Intro: string(text)})
	}
	return out
}

func TestGroupsDoNotDependOnTheOrderOfAdding(t *testing.T) {
	submissions := clones(7, 600) // buckets of more than are compared in full
	var want []catalog.Repeat
	for round := range 3 {
		d := catalog.NewDuplicates()
		order := rand.New(rand.NewPCG(uint64(round), 2)).Perm(len(submissions))
		for _, i := range order {
			m := catalog.MemberOf(i+1, &submissions[i])
			d.Add(&m)
		}
		got := d.Repeats()
		if len(got) != len(submissions)-3 || d.Groups() != 3 {
			t.Fatalf("%d repeats in %d groups", len(got), d.Groups())
		}
		if round > 0 && !reflect.DeepEqual(got, want) {
			t.Error("another order, other repeats")
		}
		want = got
	}
}

// What a pipeline does that brings records together by their band keys, in
// whatever order and on whatever machines.
func TestThePartsGiveTheSameAsTheWhole(t *testing.T) {
	submissions := append(clones(3, 400), clones(4, 50)...)
	whole := repeats(submissions...)
	buckets := map[uint64][]catalog.Member{}
	members := map[int]catalog.Member{}
	for _, i := range rand.New(rand.NewPCG(5, 5)).Perm(len(submissions)) {
		m := catalog.MemberOf(i+1, &submissions[i])
		members[m.Number] = m
		for _, key := range m.BandKeys() {
			buckets[key] = append(buckets[key], m)
		}
	}
	var pairs []catalog.Pair
	for _, bucket := range buckets {
		pairs = append(pairs, catalog.Pairs(bucket, nil)...)
	}
	var parts []catalog.Repeat
	for _, group := range catalog.Components(pairs) {
		var g []catalog.Member
		for _, number := range group {
			g = append(g, members[number])
		}
		parts = append(parts, catalog.Judge(g)...)
	}
	slices.SortFunc(parts, func(a, b catalog.Repeat) int { return a.Number - b.Number })
	if len(whole) == 0 || !reflect.DeepEqual(parts, whole) {
		t.Errorf("the parts give %d repeats, the whole %d", len(parts), len(whole))
	}
}

func TestTheSameIconBringsTextsNearer(t *testing.T) {
	a := validate.Submission{Name: "青禾点单", Intro: "在线点单到店自取外卖配送会员积分", Icon: []byte("icon")}
	b := validate.Submission{Name: "青禾好点单", Intro: "在线点单马上到店自取外卖也配送会员有积分", Icon: []byte("icon")}
	if got := repeats(a, b); len(got) != 1 {
		x, y := catalog.SketchOf(&a), catalog.SketchOf(&b)
		t.Errorf("with one icon: %+v (similarity %.3f)", got, catalog.Similarity(&x, &y))
	}
	b.Icon = []byte("another")
	if got := repeats(a, b); len(got) != 0 {
		t.Errorf("with two icons: %+v", got)
	}
}

func TestAmendKeepsToTheOptionsOfTheValidator(t *testing.T) {
	s := validate.Submission{ID: "2", Name: "青禾点单", Intro: menu}
	found := repeats(s, s)
	if len(found) != 1 {
		t.Fatal("nothing is found")
	}
	amended := func(opts ...validate.Option) *validate.Report {
		v := newValidator(t, opts...)
		r := v.Check(&s)
		v.Amend(r, found[0].Finding(&s, v.Language()))
		return r
	}
	if r := amended(validate.WithSeverity(catalog.Slug, validate.Reject)); r.Verdict != validate.Rejected || len(r.Findings) != 1 {
		t.Errorf("severity: %+v", r)
	}
	if r := amended(validate.WithoutChecks(catalog.Slug)); r.Verdict != validate.Pass || len(r.Findings) != 0 {
		t.Errorf("off: %+v", r)
	}
	if r := amended(validate.WithAllow("青禾点单", "同一家店的两份")); r.Verdict != validate.Pass {
		t.Errorf("allowed: %+v", r)
	}
	if r := amended(validate.WithEdition(validate.Edition2026), validate.WithLanguage(validate.English)); r.Findings[0].Rule != "1.5" || !strings.Contains(r.Findings[0].Message, "nearly the same as") {
		t.Errorf("edition: %+v", r)
	}
}

// The search refuses most pairs by an outline of their texts before it compares
// them; that must not lose a pair that is near.
func TestABucketsPairsConnectAllThatIsNear(t *testing.T) {
	connected := 0
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 8))
		submissions := clones(seed, 60)
		for i := range submissions {
			submissions[i].Intro = changed(r, submissions[i].Intro, r.IntN(9))
			submissions[i].Icon = []byte{byte(r.IntN(3))}
		}
		var bucket []catalog.Member
		for i := range submissions {
			bucket = append(bucket, catalog.MemberOf(i+1, &submissions[i]))
		}
		var all []catalog.Pair
		for i := range bucket {
			for j := range i {
				if catalog.Near(&bucket[i].Sketch, &bucket[j].Sketch) {
					all = append(all, catalog.Pair{A: j + 1, B: i + 1})
				}
			}
		}
		pairs := catalog.Pairs(bucket, nil)
		got, want := catalog.Components(pairs), catalog.Components(all)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: got %v, want %v", seed, got, want)
		}
		for _, g := range want {
			connected += len(g)
		}
		if len(pairs) >= 60 {
			t.Errorf("seed %d: %d pairs where fewer connect all", seed, len(pairs))
		}
	}
	if connected < 400 {
		t.Errorf("only %d records are near others", connected)
	}
}
