// Package brand tells how like the figure of an icon is to protected marks, by
// shape alone: whatever its colours, plate, padding and size, turned by some
// degrees, mirrored, or compressed.
//
// A picture is brought down to 128 pixels and taken apart from the outside inwards:
// what stands out from its ground, what stands out from that (raster, segment).
// Each figure is drawn in a frame of its own, by centre and radius of gyration
// (shape), and laid on the fingerprints: roughly in black and white in every pose,
// the best few closely by the correlation of their gradients (index). Shapes that
// belong to nobody stand among the fingerprints: a figure that is like one of them
// is no mark (plain).
package brand
