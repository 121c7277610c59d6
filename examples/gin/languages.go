package main

import (
	"github.com/gin-gonic/gin"
	"github.com/go-playground/locales/en"
	"github.com/go-playground/locales/zh"
	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"
	plainen "github.com/go-playground/validator/v10/translations/en"
	plainzh "github.com/go-playground/validator/v10/translations/zh"
	"golang.org/x/text/language"
)

// languages are those that the service answers in; the first is the default.
type languages struct {
	matcher     language.Matcher
	translators []ut.Translator
}

func newLanguages() *languages {
	all := ut.New(zh.New(), zh.New(), en.New())
	l := &languages{matcher: language.NewMatcher([]language.Tag{language.Chinese, language.English})}
	for _, locale := range []string{"zh", "en"} {
		trans, _ := all.GetTranslator(locale)
		l.translators = append(l.translators, trans)
	}
	return l
}

// of gives the translator for what the caller accepts.
func (l *languages) of(c *gin.Context) ut.Translator {
	_, i := language.MatchStrings(l.matcher, c.GetHeader("Accept-Language"))
	return l.translators[i]
}

// register adds the messages of the library's own tags, such as required.
func (l *languages) register(pv *validator.Validate, trans ut.Translator) error {
	if trans.Locale() == "en" {
		return plainen.RegisterDefaultTranslations(pv, trans)
	}
	return plainzh.RegisterDefaultTranslations(pv, trans)
}
