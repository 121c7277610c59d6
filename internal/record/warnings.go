package record

import (
	"fmt"
	"strings"
)

// Warnings are what Decode has to say of a record that it could read.
type Warnings []warning

// warning is something to be told with its line.
type warning struct {
	line int
	// once is empty, or what is shared by warnings of which only the first is told;
	// each is, to those that ask for what was told of a record.
	once string
	each bool
	// text is the message. Where unknown is not nil, it is that once is an unknown
	// name, looked for among those.
	text    string
	unknown *names
}

// Tell passes the warnings of a record on to Options.Warn, with their place; of
// several about one thing only the first. It gives what was told, without the place,
// and each key that is given twice. It is not safe for concurrent use.
func (r *Reader) Tell(warnings Warnings) (told []string) {
	for _, w := range warnings {
		if w.once != "" || w.unknown != nil {
			first, last := r.keys.tell(w.once)
			if !first {
				if w.each {
					told = append(told, w.text)
				}
				continue
			}
			if last {
				defer r.opts.Warn(r.place(w.line) + "there are more unknown or repeated keys, which are not told")
			}
		}
		if w.unknown != nil {
			w.text = w.unknown.unknownKey(w.once)
		}
		r.opts.Warn(r.place(w.line) + w.text)
		told = append(told, w.text)
	}
	return told
}

// place is how a message about a line begins; 0 is the whole file.
func (r *Reader) place(line int) string {
	if line == 0 {
		return r.name + ": "
	}
	return fmt.Sprintf("%s:%d: ", r.name, line)
}

// mostTold bounds what is told once: a catalog whose keys are data would fill the
// memory.
const mostTold = 1000

// tell notes that something is told. It is the first time, and perhaps the last that
// anything is.
func (k *keys) tell(once string) (first, last bool) {
	if k.isTold(once) {
		return false, false
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.told[once] = true
	return true, len(k.told) == mostTold
}

// isTold tells whether no more is said of something. It is safe for concurrent use.
func (k *keys) isTold(once string) bool {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return k.told[once] || len(k.told) >= mostTold
}

// unknownKey says that a name is unknown, with what may have been meant.
func (n *names) unknownKey(name string) string {
	return "unknown key " + hinted(name, n.meant(name))
}

// hinted quotes a name, with what may have been meant by it unless that is empty.
func hinted(name, meant string) string {
	if meant == "" {
		return fmt.Sprintf("%q", clip(name))
	}
	return fmt.Sprintf("%q (did you mean %q?)", clip(name), meant)
}

func clip(s string) string {
	const most = 60 // bytes
	if len(s) > most {
		return strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}
