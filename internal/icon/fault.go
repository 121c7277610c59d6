package icon

import "fmt"

// Kind says why a file gives no picture.
type Kind int

// The kinds of faults.
const (
	// Empty: the file has no bytes.
	Empty Kind = iota + 1
	// TooLarge: more than MaxBytes.
	TooLarge
	// Refused: a format that the form does not take, or none that is known.
	Refused
	// TooManyPixels: more than MaxPixels, or a JPEG file that goes over them too
	// often.
	TooManyPixels
	// Truncated: the file ends in the middle.
	Truncated
	// Broken: the file does not follow its format.
	Broken
	// Unread: the file is of an accepted format in a variant that is not read; Variant
	// says which.
	Unread
)

// Fault says why a file gives no picture, with what is known about it.
type Fault struct {
	Kind   Kind
	Format Format
	// Variant is set where Kind is Unread.
	Variant Variant
	Bytes   int
	// Width and Height are 0 where they are not known.
	Width, Height int
	// Err is what the decoder said, nil where none was asked.
	Err error
}

// Error says it in English, for logs; messages for users are worded elsewhere.
func (f *Fault) Error() string {
	switch f.Kind {
	case Empty:
		return "the file is empty"
	case TooLarge:
		return fmt.Sprintf("%d bytes, at most %d are looked at", f.Bytes, MaxBytes)
	case Refused:
		if f.Format == Unknown {
			return "no type of picture that is known"
		}
		return fmt.Sprintf("a %s file", f.Format)
	case TooManyPixels:
		return fmt.Sprintf("%s of %d x %d pixels: too many to look at", f.Format, f.Width, f.Height)
	case Truncated:
		return fmt.Sprintf("the %s file ends in the middle", f.Format)
	case Unread:
		return fmt.Sprintf("the %s file is not read: %s", f.Format, string(f.Variant))
	}
	return fmt.Sprintf("the %s file cannot be read: %v", f.Format, f.Err)
}

// Unwrap gives what the decoder said.
func (f *Fault) Unwrap() error { return f.Err }
