package catalog_test

import (
	"fmt"
	"iter"
	"runtime"
	"testing"

	"github.com/mingcha-go/mingcha/internal/synth"
	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/catalog"
)

// sizes are those of the catalogs that are measured. A million takes about a
// minute: go test -run '^$' -bench '/1000000$' -benchtime 1x ./validate/catalog
var sizes = []int{10_000, 100_000, 1_000_000}

// synthetic yields the submissions of a synthetic catalog.
func synthetic(n int) iter.Seq2[validate.Submission, error] {
	return func(yield func(validate.Submission, error) bool) {
		for r := range synth.Generate(synth.Usual(1, n)) {
			if !yield(r.Submission, nil) {
				return
			}
		}
	}
}

// perRecord runs a part of the work on catalogs of all sizes, and reports the
// records a second and the memory that is in use at the end.
func perRecord(b *testing.B, run func(b *testing.B, n int) (keep any)) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			var keep any
			before := cpu()
			for b.Loop() {
				keep = run(b, n)
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "records/s")
			if used := cpu() - before; used > 0 {
				b.ReportMetric(float64(used.Microseconds())/float64(n)/float64(b.N), "cpu-µs/record")
			}
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.HeapAlloc)/1e6, "live-MB")
			b.ReportMetric(float64(m.HeapSys-m.HeapReleased)/1e6, "heap-MB")
			runtime.KeepAlive(keep)
		})
	}
}

// BenchmarkGenerate measures what the others spend on the generator.
func BenchmarkGenerate(b *testing.B) {
	perRecord(b, func(b *testing.B, n int) any {
		for range synthetic(n) {
		}
		return nil
	})
}

// BenchmarkCheck measures the checks alone.
func BenchmarkCheck(b *testing.B) {
	v := newValidator(b)
	perRecord(b, func(b *testing.B, n int) any { return checked(b, v, n, nil) })
}

// BenchmarkCheckAndGroup measures checks and the search for duplicates.
func BenchmarkCheckAndGroup(b *testing.B) {
	v := newValidator(b)
	perRecord(b, func(b *testing.B, n int) any {
		d := catalog.NewDuplicates()
		checked(b, v, n, d)
		if len(d.Repeats()) < n/10 {
			b.Fatal("the planted repeats are not found")
		}
		return d
	})
}

func checked(b *testing.B, v *validate.Validator, n int, d *catalog.Duplicates) *validate.Validator {
	count := 0
	for _, err := range catalog.Check(b.Context(), v, synthetic(n), catalog.Options{Duplicates: d}) {
		if err != nil {
			b.Fatal(err)
		}
		count++
	}
	if count != n {
		b.Fatalf("%d results", count)
	}
	return v
}

// BenchmarkRepeats measures the search for duplicates alone.
func BenchmarkRepeats(b *testing.B) {
	perRecord(b, func(b *testing.B, n int) any {
		b.StopTimer()
		d := catalog.NewDuplicates()
		number := 0
		for s := range synthetic(n) {
			number++
			m := catalog.MemberOf(number, &s)
			d.Add(&m)
		}
		b.StartTimer()
		if len(d.Repeats()) < n/10 {
			b.Fatal("the planted repeats are not found")
		}
		return d
	})
}
