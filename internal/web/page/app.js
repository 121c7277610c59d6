import {by, make} from "./dom.js";
import {ruleName, showFindings, showManual, showProblems, whatAndWhere} from "./findings.js";
import {buildForm, contents, fieldOf} from "./form.js";
import {all} from "./words.js";

const wait = {typing: 250, withIcon: 600, again: 3000}; // milliseconds

const state = {
  language: "zh", complete: false, composing: false,
  serial: 0, timer: 0, request: null,
  items: [], report: null, current: -1, // items: the findings on show, with field and place
  rules: new Map(), seen: new Set(),
};
const words = () => all[state.language];
const fields = buildForm(words, changed);

// changed is called for every edit: what was asked before is no longer wanted.
function changed(field) {
  state.serial++;
  field?.root.classList.add("stale");
  if (!state.composing) later(fields.get("icon").file ? wait.withIcon : wait.typing);
}

function later(milliseconds) {
  clearTimeout(state.timer);
  state.timer = setTimeout(check, milliseconds);
}

// While a Chinese input method is at work, the field holds letters that are not meant.
document.addEventListener("compositionstart", () => { state.composing = true; clearTimeout(state.timer); });
document.addEventListener("compositionend", () => { state.composing = false; changed(); });

async function check() {
  const serial = ++state.serial;
  state.request?.abort();
  state.request = new AbortController();
  const slow = setTimeout(() => say("", words().checking, ""), 600);
  try {
    const response = await fetch(`api/check?lang=${state.language}${state.complete ? "&complete=1" : ""}`, {method: "POST", signal: state.request.signal, ...body()});
    const answer = await response.json();
    if (serial !== state.serial) return;
    if (response.ok) show(answer); else say("review", words().refused + answer.error.message, "");
    if (response.status === 503) later(wait.again);
  } catch (error) {
    if (error.name === "AbortError" || serial !== state.serial) return;
    say("review", words().unreachable, "");
    later(wait.again);
  } finally {
    clearTimeout(slow);
  }
}

// body is the submission as JSON, and with its icon as a form of two parts. An icon
// that no platform takes is not sent: the page says so by itself.
function body() {
  const submission = JSON.stringify(contents(fields)), icon = fields.get("icon");
  if (!icon.file || icon.tooLarge()) return {headers: {"Content-Type": "application/json"}, body: submission};
  const form = new FormData();
  form.append("submission", submission);
  form.append("icon", icon.file);
  return {body: form};
}

function show(report) {
  state.report = report;
  fields.get("icon").measured(report.icon);
  const findings = [...(report.findings ?? [])];
  if (fields.get("icon").tooLarge()) {
    findings.unshift({check: "icon-format", rule: "form.icon", severity: "reject", field: "icon", start: 0, end: 0, text: fields.get("icon").file.name, message: words().iconTooLarge});
    report.verdict = "reject";
  }
  state.items = findings.map(finding => {
    const {field, index} = fieldOf(fields, finding.field);
    return {finding, field, place: field?.place(finding, index), title: state.rules.get(finding.rule)?.title[state.language] ?? ""};
  });
  state.current = -1;
  for (const field of fields.values()) {
    const items = state.items.filter(item => item.field === field);
    field.root.classList.remove("stale");
    field.show(items.map(item => item.place));
    showFindings(field, items, words(), jump, accept);
  }
  by("problems").hidden = state.items.length === 0;
  showProblems(by("problem-list"), state.items, words(), jump);
  by("next").disabled = state.items.length === 0;
  showVerdict(report);
  showPeople(report);
}

function showVerdict(report) {
  const count = severity => state.items.filter(item => item.finding.severity === severity).length;
  const note = state.complete ? words().noteComplete : words().noteFilling;
  if (!state.complete && state.items.length === 0 && Object.keys(contents(fields)).length === 0) return say("", words().empty, note);
  const counts = words().counts(count("reject"), count("review"), count("advice"));
  say(report.verdict, words()[report.verdict], counts || note);
}

function say(verdict, text, note) {
  by("verdict").className = "verdict " + verdict;
  by("verdict-mark").textContent = {pass: "✓", review: "?", reject: "✕"}[verdict] ?? "…";
  if (by("verdict-text").textContent !== text) by("verdict-text").textContent = text;
  by("verdict-note").textContent = note;
}

// showPeople lists what a person has to look at: places first, then rules.
function showPeople(report) {
  const reviews = state.items.filter(item => item.finding.severity === "review");
  by("review-list").replaceChildren(...reviews.map(({finding, field, place}) => make("li", {}, make("button", {type: "button", class: "quote review", onclick: () => jump(field, place)},
    `${words().lookAt}${words().colon}${whatAndWhere(finding, field, words())} (${ruleName(finding, words())})`))));
  const numbers = report.manual ?? [];
  by("manual").hidden = numbers.length === 0;
  const count = () => { by("manual-count").value = words().seen(numbers.filter(n => state.seen.has(n)).length, numbers.length); };
  showManual(by("manual-list"), numbers, state.rules, state.language, state.seen, count);
  count();
}

function jump(field, place) {
  if (!field) return;
  field.select(place);
  field.root.scrollIntoView({block: "center"});
}

// next goes from finding to finding.
function next() {
  if (state.items.length === 0) return;
  state.current = (state.current + 1) % state.items.length;
  const {field, place} = state.items[state.current];
  jump(field, place);
}

// accept puts a rewrite in. It was made for the text that was checked, so it waits
// while a newer text is on its way.
function accept(field, place, rewrite) {
  if (field.root.classList.contains("stale")) return;
  const before = field.value;
  field.set(rewrite, place.from, place.to);
  const after = field.value;
  toast(words().accepted, words().undo, () => { if (field.value === after) field.set(before); });
}

function toast(text, action, act) {
  const close = () => { by("toast").hidden = true; };
  by("toast").replaceChildren(make("span", {}, text), make("button", {type: "button", onclick: () => { close(); act(); }}, action));
  by("toast").hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(close, 8000);
}

function setLanguage(language) {
  state.language = language;
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = `mingcha 明察 · ${words().title}`;
  for (const l of ["zh", "en"]) by("lang-" + l).setAttribute("aria-pressed", String(l === language));
  for (const [attribute, text] of [
    ["data-text", key => words()[key]], ["data-section", key => words().sections[key]], ["data-option", key => words().options[key]],
    ["data-label", key => words().fields[key][0]], ["data-hint", key => words().fields[key][1]],
  ]) for (const element of document.querySelectorAll(`[${attribute}]`)) element.textContent = text(element.getAttribute(attribute));
  showMode();
  remember(language);
  check();
}

// remember keeps the language for the next visit, where the browser lets us.
function remember(language) {
  try { localStorage.setItem("language", language); } catch { /* private windows */ }
}
function remembered() {
  try { return localStorage.getItem("language"); } catch { return null; }
}

function showMode() {
  by("complete").textContent = state.complete ? words().filling : words().complete;
  by("complete").setAttribute("aria-pressed", String(state.complete));
}

async function checkWhole() {
  state.complete = !state.complete;
  showMode();
  await check();
  if (state.complete) next();
}

function fill(values) {
  for (const [key, field] of fields) field.fill(values[key] ?? (key === "icon" ? null : key === "categories" || key === "features" ? [] : ""));
  changed();
}

const example = {
  name: "腾迅课堂", short_name: "课堂", intro: "全国最好的在线课堂，国家级名师授课，扫码添加客服微信领红包", tags: "数学、英语、微信",
  categories: ["教育/在线教育"], "owner.kind": "enterprise", "contact.email": "service@qinghe.cn",
};

by("example").onclick = () => { fill(example); fields.get("name").input.focus(); };
by("clear").onclick = () => { fill({}); fields.get("name").input.focus(); };
by("next").onclick = next;
by("complete").onclick = checkWhole;
by("form").onsubmit = event => event.preventDefault();
for (const l of ["zh", "en"]) by("lang-" + l).onclick = () => setLanguage(l);
document.addEventListener("keydown", event => {
  if (event.key === "F8") { event.preventDefault(); next(); }
});

const get = async path => (await fetch(path)).json();
async function start() {
  for (const rule of await get("api/rules")) state.rules.set(rule.number, rule);
  setLanguage(remembered() ?? (navigator.language.startsWith("zh") ? "zh" : "en"));
  const paths = await get("api/categories");
  by("all-categories").replaceChildren(...paths.map(path => make("option", {value: path})));
}
start().catch(() => say("review", words().unreachable, ""));
