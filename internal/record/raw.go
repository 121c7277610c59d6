package record

import (
	"errors"
	"hash/crc32"
	"io"
)

// Raw is a record as it stands in its catalog, before it is taken apart.
type Raw struct {
	// Line is that on which the record begins, from 1.
	Line int
	// Number is that of the record, from 1.
	Number int
	// text is that of a JSON object, cells are those of a row of a table.
	text  []byte
	cells []string
	// faults are of the cells.
	faults []CellFault
	// swallowed is how many cells each line has at least over which a cell goes on, 0 for
	// none.
	swallowed int
	// err says why it could not be cut out of the catalog.
	err error
}

// NextRaw gives the next record for Decode, and io.EOF after the last one. Any
// other error is an *Error and says why nothing more can be read. It only finds
// where records end: the greater part of reading one is in Decode.
func (r *Reader) NextRaw() (Raw, error) {
	raw, err := r.next()
	if err == nil {
		r.read++
		raw.Number = r.read
	} else if errors.Is(err, io.EOF) && r.read == 0 && !r.saidEmpty {
		r.saidEmpty = true
		r.opts.Warn(r.name + ": holds no record")
	}
	return raw, err
}

// Decode takes a record apart. It is safe for concurrent use, also beside NextRaw.
// Its warnings are for Tell.
func (r *Reader) Decode(raw Raw) Record {
	record := r.decodeRaw(raw)
	record.Number = raw.Number
	if record.Err != nil {
		record.Err.Record = raw.Number
	}
	return record
}

func (r *Reader) decodeRaw(raw Raw) Record {
	switch {
	case raw.err != nil:
		return r.broken(raw.Line, "", fault{"", raw.err.Error()})
	case raw.text != nil:
		return r.object(raw.Line, raw.text)
	}
	return r.row(raw)
}

// Size gives how many bytes a record takes, about.
func (raw *Raw) Size() int {
	size := len(raw.text)
	for _, cell := range raw.cells {
		size += len(cell) + 16
	}
	return size
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Sum gives a checksum: where it differs, the record is another one.
func (raw *Raw) Sum() uint32 {
	sum := crc32.Checksum(raw.text, castagnoli)
	for _, cell := range raw.cells {
		sum = crc32.Update(sum, castagnoli, []byte(cell))
		sum = crc32.Update(sum, castagnoli, []byte{0xff}) // the end of the cell
	}
	for _, fault := range raw.faults {
		sum = crc32.Update(sum, castagnoli, []byte(fault.Cell+fault.Message))
	}
	if raw.err != nil {
		sum = crc32.Update(sum, castagnoli, []byte(raw.err.Error()))
	}
	return sum
}
