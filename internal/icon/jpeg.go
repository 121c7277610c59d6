package icon

import (
	"bytes"
	"cmp"
	"encoding/binary"
)

// jpegHeader is what the segments of a JPEG file tell before it is decoded
// (ITU-T T.81, annex B).
type jpegHeader struct {
	coding      byte // the marker of the frame header, 0 if there is none
	precision   int  // bits a sample
	components  int
	adobe       bool // there is a segment of Adobe's, which tells how inks are coded
	progressive bool
	ended       bool // there is an end mark
	blocks      int  // of 8 x 8 samples, in all components
	scans       int
	orientation int // EXIF, 1 if not told
	// luma is the sum of the quantisation table of the first component.
	luma int
}

// costly tells whether the file asks for more than it may: image/jpeg goes over
// the blocks once a scan, of which a small file can hold thousands, and of a
// progressive file it keeps every coefficient, 256 bytes a block.
func (h *jpegHeader) costly() bool {
	const mostKept, mostProgressive, mostBaseline = 48 << 20 / 256, 4 << 20, 1 << 20
	if h.progressive {
		return h.blocks > mostKept || h.blocks*h.scans > mostProgressive
	}
	return h.scans > 1 && h.blocks*h.scans > mostBaseline
}

// readJPEGHeader goes over the segments and the markers of scans. What is broken
// is left for the decoder to say.
func readJPEGHeader(data []byte) jpegHeader {
	h := jpegHeader{orientation: 1}
	for i := 2; i+2 <= len(data); {
		skipped := bytes.IndexByte(data[i:], 0xff) // coded data of a scan
		if skipped < 0 {
			break
		}
		i += skipped
		if i+2 > len(data) {
			break
		}
		marker := data[i+1]
		switch {
		case marker == 0xd9:
			h.ended = true
			return h
		case marker == 0xff: // padding before a marker
			i++
			continue
		case marker <= 0x01, marker >= 0xd0 && marker <= 0xd8: // without a body
			i += 2
			continue
		}
		if i+4 > len(data) {
			break
		}
		length := int(binary.BigEndian.Uint16(data[i+2:]))
		body := data[i+4 : max(i+4, min(i+2+length, len(data)))]
		h.segment(marker, body)
		i += 2 + max(length, 2)
	}
	return h
}

func (h *jpegHeader) segment(marker byte, body []byte) {
	switch marker {
	case 0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf, 0xf7:
		if h.coding == 0 && len(body) > 0 {
			h.coding, h.precision = marker, int(body[0])
		}
		h.progressive = h.progressive || marker == 0xc2
		h.frame(body)
	case 0xda:
		h.scans++
	case 0xdb:
		h.tables(body)
	case 0xee:
		h.adobe = h.adobe || bytes.HasPrefix(body, []byte("Adobe"))
	case 0xe1:
		if tiff, ok := bytes.CutPrefix(body, []byte(exifHead)); ok {
			h.orientation = cmp.Or(exifOrientation(tiff), h.orientation)
		}
	}
}

// frame counts the blocks of a frame header.
func (h *jpegHeader) frame(body []byte) {
	if len(body) < 6 || len(body) < 6+3*int(body[5]) {
		return
	}
	height, width := int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	h.components = int(body[5])
	components := body[6 : 6+3*h.components]
	wide, high, each := 1, 1, 0
	for i := 0; i < len(components); i += 3 {
		x, y := int(components[i+1]>>4), int(components[i+1]&15)
		wide, high, each = max(wide, x), max(high, y), each+x*y
	}
	units := ((width + 8*wide - 1) / (8 * wide)) * ((height + 8*high - 1) / (8 * high))
	h.blocks = units * each
}

// tables sums up table 0, which is that of luminance.
func (h *jpegHeader) tables(body []byte) {
	for len(body) > 0 {
		wide, id := int(body[0]>>4), body[0]&15 // 1 for entries of two bytes
		size := 64 * (1 + wide)
		if wide > 1 || len(body) < 1+size {
			return
		}
		if id == 0 && h.luma == 0 {
			for i := 0; i < size; i += 1 + wide {
				if wide > 0 {
					h.luma += int(body[1+i]) << 8
				}
				h.luma += int(body[1+i+wide])
			}
		}
		body = body[1+size:]
	}
}

// annexK is the sample table for luminance, K.1 of T.81.
var annexK = [64]uint8{
	16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
	18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
}

// quality is the setting of libjpeg by which table K.1 comes nearest in sum to
// that of the file; 0 if the file has no table.
func (h *jpegHeader) quality() (best int) {
	nearest := 1 << 30
	for quality := 1; quality <= 100 && h.luma > 0; quality++ {
		scale := 200 - 2*quality
		if quality < 50 {
			scale = 5000 / quality
		}
		sum := 0
		for _, k := range annexK {
			sum += min(max((int(k)*scale+50)/100, 1), 255)
		}
		if off := max(sum-h.luma, h.luma-sum); off <= nearest {
			best, nearest = quality, off
		}
	}
	return best
}
