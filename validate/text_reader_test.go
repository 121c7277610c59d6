package validate_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mingcha-go/mingcha/validate"
)

// reader is a TextReader made of a function.
type reader func(ctx context.Context, icon image.Image) ([]string, error)

func (f reader) ReadText(ctx context.Context, icon image.Image) ([]string, error) {
	return f(ctx, icon)
}

// reads is a reader that always reads the same.
func reads(lines ...string) reader {
	return func(context.Context, image.Image) ([]string, error) { return lines, nil }
}

// greenIcon is a white square on green, as a PNG file.
func greenIcon(t testing.TB) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 192, 192))
	draw.Draw(img, img.Rect, image.NewUniform(color.RGBA{40, 150, 90, 255}), image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(60, 60, 130, 120), image.White, image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func ledger(t testing.TB) *validate.Submission {
	return &validate.Submission{Name: "青禾记账", Intro: "记录每天的收支，按月统计，支持多人共享账本。", Icon: greenIcon(t)}
}

func TestWordsReadOnTheIconAreCheckedLikeStatedOnes(t *testing.T) {
	for _, test := range []struct {
		name   string
		stated []string
		read   []string
		check  string // of a finding wanted; "" for none at all
		field  validate.Field
	}{
		{"another's brand does not belong to the name", nil, []string{"美团"}, "icon-text", "icon_text[0]"},
		{"it goes through the rules for marks", nil, []string{"美团"}, "brand-mark", "icon_text[0]"},
		{"so do Tencent's", nil, []string{"微信"}, "tencent-mark", "icon_text[0]"},
		{"superlatives", nil, []string{"青禾", "全网第一"}, "superlative", "icon_text[1]"},
		{"the name's first character supports it", nil, []string{"青"}, "", ""},
		{"so does its beginning", nil, []string{"青禾"}, "", ""},
		{"nothing read is nothing found", nil, nil, "", ""},
		{"what is stated is not checked twice", []string{"美团"}, []string{" 美團 "}, "icon-text", "icon_text[0]"},
		{"what is read counts on from what is stated", []string{"青禾"}, []string{"火锅外卖"}, "icon-text", "icon_text[1]"},
		{"spaces and bytes that are no text are dropped", nil, []string{"", " ", "\xff", " 美\xff团 "}, "icon-text", "icon_text[0]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := ledger(t)
			s.IconText = test.stated
			r := newValidator(t, validate.WithTextReader(reads(test.read...), time.Second)).Check(s)
			onText := slices.DeleteFunc(slices.Clone(r.Findings), func(f validate.Finding) bool {
				return !strings.HasPrefix(string(f.Field), "icon_text")
			})
			if test.check == "" {
				if len(onText) > 0 {
					t.Errorf("found %+v", onText)
				}
				return
			}
			got := findings(&validate.Report{Findings: onText}, test.check)
			if len(got) != 1 || got[0].Field != test.field {
				t.Errorf("want %s on %s once, got %+v", test.check, test.field, onText)
			}
		})
	}
}

func TestTheReportTellsWhatWasRead(t *testing.T) {
	s := ledger(t)
	s.IconText = []string{"青禾"}
	r := newValidator(t, validate.WithTextReader(reads("青 禾", "省 钱"), time.Second)).Check(s)
	if !slices.Equal(r.IconText, []string{"省 钱"}) {
		t.Errorf("%q", r.IconText)
	}
}

func TestAReaderThatFailsNeverRejects(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	for name, r := range map[string]reader{
		"an error": func(context.Context, image.Image) ([]string, error) {
			return []string{"微信"}, errors.New("out of ink")
		},
		"deaf to ctx": func(context.Context, image.Image) ([]string, error) { <-release; return []string{"微信"}, nil },
		"minding ctx": func(ctx context.Context, _ image.Image) ([]string, error) { <-ctx.Done(); return nil, ctx.Err() },
	} {
		t.Run(name, func(t *testing.T) {
			var log bytes.Buffer
			v := newValidator(t, validate.WithTextReader(r, 20*time.Millisecond), validate.WithLogger(slog.New(slog.NewTextHandler(&log, nil))))
			report := v.Check(ledger(t))
			got := findings(report, "icon-text")
			if len(got) != 1 || got[0].Severity != validate.Advice || got[0].Field != validate.FieldIcon || report.Verdict == validate.Rejected {
				t.Errorf("%+v", report)
			}
			if !strings.Contains(log.String(), "not read") {
				t.Errorf("log says %q", log.String())
			}
		})
	}
}

func TestTheReaderIsOnlyAskedAboutPictures(t *testing.T) {
	asked := 0
	v := newValidator(t, validate.WithTextReader(reader(func(_ context.Context, icon image.Image) ([]string, error) {
		asked++
		if icon.Bounds().Dx() != 192 {
			t.Errorf("picture is %v", icon.Bounds())
		}
		return nil, nil
	}), time.Second))
	for _, data := range [][]byte{nil, {}, []byte("no picture"), greenIcon(t)[:200]} {
		s := ledger(t)
		s.Icon = data
		v.Check(s)
	}
	if asked != 0 {
		t.Errorf("asked %d times about files that are no pictures", asked)
	}
	if v.Check(ledger(t)); asked != 1 {
		t.Errorf("asked %d times about one", asked)
	}
}

func TestAReaderIsCutShort(t *testing.T) {
	lines := make([]string, 5000)
	for i := range lines {
		lines[i] = strings.Repeat("青", i+1)
	}
	r := newValidator(t, validate.WithTextReader(reads(lines...), time.Second)).Check(ledger(t))
	if len(r.IconText) > 32 {
		t.Errorf("%d lines", len(r.IconText))
	}
}

func TestWithTextReaderWantsAReaderAndATime(t *testing.T) {
	for _, opt := range []validate.Option{validate.WithTextReader(nil, time.Second), validate.WithTextReader(reads(), 0)} {
		if _, err := validate.New(opt); err == nil {
			t.Error("no error")
		}
	}
}
