// Command fingerprints writes the fingerprints of the marks that package brand
// protects, drawn from simple-icons. Marks whose figure is a plain shape or a letter
// have none; it names them.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/mingcha-go/mingcha/internal/icon/brand"
	"github.com/mingcha-go/mingcha/internal/icon/evidence"
	"github.com/mingcha-go/mingcha/internal/icon/sample"
)

// Paths under the module of the evidence, where go generate runs it.
const (
	root   = "../../.."
	output = "../brand/fingerprints.bin"
	most   = 200_000   // bytes
	own    = "mingcha" // the project's own mark is not of simple-icons
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("fingerprints: ")
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	brands, err := evidence.Load(filepath.Join(root, evidence.Dir))
	if err != nil {
		return err
	}
	bySlug := map[string]*evidence.Brand{}
	for i := range brands {
		bySlug[brands[i].Slug] = &brands[i]
	}
	letters, err := evidence.Letters()
	if err != nil {
		return err
	}
	var records []byte
	for number, mark := range brand.Marks() {
		if mark.Slug == own {
			for _, p := range brand.Prints(sample.Lantern(512, sample.White, sample.Green, false)) {
				records = brand.AppendRecord(records, number, p)
			}
			continue
		}
		b := bySlug[mark.Slug]
		if b == nil {
			return fmt.Errorf("marks.tsv: simple-icons has no %s", mark.Slug)
		}
		prints := evidence.Prints(b.Path, letters)
		if len(prints) == 0 {
			fmt.Fprintf(os.Stderr, "%s: too plain\n", mark.Slug)
		}
		for _, p := range prints {
			records = brand.AppendRecord(records, number, p)
		}
	}
	if len(records) > most {
		return fmt.Errorf("%d bytes, at most %d", len(records), most)
	}
	return os.WriteFile(output, records, 0o644)
}
