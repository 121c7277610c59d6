package brand

import "testing"

func TestNoPartOfAPlainShapeIsLostInDrawing(t *testing.T) {
	for i, covers := range plainShapes {
		m := drawn(covers)
		for at, got := range m.pix {
			if want := share(covers, at%drawnSide, at/drawnSide); got != want {
				t.Fatalf("shape %d: pixel %d,%d: %g covered, want %g", i, at%drawnSide, at/drawnSide, got, want)
			}
		}
	}
}
