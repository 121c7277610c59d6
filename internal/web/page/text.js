// Places in texts. Reports count in bytes of UTF-8, the page in units of UTF-16.

// fromBytes gives a function from byte offsets in a text to its own offsets. A lone
// surrogate reaches the server as U+FFFD, which is three bytes as well.
export function fromBytes(text) {
  if (/^[\x00-\x7f]*$/.test(text)) return at => Math.min(at, text.length);
  const bytes = [0], units = [0];
  let b = 0, u = 0;
  for (const c of text) {
    const code = c.codePointAt(0);
    b += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    u += c.length;
    bytes.push(b);
    units.push(u);
  }
  return at => {
    let low = 0, high = bytes.length - 1; // the last border that is not behind at
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (bytes[middle] <= at) low = middle; else high = middle - 1;
    }
    return units[low];
  };
}

// changed gives where two texts differ: what stands from start to oldEnd in the one
// stands from start to newEnd in the other.
export function changed(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0, same = 0;
  while (start < most && before[start] === after[start]) start++;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
  if (same > 0 && isLow(before.charCodeAt(before.length - same))) same--;
  return {start, oldEnd: before.length - same, newEnd: after.length - same};
}

const isHigh = unit => unit >= 0xd800 && unit < 0xdc00;
const isLow = unit => unit >= 0xdc00 && unit < 0xe000;

// moved gives the spans of a text after an edit, without those that it touched.
export function moved(spans, before, after) {
  const edit = changed(before, after), by = edit.newEnd - edit.oldEnd;
  return spans.flatMap(span =>
    span.end <= edit.start ? [span] :
    span.start >= edit.oldEnd ? [{...span, start: span.start + by, end: span.end + by}] : []);
}

// pieces cuts a text at the ends of spans: [text, severity or ""]; where spans
// overlap the gravest counts.
export function pieces(text, spans) {
  const grave = ["", "advice", "review", "reject"];
  const cuts = [...new Set([0, text.length, ...spans.flatMap(s => [s.start, s.end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i];
    const over = spans.filter(s => s.start < end && s.end > start).map(s => grave.indexOf(s.severity));
    return [text.slice(start, end), grave[Math.max(0, ...over)]];
  });
}

// members takes a text apart that holds several: [{text, start}].
export function members(text) {
  return [...text.matchAll(/[^、，,；;\n]+/g)].flatMap(m => {
    const trimmed = m[0].trim();
    return trimmed ? [{text: trimmed, start: m.index + m[0].indexOf(trimmed)}] : [];
  });
}

// columns measures as the platform's form does: a Han character is two wide.
export function columns(text) {
  let n = 0;
  for (const c of text) n += wide.test(c) ? 2 : 1;
  return n;
}
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

// characters counts code points.
export const characters = text => [...text].length;
