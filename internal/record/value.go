package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/mingcha-go/mingcha/internal/choice"
	"github.com/mingcha-go/mingcha/validate"
)

// value puts a JSON value, which is not null, where its key belongs.
func (d *decoder) value(k *key, raw []byte) *fault {
	switch k.kind {
	case anObject:
		return d.object(k, k.name, raw)
	case aListOfObjects:
		return d.authorizations(k, raw)
	case aList, aFeatures:
		texts, f := d.texts(k, raw)
		if f != nil {
			return f
		}
		return d.list(k, texts)
	case aTruth:
		if raw[0] != '{' && raw[0] != '[' {
			return d.truth(k, raw)
		}
	case aNumber:
		if raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9' {
			*k.into(d.s).(*string) = string(raw)
			return nil
		}
	}
	if raw[0] != '"' {
		return &fault{d.field(k), fmt.Sprintf("expected %s, got %s", k.expected(), kindOf(raw))}
	}
	return d.text(k, d.unquoted(raw))
}

// text puts a text where its key belongs.
func (d *decoder) text(k *key, text string) *fault {
	if k.kind == aOwnerKind {
		if strings.TrimSpace(text) == "" {
			return nil
		}
		kind, ok := choice.Kinds.Find(text)
		if !ok {
			return &fault{d.field(k), outside(choice.Kinds, text)}
		}
		text = kind
	}
	*k.into(d.s).(*string) = text
	return nil
}

// truth puts what is true or false where its key belongs. A text may say so, and
// the numbers 1 and 0.
func (d *decoder) truth(k *key, raw []byte) *fault {
	said := string(raw)
	if raw[0] == '"' {
		if said = d.unquoted(raw); strings.TrimSpace(said) == "" {
			return nil
		}
	}
	return d.truthOf(k, said)
}

func (d *decoder) truthOf(k *key, said string) *fault {
	value, ok := choice.Truths.Find(said)
	if !ok {
		return &fault{d.field(k), fmt.Sprintf("expected true or false, yes or no, 是 or 否, got %q%s", clip(said), didYouMean(choice.Truths.Nearest(said)))}
	}
	truth := value == "true"
	*k.into(d.s).(**bool) = &truth
	return nil
}

// list puts the texts of a list where its key belongs. Of features those that are
// blank say nothing.
func (d *decoder) list(k *key, texts []string) *fault {
	if k.kind == aList {
		*k.into(d.s).(*[]string) = texts
		return nil
	}
	features := make([]validate.Feature, 0, len(texts))
	for i, text := range texts {
		if strings.TrimSpace(text) == "" {
			continue
		}
		feature, ok := choice.Features.Find(text)
		if !ok {
			return &fault{fmt.Sprintf("%s[%d]", d.field(k), i), outside(choice.Features, text)}
		}
		features = append(features, validate.Feature(feature))
	}
	*k.into(d.s).(*[]validate.Feature) = features
	return nil
}

// outside says that a text is no value of a set, and which may have been meant.
func outside(set *choice.Set, text string) string {
	return fmt.Sprintf("expected one of %s, got %q%s", set.String(), clip(text), didYouMean(set.Nearest(text)))
}

func didYouMean(meant string) string {
	if meant == "" {
		return ""
	}
	return fmt.Sprintf(" (did you mean %q?)", meant)
}

// cell puts the text of a cell where its column belongs.
func (d *decoder) cell(k *key, cell string) {
	switch {
	case k == nil:
		d.strange = d.strange || strings.TrimSpace(cell) != ""
		return
	case cell == "":
		return
	}
	d.given(k)
	var f *fault
	switch k.kind {
	case aNumber:
		f = d.text(k, strings.TrimSpace(cell))
	case aList, aFeatures:
		f = d.list(k, members(k, cell))
	case aTruth:
		if strings.TrimSpace(cell) != "" {
			f = d.truthOf(k, cell)
		}
	case anObject, aListOfObjects:
		raw := bytes.TrimSpace([]byte(cell))
		if len(raw) == 0 || string(raw) == "null" {
			break
		}
		if !json.Valid(raw) {
			f = &fault{k.name, fmt.Sprintf("expected %s in JSON, got %q", k.expected(), clip(cell))}
			break
		}
		f = d.value(k, raw)
	default:
		f = d.text(k, cell)
	}
	d.fail(f)
}

// members takes the list in a cell apart. That there is no feature is written in
// some ways too.
func members(k *key, cell string) []string {
	if k.kind == aFeatures {
		switch choice.Fold(cell) {
		case "无", "没有", "/", "none", "n/a", "":
			return nil
		}
	}
	return split(k.name, cell)
}
