package main

import (
	"maps"
	"slices"
	"strings"
)

// forms are licences by sentences that stand in each text of theirs.
var forms = []struct {
	name      string
	sentences []string
}{
	{"Apache-2.0", []string{"apache license", "version 2.0, january 2004"}},
	{"MPL-2.0", []string{"mozilla public license version 2.0"}},
	{"ISC", []string{"permission to use, copy, modify, and", "distribute this software for any purpose with or without fee is hereby granted"}},
	{"MIT", []string{"permission is hereby granted, free of charge, to any person obtaining a copy of this software", "the above copyright notice and this permission notice shall be included"}},
	{"BSD-3-Clause", []string{"redistribution and use in source and binary forms, with or without modification, are permitted", "may be used to endorse or promote products"}},
	{"BSD-2-Clause", []string{"redistribution and use in source and binary forms, with or without modification, are permitted"}},
}

// strict are sentences of licences, or of conditions added to one, that the library
// does not put up with.
var strict = []string{
	"gnu general public license version", "gnu affero general public license version", "gnu lesser general public license version",
	"server side public license", "commons clause", "business source license", "all advertising materials mentioning features",
}

// licence names the licence that a text is, "" where it is none of those that the
// library may depend on.
func licence(text string) string {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	for _, sentence := range strict {
		if strings.Contains(text, sentence) {
			return ""
		}
	}
	for _, form := range forms {
		all := true
		for _, sentence := range form.sentences {
			all = all && strings.Contains(text, sentence)
		}
		if all {
			return form.name
		}
	}
	return ""
}

func sortedKeys(names map[string]bool) []string { return slices.Sorted(maps.Keys(names)) }
