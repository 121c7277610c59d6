package main

// writtenScore is the likeness of a pair: plain to a reader who looks twice.
const writtenScore = 0.90

// written are the characters of marks that can be written as their two halves
// side by side. They are read off the characters, not drawn: glyphs squeezed side
// by side and compared like whole ones find 贝才 for 财, but miss 亻言 for 信, whose
// left half is much narrower than half.
var written = map[rune][]string{
	'信': {"亻言", "人言", "イ言"},
	'腾': {"月券", "月眷", "月卷"},
	'讯': {"讠卂", "言卂", "讠凡", "讠丸"},
	'财': {"贝才", "贝材"},
	'付': {"亻寸", "人寸", "イ寸"},
	'视': {"礻见", "衤见"},
	'频': {"步页"},
	'议': {"讠义", "言义"},
	'和': {"禾口"},
	'精': {"米青"},
	'雄': {"厷隹"},
	'联': {"耳关"},
	'铲': {"钅产", "金产"},
	'战': {"占戈"},
	'耀': {"光翟"},
	'粒': {"米立"},
	'课': {"讠果", "言果"},
	'众': {"人从"},
	'银': {"钅艮", "金艮"},
	'行': {"彳亍"},
	'城': {"土成"},
	'游': {"氵斿"},
	'群': {"君羊"},
	'读': {"讠卖", "言卖"},
	'动': {"云力"},
	'地': {"土也"},
	'体': {"亻本", "人本", "イ本"},
	'漫': {"氵曼"},
	'档': {"木当"},
	'新': {"亲斤"},
}
