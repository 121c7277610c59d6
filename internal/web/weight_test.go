package web_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime/multipart"
	"net/textproto"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/icon/sample"
	"github.com/mingcha-go/mingcha/internal/web"
)

// The bound of texts counts all that is not the data of the icon, as it was sent.
func TestTheBoundOfTextsHoldsHoweverTheyAreSent(t *testing.T) {
	const most, size = 20_000, 40_000
	url := serve(t, func(l *web.Limits) { l.Body, l.Text = 400_000, most }) + "/api/check"
	long := strings.Repeat("x", size)
	picture := sample.PNG(sample.Leaf(144, 144, sample.Green, sample.White))
	inBase64 := base64.StdEncoding.EncodeToString(picture)
	for _, test := range []struct {
		name, json string
		status     int
		field      string
	}{
		{"little text, a picture in base64", `{"name":"青禾","icon":"data:image/png;base64,` + inBase64 + `"}`, 200, ""},
		{"little text, a long icon that is no picture", `{"name":"青禾","icon":"data:,` + long + `"}`, 200, ""},
		{"long text", `{"description":"` + long + `"}`, 413, "description"},
		{"long text beside a longer raw icon", `{"description":"` + long + `","icon":"data:,` + strings.Repeat("A", 3*size) + `"}`, 413, "description"},
		{"long text before a percent-encoded icon", `{"description":"` + long + `","icon":"data:,` + strings.Repeat("%41", size) + `"}`, 413, "description"},
		{"long text after base64 that is full of blanks", `{"icon":"data:;base64,` + strings.Repeat("A   ", size) + `","intro":"` + long + `"}`, 413, "intro"},
		{"long text beside an icon of escapes", `{"icon":"data:,` + strings.Repeat(`\u0041`, size) + `","intro":"` + long + `"}`, 413, "intro"},
		{"little text beside an icon of escapes", `{"icon":"data:,` + strings.Repeat(`\u0041`, size) + `"}`, 200, ""},
		{"the icon's key in escapes", `{"\u0069con":"data:,` + long + `"}`, 200, ""},
		{"a long media type", `{"icon":"data:` + long + `,A"}`, 413, "icon"},
		{"an icon without a comma", `{"icon":"data:` + long + `"}`, 413, "icon"},
		{"two long icons", `{"icon":"data:,` + long + `","icon":"data:,` + long + `"}`, 413, "icon"},
		{"a long icon and a short one", `{"icon":"data:,` + long + `","icon":"data:,A"}`, 413, "icon"},
		{"a long icon beside one that is null", `{"icon":null,"icon":"data:,` + long + `","icon":null}`, 200, ""},
		{"a long icon by another name", `{"图标":"data:,` + long + `"}`, 200, ""},
		{"two long icons by two names", `{"图标":"data:,` + long + `","icon":"data:,` + long + `"}`, 413, "icon"},
		{"long text by another name", `{"简介":"` + long + `"}`, 413, "intro"},
		{"an icon that is a list", `{"icon":["data:,` + long + `"]}`, 413, "icon"},
		{"an icon inside another member", `{"owner":{"icon":"data:,` + long + `"}}`, 413, "owner"},
		{"one member twice", `{"name":"` + long[:most/2] + `","name":"` + long[:most/2] + `"}`, 413, "name"},
		{"a key that is unknown", `{"nmae":"` + long + `"}`, 413, ""},
		{"a key that is long itself", `{"` + long + `":1}`, 413, ""},
		{"blanks between members", `{"name":` + strings.Repeat(" ", size) + `"x"}`, 413, ""},
		{"many tags", `{"tags":["x"` + strings.Repeat(`,"x"`, size/4) + `]}`, 413, "tags"},
		{"values nested deep", `{"x":` + strings.Repeat("[", size/2) + strings.Repeat("]", size/2) + `}`, 400, ""},
		{"values nested less deep", `{"x":` + strings.Repeat("[", 500) + strings.Repeat("]", 500) + `,"name":"` + long + `"}`, 413, ""},
		{"a long text that is no JSON", `{"name":"` + long, 400, ""},
	} {
		response, a := send(t, "POST", url, jsonType, strings.NewReader(test.json))
		if response.StatusCode != test.status || a.Error != nil && a.Error.Field != test.field {
			t.Errorf("%s: %s, %+v", test.name, response.Status, a.Error)
		}
	}
	const submission = `{"name":"青禾"}`
	file := func(name string) string { return `form-data; name="icon"; filename="` + name + `"` }
	for _, test := range []struct {
		name   string
		parts  [][2]string // Content-Disposition, content
		status int
		field  string
	}{
		{"little text and a picture", [][2]string{{"form-data; name=submission", submission}, {file("x.png"), long}}, 200, ""},
		{"long text before a picture", [][2]string{{"form-data; name=submission", `{"intro":"` + long + `"}`}, {file("x.png"), long}}, 413, "intro"},
		{"long text after a picture", [][2]string{{file("x.png"), long}, {"form-data; name=submission", `{"intro":"` + long + `"}`}}, 413, "intro"},
		{"a long name of a file", [][2]string{{"form-data; name=submission", submission}, {file(long), "x"}}, 413, "icon"},
		{"a long header", [][2]string{{"form-data; name=submission", submission}, {file("x.png") + "; x=" + long, "x"}}, 413, ""},
		{"an icon in both", [][2]string{{"form-data; name=submission", `{"icon":"data:;base64,` + inBase64 + `"}`}, {file("x.png"), "x"}}, 400, "icon"},
		{"a long icon in JSON with one beside it", [][2]string{{"form-data; name=submission", `{"icon":"data:,` + long + `"}`}, {file("x.png"), long}}, 400, "icon"},
		{"two pictures", [][2]string{{"form-data; name=submission", submission}, {file("x.png"), long}, {file("y.png"), long}}, 400, "icon"},
	} {
		kind, text := parts(t, test.parts)
		response, a := send(t, "POST", url, kind, text)
		if response.StatusCode != test.status || a.Error != nil && a.Error.Field != test.field {
			t.Errorf("form: %s: %s, %+v", test.name, response.Status, a.Error)
		}
	}
}

// parts makes a form of parts with the headers given.
func parts(t *testing.T, all [][2]string) (contentType string, body io.Reader) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, part := range all {
		to, err := w.CreatePart(textproto.MIMEHeader{"Content-Disposition": {part[0]}})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(to, part[1])
	}
	w.Close()
	return w.FormDataContentType(), &b
}
