package database

import "strings"

// token is a word of SQL as the guard sees it.
type token struct {
	kind tokenKind
	text string // names without quotes, bare words in lower case
}

type tokenKind uint8

const (
	tokenWord   tokenKind = iota + 1 // bare name or keyword
	tokenQuoted                      // "name": never a keyword
	tokenParam                       // $1
	tokenValue                       // number or string; its text is dropped
	tokenSign                        // anything else, one character or "::"
)

// is tells a keyword or sign.
func (t token) is(texts ...string) bool {
	if t.kind != tokenWord && t.kind != tokenSign {
		return false
	}
	for _, text := range texts {
		if t.text == text {
			return true
		}
	}
	return false
}

func (t token) name() bool { return t.kind == tokenWord || t.kind == tokenQuoted }

// lex cuts SQL into tokens and drops comments and the insides of strings.
func lex(sql string) []token {
	tokens := make([]token, 0, len(sql)/4)
	add := func(kind tokenKind, text string) { tokens = append(tokens, token{kind, text}) }
	for i := 0; i < len(sql); {
		c := sql[i]
		switch {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r':
			i++
		case strings.HasPrefix(sql[i:], "--"):
			i += until(sql[i:], "\n")
		case strings.HasPrefix(sql[i:], "/*"):
			i += comment(sql[i:])
		case c == '\'':
			i += quoted(sql[i:], '\'', false)
			add(tokenValue, "")
		case (c == 'e' || c == 'E') && i+1 < len(sql) && sql[i+1] == '\'':
			i += 1 + quoted(sql[i+1:], '\'', true)
			add(tokenValue, "")
		case c == '"':
			n := quoted(sql[i:], '"', false)
			add(tokenQuoted, strings.ReplaceAll(strings.Trim(sql[i:i+n], `"`), `""`, `"`))
			i += n
		case c == '$' && i+1 < len(sql) && digit(sql[i+1]):
			n := 1 + span(sql[i+1:], digit)
			add(tokenParam, sql[i:i+n])
			i += n
		case c == '$':
			i += dollar(sql[i:])
			add(tokenValue, "")
		case letter(c):
			n := span(sql[i:], func(c byte) bool { return letter(c) || digit(c) || c == '$' })
			add(tokenWord, strings.ToLower(sql[i:i+n]))
			i += n
		case digit(c):
			i += span(sql[i:], func(c byte) bool { return digit(c) || c == '.' })
			add(tokenValue, "")
		case strings.HasPrefix(sql[i:], "::"):
			add(tokenSign, "::")
			i += 2
		default:
			add(tokenSign, sql[i:i+1])
			i++
		}
	}
	return tokens
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func letter(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

func span(s string, in func(byte) bool) int {
	n := 0
	for n < len(s) && in(s[n]) {
		n++
	}
	return n
}

// until gives the length of s up to and with its first end, or all of it.
func until(s, end string) int {
	if n := strings.Index(s, end); n >= 0 {
		return n + len(end)
	}
	return len(s)
}

// comment gives the length of a block comment; PostgreSQL nests them.
func comment(s string) int {
	depth := 0
	for i := 0; i+1 < len(s); i++ {
		switch s[i : i+2] {
		case "/*":
			depth++
			i++
		case "*/":
			depth--
			i++
			if depth == 0 {
				return i + 1
			}
		}
	}
	return len(s)
}

// quoted gives the length of a string or quoted name, quotes included.
func quoted(s string, quote byte, backslash bool) int {
	for i := 1; i < len(s); i++ {
		switch {
		case backslash && s[i] == '\\':
			i++
		case s[i] == quote && i+1 < len(s) && s[i+1] == quote:
			i++
		case s[i] == quote:
			return i + 1
		}
	}
	return len(s)
}

// dollar gives the length of a $tag$ string.
func dollar(s string) int {
	n := strings.IndexByte(s[1:], '$')
	if n < 0 {
		return 1
	}
	tag := s[:n+2]
	return len(tag) + until(s[len(tag):], tag)
}
