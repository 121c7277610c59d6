package validate

import (
	"errors"
	"fmt"
	"strings"

	"github.com/mingcha-go/mingcha/internal/icon"
	"github.com/mingcha-go/mingcha/internal/icon/brand"
)

// protectedIcon is one that the caller protects.
type protectedIcon struct {
	mark   brand.Mark
	prints []brand.Print
}

// WithProtectedIcon protects an icon of the caller's, as the shipped marks are: an
// icon whose figure is like it is a finding of check icon-brand, whatever its
// colours and plate. name is what messages call it; owner the registered
// name of its owner ("杭州青禾科技有限公司"), "" for nobody. image is a PNG, JPEG, GIF or BMP
// file. New fails if it cannot be read, and if its figure is too plain to be told
// from others: a disc, a square, a ring.
func WithProtectedIcon(name, owner string, image []byte) Option {
	return func(c *config) error {
		if strings.TrimSpace(name) == "" {
			return errors.New("validate: a protected icon needs a name")
		}
		decoded, fault := icon.Decode(image)
		if fault != nil {
			return fmt.Errorf("validate: protected icon %s: %w", name, fault)
		}
		p := protectedIcon{mark: brand.Mark{Name: name}, prints: brand.Prints(decoded.Picture)}
		if owner != "" {
			p.mark.Owners = []string{owner}
		}
		if len(p.prints) == 0 {
			return fmt.Errorf("validate: protected icon %s: its figure is too plain to be told from others", name)
		}
		c.protected = append(c.protected, p)
		return nil
	}
}

// protection is the marks that icons are held against, by the numbers that figures
// knows them by.
type protection struct {
	marks   []brand.Mark
	figures *brand.Index
}

// protect gives the shipped marks with the caller's. It draws figures on first
// use, so it is left to the first icon.
func protect(icons []protectedIcon) *protection {
	p := &protection{brand.Marks(), brand.Shipped()}
	if len(icons) == 0 {
		return p
	}
	p.marks, p.figures = append([]brand.Mark(nil), p.marks...), p.figures.Clone()
	for _, icon := range icons {
		for _, print := range icon.prints {
			p.figures.Add(len(p.marks), print)
		}
		p.marks = append(p.marks, icon.mark)
	}
	return p
}
