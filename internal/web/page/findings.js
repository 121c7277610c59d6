import {make} from "./dom.js";
import {changed} from "./text.js";

const shownAtOnce = 12;

// showFindings lists the findings of a field below it. Each item is
// {finding, place, title}; jump goes to a place, accept takes a rewrite.
export function showFindings(field, items, words, jump, accept) {
  const list = items.map(item => entry(field, item, words, jump, accept));
  field.list.replaceChildren(...list.slice(0, shownAtOnce));
  if (list.length > shownAtOnce) {
    const more = make("button", {type: "button", class: "more", onclick: () => {
      more.replaceWith();
      field.list.append(...list.slice(shownAtOnce));
      list[shownAtOnce].querySelector("button")?.focus();
    }}, words.more(list.length - shownAtOnce));
    field.list.append(make("li", {}, more));
  }
}

function entry(field, {finding, place, title}, words, jump, accept) {
  const what = quoted(finding, field, words);
  const quote = what === words.absent
    ? make("span", {class: "quote"}, what)
    : make("button", {type: "button", class: "quote", onclick: () => jump(field, place)}, clip(what, 40));
  return make("li", {class: "finding " + finding.severity, "data-check": finding.check, "data-rule": finding.rule},
    make("div", {class: "line"}, make("span", {class: "badge"}, words.severity[finding.severity]), quote,
      make("span", {class: "rule"}, `${ruleName(finding, words)} ${title}`)),
    make("p", {class: "message"}, finding.message),
    finding.suggestion ? make("p", {class: "suggestion"}, words.suggestion + finding.suggestion) : null,
    finding.rewrite && place ? rewrite(field, finding, place, words, accept) : null);
}

// rewrite shows what is dropped and offers to drop it.
function rewrite(field, finding, place, words, accept) {
  const before = field.value.slice(place.from, place.to), after = finding.rewrite;
  const edit = changed(before, after), around = 14;
  const from = Math.max(0, edit.start - around), to = Math.min(before.length, edit.oldEnd + around);
  const text = make("span", {class: "text"},
    from > 0 ? "…" : null, before.slice(from, edit.start),
    edit.oldEnd > edit.start ? make("del", {}, before.slice(edit.start, edit.oldEnd)) : null,
    edit.newEnd > edit.start ? make("ins", {}, after.slice(edit.start, edit.newEnd)) : null,
    before.slice(edit.oldEnd, to), to < before.length ? "…" : null);
  return make("div", {class: "rewrite"}, text,
    make("button", {type: "button", class: "primary accept", onclick: () => accept(field, place, after)}, words.accept));
}

// ruleName is how people call a rule; those of the form have no numbers of their own.
export const ruleName = (finding, words) => finding.rule.startsWith("form.") ? words.formRule : `${words.rule} ${finding.rule}`;

// quoted is what a finding is about: its text, the file of an icon, or that nothing
// is filled in.
const quoted = (finding, field, words) => finding.text || field?.file?.name || words.absent;

// whatAndWhere names a finding in a list.
export const whatAndWhere = (finding, field, words) =>
  `${field ? words.fields[field.key][0] : finding.field}${words.colon}${clip(quoted(finding, field, words), 24)}`;

export const clip = (text, most) => {
  const all = [...text];
  return all.length > most ? all.slice(0, most).join("") + "…" : text;
};

// showProblems lists all findings as ways to their places.
export function showProblems(list, items, words, jump) {
  list.replaceChildren(...items.map(({finding, field, place}) => make("li", {}, make("button", {
    type: "button", class: finding.severity, onclick: () => jump(field, place), title: finding.message,
  }, make("span", {class: "dot", "aria-hidden": "true"}),
  make("span", {class: "what"}, whatAndWhere(finding, field, words)),
  make("span", {class: "rule"}, `${words.severity[finding.severity]} ${finding.rule.startsWith("form.") ? "" : finding.rule}`)))));
}

// showManual lists the rules that a person has to check; seen are the numbers of
// those ticked off.
export function showManual(list, numbers, rules, language, seen, ticked) {
  list.replaceChildren(...numbers.map(number => {
    const rule = rules.get(number), input = make("input", {type: "checkbox", onchange: () => {
      seen[input.checked ? "add" : "delete"](number);
      ticked();
    }});
    input.checked = seen.has(number);
    return make("li", {}, make("label", {}, input, make("span", {}, `${number} ${rule?.title[language] ?? ""}`,
      rule?.look ? make("small", {}, rule.look[language]) : null)));
  }));
}
