package automaton

import "testing"

// A long word would keep Cloudflare busy for seconds, many words would fill memory.
func TestAutoLeavesLongWordsAndLargeSetsToCompact(t *testing.T) {
	for _, c := range []struct {
		total, longest int
		want           Engine
	}{
		{0, 0, Cloudflare},
		{CloudflareLimit, CloudflareLongest, Cloudflare},
		{CloudflareLimit + 1, 2, Compact},
		{2000, 2000, Compact},
		{CloudflareLongest + 1, CloudflareLongest + 1, Compact},
	} {
		if got := chosen(c.total, c.longest); got != c.want {
			t.Errorf("%d bytes, the longest %d: engine %d, want %d", c.total, c.longest, got, c.want)
		}
	}
}
