import {by, make} from "./dom.js";
import {characters, columns} from "./text.js";
import {TextField} from "./textfield.js";

// layout says which fields there are, in which section, and how each is filled in.
const name = {line: true, measure: columns, most: 30};
const layout = {
  basic: [["icon", "icon"], ["name", "text", name, "half"], ["short_name", "text", {line: true, measure: columns, most: 10}, "half"],
    ["intro", "text", {measure: characters, most: 120}], ["description", "text", {}]],
  place: [["categories", "rows"], ["tags", "text", {line: true, list: true}], ["icon_text", "text", {line: true, list: true}]],
  owner: [["owner.name", "text", {line: true}, "half"], ["owner.kind", "choice", ["", "individual", "enterprise", "government", "organization"], "half"],
    ["owner.licences", "text", {line: true, list: true}, "half"], ["admin_wechat", "plain", "text", "half"],
    ["contact.email", "plain", "email", "half"], ["contact.url", "plain", "url", "half"], ["contact.phone", "plain", "tel", "half"]],
  features: [["features", "checks", ["payment", "account", "ugc", "location", "game", "live", "virtual-goods"]],
    ...["test_account", "complaint_channel", "ugc_filter", "location_consent"].map(key => [key, "choice", ["", "true", "false"], "half narrow"]),
    ["authorization.mark", "plain", "text", "half"], ["authorization.document", "plain", "text", "half"]],
};

// Plain is a field whose text has no marks.
class Plain {
  constructor(key, input, changed) {
    this.key = key;
    this.input = input;
    this.box = input;
    input.id = "f-" + key;
    input.className = "plain";
    input.setAttribute("aria-describedby", `hint-${key} list-${key}`);
    input.addEventListener("input", () => changed(this));
  }
  content() {
    const value = this.input.value.trim();
    return value === "true" ? true : value === "false" ? false : value || undefined;
  }
  fill(value) { this.input.value = value; }
  place(finding) { return {start: 0, end: 0, severity: finding.severity}; }
  show(places) { this.input.setAttribute("aria-invalid", String(places.some(p => p?.severity === "reject"))); }
  select() { this.input.focus(); }
}

// Checks is a choice of several.
class Checks {
  constructor(key, values, changed) {
    this.key = key;
    this.inputs = values.map(value => make("input", {type: "checkbox", value, onchange: () => changed(this)}));
    this.box = make("div", {class: "choices", role: "group", "aria-labelledby": "label-" + key},
      ...this.inputs.map(input => make("label", {}, input, make("span", {"data-option": input.value}))));
  }
  content() {
    const chosen = this.inputs.filter(i => i.checked).map(i => i.value);
    return chosen.length ? chosen : undefined;
  }
  fill(values) { for (const i of this.inputs) i.checked = values.includes(i.value); }
  place(finding) { return {start: 0, end: 0, severity: finding.severity}; }
  show() {}
  select() { this.inputs[0].focus(); }
}

// Rows is a list of categories, one a row; a new row comes when the last is used.
class Rows {
  constructor(key, changed) {
    Object.assign(this, {key, changed, most: 5});
    this.box = make("div", {class: "rows", role: "group", "aria-labelledby": "label-" + key});
    this.fill([]);
  }
  get inputs() { return [...this.box.children]; }
  add(value = "") {
    const input = make("input", {class: "plain", list: "all-categories", "aria-labelledby": "label-" + this.key, "aria-describedby": `hint-${this.key} list-${this.key}`,
      oninput: () => { this.extend(); this.changed(this); }});
    input.value = value;
    this.box.append(input);
  }
  extend() {
    if (this.inputs.length < this.most && this.inputs.at(-1).value.trim()) this.add();
  }
  // used are the inputs that are filled in: the members of the list.
  used() { return this.inputs.filter(i => i.value.trim()); }
  content() {
    const list = this.used().map(i => i.value.trim());
    return list.length ? list : undefined;
  }
  fill(values) {
    this.box.replaceChildren();
    for (const value of values) this.add(value);
    if (values.length < this.most) this.add();
  }
  place(finding, index) { return {start: 0, end: 0, index, severity: finding.severity}; }
  show(places) {
    this.used().forEach((input, i) => input.setAttribute("aria-invalid", String(places.some(p => p?.index === i && p.severity === "reject"))));
  }
  select(place) { (this.used()[place?.index] ?? this.inputs[0]).focus(); }
}

// Icon is a picture with a preview.
class Icon {
  constructor(key, words, changed) {
    Object.assign(this, {key, words, changed, file: null, note: ""});
    this.input = make("input", {type: "file", id: "f-icon", accept: "image/*", "aria-describedby": "hint-icon list-icon icon-size", onchange: () => this.choose(this.input.files[0] ?? null)});
    this.image = make("img", {class: "preview", alt: "", id: "icon-preview"});
    this.size = make("output", {class: "hint", id: "icon-size"});
    this.remove = make("button", {type: "button", "data-text": "removeIcon", hidden: true, onclick: () => { this.fill(null); this.changed(this); this.input.focus(); }});
    this.frame = make("div", {class: "preview", "aria-hidden": "true"});
    this.image.hidden = true;
    this.facts = make("dl", {class: "facts", id: "icon-facts"});
    this.box = make("div", {class: "icon"}, this.frame, this.image, make("div", {class: "choose"}, this.input, make("label", {for: "f-icon", "data-text": "chooseIcon"}), this.remove, this.size), this.facts);
  }
  choose(file) {
    this.fill(file);
    this.changed(this);
  }
  fill(file) {
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = file ? URL.createObjectURL(file) : null;
    if (!file) this.input.value = "";
    this.file = file;
    this.size.value = "";
    this.measured(null);
    this.remove.hidden = !file;
    this.image.hidden = true;
    this.frame.hidden = false;
    if (!file) return this.image.removeAttribute("src");
    this.image.onload = () => {
      this.image.hidden = false;
      this.frame.hidden = true;
      this.size.value = this.words().iconSize(this.image.naturalWidth, this.image.naturalHeight, Math.ceil(file.size / 1024));
    };
    this.image.src = this.url;
  }
  // measured shows what the server measured of the picture, each against its limit.
  measured(icon) {
    this.facts.replaceChildren(...(this.file && icon ? icon.facts : []).map(f => make("div", {class: f.bad ? "bad" : ""},
      make("dt", {}, f.title), make("dd", {}, this.words().measure(f.value, f.limit)))));
  }
  tooLarge() { return this.file && this.file.size > 2 << 20; }
  content() {}
  place(finding) { return {start: 0, end: 0, severity: finding.severity}; }
  show() {}
  select() { this.input.focus(); }
}

function build(key, kind, options, words, changed) {
  switch (kind) {
    case "text": return new TextField(key, options, changed);
    case "plain": return new Plain(key, make("input", {type: options, autocapitalize: "off", spellcheck: "false"}), changed);
    case "choice": return new Plain(key, make("select", {}, ...options.map(value => make("option", {value, "data-option": value}))), changed);
    case "checks": return new Checks(key, options, changed);
    case "rows": return new Rows(key, changed);
    case "icon": return new Icon(key, words, changed);
  }
}

// buildForm puts the fields into the form and gives them by key.
export function buildForm(words, changed) {
  const fields = new Map();
  for (const [section, rows] of Object.entries(layout)) {
    const grid = make("div", {class: "fields"});
    for (const [key, kind, options, size = ""] of rows) {
      const field = build(key, kind, options, words, changed);
      fields.set(key, field);
      field.list = make("ul", {class: "findings", id: "list-" + key});
      const group = kind === "checks" || kind === "rows";
      field.root = make("div", {class: "field " + size, "data-key": key},
        make("div", {class: "head"},
          make(group ? "span" : "label", {class: "label", id: "label-" + key, for: group ? null : "f-" + key, "data-label": key}),
          make("span", {class: "hint", id: "hint-" + key, "data-hint": key}), field.counter),
        field.box, field.list);
      grid.append(field.root);
    }
    by("form").append(make("fieldset", {}, make("legend", {"data-section": section}), grid));
  }
  by("form").append(make("datalist", {id: "all-categories"}));
  return fields;
}

// fieldOf gives the field that a finding is about, and the index of a list's member:
// tags[1] is the second of tags, contact is shown at its first part.
export function fieldOf(fields, path) {
  const [, base, index] = /^([^[\]]*)(?:\[(\d+)\])?/.exec(path);
  const first = {contact: "contact.email", owner: "owner.name", authorizations: "authorization.mark"};
  return {field: fields.get(base) ?? fields.get(first[base.split(".")[0]]), index: index === undefined ? undefined : Number(index)};
}

// contents makes the submission.
export function contents(fields) {
  const submission = {};
  for (const [key, field] of fields) {
    const value = field.content();
    if (value === undefined || key.startsWith("authorization.")) continue;
    const [outer, inner] = key.split(".");
    if (inner) (submission[outer] ??= {})[inner] = value; else submission[key] = value;
  }
  const mark = fields.get("authorization.mark").content(), document = fields.get("authorization.document").content();
  if (mark) submission.authorizations = [{mark, document: document ?? ""}];
  return submission;
}
