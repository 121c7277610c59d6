package validate_test

import (
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

// The name says that a tale warns; what it tells does not say so sentence by sentence.
func TestATaleUnderANameThatWarnsIsHeard(t *testing.T) {
	v := newValidator(t)
	for _, c := range []struct {
		name, description string
		offers            bool
	}{
		{"认清传销拉人头", "说请你管店、到了却要交钱买货再拉老乡的。列了十来种开场话，遇到怎么脱身、打哪个电话，都写在里面。多半是传销。", false},
		{"刷单骗局讲给赶集人听", "镇司法所讲过的真事：在家刷单，头两单返了，第三单要垫三千。骗子怎么找人，写成大白话。", false},
		{"刷单骗局讲给赶集人听", "刷单，一单五元，日结，骗子勿扰，骗局多，认准我们。", true},
		{"刷单骗局讲给赶集人听", "骗局多，谨防骗子。高薪刷单，加微信。民警都说好。", true},
		{"防骗讲堂", "刷单平台，一单五元，下单就返。", true},
		{"赶集人记事", "骗子多，民警提醒过。刷单，一单五元。", true},
	} {
		found := worstWord(v.Check(&validate.Submission{Name: c.name, Description: c.description}))
		if (found >= validate.Review) != c.offers {
			t.Errorf("%s: %s: the worst finding is %v, offers: %v", c.name, c.description, found, c.offers)
		}
	}
}
