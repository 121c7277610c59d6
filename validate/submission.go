package validate

import (
	"strconv"
	"strings"
)

// Submission is the basic info of one mini program as its owner hands it in.
// Every member may be absent (zero); an absent text is not checked for form
// unless the Validator was made WithComplete. Texts are UTF-8; what is not is
// answered by a finding.
//
// Texts may be of any length up to 2 GiB: a check takes a time and a memory that
// grow with them and no faster, and all of a text is looked through for words. Of a
// name the first 64 words (512 characters) are held against the intro, and an
// e-mail address over 254 bytes or a host over 253 is none. Of lists no more is read
// than MostTags and the like say; the check list-length tells of more.
//
// The mp tags are the plain form rules of the registration form (widths,
// characters), read by github.com/go-playground/validator/v10 under that tag
// name, so that they never clash with a caller's own validate or binding tags.
type Submission struct {
	// ID is the caller's own name for the record; it is copied to the Report.
	ID string `json:"id,omitempty"`
	// Name is the program's name, 4 to 30 columns wide (a Han character is 2).
	Name string `json:"name,omitempty" mp:"omitempty,mpname"`
	// ShortName is cut from Name in order, 4 to 10 columns wide.
	ShortName string `json:"short_name,omitempty" mp:"omitempty,mpshortname"`
	// Intro is the 功能介绍 of the registration form, 4 to 120 characters.
	Intro string `json:"intro,omitempty" mp:"omitempty,mpintro"`
	// Description is any longer text about the program.
	Description string `json:"description,omitempty"`
	// Icon is the encoded picture; in catalogs it is a path or a data: URI, which
	// the command line loads.
	Icon []byte `json:"-"`
	// IconName is the file name or media type that Icon was given under, if known:
	// a file of another type than its name is pointed at.
	IconName string `json:"-"`
	// IconText holds the words known to stand on the icon, MostIconText at most.
	IconText []string `json:"icon_text,omitempty"`
	// Categories are paths of the platform's tree, "餐饮服务/点餐平台", MostCategories
	// at most.
	Categories []string `json:"categories,omitempty"`
	// Tags are the search tags, MostTags at most.
	Tags []string `json:"tags,omitempty"`
	// Contact is how users reach the developer.
	Contact Contact `json:"contact,omitzero" mp:"-"`
	// AdminWeChat is the administrator's WeChat id.
	AdminWeChat string `json:"admin_wechat,omitempty"`
	// Owner is who registers the program.
	Owner Owner `json:"owner,omitzero" mp:"-"`
	// Features are what the program uses: payment, account, ugc, location,
	// game, live, virtual-goods; MostFeatures at most. Another value is a finding of
	// unknown-value.
	Features []Feature `json:"features,omitempty"`
	Declarations
	// Authorizations are the documents that allow the use of others' marks,
	// MostAuthorizations at most. Of two for one mark the first counts.
	Authorizations []Authorization `json:"authorizations,omitempty"`
}

// Contact is how users reach the developer (rule 1.1).
type Contact struct {
	Email string `json:"email,omitempty"`
	URL   string `json:"url,omitempty"`
	Phone string `json:"phone,omitempty"`
}

// Owner is the person or organisation that registers the program.
type Owner struct {
	Name string `json:"name,omitempty"`
	// Kind is individual, enterprise, government or organization; another value is
	// a finding of unknown-value.
	Kind string `json:"kind,omitempty"`
	// Licences are the names of those it holds, MostLicences at most.
	Licences []string `json:"licences,omitempty"`
}

// The kinds of owners.
const (
	OwnerIndividual   = "individual"
	OwnerEnterprise   = "enterprise"
	OwnerGovernment   = "government"
	OwnerOrganization = "organization"
)

// Feature is a capability that a program declares.
type Feature string

// The features that rules ask about.
const (
	FeaturePayment      Feature = "payment"
	FeatureAccount      Feature = "account"
	FeatureUGC          Feature = "ugc"
	FeatureLocation     Feature = "location"
	FeatureGame         Feature = "game"
	FeatureLive         Feature = "live"
	FeatureVirtualGoods Feature = "virtual-goods"
)

// Declarations are what the owner states about the program; nil: not stated.
type Declarations struct {
	TestAccount      *bool `json:"test_account,omitempty"`
	ComplaintChannel *bool `json:"complaint_channel,omitempty"`
	UGCFilter        *bool `json:"ugc_filter,omitempty"`
	LocationConsent  *bool `json:"location_consent,omitempty"`
}

// Authorization names a document that allows the use of a mark (rule 8.2).
type Authorization struct {
	Mark     string `json:"mark"`
	Document string `json:"document"`
}

// Text gives a text field as it was given: "name", "tags[1]"; "" where there is
// none.
func (s *Submission) Text(f Field) string {
	if s == nil {
		return ""
	}
	switch f {
	case FieldName:
		return s.Name
	case FieldShortName:
		return s.ShortName
	case FieldIntro:
		return s.Intro
	case FieldDescription:
		return s.Description
	}
	list, index, ok := strings.Cut(strings.TrimSuffix(string(f), "]"), "[")
	i, err := strconv.Atoi(index)
	members := map[Field][]string{FieldTags: s.Tags, FieldIconText: s.IconText}[Field(list)]
	if !ok || err != nil || i < 0 || i >= len(members) {
		return ""
	}
	return members[i]
}
