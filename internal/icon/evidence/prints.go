package evidence

import (
	"image/color"

	"github.com/mingcha-go/mingcha/internal/icon/brand"
)

// letterScore is the likeness to a letter or digit from which on a figure is no
// mark that could be told by its shape.
const letterScore = 0.9

// Prints gives the fingerprints of a pictogram, but for those that are like a
// letter.
func Prints(p Path, letters *brand.Index) (prints []brand.Print) {
	style := Style{Size: 512, Background: color.RGBA{255, 255, 255, 255}, Ink: color.RGBA{A: 255}, Padding: 0.12}
	for _, print := range brand.Prints(Draw(p, style)) {
		if !letters.Likens(print, letterScore) {
			prints = append(prints, print)
		}
	}
	return prints
}

// Letters is an index of the letters and digits of three fonts.
func Letters() (*brand.Index, error) {
	x := brand.NewIndex()
	style := Style{Size: 256, Background: color.RGBA{255, 255, 255, 255}, Ink: color.RGBA{A: 255}, Padding: 0.12}
	for _, file := range []string{SansBold, SansRegular, SerifBold} {
		font, err := OpenFont(file)
		if err != nil {
			return nil, err
		}
		for i, r := range "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" {
			p, err := font.Text(string(r))
			if err != nil {
				return nil, err
			}
			for _, print := range brand.Prints(Draw(p, style)) {
				x.Add(i, print)
			}
		}
	}
	return x, nil
}
