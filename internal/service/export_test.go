package service

// What the tests of the table of papers need.
var (
	ParsePapers = parsePapers
	Papers      = papers
)
