package validate

import (
	"slices"
	"strings"

	"github.com/mingcha-go/mingcha/internal/category"
	"github.com/mingcha-go/mingcha/internal/paper"
)

// papers are the licences of a submission as they were understood.
type papers struct {
	kinds    []string // never nil once they were read
	unknown  []string // as they are written
	identity []string
	missing  []string // words that there is none, or none any more
}

func (p *papers) read(licences []string) {
	p.kinds = []string{}
	for _, licence := range licences {
		switch class, kinds := paper.Read(licence); class {
		case paper.Known:
			p.kinds = append(p.kinds, kinds...)
		case paper.Identity:
			p.identity = append(p.identity, licence)
		case paper.Unknown:
			p.unknown = append(p.unknown, licence)
		case paper.Missing:
			if strings.TrimSpace(licence) != "" {
				p.missing = append(p.missing, licence)
			}
		}
	}
}

// answer tells what is wrong with the papers for a category that needs one. Its
// severity is zero where nothing is.
func (p *papers) answer(c *category.Category, l Language) Finding {
	needed := c.Documents
	switch {
	case slices.ContainsFunc(p.kinds, func(kind string) bool { return len(needed) == 0 || slices.Contains(needed, kind) }):
		return Finding{}
	case len(needed) == 0 && len(p.unknown) > 0:
		return Finding{}
	case len(p.unknown) > 0:
		return Finding{Severity: Review, Message: Text{"%[1]s，认不出「%[2]s」是不是，请人工核对", "%[1]s; whether “%[2]s” is one is not known: a person should look"}.
			format(l, needOf(c).In(l), quoteAll(p.unknown))}
	case len(p.kinds) > 0:
		return Finding{Severity: Reject, Message: Text{"%[1]s，写的是%[2]s", "%[1]s; given is %[2]s"}.format(l, needOf(c).In(l), strings.Join(p.kinds, "、"))}
	case len(p.identity) > 0:
		f := Finding{Severity: Reject, Message: Text{"%[1]s，「%[2]s」不是这一类资质", "%[1]s; “%[2]s” is no licence of a trade"}.format(l, needOf(c).In(l), quoteAll(p.identity))}
		if len(needed) == 0 {
			f.Severity = Review // a few of these trades are content with it
		}
		return f
	}
	if len(p.missing) > 0 {
		return Finding{Severity: Reject, Message: Text{"%[1]s，「%[2]s」等于没有", "%[1]s; “%[2]s” is none"}.format(l, needOf(c).In(l), quoteAll(p.missing))}
	}
	return Finding{Severity: Reject, Message: Text{"%[1]s，没有写证照", "%[1]s; none is given"}.format(l, needOf(c).In(l))}
}

// needOf names the papers of a category, where the law names them plainly.
func needOf(c *category.Category) Text {
	if len(c.Documents) == 0 {
		return Text{"类目「" + c.Path + "」需要资质", "the category “" + c.Path + "” needs a licence"}
	}
	return Text{"类目「" + c.Path + "」需要" + strings.Join(c.Documents, "或"), "the category “" + c.Path + "” needs a " + strings.Join(c.Documents, " or ")}
}

// quoteAll puts what an owner wrote into a message, cut short.
func quoteAll(written []string) string { return excerpt(strings.Join(written, "、")) }
