//go:build !race

package validate_test

// raceDetector tells that the test was built with -race.
const raceDetector = false
