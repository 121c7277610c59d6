package record

// otherNames are how people call the keys, in tables as in JSON, beside the names
// of JSON in other spellings (shortName, Short Name). Names that in real catalogs
// mostly hold something else (title, category, url, kind, 投诉渠道 with a telephone
// number) are not here: they are told as unknown, with what may be meant.
var otherNames = map[string][]string{
	"id":                {"编号", "ID号", "记录编号"},
	"name":              {"名称", "小程序名称", "小程序名", "小程序全称", "小程序昵称", "昵称", "全称", "nickname", "app_name", "miniprogram_name"},
	"short_name":        {"简称", "小程序简称", "名称简称"},
	"intro":             {"功能介绍", "介绍", "简介", "小程序介绍", "小程序简介", "小程序功能介绍", "功能简介", "一句话介绍", "一句话简介", "introduction", "signature"},
	"description":       {"描述", "小程序描述", "详细介绍", "详细描述", "详情", "功能描述", "详细说明", "服务描述", "desc"},
	"icon":              {"图标", "头像", "小程序图标", "小程序头像", "icon_path", "icon_file", "图标路径", "图标文件"},
	"icon_text":         {"图标文字", "图标上的文字", "头像文字", "头像上的文字", "icon_texts", "icon_words"},
	"categories":        {"类目", "服务类目", "小程序类目", "所属类目", "经营类目"},
	"tags":              {"标签", "小程序标签", "搜索标签", "服务标签"},
	"contact.email":     {"邮箱", "联系邮箱", "电子邮箱", "邮箱地址", "电子邮件", "email", "e_mail", "email_address"},
	"contact.url":       {"网址", "联系网址", "官网", "官方网站", "网站", "website", "homepage"},
	"contact.phone":     {"电话", "联系电话", "客服电话", "手机", "手机号", "手机号码", "电话号码", "联系手机", "phone", "phone_number", "telephone", "mobile"},
	"admin_wechat":      {"管理员微信号", "管理员微信", "管理员微信ID", "admin_wechat_id", "admin_weixin"},
	"owner.name":        {"主体名称", "主体", "主体全称", "公司名称", "企业名称", "单位名称", "注册主体", "所属主体", "company_name"},
	"owner.kind":        {"主体类型", "主体性质", "账号主体类型", "帐号主体类型", "owner_type"},
	"owner.licences":    {"资质", "证照", "资质证照", "资质文件", "许可证", "资质证明", "经营资质", "主体资质", "资质证书", "owner_licenses", "licences", "licenses"},
	"features":          {"使用功能", "使用的功能", "涉及功能", "开通功能", "声明的功能"},
	"test_account":      {"有测试帐号", "有测试账号", "有无测试帐号", "有无测试账号", "是否有测试帐号", "是否有测试账号", "是否提供测试帐号", "是否提供测试账号"},
	"complaint_channel": {"有投诉渠道", "有无投诉渠道", "是否有投诉渠道", "有投诉入口", "有无投诉入口", "是否有投诉入口"},
	"ugc_filter":        {"有内容过滤", "有无内容过滤", "是否有内容过滤", "有无内容审核", "是否有内容审核", "是否过滤用户内容"},
	"location_consent":  {"有定位授权", "有无定位授权", "是否有定位授权", "是否征得定位同意", "是否征求定位同意"},
}

// weakNames hold names that stand for a field only where no better column or key
// does, each weaker than the next: a table has both 序号 and 编号.
var weakNames = []map[string]string{
	{"序号": "id", "行号": "id", "No": "id", "#": "id", "number": "id"},
	{"AppID": "id", "小程序ID": "id", "商户号": "id", "商户编号": "id", "小程序编号": "id"},
}

// memberNames are how people call the members of objects, beside the names of JSON.
var memberNames = map[string][]string{
	"contact.email":             {"邮箱", "电子邮箱", "邮件", "e_mail"},
	"contact.url":               {"网址", "官网", "网站", "website"},
	"contact.phone":             {"电话", "手机", "手机号", "联系电话", "telephone", "mobile"},
	"owner.name":                {"名称", "主体名称", "公司名称", "企业名称", "单位名称", "姓名"},
	"owner.kind":                {"类型", "主体类型", "性质", "主体性质"},
	"owner.licences":            {"资质", "证照", "许可证", "licenses"},
	"authorizations[].mark":     {"商标", "品牌", "标识", "商标名称", "品牌名称", "trademark"},
	"authorizations[].document": {"文件", "授权书", "授权文件", "证明", "证明文件", "授权编号"},
}
