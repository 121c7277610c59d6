package main

import (
	"embed"

	"github.com/mingcha-go/mingcha/internal/jieba"
)

//go:embed texts
var texts embed.FS

// source is work that no module of the graph brings: the standard library, and data
// that generated tables derive from.
type source struct {
	name, licence, use string
	file, text         string // the file in texts, and what is in it
}

// dataSources gives them, with their texts.
func dataSources() ([]source, error) {
	sources := []source{
		{name: "Go standard library and runtime (https://go.dev)", licence: "BSD-3-Clause", file: "go.txt"},
		{name: "Unicode Character Database, Unihan, confusables (https://www.unicode.org)", licence: "Unicode-DFS-2016",
			use: "tables of internal/fold and internal/sound, which are modified data", file: "unicode.txt"},
		{name: "Noto Sans CJK and Noto Serif CJK (https://github.com/notofonts/noto-cjk)", licence: "OFL-1.1",
			use: "likenesses of characters in internal/shape; no outline of a font is included", file: "ofl.txt"},
		{name: jieba.Source + ", " + jieba.File, licence: jieba.Licence,
			use: "tables of internal/border and internal/rarity; the Apache License 2.0 is in LICENSE", file: "jieba.txt"},
		{name: "simple-icons (https://simpleicons.org)", licence: "CC0-1.0",
			use: "fingerprints of internal/icon/brand; the marks belong to their owners"},
	}
	for i := range sources {
		if sources[i].file == "" {
			continue
		}
		data, err := texts.ReadFile("texts/" + sources[i].file)
		if err != nil {
			return nil, err
		}
		sources[i].text = tidy(string(data))
	}
	return sources, nil
}
