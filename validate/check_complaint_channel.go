package validate

var _ = register(&Check{
	Slug:   "complaint-channel",
	Rules:  []string{"3.9"},
	Fields: []Field{"complaint_channel"},
	Title:  Text{"侵权投诉渠道", "Channel for complaints"},
	Doc: Text{
		"小程序要有接受侵权投诉的渠道。明确说没有的不能通过；要求完整提交（WithComplete）时没有说明的交给人工。",
		"A program needs a channel for complaints of infringement. A plain no is a reject; where nothing is said in a submission that is meant to be complete, a person should look.",
	},
	Declared: []DeclaredSample{
		{Found: true, Submission: Submission{Name: "青禾记账", Declarations: Declarations{ComplaintChannel: &no}}, Severity: Reject},
		{Submission: Submission{Name: "青禾记账", Declarations: Declarations{ComplaintChannel: &yes}}},
	},
	run: runDeclared(declaration{
		field:      "complaint_channel",
		value:      func(s *Submission) *bool { return s.ComplaintChannel },
		needed:     func(s *Submission) bool { return true },
		denied:     Text{"声明里没有侵权投诉渠道", "it is declared that there is no channel for complaints"},
		missing:    Text{"没有说明侵权投诉渠道", "nothing is said of a channel for complaints"},
		suggestion: Text{"提供投诉入口并在提交时声明", "provide one and declare it"},
	}),
})
