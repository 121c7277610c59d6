package brand

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"strings"
	"sync"
)

//go:generate go -C ../evidence run ./fingerprints

// marksTSV lists the protected marks; fingerprintsBin holds the fingerprints of
// their figures, each the number of its mark (two bytes, the low one first) and a
// Print. The generator draws them from the npm package simple-icons (CC0-1.0, the
// version that scripts/fetch-simple-icons.sh pins). The marks belong to their
// owners; a fingerprint only serves to recognise them.
var (
	//go:embed marks.tsv
	marksTSV string
	//go:embed fingerprints.bin
	fingerprintsBin []byte
)

// Mark is a protected mark.
type Mark struct {
	// Slug is its name in simple-icons, Name the one that it is known by.
	Slug, Name string
	// Owners are forms that the registered name of its owner holds.
	Owners []string
	// Tencent tells that it is one of Tencent's (rule 8.3).
	Tencent bool
}

// Marks gives the shipped marks in the order of their numbers.
var Marks = sync.OnceValue(func() []Mark {
	marks, err := parseMarks(marksTSV)
	if err != nil {
		panic(err) // a test reads them
	}
	return marks
})

func parseMarks(tsv string) (marks []Mark, err error) {
	seen := map[string]bool{}
	number := 0
	for line := range strings.Lines(tsv) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "slug\t") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 || cells[0] == "" || cells[1] == "" || seen[cells[0]] {
			return nil, fmt.Errorf("marks.tsv:%d: expected slug, name and owner, each slug once", number)
		}
		seen[cells[0]] = true
		m := Mark{Slug: cells[0], Name: cells[1]}
		for owner := range strings.SplitSeq(cells[2], "|") {
			if owner != "" {
				m.Owners = append(m.Owners, owner)
			}
		}
		m.Tencent = len(m.Owners) > 0 && m.Owners[0] == "腾讯"
		marks = append(marks, m)
	}
	return marks, nil
}

// Shipped is the index of the shipped marks, by their numbers in Marks. It is
// shared: Clone it before adding to it.
var Shipped = sync.OnceValue(func() *Index {
	x := NewIndex()
	if err := x.addAll(fingerprintsBin, len(Marks())); err != nil {
		panic(err) // a test reads them
	}
	return x
})

const recordLength = 2 + len(Print{})

func (x *Index) addAll(records []byte, marks int) error {
	if len(records)%recordLength != 0 {
		return fmt.Errorf("fingerprints.bin: %d bytes, expected a multiple of %d", len(records), recordLength)
	}
	for ; len(records) > 0; records = records[recordLength:] {
		mark := int(binary.LittleEndian.Uint16(records))
		if mark >= marks {
			return fmt.Errorf("fingerprints.bin: mark %d of %d", mark, marks)
		}
		x.Add(mark, Print(records[2:recordLength]))
	}
	return nil
}

// AppendRecord appends a fingerprint as fingerprints.bin holds it.
func AppendRecord(to []byte, mark int, p Print) []byte {
	return append(binary.LittleEndian.AppendUint16(to, uint16(mark)), p[:]...)
}

// Likens tells whether a fingerprint is like one of the index, from a score on.
func (x *Index) Likens(p Print, least float64) bool {
	m := &mask{side, side, p.picture()[:]}
	at, ok := frameOf(m)
	return ok && x.likens(m, at, least)
}
