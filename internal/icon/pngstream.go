package icon

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"io"
	"slices"
)

// pngStream is a PNG file written anew from what a faulty one has: no chunk but those
// that pixels need, right checksums, as many pixels as the header says. Pixels are
// unpacked and stored a piece at a time, whatever the picture's size.
type pngStream struct {
	out     bytes.Buffer
	packed  parts
	pixels  io.Reader // unpacked; nil before the first is asked for
	left    int64     // bytes of pixels to come
	sum     hash.Hash32
	piece   []byte
	err     error
	drained bool
}

// mended begins to write the file anew.
func (f *pngFile) mended() *pngStream {
	s := &pngStream{packed: parts{slices.Clone(f.pixels)}, left: f.rawSize(), sum: adler32.New()}
	s.out.WriteString(pngSignature)
	s.chunk("IHDR", f.header)
	if f.palette != nil {
		s.chunk("PLTE", f.palette)
	}
	if f.clear != nil {
		s.chunk("tRNS", f.clear)
	}
	s.chunk("IDAT", []byte{0x78, 0x01})
	return s
}

// Read gives the next bytes of the new file.
func (s *pngStream) Read(p []byte) (int, error) {
	for s.out.Len() == 0 {
		switch {
		case s.err != nil:
			return 0, s.err
		case s.drained:
			return 0, io.EOF
		}
		s.fill()
	}
	return s.out.Read(p)
}

// fill writes a piece of the pixels, and after the last the end of the file.
func (s *pngStream) fill() {
	if s.left <= 0 {
		s.chunk("IDAT", s.sum.Sum([]byte{1, 0, 0, 0xff, 0xff})) // a last block of nothing
		s.chunk("IEND", nil)
		s.drained = true
		return
	}
	const head, most = 5, 32 << 10 // of a stored block (RFC 1951, 3.2.4)
	if s.pixels == nil {
		const zlibHead = 2 // bytes before the coded data (RFC 1950)
		if _, err := io.ReadFull(&s.packed, make([]byte, zlibHead)); err != nil {
			s.err = io.ErrUnexpectedEOF
			return
		}
		s.pixels, s.piece = flate.NewReader(&s.packed), make([]byte, head+most)
	}
	n, err := s.pixels.Read(s.piece[head:][:min(most, s.left)])
	if n > 0 {
		s.left -= int64(n)
		raw := s.piece[:head+n]
		raw[0] = 0
		binary.LittleEndian.PutUint16(raw[1:], uint16(n))
		binary.LittleEndian.PutUint16(raw[3:], ^uint16(n))
		s.sum.Write(raw[head:])
		s.chunk("IDAT", raw)
	}
	if err != nil && s.left > 0 {
		if err == io.EOF { // a proper end before the last row
			err = io.ErrUnexpectedEOF
		}
		s.err = err
	}
}

// surplus tells whether there are more pixels than were asked for, once all are read.
func (s *pngStream) surplus() bool {
	if s.pixels == nil {
		return false
	}
	n, _ := io.ReadFull(s.pixels, make([]byte, 1))
	return n > 0
}

// chunk writes a chunk with its length and checksum.
func (s *pngStream) chunk(name string, body []byte) {
	var number [4]byte
	binary.BigEndian.PutUint32(number[:], uint32(len(body)))
	s.out.Write(number[:])
	s.out.WriteString(name)
	s.out.Write(body)
	sum := crc32.Update(crc32.ChecksumIEEE([]byte(name)), crc32.IEEETable, body)
	binary.BigEndian.PutUint32(number[:], sum)
	s.out.Write(number[:])
}

// parts reads pieces of the file one after the other, also byte by byte, as flate
// wants them.
type parts struct{ left [][]byte }

// some gives the piece that is read, nil at the end.
func (p *parts) some() []byte {
	for len(p.left) > 0 && len(p.left[0]) == 0 {
		p.left = p.left[1:]
	}
	if len(p.left) == 0 {
		return nil
	}
	return p.left[0]
}

func (p *parts) ReadByte() (byte, error) {
	piece := p.some()
	if piece == nil {
		return 0, io.EOF
	}
	p.left[0] = piece[1:]
	return piece[0], nil
}

func (p *parts) Read(to []byte) (int, error) {
	piece := p.some()
	if piece == nil {
		return 0, io.EOF
	}
	n := copy(to, piece)
	p.left[0] = piece[n:]
	return n, nil
}

// rawSize gives the bytes that the pixels take when unpacked: a byte for the filter
// before each row, of seven pictures where they are interlaced.
func (f *pngFile) rawSize() (size int64) {
	width, height := int64(binary.BigEndian.Uint32(f.header)), int64(binary.BigEndian.Uint32(f.header[4:]))
	samples := map[byte]int64{pngGray: 1, pngTruecolor: 3, pngIndexed: 1, 4: 2, 6: 4}[f.header[9]]
	bits := samples * int64(f.header[8])
	rows := func(w, h int64) {
		if w > 0 && h > 0 {
			size += h * (1 + (w*bits+7)/8)
		}
	}
	if f.header[12] == 0 {
		rows(width, height)
		return size
	}
	for _, pass := range [7][4]int64{{0, 8, 0, 8}, {4, 8, 0, 8}, {0, 4, 4, 8}, {2, 4, 0, 4}, {0, 2, 2, 4}, {1, 2, 0, 2}, {0, 1, 1, 2}} {
		rows((width-pass[0]+pass[1]-1)/pass[1], (height-pass[2]+pass[3]-1)/pass[3])
	}
	return size
}
