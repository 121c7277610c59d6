"use strict";
const by = id => document.getElementById(id);
const articles = [...document.querySelectorAll("article")];
for (const key of ["severity", "rule"]) {
  const values = new Set([...document.querySelectorAll(".finding")].map(f => f.dataset[key]).filter(v => v));
  for (const v of [...values].sort((a, b) => a.localeCompare(b, undefined, {numeric: true}))) by(key).add(new Option(v, v));
}
function filter() {
  const severity = by("severity").value, rule = by("rule").value, text = by("search").value.trim();
  let count = 0;
  for (const a of articles) {
    const findings = [...a.querySelectorAll(".finding")];
    let any = findings.length === 0 && by("clean").checked && !severity && !rule;
    for (const f of findings) {
      f.hidden = (severity && f.dataset.severity !== severity) || (rule && f.dataset.rule !== rule);
      any = any || !f.hidden;
    }
    a.hidden = !any || (text && !a.dataset.text.includes(text));
    if (!a.hidden) count++;
  }
  by("count").textContent = count + " / " + articles.length + " " + by("count").dataset.shown;
}
document.querySelector("form").addEventListener("input", filter);
document.querySelector("form").addEventListener("submit", e => e.preventDefault());
filter();
