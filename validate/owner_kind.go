package validate

import "github.com/mingcha-go/mingcha/internal/owner"

// againstKind says how sure it is that an owner of a kind cannot have a name of a
// form; what is not in it goes together.
var againstKind = map[string]map[owner.Form]Severity{
	OwnerGovernment:   {owner.Company: Reject, owner.Business: Reject, owner.Person: Reject, owner.Unknown: Review},
	OwnerIndividual:   {owner.Company: Reject, owner.Organ: Reject, owner.Institution: Reject, owner.Business: Review},
	OwnerEnterprise:   {owner.Organ: Reject, owner.Person: Review},
	OwnerOrganization: {owner.Person: Reject, owner.Company: Review, owner.Business: Review, owner.Organ: Review},
}

// kindAgainstName gives how sure it is that the declared kind of the owner and its
// name cannot both be true; zero where they can.
func (s *subject) kindAgainstName() Severity {
	if s.submission.Owner.Name == "" {
		return 0
	}
	return againstKind[s.submission.Owner.Kind][s.readRights().form]
}

// trustedKind is the kind of the owner as far as its name bears it out: what is free
// for a state organ is not free for who only says that it is one.
func (s *subject) trustedKind() string {
	kind := s.submission.Owner.Kind
	if kind != OwnerGovernment || s.kindAgainstName() == 0 {
		return kind
	}
	if s.readRights().form == owner.Person {
		return OwnerIndividual
	}
	return OwnerEnterprise
}

// formNames name the forms in messages.
var formNames = map[owner.Form]Text{
	owner.Unknown:     {"不像机关单位的名称", "does not look like the name of an organ"},
	owner.Company:     {"是企业的名称", "is the name of a company"},
	owner.Business:    {"是个体工商户的名称", "is the name of a business"},
	owner.Organ:       {"是国家机关的名称", "is the name of an organ of the state"},
	owner.Institution: {"是单位或社会组织的名称", "is the name of an institution"},
	owner.Person:      {"是个人的姓名", "is the name of a person"},
}
