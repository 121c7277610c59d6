package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"github.com/mingcha-go/mingcha/validate/wechat"
)

// platform calls the platform's interfaces for basic info on behalf of a merchant.
type platform struct {
	base, token string
	client      *http.Client
}

// nicknameSet is the answer to setNickName: AuditID where the name goes to a review.
type nicknameSet struct {
	Wording string `json:"wording"`
	AuditID int64  `json:"audit_id"`
}

func (p *platform) checkNickName(ctx context.Context, name string) (a wechat.CheckNicknameAnswer, err error) {
	return a, p.post(ctx, "/cgi-bin/wxverify/checkwxverifynickname", wechat.CheckNickName{NickName: name}, &a)
}

func (p *platform) setNickName(ctx context.Context, r wechat.SetNickName) (a nicknameSet, err error) {
	return a, p.post(ctx, "/wxa/setnickname", r, &a)
}

func (p *platform) setSignature(ctx context.Context, text string) error {
	return p.post(ctx, "/cgi-bin/account/modifysignature", wechat.SetSignature{Signature: text}, &struct{}{})
}

// mostAnswer bounds what is read of an answer.
const mostAnswer = 1 << 20

// post sends a request and reads the answer. An error of the platform's is a
// *wechat.APIError. The token never stands in an error.
func (p *platform) post(ctx context.Context, path string, request, answer any) error {
	var body bytes.Buffer
	encoder := json.NewEncoder(&body)
	encoder.SetEscapeHTML(false) // the platform reads \u escapes as they stand
	if err := encoder.Encode(request); err != nil {
		return err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, p.base+path+"?access_token="+url.QueryEscape(p.token), &body)
	if err != nil {
		return fmt.Errorf("%s: the platform's address is no URL", path)
	}
	r.Header.Set("Content-Type", "application/json; charset=utf-8")
	response, err := p.client.Do(r)
	if err != nil {
		if inner, ok := err.(*url.Error); ok { // which prints the URL with the token
			err = inner.Err
		}
		return fmt.Errorf("%s: %w", path, err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(io.LimitReader(response.Body, mostAnswer))
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	var said wechat.APIError
	if err := json.Unmarshal(text, &said); err != nil {
		return fmt.Errorf("%s: status %d, and no JSON: %w", path, response.StatusCode, err)
	}
	if said.Code != 0 {
		return &said
	}
	return json.Unmarshal(text, answer)
}
