package record

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// objects are written in all ways that a record may be, plain and not.
var objects = []string{
	`{}`, ` { } `, "{\"name\":\"青禾记账\",\"id\":\"1\"}\r\n", `{"id":1}`, `{"id":-1.50e+3}`, `{"id":01}`, `{"id":1.}`, `{"id":-}`, `{"id":1e}`, `{"id":null}`, `{"id":true}`, `{"id":{}}`,
	`{"name":"一","name":"二","intro":"三","name":"四"}`, `{"name":"一","na\u006de":"二"}`, `{"name":null,"tags":null,"owner":null,"test_account":null}`,
	`{"tags":[]}`, `{"tags":["a",null,"b"]}`, `{"tags":["a",1]}`, `{"tags":"a"}`, `{"tags":["a"],"标签":[null,"c"]}`, `{"标签":["a"],"tags":null}`, `{"features":["ugc","",null]}`,
	`{"name":"\"\\\/\b\f\n\r\t"}`, `{"name":"\u9752\u79be\u0000\ud83c\udf40"}`, `{"name":"\ud83c"}`, `{"name":"\ud83cx"}`, `{"name":"\ud83c\u0041"}`, `{"name":"\udf40\ud83c\udf40"}`,
	`{"name":"\ud83c\ud83c\udf40"}`, `{"name":"\ud83c\n"}`, `{"name":"\u12"}`, `{"name":"\u12g4"}`, `{"name":"\x"}`, `{"name":"\`, "{\"name\":\"a\tb\"}", "{\"name\":\"\u2028\x7f\ufffd\"}", "{\"name\":\"a\xffb\"}", "{\"\xff\":1}", "{\"name\":\"\xed\xa0\x80\"}",
	`{"owner":{"name":"甲","kind":"enterprise","licences":["x"]}}`, `{"owner":{"Name":"甲"}}`, `{"owner":{"other":1,"name":"甲"}}`, `{"owner":{"name":1}}`, `{"owner":{"name":"甲","licences":["x",1]}}`,
	`{"owner":{"licences":["x"],"licences":[null]}}`, `{"owner":{"name":"甲","name":null}}`, `{"owner.name":"乙","owner":{"name":"甲"}}`, `{"主体":"乙","owner":{"kind":"k"}}`, `{"owner":[]}`, `{"owner":"甲"}`,
	`{"contact":{"email":"a@b.cn","url":"http://a","phone":"1"}}`, `{"contact":{}}`, `{"contact":{"email":false}}`, `{"contact":{"email":{"a":[1]}}}`, `{"contact.email":"x","contact":{"phone":"1"}}`,
	`{"test_account":true,"ugc_filter":false,"location_consent":"yes"}`, `{"authorizations":[{"mark":"青禾","document":"1"}]}`, `{"authorizations":[{"mark":1}]}`, `{"authorizations":{}}`,
	`{"unknown":{"a":[1,2,{"b":null}],"c":"\u0041"},"name":"甲"}`, `{"unknown":[1,]}`, `{"unknown":[1 2]}`, `{"unknown":tru}`, `{"unknown":nul`, `{"a":1,}`, `{"a" 1}`, `{a:1}`, `{"a":1}{}`, `{"a":1}x`, `{"a":`, `{"a"`, `{`,
	`{"owner":{"kind":"个人"},"features":["支付","game"]}`, `{"owner":{"kind":"bogus"}}`, `{"features":["paymnt"]}`, `{"features":[null,"",1]}`, `{"test_account":"是"}`, `{"test_account":1}`, `{"test_account":"maybe"}`, `{"test_account":2.5e1}`,
	`{"contact":{"mail":"a"},"name":"甲"}`, `{"owner":{"nmae":"a"}}`, `{"authorizations":[{"marks":"a","mark":"b"},{"mark":"c","mark":"d"}]}`, `{"authorizations":[null]}`, `{"authorizations":[{"mark":null}, {}]}`, `{"contact":{"phone":138}}`,
	`{"名称":"甲","name":"乙"}`, `{"标签":["a"],"tags":["b"],"Tags":["c"]}`, `{"序号":1,"编号":2,"AppID":3,"name":"甲"}`, `{"owner":{"\u006eame":"甲"}}`, `{"nmae":"甲"}`, `{"id":"1","nmae":"甲"}`, `{"name":null,"nmae":"甲"}`, `{"nmae":null}`,
	`{"":""}`, `null`, `[]`, `"a"`, `5`, ``, ` `, `{"unknown":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `}`, `{"unknown":` + strings.Repeat(`{"a":`, 20000) + `1` + strings.Repeat("}", 20000) + `}`,
}

// decoded gives the record of an object and the warnings, first as it is read,
// then with encoding/json alone.
func decoded(text string, strict bool) (got, want string) {
	for _, plain := range []bool{true, false} {
		var told []string
		r, err := newReader("x", Options{Strict: strict, Columns: map[string]string{"tags": "标签", "owner.name": "主体"}, Warn: func(m string) { told = append(told, m) }})
		if err != nil {
			panic(err)
		}
		read := r.object
		if !plain {
			read = r.anyObject
		}
		record := read(7, []byte(text))
		r.Tell(record.Warnings)
		record.Warnings = nil
		shown, _ := json.Marshal(record) // tells nil from empty, and shows what pointers point to
		said := fmt.Sprintf("%s %q %v %q", shown, record.ID, record.Err, told)
		if s := record.Submission; s != nil {
			said += fmt.Sprintf(" %q %v", s.IconName, s.Tags == nil)
		}
		if plain {
			got = said
		} else {
			want = said
		}
	}
	return got, want
}

func TestPlainObjectsAreReadAsEncodingJSONReadsThem(t *testing.T) {
	for _, text := range objects {
		for _, strict := range []bool{false, true} {
			if got, want := decoded(text, strict); got != want {
				t.Errorf("%.200s:\n got %s\nwant %s", text, got, want)
			}
		}
	}
}

func TestPlainMembersAreThoseThatEncodingJSONFinds(t *testing.T) {
	plainly := 0
	for _, text := range objects {
		got, ok := plainMembers(nil, []byte(text))
		want, fault := membersOf([]byte(text))
		if !ok {
			continue
		}
		plainly++
		if fault != nil || len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %q, want %q, %v", text, got, want, fault)
		}
	}
	if plainly < len(objects)/2 {
		t.Errorf("%d of %d are plain", plainly, len(objects))
	}
}

func FuzzObject(f *testing.F) {
	for _, text := range objects {
		f.Add(text, false)
	}
	f.Fuzz(func(t *testing.T, text string, strict bool) {
		if got, want := decoded(text, strict); got != want {
			t.Fatalf("%q:\n got %s\nwant %s", text, got, want)
		}
	})
}

func BenchmarkObject(b *testing.B) {
	text := []byte(`{"id":"s1","name":"竹隅庭菜篮子","intro":"竹隅庭菜篮子，买过的一键再来，保留半年，称重螺丝和蜂蜜，自提土鸡蛋和黄桃，住户出门前团购蜂蜜，支持预存，两步就好","categories":["生活服务/百货/超市/便利店"],"owner":{"name":"成都竹隅庭菜篮子有限责任公司","kind":"enterprise"}}`)
	r, err := newReader("x", Options{})
	if err != nil {
		b.Fatal(err)
	}
	for name, read := range map[string]func(int, []byte) Record{"plain": r.object, "encoding/json": r.anyObject} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				read(1, text)
			}
		})
	}
}
