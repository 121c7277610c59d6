package main

import "iter"

// Records go from goroutine to goroutine in batches: one by one, the going would
// cost as much as reading them. A batch is bounded in records and in bytes, as
// records may hold pictures.
const (
	batchRecords = 32
	batchBytes   = 64 << 10
)

// batches gathers the values of a sequence; size gives that of a value in bytes.
func batches[T any](seq iter.Seq[T], size func(*T) int) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		var batch []T
		bytes := 0
		for v := range seq {
			if batch == nil {
				batch = make([]T, 0, batchRecords)
			}
			batch = append(batch, v)
			bytes += size(&v)
			if len(batch) == batchRecords || bytes >= batchBytes {
				if !yield(batch) {
					return
				}
				batch, bytes = nil, 0
			}
		}
		if batch != nil {
			yield(batch)
		}
	}
}

// inBatches does the work of f on each value of a batch.
func inBatches[In, Out any](f func(*In) Out) func([]In) []Out {
	return func(batch []In) []Out {
		out := make([]Out, len(batch))
		for i := range batch {
			out[i] = f(&batch[i])
		}
		return out
	}
}
