package main

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// catalogCheck is the pipeline. The records of a catalog are numbered through all
// its files, as in "mingcha catalog"; the number is the key that everything is
// joined by.
//
//	files ── read ──┬── records ── sketch ── members ─┬─ band keys ── GroupByKey ── pairs ── groups ─┐
//	                │      │                          └──────────────── by group ── GroupByKey ──────┤
//	                │      └──────────────────────────── CoGroupByKey ── check and amend ◄─ repeats ─┘
//	                └── bad records                            │
//	                        └──────────── write ◄──────────────┘
type catalogCheck struct {
	// Files are those of the catalog, in its order.
	Files []string
	// Output is a folder. Every file gets two: part-… has the answers, one JSON
	// object a record in the order of the input, bad-… what could not be read.
	Output string
	// Columns map the names of fields to those that the catalog uses.
	Columns  map[string]string
	Settings settings
}

func (c catalogCheck) build(s beam.Scope) {
	records, bad := read(s, c.Files, c.Columns)
	members := beam.ParDo(s, &sketchFn{}, records)
	answers := check(s, c.Settings, records, findRepeats(s, members), findTaken(s, members))
	write(s, c.Output, "part", len(c.Files), answers)
	write(s, c.Output, "bad", len(c.Files), bad)
}
