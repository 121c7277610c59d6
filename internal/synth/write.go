package synth

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
)

// WriteJSONL writes one record a line; broken ones have a number for a name. The
// truth goes to another writer, one line a record; nil: nowhere.
func WriteJSONL(records iter.Seq[Record], out, truth io.Writer) error {
	submissions := json.NewEncoder(out)
	submissions.SetEscapeHTML(false)
	var truths *json.Encoder
	if truth != nil {
		truths = json.NewEncoder(truth)
	}
	for r := range records {
		var err error
		if r.Truth.Broken {
			_, err = fmt.Fprintf(out, "{\"id\":%q,\"name\":%d}\n", r.ID, len(r.Name))
		} else {
			err = submissions.Encode(&r.Submission)
		}
		if err == nil && truths != nil {
			err = truths.Encode(&r.Truth)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
