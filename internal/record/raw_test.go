package record_test

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/mingcha-go/mingcha/internal/record"
)

// catalogs of some formats, with records that are plain, broken and warned of.
func catalogs() map[string]string {
	var lines, table strings.Builder
	table.WriteString("id,name,其他,tags\n")
	for i := range 300 {
		fmt.Fprintf(&lines, `{"id":%d,"name":"青禾%d","k%d":1,"shortName":null}`+"\n", i, i, i%7)
		fmt.Fprintf(&table, "%d,青禾%d,x,记账、预算\n", i, i)
		switch i % 50 {
		case 10:
			lines.WriteString("{\"name\":\"青\xff禾\",\"k1\":2}\n{\"name\":\n{\"tags\":7}\n")
			table.WriteString("7\n8,\xff,\"\na\",b\n9,5\"屏,x,y\n")
		case 20:
			lines.WriteString("{\n \"name\": \"乙\"\n}\n")
		}
	}
	return map[string]string{
		"x.jsonl": lines.String(), "x.csv": table.String(), "x.tsv": strings.ReplaceAll(table.String(), ",", "\t"),
		"x.json": `[{"name":"甲","nmae":1},` + "\n" + `{"name":5,"nmae":2},{"name":"丙"` + "\n",
	}
}

// all reads a catalog and gives its records and warnings. Where jobs is 0, each
// record is read in its turn; else they are decoded on that many goroutines.
func all(t *testing.T, name, text string, jobs int) (records []record.Record, told []string) {
	t.Helper()
	r, err := record.NewReader(name, strings.NewReader(text), record.Options{Warn: func(m string) { told = append(told, m) }})
	if err != nil {
		t.Fatal(err)
	}
	if jobs == 0 {
		for {
			next, err := r.Next()
			if errors.Is(err, io.EOF) {
				return records, told
			}
			records = append(records, next)
		}
	}
	var raws []record.Raw
	for {
		raw, err := r.NextRaw()
		if errors.Is(err, io.EOF) {
			break
		}
		raws = append(raws, raw)
	}
	records = make([]record.Record, len(raws))
	var done sync.WaitGroup
	for job := range jobs {
		done.Go(func() {
			for i := job; i < len(raws); i += jobs {
				records[i] = r.Decode(raws[i])
			}
		})
	}
	done.Wait()
	for i := range records {
		r.Tell(records[i].Warnings)
	}
	return records, told
}

func TestRecordsDecodedOnSeveralGoroutinesAreThoseReadInTurn(t *testing.T) {
	for name, text := range catalogs() {
		want, wantTold := all(t, name, text, 0)
		got, told := all(t, name, text, 3)
		if !reflect.DeepEqual(told, wantTold) || len(told) == 0 {
			t.Errorf("%s: told %q, want %q", name, told, wantTold)
		}
		if len(got) != len(want) || len(got) < 3 {
			t.Fatalf("%s: %d records, want %d", name, len(got), len(want))
		}
		for i := range got {
			if fmt.Sprintf("%+v %+v", got[i].Submission, got[i].Err) != fmt.Sprintf("%+v %+v", want[i].Submission, want[i].Err) || got[i].Line != want[i].Line || !reflect.DeepEqual(got[i].Cells, want[i].Cells) {
				t.Errorf("%s, record %d: got %+v, want %+v", name, i, got[i], want[i])
			}
		}
	}
}

func TestTheSumOfARecordTellsItFromOthers(t *testing.T) {
	for name, text := range catalogs() {
		sums := func() (all []uint32) {
			r, err := record.NewReader(name, strings.NewReader(text), record.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for {
				raw, err := r.NextRaw()
				if err != nil {
					return all
				}
				all = append(all, raw.Sum())
			}
		}
		first := sums()
		if !reflect.DeepEqual(first, sums()) {
			t.Errorf("%s: other sums of the same records", name)
		}
		distinct := map[uint32]bool{}
		for _, sum := range first {
			distinct[sum] = true
		}
		if len(distinct) < min(len(first), 300) {
			t.Errorf("%s: %d sums of %d records", name, len(distinct), len(first))
		}
	}
}
