// The evidence for the measures on icons is a module of its own: the library
// does not need to draw.
module github.com/mingcha-go/mingcha/internal/icon/evidence

go 1.26.0

require (
	github.com/mingcha-go/mingcha v0.0.0
	golang.org/x/image v0.47.0
)

require (
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/mingcha-go/mingcha => ../../..
