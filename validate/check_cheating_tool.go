package validate

var _ = register(&Check{
	Slug:   "cheating-tool",
	Rules:  []string{"5.3"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro, FieldDescription, FieldTags, FieldIconText},
	Title:  Text{"外挂、违规插件", "Cheats and plug-ins"},
	Doc: Text{
		"不得使用或推荐外挂、微信多开、虚拟定位、防撤回等第三方工具。反外挂公告、硬件里的外挂（外挂硬盘）不提示。",
		"No cheats, clones of WeChat, faked positions, anti-recall and other third-party tools. Notices against cheats and external hardware (外挂硬盘) are left in peace.",
	},
	Found: []Sample{
		{Field: FieldName, Text: "青禾游戏外挂", Want: "游戏外挂", Severity: Reject},
		{Field: FieldIntro, Text: "微信多开，自动加好友", Want: "微信多开", Severity: Reject},
		{Field: FieldIntro, Text: "支持虚拟定位打卡", Want: "虚拟定位", Severity: Review},
	},
	Innocent: []Sample{
		{Field: FieldIntro, Text: "发布反外挂公告，处理玩家举报"},
		{Field: FieldName, Text: "青禾外挂硬盘测评"},
		{Field: FieldIntro, Text: "记录辅助器具的借用和归还"},
	},
	run: runForbidden(Text{"删去违规工具", "remove the tool"}),
})
