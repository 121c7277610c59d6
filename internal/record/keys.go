package record

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/choice"
	"github.com/mingcha-go/mingcha/validate"
)

// key is a field that records may hold: how it is called, what its value is, and
// where it goes.
type key struct {
	name string
	kind kind
	// into points into a submission: at what its kind says.
	into func(*validate.Submission) any
	// members finds the members of an object by name, nil for values of other kinds.
	members *names
	index   int // in allKeys
}

// kind is what a value has to be.
type kind uint8

const (
	aText      kind = iota // *string
	aNumber                // *string: a text, or a number as it is written
	aOwnerKind             // *string: one of choice.Kinds
	aList                  // *[]string
	aFeatures              // *[]validate.Feature: of choice.Features
	aTruth                 // **bool
	anObject               // its members are keys of their own
	aListOfObjects
)

// expected says what a value of a key has to be.
func (k *key) expected() string {
	switch k.kind {
	case aText, aNumber:
		return "a text"
	case aList:
		return "a list of texts"
	case aOwnerKind:
		return "one of " + choice.Kinds.String()
	case aFeatures:
		return "a list of texts, of " + choice.Features.String()
	case aTruth:
		return "true or false"
	case aListOfObjects:
		return "a list of objects with mark and document"
	}
	return "an object with " + strings.Join(k.members.plain(), ", ")
}

// columns are the keys that a record has, and a table can have columns for.
var columns = []*key{
	{name: "id", kind: aNumber, into: func(s *validate.Submission) any { return &s.ID }},
	{name: "name", into: func(s *validate.Submission) any { return &s.Name }},
	{name: "short_name", into: func(s *validate.Submission) any { return &s.ShortName }},
	{name: "intro", into: func(s *validate.Submission) any { return &s.Intro }},
	{name: "description", into: func(s *validate.Submission) any { return &s.Description }},
	{name: "icon", into: func(s *validate.Submission) any { return &s.IconName }}, // whoever reads the catalog loads it
	{name: "icon_text", kind: aList, into: func(s *validate.Submission) any { return &s.IconText }},
	{name: "categories", kind: aList, into: func(s *validate.Submission) any { return &s.Categories }},
	{name: "tags", kind: aList, into: func(s *validate.Submission) any { return &s.Tags }},
	{name: "contact", kind: anObject},
	{name: "contact.email", into: func(s *validate.Submission) any { return &s.Contact.Email }},
	{name: "contact.url", into: func(s *validate.Submission) any { return &s.Contact.URL }},
	{name: "contact.phone", kind: aNumber, into: func(s *validate.Submission) any { return &s.Contact.Phone }},
	{name: "admin_wechat", into: func(s *validate.Submission) any { return &s.AdminWeChat }},
	{name: "owner", kind: anObject},
	{name: "owner.name", into: func(s *validate.Submission) any { return &s.Owner.Name }},
	{name: "owner.kind", kind: aOwnerKind, into: func(s *validate.Submission) any { return &s.Owner.Kind }},
	{name: "owner.licences", kind: aList, into: func(s *validate.Submission) any { return &s.Owner.Licences }},
	{name: "features", kind: aFeatures, into: func(s *validate.Submission) any { return &s.Features }},
	{name: "test_account", kind: aTruth, into: func(s *validate.Submission) any { return &s.TestAccount }},
	{name: "complaint_channel", kind: aTruth, into: func(s *validate.Submission) any { return &s.ComplaintChannel }},
	{name: "ugc_filter", kind: aTruth, into: func(s *validate.Submission) any { return &s.UGCFilter }},
	{name: "location_consent", kind: aTruth, into: func(s *validate.Submission) any { return &s.LocationConsent }},
	{name: "authorizations", kind: aListOfObjects},
}

// inList are the keys of the objects of a list. They point at the last one.
var inList = []*key{
	{name: "authorizations[].mark", into: func(s *validate.Submission) any { return &s.Authorizations[len(s.Authorizations)-1].Mark }},
	{name: "authorizations[].document", into: func(s *validate.Submission) any { return &s.Authorizations[len(s.Authorizations)-1].Document }},
}

// idKey is that which names a record and says nothing of its program.
var idKey = columns[0]

// numberOfKeys is that of all keys; each has an index below it.
const numberOfKeys = 26

func init() {
	for i, k := range slices.Concat(columns, inList) {
		k.index = i
		if k.kind == anObject {
			k.members = memberNamesOf(k.name+".", columns)
		} else if k.kind == aListOfObjects {
			k.members = memberNamesOf(k.name+"[].", inList)
		}
	}
	if len(columns)+len(inList) != numberOfKeys {
		panic("record: numberOfKeys is wrong")
	}
}

// rank says which of several names for one field counts: the highest.
type rank int8

const (
	mapped  rank = 100 // by Options.Columns
	regular rank = 99
	// weaker ones are the place in weakNames and 1
)

// keys finds the key that a name of the catalog stands for.
type keys struct {
	names
	// mapping is Options.Columns.
	mapping map[string]string
	// told are the warnings that were told, which Decode reads while Tell writes; mu
	// guards it.
	mu   sync.RWMutex
	told map[string]bool
}

func newKeys(mapping map[string]string) (*keys, error) {
	k := &keys{names: known, mapping: mapping, told: map[string]bool{}}
	if len(mapping) > 0 {
		k.exact = maps.Clone(known.exact)
	}
	fields := map[string]string{}
	for _, field := range slices.Sorted(maps.Keys(mapping)) {
		i := slices.IndexFunc(columns, func(key *key) bool { return key.name == field })
		if i < 0 {
			return nil, fmt.Errorf("there is no field %s to map a column to: expected some of %s", hinted(field, known.nearest(field)), strings.Join(columnNames(), ", "))
		}
		name := mapping[field]
		if other := fields[name]; other != "" {
			return nil, fmt.Errorf("the column %q cannot be both %s and %s", name, other, field)
		}
		fields[name] = field
		k.exact[name] = named{columns[i], mapped}
	}
	return k, nil
}

func columnNames() (all []string) {
	for _, key := range columns {
		all = append(all, key.name)
	}
	return all
}

// knows tells whether the cell of a row is the name of a column: a row of such
// cells is the header.
func (k *keys) knows(header string) bool { return k.header(header).key != nil }

// header finds the key of a column. Forms mark what is wanted (名称*, 简介（必填）).
func (k *keys) header(cell string) named {
	name := strings.TrimSpace(cell)
	if n := k.find(name); n.key != nil {
		return n
	}
	return k.find(unmarked(name))
}

// unmarked takes the marks off that forms put on the names of columns.
func unmarked(name string) string {
	name = strings.Trim(name, "*＊:： \t\n")
	for _, brackets := range []string{"()", "（）", "[]", "【】"} {
		pair := []rune(brackets)
		open := strings.LastIndex(name, string(pair[0]))
		if open <= 0 || !strings.HasSuffix(name, string(pair[1])) {
			continue
		}
		remark := strings.ToLower(name[open:])
		for _, word := range []string{"必填", "选填", "可选", "可不填", "字", "required", "optional"} {
			if strings.Contains(remark, word) {
				return strings.Trim(name[:open], "*＊:： \t\n")
			}
		}
	}
	return name
}
