package lexicon

import (
	"embed"
	"io/fs"
)

//go:embed lists/*.tsv
var embedded embed.FS

// Embedded gives the lists that the library carries, as files at the top of
// the file system.
func Embedded() fs.FS {
	sub, err := fs.Sub(embedded, "lists")
	if err != nil {
		panic(err) // the folder is part of the binary
	}
	return sub
}
