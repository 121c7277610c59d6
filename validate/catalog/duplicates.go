package catalog

import (
	"cmp"
	"errors"
	"hash/fnv"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/mingcha-go/mingcha/internal/owner"
	"github.com/mingcha-go/mingcha/internal/paper"
	"github.com/mingcha-go/mingcha/validate"
)

// MemberOf makes the member of a submission; number is its place in the catalog,
// from 1. It is safe for concurrent use. A nil submission panics.
func MemberOf(number int, s *validate.Submission) Member {
	expect(s != nil, "MemberOf with a nil *validate.Submission: expected a submission")
	k := sketchers.Get().(*sketcher)
	m := Member{Number: number, ID: cut(s.ID, 128), Name: cut(s.Name, 256), Owner: ownerHash(s.Owner.Name), Code: codeHash(s.Owner.Licences), Sketch: k.sketch(s)}
	sketchers.Put(k) // not where it panics: it may be half done
	return m
}

// ownerHash gives the hash of an owner's name, 0 for none.
func ownerHash(name string) uint64 {
	principal := owner.Principal(cut(name, mostBytes))
	if principal == "" {
		return 0
	}
	return textHash(principal)
}

// codeHash gives the hash of the first credit code among licences, 0 for none.
func codeHash(licences []string) uint64 {
	for _, l := range licences[:min(len(licences), validate.MostLicences)] {
		if code := paper.CreditCode(l); code != "" {
			return textHash(code)
		}
	}
	return 0
}

// textHash is never 0.
func textHash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return max(h.Sum64(), 1)
}

// cut gives at most n bytes of a text, whole characters, in memory of its own.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.Clone(strings.ToValidUTF8(s[:n], ""))
}

// Duplicates gathers the members of a catalog, some 200 bytes for each, and finds
// what repeats what. The zero value is empty and ready. It is not safe for
// concurrent use. The methods of a nil one panic.
type Duplicates struct {
	slots    []slot
	shingles arena[uint16]
	texts    arena[byte]
	repeats  []Repeat
	groups   int
	found    bool
}

// slot is a member without its texts and shingles, which lie in the arenas one
// after the other: ID and name, title and body.
type slot struct {
	owner, code, icon     uint64
	number                uint32
	shingles, texts       ref
	title, body, id, name uint16
}

// NewDuplicates makes an empty one.
func NewDuplicates() *Duplicates { return new(Duplicates) }

// Add takes a member in. Members may come in any order; their numbers have to be
// distinct and under 2³².
func (d *Duplicates) Add(m *Member) {
	d.mustBeThere("Add")
	expect(m != nil, "Add of a nil *Member: expected one that MemberOf gave")
	d.found = false
	d.slots = append(d.slots, slot{
		owner: m.Owner, code: m.Code, icon: m.Icon, number: uint32(m.Number),
		shingles: d.shingles.add(m.Title, m.Body), texts: d.texts.add([]byte(m.ID), []byte(m.Name)),
		title: uint16(len(m.Title)), body: uint16(len(m.Body)), id: uint16(len(m.ID)), name: uint16(len(m.Name)),
	})
}

// Len gives how many members were added.
func (d *Duplicates) Len() int {
	d.mustBeThere("Len")
	return len(d.slots)
}

func (d *Duplicates) mustBeThere(method string) {
	expect(d != nil, method+" of a nil *Duplicates: expected one that NewDuplicates gave")
}

// expect panics with a message where an argument is not what it has to be.
func expect(ok bool, message string) {
	if !ok {
		panic(errors.New("catalog: " + message))
	}
}

// sketch gives the sketch of a slot; its shingles are those of the arena.
func (d *Duplicates) sketch(i int32) Sketch {
	s := &d.slots[i]
	all := d.shingles.get(s.shingles, int(s.title)+int(s.body))
	return Sketch{Title: all[:s.title], Body: all[s.title:], Icon: s.icon}
}

func (d *Duplicates) nameOf(i int32) string {
	s := &d.slots[i]
	return string(d.texts.get(s.texts, int(s.id)+int(s.name))[s.id:])
}

func (d *Duplicates) member(i int32) Member {
	s := &d.slots[i]
	texts := d.texts.get(s.texts, int(s.id)+int(s.name))
	return Member{Number: int(s.number), ID: string(texts[:s.id]), Name: string(texts[s.id:]), Owner: s.owner, Code: s.code, Sketch: d.sketch(i)}
}

// Repeats gives what repeats an earlier record, sorted by number, on all cores.
// Its time grows with the number of members: some 20 µs of a core for each.
func (d *Duplicates) Repeats() []Repeat {
	d.mustBeThere("Repeats")
	if d.found {
		return d.repeats
	}
	d.sort()
	groups := d.join().groups()
	d.repeats, d.groups = d.judge(groups), len(groups)
	slices.SortFunc(d.repeats, func(a, b Repeat) int { return cmp.Compare(a.Number, b.Number) })
	d.found = true
	return d.repeats
}

// sort puts the slots in the order of their numbers.
func (d *Duplicates) sort() {
	slices.SortFunc(d.slots, func(a, b slot) int { return cmp.Compare(a.number, b.number) })
}

// judge says what the members of all groups repeat.
func (d *Duplicates) judge(groups [][]int32) []Repeat {
	jobs := runtime.GOMAXPROCS(0)
	found := make([][]Repeat, jobs)
	sideBySide(jobs, func(job int) {
		for _, group := range groups[len(groups)*job/jobs : len(groups)*(job+1)/jobs] {
			members := make([]Member, len(group))
			for i, at := range group {
				members[i] = d.member(at)
			}
			found[job] = append(found[job], Judge(members)...)
		}
	})
	return slices.Concat(found...)
}

// Groups gives how many groups the repeats are of.
func (d *Duplicates) Groups() int {
	d.mustBeThere("Groups")
	d.Repeats()
	return d.groups
}

// together is how many bands have their keys made in one pass over the sketches.
const together = 4

// join finds the pairs of all bands, some bands at a time, and joins them. What
// an earlier round joined is not compared again; the groups are the same.
func (d *Duplicates) join() forest {
	f := newForest(len(d.slots))
	outlines := d.outlines()
	jobs := min(runtime.GOMAXPROCS(0), Bands/together)
	for first := 0; first < Bands; first += jobs * together {
		keyed := make([][together][]uint64, min(jobs, (Bands-first)/together))
		sideBySide(len(keyed), func(i int) { keyed[i] = d.keysOfBands(first + i*together) })
		for k := range together {
			found := make([][][2]int32, len(keyed))
			sideBySide(len(keyed), func(i int) {
				found[i] = d.pairsOf(sortByKey(keyed[i][k]), outlines, f)
				keyed[i][k] = nil
			})
			for _, pairs := range found {
				for _, p := range pairs {
					f.join(p[0], p[1])
				}
			}
			f.flatten()
		}
	}
	return f
}

// sideBySide calls f with 0 to n-1, each on a goroutine of its own.
func sideBySide(n int, f func(i int)) {
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { f(i) })
	}
	all.Wait()
}

// outlines gives those of all slots.
func (d *Duplicates) outlines() []outline {
	all := make([]outline, len(d.slots))
	jobs := runtime.GOMAXPROCS(0)
	sideBySide(jobs, func(job int) {
		for i := len(all) * job / jobs; i < len(all)*(job+1)/jobs; i++ {
			s := d.sketch(int32(i))
			all[i] = outlineOf(&s)
		}
	})
	return all
}

// pairsOf gives near pairs of a band that f has not joined yet. The keys are those
// of keysOfBands, sorted.
func (d *Duplicates) pairsOf(keyed []uint64, outlines []outline, f forest) (found [][2]int32) {
	near := func(i, j int32) bool {
		if f[i] == f[j] {
			return true // as good as near: what is joined stays joined
		}
		a, b := d.sketch(i), d.sketch(j)
		if !Near(&a, &b) {
			return false
		}
		found = append(found, [2]int32{i, j})
		return true
	}
	var bucket search
	for start := 0; start < len(keyed); {
		end := start + 1
		for end < len(keyed) && keyed[end]>>32 == keyed[start]>>32 {
			end++
		}
		if end-start > 1 {
			bucket.reset()
			for _, k := range keyed[start:end] {
				at := int32(uint32(k))
				bucket.add(candidate{outlines[at], d.sketch(at).Body, int(at), at})
			}
			bucket.run(near)
		}
		start = end
	}
	return found
}

// keysOfBands gives the band keys of all slots that have one, band by band, each
// with the number of the slot in the lower half.
func (d *Duplicates) keysOfBands(first int) (keyed [together][]uint64) {
	if first < longBands { // which nearly all have
		for k := range keyed {
			keyed[k] = make([]uint64, 0, len(d.slots))
		}
	}
	var body []uint64
	for i := range d.slots {
		n := min(bands(int(d.slots[i].body))-first, together)
		if n <= 0 {
			continue
		}
		s := d.sketch(int32(i))
		body = appendSpread(body[:0], s.Body)
		for k := range n {
			keyed[k] = append(keyed[k], uint64(bandKey(first+k, body))<<32|uint64(i))
		}
	}
	return keyed
}
