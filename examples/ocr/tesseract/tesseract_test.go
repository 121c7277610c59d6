package tesseract_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"github.com/mingcha-go/mingcha/examples/ocr/tesseract"
	"github.com/mingcha-go/mingcha/validate"
)

// noto is of Debian's fonts-noto-cjk.
const noto = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"

var (
	yellow = color.RGBA{255, 209, 0, 255}
	green  = color.RGBA{40, 150, 90, 255}
	red    = color.RGBA{214, 40, 30, 255}
	white  = color.RGBA{255, 255, 255, 255}
	black  = color.RGBA{20, 20, 24, 255}
)

// drawIcon draws words in the middle of a plate, a line for each.
func drawIcon(t testing.TB, side int, plate, ink color.RGBA, lines ...string) *image.RGBA {
	t.Helper()
	data, err := os.ReadFile(noto)
	if err != nil {
		t.Fatalf("%v: install fonts-noto-cjk", err)
	}
	collection, err := opentype.ParseCollection(data)
	if err != nil {
		t.Fatal(err)
	}
	const mainland = 2
	f, err := collection.Font(mainland)
	if err != nil {
		t.Fatal(err)
	}
	img := image.NewRGBA(image.Rect(0, 0, side, side))
	draw.Draw(img, img.Rect, image.NewUniform(plate), image.Point{}, draw.Src)
	const probe = 100
	widest := float64(0)
	for _, line := range lines {
		face, _ := opentype.NewFace(f, &opentype.FaceOptions{Size: probe, DPI: 72})
		widest = max(widest, float64(font.MeasureString(face, line).Round())/probe)
	}
	size := 0.78 * float64(side) / max(widest, float64(len(lines))*1.15)
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72})
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range lines {
		d := font.Drawer{Dst: img, Src: image.NewUniform(ink), Face: face}
		y := float64(side)/2 + (float64(i)-float64(len(lines))/2+0.5)*size*1.15 + size*0.36
		d.Dot = fixed.P((side-d.MeasureString(line).Round())/2, int(y))
		d.DrawString(line)
	}
	return img
}

func newReader(t testing.TB) *tesseract.Reader {
	t.Helper()
	r, err := tesseract.New(context.Background(), "")
	if err != nil {
		t.Fatalf("%v (scripts/install-tesseract.sh)", err)
	}
	return r
}

func TestIconsDrawnWithNotoAreRead(t *testing.T) {
	r := newReader(t)
	for _, test := range []struct {
		side       int
		plate, ink color.RGBA
		lines      []string
	}{
		{512, yellow, black, []string{"美团"}},
		{144, yellow, black, []string{"美团"}},
		{512, green, white, []string{"青禾"}},
		{512, green, white, []string{"青"}},
		{256, red, white, []string{"青禾", "记账"}},
		{144, green, white, []string{"微信"}},
		{200, yellow, black, []string{"美团外卖"}},
		{300, white, green, []string{"Qinghe"}},
		{144, red, white, []string{"宝"}},
	} {
		t.Run(fmt.Sprintf("%s at %d", strings.Join(test.lines, " "), test.side), func(t *testing.T) {
			got, err := r.ReadText(t.Context(), drawIcon(t, test.side, test.plate, test.ink, test.lines...))
			if err != nil {
				t.Fatal(err)
			}
			// A character that the program is not sure of may be left out; none
			// may be read that is not there.
			all := strings.Join(test.lines, "")
			read := 0
			for _, line := range got {
				if !strings.Contains(all, line) {
					t.Errorf("read %q", got)
				}
				read += len(line)
			}
			if 2*read < len(all) {
				t.Errorf("read only %q", got)
			}
		})
	}
}

func TestNothingIsReadWhereNothingIsWritten(t *testing.T) {
	r := newReader(t)
	plain := drawIcon(t, 256, green, white)
	bars := drawIcon(t, 256, green, white)
	for i := range 3 {
		draw.Draw(bars, image.Rect(60+50*i, 160-40*i, 90+50*i, 200), image.White, image.Point{}, draw.Src)
	}
	for name, icon := range map[string]image.Image{"one colour": plain, "a chart": bars, "one pixel": image.NewGray(image.Rect(0, 0, 1, 1))} {
		if got, err := r.ReadText(t.Context(), icon); err != nil || len(got) > 0 {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestTheIconHasToBelongToTheName(t *testing.T) {
	v, err := validate.New(validate.WithTextReader(newReader(t), 10*time.Second))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		word    string
		plate   color.RGBA
		foreign bool
	}{{"美团", yellow, true}, {"青", green, false}, {"青禾", green, false}} {
		var file bytes.Buffer
		if err := png.Encode(&file, drawIcon(t, 512, test.plate, white, test.word)); err != nil {
			t.Fatal(err)
		}
		report := v.Check(&validate.Submission{Name: "青禾记账", Intro: "记录每天的收支，按月统计，支持多人共享账本。", Icon: file.Bytes()})
		if len(report.IconText) == 0 {
			t.Errorf("%s: nothing read", test.word)
		}
		foreign := slices.ContainsFunc(report.Findings, func(f validate.Finding) bool {
			return f.Check == "icon-text" && f.Severity == validate.Review && f.Text == test.word
		})
		if foreign != test.foreign {
			t.Errorf("%s: %+v", test.word, report)
		}
	}
}

func TestTheProgramEndsWithItsTime(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	got, err := newReader(t).ReadText(ctx, drawIcon(t, 512, yellow, black, "美团"))
	if !errors.Is(err, context.DeadlineExceeded) || got != nil {
		t.Errorf("%q, %v", got, err)
	}
}

// program writes a shell script that answers like the program but for what it does
// with pictures.
func program(t *testing.T, does string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tesseract")
	script := "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo List:; echo chi_sim; exit 0; fi\n" + does + "\n"
	if err := os.WriteFile(path, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestProgramsThatMisbehaveAreErrors(t *testing.T) {
	for name, does := range map[string]string{
		"one that never ends":         "sleep 60",
		"one that writes without end": "yes",
		"one that fails":              "echo no such model >&2; exit 1",
	} {
		t.Run(name, func(t *testing.T) {
			r, err := tesseract.New(t.Context(), program(t, does))
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), 500*time.Millisecond)
			defer cancel()
			if got, err := r.ReadText(ctx, drawIcon(t, 144, yellow, black, "美团")); err == nil {
				t.Errorf("read %q", got)
			}
		})
	}
}

func TestAMissingProgramOrModelIsTold(t *testing.T) {
	if _, err := tesseract.New(t.Context(), "no-such-program"); err == nil || !strings.Contains(err.Error(), "tesseract-ocr") {
		t.Errorf("%v", err)
	}
	path := filepath.Join(t.TempDir(), "tesseract")
	if err := os.WriteFile(path, []byte("#!/bin/sh\necho List:\necho eng\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := tesseract.New(t.Context(), path); err == nil || !strings.Contains(err.Error(), "chi-sim") {
		t.Errorf("%v", err)
	}
}
