// Command likeness measures how well package brand tells marks from others and
// writes docs/icon-brand.md. With -tune it takes the half of the pictograms that
// thresholds are set on, and prints what it would write.
package main

import (
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/mingcha-go/mingcha/internal/icon/evidence"
)

// Paths under the module of the evidence.
const (
	root = "../../.."
	page = "docs/icon-brand.md"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("likeness: ")
	tune := flag.Bool("tune", false, "measure the half for tuning, and only print")
	flag.Parse()
	half := evidence.Test
	if *tune {
		half = evidence.Tune
	}
	brands, err := evidence.Load(filepath.Join(root, evidence.Dir))
	if err != nil {
		log.Fatal(err)
	}
	m, err := measure(brands, half, rand.New(rand.NewPCG(2024, 7)))
	if err != nil {
		log.Fatal(err)
	}
	var text strings.Builder
	m.write(&text)
	if *tune {
		fmt.Print(text.String())
		return
	}
	if err := os.WriteFile(filepath.Join(root, page), []byte(text.String()), 0o644); err != nil {
		log.Fatal(err)
	}
}
