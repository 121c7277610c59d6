package wechat

import (
	"errors"
	"fmt"

	"github.com/mingcha-go/mingcha/validate"
)

// SetNickName is the request of setNickName (POST /wxa/setnickname). The materials are
// media ids of papers.
type SetNickName struct {
	NickName string `json:"nick_name"`
	// IDCard is asked of individuals, License of all others.
	IDCard  string `json:"id_card,omitempty"`
	License string `json:"license,omitempty"`
	// Other materials, as for a protected name.
	NamingOtherStuff1 string `json:"naming_other_stuff_1,omitempty"`
	NamingOtherStuff2 string `json:"naming_other_stuff_2,omitempty"`
	NamingOtherStuff3 string `json:"naming_other_stuff_3,omitempty"`
	NamingOtherStuff4 string `json:"naming_other_stuff_4,omitempty"`
	NamingOtherStuff5 string `json:"naming_other_stuff_5,omitempty"`
}

// CheckNickName is the request of checkNickName (POST
// /cgi-bin/wxverify/checkwxverifynickname). The platform wants it as UTF-8, not with \u
// escapes; encoding/json writes it so.
type CheckNickName struct {
	NickName string `json:"nick_name"`
}

// SetSignature is the request of setSignature (POST /cgi-bin/account/modifysignature):
// the intro, 4 to 120 characters.
type SetSignature struct {
	Signature string `json:"signature"`
}

// ModifyHeadImage is the request of modifyHeadImage (POST
// /cgi-bin/account/modifyheadimage): a picture by its media id, and the square cut from
// it as shares of its width and height, 0 to 1.
type ModifyHeadImage struct {
	HeadImgMediaID string  `json:"head_img_media_id"`
	X1             float64 `json:"x1"`
	Y1             float64 `json:"y1"`
	X2             float64 `json:"x2"`
	Y2             float64 `json:"y2"`
}

// AddCategory is the request of addCategory (POST /cgi-bin/wxopen/addcategory).
type AddCategory struct {
	Categories []Category `json:"categories"`
}

// Category is a category of a request by the ids of its two levels, with its papers.
// ModifyCategory (POST /cgi-bin/wxopen/modifycategory) is one such object.
type Category struct {
	First      int         `json:"first"`
	Second     int         `json:"second"`
	Certicates []Certicate `json:"certicates"` // as the platform spells it
}

// Certicate is a paper: its name and the media id of its picture.
type Certicate struct {
	Key   string `json:"key"`
	Value string `json:"value"`
}

// Draft gathers what is about to be sent for one program. Members that are nil are not
// sent and not checked.
type Draft struct {
	// ID is the caller's own name for the program, as its app id.
	ID           string
	NickName     *SetNickName
	Signature    *SetSignature
	HeadImage    *ModifyHeadImage
	AddCategory  *AddCategory
	Owner        validate.Owner
	Features     []validate.Feature
	Declarations validate.Declarations
	// Image is the picture of HeadImage: the platform knows it by its media id, this
	// library wants its bytes.
	Image []byte
	// Tree resolves the ids of AddCategory; nil where that is nil.
	Tree *CategoryTree
}

// Submission gives the submission to check. The error joins what the draft lacks for
// it: a picture without bytes, a square that is none, an id that the tree does not have.
// The submission is never nil: what could be read of the draft can be checked all the
// same.
func (d *Draft) Submission() (*validate.Submission, error) {
	s := &validate.Submission{ID: d.ID, Owner: d.Owner, Features: d.Features, Declarations: d.Declarations}
	var faults []error
	if d.NickName != nil {
		s.Name = d.NickName.NickName
	}
	if d.Signature != nil {
		s.Intro = d.Signature.Signature
	}
	if d.HeadImage != nil {
		icon, err := d.HeadImage.cut(d.Image)
		if err != nil {
			faults = append(faults, fmt.Errorf("head image: %w", err))
		}
		s.Icon = icon
	}
	if d.AddCategory != nil {
		paths, papers, err := d.Tree.resolve(d.AddCategory.Categories)
		if err != nil {
			faults = append(faults, err)
		}
		s.Categories = paths
		s.Owner.Licences = append(append([]string(nil), s.Owner.Licences...), papers...)
	}
	return s, errors.Join(faults...)
}
