package choice

// Kinds are the kinds of owners. The platform registers six: 个人, 企业, 个体工商户 (which
// it counts among 企业), 政府 (with 事业单位), 媒体 and 其他组织 (with schools and hospitals
// that are none of the state's). A medium is held to what other organizations are:
// it may use neither the words of the state nor only those of an individual. Owners
// abroad have a tree of categories of their own, which no kind stands for: they are
// told instead of being taken for others.
var Kinds = newSet(
	"individual person personal 个人 自然人 个人主体 个人开发者 居民",
	"enterprise company corporation business firm 企业 公司 企业法人 企业主体 有限公司 有限责任公司 股份公司 股份有限公司 企业单位 企业类型 "+
		"个体 个体户 个体工商户 个体经营 个体工商 个人独资企业 合伙企业 分公司 分支机构 农民专业合作社 合作社",
	"government gov 政府 政府机构 政府机关 政府部门 机关 党政机关 国家机关 行政机关 机关单位 事业单位 事业法人 机关事业单位 政府及事业单位 政府/事业单位",
	"organization organisation org ngo 组织 其他组织 其它组织 组织机构 社会组织 社会团体 社团 民办非企业 民办非企业单位 民非 基金会 协会 媒体 media 其他 其它",
).except("境外", "海外", "国外", "外国", "overseas", "foreign", "abroad")

// Features are the features of programs that rules ask about.
var Features = newSet(
	"payment pay payments 支付 付款 收款 收费 付费 微信支付 在线支付 支付功能 线上支付",
	"account accounts login signin 帐号 账号 帐户 账户 登录 登陆 注册 用户登录 账号登录 帐号登录 注册登录 登录注册 账号体系 帐号体系",
	"ugc usergeneratedcontent 用户生成内容 用户产生内容 用户内容 用户发布 用户发布内容 用户创作内容 用户原创内容",
	"location position geolocation lbs gps 定位 位置 地理位置 位置信息 获取位置 地理位置信息 位置服务",
	"game games gaming 游戏 小游戏",
	"live livestream livestreaming 直播 在线直播 视频直播",
	"virtual-goods virtualgood 虚拟商品 虚拟物品 虚拟道具 虚拟货品 虚拟产品",
)

// Truths are true and false.
var Truths = newSet(
	"true yes y 1 t on 是 有 对 真 是的 √ ✓ ✔ ✅ ☑ 已有 具备",
	"false no n 0 f off 否 无 不是 没有 假 × ✗ ✘ ❌ 没 不 ☒",
)
