package coherence_test

import (
	"testing"

	"github.com/mingcha-go/mingcha/internal/coherence"
	"github.com/mingcha-go/mingcha/internal/fold"
	"github.com/mingcha-go/mingcha/internal/topic"
)

func BenchmarkWeigh(b *testing.B) {
	for title, pair := range map[string][2]string{
		"taken up": {"青禾记账小助手", "按月统计收支和预算，多人共享账本，账单一键导出"},
		"left out": {"青禾天气预报", "扫码点餐、排号和外卖下单，门店优惠早知道"},
		"latin":    {"Pixel 相册 pro", "整理 pixel 手机里的照片，支持 iOS、Android 和 Windows 同步"},
	} {
		b.Run(title, func(b *testing.B) {
			var name, intro fold.Text
			var nameRead, introRead topic.Reading
			name.Fold(pair[0])
			nameRead.Read(&name, topic.Name)
			intro.Fold(pair[1])
			introRead.Read(&intro, topic.Prose)
			var p coherence.Pair
			b.ReportAllocs()
			for b.Loop() {
				p.Weigh(&name, &nameRead, &intro, &introRead)
			}
		})
	}
}
