package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

func runVersion(sh *shell, _ []string) (int, error) {
	version := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	fmt.Fprintf(sh.out, "mingcha %s %s %s/%s\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return exitClean, nil
}
