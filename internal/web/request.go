package web

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strconv"
	"strings"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/validate"
)

// input is a submission as it was sent.
type input struct {
	submission *validate.Submission
	warnings   []string
}

// read reads the submission of a request.
func (s *service) read(w http.ResponseWriter, r *http.Request) (*input, *failure) {
	strict, wrong := strictly(r)
	if wrong != nil {
		return nil, wrong
	}
	deadline(w, s.limits.Time)
	r.Body = http.MaxBytesReader(w, r.Body, s.limits.Body)
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case err == nil && (kind == "application/json" || strings.HasSuffix(kind, "+json")):
		text, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, unread("", err)
		}
		return s.decode(text, strict)
	case err == nil && kind == "multipart/form-data":
		return s.readParts(r, strict)
	}
	return nil, &failure{http.StatusUnsupportedMediaType, "Content-Type", fmt.Sprintf("expected application/json or multipart/form-data, got %q", r.Header.Get("Content-Type"))}
}

// strictly tells whether unknown and repeated keys are errors.
func strictly(r *http.Request) (bool, *failure) {
	asked := r.URL.Query().Get("strict")
	if asked == "" {
		return false, nil
	}
	strict, err := strconv.ParseBool(asked)
	if err != nil {
		return false, &failure{http.StatusBadRequest, "strict", "expected true or false"}
	}
	return strict, nil
}

// decode reads JSON by the code that reads catalogs. An icon named by a path is
// refused: no file of this machine is a caller's business.
func (s *service) decode(text []byte, strict bool) (*input, *failure) {
	in := new(input)
	read := record.Decode("submission", text, record.Options{
		Strict: strict,
		Warn:   func(message string) { in.warnings = append(in.warnings, message) },
	})
	if read.Err != nil {
		return nil, &failure{http.StatusBadRequest, read.Err.Field, read.Err.Message}
	}
	in.submission = read.Submission
	if n := textBytes(text, in.submission); n > s.limits.Text {
		return nil, &failure{http.StatusRequestEntityTooLarge, "", fmt.Sprintf("the submission has %d bytes of text: expected at most %d", n, s.limits.Text)}
	}
	return in, nil
}

// textBytes is the size of a submission without the base64 of its icon.
func textBytes(text []byte, s *validate.Submission) int64 {
	return int64(len(text)) - int64(len(s.Icon)+2)/3*4
}

// readParts reads a form: the JSON is the part "submission", the picture "icon".
func (s *service) readParts(r *http.Request, strict bool) (*input, *failure) {
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, unread("Content-Type", err)
	}
	var in *input
	var icon *picture
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, unread("", err)
		}
		content, err := io.ReadAll(part)
		if err != nil {
			return nil, unread(part.FormName(), err)
		}
		var wrong *failure
		if in, icon, wrong = s.readPart(part, content, strict, in, icon); wrong != nil {
			return nil, wrong
		}
	}
	if in == nil {
		return nil, &failure{http.StatusBadRequest, "submission", "the part with the JSON of the submission is missing"}
	}
	if icon != nil {
		in.submission.Icon, in.submission.IconName = icon.data, icon.name
	}
	return in, nil
}

// picture is an icon with the name of its file.
type picture struct {
	data []byte
	name string
}

// readPart adds one part to what was read before it.
func (s *service) readPart(part *multipart.Part, content []byte, strict bool, in *input, icon *picture) (*input, *picture, *failure) {
	switch name := part.FormName(); {
	case name == "submission" && in == nil:
		in, wrong := s.decode(content, strict)
		return in, icon, wrong
	case name == "icon" && icon == nil:
		return in, &picture{content, part.FileName()}, nil
	case name == "submission" || name == "icon":
		return nil, nil, &failure{http.StatusBadRequest, name, "the part is there twice"}
	default:
		return nil, nil, &failure{http.StatusBadRequest, name, "unknown part: expected submission and icon"}
	}
}
