package catalog

// Bands is how many band keys a record can have. Two records whose bodies share
// the part j of their shingles (Jaccard) agree in at least one of the first 24
// with the probability 1-(1-j⁴)^24: 99.8 % at .70, 90 % at .55, 1.2 % at .15.
//
// Of a short body a small edit takes a larger part. Short ones have 12 keys more,
// by which they meet with 1-(1-j²)^12 as well: together 98.5 % at .47, which is two
// characters of twelve.
const Bands = longBands + shortBands

const (
	longBands  = 24
	shortBands = 12
	// shortBody: bodies with fewer shingles have the keys of the short bands.
	shortBody = 24
)

// rows is how many minima make the key of a band; of a short band it is two.
const rows = 4

// bands gives how many keys a body of so many shingles has.
func bands(shingles int) int {
	switch {
	case shingles == 0:
		return 0
	case shingles < shortBody:
		return Bands
	}
	return longBands
}

// BandKeys gives the keys by which records are brought together: records that
// share one are candidates. The upper byte of a key is the number of its band. A
// record without text has none. A nil sketch panics.
func (s *Sketch) BandKeys() []uint64 {
	expect(s != nil, "BandKeys of a nil *Sketch: expected one that SketchOf gave")
	keys := make([]uint64, bands(len(s.Body)))
	body := appendSpread(nil, s.Body)
	for band := range keys {
		keys[band] = uint64(band)<<56 | uint64(bandKey(band, body))
	}
	return keys
}

// appendSpread appends the bits of each shingle, which all keys are made of.
func appendSpread(body []uint64, shingles []uint16) []uint64 {
	for _, shingle := range shingles {
		body = append(body, spread[shingle])
	}
	return body
}

// bandKey gives the key of a band without its number.
func bandKey(band int, body []uint64) uint32 {
	if band >= longBands {
		m0, m1 := minima(band, body)
		return uint32(mix(m0^mix(m1)) >> 32)
	}
	h0, h1, h2, h3 := hashes[band][0], hashes[band][1], hashes[band][2], hashes[band][3]
	m0, m1, m2, m3 := ^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)
	for _, x := range body {
		m0 = min(m0, (x^h0)*multiplier)
		m1 = min(m1, (x^h1)*multiplier)
		m2 = min(m2, (x^h2)*multiplier)
		m3 = min(m3, (x^h3)*multiplier)
	}
	return uint32(mix(m0^mix(m1^mix(m2^mix(m3)))) >> 32)
}

// minima gives the first two minima of a band.
func minima(band int, body []uint64) (m0, m1 uint64) {
	h0, h1 := hashes[band][0], hashes[band][1]
	m0, m1 = ^uint64(0), ^uint64(0)
	for _, x := range body {
		m0 = min(m0, (x^h0)*multiplier)
		m1 = min(m1, (x^h1)*multiplier)
	}
	return m0, m1
}

// sortKey gives a number that is likely to be near for records with much in
// common: two minima, one before the other, that no band uses.
func sortKey(body []uint64) uint64 {
	m0, m1 := minima(Bands, body)
	return m0>>32<<32 | m1>>32
}

// multiplier is odd, so that multiplying by it permutes 64-bit numbers.
const multiplier = 0x9e3779b97f4a7c15

// hashes choose the permutation of each minimum, spread gives every shingle 64
// bits that look random. Both are fixed: keys made by different processes meet.
var (
	hashes = func() (h [Bands + 1][rows]uint64) {
		for i := range h {
			for k := range h[i] {
				h[i][k] = mix(uint64(i*rows+k+1) * multiplier)
			}
		}
		return h
	}()
	spread = func() (s [1 << 16]uint64) {
		for i := range s {
			s[i] = mix(uint64(i+1) * 0xd1342543de82ef95)
		}
		return s
	}()
)
