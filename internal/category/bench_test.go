package category_test

import (
	"testing"

	"github.com/mingcha-go/mingcha/internal/category"
)

func BenchmarkFind(b *testing.B) {
	for name, path := range map[string]string{"as the tree writes it": "餐饮服务/点餐平台", "joined otherwise": "餐饮服务 > 点餐平台", "unknown": "太空旅行/火星"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				category.Find(path)
			}
		})
	}
}

func BenchmarkNearest(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		category.Nearest("餐饮/点餐", category.Organization)
	}
}
