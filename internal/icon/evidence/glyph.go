package evidence

import (
	"fmt"
	"os"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// The fonts that icons with characters are drawn with, of Debian's fonts-noto-cjk.
const (
	SansBold    = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"
	SansRegular = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
	SerifBold   = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"
)

// Font gives the outlines of characters. It is not safe for concurrent use.
type Font struct {
	font *sfnt.Font
	buf  sfnt.Buffer
}

// OpenFont opens the mainland face of a collection.
func OpenFont(file string) (*Font, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("%w (Debian package fonts-noto-cjk)", err)
	}
	collection, err := sfnt.ParseCollection(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	const mainland = 2 // index of the face in a collection
	f, err := collection.Font(mainland)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return &Font{font: f}, nil
}

// Text gives a line of text as one path, an em being 1 high; it may be wider than
// the unit square. Draw fits it in.
func (f *Font) Text(text string) (Path, error) {
	const em = 1000
	var path Path
	x := 0.0
	for _, r := range text {
		glyph, err := f.font.GlyphIndex(&f.buf, r)
		if err != nil || glyph == 0 {
			return nil, fmt.Errorf("no glyph for %q", r)
		}
		segments, err := f.font.LoadGlyph(&f.buf, glyph, fixed.I(em), nil)
		if err != nil {
			return nil, fmt.Errorf("glyph of %q: %w", r, err)
		}
		path = append(path, outline(segments, x, em)...)
		advance, err := f.font.GlyphAdvance(&f.buf, glyph, fixed.I(em), font.HintingNone)
		if err != nil {
			return nil, err
		}
		x += float64(advance) / 64 / em
	}
	return path, nil
}

// outline turns a glyph's segments into a path with its baseline at 0.88.
func outline(segments sfnt.Segments, x float64, em float64) (path Path) {
	point := func(p fixed.Point26_6) Point {
		return Point{x + float64(p.X)/64/em, 0.88 + float64(p.Y)/64/em}
	}
	var at Point
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			at = point(s.Args[0])
			path = append(path, Segment{Op: 'M', To: at})
		case sfnt.SegmentOpLineTo:
			at = point(s.Args[0])
			path = append(path, Segment{Op: 'L', To: at})
		case sfnt.SegmentOpQuadTo:
			q, to := point(s.Args[0]), point(s.Args[1])
			third := func(a Point) Point { return Point{a.X + (q.X-a.X)*2/3, a.Y + (q.Y-a.Y)*2/3} }
			path = append(path, Segment{'C', third(at), third(to), to})
			at = to
		case sfnt.SegmentOpCubeTo:
			at = point(s.Args[2])
			path = append(path, Segment{'C', point(s.Args[0]), point(s.Args[1]), at})
		}
	}
	return path
}
