package validate_test

import (
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/icon/sample"
	"github.com/mingcha-go/mingcha/validate"
)

func TestAProtectedIconIsFoundHoweverItIsDrawn(t *testing.T) {
	own := sample.PNG(sample.Leaf(300, 300, sample.White, sample.Green))
	v := newValidator(t, validate.WithProtectedIcon("叶子", "杭州青禾科技有限公司", own), validate.WithLanguage(validate.English))
	leaf := sample.PNG(sample.Leaf(192, 192, sample.Green, sample.White))
	for _, test := range []struct {
		name   string
		change func(*validate.Submission)
		want   validate.Severity // 0: none
	}{
		{"colours swapped", func(*validate.Submission) {}, validate.Review},
		{"as a small JPEG", func(s *validate.Submission) {
			s.Icon = sample.JPEG(sample.Leaf(64, 64, sample.Green, sample.White), 60)
		}, validate.Review},
		{"with a border", func(s *validate.Submission) {
			s.Icon = sample.PNG(sample.Framed(sample.Leaf(192, 192, sample.Green, sample.White), sample.White, 12))
		}, validate.Review},
		{"of its owner", func(s *validate.Submission) { s.Owner.Name = "杭州青禾科技有限公司" }, 0},
		{"authorised", func(s *validate.Submission) {
			s.Authorizations = []validate.Authorization{{Mark: "叶子", Document: "licence.pdf"}}
		}, validate.Advice},
		{"another figure", func(s *validate.Submission) {
			s.Icon = sample.PNG(sample.Plain(192, 192, sample.Green))
		}, 0},
		{"no icon", func(s *validate.Submission) { s.Icon = nil }, 0},
		{"no picture", func(s *validate.Submission) { s.Icon = []byte("leaf") }, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := &validate.Submission{Name: "山间茶铺", Icon: leaf}
			test.change(s)
			got := findings(v.Check(s), "icon-brand")
			switch {
			case test.want == 0 && len(got) > 0:
				t.Errorf("found %+v", got)
			case test.want != 0 && (len(got) != 1 || got[0].Severity != test.want || got[0].Entry != "叶子" || got[0].Field != validate.FieldIcon):
				t.Errorf("want %s, got %+v", test.want, got)
			}
		})
	}
}

func TestAProtectedIconHasToBeOne(t *testing.T) {
	for name, test := range map[string]struct {
		mark string
		icon []byte
		says string
	}{
		"no name":    {" ", sample.PNG(sample.Leaf(144, 144, sample.White, sample.Green)), "name"},
		"no picture": {"x", []byte("leaf"), "protected icon x"},
		"too plain":  {"x", sample.PNG(sample.Framed(sample.Plain(200, 200, sample.Green), sample.White, 40)), "too plain"},
	} {
		_, err := validate.New(validate.WithProtectedIcon(test.mark, "", test.icon))
		if err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
