package validate

import "strings"

var _ = register(&Check{
	Slug:   "game-name",
	Rules:  []string{"2026/game.2.1.2", "2026/game.2.1.3", "2026/game.2.1.5", "2026/game.2.10.4"},
	Fields: []Field{FieldName, FieldShortName, FieldIntro},
	Title:  Text{"小游戏的名称和简介", "Name and intro of a game"},
	Doc: Text{
		"2018 版和 2026 版的小游戏特别规范：名称不涉政治、宗教、恐怖和违法低俗（2.1.2、2.1.3），名称和简介不以钱物引诱（2.1.5），不打折扣版、福利版（2.10.4）。声明了游戏功能或游戏类目的才检查。",
		"The special rules for mini games of the editions 2018 and 2026: no politics, religion, terror, crime or vulgarity in names (2.1.2, 2.1.3), no money or goods as bait in name and intro (2.1.5), no discount editions (2.10.4). Only where a game is declared as feature or category.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Name: "消消领红包", Features: []Feature{FeatureGame}}, Severity: Reject, Rule: "2026/game.2.1.5"},
		{Found: true, Submission: Submission{Name: "圣战前夜", Features: []Feature{FeatureGame}}, Severity: Review},
		{Found: true, Submission: Submission{Name: "仙侠0.1折", Categories: []string{"游戏/角色"}}, Severity: Reject, Rule: "2026/game.2.10.4"},
		{Found: true, Submission: Submission{Name: "毒枭大亨", Features: []Feature{FeatureGame}}, Severity: Review, Rule: "2026/game.2.1.3"},
		{Found: true, Submission: Submission{Name: "青禾消消看", Intro: "消除水果，闯关就能提现", Features: []Feature{FeatureGame}}, Severity: Reject, Field: FieldIntro, Rule: "2026/game.2.1.5"},
		{Submission: Submission{Name: "消消领红包"}},
		{Submission: Submission{Name: "青禾消消看", Intro: "消除同色水果，一共三百关", Features: []Feature{FeatureGame}}},
	},
	run: func(s *subject, c *Check) {
		if s.isGame() {
			gameName(s, c)
		}
	},
})

var gameName = runClaim(Text{"名称写游戏本身的玩法和题材", "name the play and theme of the game itself"})

// isGame tells whether a submission declares that it is a game.
func (s *subject) isGame() bool {
	if s.submission.has(FeatureGame) {
		return true
	}
	for _, path := range s.submission.Categories {
		if strings.HasPrefix(path, "游戏/") || path == "游戏" || strings.HasPrefix(path, "小游戏") {
			return true
		}
	}
	return false
}
