package icon

// Variant names a kind of file within an accepted format that is not read. It is the
// error of a file that is one.
type Variant string

// The variants. Safari shows AppleCgBI, some browsers JPEGArithmetic, most of them some of
// JPEGUnusual, none the others.
const (
	AppleCgBI        Variant = "PNG optimised by Xcode (CgBI)"
	Mangled          Variant = "line ends or letters changed as if it were text"
	JPEGDeep         Variant = "more than 8 bits a colour"
	JPEGArithmetic   Variant = "arithmetic coding"
	JPEGLossless     Variant = "lossless JPEG"
	JPEGHierarchical Variant = "hierarchical JPEG"
	JPEGUnusual      Variant = "a rare kind of JPEG"
	BMPWithPNG       Variant = "a PNG file inside a BMP file"
	BMPWithJPEG      Variant = "a JPEG file inside a BMP file"
	BMPHuffman       Variant = "Huffman coding of OS/2"
	BMPCMYK          Variant = "CMYK pixels"
	BMPDeep          Variant = "64 bits a pixel"
	BMPArray         Variant = "an array of OS/2 bitmaps"
)

// Error gives the name in English.
func (v Variant) Error() string { return string(v) }

// Flaw is a fault of a file that browsers overlook, and Decode too.
type Flaw string

// The flaws.
const (
	WrongChecksum Flaw = "wrong checksum"
	SurplusPixels Flaw = "more pixel data than pixels"
	MissingEnd    Flaw = "no end mark"
	BadChunk      Flaw = "a chunk that does not fit"
	FrameOutside  Flaw = "a frame larger than the picture"
	NoSuchColour  Flaw = "colours that the palette does not have"
)

// addFlaw adds a flaw unless it is there.
func addFlaw(flaws []Flaw, flaw Flaw) []Flaw {
	for _, f := range flaws {
		if f == flaw {
			return flaws
		}
	}
	return append(flaws, flaw)
}
