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

// Level is a step of the shares, for those that keep what follows from a share.
type Level uint8

// Levels is how many there are.
const Levels = len(levels) + 2

// The levels that are none of levels.
const (
	rarestLevel  Level = 0
	programLevel Level = 1
	firstLevel   Level = 2
)

// Share gives the share that the characters of a level have.
func (l Level) Share() float64 {
	switch l {
	case rarestLevel:
		return rarest
	case programLevel:
		return float64(float32(programShare))
	}
	return levels[l-firstLevel]
}

// byRune holds the level of each character up to U+FFFF.
var byRune = sync.OnceValue(func() *[1 << 16]Level {
	t := new([1 << 16]Level)
	for i, group := range groups {
		for _, r := range group {
			t[r] = firstLevel + Level(i)
		}
	}
	for _, r := range programChars {
		if t[r].Share() < programLevel.Share() {
			t[r] = programLevel
		}
	}
	return t
})

// LevelOf gives the level of a character.
func LevelOf(r rune) Level {
	if uint32(r) > 0xffff {
		return rarestLevel
	}
	return byRune()[r]
}
