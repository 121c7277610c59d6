// Package evidence draws icons by code, clean and spoilt, so that the measures of
// package icon can be held against thousands of pictures without one of them being
// committed.
//
// Shapes come from the npm package simple-icons (CC0-1.0; the marks belong to
// their owners, see its DISCLAIMER.md) and from the glyphs of Debian's
// fonts-noto-cjk (OFL-1.1). scripts/fetch-simple-icons.sh fetches the former.
package evidence
