package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"mime"
	"net/http"
	"path"
	"time"

	"github.com/mingcha-go/mingcha/internal/category"
)

//go:embed page
var files embed.FS

// fixed answers with content that does not change while the program runs. Browsers
// ask whether it is still the same, and get it only if a new program runs.
func fixed(contentType string, content []byte) http.Handler {
	sum := sha256.Sum256(content)
	tag := `"` + hex.EncodeToString(sum[:8]) + `"`
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.Header().Set("Cache-Control", "no-cache")
		w.Header().Set("ETag", tag)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
	})
}

func fixedJSON(value any) http.Handler {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // a table of ours that is no JSON
	}
	return fixed("application/json; charset=utf-8", append(text, '\n'))
}

// addPage adds the embedded files to the addresses.
func addPage(addresses map[string]http.Handler) {
	entries, err := files.ReadDir("page")
	if err != nil {
		panic(err) // the embedded folder is gone
	}
	for _, entry := range entries {
		content, err := files.ReadFile("page/" + entry.Name())
		if err != nil {
			panic(err)
		}
		addresses["/"+entry.Name()] = only(http.MethodGet, fixed(contentType(entry.Name()), content))
	}
	addresses["/"] = addresses["/index.html"]
}

// contentType does not ask the machine, whose tables differ.
func contentType(name string) string {
	types := map[string]string{
		".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
		".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
	}
	if known := types[path.Ext(name)]; known != "" {
		return known
	}
	return mime.TypeByExtension(path.Ext(name))
}

// categories are the paths of the platform's tree, in its order.
func categories() []string {
	var paths []string
	for _, c := range category.All() {
		paths = append(paths, c.Path)
	}
	return paths
}
