package validate

// runTencentEndorsement leaves Tencent itself in peace.
func runTencentEndorsement(suggestion Text) func(*subject, *Check) {
	run := runForbidden(suggestion)
	return func(s *subject, c *Check) {
		if s.saysAny(c) && !holdsAny(s.ownerName(), []string{"腾讯", "财付通"}) {
			run(s, c)
		}
	}
}
