//go:build !race

package directory

const raceRuns = false
