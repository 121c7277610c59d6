package pagetest

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/mingcha-go/mingcha/internal/report"
	"github.com/mingcha-go/mingcha/internal/summary"
	"github.com/mingcha-go/mingcha/validate"
)

// items are what the pages of these tests tell of.
func items(t *testing.T) []report.Item {
	t.Helper()
	v, err := validate.New()
	if err != nil {
		t.Fatal(err)
	}
	var all []report.Item
	for _, s := range []validate.Submission{
		{ID: "a", Name: "腾迅课堂", Intro: "全国最好的在线课堂，国家级名师授课"},
		{ID: "b", Name: `<script>window.hit=1</script>微信`, Owner: validate.Owner{Name: "李雷"}},
		{ID: "c", Name: "青禾记账"},
	} {
		all = append(all, report.Item{ID: s.ID, Submission: &s, Report: v.Check(&s)})
	}
	return all
}

// show opens a page of one file, which write writes.
func show(t *testing.T, write func(io.Writer) error) *tab {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.html")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := write(file); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	p := newTab(t)
	p.do(chromedp.EmulateViewport(1280, 900), chromedp.Navigate("file://"+path), chromedp.WaitVisible(chromedp.CSS("h1")))
	return p
}

func TestTheReportIsStyledAndFiltersUnderItsPolicy(t *testing.T) {
	p := show(t, func(to io.Writer) error {
		w, err := report.New("html", to, validate.Chinese)
		if err != nil {
			return err
		}
		for _, item := range items(t) {
			if err := w.Write(item); err != nil {
				return err
			}
		}
		return w.Close()
	})
	if got := p.text("#count"); got != "2 / 3 条显示" {
		t.Errorf("shown are %q", got)
	}
	p.do(chromedp.Click(chromedp.CSS("#clean")))
	p.until(`document.getElementById("count").textContent === "3 / 3 条显示"`)
	p.do(chromedp.SendKeys(chromedp.CSS("#search"), "青禾"))
	p.until(`document.getElementById("count").textContent === "1 / 3 条显示"`)
	if got := eval[string](p, `getComputedStyle(document.querySelector(".tag.reject")).backgroundColor`); got != "rgb(180, 35, 24)" {
		t.Errorf("a reject is %s", got)
	}
	p.shot("report")
	holdsItsPolicy(p)
}

func TestTheSummaryIsStyledUnderItsPolicy(t *testing.T) {
	p := show(t, func(to io.Writer) error {
		s := summary.New(validate.Chinese, nil)
		for i, item := range items(t) {
			s.Add(i+1, item, nil)
		}
		return s.Write(to)
	})
	if got := eval[string](p, `getComputedStyle(document.querySelector("rect.reject")).fill`); got != "rgb(180, 35, 24)" {
		t.Errorf("a reject is %s", got)
	}
	if got := eval[float64](p, `document.querySelector("svg.wide").getBoundingClientRect().height`); got != 28 {
		t.Errorf("the bar is %v pixels high", got)
	}
	p.shot("summary")
	holdsItsPolicy(p)
}

// holdsItsPolicy tries what markup of a record could do if it became markup of the
// page.
func holdsItsPolicy(p *tab) {
	p.t.Helper()
	if complaints := p.complained(); len(complaints) > 0 {
		p.t.Errorf("the browser complains: %q", complaints)
	}
	p.run(`(() => {
		const script = document.createElement("script");
		script.textContent = "window.hit = 1";
		document.body.append(script);
		document.body.insertAdjacentHTML("beforeend", '<img src="data:," onerror="window.hit = 2"><p id="styled" style="color: red">x</p>');
	})()`)
	p.until(`document.querySelector("#styled") !== null`)
	if hit := eval[int](p, `new Promise(done => setTimeout(() => done(window.hit ?? 0), 100))`, chromedp.EvalAwaitPromise); hit != 0 {
		p.t.Error("a script that is not the page's has run")
	}
	if got := eval[string](p, `getComputedStyle(document.getElementById("styled")).color`); got == "rgb(255, 0, 0)" {
		p.t.Error("a style that is not the page's counts")
	}
	if len(p.complained()) == 0 {
		p.t.Error("the browser did not say that it kept a script back")
	}
}
