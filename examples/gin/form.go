package main

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/gin-gonic/gin/binding"
	"github.com/go-playground/validator/v10"

	"github.com/mingcha-go/mingcha/validate"
)

// registration is the form that a merchant sends. Plain faults fail the request;
// an intro that only a person can judge passes, and the answer says so.
type registration struct {
	Name      string   `json:"name" binding:"required,mp_name"`
	ShortName string   `json:"short_name" binding:"omitempty,mp_short_name"`
	Intro     string   `json:"intro" binding:"required,mp_intro"`
	Category  string   `json:"category" binding:"omitempty,mp_category"`
	Tags      []string `json:"tags" binding:"dive,mp_tag"`
	WeChat    string   `json:"admin_wechat" binding:"omitempty,mp_wechat_id"`
}

// teach registers our tags with the validator that gin binds with, and gives it.
func teach(v *validate.Validator, languages *languages) (*validator.Validate, error) {
	pv, ok := binding.Validator.Engine().(*validator.Validate)
	if !ok {
		return nil, fmt.Errorf("gin binds with %T, which has no tags", binding.Validator.Engine())
	}
	pv.RegisterTagNameFunc(jsonName)
	if err := v.RegisterTags(pv); err != nil {
		return nil, err
	}
	pv.RegisterStructValidationCtx(v.StructRule(validate.Reject), registration{})
	for _, trans := range languages.translators {
		if err := languages.register(pv, trans); err != nil {
			return nil, err
		}
		if err := v.RegisterTranslations(pv, trans); err != nil {
			return nil, err
		}
	}
	return pv, nil
}

// jsonName makes errors call fields as the caller does.
func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
