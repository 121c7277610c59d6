// Package faulty draws small picture files that are unusual, faulty or no pictures,
// each with what is expected of it. Tests, fuzzing and samples of checks share them.
package faulty

import (
	"slices"

	"github.com/mingcha-go/mingcha/internal/icon"
)

// File is a file and what icon.Decode is to make of it.
type File struct {
	// Name tells what is special; no two are the same.
	Name   string
	Data   []byte
	Format icon.Format
	// Kind is 0 for a file that is read. Variant is set with icon.Unread.
	Kind    icon.Kind
	Variant icon.Variant
	// Flaws are those that are overlooked, Frames the pictures if there are several.
	Flaws  []icon.Flaw
	Frames int
}

// Files gives all files.
func Files() []File {
	return slices.Concat(pngFiles(), gifFiles(), jpegFiles(), bmpFiles(), foreignFiles())
}

// Named gives the data of the file of that name; it panics where there is none.
func Named(name string) []byte {
	for _, f := range Files() {
		if f.Name == name {
			return f.Data
		}
	}
	panic("faulty: no file is named " + name)
}

// read is a file that is read, with the flaws that are overlooked.
func read(name string, data []byte, flaws ...icon.Flaw) File {
	return File{Name: name, Data: data, Format: icon.Sniff(data), Flaws: flaws}
}

// moving is a file of several pictures.
func moving(name string, data []byte, frames int) File {
	return File{Name: name, Data: data, Format: icon.Sniff(data), Frames: frames}
}

// unread is one that is named.
func unread(name string, data []byte, format icon.Format, variant icon.Variant) File {
	return File{Name: name, Data: data, Format: format, Kind: icon.Unread, Variant: variant}
}

func spoilt(name string, data []byte, format icon.Format, kind icon.Kind) File {
	return File{Name: name, Data: data, Format: format, Kind: kind}
}
