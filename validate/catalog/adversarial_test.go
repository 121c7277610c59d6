package catalog_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

// hostile are catalogs that somebody would hand in who wants the search for
// duplicates to take long: the record of a number.
var hostile = []struct {
	name   string
	record func(i int, r *rand.Rand) validate.Submission
}{
	{"all equal", func(int, *rand.Rand) validate.Submission {
		return validate.Submission{Name: "青禾点单", Intro: menu}
	}},
	{"all equal, one owner", func(int, *rand.Rand) validate.Submission {
		return validate.Submission{Name: "青禾点单", Intro: menu, Owner: validate.Owner{Name: "甲公司"}}
	}},
	{"all equal, as many owners", func(i int, _ *rand.Rand) validate.Submission {
		return validate.Submission{Name: "青禾点单", Intro: menu, Owner: validate.Owner{Name: fmt.Sprint("甲公司", i)}}
	}},
	{"a character changed", func(_ int, r *rand.Rand) validate.Submission {
		return validate.Submission{Name: "青禾点单", Intro: changed(r, menu, 1)}
	}},
	{"many characters changed", func(_ int, r *rand.Rand) validate.Submission {
		return validate.Submission{Name: "青禾点单", Intro: changed(r, menu, 12)}
	}},
	{"branches of one chain", func(i int, _ *rand.Rand) validate.Submission {
		return validate.Submission{Name: fmt.Sprintf("青禾奶茶%d号店", i), Intro: menu, Owner: validate.Owner{Name: "甲公司"}}
	}},
	{"names of one owner", func(int, *rand.Rand) validate.Submission {
		return validate.Submission{Name: "青禾点单", Owner: validate.Owner{Name: "甲公司"}}
	}},
	{"one icon", func(_ int, r *rand.Rand) validate.Submission {
		return validate.Submission{Name: "青禾点单", Intro: changed(r, menu, 9), Icon: []byte("icon")}
	}},
	{"a chain, each near the next", func(i int, _ *rand.Rand) validate.Submission {
		text := []rune(strings.Repeat("在线点单到店自取外卖配送会员积分换券新品每周上架", 2))
		for k := range i % len(text) {
			text[k] = rune(0x4e00 + k)
		}
		return validate.Submission{Name: "青禾点单", Intro: string(text)}
	}},
	{"long texts", func(_ int, r *rand.Rand) validate.Submission {
		return validate.Submission{Name: strings.Repeat("青禾", 300), Description: changed(r, strings.Repeat(menu, 16), 40)}
	}},
}

// judged gives what repeats what in a hostile catalog of n records.
func judged(h int, n int) *catalog.Duplicates {
	d, r := catalog.NewDuplicates(), rand.New(rand.NewPCG(uint64(h), 9))
	for i := range n {
		s := hostile[h].record(i, r)
		m := catalog.MemberOf(i+1, &s)
		d.Add(&m)
	}
	return d
}

// mostCompared is how many records of a bucket each one is compared with at most:
// of 64 and fewer all, of more the neighbours in an order.
const mostCompared = 64

func TestWhatABucketCostsGrowsWithItsRecords(t *testing.T) {
	for h := range hostile {
		for _, n := range []int{64, 1000, 4000} {
			r := rand.New(rand.NewPCG(uint64(h), 9))
			var bucket []catalog.Member
			for i := range n {
				s := hostile[h].record(i, r)
				bucket = append(bucket, catalog.MemberOf(i+1, &s))
			}
			compared := 0
			pairs := catalog.Pairs(bucket, func(*catalog.Member, *catalog.Member) bool { compared++; return false })
			if compared > mostCompared*n {
				t.Errorf("%s: %d comparisons of %d records", hostile[h].name, compared, n)
			}
			if len(pairs) >= n {
				t.Errorf("%s: %d pairs of %d records", hostile[h].name, len(pairs), n)
			}
		}
	}
}

func TestEqualRecordsAreAllFoundHoweverManyThereAre(t *testing.T) {
	const n = 20_000
	d := judged(0, n)
	if got := len(d.Repeats()); got != n-1 || d.Groups() != 1 {
		t.Errorf("%d repeats in %d groups, want %d in one", got, d.Groups(), n-1)
	}
}

// BenchmarkHostile doubles hostile catalogs: µs/record must not grow.
func BenchmarkHostile(b *testing.B) {
	for h := range hostile {
		b.Run(hostile[h].name, func(b *testing.B) {
			for _, n := range []int{5_000, 10_000, 20_000} {
				b.Run(fmt.Sprint(n), func(b *testing.B) {
					for b.Loop() {
						b.StopTimer()
						d := judged(h, n)
						b.StartTimer()
						d.Repeats()
					}
					b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(n)/float64(b.N), "µs/record")
					b.ReportMetric(0, "ns/op")
				})
			}
		})
	}
}
