package bmp

import (
	"encoding/binary"
	"io"
	"math"
)

// coding is how pixels are stored.
type coding int

const (
	plain coding = iota
	runs8
	runs4
	runs24
)

// The members of a file header and of an information header by their place in the
// file, in bytes.
const (
	atOffset, atSize                = 10, 14
	atWidth, atHeight, atDepth      = 18, 22, 28
	atCompression, atUsed, atMasks  = 30, 46, 54
	atWidth12, atHeight12, at12Bits = 18, 20, 24
	fileHeader                      = 14
	core                            = 12 // size of the header of OS/2 1.x and Windows 2
)

// header is what a file tells before its pixels.
type header struct {
	width, height int
	topDown       bool
	depth         int // bits a pixel
	coding        coding
	channels      [4]channel // red, green, blue, alpha of 16 and 32 bits
	palette       [256][4]uint8
	offset        int // of the pixels, in bytes from the start of the file
}

// parse reads everything up to the pixels.
func parse(data []byte) (*header, error) {
	if len(data) >= 2 && string(data[:2]) == "BA" {
		return nil, Array
	}
	if len(data) < fileHeader+4 {
		return nil, io.ErrUnexpectedEOF
	}
	size := int(binary.LittleEndian.Uint32(data[atSize:]))
	if !knownSize(size) {
		return nil, FormatError("no header that is known")
	}
	if len(data) < fileHeader+size {
		return nil, io.ErrUnexpectedEOF
	}
	f := fields{data[:fileHeader+size]}
	h := &header{}
	if err := h.dimensions(f, size); err != nil {
		return nil, err
	}
	compression := f.long(atCompression)
	if size == core {
		compression = 0
	}
	if err := h.kind(compression); err != nil {
		return nil, err
	}
	at := fileHeader + size
	if err := h.masks(data, compression, size, &at); err != nil {
		return nil, err
	}
	return h, h.colours(data, f, size, at)
}

// knownSize tells whether a header may have so many bytes: 12 (OS/2 1.x), 16 to 64
// (OS/2 2.x may be cut short anywhere), 40, 52, 56, 108, 124 (Windows).
func knownSize(size int) bool {
	return size == core || size >= 16 && size <= 64 && size%2 == 0 || size == 108 || size == 124
}

// fields reads members of the headers; those past the end of a short one are 0.
type fields struct{ data []byte }

func (f fields) long(at int) uint32 {
	if at+4 > len(f.data) {
		return 0
	}
	return binary.LittleEndian.Uint32(f.data[at:])
}

func (f fields) short(at int) int {
	if at+2 > len(f.data) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(f.data[at:]))
}

func (h *header) dimensions(f fields, size int) error {
	if size == core {
		h.width, h.height, h.depth = f.short(atWidth12), f.short(atHeight12), f.short(at12Bits)
	} else {
		h.width, h.height, h.depth = int(int32(f.long(atWidth))), int(int32(f.long(atHeight))), f.short(atDepth)
		if h.height < 0 {
			h.topDown, h.height = true, -h.height
		}
	}
	if h.width <= 0 || h.height <= 0 || h.height > math.MaxInt32 {
		return FormatError("a side of no pixels")
	}
	return nil
}

// kind reads how pixels are stored. Numbers 3 and 4 mean other things in OS/2, told by
// the depth.
func (h *header) kind(compression uint32) error {
	switch {
	case compression == 5:
		return EmbeddedPNG
	case compression == 3 && h.depth == 1:
		return Huffman
	case compression == 4 && h.depth == 24:
		h.coding = runs24
		return nil
	case compression == 4:
		return EmbeddedJPEG
	case compression >= 11 && compression <= 13:
		return CMYK
	case h.depth == 64:
		return Deep
	}
	wide := h.depth == 16 || h.depth == 32
	switch {
	case compression == 0 && (wide || h.depth == 24 || h.depth == 1 || h.depth == 2 || h.depth == 4 || h.depth == 8):
	case (compression == 3 || compression == 6) && wide:
	case compression == 1 && h.depth == 8:
		h.coding = runs8
	case compression == 2 && h.depth == 4:
		h.coding = runs4
	default:
		return FormatError("bits a pixel and coding that do not go together")
	}
	return nil
}

// masks reads which bits of a pixel are which colour. Where no mask is given for alpha the
// fourth byte of 32 bits is padding. Chromium takes the mask of headers of 108 and 124 bytes also
// where masks are not asked for, and alpha that is 0 everywhere for what it says.
func (h *header) masks(data []byte, compression uint32, size int, at *int) error {
	masks := [4]uint32{0xff0000, 0xff00, 0xff, 0}
	if h.depth == 16 {
		masks = [4]uint32{0x7c00, 0x3e0, 0x1f, 0}
	}
	if compression == 3 || compression == 6 {
		count := 3
		if compression == 6 || size >= 56 && size != 64 {
			count = 4
		}
		place := atMasks
		if size < 52 || size == 64 {
			place = *at
			*at += 4 * count
		}
		if len(data) < place+4*count {
			return io.ErrUnexpectedEOF
		}
		for i := range count {
			masks[i] = binary.LittleEndian.Uint32(data[place+4*i:])
		}
	}
	if compression == 0 && h.depth == 32 && size >= 108 {
		masks[3] = binary.LittleEndian.Uint32(data[atMasks+12:]) &^ 0xffffff
	}
	var taken uint32
	for i, mask := range masks {
		if h.depth == 16 {
			mask &= 0xffff
		}
		if mask&taken != 0 {
			return FormatError("masks that overlap")
		}
		taken |= mask
		var ok bool
		if h.channels[i], ok = newChannel(mask); !ok {
			return FormatError("a mask with gaps")
		}
	}
	return nil
}

// colours reads the palette, which begins at a place in the file, and where the
// pixels begin. What a palette leaves out is black.
func (h *header) colours(data []byte, f fields, size, at int) error {
	entry := 4
	if size == core {
		entry = 3
	}
	used := int(f.long(atUsed))
	if size == core {
		used = 0
	}
	h.offset = int(f.long(atOffset))
	if h.depth > 8 {
		if h.offset < at {
			h.offset = at + entry*min(used, 256)
		}
		return nil
	}
	count := 1 << h.depth
	if used > 0 {
		count = min(count, used)
	}
	if h.offset < at {
		h.offset = at + entry*count
	}
	count = min(count, (min(h.offset, len(data))-at)/entry)
	if count <= 0 {
		if h.offset >= len(data) {
			return io.ErrUnexpectedEOF
		}
		return FormatError("no palette")
	}
	for i := range h.palette {
		h.palette[i] = [4]uint8{0, 0, 0, 255}
		if i < count {
			bgr := data[at+entry*i:]
			h.palette[i] = [4]uint8{bgr[2], bgr[1], bgr[0], 255}
		}
	}
	return nil
}
