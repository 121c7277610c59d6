package validate

import (
	"sync"
	"testing"
	"testing/fstest"
)

func TestValidatorsShareTablesUnlessTheyChangeWords(t *testing.T) {
	made := func(opts ...Option) *tables {
		v, err := New(opts...)
		if err != nil {
			t.Fatal(err)
		}
		return v.tables
	}
	usual := made()
	own := fstest.MapFS{"own.tsv": &fstest.MapFile{Data: []byte("# check: own\n# rule: 2.5\n青禾\n")}}
	for name, c := range map[string]struct {
		opts   []Option
		shared bool
	}{
		"another language":   {[]Option{WithLanguage(English)}, true},
		"the same edition":   {[]Option{WithEdition(EditionFirst)}, true},
		"a whole submission": {[]Option{WithComplete()}, true},
		"another edition":    {[]Option{WithEdition(Edition2026)}, false},
		"a list dropped":     {[]Option{WithoutLists("spam")}, false},
		"frames dropped":     {[]Option{WithoutLists("frames-base")}, false},
		"a list of its own":  {[]Option{WithLists(own)}, false},
	} {
		if got := made(c.opts...) == usual; got != c.shared {
			t.Errorf("%s: shared is %v, want %v", name, got, c.shared)
		}
	}
	if first, second := made(WithEdition(Edition2026)), made(WithEdition(Edition2026)); first != second {
		t.Error("an edition's tables are made twice")
	}
}

func TestManyMayMakeValidatorsAtOnce(t *testing.T) {
	var all sync.WaitGroup
	for _, e := range []Edition{EditionFirst, Edition2018, Edition2026, EditionFirst} {
		all.Go(func() {
			v, err := New(WithEdition(e))
			if err != nil {
				t.Error(err)
				return
			}
			if r := v.Check(&Submission{Name: "腾迅课堂"}); r.Verdict != Rejected {
				t.Errorf("%s: %+v", e, r)
			}
		})
	}
	all.Wait()
}
