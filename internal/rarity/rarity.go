// Package rarity knows how often Han characters are written, so that what two
// texts share can be told from what any two texts share.
package rarity

import "sync"

//go:generate go run ./gen

// levels are the shares of written characters that the groups of tables.go
// stand for: a character of group i is about one in 1/levels[i] characters.
var levels = [...]float64{1. / 64, 1. / 128, 1. / 256, 1. / 512, 1. / 1024, 1. / 2048, 1. / 4096, 1. / 8192, 1. / 16384, 1. / 32768}

// rarest is the share of a character that the tables do not hold.
const rarest = 1. / 65536

// programChars are characters that the texts of programs hold far more often
// than a dictionary of the language says, one in programShare.
const (
	programChars = "用网站软件应程序平台工具开源码免费在线支持版手机页文图数据户功能微信小智管理学习服务信息查询内容提供下载"
	programShare = 1. / 192
)

var shares = sync.OnceValue(func() map[rune]float32 {
	m := map[rune]float32{}
	for i, group := range groups {
		for _, r := range group {
			m[r] = float32(levels[i])
		}
	}
	for _, r := range programChars {
		m[r] = max(m[r], programShare)
	}
	return m
})

// Share gives the share of a Han character in written Chinese, in steps of two;
// 1/65536 for one that is hardly ever written.
func Share(r rune) float64 {
	if s, ok := shares()[r]; ok {
		return float64(s)
	}
	return rarest
}
