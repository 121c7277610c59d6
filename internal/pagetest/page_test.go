package pagetest

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// insert puts in text at the cursor, all at once.
func insert(text string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.InsertText, input.InsertTextParams{Text: text})
		return err
	})
}

func TestALookAlikeIsMarkedAndExplainedWhileOneTypes(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	p.do(chromedp.SendKeys(chromedp.CSS("#f-name"), "腾迅课堂"))
	p.until(`document.querySelector('[data-key="name"] mark.reject')?.textContent === "腾迅"`)
	if got := p.text(findings("name")); !strings.Contains(got, "读音相同") || !strings.Contains(got, "规则 8.3") || !strings.Contains(got, "换成自己的品牌") || !strings.Contains(got, "必须改") {
		t.Errorf("the finding says %q", got)
	}
	if got := p.text("#verdict-text"); got != "这样提交会被驳回" {
		t.Errorf("the verdict says %q", got)
	}
	// The mark lies where the two characters are drawn: the backdrop wraps alike.
	inside := eval[bool](p, `(() => {
		const box = document.getElementById("f-name").getBoundingClientRect(), mark = document.querySelector('[data-key="name"] mark').getBoundingClientRect();
		return mark.left >= box.left && mark.right <= box.right && mark.top >= box.top && mark.bottom <= box.bottom && mark.width > 20;
	})()`)
	if !inside {
		t.Error("the mark does not lie in the field")
	}
}

func TestMarksStayAtTheirWordsAmongWideCharacters(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	p.write("intro", "👩🌾𠮷é全国最好的课堂，ok国家级名师")
	p.until(`document.querySelectorAll('[data-key="intro"] mark').length === 2`)
	if got := p.marks("intro"); !slices.Equal(got, []string{"最好", "国家级"}) {
		t.Errorf("marks %q", got)
	}
	// An edit before them moves them at once, before the next report is there.
	moved := eval[[]string](p, `(() => {
		const field = document.getElementById("f-intro");
		field.setRangeText("新", 0, 0);
		field.dispatchEvent(new Event("input", {bubbles: true}));
		return [...document.querySelectorAll('[data-key="intro"] mark')].map(m => m.textContent);
	})()`)
	if !slices.Equal(moved, []string{"最好", "国家级"}) {
		t.Errorf("after an edit: marks %q", moved)
	}
}

func TestARewriteIsAcceptedAndTakenBack(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	const before, after = "在线课堂，国家级名师授课", "在线课堂，名师授课"
	p.write("intro", before)
	p.do(chromedp.WaitVisible(chromedp.CSS(`[data-key="intro"] .accept`)))
	if got := p.text(`[data-key="intro"] .rewrite del`); got != "国家级" {
		t.Errorf("dropped would be %q", got)
	}
	p.do(chromedp.Click(chromedp.CSS(`[data-key="intro"] .accept`)))
	p.until(`document.querySelectorAll('[data-key="intro"] .finding').length === 0`)
	if got := p.value("intro"); got != after {
		t.Errorf("the intro is %q", got)
	}
	if got := p.text("#verdict-text"); got != "没有发现问题" {
		t.Errorf("the verdict says %q", got)
	}
	p.do(chromedp.Click(chromedp.CSS("#toast button")))
	p.until(`document.querySelectorAll('[data-key="intro"] .finding').length === 1`)
	if got := p.value("intro"); got != before {
		t.Errorf("taken back, the intro is %q", got)
	}
}

func TestARewriteOfOneTagLeavesTheOthers(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	p.write("tags", "数学、 微信，英语")
	p.until(`document.querySelector('[data-key="tags"] mark')?.textContent === "微信"`)
	if got := p.text(findings("tags")); strings.Count(got, "必须改") != 1 {
		t.Errorf("findings %q", got)
	}
}

func TestTheLanguageIsSwitchedWithoutLosingWhatWasTyped(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	p.write("name", "腾迅课堂")
	p.until(`document.querySelector('[data-key="name"] .message')?.textContent.includes("读音相同")`)
	p.do(chromedp.Click(chromedp.CSS("#lang-en")))
	p.until(`document.querySelector('[data-key="name"] .message')?.textContent.includes("read the same")`)
	if got := p.text("body"); !strings.Contains(got, "This would be refused") || strings.Contains(got, "下一处") || strings.Contains(got, "undefined") {
		t.Errorf("the page says %q", got)
	}
	lang := eval[string](p, `document.documentElement.lang`)
	if lang != "en" || p.value("name") != "腾迅课堂" {
		t.Errorf("language %q, name %q", lang, p.value("name"))
	}
	p.do(chromedp.Reload(), chromedp.WaitVisible(chromedp.CSS("#f-name")))
	p.until(`document.querySelector("#verdict-text").textContent.startsWith("Start typing")`)
}

func TestFiveThousandCharactersArePasted(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	text := strings.Repeat("记录每天的收支，按月统计并画成图表。", 273) + "国家级名师授课。" + strings.Repeat("数据可以导出，也能同步到另一台手机。", 5)
	p.write("description", text)
	p.until(`document.querySelector('[data-key="description"] mark')?.textContent === "国家级"`)
	if got := p.value("description"); got != text || len([]rune(got)) < 5000 {
		t.Errorf("%d characters in the field", len([]rune(got)))
	}
	// The box stays within its height, and the marked place is gone to by a click.
	p.do(chromedp.Click(chromedp.CSS(`[data-key="description"] .quote`)))
	selected := eval[string](p, `(() => { const f = document.getElementById("f-description"); return f.value.slice(f.selectionStart, f.selectionEnd); })()`)
	if selected != "国家级" {
		t.Errorf("selected is %q", selected)
	}
	height := eval[float64](p, `document.getElementById("f-description").closest(".box").getBoundingClientRect().height`)
	if height > 400 {
		t.Errorf("the box is %v pixels high", height)
	}
	p.shot("5000")
}

func TestMarkupIsShownAsText(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	const markup = `<img src=x onerror="window.hit=1"><script>window.hit=1</script>`
	p.write("name", markup)
	p.write("intro", markup+"国家级<b>名师</b>")
	p.write("tags", markup+"、微信<i>")
	p.write("owner.name", markup)
	p.until(`document.querySelectorAll('[data-key="intro"] .finding').length > 0 && document.querySelectorAll('[data-key="name"] .finding').length > 0`)
	foreign := eval[int](p, `document.querySelectorAll("main script, main b, main i, main img:not(#icon-preview)").length + (window.hit ?? 0)`)
	if foreign != 0 {
		t.Error("markup became elements")
	}
	if got := p.text(`[data-key="intro"] .backdrop`); !strings.HasPrefix(got, markup) {
		t.Errorf("the backdrop shows %q", got)
	}
}

func TestTheWholeIsCheckedBeforeItIsHandedIn(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	p.write("name", "青禾记账")
	p.until(`document.querySelector("#verdict-text").textContent === "没有发现问题"`)
	p.do(chromedp.Click(chromedp.CSS("#complete")))
	p.until(`document.querySelector('[data-key="intro"] .finding.reject') !== null`)
	if got := p.text("#problem-list"); !strings.Contains(got, "功能介绍：没有填写") {
		t.Errorf("to deal with: %q", got)
	}
	focused := eval[string](p, `document.activeElement.id`)
	if focused != "f-intro" {
		t.Errorf("the cursor is in %q", focused)
	}
	p.do(chromedp.Click(chromedp.CSS("#complete")))
	p.until(`document.querySelectorAll(".finding").length === 0`)
}

func TestThePageIsUsedByKeyboardAlone(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	p.write("name", "腾迅课堂")
	p.write("intro", "在线课堂，国家级名师授课")
	p.until(`document.querySelectorAll(".finding").length === 2`)
	for _, want := range []string{"腾迅", "国家级", "腾迅"} {
		p.do(chromedp.KeyEvent(kb.F8))
		selected := eval[string](p, `document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)`)
		if selected != want {
			t.Errorf("selected is %q, want %q", selected, want)
		}
	}
	// From the intro, tabs lead over its finding to the rewrite.
	p.do(chromedp.Focus(chromedp.CSS("#f-intro")), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter))
	p.until(`document.getElementById("f-intro").value === "在线课堂，名师授课"`)
}

func TestRulesForAPersonAreTickedOff(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	if got := p.text("#manual-list"); !strings.Contains(got, "1.4 审核时按要求补充材料") || strings.Count(got, "\n") < 50 {
		t.Errorf("the list says %q", got)
	}
	p.do(chromedp.Click(chromedp.CSS("#manual-list input")))
	before := p.text("#manual-count")
	p.write("name", "青禾记账")
	p.until(`document.querySelector("#verdict-text").textContent === "没有发现问题"`)
	if got := p.text("#manual-count"); !strings.HasPrefix(got, "已看 1 / ") || got != before {
		t.Errorf("counted %q, before %q", got, before)
	}
}

func TestAnIconIsShownAndSent(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	p.write("name", "腾迅课堂")
	p.run(`(async () => {
		const canvas = new OffscreenCanvas(200, 200), c = canvas.getContext("2d");
		c.fillStyle = "#0f766e"; c.fillRect(0, 0, 200, 200);
		const files = new DataTransfer();
		files.items.add(new File([await canvas.convertToBlob()], "图标.png", {type: "image/png"}));
		const input = document.getElementById("f-icon"), fetched = window.fetch;
		window.fetch = (path, options) => { window.sent = options.body; return fetched(path, options); };
		input.files = files.files;
		input.dispatchEvent(new Event("change", {bubbles: true}));
	})(), true`)
	p.until(`document.getElementById("icon-size").value.startsWith("200×200")`)
	p.until(`window.sent instanceof FormData && window.sent.get("icon").name === "图标.png" && document.querySelector('[data-key="name"] mark') !== null`)
	// A plain square is nearly empty: the finding and the measure say so.
	p.until(`document.querySelectorAll("#icon-facts div").length > 5 && document.querySelector("#icon-facts .bad") !== null`)
	p.until(`document.querySelector("#list-icon .quote")?.textContent === "图标.png"`)
	p.do(chromedp.Click(chromedp.CSS(`[data-text="removeIcon"]`)))
	p.until(`typeof window.sent === "string" && document.querySelectorAll("#icon-facts div").length === 0`)
}

func TestAServerThatIsGoneIsToldAndTriedAgain(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	p.run(`window.kept = window.fetch; window.fetch = () => Promise.reject(new TypeError("gone")); true`)
	p.write("name", "腾迅课堂")
	p.until(`document.querySelector("#verdict-text").textContent.includes("没有回应")`)
	p.run(`window.fetch = window.kept; true`)
	p.until(`document.querySelector('[data-key="name"] mark') !== null`)
}

func TestThePageFitsAPhone(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		p := open(t, 390, 844, language)
		p.shot("phone-empty-" + language)
		p.do(chromedp.Click(chromedp.CSS("#example")))
		p.until(`document.querySelectorAll(".finding").length > 3`)
		over := eval[float64](p, `document.documentElement.scrollWidth - window.innerWidth`)
		if over > 0 {
			t.Errorf("%s: the page is %v pixels too wide", language, over)
		}
		// What is tapped is large enough for a finger.
		small := eval[string](p, `[...document.querySelectorAll("button.primary, #next, .languages button, .problems button")].filter(b => b.getBoundingClientRect().height < 28).map(b => b.textContent).join()`)
		if small != "" {
			t.Errorf("%s: too small to tap: %s", language, small)
		}
		p.shot("phone-" + language)
		p.do(chromedp.Click(chromedp.CSS("#next")))
		p.shot("phone-next-" + language)
	}
}

// The picture of docs/page.png is taken here.
func TestTheExampleShowsWhatThePageDoes(t *testing.T) {
	p := open(t, 1280, 1000, "zh")
	p.shot("desktop-empty")
	p.do(chromedp.Click(chromedp.CSS("#example")))
	p.until(`document.querySelectorAll(".finding").length > 3`)
	if got := p.text("#problem-list"); !strings.Contains(got, "名称：腾迅") || !strings.Contains(got, "功能介绍：最好") || !strings.Contains(got, "搜索标签：微信") {
		t.Errorf("to deal with: %q", got)
	}
	p.run(`document.activeElement.blur(), scrollTo(0, 0)`)
	p.shot("page")
}

// The letters that a Chinese input method composes from are no text yet.
func TestLettersOfAnInputMethodAreNotChecked(t *testing.T) {
	p := open(t, 1280, 900, "zh")
	p.run(`window.asked = 0, window.kept = window.fetch, window.fetch = (...a) => { window.asked++; return window.kept(...a); }, true`)
	p.do(chromedp.Focus(chromedp.CSS("#f-name")), compose("weixin"))
	// An answer to what is asked after it would come after that to the composition.
	if got := p.value("name"); got != "weixin" {
		t.Fatalf("composing shows %q", got)
	}
	if asked := eval[int](p, `new Promise(done => setTimeout(() => done(window.asked), 500))`, chromedp.EvalAwaitPromise); asked != 0 {
		t.Errorf("asked %d times while composing", asked)
	}
	p.do(insert("青禾记账"))
	p.until(`window.asked === 1 && document.querySelector("#verdict-text").textContent === "没有发现问题"`)
	if got := p.value("name"); got != "青禾记账" {
		t.Errorf("composed is %q", got)
	}
}

func compose(text string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		n := int64(len(text))
		_, err := cdp.Call(ctx, t, input.ImeSetComposition, input.ImeSetCompositionParams{Text: text, SelectionStart: n, SelectionEnd: n})
		return err
	})
}

// Colours follow the system, and every word stays readable: the contrast of text is at
// least 4.5 to 1 (WCAG 2.2, 1.4.3).
func TestTextIsReadableInLightAndDark(t *testing.T) {
	for _, scheme := range []string{"light", "dark"} {
		p := open(t, 1280, 1000, "zh")
		p.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
			return err
		}))
		p.do(chromedp.Click(chromedp.CSS("#example")))
		p.until(`document.querySelectorAll(".finding").length > 3`)
		p.run(`scrollTo(0, 0)`)
		p.shot("scheme-" + scheme)
		if poor := eval[[]string](p, contrast); len(poor) > 0 {
			t.Errorf("%s: hard to read: %q", scheme, poor)
		}
	}
}

// contrast gives the words whose contrast to what is behind them is too low.
const contrast = `(() => {
	const rgb = s => s.match(/[\d.]+/g).map(Number);
	const light = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
	const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
	const poor = new Set();
	for (const e of document.querySelectorAll("body *")) {
		const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
		if (!own || e.closest(".backdrop, [hidden], noscript, datalist, script") || e.disabled || !e.checkVisibility()) continue;
		const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
		if ((a + .05) / (b + .05) < 4.5) poor.add(e.tagName + "." + e.className + " " + e.textContent.slice(0, 12));
	}
	return [...poor];
})()`
