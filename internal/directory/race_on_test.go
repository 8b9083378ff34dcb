//go:build race

package directory

// raceRuns makes the tests of races run as often as it takes to believe them.
const raceRuns = true
