package owner

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Form is what the name of an owner shows it to be.
type Form uint8

// The forms. Unknown: the name shows nothing.
const (
	Unknown Form = iota
	Company
	Business // of one person, under a name: 老街面馆
	Organ
	Institution
	Person
)

// companyEnds are the ends of the names of companies; a branch follows some.
var companyEnds = []string{"公司", "集团", "合伙企业", "有限合伙", "普通合伙", "合作社", "厂", "株式会社", "会社",
	"inc", "ltd", "llc", "corporation", "gmbh", "limited"}

// cooperatives are of villages and towns, entered as legal persons of their own kind
// (article 96 of the Civil Code), not as companies.
var cooperatives = []string{"经济合作社", "经济联合社", "股份合作社", "经济合作联社", "供销合作社"}

var businessEnds = []string{"店", "铺", "商行", "经营部", "工作室", "面馆", "茶馆", "餐馆", "饭馆", "酒馆", "照相馆", "坊", "维修部", "服务部", "超市",
	"门市部", "批发部", "摊", "酒楼", "饭庄", "餐厅", "网吧", "茶楼", "小吃", "便利", "商店", "个体工商户", "家庭农场", "养殖场", "诊所"}

var institutionEnds = []string{"大学", "学院", "学校", "中学", "小学", "幼儿园", "医院", "协会", "学会", "基金会", "研究会", "研究院", "研究所", "图书馆",
	"博物馆", "文化馆", "体育馆", "美术馆", "纪念馆", "档案馆", "商会", "联合会", "促进会", "委员会", "居委会", "村委会", "业委会", "中心", "报社", "电视台", "广播电视台",
	"通讯社", "出版社", "卫生院", "疾控中心", "气象台", "总工会", "工会", "团委", "妇联", "残联", "科协", "文联", "站", "总队", "大队", "支队", "中队", "办公室", "指挥部", "敬老院", "福利院", "联盟", "书院", "寺", "教堂", "慈善会", "红十字会", "志愿者队", "社"}

// organEnd is plain of an organ of the state; placedOrgan ends so only behind a place or
// the name of the country, and is none where shops end so too (沧州口腔门诊部, 杭州书局).
var (
	organEnd    = regexp.MustCompile(`(人民政府|公安局|公安厅|税务局|教育局|财政局|民政局|司法局|检察院|人民法院|仲裁法院|派出所|街道办事处|管理委员会|管委会|纪委|监委|常委会|党委|组织部|宣传部|统战部|公安部|教育部|外交部|财政部|商务部|民政部|司法部|国务院|政府|交警大队|交警支队|消防救援大队|消防救援支队|办公厅|海关|监管局|管理局|发改委|卫健委|网信办|改革委员会|健康委员会|资源局|保障局|监督局|社局|建局|旅局|体局|局机关)$`)
	placedOrgan = regexp.MustCompile(`(国家|中国|省|市|县|区|州|旗|镇|乡|自治).*([^书药饭棋布牌]局|委|法院|办|署|武装部)$|(省|自治区|兵团).*[^餐歌舞展咖啡戏]厅$`)
)

// surnames are the single ones in use; those of two characters follow. Source: the
// Hundred Family Surnames (百家姓) and the simplified forms in use.
const surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲封芮储靳邴松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶郜黎薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧利蔚越夔隆师巩厍聂晁勾敖融冷辛阚那简饶空曾沙养鞠须丰巢关蒯相查后荆红游竺权盖益桓公涂肖闫付代"

var doubleSurnames = []string{"欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "端木", "夏侯", "百里", "南宫", "独孤", "呼延"}

// words that a company's short name ends with, but no given name does.
var trade = []string{"科技", "网络", "文化", "传媒", "贸易", "商贸", "餐饮", "食品", "教育", "物流", "服务", "商城", "集团", "平台", "记账", "书屋", "用品", "电器",
	"服饰", "家居", "建材", "汽车", "银行", "保险", "证券", "基金", "投资", "咨询", "官方", "客服", "腾讯", "微信", "单位"}

// FormOf tells what a name shows. A branch is of the form of what it belongs to.
func FormOf(name string) Form {
	n := Normal(name)
	switch {
	case n == "":
		return Unknown
	case hasSuffix(n, cooperatives):
		return Institution
	case hasSuffix(n, companyEnds), strings.Contains(n, "有限公司"), strings.Contains(n, "公司") && hasSuffix(n, branches):
		return Company
	case organEnd.MatchString(n), placedOrgan.MatchString(n):
		return Organ
	case hasSuffix(n, businessEnds):
		return Business
	case hasSuffix(n, institutionEnds):
		return Institution
	case isPerson(n):
		return Person
	}
	return Unknown
}

// isPerson tells whether a name is that of a person: a surname and one or two
// characters more, which are no words of a trade.
func isPerson(n string) bool {
	count := utf8.RuneCountInString(n)
	if hasSuffix(n, trade) || strings.ContainsFunc(n, func(r rune) bool { return r < 0x4E00 || r > 0x9FFF }) {
		return false
	}
	for _, s := range doubleSurnames {
		if strings.HasPrefix(n, s) {
			return count == 3 || count == 4
		}
	}
	first, _ := utf8.DecodeRuneInString(n)
	return (count == 2 || count == 3) && strings.ContainsRune(surnames, first)
}

// Registers tells whether what has such a name is in a register as an organisation:
// only these can be the owner of a well-known mark. A shop of one person cannot.
func (f Form) Registers() bool { return f == Company || f == Organ || f == Institution }
