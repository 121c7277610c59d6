package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestARunThatFailsTouchesNothing(t *testing.T) {
	for _, s := range []situation{
		{name: "a file that is missing", args: "catalog --output keep.jsonl none.csv", says: "none.csv"},
		{name: "a second file that is missing", args: "catalog --output keep.jsonl --html keep.html clean.jsonl none.csv", says: "none.csv"},
		{name: "a page alone, and a file that is missing", args: "catalog --html keep.html clean.jsonl none.csv", says: "keep.html would not be whole"},
		{name: "a file that ends in the middle", before: written("torn.xlsx", "PK\x03\x04 and no more"), args: "catalog --output keep.jsonl --html keep.html torn.xlsx clean.jsonl", says: "stays as it was"},
		{name: "no record that can be read", args: "catalog --output keep.jsonl broken.jsonl", says: "none of the 1 records"},
		{name: "misspelt columns", before: written("c.csv", "name\n青禾记账\n"), args: "catalog --output keep.jsonl --columns nmae=name c.csv", says: "nmae"},
		{name: "columns that are no pairs", args: "catalog --output keep.jsonl --columns name clean.jsonl", says: "--columns"},
		{name: "an unknown format", args: "catalog --output keep.jsonl --format docx clean.jsonl", says: "--format"},
		{name: "an unknown severity", args: "catalog --output keep.jsonl --fail-on bad clean.jsonl", says: "--fail-on"},
		{name: "an unknown check", args: "catalog --output keep.jsonl --without-check x clean.jsonl", says: `"x"`},
		{name: "an unknown flag", args: "catalog --output keep.jsonl --resum clean.jsonl", says: "-resum"},
		{name: "an extension of no format", args: "catalog --output x.docx clean.jsonl", says: ".jsonl, .ndjson, .json, .csv"},
		{name: "an extension of another format", args: "catalog --output keep.xlsx --format jsonl clean.jsonl", says: "not that of --format"},
		{name: "a workbook under another name", args: "catalog --output keep.jsonl --format xlsx clean.jsonl", says: "not that of --format"},
		{name: "an input as output", args: "catalog --output clean.jsonl clean.jsonl", says: "one of the files to check"},
		{name: "an input as page", args: "catalog --html clean.jsonl clean.jsonl", says: "one of the files to check"},
		{name: "an output past a folder that is missing", args: "catalog --output none/../x.jsonl clean.jsonl", says: "no folder"},
		{name: "an input spelt with dots", before: folder("f"), args: "catalog --output f/../clean.jsonl clean.jsonl", says: "one of the files to check"},
		{name: "an input through a link", before: linked("l.jsonl", "clean.jsonl"), args: "catalog --output l.jsonl clean.jsonl", says: "one of the files to check"},
		{name: "an output through a link to the input", before: linked("l.jsonl", "clean.jsonl"), args: "catalog --output clean.jsonl l.jsonl", says: "one of the files to check"},
		{name: "an input past a linked folder", before: both(folder("f"), both(folder("f/g"), both(linked("l", "f/g"), written("f/x.jsonl", oneClean)))), args: "catalog --output l/../x.jsonl f/x.jsonl", says: "one of the files to check"},
		{name: "an input through a hard link", before: hardLinked("h.jsonl", "clean.jsonl"), args: "catalog --output h.jsonl clean.jsonl", says: "one of the files to check"},
		{name: "an input through a linked folder", before: linked("f", "."), args: "catalog --output f/clean.jsonl clean.jsonl", says: "one of the files to check"},
		{name: "the page as output", args: "catalog --output x.html --html x.html clean.jsonl", says: "that is --output too"},
		{name: "the page as output in another case", args: "catalog --output x.html --html X.HTML clean.jsonl", says: "that is --output too"},
		{name: "the page as output, spelt otherwise", before: linked("f", "."), args: "catalog --output x.html --html ./f/x.html clean.jsonl", says: "that is --output too"},
		{name: "the page as what lies beside the output", args: "catalog --output x.jsonl --html x.jsonl.journal clean.jsonl", says: "lie beside outputs"},
		{name: "the output as what lies beside the page", args: "catalog --output x.html --html x clean.jsonl --format html --html x.html.part", says: "lie beside outputs"},
		{name: "a name as journals have", args: "catalog --output x.JOURNAL --format jsonl clean.jsonl", says: "lie beside outputs"},
		{name: "an input named as the journal", before: written("x.jsonl.journal", oneClean), args: "catalog --output x.jsonl x.jsonl.journal", says: "one of the files to check"},
		{name: "an input named as the unfinished output", before: written("x.jsonl.part", oneClean), args: "catalog --output x.jsonl x.jsonl.part", says: "one of the files to check"},
		{name: "an input named as the lock", before: written("x.jsonl.lock", oneClean), args: "catalog --output x.jsonl x.jsonl.lock", says: "one of the files to check"},
		{name: "an input named as the unfinished page", before: written("x.html.part", oneClean), args: "catalog --html x.html x.html.part", says: "one of the files to check"},
		{name: "the allow-list as page", args: "catalog --allow allow.tsv --html allow.tsv clean.jsonl", says: "the --allow list"},
		{name: "the baseline as output", args: "catalog --baseline keep.jsonl --output keep.jsonl clean.jsonl", says: "the --baseline"},
		{name: "a word list as page", before: listed("a.tsv", "最好\n"), args: "catalog --lists lists --html lists/a.tsv clean.jsonl", says: "a word list of --lists"},
		{name: "another's file named as the journal", before: written("x.jsonl.journal", "dear diary\n"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.journal is in the way"},
		{name: "another's file named as the journal, to resume", before: written("x.jsonl.journal", "dear diary\n"), args: "catalog --resume --output x.jsonl clean.jsonl", says: "x.jsonl.journal is in the way"},
		{name: "another's file named as the unfinished output", before: written("x.jsonl.part", "half"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.part is in the way"},
		{name: "another's file named as the lock", before: written("x.jsonl.lock", "locked"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.lock is in the way"},
		{name: "another's file named as the unfinished page", before: written("x.html.part", "half"), args: "catalog --output keep.jsonl --html x.html clean.jsonl", says: "x.html.part is in the way"},
		{name: "a link named as the journal", before: linked("x.jsonl.journal", "keep.html"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.journal is in the way"},
		{name: "a link to nothing named as the journal", before: linked("x.jsonl.journal", "nothing"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.journal is in the way"},
		{name: "a link named as the unfinished output", before: linked("x.jsonl.part", "keep.html"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.part is in the way"},
		{name: "a link to nothing named as the unfinished output", before: linked("x.jsonl.part", "nothing"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.part is in the way"},
		{name: "a link named as the lock", before: linked("x.jsonl.lock", "empty"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.lock is in the way"},
		{name: "a link to nothing named as the lock", before: linked("x.jsonl.lock", "nothing"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.lock is in the way"},
		{name: "a folder named as the journal", before: folder("x.jsonl.journal"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.journal is in the way"},
		{name: "a folder named as the unfinished output", before: folder("x.jsonl.part"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.part is in the way"},
		{name: "a folder named as the lock", before: folder("x.jsonl.lock"), args: "catalog --output x.jsonl clean.jsonl", says: "x.jsonl.lock is in the way"},
		{name: "a folder as output", before: folder("x.jsonl"), args: "catalog --output x.jsonl clean.jsonl", says: "a folder"},
		{name: "a folder by its slash", args: "catalog --output x.jsonl/ clean.jsonl", says: "names a folder"},
		{name: "a link to nothing as output", before: linked("x.jsonl", "nothing"), args: "catalog --output x.jsonl clean.jsonl", says: "a link to nothing"},
		{name: "a folder that is missing", args: "catalog --output none/x.jsonl clean.jsonl", says: "no folder"},
		{name: "a name that is too long for what lies beside it", args: "catalog clean.jsonl --output " + strings.Repeat("x", 244) + ".jsonl", says: "too long"},
		{name: "a file for a folder", args: "catalog --output keep.html/x.jsonl clean.jsonl", says: "keep.html"},
		{name: "a baseline that is empty", args: "catalog --output keep.jsonl --baseline empty clean.jsonl", says: "empty: it is empty"},
		{name: "a baseline that is cut off", args: "catalog --output keep.jsonl --baseline torn.jsonl clean.jsonl", says: "torn.jsonl:2"},
		{name: "a baseline that is a folder", args: "catalog --output keep.jsonl --baseline . clean.jsonl", says: "expected a file"},
		{name: "an allow-list that is missing", args: "catalog --output keep.jsonl --allow none clean.jsonl", says: "--allow none"},
	} {
		s.code = exitTrouble
		t.Run(s.name, s.test)
	}
}

func TestARunThatSucceedsReplacesWhatWasThere(t *testing.T) {
	torn := `{"journal":2,"inp`
	dead := ` {"lock":1,"pid":1,"host":"h","since":"s","command":"c","part":true}`
	for _, s := range []situation{
		{name: "output and page", args: "catalog --output keep.jsonl --html keep.html clean.jsonl", changed: "keep.html has changed, keep.jsonl has changed"},
		{name: "a workbook", args: "catalog --output keep.xlsx clean.jsonl", changed: "keep.xlsx has changed"},
		{name: "one unreadable record has its answer", args: "catalog --output keep.jsonl half.jsonl", code: 2, changed: "keep.jsonl has changed"},
		{name: "an output without an extension", args: "catalog --output new clean.jsonl", changed: "new has come"},
		{name: "another extension for a format", args: "catalog --output new.log --format jsonl clean.jsonl", changed: "new.log has come"},
		{name: "the file that a link leads to", before: linked("latest.jsonl", "keep.jsonl"), args: "catalog --output latest.jsonl clean.jsonl", changed: "keep.jsonl has changed"},
		{name: "a torn journal", before: written("keep.jsonl.journal", torn), args: "catalog --output keep.jsonl --resume clean.jsonl", changed: "keep.jsonl has changed, keep.jsonl.journal is gone"},
		{name: "a journal of nothing", before: written("keep.jsonl.journal", ""), args: "catalog --output keep.jsonl clean.jsonl", changed: "keep.jsonl has changed, keep.jsonl.journal is gone"},
		{name: "the lock of a dead run", before: written("keep.jsonl.lock", dead), args: "catalog --output keep.jsonl clean.jsonl", changed: "keep.jsonl has changed, keep.jsonl.lock is gone"},
		{name: "the torn lock of a dead run", before: written("keep.jsonl.lock", dead[:30]), args: "catalog --output keep.jsonl clean.jsonl", changed: "keep.jsonl has changed, keep.jsonl.lock is gone"},
		{name: "what a dead run was writing", before: both(written("keep.jsonl.lock", dead), written("keep.jsonl.part", "half")), args: "catalog --output keep.jsonl clean.jsonl", changed: "keep.jsonl has changed, keep.jsonl.lock is gone, keep.jsonl.part is gone"},
	} {
		t.Run(s.name, s.test)
	}
}

func TestAReplacedOutputKeepsWhoMayReadIt(t *testing.T) {
	dir := inputs(t)
	keep := filepath.Join(dir, "keep.jsonl")
	if err := os.Chmod(keep, 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := mingcha(t, "", "catalog", "--output", keep, filepath.Join(dir, "clean.jsonl")); code != exitClean {
		t.Fatal(stderr)
	}
	if info, err := os.Stat(keep); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("%v %v", info.Mode(), err)
	}
}
