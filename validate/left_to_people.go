package validate

import (
	"slices"
	"strings"
	"sync"
)

// What a report leaves open: rules that a person has to look at, and rules that no
// check could look at. Both depend on little of a submission, so the lists are made
// once for each combination that occurs, and shared by reports.

// openRules makes and keeps these lists for a Validator.
type openRules struct {
	rules      []Rule
	edition    Edition
	manual     kept // by features
	notChecked kept // by what is there and features
	// needs are the fields that answer each rule: any of them is enough; nil where no
	// check that is on answers it.
	needs []uint32
}

// kept are lists that were made, by what they depend on. It is safe for concurrent use,
// and reading it costs no memory.
type kept struct {
	mu    sync.RWMutex
	lists map[uint32][]string
}

// get gives the list of a key, which make makes the first time.
func (k *kept) get(key uint32, make func() []string) []string {
	k.mu.RLock()
	list, ok := k.lists[key]
	k.mu.RUnlock()
	if ok {
		return list
	}
	list = make()
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.lists == nil {
		k.lists = map[uint32][]string{}
	}
	k.lists[key] = list
	return list
}

// fieldBits are the fields that checks read, by the name of their list or object.
var fieldBits = []Field{
	FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText, FieldIcon, "categories", "contact", "admin_wechat", "owner",
	"features", "test_account", "complaint_channel", "ugc_filter", "location_consent", "authorizations",
}

// bitOf gives the bit of a field, however deep: contact.email is contact.
func bitOf(f Field) uint32 {
	list, _, _ := strings.Cut(string(listOf(f)), ".")
	i := slices.Index(fieldBits, Field(list))
	if i < 0 {
		return 0
	}
	return 1 << i
}

// newOpenRules reads what the checks that are on need.
func newOpenRules(edition Edition, on []*Check) *openRules {
	if edition == "" {
		edition = EditionFirst
	}
	o := &openRules{rules: RulesIn(edition), edition: edition}
	o.needs = make([]uint32, len(o.rules))
	for i := range o.rules {
		for _, c := range on {
			if slices.Contains(o.rules[i].Checks, c.Slug) {
				for _, f := range c.Fields {
					o.needs[i] |= bitOf(f)
				}
			}
		}
	}
	return o
}

// Manual gives the numbers of the rules that a person has to look at, whatever was
// found: those that nothing submitted can decide. Where the features of a program are
// stated, rules for features that it does not have are left out. The list is shared: do
// not change it. A nil s panics, as does a Validator that was not made by New.
func (v *Validator) Manual(s *Submission) []string {
	if err := v.canCheck("Manual", s); err != nil {
		panic(err)
	}
	return v.open.manualOf(s)
}

func (o *openRules) manualOf(s *Submission) []string {
	features := featuresIn(s)
	return o.manual.get(features, func() []string {
		return o.numbers(func(r *Rule, _ uint32) bool { return r.Manual() && r.concerns(features) })
	})
}

// numbers gives those of some rules, each once; needs is what the checks of a rule read.
func (o *openRules) numbers(are func(r *Rule, needs uint32) bool) (numbers []string) {
	for i := range o.rules {
		r := &o.rules[i]
		if number := r.In(o.edition); are(r, o.needs[i]) && !slices.Contains(numbers, number) {
			numbers = append(numbers, number)
		}
	}
	return numbers
}

// featuresIn gives the features of a submission, a bit each.
func featuresIn(s *Submission) (features uint32) {
	for _, f := range s.Features {
		features |= featureBit(f)
	}
	return features
}

// featureBit gives the bit of a feature, one for all that are unknown.
func featureBit(f Feature) uint32 {
	all := []Feature{FeaturePayment, FeatureAccount, FeatureUGC, FeatureLocation, FeatureGame, FeatureLive, FeatureVirtualGoods}
	if i := slices.Index(all, f); i >= 0 {
		return 1 << i
	}
	return 1 << len(all)
}

// concerns tells whether a rule is for programs with some features; 0: none is stated.
func (r *Rule) concerns(features uint32) bool {
	if len(r.When) == 0 || features == 0 {
		return true
	}
	for _, f := range r.When {
		if features&featureBit(f) != 0 {
			return true
		}
	}
	return false
}

// notCheckedOf gives the numbers of the rules of which nothing was checked: their checks
// are off, or all that these read is absent. Rules for a person, those that only a
// catalog shows, and those for features that the program does not have are not among
// them.
func (o *openRules) notCheckedOf(s *Submission, complete bool) []string {
	features, there := featuresIn(s), presence(s)
	if complete { // what is absent was looked for
		there = 1<<len(fieldBits) - 1
	}
	return o.notChecked.get(features<<len(fieldBits)|there, func() []string {
		return o.numbers(func(r *Rule, needs uint32) bool {
			return r.How != "manual" && !strings.HasPrefix(r.How, "catalog") && needs&there == 0 && r.concerns(features)
		})
	})
}

// presence tells what a submission holds, a bit a field.
func presence(s *Submission) (there uint32) {
	for i, present := range []bool{
		s.Name != "", s.ShortName != "", s.Intro != "", s.Description != "", len(s.Tags) > 0, len(s.IconText) > 0, len(s.Icon) > 0, len(s.Categories) > 0,
		s.Contact != Contact{}, s.AdminWeChat != "", s.Owner.Name != "" || s.Owner.Kind != "" || len(s.Owner.Licences) > 0, len(s.Features) > 0,
		s.TestAccount != nil, s.ComplaintChannel != nil, s.UGCFilter != nil, s.LocationConsent != nil, len(s.Authorizations) > 0,
	} {
		if present {
			there |= 1 << i
		}
	}
	return there
}
