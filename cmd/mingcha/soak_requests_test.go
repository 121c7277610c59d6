package main

import (
	"encoding/base64"
	"encoding/json"
	"image"
	"image/color"
	"strings"

	"github.com/mingcha-go/mingcha/internal/icon/sample"
)

// hostile is a request that costs, or once cost, more than its sender paid.
type hostile struct {
	name string
	body []byte
}

// hostileRequests are the worst that were found, each within the bounds of a request
// unless that is its point.
func hostileRequests() []hostile {
	texts := func(one string, n int) []string {
		all := make([]string, n)
		for i := range all {
			all[i] = one
		}
		return all
	}
	submission := func(members map[string]any) []byte {
		text, err := json.Marshal(members)
		if err != nil {
			panic(err) // texts and lists always can be
		}
		return text
	}
	again := strings.Repeat
	icon := func(picture []byte) string {
		return "data:image/png;base64," + base64.StdEncoding.EncodeToString(picture)
	}
	return []hostile{
		{"against gambling, past the bound", submission(map[string]any{"description": again("反赌博", 101)})},
		{"vague slogans", submission(map[string]any{"intro": again("用心 服务·", 4000)})},
		{"tags and authorisations", submission(map[string]any{"tags": texts("微信", 9000), "authorizations": []any{map[string]string{"mark": again("m", 100_000)}}})},
		{"tags times authorisations", submission(map[string]any{"tags": texts("微信", 5000), "authorizations": manyMarks(5000)})},
		{"words on the icon times a long name", submission(map[string]any{"name": again("青禾记账", 2000), "intro": again("记账", 4000), "icon_text": texts("青", 10_000)})},
		{"a long owner", submission(map[string]any{"owner": map[string]string{"name": again("青禾", 10_000)}, "icon_text": texts("微信支付", 3000)})},
		{"telephones", submission(map[string]any{"description": again("电话13800138000，", 11_000)})},
		{"tags", submission(map[string]any{"tags": texts("微信", 25_000)})},
		{"text beside a raw icon", submission(map[string]any{"description": again("青禾", 200_000), "icon": "data:," + again("A", 2_700_000)})},
		{"near marks", submission(map[string]any{"description": again("腾迅威信最好的国家级", 8000)})},
		{"near marks in a name", submission(map[string]any{"name": again("腾迅威亻言", 600)})},
		{"invisible signs", submission(map[string]any{"intro": again("微\u200b\u200d信\u0301", 3000)})},
		{"as long as is short", submission(map[string]any{"intro": again("全国最好的，加V信领红包 ", 400)})},
		{"unknown keys", []byte("{" + again(`"x":1,`, 20_000) + `"y":2}`)},
		{"nested deep", []byte(`{"owner":` + again("[", 100_000) + again("]", 100_000) + `}`)},
		{"no JSON", []byte(again(`{"name":`, 30_000))},
		{"far too long", []byte(`{"description":"` + again("A", 6<<20) + `"}`)},
		{"a picture as large as can be", submission(map[string]any{"icon": icon(sample.PNG(woven(2048)))})},
		{"a picture that is not yet large", submission(map[string]any{"icon": icon(sample.PNG(woven(512)))})},
		{"a picture too large", submission(map[string]any{"icon": icon(sample.PNG(sample.Plain(6000, 6000, sample.Green)))})},
		{"a photograph", submission(map[string]any{"icon": icon(sample.JPEG(woven(2048), 60))})},
	}
}

func manyMarks(n int) (all []map[string]string) {
	for range n {
		all = append(all, map[string]string{"mark": "青禾支付", "document": "x"})
	}
	return all
}

// woven is a picture that is all edges.
func woven(side int) image.Image {
	picture := image.NewNRGBA(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			picture.SetNRGBA(x, y, color.NRGBA{byte(x * 7), byte(y * 5), byte(x ^ y), 255})
		}
	}
	return picture
}
