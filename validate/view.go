package validate

// In gives a Validator that decides the same and writes its messages in another
// language: for a service that answers each caller in theirs. It shares all
// tables with v, so it costs next to nothing and may be made for every request.
// Anything but English stands for Chinese. A Validator that was not made by New
// panics, here and in Complete and Language.
func (v *Validator) In(l Language) *Validator {
	v.mustBeMade("In")
	if l != English {
		l = Chinese
	}
	if l == v.language {
		return v
	}
	view := *v
	view.language = l
	return &view
}

// Complete gives a Validator that takes every submission for a whole one, as
// WithComplete does: a form asks v while its user types, and this one when all
// is handed in. It shares all tables with v.
func (v *Validator) Complete() *Validator {
	v.mustBeMade("Complete")
	if v.complete {
		return v
	}
	view := *v
	view.complete = true
	return &view
}

// Language is that of messages and suggestions.
func (v *Validator) Language() Language {
	v.mustBeMade("Language")
	return v.language
}
