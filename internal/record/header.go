package record

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// headed is a header that is being read: what its columns are.
type headed struct {
	cells   []string
	columns []named
	// of gives the column of a field.
	of map[*key]int
	// unknown are the names of columns that are no field, with what they may mean.
	unknown []unknownColumn
}

type unknownColumn struct{ name, meant string }

// header finds the key of each column, nil for those that are ignored.
func (r *Reader) header(head Raw) ([]*key, error) {
	h := &headed{cells: head.cells, columns: make([]named, len(head.cells)), of: map[*key]int{}}
	var ignored Warnings
	for i, cell := range head.cells {
		n := r.keys.header(cell)
		other, taken := h.of[n.key]
		switch {
		case n.key == nil:
			continue
		case taken && n.rank == h.columns[other].rank:
			return nil, r.fail(head.Line, twoColumns(n.key, h.cells[other], cell))
		case taken && n.rank < h.columns[other].rank:
			ignored = append(ignored, notRead(head.Line, n.key, cell, h.cells[other]))
			continue
		case taken:
			ignored = append(ignored, notRead(head.Line, n.key, h.cells[other], cell))
			h.columns[other] = named{}
		}
		h.columns[i], h.of[n.key] = n, i
	}
	r.Tell(ignored)
	h.findUnknown(r.keys)
	if err := r.complete(head.Line, h); err != nil {
		return nil, err
	}
	keys := make([]*key, len(h.columns))
	for i := range h.columns {
		keys[i] = h.columns[i].key
	}
	return keys, r.tellUnknown(head.Line, h)
}

// twoColumns says that two columns are the same field.
func twoColumns(k *key, one, other string) string {
	if one, other = strings.TrimSpace(one), strings.TrimSpace(other); one == other {
		return fmt.Sprintf("two columns are %s: both are called %q: rename one", k.name, clip(one))
	}
	return fmt.Sprintf("two columns are %s: %q and %q: rename one, or choose, as in --columns %s", k.name, clip(one), clip(other), shellWord(k.name+"="+other))
}

// notRead says that a column or key gives way to a better one.
func notRead(line int, k *key, name, better string) warning {
	text := fmt.Sprintf("%q is not read: %s is %q", clip(strings.TrimSpace(name)), k.name, clip(strings.TrimSpace(better)))
	return warning{line: line, once: text, text: text}
}

// findUnknown finds the columns that are no field, and what they may mean that no
// other column is.
func (h *headed) findUnknown(k *keys) {
	taken := map[string]bool{}
	for key := range h.of {
		taken[key.name] = true
	}
	for i, cell := range h.cells {
		name := strings.TrimSpace(cell)
		if name == "" || h.columns[i].key != nil || k.knows(cell) {
			continue
		}
		meant := k.nearest(name)
		if taken[meant] {
			meant = ""
		}
		taken[meant] = true
		h.unknown = append(h.unknown, unknownColumn{name, meant})
	}
}

// readyLine is the flag that reads the unknown columns as what they seem to be, ""
// where none seems to be anything.
func (h *headed) readyLine() string {
	var pairs []string
	for _, u := range h.unknown {
		if u.meant != "" && !strings.ContainsAny(u.name, ",='\n\r") {
			pairs = append(pairs, u.meant+"="+u.name)
		}
	}
	if len(pairs) == 0 {
		return ""
	}
	return "--columns " + shellWord(strings.Join(pairs, ","))
}

// shellWord quotes a word for a shell where that is needed.
func shellWord(s string) string {
	if strings.ContainsAny(s, " \t\"$`\\()&;|<>*?#![]{}~") {
		return "'" + s + "'"
	}
	return s
}

// complete tells by its error that a column that was said to be there is not, or
// that none holds anything to check.
func (r *Reader) complete(line int, h *headed) error {
	for _, field := range slices.Sorted(maps.Keys(r.opts.Columns)) {
		mappedTo := r.keys.exact[r.opts.Columns[field]].key
		if i, ok := h.of[mappedTo]; !ok || h.columns[i].rank != mapped {
			return r.fail(line, fmt.Sprintf("no column is called %q, which was said to hold %s; the columns are %s",
				r.opts.Columns[field], field, clipList(h.cells)))
		}
	}
	_, numbered := h.of[idKey]
	if n := len(h.of); n > 1 || n == 1 && !numbered {
		return nil
	}
	hint := h.readyLine()
	if hint == "" {
		hint = "as in --columns " + shellWord("name="+exampleName(h))
	}
	return r.fail(line, fmt.Sprintf("no column is called name, intro or another field that can be checked: map yours, %s; the columns are %s", hint, clipList(h.cells)))
}

// exampleName is a column for an example: the first that is unknown.
func exampleName(h *headed) string {
	for _, u := range h.unknown {
		if !strings.ContainsAny(u.name, ",='\n\r") {
			return clip(u.name)
		}
	}
	return "名称"
}

func clipList(cells []string) string {
	const most = 400 // bytes
	s := strings.Join(cells, ", ")
	if len(s) > most {
		return strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}

// tellUnknown warns of the columns that are no field, or makes them an error.
func (r *Reader) tellUnknown(line int, h *headed) error {
	if len(h.unknown) == 0 {
		return nil
	}
	ready := h.readyLine()
	if r.opts.Strict {
		var all []string
		for _, u := range h.unknown {
			all = append(all, hinted(u.name, u.meant))
		}
		message := "unknown key " + strings.Join(all, ", ")
		if ready != "" {
			message += ": to read what is meant: " + ready
		}
		return r.fail(line, message)
	}
	var warnings Warnings
	for _, u := range h.unknown {
		warnings = append(warnings, warning{line: line, once: u.name, text: "unknown key " + hinted(u.name, u.meant)})
	}
	if ready != "" {
		warnings = append(warnings, warning{line: line, text: "to read what is meant: " + ready})
	}
	r.Tell(warnings)
	return nil
}

// count tells how many different fields are named by the cells of a row.
func (k *keys) count(cells []string) (n int) {
	var seen [numberOfKeys]bool
	for _, cell := range cells {
		if key := k.header(cell).key; key != nil && !seen[key.index] {
			seen[key.index] = true
			n++
		}
	}
	return n
}
