package wechat

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"

	"github.com/mingcha-go/mingcha/internal/icon"
)

// cut gives the part of the picture that the platform will show. A picture that cannot
// be decoded, or of which the whole is shown, stays as it is: what is wrong with it is
// for the check to say. The part is cut from the picture at its working size, of which
// no side is longer than 512 pixels.
func (r *ModifyHeadImage) cut(picture []byte) ([]byte, error) {
	if len(picture) == 0 {
		return nil, fmt.Errorf("the bytes of media %q are needed", r.HeadImgMediaID)
	}
	if r.X1 == 0 && r.Y1 == 0 && (r.X2 == 1 && r.Y2 == 1 || r.X2 == 0 && r.Y2 == 0) {
		return picture, nil
	}
	// the comparison is written so that NaN fails it
	if !(0 <= r.X1 && r.X1 < r.X2 && r.X2 <= 1 && 0 <= r.Y1 && r.Y1 < r.Y2 && r.Y2 <= 1) {
		return picture, fmt.Errorf("x1 %v, y1 %v, x2 %v, y2 %v: expected 0 ≤ x1 < x2 ≤ 1 and the like for y", r.X1, r.Y1, r.X2, r.Y2)
	}
	decoded, fault := icon.Decode(picture)
	if fault != nil {
		return picture, nil
	}
	whole := decoded.Picture.Bounds()
	part := image.Rect(
		int(r.X1*float64(whole.Dx())+.5), int(r.Y1*float64(whole.Dy())+.5),
		int(r.X2*float64(whole.Dx())+.5), int(r.Y2*float64(whole.Dy())+.5)).Add(whole.Min)
	if part.Empty() {
		return picture, errors.New("nothing is left of the picture between x1, y1 and x2, y2")
	}
	shown := image.NewNRGBA(image.Rect(0, 0, part.Dx(), part.Dy()))
	draw.Draw(shown, shown.Bounds(), decoded.Picture, part.Min, draw.Src)
	var out bytes.Buffer
	if err := png.Encode(&out, shown); err != nil {
		return picture, err
	}
	return out.Bytes(), nil
}
