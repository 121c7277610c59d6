package validate_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/mingcha-go/mingcha/validate"
)

// answers are the findings of the checks of services as "check rule severity field".
func answers(r *validate.Report) (got []string) {
	for _, f := range r.Findings {
		switch f.Check {
		case "category-mismatch", "licence-required", "undeclared-feature", "name-service":
			got = append(got, strings.Join([]string{f.Check, f.Rule, f.Severity.String(), string(f.Field)}, " "))
		}
	}
	return got
}

const (
	hidden     = "category-mismatch 3.1 review intro"
	foreign    = "category-mismatch 3.4 review categories[0]"
	unlicensed = "licence-required 4.4 review intro"
	askedFor   = "licence-required 4.4 advice intro"
	barred     = "licence-required 4.4 reject intro"
)

func TestServicesAreHeldAgainstCategories(t *testing.T) {
	v := newValidator(t)
	for _, c := range []struct{ name, intro, category string }{
		{"快借通", "申请借款，当天到账", "工具/计算器"},
		{"青禾周转", "资金临时周转，最高二十万，极速放款", "商业服务/企业管理"},
		{"青禾便利", "处方药线上开方，送药上门", "商家自营/食品饮料"},
		{"青禾养生", "中医师在线问诊，复诊开药", "工具/健康管理"},
		{"青禾变装", "上传照片一键换脸，变成古装主角", "工具/图片处理"},
		{"青禾画板", "输入一句话，AI绘画自动出图", "工具/图片处理"},
		{"青禾记账", "记账之外还能订酒店、买特价机票", "工具/记账"},
		{"青禾出行", "一键叫车，网约车司机就近接单", "工具/信息查询"},
		{"青禾找活", "工地招工，找工作投简历都在这里", "工具/办公"},
		{"青禾故事", "免费小说天天更新，热门短剧看不停", "工具/备忘录"},
		{"青禾歌台", "才艺主播每晚开播，打赏上榜", "文娱/音乐"},
		{"青禾同城", "本地兴趣圈子，发帖盖楼聊家常", "生活服务/家政服务"},
		{"青禾丽人", "水光针、双眼皮手术预约", "生活服务/丽人服务/美容"},
		{"青禾护航", "车险报价，在线投保", "工具/计算器"},
		{"青禾书桌", "小学语文一对一辅导，名师授课", "工具/备忘录"},
		{"青禾相伴", "单身男女相亲交友，红娘牵线", "工具/信息查询"},
	} {
		r := v.Check(&validate.Submission{Name: c.name, Intro: c.intro, Categories: []string{c.category}})
		if !slices.ContainsFunc(answers(r), func(a string) bool { return a == hidden || a == foreign }) {
			t.Errorf("%s under %s: %v, want %s", c.intro, c.category, answers(r), hidden+" or "+foreign)
		}
	}
}

func TestWhoKnowsNotesOrRefusesAServiceDoesNotOfferIt(t *testing.T) {
	v := newValidator(t)
	for _, c := range []struct{ name, intro, category string }{
		{"青禾贷算", "贷款计算器，等额本息每月还多少一算就知道", "工具/计算器"},
		{"青禾药盒", "到点用药提醒，家人一起记录服药时间", "工具/健康管理"},
		{"青禾读报", "新闻阅读技巧与写作练习", "工具/备忘录"},
		{"青禾账本", "记录酒店和机票花费，出差报销一目了然", "工具/记账"},
		{"青禾反诈", "不提供借款，教你识别借钱骗局", "工具/信息查询"},
		{"青禾相册", "照片拼图、裁剪和调色，不提供换脸", "工具/图片处理"},
		{"青禾备考", "教师资格考试题库，刷题记录", "教育服务/课程销售"},
		{"青禾乐谱", "记下直播倒计时，演出日程不忘", "工具/日历"},
		{"青禾借书", "邻居之间借书还书，登记到期日", "工具/备忘录"},
		{"青禾小馆", "扫码点餐，外卖到家", "餐饮服务/点餐平台"},
		{"浦江市办事", "社保查询，预约挂号，公交实时", "政务民生/政务服务大厅"},
	} {
		r := v.Check(&validate.Submission{Name: c.name, Intro: c.intro, Categories: []string{c.category}})
		for _, got := range answers(r) {
			if !strings.Contains(got, " advice ") {
				t.Errorf("%s under %s: %s", c.intro, c.category, got)
			}
		}
	}
}

func TestWhatTheTextLeavesInDoubtIsAdviceAtMost(t *testing.T) {
	v := newValidator(t)
	for why, s := range map[string]validate.Submission{
		"one word in passing":            {Name: "小灶厨房", Intro: "按小时租用灶台做饭", Description: "还有租房没厨房的年轻人也常来，垃圾请分类带走", Categories: []string{"生活服务/共享服务"}},
		"the name again in the intro":    {Name: "水乡酒厂一日游", Intro: "水乡酒厂一日游，看参观动线", Categories: []string{"商家自营/酒类"}},
		"kinds of one family":            {Name: "青禾车友", Intro: "车友论坛，看短视频", Categories: []string{"社交/社区/论坛"}},
		"what is listed is noted down":   {Name: "远山行程单", Intro: "远山行程单，记录航班、酒店、紧急联系人", Categories: []string{"工具/备忘录"}},
		"daily settlement of a till":     {Name: "百味多店账号", Intro: "多店收银，一个总账号管日结报表", Categories: []string{"工具/办公"}},
		"the place of a counter":         {Name: "信阳四院导航", Intro: "查科室楼层和缴费窗口位置", Features: []validate.Feature{}},
		"the place of a machine":         {Name: "信阳四院导航", Intro: "查科室楼层和缴费机位置", Features: []validate.Feature{}},
		"a counter of a station":         {Name: "老车站导航", Intro: "查候车室、购票窗口在几楼", Features: []validate.Feature{}},
		"an account that is given up":    {Name: "旧手机", Intro: "卖手机前怎么退账号、清数据", Features: []validate.Feature{}},
		"goods of a figure":              {Name: "云朵熊周边", Intro: "云朵熊周边自营，贴纸徽章", Features: []validate.Feature{}},
		"a range of delivery":            {Name: "柳叶修鞋", Intro: "三公里内上门取鞋", Features: []validate.Feature{}},
		"a measure tells of the feature": {Name: "漂流书架", Intro: "换书站内留言，发帖评论", Declarations: validate.Declarations{UGCFilter: new(true)}},
	} {
		for _, got := range answers(v.Check(&s)) {
			if !strings.Contains(got, " advice ") {
				t.Errorf("%s: %s", why, got)
			}
		}
	}
}

func TestServicesThatNeedALicenceAskForIt(t *testing.T) {
	v := newValidator(t)
	individual := validate.Owner{Kind: validate.OwnerIndividual}
	enterprise := func(licences ...string) validate.Owner {
		return validate.Owner{Kind: validate.OwnerEnterprise, Licences: licences}
	}
	for _, c := range []struct {
		intro string
		owner validate.Owner
		want  string // "": nothing
	}{
		{"每日时政新闻、国际要闻推送", individual, barred},
		{"手头紧来借钱，无抵押当天放款", individual, barred},
		{"感冒药退烧药，线上买药送药上门", individual, barred},
		{"感冒药退烧药，线上买药送药上门", enterprise("营业执照"), unlicensed},
		{"感冒药退烧药，线上买药送药上门", enterprise([]string{}...), unlicensed},
		{"感冒药退烧药，线上买药送药上门", enterprise(), askedFor},
		{"单身男女相亲交友，红娘牵线", enterprise("营业执照"), askedFor}, // a filing, no licence
		{"感冒药退烧药，线上买药送药上门", enterprise("药品经营许可证 粤AB1234"), ""},
		{"招工找工作，发布职位", enterprise("食品经营许可证"), unlicensed},
		{"招工找工作，发布职位", enterprise("人力资源服务许可证"), ""},
		{"每日时政新闻、国际要闻推送", validate.Owner{Kind: validate.OwnerGovernment}, ""},
		{"时政新闻词汇背诵，备考打卡", individual, ""},
		{"手头紧来借钱，无抵押当天放款", validate.Owner{}, ""},
	} {
		got := slices.DeleteFunc(answers(v.Check(&validate.Submission{Intro: c.intro, Owner: c.owner})), func(a string) bool { return !strings.HasPrefix(a, "licence") })
		if c.want == "" && len(got) > 0 || c.want != "" && !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s by %+v: %v, want %q", c.intro, c.owner, got, c.want)
		}
	}
}

func TestFeaturesThatTheTextsSpeakOfAreAskedFor(t *testing.T) {
	v := newValidator(t)
	for intro, rule := range map[string]string{
		"骑友社区，发帖评论聊路线": "7.2", "晒作品，互相点赞留言": "7.2", "校园表白墙，匿名投稿": "7.2",
		"根据你的位置推荐公园": "10.4.1", "离您最近的充电桩一键导航": "10.4.1", "通过定位找附近的修车铺": "10.4.1",
		"看主播唱戏送礼物": "3.4", "和主播连麦，直播间等你": "3.4",
		"热门游戏点卡代充": "3.4", "视频会员低价充，卡密秒发": "3.4",
		"休闲小游戏，闯关赢勋章": "3.4",
		"洗衣卡充值，在线下单":  "11.1", "报名缴费，微信支付": "11.1",
		"家长登录账号看课表": "9.5", "注册会员，登录后查积分": "9.5",
	} {
		for _, c := range []struct {
			submission validate.Submission
			want       string
		}{
			{validate.Submission{Intro: intro, Features: []validate.Feature{}}, "review"},
			{validate.Submission{Intro: intro, Categories: []string{"工具/备忘录"}}, "advice"},
			{validate.Submission{Intro: intro}, ""},
			{validate.Submission{Intro: intro, Name: "青禾", Features: []validate.Feature{
				"payment", "account", "ugc", "location", "game", "live", "virtual-goods"}}, ""},
		} {
			r := v.Check(&c.submission)
			got := slices.ContainsFunc(r.Findings, func(f validate.Finding) bool {
				return f.Check == "undeclared-feature" && f.Rule == rule && (c.want == "" || f.Severity.String() == c.want)
			})
			if got != (c.want != "") {
				t.Errorf("%s %+v: %v, want %s %s", intro, c.submission.Features, answers(r), rule, c.want)
			}
		}
	}
}

func TestFeaturesThatAreDeniedAreNotAskedFor(t *testing.T) {
	v := newValidator(t)
	for _, intro := range []string{
		"无需登录，打开就能查公交", "不设评论，安静看书", "不含直播，只有图文教程", "到店付款，预约免费",
		"品牌定位高端的手作皮具展示", "免费查询停车收费标准", "不获取位置信息，手动选城市", "行业高峰论坛议程查询",
	} {
		if got := answers(v.Check(&validate.Submission{Intro: intro, Features: []validate.Feature{}})); len(got) > 0 {
			t.Errorf("%s: %v", intro, got)
		}
	}
}

func TestAWordOfTheNameSaysWhichCategoryItPullsIn(t *testing.T) {
	v := newValidator(t)
	for name, category := range map[string]string{
		"青禾社区": "社交/", "青禾银行": "金融业/银行", "青禾征信": "金融业/个人征信", "青禾图书": "商家自营/图书报刊", "青禾直播": "社交/直播",
		"青禾医院": "医疗服务/", "青禾药房": "医疗服务/药品", "青禾保险": "金融业/保险", "青禾彩票": "政务民生/体育", "青禾教育": "教育服务/", "青禾新闻": "资讯/",
	} {
		r := v.Check(&validate.Submission{Name: name})
		i := slices.IndexFunc(r.Findings, func(f validate.Finding) bool { return f.Check == "name-service" })
		if i < 0 || r.Findings[i].Severity != validate.Advice || !strings.Contains(r.Findings[i].Message, category) {
			t.Errorf("%s: %+v, want advice that names %s", name, r.Findings, category)
		}
	}
	for _, name := range []string{"青禾图书馆", "青禾社区团购", "青禾银行卡包", "青禾宠物医院日记", "青禾保险柜", "青禾基金会"} {
		for _, f := range v.Check(&validate.Submission{Name: name}).Findings {
			if f.Check == "name-service" && f.Text != "宠物医院" {
				t.Errorf("%s: %s", name, f.Message)
			}
		}
	}
}
