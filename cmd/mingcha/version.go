package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

func runVersion(sh *shell, args []string) (int, error) {
	if rest, err := parse(sh, newFlags("version", "mingcha version"), args); err != nil {
		return exitTrouble, err
	} else if len(rest) > 0 {
		return exitTrouble, fmt.Errorf("%q: version takes no argument", rest[0])
	}
	version := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	fmt.Fprintf(sh.out, "mingcha %s %s %s/%s\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return exitClean, nil
}
