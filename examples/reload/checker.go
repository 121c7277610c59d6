package main

import (
	"encoding/json"
	"io/fs"
	"log"
	"net/http"
	"sync/atomic"

	"github.com/mingcha-go/mingcha/validate"
)

// checker answers checks by lists that may be exchanged at any time. A Validator
// does not change, so a request that has taken one keeps its lists to the end.
type checker struct {
	lists   fs.FS
	current atomic.Pointer[validate.Validator]
}

func newChecker(lists fs.FS) (*checker, error) {
	c := &checker{lists: lists}
	return c, c.reload()
}

// reload reads the lists anew. If one of them has a fault, the old ones stay.
func (c *checker) reload() error {
	v, err := validate.New(validate.WithLists(c.lists))
	if err != nil {
		return err
	}
	c.current.Store(v)
	return nil
}

// ServeHTTP answers a form with the fields name and intro by a report.
func (c *checker) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 64<<10)
	if err := r.ParseForm(); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	report := c.current.Load().Check(&validate.Submission{Name: r.Form.Get("name"), Intro: r.Form.Get("intro")})
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(report); err != nil {
		log.Print(err)
	}
}
