package validate

import "github.com/mingcha-go/mingcha/internal/fold"

// runTencentEndorsement leaves Tencent itself in peace.
func runTencentEndorsement(suggestion Text) func(*subject, *Check) {
	run := runForbidden(suggestion)
	return func(s *subject, c *Check) {
		if s.saysAny(c) && !holdsAny(fold.String(s.submission.Owner.Name), []string{"腾讯", "财付通"}) {
			run(s, c)
		}
	}
}
