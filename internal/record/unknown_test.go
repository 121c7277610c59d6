package record_test

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/internal/record"
	"github.com/mingcha-go/mingcha/validate"
)

// one reads a catalog of one record and gives its submission as JSON, or its error
// as "field: message", and what was warned of.
func one(t *testing.T, name, text string, o record.Options) (got string, warned []string) {
	t.Helper()
	o.Warn = func(m string) { warned = append(warned, m) }
	r, err := record.NewReader(name, strings.NewReader(text), o)
	if err != nil {
		return err.Error(), warned
	}
	next, err := r.Next()
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	if next.Err != nil {
		return next.Err.Field + ": " + next.Err.Message, warned
	}
	shown, err := json.Marshal(next.Submission)
	if err != nil {
		t.Fatal(err)
	}
	return string(shown), warned
}

// oneRow reads a table of one row, as workbooks are read.
func oneRow(t *testing.T, rows ...[]string) string {
	t.Helper()
	line := 0
	r, err := record.NewTableReader("x.xlsx", func() (record.Row, error) {
		if line++; line > len(rows) {
			return record.Row{}, io.EOF
		}
		return record.Row{Line: line, Cells: rows[line-1]}, nil
	}, record.Options{})
	if err != nil {
		t.Fatal(err)
	}
	next, err := r.Next()
	switch {
	case err != nil:
		t.Fatal(err)
	case next.Err != nil:
		return next.Err.Field + ": " + next.Err.Message
	}
	shown, err := json.Marshal(next.Submission)
	if err != nil {
		t.Fatal(err)
	}
	return string(shown)
}

// In each format the same value is taken, or refused, in the same words.
func TestValuesOfASetAreKnownInEveryFormatAndOthersRefused(t *testing.T) {
	for _, test := range []struct{ field, value, want string }{
		{"owner.kind", "enterprise", `{"owner":{"kind":"enterprise"}}`},
		{"owner.kind", " Enterprise ", `{"owner":{"kind":"enterprise"}}`},
		{"owner.kind", "个人", `{"owner":{"kind":"individual"}}`},
		{"owner.kind", "企业", `{"owner":{"kind":"enterprise"}}`},
		{"owner.kind", "公司", `{"owner":{"kind":"enterprise"}}`},
		{"owner.kind", "个体", `{"owner":{"kind":"enterprise"}}`},
		{"owner.kind", "个体工商户", `{"owner":{"kind":"enterprise"}}`},
		{"owner.kind", "政府", `{"owner":{"kind":"government"}}`},
		{"owner.kind", "事业单位", `{"owner":{"kind":"government"}}`},
		{"owner.kind", "其他组织", `{"owner":{"kind":"organization"}}`},
		{"owner.kind", "其它组织", `{"owner":{"kind":"organization"}}`},
		{"owner.kind", "媒体", `{"owner":{"kind":"organization"}}`},
		{"owner.kind", "bogus", `owner.kind: expected one of individual, enterprise, government, organization, got "bogus"`},
		{"owner.kind", "individaul", `owner.kind: expected one of individual, enterprise, government, organization, got "individaul" (did you mean "individual"?)`},
		{"owner.kind", "境外企业", `owner.kind: expected one of individual, enterprise, government, organization, got "境外企业"`},
		{"owner.kind", "5", `owner.kind: expected one of individual, enterprise, government, organization, got "5"`},
		{"features[]", "支付", `{"features":["payment"]}`},
		{"features[]", "帐号", `{"features":["account"]}`},
		{"features[]", "账号", `{"features":["account"]}`},
		{"features[]", "用户生成内容", `{"features":["ugc"]}`},
		{"features[]", "UGC", `{"features":["ugc"]}`},
		{"features[]", "定位", `{"features":["location"]}`},
		{"features[]", "位置", `{"features":["location"]}`},
		{"features[]", "游戏", `{"features":["game"]}`},
		{"features[]", "直播", `{"features":["live"]}`},
		{"features[]", "虚拟商品", `{"features":["virtual-goods"]}`},
		{"features[]", "Virtual Goods", `{"features":["virtual-goods"]}`},
		{"features[]", "paymnt", `features[0]: expected one of payment, account, ugc, location, game, live, virtual-goods, got "paymnt" (did you mean "payment"?)`},
		{"features[]", "支付宝", `features[0]: expected one of payment, account, ugc, location, game, live, virtual-goods, got "支付宝" (did you mean "payment"?)`},
		{"features[]", "别的", `features[0]: expected one of payment, account, ugc, location, game, live, virtual-goods, got "别的"`},
		{"test_account", "是", `{"test_account":true}`}, {"test_account", "有", `{"test_account":true}`},
		{"test_account", "TRUE", `{"test_account":true}`}, {"test_account", "yes", `{"test_account":true}`},
		{"test_account", "1", `{"test_account":true}`}, {"test_account", "√", `{"test_account":true}`},
		{"test_account", "否", `{"test_account":false}`}, {"test_account", "无", `{"test_account":false}`},
		{"test_account", "0", `{"test_account":false}`}, {"test_account", "No", `{"test_account":false}`}, {"ugc_filter", "没有", `{"ugc_filter":false}`},
		{"ugc_filter", "maybe", `ugc_filter: expected true or false, yes or no, 是 or 否, got "maybe"`},
		{"location_consent", "ture", `location_consent: expected true or false, yes or no, 是 or 否, got "ture" (did you mean "true"?)`},
		{"complaint_channel", "2", `complaint_channel: expected true or false, yes or no, 是 or 否, got "2"`},
	} {
		field, list := strings.CutSuffix(test.field, "[]")
		value := any(test.value)
		if list {
			value = []string{test.value}
		}
		flat, _ := json.Marshal(map[string]any{field: value})
		texts := map[string]string{"x.jsonl": string(flat), "x.json": "[" + string(flat) + "]", "x.csv": field + ",id\n" + test.value + ",\n"}
		if parent, member, ok := strings.Cut(field, "."); ok {
			nested, _ := json.Marshal(map[string]any{parent: map[string]any{member: value}})
			texts["nested.jsonl"] = string(nested)
		}
		for name, text := range texts {
			if got, warned := one(t, name, text, record.Options{Strict: true}); got != test.want || len(warned) > 0 {
				t.Errorf("%s, %s:\n got %s, %q\nwant %s", name, text, got, warned, test.want)
			}
		}
		if got := oneRow(t, []string{field, "id"}, []string{test.value, ""}); got != test.want {
			t.Errorf("a row, %s: got %s, want %s", test.value, got, test.want)
		}
	}
}

func TestValuesOfTheWrongShapeAreRefused(t *testing.T) {
	for text, want := range map[string]string{
		`{"test_account":1}`:                                   `{"test_account":true}`,
		`{"test_account":2}`:                                   `test_account: expected true or false, yes or no, 是 or 否, got "2"`,
		`{"test_account":[true]}`:                              `test_account: expected true or false, got a list`,
		`{"owner":{"kind":true}}`:                              `owner.kind: expected one of individual, enterprise, government, organization, got true or false`,
		`{"owner":{"kind":["个人"]}}`:                            `owner.kind: expected one of individual, enterprise, government, organization, got a list`,
		`{"owner":"张三"}`:                                       `owner: expected an object with name, kind, licences, got a text`,
		`{"owner":{"licences":"食品"}}`:                          `owner.licences: expected a list of texts, got a text`,
		`{"contact":["a@b.cn"]}`:                               `contact: expected an object with email, url, phone, got a list`,
		`{"features":"支付"}`:                                    `features: expected a list of texts, of payment, account, ugc, location, game, live, virtual-goods, got a text`,
		`{"features":{"payment":true}}`:                        `features: expected a list of texts, of payment, account, ugc, location, game, live, virtual-goods, got an object`,
		`{"features":["ugc",7]}`:                               `features: expected a list of texts, of payment, account, ugc, location, game, live, virtual-goods, got a number inside`,
		`{"categories":"餐饮服务/点餐平台"}`:                           `categories: expected a list of texts, got a text`,
		`{"categories":[["餐饮服务","点餐平台"]]}`:                     `categories: expected a list of texts, got a list inside`,
		`{"categories":[{"first":"餐饮服务","second":"点餐平台"}]}`:    `categories: expected a list of texts, got an object inside`,
		`{"categories":7}`:                                     `categories: expected a list of texts, got a number`,
		`{"categories":["没有的类目"]}`:                             `{"categories":["没有的类目"]}`, // a finding: category-unknown
		`{"authorizations":{"mark":"青禾"}}`:                     `authorizations: expected a list of objects with mark and document, got an object`,
		`{"authorizations":["青禾"]}`:                            `authorizations[0]: expected an object with mark, document, got a text`,
		`{"authorizations":[{"mark":"青禾"},{"document":7}]}`:    `authorizations[1].document: expected a text, got a number`,
		`{"authorizations":[null]}`:                            `authorizations[0]: expected an object with mark, document, got null`,
		`{"contact":{"phone":13800138000}}`:                    `{"contact":{"phone":"13800138000"}}`,
		`{"owner":{"kind":""},"features":[],"name":"青禾"}`:      `{"name":"青禾"}`,
		`{"features":["","支付",null],"test_account":""}`:        `{"features":["payment"]}`,
		`{"id":"7","owner":{"kind":"bogus"},"features":["x"]}`: `owner.kind: expected one of individual, enterprise, government, organization, got "bogus"`,
	} {
		if got, _ := one(t, "x.jsonl", text, record.Options{}); got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
	}
	for cell, want := range map[string]string{
		`支付、定位`: `{"features":["payment","location"]}`, `支付;别的`: `features[1]: expected one of payment, account, ugc, location, game, live, virtual-goods, got "别的"`,
		`无`: `{}`, `/`: `{}`, ` `: `{}`,
	} {
		if got, _ := one(t, "x.csv", "features,name,x\n"+cell+",,-\n", record.Options{}); got != want {
			t.Errorf("a cell %q: got %s, want %s", cell, got, want)
		}
	}
	for cell, want := range map[string]string{
		`{""kind"":""个人""}`: `{"owner":{"kind":"individual"}}`, `{""kind"":""x""}`: `owner.kind: expected one of individual, enterprise, government, organization, got "x"`,
		`张三`: `owner: expected an object with name, kind, licences in JSON, got "张三"`, ` null `: `{}`, `[]`: `owner: expected an object with name, kind, licences, got a list`,
	} {
		if got, _ := one(t, "x.csv", "owner,name\n\""+cell+"\",\n", record.Options{}); got != want {
			t.Errorf("a cell %q: got %s, want %s", cell, got, want)
		}
	}
}

func TestNamesAreKnownInChineseAndInOtherSpellings(t *testing.T) {
	for field, names := range map[string]string{
		"id": "编号 序号 ID Id", "name": "名称 名稱 小程序名稱 小程序名称 Name NAME 名称* *名称 名称（必填） 名称(30字以内) 名称：", "short_name": "简称 小程序简称 shortName Short·Name short-name SHORTNAME",
		"intro": "功能介绍 介绍 简介 小程序简介 Intro", "description": "描述 详细介绍 Description", "icon": "图标 头像", "icon_text": "图标文字 iconText",
		"categories": "类目 服务类目 類目", "tags": "标签 標籤", "contact.email": "邮箱 email contactEmail contact_email", "contact.url": "网址", "contact.phone": "电话 手机号",
		"admin_wechat": "管理员微信号 adminWechat", "owner.name": "主体名称 公司名称 ownerName", "owner.kind": "主体类型 Owner·Kind", "owner.licences": "资质 证照 owner.licenses",
		"features": "使用功能", "test_account": "是否有测试帐号 testAccount", "complaint_channel": "有无投诉渠道", "ugc_filter": "是否过滤用户内容 UGC·Filter", "location_consent": "是否征得定位同意",
	} {
		value := map[string]string{"owner.kind": "enterprise", "features": "ugc", "test_account": "true", "complaint_channel": "true", "ugc_filter": "true", "location_consent": "true"}[field]
		if value == "" {
			value = "x"
		}
		want, _ := one(t, "x.csv", field+",name_of_nothing\n"+value+",\n", record.Options{})
		if field == "id" {
			want = `{"id":"x","name":"y"}`
		}
		for _, name := range strings.Fields(names) {
			name = strings.ReplaceAll(name, "·", " ")
			table := name + ",x\n" + value + ",\n"
			if field == "id" {
				table = name + ",name\nx,y\n"
			}
			got, warned := one(t, "x.csv", table, record.Options{})
			if got != want || strings.Contains(strings.Join(warned, ""), name) {
				t.Errorf("%q: got %s, %q, want %s", name, got, warned, want)
			}
		}
	}
	const nested = `{"名称":"甲","owner":{"名称":"乙","类型":"企业","licenses":["x"]},"contact":{"邮箱":"a@b.cn","电话":"1"},"authorizations":[{"商标":"丙","文件":"丁"}]}`
	want := `{"name":"甲","contact":{"email":"a@b.cn","phone":"1"},"owner":{"name":"乙","kind":"enterprise","licences":["x"]},"authorizations":[{"mark":"丙","document":"丁"}]}`
	if got, warned := one(t, "x.jsonl", nested, record.Options{Strict: true}); got != want || len(warned) > 0 {
		t.Errorf("got %s, %q", got, warned)
	}
}

func TestUnknownKeysAreToldWithLineAndHint(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`{"name":"甲","contact":{"mail":"a"}}`, `unknown key "contact.mail" (did you mean "contact.email"?)`},
		{`{"name":"甲","owner":{"nmae":"乙"}}`, `unknown key "owner.nmae" (did you mean "owner.name"?)`},
		{`{"name":"甲","owner":{"kidn":"乙"}}`, `unknown key "owner.kidn" (did you mean "owner.kind"?)`},
		{`{"name":"甲","authorizations":[{"mark":"乙"},{"marks":"丙"}]}`, `unknown key "authorizations[].marks" (did you mean "authorizations[].mark"?)`},
		{`{"name":"甲","authorizations":[{"mark":"乙","file":"丙"}]}`, `unknown key "authorizations[].file"`},
		{`{"name":"甲","url":"http://x"}`, `unknown key "url" (did you mean "contact.url"?)`},
		{`{"name":"甲","category":"x"}`, `unknown key "category" (did you mean "categories"?)`},
		{`{"name":"甲","功能介召":"x"}`, `unknown key "功能介召" (did you mean "intro"?)`},
		{`{"name":"甲","门店的功能介绍":"x"}`, `unknown key "门店的功能介绍" (did you mean "intro"?)`},
		{`{"name":"甲","上架时间":"x"}`, `unknown key "上架时间"`},
		{`{"name":"甲","":"x"}`, `unknown key ""`},
	} {
		catalog := `{"name":"甲"}` + "\n" + test.text + "\n" + test.text + "\n"
		var warned []string
		got := read("x", catalog, record.Options{Warn: func(m string) { warned = append(warned, m) }})
		if want := []string{"x:2: " + test.want}; !slices.Equal(warned, want) || len(got) != 3 || strings.Contains(got[1], "!") {
			t.Errorf("%s: warned %q, want %q; got %q", test.text, warned, want, got)
		}
		got = read("x", catalog, record.Options{Strict: true})
		if want := []string{"1::甲", "2!: " + test.want, "3!: " + test.want}; !slices.Equal(got, want) {
			t.Errorf("strictly, %s: got %q, want %q", test.text, got, want)
		}
	}
}

func TestARecordOfWhichNothingIsKnownIsAnError(t *testing.T) {
	for text, unread := range map[string]bool{
		`{"nmae":"腾迅课堂"}`: true, `{"id":"7","nmae":"腾迅课堂"}`: true, `{"name":null,"nmae":"腾迅课堂"}`: true, `{"owner":{"nmae":"甲"}}`: true,
		`{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7}`: true, `{"contact":{},"x":1}`: true,
		`{}`: false, `{"name":null}`: false, `{"nmae":null}`: false, `{"id":"7"}`: false, `{"name":"","nmae":"x"}`: false, `{"owner":{"kind":"企业"},"x":1}`: false,
	} {
		for name, catalog := range map[string]string{"x.jsonl": text, "x.json": "[" + text + "]"} {
			got, warned := one(t, name, catalog, record.Options{})
			if unread != strings.HasPrefix(got, ": no key of the record is known") || unread && len(warned) > 0 {
				t.Errorf("%s: got %s, %q", catalog, got, warned)
			}
		}
	}
	for text, unread := range map[string]bool{
		"nmae,intor\n腾迅课堂,x\n": true, "id,nmae\n7,腾迅课堂\n": true, "name,备注\n,以上\n": true, "id,name,备注\n7,,待定\n": true,
		"id,name,备注\n7,,\n": false, "name,备注\n甲,待定\n": false,
	} {
		got, _ := one(t, "x.csv", text, record.Options{})
		if unread != strings.Contains(got, "can be checked") {
			t.Errorf("%q: got %s", text, got)
		}
	}
}

func TestRepeatedKeysAreTold(t *testing.T) {
	for _, test := range []struct{ text, warned, name string }{
		{`{"name":"甲","name":"乙"}`, `"name" is given twice: the last is read`, "乙"},
		{`{"name":"甲","n\u0061me":"乙"}`, `"name" is given twice: the last is read`, "乙"},
		{`{"name":"甲","名称":"乙"}`, `"name" and "名称" are both name: the last is read`, "乙"},
		{`{"名称":"甲","Name":"乙"}`, `"名称" and "Name" are both name: the last is read`, "乙"},
		{`{"name":"甲","owner":{"name":"x"},"owner":{"kind":"企业"}}`, `"owner" is given twice: the last is read`, "甲"},
		{`{"name":"甲","owner":{"name":"x","name":"y"}}`, `"owner.name" is given twice: the last is read`, "甲"},
		{`{"name":"甲","owner.name":"x","owner":{"name":"y"}}`, `"owner.name" is given twice: the last is read`, "甲"},
		{`{"name":"甲","authorizations":[{"mark":"x","mark":"y"}]}`, `"authorizations[0].mark" is given twice: the last is read`, "甲"},
		{`{"name":"甲","authorizations":[{"mark":"x"},{"mark":"y"}]}`, ``, "甲"},
		{`{"name":"甲","name":null}`, ``, "甲"},
		{`{"name":null,"name":"甲"}`, ``, "甲"},
		{`{"name":"甲","序号":1,"编号":2}`, `"序号" is not read: id is "编号"`, "甲"},
		{`{"name":"甲","编号":2,"序号":1}`, `"序号" is not read: id is "编号"`, "甲"},
	} {
		var warned []string
		got := read("x", test.text+"\n"+test.text+"\n", record.Options{Warn: func(m string) { warned = append(warned, m) }})
		var want []string
		if test.warned != "" {
			want = []string{"x:1: " + test.warned}
		}
		if !slices.Equal(warned, want) || len(got) != 2 || !strings.HasSuffix(got[0], ":"+test.name) {
			t.Errorf("%s: got %q, warned %q", test.text, got, warned)
		}
		refused := strings.Contains(test.warned, "the last is read")
		if got := read("x", test.text, record.Options{Strict: true}); len(got) != 1 || strings.HasPrefix(got[0], "1!") != refused {
			t.Errorf("strictly, %s: got %q", test.text, got)
		}
	}
	for header, want := range map[string]string{
		"name,name":         `x:1: two columns are name: both are called "name": rename one`,
		"名称, 名称":            `x:1: two columns are name: both are called "名称": rename one`,
		"name,名称":           `x:1: two columns are name: "name" and "名称": rename one, or choose, as in --columns name=名称`,
		"简介,功能介绍":           `x:1: two columns are intro: "简介" and "功能介绍": rename one, or choose, as in --columns intro=功能介绍`,
		"Short Name,简称（必填）": `x:1: two columns are short_name: "Short Name" and "简称（必填）": rename one, or choose, as in --columns short_name=简称（必填）`,
	} {
		if got, _ := one(t, "x", header+"\n甲,乙\n", record.Options{}); got != want {
			t.Errorf("%s: got %s, want %s", header, got, want)
		}
	}
}

func TestMappedColumnsCountBeforeAllOthers(t *testing.T) {
	for _, test := range []struct {
		text, want, warned string
		columns            map[string]string
	}{
		{"序号,编号,名称\n1,7,甲\n", `{"id":"7","name":"甲"}`, `x:1: "序号" is not read: id is "编号"`, nil},
		{"编号,序号,AppID,名称\n7,1,wx,甲\n", `{"id":"7","name":"甲"}`, `x:1: "序号" is not read: id is "编号"; x:1: "AppID" is not read: id is "编号"`, nil},
		{"序号,编号,名称\n1,7,甲\n", `{"id":"1","name":"甲"}`, `x:1: "编号" is not read: id is "序号"`, map[string]string{"id": "序号"}},
		{"name,名称\n甲,乙\n", `{"name":"乙"}`, `x:1: "name" is not read: name is "名称"`, map[string]string{"name": "名称"}},
		{"描述,名称\n甲,乙\n", `{"name":"乙","intro":"甲"}`, ``, map[string]string{"intro": "描述"}},
		{`{"name":"甲","标题":"乙"}`, `{"name":"乙"}`, `x:1: "name" is not read: name is "标题"`, map[string]string{"name": "标题"}},
		{`{"标题":"乙","name":"甲"}`, `{"name":"乙"}`, `x:1: "name" is not read: name is "标题"`, map[string]string{"name": "标题"}},
		{`{"name":"甲"}`, `{"name":"甲"}`, ``, map[string]string{"name": "标题"}},
		{"name,标题\n甲,乙\n", `x: there is no field "intor" (did you mean "intro"?) to map a column to: expected some of ` +
			"id, name, short_name, intro, description, icon, icon_text, categories, tags, contact, contact.email, contact.url, contact.phone, admin_wechat, owner, owner.name, owner.kind, " +
			"owner.licences, features, test_account, complaint_channel, ugc_filter, location_consent, authorizations", ``, map[string]string{"intor": "标题"}},
		{"name,标题\n甲,乙\n", `x: the column "标题" cannot be both intro and name`, ``, map[string]string{"name": "标题", "intro": "标题"}},
		{"name,标题\n甲,乙\n", `x:1: no column is called "题目", which was said to hold name; the columns are name, 标题`, ``, map[string]string{"name": "题目"}},
	} {
		got, warned := one(t, "x", test.text, record.Options{Columns: test.columns})
		if got != test.want || strings.Join(warned, "; ") != test.warned {
			t.Errorf("%q: got %s, warned %q", test.text, got, warned)
		}
	}
}

func TestUnknownColumnsGetALineToCopy(t *testing.T) {
	for _, test := range []struct{ header, want string }{
		{"id,商户小程序名称,店铺功能介绍,上架时间", `x:1: no column is called name, intro or another field that can be checked: map yours, --columns name=商户小程序名称,intro=店铺功能介绍; the columns are id, 商户小程序名称, 店铺功能介绍, 上架时间`},
		{"name,intor,tag,上架时间,category,contact url (old)", `x:1: unknown key "intor" (did you mean "intro"?); x:1: unknown key "tag" (did you mean "tags"?); x:1: unknown key "上架时间"; ` +
			`x:1: unknown key "category" (did you mean "categories"?); x:1: unknown key "contact url (old)" (did you mean "contact.url"?); x:1: to read what is meant: --columns 'intro=intor,tags=tag,categories=category,contact.url=contact url (old)'`},
		{"name,商户名称", `x:1: unknown key "商户名称"`}, // there is a name
		{"name,,上架时间", `x:1: unknown key "上架时间"; x:2: column 2 has no name: what stands in it is not read`},
		{"名称,简介", ``},
	} {
		got, warned := one(t, "x", test.header+"\n"+strings.Repeat("1,", strings.Count(test.header, ","))+"1\n", record.Options{})
		if strings.HasPrefix(got, "x:") {
			warned = append(warned, got)
		}
		if said := strings.Join(warned, "; "); said != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.header, said, test.want)
		}
		got, _ = one(t, "x", test.header+"\n"+strings.Repeat("1,", strings.Count(test.header, ","))+"1\n", record.Options{Strict: true})
		if strings.HasPrefix(got, "x:1: ") != (test.want != "") {
			t.Errorf("strictly, %s: %s", test.header, got)
		}
	}
}

func TestKeysWithoutEndAreToldUpToABound(t *testing.T) {
	var text strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&text, `{"name":"甲","k%d":1}`+"\n", i)
	}
	told := 0
	last := ""
	read("x", text.String(), record.Options{Warn: func(m string) { told++; last = m }})
	if told != 1001 || !strings.Contains(last, "there are more unknown or repeated keys") {
		t.Errorf("told %d, the last: %s", told, last)
	}
}

func TestRecordsAreNumbered(t *testing.T) {
	for name, text := range map[string]string{"x.jsonl": "\n{\"name\":\"甲\"}\n\n{\"name\":5}\n", "x.csv": "name,test_account\n\"甲\n\",1\n乙,x\n"} {
		r, err := record.NewReader(name, strings.NewReader(text), record.Options{})
		if err != nil {
			t.Fatal(err)
		}
		first, _ := r.Next()
		second, _ := r.Next()
		if first.Number != 1 || first.Line != 2 || second.Number != 2 || second.Line != 4 || second.Err == nil || second.Err.Record != 2 {
			t.Errorf("%s: %+v, %+v, %+v", name, first, second, second.Err)
		}
	}
}

func TestTheFieldOfANameIsTold(t *testing.T) {
	for name, want := range map[string]string{"icon": "icon", "图标": "icon", "Icon": "icon", "序号": "id", "owner.kind": "owner.kind", "nmae": "", "": "", strings.Repeat("图标", 1000): ""} {
		if got := record.FieldOf(name); got != want {
			t.Errorf("%.20s: %q, want %q", name, got, want)
		}
	}
}

// Whatever is said to be expected is also taken.
func TestWhatTheLibraryKnowsIsInTheSets(t *testing.T) {
	for _, kind := range []string{validate.OwnerIndividual, validate.OwnerEnterprise, validate.OwnerGovernment, validate.OwnerOrganization} {
		if got, _ := one(t, "x", `{"owner":{"kind":"`+kind+`"}}`, record.Options{}); got != `{"owner":{"kind":"`+kind+`"}}` {
			t.Errorf("%s: %s", kind, got)
		}
	}
	for _, feature := range []validate.Feature{validate.FeaturePayment, validate.FeatureAccount, validate.FeatureUGC, validate.FeatureLocation, validate.FeatureGame, validate.FeatureLive, validate.FeatureVirtualGoods} {
		if got, _ := one(t, "x", `{"features":["`+string(feature)+`"]}`, record.Options{}); got != `{"features":["`+string(feature)+`"]}` {
			t.Errorf("%s: %s", feature, got)
		}
	}
}
