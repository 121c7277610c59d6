package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"

	"github.com/mingcha-go/mingcha/validate"
)

// answer is what the service says to a form.
type answer struct {
	// Errors are messages by field, as the form calls them.
	Errors map[string]string `json:"errors,omitempty"`
	// Report has places, rules and suggestions, and what a person should look at.
	Report *validate.Report `json:"report,omitempty"`
}

const maxBody = 64 << 10 // bytes

// service registers programs.
type service struct {
	validator *validator.Validate
	languages *languages
}

func newService() (http.Handler, error) {
	v, err := validate.New()
	if err != nil {
		return nil, err
	}
	s := &service{languages: newLanguages()}
	if s.validator, err = teach(v, s.languages); err != nil {
		return nil, err
	}
	router := gin.New()
	router.Use(gin.Recovery())
	router.POST("/names", s.checkName)
	router.POST("/programs", s.register)
	return router, nil
}

// register answers a form: 422 with a message a field, or 200; both with the
// report. As gin binds without the context that carries the report, the form is
// validated here.
func (s *service) register(c *gin.Context) {
	trans := s.languages.of(c)
	var form registration
	decoder := json.NewDecoder(http.MaxBytesReader(c.Writer, c.Request.Body, maxBody))
	if err := decoder.Decode(&form); err != nil {
		c.JSON(http.StatusBadRequest, answer{Errors: map[string]string{"": err.Error()}})
		return
	}
	ctx, collected := validate.Collect(c.Request.Context(), validate.Language(trans.Locale()))
	err := s.validator.StructCtx(ctx, &form)
	reply(c, trans, err, collected.Report())
}

// checkName is the short way, where a message is all that is asked for.
func (s *service) checkName(c *gin.Context) {
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, maxBody)
	var form struct {
		Name string `json:"name" binding:"required,mp_name"`
	}
	reply(c, s.languages.of(c), c.ShouldBindJSON(&form), nil)
}

func reply(c *gin.Context, trans ut.Translator, err error, report *validate.Report) {
	c.Header("Content-Language", trans.Locale())
	var errs validator.ValidationErrors
	switch {
	case err == nil:
		c.JSON(http.StatusOK, answer{Report: report})
	case errors.As(err, &errs):
		a := answer{Errors: map[string]string{}, Report: report}
		for field, message := range errs.Translate(trans) {
			if _, name, ok := strings.Cut(field, "."); ok {
				field = name
			}
			a.Errors[field] = message
		}
		c.JSON(http.StatusUnprocessableEntity, a)
	default:
		c.JSON(http.StatusBadRequest, answer{Errors: map[string]string{"": err.Error()}})
	}
}
