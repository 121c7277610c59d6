package border

import "github.com/mingcha-go/mingcha/internal/fold"

// Doubtful tells that symbols from..to of a text may be no word: a word of the
// dictionary crosses one edge of the place, and what it leaves outside is no
// word of its own. 刷|单词 may be no 刷单, and 军|火锅 no 军火; but 最佳|作品 is 最佳,
// though 佳作 is a word, as 作品 stands on its own. Where words cross both edges
// and meet, see Cut.Both.
func Doubtful(t *fold.Text, from, to int) bool {
	return crosses(t, from, to, to) || crosses(t, from, to, from)
}

// crosses tells whether a word crosses the given edge of from..to, which is
// either of the two, and no word outside that begins or ends at the edge
// reaches farther than the crossing one.
func crosses(t *fold.Text, from, to, edge int) bool {
	d := words()
	crossing, outside := 0, 0 // how many symbols the longest such words have outside
	for start := max(0, edge-longest); start <= edge; start++ {
		found := d.at(t, start, max(2, edge-start))
		for n := 2; found>>n != 0; n++ {
			end := start + n
			reach := end - edge
			if edge == from {
				reach = edge - start
			}
			if found>>n&1 == 0 || reach == 0 {
				continue
			}
			switch {
			case start > from && start < to && end > to || end < to && end > from && start < from:
				crossing = max(crossing, reach)
			case start == edge || end == edge:
				outside = max(outside, reach)
			}
		}
	}
	return crossing > 0 && outside <= crossing
}
