package sound

import (
	"strings"
	"testing"
)

func TestCompare(t *testing.T) {
	for _, tt := range []struct {
		name string
		a, b rune
		want Kind
	}{
		{"a character sounds like itself", '微', '微', Same},
		{"homophones in the first tone are the same", '微', '威', Same},
		{"homophones in the fourth tone are the same", '讯', '训', Same},
		{"homophones in the second tone are the same", '腾', '滕', Same},
		{"first against second tone is the same syllable", '微', '围', SameSyllable},
		{"fourth against second tone is the same syllable", '讯', '寻', SameSyllable},
		{"fourth against first tone is the same syllable", '信', '心', SameSyllable},
		{"in and ing merge", '新', '星', Fuzzy},
		{"sh and s merge", '是', '四', Fuzzy},
		{"zh and z merge", '中', '宗', Fuzzy},
		{"ch and c merge", '初', '粗', Fuzzy},
		{"n and l merge", '南', '蓝', Fuzzy},
		{"n and l merge before ü", '女', '旅', Fuzzy},
		{"an and ang merge", '班', '帮', Fuzzy},
		{"en and eng merge", '陈', '成', Fuzzy},
		{"ian and iang merge", '鲜', '香', Fuzzy},
		{"uan and uang merge", '关', '光', Fuzzy},
		{"an initial and a final merged at once are loose", '山', '桑', Loose},
		{"hu and fu are loose", '胡', '福', Loose},
		{"hui and fei are not alike", '会', '费', None},
		{"r and l stay apart", '热', '乐', None},
		{"un and ong are not alike", '村', '从', None},
		{"different syllables are not alike", '微', '信', None},
		{"a second reading counts as the same syllable", '重', '虫', SameSyllable},
		{"a second reading of one merges with the first of the other", '重', '从', Fuzzy},
		{"the first reading counts in full", '重', '众', Same},
		{"a simplified character sounds like its traditional form", '国', '國', Same},
		{"characters outside the BMP have readings", '𠼞', '啊', Same},
		{"letters are like nothing", 'a', 'a', None},
		{"a letter is not like a character", 'a', '啊', None},
		{"emoji are like nothing", '😀', '😀', None},
		{"what is no rune is like nothing", -1, 0x110000, None},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Compare(tt.a, tt.b); got != tt.want {
				t.Errorf("Compare(%c, %c) = %d, want %d", tt.a, tt.b, got, tt.want)
			}
			if got := Compare(tt.b, tt.a); got != tt.want {
				t.Errorf("Compare(%c, %c) = %d, want %d", tt.b, tt.a, got, tt.want)
			}
		})
	}
}

func TestReadings(t *testing.T) {
	for _, tt := range []struct {
		name          string
		r             rune
		first, second string
	}{
		{"a character with one reading has no second", '微', "wei1", ""},
		{"长 has two readings", '长', "zhang3", "chang2"},
		{"重 has two readings", '重', "zhong4", "chong2"},
		{"乐 has two readings", '乐', "le4", "yue4"},
		{"ü is written as v", '绿', "lv4", ""},
		{"a rare second reading is left out", '了', "le5", ""},
		{"an unstressed use does not hide the tone", '训', "xun4", ""},
		{"an unstressed use is no second reading", '西', "xi1", ""},
		{"the r of erhua is no reading", '儿', "er2", ""},
		{"a frequent reading wins over that of the dictionary", '谁', "shui2", ""},
		{"a character outside the BMP is read", '𠼞', "a1", ""},
		{"a character that Unihan does not read has none", '𠮷', "", ""},
		{"letters have none", 'w', "", ""},
		{"digits have none", '8', "", ""},
		{"kana have none", 'か', "", ""},
		{"emoji have none", '😀', "", ""},
		{"what is no rune has none", -1, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			first, second := Readings(tt.r)
			if first.String() != tt.first || second.String() != tt.second {
				t.Errorf("Readings(%c) = %s, %s, want %s, %s", tt.r, first, second, tt.first, tt.second)
			}
		})
	}
}

func TestReadingParts(t *testing.T) {
	first, _ := Readings('律')
	if first.Syllable() != "lv" || first.Tone() != 4 {
		t.Errorf("律 is %q in tone %d, want lv in tone 4", first.Syllable(), first.Tone())
	}
	var none Reading
	if none.Syllable() != "" || none.Tone() != 0 || Merged(none) != 0 {
		t.Errorf("no reading is %q in tone %d of class %d", none.Syllable(), none.Tone(), Merged(none))
	}
}

// TestMerged checks for all pairs of syllables that those alike in any way
// share their class, and that those of a class are alike: an index by class
// finds all that Compare accepts, and little else.
func TestMerged(t *testing.T) {
	table := loadTable()
	for i := 1; i < len(table.names); i++ {
		for j := 1; j < len(table.names); j++ {
			a, b := Reading(i<<toneBits|1), Reading(j<<toneBits|2)
			alike := table.compare(a, b) != None
			if merged := Merged(a) == Merged(b); alike != merged {
				t.Errorf("%s and %s: alike %t, merged %t", a, b, alike, merged)
			}
			if Merged(a) == 0 {
				t.Errorf("%s has no class", a)
			}
		}
	}
}

func TestData(t *testing.T) {
	for _, data := range []string{primary, secondary} {
		for line := range strings.Lines(data) {
			name, chars, ok := strings.Cut(strings.TrimSuffix(line, "\n"), ":")
			if !ok || chars == "" || len(name) < 2 || !strings.Contains("12345", name[len(name)-1:]) {
				t.Errorf("malformed line %.20q", line)
			}
		}
	}
	if n := len(primary) + len(secondary); n > 200<<10 {
		t.Errorf("the tables take %d bytes, want less than 200 KB", n)
	}
	if n := len(loadTable().names); n >= 1<<(16-toneBits) {
		t.Errorf("%d syllables do not fit a Reading", n)
	}
}

func BenchmarkCompare(b *testing.B) {
	x, y := []rune("微信腾讯长重南新山胡"), []rune("威心滕寻常虫蓝星桑福")
	Compare(x[0], y[0])
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		if Compare(x[i], y[i]) == None {
			b.Fatal("not alike")
		}
		if i++; i == len(x) {
			i = 0
		}
	}
}
