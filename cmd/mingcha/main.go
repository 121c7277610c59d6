// Command mingcha checks the basic info of WeChat mini programs before it is
// submitted for review. Run "mingcha help" for what it can do.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/mingcha-go/mingcha/internal/scratch"
)

// Exit codes: see exitTable.
const (
	exitClean   = 0
	exitFound   = 1
	exitTrouble = 2
	exitClosed  = exitSignal + int(syscall.SIGPIPE)
)

// exitTable says what the exit status tells, for every command. The READMEs have it too.
const exitTable = `Exit status, of every command:

  0    clean: all that was asked for was read to its end, and nothing was found at or
       above --fail-on
  1    found: check, catalog: findings at or above --fail-on (reject by default);
       icon: an icon that is rejected; lint-lists: faults in lists that can be read
  2    usage; or something that was asked for could not be read to its end (a missing
       file, one unreadable record or icon, a list that does not parse), or not be
       written, whatever --fail-on says and whatever else was found
  128  and the number of the signal that ended the run: 130 after Ctrl+C, 143 after
       SIGTERM, 141 when nobody reads standard output any more; serve ends with 0

`

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
		{"explain-text", "say which words, classes and frames are found in a text, and what silences them", runExplainText},
		{"icon", "say what is measured on an icon and how it is judged", runIcon},
		{"lint-lists", "look for faults in a folder of word lists, classes and frames", runLintLists},
		{"topics", "say what a text speaks of", runTopics},
		{"serve", "serve the form as a page and the check as an API, on this machine", runServe},
		{"version", "print the version", runVersion},
	}
}

func main() {
	// A pipe that nobody reads any more is an error of writing: what is temporary is
	// taken away before the run ends by it.
	signal.Ignore(syscall.SIGPIPE)
	code := run(&shell{os.Stdin, os.Stdout, os.Stderr}, os.Args[1:])
	if err := os.Stdout.Close(); err != nil && code < exitTrouble {
		fmt.Fprintf(os.Stderr, "mingcha: %v\n", err)
		code = exitTrouble
	}
	scratch.End()
	os.Exit(code)
}

// run runs the command that args name and gives the exit code.
func run(sh *shell, args []string) int {
	if len(args) == 0 {
		usage(sh.err)
		return exitTrouble
	}
	if name := strings.TrimLeft(args[0], "-"); name == "help" || name == "h" {
		if args = args[1:]; len(args) > 0 {
			args = []string{args[0], "--help"}
		} else {
			args = []string{"help"}
		}
	}
	for _, c := range append(commands(), command{"help", "", runHelp}) {
		if c.name == args[0] {
			return c.runTo(sh, args[1:])
		}
	}
	fmt.Fprintf(sh.err, "mingcha: there is no command %q\n\n", args[0])
	usage(sh.err)
	return exitTrouble
}

// runTo runs the command and gives the exit code, which is that of the output where
// that could not be written.
func (c *command) runTo(sh *shell, args []string) int {
	out := &outlet{Writer: sh.out}
	code, err := c.run(&shell{sh.in, out, sh.err}, args)
	switch {
	case isClosed(out.err):
		return exitClosed
	case out.err != nil:
		fmt.Fprintf(sh.err, "mingcha %s: standard output: %v\n", c.name, out.err)
		return exitTrouble
	case errors.Is(err, flag.ErrHelp):
		return exitClean
	case err != nil:
		fmt.Fprintf(sh.err, "mingcha %s: %v\n", c.name, err)
		return exitTrouble
	}
	return code
}

func runHelp(sh *shell, _ []string) (int, error) {
	usage(sh.out)
	return exitClean, nil
}

func usage(w io.Writer) {
	fmt.Fprint(w, "mingcha checks the basic info of WeChat mini programs before it is submitted for review.\n\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  mingcha %-13s %s\n", c.name, c.summary)
	}
	fmt.Fprint(w, "\n"+exitTable+"mingcha COMMAND --help tells its flags. For example:\n\n  mingcha check --name 腾迅课堂 --intro 全国最好的在线课堂\n")
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
