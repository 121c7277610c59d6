package outfile

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Place is a file by its path, or an open one by what Stat says of it.
type Place struct {
	path string
	info fs.FileInfo // nil where there is no file
}

// PlaceOf gives the place of a path; a file need not be there.
func PlaceOf(path string) Place {
	info, err := os.Stat(path)
	if err != nil {
		info = nil
	}
	return Place{path, info}
}

// PlaceOfStream gives the place of a stream that is a regular file, as it is after
// < and > in a shell. Ok is false of all others, which nothing can be the same as.
func PlaceOfStream(stream any) (p Place, ok bool) {
	f, ok := stream.(*os.File)
	if !ok {
		return p, false
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return p, false
	}
	return Place{"", info}, true
}

// Same tells whether two places are one file, or would be one on some system: through
// links, hard links and other spellings of the path. Names that differ in
// case, or in how accents are put together, are one file to some systems; where
// either is there, the system itself tells, where neither is, they count as one.
func (p Place) Same(q Place) bool {
	switch {
	case p.info != nil && q.info != nil:
		return os.SameFile(p.info, q.info)
	case p.info != nil || q.info != nil:
		return false
	case p.path == "" || q.path == "":
		return false
	}
	return sameFolder(filepath.Dir(p.path), filepath.Dir(q.path)) && strings.EqualFold(norm.NFC.String(filepath.Base(p.path)), norm.NFC.String(filepath.Base(q.path)))
}

func sameFolder(a, b string) bool {
	first, errFirst := os.Stat(a)
	second, errSecond := os.Stat(b)
	if errFirst != nil || errSecond != nil {
		return filepath.Clean(a) == filepath.Clean(b)
	}
	return os.SameFile(first, second)
}
