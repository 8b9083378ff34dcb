package mail

import (
	"strings"
	"unicode"
)

// Line folds a text written by others into one line: line breaks and other
// controls become single spaces, invisible marks that reorder what is read
// are dropped. It keeps a name from adding headers, or lines of its own.
func Line(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case reorders(r):
			return -1
		case unicode.IsControl(r), r == '\u2028', r == '\u2029', r == unicode.ReplacementChar:
			return ' '
		}
		return r
	}, s)), " ")
}

// Paragraphs keeps the lines of a text written by others and nothing else
// that is invisible. Several empty lines become one.
func Paragraphs(s string) []string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSpace(s), "\n") {
		line = Line(line)
		if line == "" && (len(lines) == 0 || lines[len(lines)-1] == "") {
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

// reorders finds the explicit direction marks; letters of right-to-left
// scripts do not need them.
func reorders(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f' || r == '\ufeff'
}
