package main

import (
	"os"
	"runtime/debug"
)

// growHeap sets by how many percent of what is in use the heap grows between
// collections. GOGC in the environment overrides it.
func growHeap(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// limitHeap sets from how many bytes on the collector runs as often as it has to.
// GOMEMLIMIT in the environment overrides it.
func limitHeap(bytes int64) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(bytes)
	}
}
