//go:build !unix

package catalog_test

import "time"

// cpu gives nothing where the system does not tell the time spent on a process in
// the way of Unix: benchmarks leave the figure out.
func cpu() time.Duration { return 0 }
