package synth

import "strings"

// fault is a breach of a rule that can be planted, and the check that has to find
// it.
type fault struct {
	check string
	plant func(*source)
}

var faults = []fault{
	{"superlative", func(s *source) { s.say("全网最低价") }},
	{"superlative", func(s *source) { s.Intro = "全国第一的服务，" + s.Intro }},
	{"superlative", func(s *source) { s.say("国家级大师出品") }},
	{"tencent-mark", func(s *source) { s.Name = "微信" + s.Name }},
	{"tencent-mark", func(s *source) { s.Name = "腾迅" + s.Name }},
	{"test-version", func(s *source) { s.Name += "测试版" }},
	{"inducement", func(s *source) { s.say("分享后领取礼包") }},
	{"personal-data-required", func(s *source) { s.say("必须填写身份证号才能使用") }},
	{"contact", func(s *source) { s.Contact.Email = "nobody at nowhere" }},
	{"name-format", func(s *source) { s.Name += "官方旗舰服务大全综合平台联盟中心" }},
}

func (g *generator) plant(s *source) {
	f := &faults[g.r.IntN(len(faults))]
	f.plant(s)
	s.Truth.Fault = f.check
}

// say puts a clause to the end of the intro.
func (s *source) say(clause string) { s.Intro = strings.TrimSuffix(s.Intro, "。") + "，" + clause }
