package wechat_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"image/png"
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/wechat"
)

var shared = sync.OnceValues(func() (*validate.Validator, error) { return validate.New() })

func validator(t testing.TB) *validate.Validator {
	t.Helper()
	v, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

const tree = `{"errcode":0,"errmsg":"ok","categories_list":{"categories":[
	{"id":0,"children":[1,402],"qualify":{"exter_list":[],"remark":""}},
	{"id":1,"name":"物流服务","level":1,"father":0,"children":[2],"sensitive_type":0},
	{"id":2,"name":"查件","level":2,"father":1,"children":[],"sensitive_type":0},
	{"id":3,"name":"收件/派件","level":2,"father":1,"children":[],"sensitive_type":1,"qualify":{"exter_list":[
		{"inner_list":[{"name":"《快递业务经营许可证》","url":""}]}],"remark":""}}]}}`

func parseTree(t testing.TB) *wechat.CategoryTree {
	t.Helper()
	parsed, err := wechat.ParseCategoryTree([]byte(tree))
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func picture(t testing.TB, side int) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, side, side))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	for y := range side / 2 {
		for x := range side / 2 {
			img.Set(x, y, color.NRGBA{200, 30, 30, 255})
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestADraftBecomesTheSubmissionThatIsChecked(t *testing.T) {
	d := wechat.Draft{
		ID:          "wx1",
		NickName:    &wechat.SetNickName{NickName: "青禾查件"},
		Signature:   &wechat.SetSignature{Signature: "查询快递到哪里了，到站提醒"},
		HeadImage:   &wechat.ModifyHeadImage{HeadImgMediaID: "m", X2: .5, Y2: .5},
		Image:       picture(t, 200),
		AddCategory: &wechat.AddCategory{Categories: []wechat.Category{{First: 1, Second: 3, Certicates: []wechat.Certicate{{Key: "《快递业务经营许可证》", Value: "m2"}}}}},
		Owner:       validate.Owner{Name: "杭州青禾网络科技有限公司", Kind: validate.OwnerEnterprise},
		Tree:        parseTree(t),
	}
	s, err := d.Submission()
	if err != nil {
		t.Fatal(err)
	}
	if s.ID != "wx1" || s.Name != "青禾查件" || s.Intro != "查询快递到哪里了，到站提醒" || len(s.Categories) != 1 || s.Categories[0] != "物流服务/收件/派件" ||
		len(s.Owner.Licences) != 1 || s.Owner.Licences[0] != "《快递业务经营许可证》" {
		t.Errorf("%+v", s)
	}
	shown, _, err := image.Decode(bytes.NewReader(s.Icon))
	if err != nil || shown.Bounds().Dx() != 100 || shown.Bounds().Dy() != 100 {
		t.Fatalf("icon: %v, %v", shown.Bounds(), err)
	}
	if r, _, _, _ := shown.At(50, 50).RGBA(); r>>8 != 200 {
		t.Error("the part cut out is not the red one")
	}
	if d.Owner.Licences != nil {
		t.Error("the draft was changed")
	}
}

func TestWhatADraftLacksIsToldAndTheRestIsChecked(t *testing.T) {
	for _, test := range []struct {
		name  string
		draft wechat.Draft
		want  []string
	}{
		{"nothing at all", wechat.Draft{}, nil},
		{"a picture without bytes", wechat.Draft{HeadImage: &wechat.ModifyHeadImage{HeadImgMediaID: "m7"}}, []string{`"m7"`}},
		{"a square turned round", wechat.Draft{Image: picture(t, 8), HeadImage: &wechat.ModifyHeadImage{X1: .9, X2: .1, Y2: 1}}, []string{"0 ≤ x1 < x2 ≤ 1"}},
		{"a square beyond the picture", wechat.Draft{Image: picture(t, 8), HeadImage: &wechat.ModifyHeadImage{X2: 1.5, Y2: 1}}, []string{"0 ≤ x1 < x2 ≤ 1"}},
		{"a square that is no number", wechat.Draft{Image: picture(t, 8), HeadImage: &wechat.ModifyHeadImage{X1: math.NaN(), X2: 1, Y2: .5}}, []string{"0 ≤ x1 < x2 ≤ 1"}},
		{"a square of no pixel", wechat.Draft{Image: picture(t, 8), HeadImage: &wechat.ModifyHeadImage{X1: .5, X2: .51, Y2: 1}}, []string{"nothing is left"}},
		{"a picture that is none", wechat.Draft{Image: []byte("GIF8"), HeadImage: &wechat.ModifyHeadImage{X2: .5, Y2: .5}}, nil},
		{"ids without a tree", wechat.Draft{AddCategory: &wechat.AddCategory{Categories: []wechat.Category{{First: 1, Second: 2}}}}, []string{"categories[0]", "CategoryTree"}},
		{"ids that the tree lacks", wechat.Draft{Tree: parseTree(t), AddCategory: &wechat.AddCategory{Categories: []wechat.Category{{First: 1, Second: 2}, {First: 1, Second: 99}, {First: 2, Second: 1}, {First: 0, Second: 1}}}},
			[]string{"categories[1]", "99", "categories[2]", "not below", "categories[3]"}},
	} {
		test.draft.NickName = &wechat.SetNickName{NickName: "青禾查件"}
		s, err := test.draft.Submission()
		if s == nil || s.Name != "青禾查件" {
			t.Errorf("%s: the rest is lost: %+v", test.name, s)
		}
		if (err == nil) != (test.want == nil) {
			t.Errorf("%s: %v", test.name, err)
		}
		for _, want := range test.want {
			if err != nil && !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %q does not say %s", test.name, err, want)
			}
		}
	}
}

func TestATreeThatIsNoneIsRefused(t *testing.T) {
	var api *wechat.APIError
	if _, err := wechat.ParseCategoryTree([]byte(`{"errcode":41033,"errmsg":"invaid register type"}`)); !errors.As(err, &api) || api.Code != 41033 || !strings.Contains(err.Error(), "only for programs created by the API") {
		t.Errorf("an error of the platform: %v", err)
	}
	for _, answer := range []string{"", "[]", "{}", `{"categories_list":{"categories":[]}}`, `{"categories_list":{"categories":[null]}}x`, strings.Repeat(" ", 5<<20)} {
		if _, err := wechat.ParseCategoryTree([]byte(answer)); err == nil {
			t.Errorf("%.30q is taken for a tree", answer)
		}
	}
	if papers := parseTree(t).Papers(3); len(papers) != 1 || papers[0][0] != "《快递业务经营许可证》" {
		t.Errorf("papers: %v", papers)
	}
	if papers := parseTree(t).Papers(2); papers != nil {
		t.Errorf("papers of a category that asks for none: %v", papers)
	}
}

func TestANameIsAnsweredAsThePlatformDoes(t *testing.T) {
	v := validator(t)
	for _, test := range []struct {
		name string
		code int
		hit  bool
	}{
		{"青禾查件", 0, false},
		{"腾迅课堂", 53012, false},
		{"记账小程序", 53010, false},
		{"青禾粉丝团", 0, true},
	} {
		a := wechat.NicknameAnswer(v.Check(&validate.Submission{Name: test.name, Intro: "国家级名师授课"}))
		if a.ErrCode != test.code || a.HitCondition != test.hit || (a.ErrMsg == "ok") != (test.code == 0) || (a.Wording != "") != test.hit {
			t.Errorf("%s: %+v", test.name, a)
		}
	}
}

func TestATextIsAnsweredInTheShapeOfMsgSecCheck(t *testing.T) {
	editions := map[validate.Edition]*validate.Validator{"": validator(t)}
	for _, e := range []validate.Edition{validate.Edition2018, validate.Edition2026} {
		v, err := validate.New(validate.WithEdition(e))
		if err != nil {
			t.Fatal(err)
		}
		editions[e] = v
	}
	for _, test := range []struct {
		text, suggest string
		label         int
	}{
		{"今天天气不错，一起去爬山", "pass", wechat.LabelNormal},
		{"提供百家乐代理", "risky", wechat.LabelCrime},
		{"同城约炮，随叫随到", "risky", wechat.LabelPorn},
		{"办假证，刻章", "risky", wechat.LabelCrime},
		{"全国最好的课堂", "review", wechat.LabelAd},
	} {
		for e, v := range editions {
			a := wechat.TextAnswer(v.CheckText(validate.FieldIntro, test.text), e)
			if test.suggest == "pass" != (a.Result.Suggest == "pass") || a.Result.Label != test.label {
				t.Errorf("%q in edition %q: %+v", test.text, e, a)
			}
			if _, err := json.Marshal(a); err != nil || a.Detail == nil {
				t.Errorf("%q: %v", test.text, err)
			}
		}
	}
}

func TestEveryCodeIsExplainedInBothLanguagesOnce(t *testing.T) {
	rows := wechat.Codes()
	if len(rows) < 80 {
		t.Fatalf("%d codes", len(rows))
	}
	for i, c := range rows {
		if c.Meaning.ZH == "" || c.Meaning.EN == "" || c.Source == "" || (c.Do.ZH == "") != (c.Do.EN == "") {
			t.Errorf("code %d: %+v", c.Number, c)
		}
		if i > 0 && c.Number <= rows[i-1].Number {
			t.Errorf("code %d stands after %d", c.Number, rows[i-1].Number)
		}
		if got, ok := wechat.Lookup(c.Number); !ok || got != c {
			t.Errorf("Lookup(%d): %+v", c.Number, got)
		}
	}
	for _, number := range []int{53010, 53011, 53012, 53013, 53014, 53015, 53016, 53017, 53018, 53019, 53200, 53201, 53202, 53203, 53204,
		53301, 53302, 53303, 53304, 53305, 53306, 53307, 53308, 53309, 53310, 53311, 85006, 85007, 85008, 85009, 85010, 85011, 86002, 87014, 91005} {
		if _, ok := wechat.Lookup(number); !ok {
			t.Errorf("code %d is missing", number)
		}
	}
	if text := wechat.Explain(12345, validate.English); !strings.Contains(text, "not known") {
		t.Errorf("an unknown code: %s", text)
	}
	if text := wechat.Explain(53013, validate.Chinese); text != "错误码 53013：名称与已有的小程序或公众号重复；换一个名称" {
		t.Error(text)
	}
}

const nicknameXML = `<xml>
<ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[od]]></FromUserName><CreateTime>1488800000</CreateTime>
<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[wxa_nickname_audit]]></Event>
<ret>2</ret><nickname>昵称</nickname><reason>驳回原因</reason></xml>`

func TestEventsAreReadAsXMLAndAsJSON(t *testing.T) {
	for _, test := range []struct {
		message string
		want    wechat.Event
	}{
		{nicknameXML, wechat.Event{Name: "wxa_nickname_audit", Nickname: "昵称", Reason: "驳回原因"}},
		{`{"ToUserName":"gh_1","FromUserName":"od","CreateTime":1488800000,"MsgType":"event","Event":"wxa_nickname_audit","ret":3,"nickname":"青禾"}`, wechat.Event{Name: "wxa_nickname_audit", Nickname: "青禾", Passed: true}},
		{strings.Replace(nicknameXML, "<ret>2</ret><nickname>昵称</nickname>", "<first>8</first><second> 39 </second><ret>3</ret>", 1), wechat.Event{}},
		{`{"Event":"wxa_category_audit","ret":"2","first":"8","second":"39","reason":"缺少资质"}`, wechat.Event{Name: "wxa_category_audit", First: 8, Second: 39, Reason: "缺少资质"}},
		{`<xml><Event>weapp_audit_success</Event><SuccTime>1</SuccTime></xml>`, wechat.Event{Name: "weapp_audit_success", Passed: true}},
		{`<xml><Event>weapp_audit_fail</Event><Reason><![CDATA[1:账号信息不符合规范:<br>]]></Reason></xml>`, wechat.Event{Name: "weapp_audit_fail", Reason: "1:账号信息不符合规范:<br>"}},
		{`<xml><Event>weapp_audit_delay</Event><Reason>稍等</Reason></xml>`, wechat.Event{Name: "weapp_audit_delay", Delayed: true, Reason: "稍等"}},
	} {
		got, err := wechat.ParseEvent([]byte(test.message))
		if err != nil {
			t.Errorf("%s: %v", test.message, err)
			continue
		}
		if test.want.Name == "" {
			continue
		}
		if got.Name != test.want.Name || got.Nickname != test.want.Nickname || got.Reason != test.want.Reason || got.Passed != test.want.Passed ||
			got.Delayed != test.want.Delayed || got.First != test.want.First || got.Second != test.want.Second {
			t.Errorf("%s:\n%+v\n%+v", test.message, got, test.want)
		}
	}
	if e, err := wechat.ParseEvent([]byte(nicknameXML)); err != nil || e.ToUserName != "gh_1" || e.Created.Unix() != 1488800000 {
		t.Errorf("%+v, %v", e, err)
	}
}

func TestMessagesThatAreNoSuchEventAreTold(t *testing.T) {
	var unknown *wechat.UnknownEventError
	for message, check := range map[string]func(error) bool{
		`<xml><MsgType>text</MsgType><Content>hi</Content></xml>`:        func(err error) bool { return errors.As(err, &unknown) && unknown.MsgType == "text" },
		`<xml><AppId>wx</AppId><Encrypt><![CDATA[abc]]></Encrypt></xml>`: func(err error) bool { return errors.Is(err, wechat.ErrEncrypted) },
		`{"ToUserName":"gh","Encrypt":"abc"}`:                            func(err error) bool { return errors.Is(err, wechat.ErrEncrypted) },
		``:                                                               func(err error) bool { return strings.Contains(err.Error(), "empty") },
		`hello`:                                                          func(err error) bool { return strings.Contains(err.Error(), "expected XML or a JSON object") },
		`<xml><Event>`:                                                   func(err error) bool { return err != nil },
		`<xml></xml>`:                                                    func(err error) bool { return strings.Contains(err.Error(), "members") },
		`{"Event":"wxa_nickname_audit"} {}`:                              func(err error) bool { return strings.Contains(err.Error(), "behind") },
		`{"Event":"wxa_nickname_audit","ret":7}`:                         func(err error) bool { return strings.Contains(err.Error(), `ret "7"`) },
		`{"Event":"wxa_category_audit","ret":2,"first":"x","second":1}`:   func(err error) bool { return strings.Contains(err.Error(), `first "x"`) },
		`{"Event":"wxa_nickname_audit","ret":2,"CreateTime":"yesterday"}`: func(err error) bool { return strings.Contains(err.Error(), "CreateTime") },
		"<xml><Event>\xff</Event></xml>":                                  func(err error) bool { return strings.Contains(err.Error(), "UTF-8") },
		`<!DOCTYPE x [<!ENTITY a "b">]><xml><Event>&a;</Event></xml>`:     func(err error) bool { return err != nil },
		"{" + strings.Repeat(" ", 70<<10) + "}":                           func(err error) bool { return strings.Contains(err.Error(), "bytes") },
	} {
		if e, err := wechat.ParseEvent([]byte(message)); err == nil || !check(err) {
			t.Errorf("%.60q: %+v, %v", message, e, err)
		}
	}
}

func FuzzParseEvent(f *testing.F) {
	f.Add([]byte(nicknameXML))
	f.Add([]byte(`{"Event":"wxa_category_audit","ret":"2","first":"8","second":"39","reason":"缺少资质"}`))
	f.Add([]byte(`<!DOCTYPE x [<!ENTITY a "b">]><xml><Event>&a;</Event></xml>`))
	f.Add([]byte("\ufeff{}"))
	f.Fuzz(func(t *testing.T, message []byte) {
		e, err := wechat.ParseEvent(message)
		if (e == nil) == (err == nil) {
			t.Fatalf("%+v, %v", e, err)
		}
		if e != nil && e.Passed && e.Delayed {
			t.Fatal("passed and delayed at once")
		}
	})
}
