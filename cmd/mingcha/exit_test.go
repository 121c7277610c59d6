package main

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

func TestExitStatusTellsTheTruth(t *testing.T) {
	for _, s := range []situation{
		{name: "clean", args: "check clean.jsonl"},
		{name: "clean catalog", args: "catalog clean.jsonl"},
		{name: "a reject", args: "check clean.jsonl reject.jsonl", code: 1},
		{name: "a reject in a catalog", args: "catalog clean.jsonl reject.jsonl", code: 1},
		{name: "a reject that may be", args: "catalog reject.jsonl --fail-on none"},
		{name: "a missing second file", args: "check reject.jsonl none.csv", code: 2, says: "none.csv"},
		{name: "a missing second file of a catalog", args: "catalog reject.jsonl none.csv", code: 2, says: "none.csv"},
		{name: "a missing second file where nothing fails", args: "check clean.jsonl none.csv --fail-on none", code: 2, says: "none.csv"},
		{name: "one unreadable record of two", args: "check half.jsonl --fail-on none", code: 2, says: "half.jsonl:2"},
		{name: "one unreadable record of a catalog", args: "catalog half.jsonl --fail-on none", code: 2, says: "half.jsonl:2"},
		{name: "an array that is cut off", args: "check faulty.json --fail-on none", code: 2, says: "faulty.json"},
		{name: "a folder for a file", args: "check . --fail-on none", code: 2, says: "folder"},
		{name: "an icon that is missing", args: "check icons.jsonl --fail-on none", code: 2, says: "none.png"},
		{name: "an icon of a catalog that is missing", args: "catalog icons.jsonl --fail-on none", code: 2, says: "1 icons could not be read"},
		{name: "an icon that nobody fetches", args: "check remote.jsonl", says: "not fetched"},
		{name: "an icon by flag that is missing", args: "check --icon none.png", code: 2, says: "none.png"},
		{name: "the icon command and one of two missing", args: "icon none.png clean.jsonl", code: 2, says: "none.png"},
		{name: "no number of jobs", args: "check clean.jsonl --jobs 0", code: 2, says: "--jobs 0"},
		{name: "too many jobs", args: "catalog clean.jsonl --jobs 999999999", code: 2, says: "expected 1 to"},
		{name: "an unknown language of rules", args: "rules --lang fr", code: 2, says: "zh or en"},
		{name: "an unknown language of explain", args: "explain --lang fr", code: 2, says: "zh or en"},
		{name: "an unknown language of explain-match", args: "explain-match --lang fr 微信", code: 2, says: "zh or en"},
		{name: "an unknown language of icon", args: "icon --lang fr none.png", code: 2, says: "zh or en"},
		{name: "an unknown language of topics", args: "topics --lang fr 点餐", code: 2, says: "zh or en"},
		{name: "a rule that is not, beside one that is", args: "rules 2.5 99", code: 2, says: "no rule 99"},
		{name: "a check that is not, beside one that is", args: "explain generic-name x", code: 2, says: `no check "x"`},
		{name: "an argument of version", args: "version x", code: 2, says: "no argument"},
		{name: "a flag of version", args: "version --x", code: 2, says: "-x"},
		{name: "help", args: "help"},
		{name: "help of a command", args: "help catalog"},
		{name: "help of what is no command", args: "help cataloge", code: 2, says: "no command"},
		{name: "serve with an argument", args: "serve x", code: 2, says: "flags only"},
		{name: "serve on no address", args: "serve --addr x:y:z", code: 2, says: "--addr"},
		{name: "lists that are clean", before: listed("a.tsv", "最好\n"), args: "lint-lists lists"},
		{name: "lists with a fault", before: listed("a.tsv", "第一\n唯一\n"), args: "lint-lists lists", code: 1},
		{name: "a list that does not parse", before: listed("a.tsv", "第一\trejekt\n"), args: "lint-lists lists", code: 2},
		{name: "a folder of lists that is missing, beside one", before: listed("a.tsv", "最好\n"), args: "lint-lists none lists", code: 2, says: "none"},
		{name: "a folder without a list, beside one", before: both(listed("a.tsv", "最好\n"), folder("bare")), args: "lint-lists bare lists", code: 2, says: "bare"},
		{name: "a list for a folder", args: "lint-lists allow.tsv", code: 2, says: "not a folder"},
		{name: "a list that cannot be used", before: listed("a.tsv", "第一\trejekt\n"), args: "check clean.jsonl --lists lists", code: 2, says: "a.tsv"},
	} {
		t.Run(s.name, s.test)
	}
}

// failing is an output that is full after some bytes.
type failing struct{ left int }

var errFull = errors.New("it is full")

func (f *failing) Write(b []byte) (int, error) {
	if len(b) > f.left {
		n := f.left
		f.left = 0
		return n, errFull
	}
	f.left -= len(b)
	return len(b), nil
}

func TestAnErrorOfStandardOutputIsNeverClean(t *testing.T) {
	dir := inputs(t)
	clean := filepath.Join(dir, "clean.jsonl")
	for _, args := range [][]string{
		{"check", clean}, {"catalog", clean}, {"catalog", clean, "--format", "xlsx"}, {"check", "--name", "青禾记账"}, {"check", "--format", "html", clean},
		{"rules"}, {"rules", "--json"}, {"explain"}, {"explain", "generic-name"}, {"explain-match", "微信"}, {"explain-match", "--json", "微信"},
		{"topics", "扫码点餐"}, {"topics", "--json", "扫码点餐"}, {"version"}, {"help"}, {"check", "--help"},
	} {
		var stderr bytes.Buffer
		if code := run(&shell{strings.NewReader(""), &failing{5}, &stderr}, args); code != exitTrouble || !strings.Contains(stderr.String(), errFull.Error()) {
			t.Errorf("%v: exit %d, %s", args, code, &stderr)
		}
	}
}
