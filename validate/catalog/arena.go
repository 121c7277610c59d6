package catalog

// ref is the place of a list in an arena: its chunk and its beginning there.
type ref uint64

// chunkSize is how many values a chunk holds.
const chunkSize = 1 << 16

// arena holds many short lists of values one after the other, in chunks, so that
// it grows without copying and the garbage collector has nothing to look at.
type arena[T any] struct{ chunks [][]T }

// add puts two lists, one behind the other, into the arena. Together they may be
// 65,536 values long.
func (a *arena[T]) add(first, second []T) ref {
	n := len(first) + len(second)
	last := len(a.chunks) - 1
	if last < 0 || len(a.chunks[last])+n > chunkSize {
		a.chunks = append(a.chunks, make([]T, 0, chunkSize))
		last++
	}
	chunk := a.chunks[last]
	at := ref(last<<16 | len(chunk))
	a.chunks[last] = append(append(chunk, first...), second...)
	return at
}

// get gives n values.
func (a *arena[T]) get(at ref, n int) []T {
	if n == 0 {
		return nil
	}
	begin := int(at & (chunkSize - 1))
	return a.chunks[at>>16][begin : begin+n : begin+n]
}
