package record

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/validate"
)

// key is a field that records may hold: how it is called, what it has to be, and
// where it goes.
type key struct {
	name, expected string
	into           func(*validate.Submission) any
}

const (
	aText  = "a text"
	aList  = "a list of texts"
	aTruth = "true or false"
)

// known are the keys of a record; members of contact and owner are columns of
// tables.
var known = []key{
	{"id", aText, func(s *validate.Submission) any { return (*idText)(&s.ID) }},
	{"name", aText, func(s *validate.Submission) any { return &s.Name }},
	{"short_name", aText, func(s *validate.Submission) any { return &s.ShortName }},
	{"intro", aText, func(s *validate.Submission) any { return &s.Intro }},
	{"description", aText, func(s *validate.Submission) any { return &s.Description }},
	{"icon", aText, func(s *validate.Submission) any { return &s.IconName }}, // whoever reads the catalog loads it
	{"icon_text", aList, func(s *validate.Submission) any { return &s.IconText }},
	{"categories", aList, func(s *validate.Submission) any { return &s.Categories }},
	{"tags", aList, func(s *validate.Submission) any { return &s.Tags }},
	{"contact", "an object with email, url, phone", func(s *validate.Submission) any { return &s.Contact }},
	{"contact.email", aText, func(s *validate.Submission) any { return &s.Contact.Email }},
	{"contact.url", aText, func(s *validate.Submission) any { return &s.Contact.URL }},
	{"contact.phone", aText, func(s *validate.Submission) any { return &s.Contact.Phone }},
	{"admin_wechat", aText, func(s *validate.Submission) any { return &s.AdminWeChat }},
	{"owner", "an object with name, kind, licences", func(s *validate.Submission) any { return &s.Owner }},
	{"owner.name", aText, func(s *validate.Submission) any { return &s.Owner.Name }},
	{"owner.kind", aText, func(s *validate.Submission) any { return &s.Owner.Kind }},
	{"owner.licences", aList, func(s *validate.Submission) any { return &s.Owner.Licences }},
	{"features", aList, func(s *validate.Submission) any { return &s.Features }},
	{"test_account", aTruth, func(s *validate.Submission) any { return &s.TestAccount }},
	{"complaint_channel", aTruth, func(s *validate.Submission) any { return &s.ComplaintChannel }},
	{"ugc_filter", aTruth, func(s *validate.Submission) any { return &s.UGCFilter }},
	{"location_consent", aTruth, func(s *validate.Submission) any { return &s.LocationConsent }},
	{"authorizations", "a list of objects with mark and document", func(s *validate.Submission) any { return &s.Authorizations }},
}

// keys finds the key that a name of the catalog stands for.
type keys struct {
	byName map[string]*key
	// warned are the unknown names that were warned of; mu guards it.
	mu     sync.RWMutex
	warned map[string]bool
}

func newKeys(columns map[string]string) (*keys, error) {
	k := &keys{byName: map[string]*key{}, warned: map[string]bool{}}
	for i := range known {
		k.byName[known[i].name] = &known[i]
	}
	for _, field := range slices.Sorted(maps.Keys(columns)) {
		i := slices.IndexFunc(known, func(key key) bool { return key.name == field })
		if i < 0 {
			return nil, fmt.Errorf("there is no field %q to map a column to: expected some of %s", field, strings.Join(knownNames(), ", "))
		}
		k.byName[columns[field]] = &known[i]
	}
	return k, nil
}

func knownNames() (names []string) {
	for i := range known {
		names = append(names, known[i].name)
	}
	return names
}

// find gives the key of a name, nil if it is unknown. Tables call columns as
// they please: case and spaces around do not count there.
func (k *keys) find(name string) *key { return k.byName[name] }

// warnOnce tells of an unknown name the first time that it is met.
func (k *keys) warnOnce(name string) (message string, first bool) {
	if k.told(name) {
		return "", false
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.warned[name] = true
	return unknown(name), true
}

// told tells whether no more is said of an unknown name. It is safe for concurrent
// use.
func (k *keys) told(name string) bool {
	const most = 1000 // names: a catalog whose keys are data would fill the memory
	k.mu.RLock()
	defer k.mu.RUnlock()
	return k.warned[name] || len(k.warned) >= most
}

// unknown says that a name is unknown, with what may have been meant.
func unknown(name string) string {
	message := fmt.Sprintf("unknown key %q", clip(name))
	if meant := nearest(name); meant != "" {
		message += fmt.Sprintf(" (did you mean %q?)", meant)
	}
	return message
}

func clip(s string) string {
	const most = 60 // bytes
	if len(s) > most {
		return strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}

// nearest gives the known name that another looks like a misspelling of, or "".
func nearest(name string) string {
	plain := plainName(name)
	best, fewest := "", 3
	for i := range known {
		candidate := plainName(known[i].name)
		if len(candidate) < 4 && candidate != plain { // id, url: everything is near
			continue
		}
		if n := edits(plain, candidate); n < fewest {
			best, fewest = known[i].name, n
		}
	}
	return best
}

// plainName drops what is written now so, now so: shortName, Short-Name.
func plainName(s string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "", ".", "").Replace(s))
}

// edits counts the edits of one character and the swaps of neighbours that lead
// from a to b; far above 2 it only says so.
func edits(a, b string) int {
	if len(a) > len(b)+2 || len(b) > len(a)+2 {
		return 9
	}
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next := make([]int, len(b)+1)
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}
