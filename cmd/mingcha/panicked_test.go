package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/mingcha-go/mingcha/validate"
)

// brokenClock makes a Validator that panics on what announces a date.
func brokenClock(t *testing.T) *validate.Validator {
	t.Helper()
	v, err := validate.New(validate.WithNow(func() time.Time { panic("the clock is broken") }))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// threeRecords are three, of which the second panics with brokenClock.
func threeRecords(t *testing.T) string {
	t.Helper()
	return file(t, "three.jsonl", `{"id":"1","name":"腾迅课堂"}`+"\n"+`{"id":"2","intro":"预计2019年3月上线"}`+"\n"+`{"id":"3","name":"青禾记账"}`+"\n")
}

func TestCheckGoesOnAfterARecordThatPanics(t *testing.T) {
	for _, format := range []string{"jsonl", "json", "csv", "text", "html", "sarif"} {
		var out, said bytes.Buffer
		c := &checkRun{sh: &shell{strings.NewReader(""), &out, &said}}
		fs := newFlags("check", "")
		c.flags.register(fs)
		name := threeRecords(t)
		files, failOn, err := c.flags.begin(c.sh, fs, []string{"--format", format, name})
		if err == nil {
			err = c.prepare()
		}
		if err != nil {
			t.Fatal(err)
		}
		c.validator = brokenClock(t)
		if err := c.checkAll(files); err != nil {
			t.Fatal(err)
		}
		if c.tally.unread != 1 || c.tally.records() != 3 || c.tally.exitCode(failOn) != exitTrouble {
			t.Errorf("%s: %+v", format, c.tally)
		}
		for _, text := range []string{"vague-intro", "the clock is broken", "腾讯"} {
			if !strings.Contains(out.String(), text) {
				t.Errorf("%s: no %q in %s", format, text, out.String())
			}
		}
		for _, text := range []string{name + ":2: ", "the clock is broken", "panicked_test.go"} {
			if !strings.Contains(said.String(), text) {
				t.Errorf("%s: no %q on standard error: %s", format, text, said.String())
			}
		}
	}
}

func TestCatalogGoesOnAfterARecordThatPanics(t *testing.T) {
	for _, format := range []string{"jsonl", "json", "csv", "text", "html", "sarif"} {
		t.Run(format, func(t *testing.T) {
			var out, said bytes.Buffer
			c := &catalogRun{sh: &shell{strings.NewReader(""), &out, &said}, progress: newProgress(&said, 0, false)}
			fs := newFlags("catalog", "")
			c.flags.register(fs)
			name := threeRecords(t)
			files, failOn, err := c.flags.begin(c.sh, fs, []string{"--format", format, name})
			if err == nil {
				err = c.prepare(files)
			}
			if err != nil {
				t.Fatal(err)
			}
			defer c.source.close()
			c.validator = brokenClock(t)
			if err := c.run(context.Background()); err != nil {
				t.Fatal(err)
			}
			if c.tally.unread != 1 || c.tally.records() != 3 || c.tally.exitCode(failOn) != exitTrouble {
				t.Errorf("%+v", c.tally)
			}
			if !strings.Contains(out.String(), "the clock is broken") || !strings.Contains(out.String(), "腾讯") {
				t.Errorf("%s", out.String())
			}
			if said := said.String(); !strings.Contains(said, name+":2: ") || strings.Count(said, "panicked_test.go") == 0 {
				t.Errorf("standard error: %s", said)
			}
		})
	}
}

func TestWhatIsNoCheckIsCaughtAsWell(t *testing.T) {
	err := caught("no. 7", func() { panic(fmt.Errorf("no picture")) })
	if err == nil || !strings.Contains(err.Error(), "no. 7") || !strings.Contains(err.Error(), "no picture") {
		t.Error(err)
	}
}
