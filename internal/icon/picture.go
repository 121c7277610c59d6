package icon

import (
	"encoding/binary"
	"image"
	"image/draw"

	"github.com/mingcha-go/mingcha/internal/icon/scale"
)

// take makes the working picture of a decoded one and fills in what is read off it.
func (c *Icon) take(picture image.Image, config image.Config) {
	full := rgba(picture, image.Rect(0, 0, config.Width, config.Height))
	c.Picture = upright(scale.Down(full, Side), c.Orientation)
	c.Width, c.Height = config.Width, config.Height
	if c.Orientation >= 5 {
		c.Width, c.Height = c.Height, c.Width
	}
	c.reduce()
	w, h := c.Size()
	c.Luma = make([]uint8, w*h)
	transparent := 0
	pix := c.Picture.Pix
	for i := range c.Luma {
		p := binary.LittleEndian.Uint32(pix)
		pix = pix[4:]
		through := 255 - p>>24
		c.Luma[i] = uint8((p&0xff*19595+p>>8&0xff*38470+p>>16&0xff*7471)>>16 + through)
		transparent += int(through >> 7) // 128 and more
	}
	c.Transparent = float64(transparent) / float64(len(c.Luma))
}

// reduce makes the smaller pictures that are taken apart.
func (c *Icon) reduce() {
	c.medium = scale.Down(c.Picture, veilSide)
	from := c.Picture
	if w, h := c.Size(); w == 2*c.medium.Rect.Dx() && h == 2*c.medium.Rect.Dy() {
		from = c.medium // the first of the steps that scale.Down would take
	}
	c.Small = scale.Down(from, componentsSide)
}

// rgba converts a picture to premultiplied RGBA without gaps, with its corner at
// zero; a frame smaller than the canvas stands where it belongs.
func rgba(picture image.Image, canvas image.Rectangle) *image.RGBA {
	switch p := picture.(type) {
	case *image.RGBA:
		if p.Rect == canvas && p.Stride == 4*p.Rect.Dx() {
			return p
		}
	case *image.NRGBA:
		if p.Rect == canvas && p.Stride == 4*p.Rect.Dx() {
			premultiply(p.Pix)
			return &image.RGBA{Pix: p.Pix, Stride: p.Stride, Rect: p.Rect}
		}
	case *image.Paletted:
		img := image.NewRGBA(canvas)
		paint(img, p)
		return img
	}
	img := image.NewRGBA(canvas)
	draw.Draw(img, picture.Bounds(), picture, picture.Bounds().Min, draw.Src)
	return img
}

// premultiply turns straight alpha into premultiplied, in place.
func premultiply(pix []uint8) {
	for i := 0; i+4 <= len(pix); i += 4 {
		p := pix[i : i+4 : i+4]
		switch a := uint32(p[3]); a {
		case 255:
		case 0:
			p[0], p[1], p[2] = 0, 0, 0
		default:
			for j := range 3 {
				p[j] = uint8((uint32(p[j])*a + 127) / 255)
			}
		}
	}
}

// paint draws a picture with a palette; image/draw would ask for every pixel by
// interface.
func paint(img *image.RGBA, p *image.Paletted) {
	var colors [256][4]uint8
	for i, c := range p.Palette {
		r, g, b, a := c.RGBA()
		colors[i] = [4]uint8{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}
	}
	r := p.Rect.Intersect(img.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		from := p.Pix[p.PixOffset(r.Min.X, y):]
		to := img.Pix[img.PixOffset(r.Min.X, y):]
		for x := range r.Dx() {
			copy(to[4*x:4*x+4], colors[from[x]][:])
		}
	}
}

// upright turns a picture as EXIF says.
func upright(img *image.RGBA, orientation int) *image.RGBA {
	if orientation <= 1 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	turned := image.NewRGBA(image.Rect(0, 0, w, h))
	if orientation >= 5 {
		turned = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			u, v := x, y
			switch orientation {
			case 2:
				u = w - 1 - x
			case 3:
				u, v = w-1-x, h-1-y
			case 4:
				v = h - 1 - y
			case 5:
				u, v = y, x
			case 6:
				u, v = h-1-y, x
			case 7:
				u, v = h-1-y, w-1-x
			case 8:
				u, v = y, w-1-x
			}
			copy(turned.Pix[turned.PixOffset(u, v):][:4], img.Pix[img.PixOffset(x, y):][:4])
		}
	}
	return turned
}
