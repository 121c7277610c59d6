package pagetest

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/mingcha-go/mingcha/internal/web"
	"github.com/mingcha-go/mingcha/validate"
)

// patience is how long a test waits for the page before it gives up; nothing is
// slower for it where the page is in time.
const patience = 20 * time.Second

var (
	address string          // of the server under test
	browser context.Context // of which each test is a tab
)

func TestMain(m *testing.M) {
	os.Exit(func() int {
		v, err := validate.New()
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		server := httptest.NewServer(web.NewHandler(v, web.Options{Limits: web.DefaultLimits()}))
		defer server.Close()
		address = server.URL
		path, err := exec.LookPath("chromium")
		if err != nil {
			fmt.Fprintln(os.Stderr, "no chromium: run scripts/install-chromium.sh first")
			return 1
		}
		options := append(chromedp.DefaultExecAllocatorOptions[:],
			chromedp.ExecPath(path),
			chromedp.NoSandbox, // there is none for root
			chromedp.Flag("disable-dev-shm-usage", true),
			// No name resolves: the page has to do without the network.
			chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
			chromedp.Flag("lang", "zh-CN"),
			chromedp.Env("LANG=C.UTF-8", "LANGUAGE=zh_CN"),
			chromedp.WSURLReadTimeout(patience),
		)
		allocated, cancel := chromedp.NewExecAllocator(context.Background(), options...)
		defer cancel()
		var end context.CancelFunc
		browser, end = chromedp.NewContext(allocated)
		defer end()
		if err := chromedp.Do(browser); err != nil {
			fmt.Fprintln(os.Stderr, "chromium does not start:", err)
			return 1
		}
		return m.Run()
	}())
}

// tab is the page in a tab of its own.
type tab struct {
	t   *testing.T
	ctx context.Context
	mu  sync.Mutex
	// complaints are what the browser's console says is wrong.
	complaints []string
}

// open opens the page, of a width and height in pixels, in a language.
func open(t *testing.T, width, height int64, language string) *tab {
	t.Helper()
	p := newTab(t)
	size := chromedp.EmulateViewport(width, height)
	if width < 600 {
		size = chromedp.EmulateViewport(width, height, chromedp.EmulateMobile, chromedp.EmulateTouch)
	}
	p.do(size, chromedp.Navigate(address+"/"), chromedp.WaitVisible(chromedp.CSS("#f-name")))
	p.do(chromedp.Click(chromedp.CSS("#lang-" + language)))
	p.until(`document.querySelector("#verdict-text").textContent !== "" && !document.querySelector("#manual").hidden`)
	return p
}

// newTab opens an empty tab, in which nothing may be wrong by the end of the test.
func newTab(t *testing.T) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*patience)
	t.Cleanup(cancel)
	p := &tab{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, p.hear); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if complaints := p.complained(); len(complaints) > 0 {
			t.Errorf("the browser complains: %s", strings.Join(complaints, "\n"))
		}
	})
	return p
}

// complained gives what the browser complained of since it was asked last.
func (p *tab) complained() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	complaints := p.complaints
	p.complaints = nil
	return complaints
}

// hear notes errors of scripts, and what the policy of the page kept back.
func (p *tab) hear(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		said := e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			said += " " + e.ExceptionDetails.Exception.Description
		}
		p.complaints = append(p.complaints, said)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			p.complaints = append(p.complaints, e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.t.Fatal(err)
	}
}

// until waits for a condition of the page.
func (p *tab) until(condition string) {
	p.t.Helper()
	if _, err := chromedp.Run(p.ctx, chromedp.Poll[chromedp.Void](condition, chromedp.WithPollingTimeout(patience))); err != nil {
		p.t.Fatalf("%v while waiting for %s; the page says %q", err, condition, p.text("#verdict"))
	}
}

// text gives the text of an element as it is on the screen, of all that match.
func (p *tab) text(selector string) string {
	p.t.Helper()
	return eval[string](p, fmt.Sprintf(`[...document.querySelectorAll(%q)].map(e => e.innerText).join("\n")`, selector))
}

// run evaluates an expression for what it does.
func (p *tab) run(expression string) {
	p.t.Helper()
	eval[chromedp.Void](p, expression)
}

// eval evaluates an expression of the page.
func eval[T any](p *tab, expression string, options ...chromedp.EvaluateOption) T {
	p.t.Helper()
	value, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression, options...))
	if err != nil {
		p.t.Fatalf("%v in %s", err, expression)
	}
	return value
}

// value gives what is in a field.
func (p *tab) value(field string) string {
	p.t.Helper()
	return eval[string](p, fmt.Sprintf(`document.getElementById("f-%s").value`, field))
}

// write puts text into a field at the cursor, as pasting does.
func (p *tab) write(field, text string) {
	p.t.Helper()
	p.do(chromedp.Focus(chromedp.CSS(`[id="f-`+field+`"]`)), insert(text))
}

// marks gives the marked parts of a field.
func (p *tab) marks(field string) []string {
	p.t.Helper()
	return eval[[]string](p, fmt.Sprintf(`[...document.querySelectorAll('[data-key="%s"] mark')].map(m => m.textContent)`, field))
}

// findings gives the selector of the findings of a field.
func findings(field string) string { return `[data-key="` + field + `"] .finding` }

// shot writes a picture of the page for a person to look at, if PAGE_SHOTS names
// a folder.
func (p *tab) shot(name string) {
	p.t.Helper()
	folder := os.Getenv("PAGE_SHOTS")
	if folder == "" {
		return
	}
	png, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(folder+"/"+name+".png", png, 0o644); err != nil {
		p.t.Fatal(err)
	}
}
