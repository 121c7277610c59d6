package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

const header = "# check: house-words\n# rule: 2.5\n# fields: name\n# source: test\nword\tseverity\n"

func write(t *testing.T, dir, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "house.tsv"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// ask gives the words that are found in a name.
func ask(address, name string) (words []string, err error) {
	response, err := http.PostForm(address, url.Values{"name": {name}})
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	var r validate.Report
	if err := json.NewDecoder(response.Body).Decode(&r); err != nil {
		return nil, err
	}
	for _, f := range r.Findings {
		words = append(words, f.Entry)
	}
	return words, nil
}

// served serves a checker whose lists, in dir, hold 麦田.
func served(t *testing.T) (dir string, c *checker, server *httptest.Server) {
	t.Helper()
	dir = t.TempDir()
	write(t, dir, header+"麦田\treject\n")
	c, err := newChecker(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	server = httptest.NewServer(c)
	t.Cleanup(server.Close)
	return dir, c, server
}

func TestListsAreExchangedWhileRequestsRun(t *testing.T) {
	dir, c, server := served(t)

	// Each answer is by the old lists or the new ones, never by none or both.
	var done atomic.Bool
	var asking sync.WaitGroup
	for range 4 {
		asking.Go(func() {
			for !done.Load() {
				words, err := ask(server.URL, "麦田与稻谷")
				if err != nil || len(words) != 1 || words[0] != "麦田" && words[0] != "稻谷" {
					t.Errorf("got %v, %v", words, err)
					return
				}
			}
		})
	}
	for i := range 5 {
		write(t, dir, header+[]string{"稻谷", "麦田"}[i%2]+"\treject\n")
		if err := c.reload(); err != nil {
			t.Error(err)
		}
	}
	done.Store(true)
	asking.Wait()
	if words, err := ask(server.URL, "麦田与稻谷"); err != nil || len(words) != 1 || words[0] != "稻谷" {
		t.Errorf("after the last exchange: %v, %v", words, err)
	}
}

func TestFaultyListsLeaveTheOldOnesInForce(t *testing.T) {
	dir, c, server := served(t)
	write(t, dir, header+"稻谷\trejekt\n")
	if err := c.reload(); err == nil {
		t.Error("a faulty list is taken")
	}
	if words, err := ask(server.URL, "麦田与稻谷"); err != nil || len(words) != 1 || words[0] != "麦田" {
		t.Errorf("got %v, %v", words, err)
	}
}
