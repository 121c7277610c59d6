package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/mingcha-go/mingcha/internal/icon"
	"github.com/mingcha-go/mingcha/validate"
)

// iconPath gives the file that IconName refers to, relative to the catalog that
// names it; empty where it is none.
func iconPath(s *validate.Submission, catalog string) string {
	reference := strings.TrimSpace(s.IconName)
	if reference == "" || icon.IsDataURI(reference) || strings.Contains(reference, "://") {
		return ""
	}
	path := filepath.FromSlash(reference)
	if !filepath.IsAbs(path) && catalog != "-" {
		path = filepath.Join(filepath.Dir(catalog), path)
	}
	return path
}

// errRemote says that an icon lies on the network, where nobody asked to look.
var errRemote = errors.New("is not fetched")

// loadIcon loads the icon that IconName refers to: a data: URI, or a file. IconName
// becomes the media type or the file's name. Of a file larger than the form takes
// only so much is read as shows it.
func loadIcon(s *validate.Submission, catalog string) error {
	path, reference := iconPath(s, catalog), strings.TrimSpace(s.IconName)
	s.IconName = ""
	switch {
	case reference == "":
		return nil
	case icon.IsDataURI(reference):
		var err error
		if s.Icon, s.IconName, err = icon.DecodeDataURI(reference); err != nil {
			return fmt.Errorf("icon: %w", err)
		}
		return nil
	case path == "":
		return fmt.Errorf("icon: %s %w: give a path or a data: URI", clip(reference), errRemote)
	}
	data, err := readIcon(path)
	if err != nil {
		return fmt.Errorf("icon: %w", err)
	}
	s.Icon, s.IconName = data, filepath.Base(path)
	return nil
}

// readIcon reads a file, of one that is too large one byte more than the form takes.
func readIcon(path string) ([]byte, error) {
	info, err := os.Stat(path) // before opening: a pipe would wait for a writer
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no file", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, icon.MaxBytes+1))
	if err == nil && len(data) == 0 {
		err = fmt.Errorf("%s is empty", path)
	}
	return data, err
}

// iconFaults counts the icons of a run that could not be loaded, remote ones too.
type iconFaults int

// tell tells of one, with its place, and counts it in the tally. Past some the lines would hide everything
// else.
func (n *iconFaults) tell(p *progress, fault error, t *tally) {
	const most = 20
	*n++
	if !errors.Is(fault, errRemote) {
		t.icons++
	}
	switch {
	case *n <= most:
		p.line(fault.Error() + "; the rest of the record is checked")
	case *n == most+1:
		p.line("more icons could not be loaded; they are not told of one by one")
	}
}

func clip(s string) string {
	const most = 80 // bytes
	if len(s) > most {
		return strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}
