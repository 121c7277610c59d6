package workbook

import (
	"archive/zip"
	"cmp"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"github.com/mingcha-go/mingcha/internal/scratch"
)

// writeOrdered writes a workbook with its parts in the order of their names:
// excelize writes sheets in the order of a map, and equal input has to give equal
// bytes. The parts are copied as they are, through a temporary file, since a
// workbook may be larger than memory.
func writeOrdered(out io.Writer, file *excelize.File) error {
	kept, err := scratch.Create("mingcha-*.xlsx")
	if err != nil {
		return err
	}
	defer kept.Close()
	size, err := file.WriteTo(kept)
	if err != nil {
		return err
	}
	in, err := zip.NewReader(kept, size)
	if err != nil {
		return err
	}
	slices.SortStableFunc(in.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	sorted := zip.NewWriter(out)
	for _, part := range in.File {
		if err := sorted.Copy(part); err != nil {
			return err
		}
	}
	return sorted.Close()
}
