package main

import (
	"testing"
	"time"
)

func TestPaceTellsRateAndRemainingTime(t *testing.T) {
	start := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name  string
		share func(seconds float64) float64
		n     int
		want  string
	}{
		{"nothing yet", func(float64) float64 { return 0 }, 0, ""},
		{"steady", func(s float64) float64 { return s / 100 }, 20, ", 1000/s, 1m20s left"},
		{"of unknown size", func(float64) float64 { return 0 }, 20, ", 1000/s"},
		{"slower after a fast begin", func(s float64) float64 { return min(.01*s, .5+.001*(s-50)) }, 100, ", 1000/s, 7m30s left"},
		{"hours", func(s float64) float64 { return s / 10000 }, 100, ", 1000/s, 2h45m left"},
	} {
		var p pace
		for tenth := range test.n*10 + 1 {
			seconds := float64(tenth) / 10
			p.add(start.Add(time.Duration(tenth)*100*time.Millisecond), test.share(seconds), tenth*100)
		}
		if got := p.String(); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
		if len(p.points) > 20 {
			t.Errorf("%s: %d points kept", test.name, len(p.points))
		}
	}
}
