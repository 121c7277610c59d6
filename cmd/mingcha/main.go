// Command mingcha checks the basic info of WeChat mini programs before it is
// submitted for review. Run "mingcha help" for what it can do.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

// Exit codes.
const (
	exitClean   = 0 // nothing at or above --fail-on
	exitFound   = 1 // something at or above --fail-on
	exitTrouble = 2 // usage, or input that could not be read at all
)

// command is one word after mingcha.
type command struct {
	name, summary string
	run           func(*shell, []string) (int, error)
}

// shell is what a command runs in.
type shell struct {
	in       io.Reader
	out, err io.Writer
}

func commands() []command {
	return []command{
		{"check", "check submissions: files, standard input (-), or one given by flags", runCheck},
		{"catalog", "check whole catalogs, also for programs that repeat each other", runCatalog},
		{"rules", "list the platform's rules and how each is answered", runRules},
		{"explain", "say what a check finds and what it leaves in peace", runExplain},
		{"explain-match", "say how a name is read and which marks it is near, and why", runExplainMatch},
		{"icon", "say what is measured on an icon and how it is judged", runIcon},
		{"lint-lists", "look for faults in a folder of word lists", runLintLists},
		{"topics", "say what a text speaks of", runTopics},
		{"serve", "serve the form as a page and the check as an API, on this machine", runServe},
		{"version", "print the version", runVersion},
	}
}

func main() {
	os.Exit(run(&shell{os.Stdin, os.Stdout, os.Stderr}, os.Args[1:]))
}

// run runs the command that args name and gives the exit code.
func run(sh *shell, args []string) int {
	if len(args) == 0 {
		usage(sh.err)
		return exitTrouble
	}
	if name := strings.TrimLeft(args[0], "-"); name == "help" || name == "h" {
		usage(sh.out)
		return exitClean
	}
	for _, c := range commands() {
		if c.name != args[0] {
			continue
		}
		code, err := c.run(sh, args[1:])
		if errors.Is(err, flag.ErrHelp) {
			return exitClean
		}
		if err != nil {
			fmt.Fprintf(sh.err, "mingcha %s: %v\n", c.name, err)
			return exitTrouble
		}
		return code
	}
	fmt.Fprintf(sh.err, "mingcha: there is no command %q\n\n", args[0])
	usage(sh.err)
	return exitTrouble
}

func usage(w io.Writer) {
	fmt.Fprint(w, "mingcha checks the basic info of WeChat mini programs before it is submitted for review.\n\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  mingcha %-13s %s\n", c.name, c.summary)
	}
	fmt.Fprint(w, "\nmingcha COMMAND --help tells its flags. For example:\n\n  mingcha check --name 腾迅课堂 --intro 全国最好的在线课堂\n")
}

// newFlags makes the flags of a command; synopsis is how it is called.
func newFlags(name, synopsis string) *flag.FlagSet {
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(io.Discard) // run prints errors, parse the help
	fs.Usage = func() {
		fmt.Fprintf(fs.Output(), "%s\n\n", synopsis)
		fs.PrintDefaults()
	}
	return fs
}

// parse reads flags that may stand before and after the arguments, and gives
// the arguments. Help goes to standard output.
func parse(sh *shell, fs *flag.FlagSet, args []string) (rest []string, err error) {
	for {
		if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
			fs.SetOutput(sh.out)
			fs.Usage()
			return nil, err
		} else if err != nil {
			return nil, fmt.Errorf("%w (mingcha %s --help tells the flags)", err, fs.Name())
		}
		left := fs.Args()
		if len(left) == 0 {
			return rest, nil
		}
		if parsed := len(args) - len(left); parsed > 0 && args[parsed-1] == "--" {
			return append(rest, left...), nil
		}
		rest, args = append(rest, left[0]), left[1:]
	}
}
