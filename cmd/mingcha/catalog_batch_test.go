package main

import (
	"slices"
	"testing"
)

func TestBatchesAreBoundedInRecordsAndBytes(t *testing.T) {
	repeated := func(size, n int) []int { return slices.Repeat([]int{size}, n) }
	for _, test := range []struct {
		what  string
		sizes []int
		want  []int // lengths of the batches
	}{
		{"nothing", nil, nil},
		{"one", repeated(1, 1), []int{1}},
		{"as many as a batch holds", repeated(1, batchRecords), []int{batchRecords}},
		{"one more", repeated(1, batchRecords+1), []int{batchRecords, 1}},
		{"large ones, each by itself", repeated(batchBytes, 3), []int{1, 1, 1}},
		{"half of what fits", repeated(batchBytes/2, 5), []int{2, 2, 1}},
		{"small before large", []int{1, 1, 10 * batchBytes, 1}, []int{3, 1}},
	} {
		var got, values []int
		for batch := range batches(slices.Values(test.sizes), func(size *int) int { return *size }) {
			got, values = append(got, len(batch)), append(values, batch...)
		}
		if !slices.Equal(got, test.want) || !slices.Equal(values, test.sizes) {
			t.Errorf("%s: batches of %v, want %v", test.what, got, test.want)
		}
	}
}

func TestBatchesEndWhenNoMoreAreWanted(t *testing.T) {
	asked := 0
	endless := func(yield func(int) bool) {
		for asked = 1; yield(asked); asked++ {
		}
	}
	for range batches(endless, func(*int) int { return 1 }) {
		break
	}
	if asked != batchRecords {
		t.Errorf("%d values were read for one batch", asked)
	}
}
