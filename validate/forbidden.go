package validate

// runForbidden makes the run function of a check whose lists hold things that
// programs cannot offer. Who speaks against a thing or about it is no finding.
func runForbidden(suggestion Text) func(*subject, *Check) { return runList(forbidden(suggestion)) }

func forbidden(suggestion Text) listWording {
	return listWording{
		reject:     Text{"%[1]s属于%[2]s，规则不允许", "%[1]s is of a kind that the rules do not allow: %[2]s"},
		review:     Text{"%[1]s可能属于%[2]s，请人工确认", "%[1]s may be of a kind that the rules do not allow (%[2]s): a person should look"},
		advice:     Text{"%[1]s接近%[2]s，审核时可能被问到", "%[1]s comes near what the rules do not allow (%[2]s); a reviewer may ask"},
		suggestion: suggestion,
		sober:      true,
		rewrite:    withoutClause,
		code:       blacklistCode,
	}
}

// runStateSymbol leaves government owners in peace: the symbols are theirs.
func runStateSymbol(suggestion Text) func(*subject, *Check) {
	run := runForbidden(suggestion)
	return func(s *subject, c *Check) {
		if s.submission.Owner.Kind != OwnerGovernment {
			run(s, c)
		}
	}
}
