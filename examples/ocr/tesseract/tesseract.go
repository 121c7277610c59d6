// Package tesseract reads the words on icons with the tesseract program (Debian:
// tesseract-ocr, tesseract-ocr-chi-sim). Its Reader is a validate.TextReader.
package tesseract

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"time"

	"github.com/mingcha-go/mingcha/validate"
)

var _ validate.TextReader = (*Reader)(nil)

// Reader runs the program two or four times an icon, some 0.1 s each. It is
// safe for concurrent use: no more programs than processors run at a time, so
// that a batch does not drown the machine.
type Reader struct {
	path  string
	slots chan struct{}
}

// New looks the program up, in the PATH where path is "", and asks it for the
// Chinese model. The error says what to install.
func New(ctx context.Context, path string) (*Reader, error) {
	if path == "" {
		path = "tesseract"
	}
	found, err := exec.LookPath(path)
	if err != nil {
		return nil, fmt.Errorf("tesseract: %w: install tesseract-ocr and tesseract-ocr-chi-sim", err)
	}
	r := &Reader{path: found, slots: make(chan struct{}, runtime.GOMAXPROCS(0))}
	models, err := r.run(ctx, nil, "--list-langs")
	if err != nil {
		return nil, err
	}
	if !bytes.Contains(models, []byte("\n"+model+"\n")) {
		return nil, fmt.Errorf("tesseract: %s has no model %s: install tesseract-ocr-chi-sim", found, model)
	}
	return r, nil
}

// model is the language model; it reads Latin letters, too. Asking for eng as
// well makes Latin nonsense of Han characters.
const model = "chi_sim"

// mode is how the program takes a picture, and the sides in pixels that it is
// shown at. It was trained on lines some 40 pixels high: large characters are lost
// on it, and often read as one of their parts, surely so. Only what it reads at
// both sizes counts.
type mode struct {
	segmentation string // 6 a block of lines, 7 one line
	sides        [2]int
}

var modes = []mode{{"6", [2]int{96, 128}}, {"7", [2]int{64, 96}}}

// ReadText gives the lines that stand on an icon, as far as the program is sure
// of them; none, where there are none. It fails if the program does, or if ctx
// ends, which also ends the program.
func (r *Reader) ReadText(ctx context.Context, icon image.Image) ([]string, error) {
	select {
	case r.slots <- struct{}{}:
		defer func() { <-r.slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	ink := inkOf(icon)
	if ink == nil {
		return nil, nil
	}
	var best reading
	for _, m := range modes {
		var both [2]reading
		for i, side := range m.sides {
			table, err := r.show(ctx, ink.scaled(side), m.segmentation)
			if err != nil {
				return nil, err
			}
			both[i] = parse(table)
		}
		if got := both[0].agreed(both[1]); got.sure > best.sure {
			best = got
			if !got.doubt {
				break
			}
		}
	}
	return best.lines, nil
}

// show gives the program's table for a picture.
func (r *Reader) show(ctx context.Context, picture image.Image, segmentation string) ([]byte, error) {
	var file bytes.Buffer
	if err := png.Encode(&file, picture); err != nil {
		return nil, fmt.Errorf("tesseract: %w", err)
	}
	return r.run(ctx, &file, "stdin", "stdout", "-l", model, "--psm", segmentation, "--dpi", strconv.Itoa(dpi), "tsv")
}

const (
	// dpi is told to the program, which otherwise guesses it and says so.
	dpi = 150
	// maxOutput is what the program may say: the table of an icon has some KB.
	maxOutput = 1 << 20
	// patience is how long the program's pipes stay open after its end.
	patience = 100 * time.Millisecond
)

// run runs the program and gives its output, all of it or an error.
func (r *Reader) run(ctx context.Context, input *bytes.Buffer, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, r.path, args...)
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // its threads cost more than they give on a small picture
	cmd.WaitDelay = patience
	var stdout, stderr bounded
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if input != nil {
		cmd.Stdin = input
	}
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, fmt.Errorf("tesseract: %w", ctx.Err())
		}
		return nil, fmt.Errorf("tesseract: %w: %s", err, bytes.TrimSpace(stderr.Bytes()))
	}
	return stdout.Bytes(), nil
}

// bounded is a buffer that refuses to grow past maxOutput, which ends a program
// that writes without end.
type bounded struct{ bytes.Buffer }

var errTooMuch = errors.New("the program writes more than an icon can hold")

func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > maxOutput {
		return 0, errTooMuch
	}
	return b.Buffer.Write(p)
}
