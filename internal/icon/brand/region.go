package brand

// filled is the region of a figure with its holes: all that cannot be reached from
// the border without crossing it.
func (r *raster) filled(m *mask) []bool {
	outside := make([]bool, len(m.pix))
	at := r.queue[:0]
	push := func(i int) {
		if !outside[i] && !m.covered(i) {
			outside[i] = true
			at = append(at, i)
		}
	}
	for x := range m.w {
		push(x)
		push((m.h-1)*m.w + x)
	}
	for y := range m.h {
		push(y * m.w)
		push(y*m.w + m.w - 1)
	}
	for k := 0; k < len(at); k++ {
		i := at[k]
		x := int(uint32(i) % uint32(m.w))
		if x > 0 {
			push(i - 1)
		}
		if x < m.w-1 {
			push(i + 1)
		}
		if i >= m.w {
			push(i - m.w)
		}
		if i+m.w < len(outside) {
			push(i + m.w)
		}
	}
	for i := range outside {
		outside[i] = !outside[i]
	}
	return outside
}

// eroded is a region without the pixels at its edge, two deep.
func eroded(region []bool, w, h int) []bool { return shaved(shaved(region, w, h), w, h) }

// shaved is a region without the pixels that touch what is outside.
func shaved(region []bool, w, h int) []bool {
	out := make([]bool, len(region))
	for y := 1; y < h-1; y++ {
		above, own, below := region[(y-1)*w:y*w], region[y*w:(y+1)*w], region[(y+1)*w:(y+2)*w]
		to := out[y*w : (y+1)*w]
		for x := 1; x < w-1; x++ {
			to[x] = own[x] && own[x-1] && own[x+1] && above[x] && below[x]
		}
	}
	return out
}

// rim are the pixels just inside of a region's edge, where the plate shows.
func rim(region []bool, w, h int) (at []int) {
	outer := eroded(region, w, h)
	inner := shaved(shaved(outer, w, h), w, h)
	for i := range outer {
		if outer[i] && !inner[i] {
			at = append(at, i)
		}
	}
	return at
}
