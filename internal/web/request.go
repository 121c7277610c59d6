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
	// text and picture are how many bytes were sent: all but the data of the icon, and that.
	text, picture int64
}

// isForm tells whether a request is a form, not JSON; it fails for what is neither.
func isForm(r *http.Request) (bool, *failure) {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case err == nil && (kind == "application/json" || strings.HasSuffix(kind, "+json")):
		return false, nil
	case err == nil && kind == "multipart/form-data":
		return true, nil
	}
	return false, &failure{http.StatusUnsupportedMediaType, "Content-Type", fmt.Sprintf("expected application/json or multipart/form-data, got %q", r.Header.Get("Content-Type"))}
}

// read reads the submission of a request from its body.
func (s *service) read(r *http.Request, sent *body) (*input, *failure) {
	form, wrong := isForm(r)
	if wrong != nil {
		return nil, wrong
	}
	strict, wrong := strictly(r)
	switch {
	case wrong != nil:
		return nil, wrong
	case form:
		return s.readParts(r, sent, strict)
	case !errors.Is(sent.err, io.EOF):
		return nil, unread("", sent.err)
	}
	return s.decode(sent.bytes, strict)
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
	w := s.weigh(text)
	if wrong := s.tooMuchText(text, w); wrong != nil {
		return nil, wrong
	}
	in := &input{text: w.text, picture: int64(len(text)) - w.text}
	read := record.Decode("submission", text, record.Options{
		Strict: strict,
		Warn:   func(message string) { in.warnings = append(in.warnings, message) },
	})
	if read.Err != nil {
		return nil, &failure{http.StatusBadRequest, read.Err.Field, read.Err.Message}
	}
	in.submission = read.Submission
	return in, nil
}

// readParts reads a form: the JSON is the part "submission", the picture "icon".
func (s *service) readParts(r *http.Request, sent *body, strict bool) (*input, *failure) {
	r.Body = io.NopCloser(sent)
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
	return s.together(in, icon, int64(len(sent.bytes)))
}

// together makes one submission of the parts of a form that has so many bytes. What is
// around its parts, and the name of the file, are text as well.
func (s *service) together(in *input, icon *picture, sent int64) (*input, *failure) {
	in.text = sent - in.picture
	if icon != nil {
		if in.picture > 0 || in.submission.Icon != nil {
			return nil, &failure{http.StatusBadRequest, "icon", "the icon is there twice: in the submission, and as a part"}
		}
		in.submission.Icon, in.submission.IconName = icon.data, icon.name
		in.text -= int64(len(icon.data))
	}
	if in.text > s.limits.Text {
		field := ""
		if icon != nil && int64(len(icon.name)) > in.text/2 {
			field = "icon"
		}
		return nil, &failure{http.StatusRequestEntityTooLarge, field, fmt.Sprintf(
			"the form has %d bytes besides the data of its icon: expected at most %d", in.text, s.limits.Text)}
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
