import {make} from "./dom.js";
import {fromBytes, members, moved, pieces} from "./text.js";

// TextField is a text with the places marked that findings point at. The marks
// stand on a backdrop behind the text, which wraps alike: it also gives the box its
// height, so nothing has to be scrolled in step.
export class TextField {
  // options: line (no line breaks), list (several texts in one), measure (of the
  // counter), most.
  constructor(key, options, changed) {
    Object.assign(this, {key, options, spans: [], painted: ""});
    this.input = make("textarea", {
      id: "f-" + key, rows: 1, spellcheck: "false", autocapitalize: "off", "aria-describedby": `hint-${key} list-${key}`,
      enterkeyhint: options.line ? "next" : null,
      oninput: () => { this.edited(); changed(this); },
      onkeydown: e => { if (options.line && e.key === "Enter" && !e.isComposing) e.preventDefault(); },
    });
    this.backdrop = make("div", {class: "backdrop", "aria-hidden": "true"});
    this.box = make("div", {class: options.line ? "box" : "box tall"}, this.backdrop, this.input);
    this.counter = make("output", {class: "counter", for: "f-" + key});
    this.paint();
  }

  get value() { return this.input.value; }

  // edited keeps the marks where they belong until the next report is there.
  edited() {
    if (this.options.line && /[\r\n]/.test(this.value)) {
      const at = this.input.selectionStart;
      this.input.value = this.value.replace(/[\r\n]+/g, " ");
      this.input.setSelectionRange(at, at);
    }
    this.spans = moved(this.spans, this.painted, this.value);
    this.paint();
  }

  // set replaces the text from start to end as if it had been typed, so that the
  // browser's own undo takes it back.
  set(text, start = 0, end = this.value.length) {
    this.input.focus({preventScroll: true});
    this.input.setSelectionRange(start, end);
    const done = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
    if (!done) {
      this.input.setRangeText(text, start, end, "end");
      this.edited();
    }
  }

  fill(text) {
    this.input.value = text;
    this.edited();
  }

  // content is the field's part of the submission, undefined where it is empty.
  content() {
    if (!this.options.list) return this.value || undefined;
    const list = members(this.value).map(m => m.text);
    return list.length ? list : undefined;
  }

  // place gives where a finding stands in the text; index is that of a member.
  place(finding, index) {
    const part = this.options.list ? members(this.value)[index ?? 0] : {text: this.value, start: 0};
    if (!part) return null;
    const at = fromBytes(part.text);
    return {start: part.start + at(finding.start), end: part.start + at(finding.end), from: part.start, to: part.start + part.text.length, severity: finding.severity};
  }

  show(places) {
    this.spans = places.filter(p => p && p.end > p.start);
    this.input.setAttribute("aria-invalid", String(places.some(p => p?.severity === "reject")));
    this.paint();
  }

  paint() {
    const text = this.value;
    this.painted = text;
    this.backdrop.replaceChildren(
      ...pieces(text, this.spans).map(([piece, severity]) => severity ? make("mark", {class: severity}, piece) : piece), "\u200b");
    const {measure, most} = this.options;
    if (measure) {
      const n = measure(text);
      this.counter.value = text ? `${n} / ${most}` : "";
      this.counter.classList.toggle("over", n > most);
    }
  }

  select(place) {
    this.input.focus();
    if (place) this.input.setSelectionRange(place.start, place.end);
  }
}
