package icon

import "encoding/binary"

// exifHead stands before EXIF data in a JPEG file (EXIF 2.3, 4.7.2).
const exifHead = "Exif\x00\x00"

// exifOrientation reads tag 0x0112 of the first directory of EXIF data, which
// begins with the header of a TIFF file (EXIF 2.3, 4.6.4); 0 where it is not told.
func exifOrientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 0
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < 12 {
			return 0
		}
		if order.Uint16(entries) == 0x0112 {
			if o := int(order.Uint16(entries[8:])); o >= 1 && o <= 8 {
				return o
			}
			return 0
		}
		entries = entries[12:]
	}
	return 0
}
