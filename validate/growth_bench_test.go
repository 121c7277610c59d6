package validate_test

import (
	"runtime"
	"strconv"
	"testing"

	"github.com/mingcha-go/mingcha/internal/growth"
	"github.com/mingcha-go/mingcha/validate"
)

// BenchmarkGrowth doubles what a sender controls, each dimension alone and all
// together, with each filling: where the work is linear, ns/byte and allocs/byte stay what
// they are from one size to the next. Pairs of dimensions are measured by
//
//	go test -run '^$' -bench 'Growth/pairs' ./validate
func BenchmarkGrowth(b *testing.B) {
	v := newValidator(b)
	for i := range growth.Fillings() {
		f := &growth.Fillings()[i]
		b.Run(f.Name, func(b *testing.B) {
			for _, d := range growth.Dimensions {
				b.Run(d.Name, func(b *testing.B) { benchmarkGrowth(b, v, f, d) })
			}
			b.Run("all", func(b *testing.B) { benchmarkGrowth(b, v, f, growth.Dimensions...) })
		})
	}
	b.Run("pairs", func(b *testing.B) {
		slogans := growth.FillingOf("slogans in gaps")
		for i, d := range growth.Dimensions {
			for _, e := range growth.Dimensions[:i] {
				b.Run(e.Name+" and "+d.Name, func(b *testing.B) { benchmarkGrowth(b, v, slogans, d, e) })
			}
		}
	})
}

func benchmarkGrowth(b *testing.B, v *validate.Validator, f *growth.Filling, dims ...growth.Dimension) {
	for _, n := range []int{16 << 10, 32 << 10, 64 << 10} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s := growth.Grown(f, n, dims...)
			bytes := float64(growth.Size(s))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			for b.Loop() {
				v.Check(s)
			}
			runtime.ReadMemStats(&after)
			per := bytes * float64(b.N)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/per, "ns/byte")
			b.ReportMetric(float64(after.Mallocs-before.Mallocs)/per, "allocs/byte")
			b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/per, "B/byte")
			b.ReportMetric(0, "ns/op")
		})
	}
}
