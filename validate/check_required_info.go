package validate

var _ = register(&Check{
	Slug:   "required-info",
	Rules:  []string{"form.icon", "3.4", "form.choice"},
	Fields: []Field{FieldIcon, "categories", "owner"},
	Title:  Text{"注册要填而没有的", "What registration asks for and is not there"},
	Doc: Text{
		"完整提交（WithComplete）时，图标、至少一个类目、主体的名称和性质都要有；名称、简介、联系方式、管理员微信号由各自的检查提示。边填边查时不提示。",
		"A complete submission (WithComplete) has an icon, at least one category, and an owner with name and kind; name, intro, contact and the administrator's WeChat id are asked for by their own checks. Nothing is said while a form is being filled in.",
	},
	Declared: []DeclaredSample{
		{Found: true, Complete: true, Submission: Submission{Name: "青禾记账"}, Severity: Reject, Field: FieldIcon},
		{Found: true, Complete: true, Submission: Submission{Name: "青禾记账"}, Severity: Reject, Field: "categories", Rule: "3.4"},
		{Found: true, Complete: true, Submission: Submission{Owner: Owner{Name: "杭州青禾网络科技有限公司"}}, Severity: Reject, Field: "owner.kind", Rule: "form.choice"},
		{Submission: Submission{Name: "青禾记账"}},
	},
	run: func(s *subject, c *Check) {
		if !s.v.complete {
			return
		}
		sub := s.submission
		for _, required := range []struct {
			absent     bool
			field      Field
			rule       string
			what, give Text
		}{
			{len(sub.Icon) == 0, FieldIcon, "form.icon", Text{"没有图标", "there is no icon"}, Text{"上传图标：BMP、JPEG、GIF 或 PNG，不超过 2 MB，正方形", "upload one: BMP, JPEG, GIF or PNG, 2 MB at most, square"}},
			{len(sub.Categories) == 0, "categories", "3.4", Text{"没有选类目", "no category is chosen"}, Text{"选与服务一致的类目", "choose the category of the service"}},
			{sub.Owner.Name == "", "owner.name", "form.choice", Text{"没有填主体名称", "the owner's name is not given"}, Text{"填写证件上的全称", "give the full name on the owner's papers"}},
			{sub.Owner.Kind == "", "owner.kind", "form.choice", Text{"没有选主体性质", "the owner's kind is not chosen"}, Text{"选个人、企业、政府或其他组织", "choose individual, enterprise, government or another organisation"}},
		} {
			if required.absent {
				s.addStated(c, required.field, "", Finding{Rule: required.rule, Severity: Reject, Message: required.what.In(s.v.language), Suggestion: required.give.In(s.v.language)})
			}
		}
	},
})
