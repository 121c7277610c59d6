package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
)

// formatXLSX is a format that only catalogs are written in.
const formatXLSX = "xlsx"

// extensions are those of output files, with the formats they stand for.
var extensions = map[string]string{
	"jsonl": "jsonl", "ndjson": "jsonl", "json": "json", "csv": "csv", "html": "html", "htm": "html",
	"sarif": "sarif", "txt": "text", "xlsx": formatXLSX,
}

// extensionNames are the extensions in the order in which they are told.
const extensionNames = ".jsonl, .ndjson, .json, .csv, .html, .htm, .sarif, .txt or .xlsx"

// outputFormat settles the format: what was asked for, else by the extension of
// the output; one without an extension holds JSON lines.
func (c *catalogFlags) outputFormat(terminal bool) (string, error) {
	if c.output == "" {
		if c.format != formatXLSX {
			return c.chooseFormat(terminal)
		} else if terminal {
			return "", errors.New("--format xlsx is not for a terminal: give --output FILE")
		}
		return formatXLSX, nil
	}
	ext := filepath.Ext(c.output)
	byName, known := extensions[strings.TrimPrefix(strings.ToLower(ext), ".")]
	switch {
	case c.format == "" && ext == "":
		return "jsonl", nil
	case c.format == "" && !known:
		return "", fmt.Errorf("--output %s: the extension %s stands for no format: expected %s, or --format", c.output, ext, extensionNames)
	case c.format == "":
		return byName, nil
	case known && byName != c.format && (byName == formatXLSX || c.format == formatXLSX):
		return "", fmt.Errorf("--output %s: the extension %s is not that of --format %s", c.output, ext, c.format)
	case c.format == formatXLSX:
		return formatXLSX, nil
	}
	return c.chooseFormat(false)
}
