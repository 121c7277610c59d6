package validate_test

import (
	"runtime"
	"testing"
	"testing/fstest"

	"github.com/mingcha-go/mingcha/internal/synth"
	"github.com/mingcha-go/mingcha/validate"
)

// BenchmarkNew measures building a Validator that changes no words: after the first, which
// -benchtime 1x measures, the tables are there. heap-MB is what the whole process keeps.
func BenchmarkNew(b *testing.B) { benchmarkNew(b) }

// BenchmarkNewWithLists measures building one with a list of its own, for which all tables
// are made anew. live-MB is what one keeps.
func BenchmarkNewWithLists(b *testing.B) {
	benchmarkNew(b, validate.WithLists(fstest.MapFS{"own.tsv": &fstest.MapFile{Data: []byte("# check: own\n# rule: 2.5\n青禾记账本\n")}}))
}

func benchmarkNew(b *testing.B, opts ...validate.Option) {
	b.ReportAllocs()
	var v *validate.Validator
	for b.Loop() {
		v = newValidator(b, opts...)
	}
	b.StopTimer()
	var with, without runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&with)
	runtime.KeepAlive(v)
	v = nil
	runtime.GC()
	runtime.ReadMemStats(&without)
	b.ReportMetric(float64(with.HeapAlloc-without.HeapAlloc)/1e6, "live-MB")
	b.ReportMetric(float64(with.HeapAlloc)/1e6, "heap-MB")
}

var (
	clean = validate.Submission{Name: "青禾记账", Intro: "记录每天的收支，按月统计，支持多人共享账本和预算提醒。"}
	whole = validate.Submission{
		Name: "青禾记账", ShortName: "青禾记账", Intro: "记录每天的收支，按月统计，支持多人共享账本和预算提醒。",
		Description: "记下每天的收入和支出，按月、按类别统计，一家人共用一个账本。设好预算，快超支时会提醒；账单可以导出成表格。",
		Categories:  []string{"工具/记账"}, Tags: []string{"记账", "账本", "预算"},
	}
	dirty = validate.Submission{Name: "腾迅课堂", Intro: "全国最好的在线课堂，国家级名师授课"}
)

func BenchmarkCheckClean(b *testing.B) { benchmarkCheck(b, &clean, validate.Pass) }
func BenchmarkCheckWhole(b *testing.B) { benchmarkCheck(b, &whole, validate.Pass) }
func BenchmarkCheckDirty(b *testing.B) { benchmarkCheck(b, &dirty, validate.Rejected) }

// BenchmarkCheckCatalog checks the records of a synthetic catalog, a twentieth of
// them with a planted fault; an op is one record.
func BenchmarkCheckCatalog(b *testing.B) {
	v := newValidator(b)
	var records []*validate.Submission
	for r := range synth.Generate(synth.Usual(1, 2000)) {
		records = append(records, &r.Submission)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		v.Check(records[i%len(records)])
	}
}

func benchmarkCheck(b *testing.B, s *validate.Submission, want validate.Verdict) {
	v := newValidator(b)
	if r := v.Check(s); r.Verdict != want {
		b.Fatalf("%+v", r)
	}
	b.ReportAllocs()
	for b.Loop() {
		v.Check(s)
	}
}
