package validate

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/lexicon"
)

// Option configures a Validator; see the With functions.
type Option func(*config) error

type config struct {
	language  Language
	edition   Edition
	complete  bool
	lists     []*lexicon.List
	frames    lexicon.Frames
	dropped   []string
	off       []string
	severity  map[string]Severity
	allowed   map[string]string // folded text -> reason
	logger    *slog.Logger
	now       func() time.Time
	ownChecks []string // slugs that only lists of the caller carry
	reader    TextReader
	readLimit time.Duration
	protected []protectedIcon
}

// WithLanguage sets the language of messages and suggestions: Chinese (the
// default) or English.
func WithLanguage(l Language) Option {
	return func(c *config) error {
		if l != Chinese && l != English {
			return fmt.Errorf("validate: unknown language %q: expected zh or en", l)
		}
		c.language = l
		return nil
	}
}

// WithEdition sets the edition of the operating rules whose numbers findings and
// reports carry: EditionFirst (the default), Edition2018 or Edition2026.
func WithEdition(e Edition) Option {
	return func(c *config) error {
		if e != EditionFirst && e != Edition2018 && e != Edition2026 {
			return fmt.Errorf("validate: unknown edition %q: expected first, 2018 or 2026", e)
		}
		c.edition = e
		return nil
	}
}

// WithNow sets the clock that dates in intros are held against (rule 2.3: kept up
// to date); the default is time.Now. New fails on nil.
func WithNow(now func() time.Time) Option {
	return func(c *config) error {
		if now == nil {
			return errors.New("validate: WithNow(nil): expected a clock, such as time.Now")
		}
		c.now = now
		return nil
	}
}

// WithComplete says that every submission is meant to be whole: absent fields
// that the form requires are findings, too.
func WithComplete() Option {
	return func(c *config) error { c.complete = true; return nil }
}

// WithLists adds the word lists in fsys (every *.tsv file, see package lexicon), and its
// classes and frames (classes-FIELD.tsv, frames-FIELD.tsv). A file with the name of an
// embedded one replaces it. The error of New names
// file, line and column of each fault; New fails on a nil fsys, too.
func WithLists(fsys fs.FS) Option {
	return func(c *config) error {
		if isNil(fsys) {
			return errors.New("validate: WithLists(nil): expected a file system with lists, such as os.DirFS gives")
		}
		lists, err := lexicon.Load(fsys)
		if err != nil {
			return fmt.Errorf("validate: loading lists: %w", err)
		}
		frames, err := lexicon.LoadFrames(fsys)
		if err != nil {
			return fmt.Errorf("validate: loading frames: %w", err)
		}
		for _, list := range lists {
			c.dropped = append(c.dropped, list.Name)
		}
		c.dropped = append(c.dropped, frames.Files()...)
		c.lists = append(c.lists, lists...)
		c.frames.Add(frames)
		return nil
	}
}

// WithoutLists drops embedded lists by name ("commercial-phrase"), or files of frames and
// of classes ("frames-base").
func WithoutLists(names ...string) Option {
	return func(c *config) error {
		for _, name := range names {
			if known := embeddedNames(); !slices.Contains(known, name) {
				return fmt.Errorf("validate: there is no embedded list %q to drop: expected some of %s", name, strings.Join(known, ", "))
			}
		}
		c.dropped = append(c.dropped, names...)
		return nil
	}
}

// WithSeverity gives all findings of a check one severity.
func WithSeverity(check string, s Severity) Option {
	return func(c *config) error {
		if s < Advice || s > Reject {
			return fmt.Errorf("validate: severity of %s: expected advice, review or reject", check)
		}
		if c.severity == nil {
			c.severity = map[string]Severity{}
		}
		c.severity[check] = s
		return nil
	}
}

// WithoutChecks turns checks off by their slugs.
func WithoutChecks(slugs ...string) Option {
	return func(c *config) error { c.off = append(c.off, slugs...); return nil }
}

// WithAllow lets a text pass: findings whose text or entry it is, after
// folding, are left out. The reason is required; it is written to the logger
// with every finding left out.
func WithAllow(text, reason string) Option {
	return func(c *config) error {
		key := fold.String(text)
		if key == "" || strings.TrimSpace(reason) == "" {
			return fmt.Errorf("validate: allowing %q needs a text with letters and a reason", text)
		}
		if c.allowed == nil {
			c.allowed = map[string]string{}
		}
		c.allowed[key] = reason
		return nil
	}
}

// WithLogger sets where findings left out by WithAllow are told, at level
// debug, and what a TextReader could not read, at level warn. The default is
// nowhere. New fails on nil.
func WithLogger(l *slog.Logger) Option {
	return func(c *config) error {
		if l == nil || l.Handler() == nil {
			return errors.New("validate: WithLogger(nil): expected a logger, such as slog.Default gives; without the option nothing is logged")
		}
		c.logger = l
		return nil
	}
}

// isNil tells whether an interface holds nothing to call: nil, or a nil pointer or
// function of some type. A nil map or slice is an empty one.
func isNil(v any) bool {
	if v == nil {
		return true
	}
	r := reflect.ValueOf(v)
	return (r.Kind() == reflect.Pointer || r.Kind() == reflect.Func) && r.IsNil()
}

// checkSlugs refuses options that name a check which nothing answers for: an
// option that does nothing is worse than none.
func (c *config) checkSlugs(lists []*lexicon.List) error {
	known := map[string]bool{}
	for _, check := range registry {
		known[check.Slug] = true
	}
	for _, list := range lists {
		if !known[list.Check] {
			c.ownChecks = append(c.ownChecks, list.Check)
			known[list.Check] = true
		}
	}
	named := slices.Clone(c.off)
	for slug := range c.severity {
		named = append(named, slug)
	}
	for _, slug := range named {
		if !known[slug] {
			return fmt.Errorf("validate: there is no check %q", slug)
		}
	}
	return nil
}
