package validate

var _ = register(&Check{
	Slug:   "personal-data-required",
	Rules:  []string{"10.1.3", "10.1.2"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"索要个人信息", "Asks for personal data"},
	Doc: Text{
		"不得要求用户填了手机号、身份证才能用，更不得收集密码。锁屏密码、修改支付密码的教程、反诈提醒（不要提供验证码）不提示。",
		"Use cannot depend on a phone or ID number, and passwords are never to be collected. Warnings (不要提供验证码) and locks are left in peace.",
	},
	Found: []Sample{
		{Field: FieldIntro, Text: "必须绑定手机才能查看课程", Want: "必须绑定手机", Severity: Reject},
		{Field: FieldIntro, Text: "请输入微信密码登录", Want: "输入微信密码", Severity: Reject, Rule: "10.1.2"},
		{Field: FieldIntro, Text: "上传身份证照片即可预约课程", Want: "上传身份证照片", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "提醒老人不要向陌生人提供验证码"},
		{Field: FieldIntro, Text: "日记可设置密码锁，无需输入密码也能速记"},
		{Field: FieldIntro, Text: "手机号选填，不填也能使用"},
	},
	run: runClaim(Text{"改为自愿提供，并说明用途", "make it optional and say what it is for"}),
})
