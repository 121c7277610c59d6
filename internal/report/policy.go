package report

import (
	"crypto/sha256"
	"encoding/base64"
)

// Policy is the Content-Security-Policy of a page that is one file: nothing is loaded,
// and only the style and the script with the text given count, an empty one not at
// all. The page states it itself, in a meta element before both.
func Policy(style, script string) string {
	policy := "default-src 'none'; base-uri 'none'; form-action 'none'"
	if style != "" {
		policy += "; style-src " + source(style)
	}
	if script != "" {
		policy += "; script-src " + source(script)
	}
	return policy
}

// source names a text by its hash, as CSP does.
func source(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
