package lexicon

import (
	"embed"
	"io/fs"
)

//go:embed lists/*.tsv frames/*.tsv
var embedded embed.FS

// Embedded gives the lists that the library carries, as files at the top of
// the file system.
func Embedded() fs.FS { return folder("lists") }

// EmbeddedFrames gives the classes and frames that the library carries, as files at
// the top of the file system.
func EmbeddedFrames() fs.FS { return folder("frames") }

func folder(name string) fs.FS {
	sub, err := fs.Sub(embedded, name)
	if err != nil {
		panic(err) // the folder is part of the binary
	}
	return sub
}
