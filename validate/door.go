package validate

import (
	"cmp"
	"slices"
	"strings"
)

// The bounds of a report. A text of ten megabytes may hold a word a million times,
// and nobody reads more of them.
const (
	// MostFindingsOfField is how many findings of one check in one field are
	// listed; the members of a list (tags) are one field.
	MostFindingsOfField = 100
	// MostFindings is how many findings a report lists in all. Past it, each check
	// that finds something in a field still has one finding listed there.
	MostFindings = 1000
)

// door is where findings come into a report, the only way there is. It lists them
// up to the bounds and counts the others exactly, by check and field. What is
// listed of a check and field is never milder than what is left out of it while
// something milder is listed: a report always lists its worst. The zero value is
// ready.
type door struct {
	listed []found
	groups []group
	index  map[groupKey]int // of groups
	last   int              // the group asked for last: findings come in rows
}

// groupKey is what findings are counted by.
type groupKey struct {
	check string
	field Field // without an index
}

// group is what came of a check and field.
type group struct {
	groupKey
	listed   int
	severity [Reject + 1]int // of those listed, how many there are of each
	left     int             // how many were left out
}

// found is a finding with its place in the report.
type found struct {
	finding Finding
	order   int
	group   int
}

// group gives the index of a group, which it makes where it is new.
func (d *door) group(key groupKey) int {
	if d.last < len(d.groups) && d.groups[d.last].groupKey == key {
		return d.last
	}
	i, known := d.index[key]
	if !known {
		if d.index == nil {
			d.index = map[groupKey]int{}
		}
		i = len(d.groups)
		d.index[key] = i
		d.groups = append(d.groups, group{groupKey: key})
	}
	d.last = i
	return i
}

// wants tells whether a finding would be listed: of others nobody will read what
// they say.
func (d *door) wants(key groupKey, s Severity) bool {
	g := &d.groups[d.group(key)]
	return d.hasRoom(g) || g.listed == 0 || g.mildest() < s
}

func (d *door) hasRoom(g *group) bool {
	return g.listed < MostFindingsOfField && len(d.listed) < MostFindings
}

// mildest gives the mildest severity that is listed of a group; it lists some.
func (g *group) mildest() Severity {
	for s := range Reject {
		if g.severity[s] > 0 {
			return s
		}
	}
	return Reject
}

// take takes a finding in. Its severity is not zero; the check and the field it is
// counted by are its own.
func (d *door) take(f Finding, order int) {
	key := groupKey{f.Check, listOf(f.Field)}
	i := d.group(key)
	g := &d.groups[i]
	g.left, f.More = g.left+f.More, 0
	switch {
	case d.hasRoom(g):
	case g.listed == 0:
		d.makeRoom()
	case g.mildest() < f.Severity:
		d.dropMildest(i)
	default:
		g.left++
		return
	}
	d.list(f, order, i)
}

// keep takes in what a report lists already, and what it says it leaves out.
func (d *door) keep(f Finding, order int) {
	i := d.group(groupKey{f.Check, listOf(f.Field)})
	d.groups[i].left += f.More
	f.More = 0
	d.list(f, order, i)
}

func (d *door) list(f Finding, order, i int) {
	d.listed = append(d.listed, found{f, order, i})
	d.groups[i].listed++
	d.groups[i].severity[gravity(&f)]++
}

// gravity gives the severity of a finding; a report of a caller may hold others
// than there are.
func gravity(f *Finding) Severity { return min(max(f.Severity, 0), Reject) }

// makeRoom drops a finding of the group that lists the most; where all list one
// only, the report grows.
func (d *door) makeRoom() {
	largest := 0
	for i := range d.groups {
		if d.groups[i].listed > d.groups[largest].listed {
			largest = i
		}
	}
	if d.groups[largest].listed > 1 {
		d.dropMildest(largest)
	}
}

// dropMildest leaves out the last of the mildest findings that a group lists.
func (d *door) dropMildest(i int) {
	g := &d.groups[i]
	s := g.mildest()
	for k := len(d.listed) - 1; k >= 0; k-- {
		if d.listed[k].group == i && gravity(&d.listed[k].finding) == s {
			d.listed = slices.Delete(d.listed, k, k+1)
			break
		}
	}
	g.listed--
	g.severity[s]--
	g.left++
}

// sort puts what is listed in the order of a report.
func (d *door) sort() {
	slices.SortStableFunc(d.listed, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.finding.Start, b.finding.Start),
			cmp.Compare(a.finding.Check, b.finding.Check))
	})
}

// findings gives what is listed. The last finding of a check and field tells how
// many more there are of them.
func (d *door) findings(l Language) []Finding {
	if len(d.listed) == 0 {
		return nil
	}
	list := make([]Finding, len(d.listed))
	for i := range d.listed {
		list[i] = d.listed[i].finding
	}
	told := make([]bool, len(d.groups))
	for i := len(list) - 1; i >= 0; i-- {
		if g := d.listed[i].group; !told[g] && d.groups[g].left > 0 {
			told[g] = true
			list[i].More = d.groups[g].left
			list[i].Message += moreNote(&list[i], l)
		}
	}
	return list
}

// reset empties the door and keeps its memory, within reason.
func (d *door) reset() {
	clear(d.listed)
	clear(d.index)
	d.listed, d.groups, d.last = d.listed[:0], d.groups[:0], 0
}

// moreNote is what the message of a finding ends in that tells of others.
func moreNote(f *Finding, l Language) string {
	if listOf(f.Field) != f.Field {
		return Text{"（这个列表里另有 %[1]d 处未逐一列出）", " (%[1]d more in this list are not listed)"}.format(l, f.More)
	}
	return Text{"（这个字段里另有 %[1]d 处未逐一列出）", " (%[1]d more in this field are not listed)"}.format(l, f.More)
}

// withoutNote gives the message of a finding without what it tells of others.
func withoutNote(f *Finding) string {
	if f.More == 0 {
		return f.Message
	}
	return strings.TrimSuffix(strings.TrimSuffix(f.Message, moreNote(f, Chinese)), moreNote(f, English))
}
