package wechat_test

import (
	"fmt"
	"log"

	"github.com/mingcha-go/mingcha/validate"
	"github.com/mingcha-go/mingcha/validate/wechat"
)

// What is about to be sent is checked first: a name that the platform would refuse costs
// none of the few changes of a year.
func ExampleDraft_Submission() {
	v, err := validate.New(validate.WithLanguage(validate.English))
	if err != nil {
		log.Fatal(err)
	}
	draft := wechat.Draft{
		NickName:  &wechat.SetNickName{NickName: "腾迅课堂", License: "media-id"},
		Signature: &wechat.SetSignature{Signature: "编程入门课，每周两讲"},
	}
	submission, err := draft.Submission()
	if err != nil {
		log.Fatal(err)
	}
	answer := wechat.NicknameAnswer(v.Check(submission))
	fmt.Println(answer.ErrCode)
	// Output: 53012
}

func ExampleParseEvent() {
	event, err := wechat.ParseEvent([]byte(`<xml><MsgType>event</MsgType><Event>wxa_nickname_audit</Event>
		<ret>2</ret><nickname>青禾课堂</nickname><reason>名称涉及通用词</reason></xml>`))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(event.Nickname, event.Passed, event.Reason)
	// Output: 青禾课堂 false 名称涉及通用词
}

func ExampleExplain() {
	fmt.Println(wechat.Explain(53019, validate.English))
	// Output: error code 53019: the name is within its period of protection; apply after the period or choose another name
}
