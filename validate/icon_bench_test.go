package validate_test

import (
	"testing"

	"github.com/mingcha-go/mingcha/internal/icon/sample"
	"github.com/mingcha-go/mingcha/validate"
)

// BenchmarkCheckIcon measures all that is done with a PNG file of 512 x 512 pixels
// on one core: decoding, every measure, likeness to marks.
func BenchmarkCheckIcon(b *testing.B) {
	v, err := validate.New()
	if err != nil {
		b.Fatal(err)
	}
	for name, file := range map[string][]byte{
		"leaf":    sample.PNG(sample.Leaf(512, 512, sample.Green, sample.White)),
		"lantern": sample.PNG(sample.Lantern(512, sample.Green, sample.White, false)),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				v.Check(&validate.Submission{Icon: file})
			}
		})
	}
}
