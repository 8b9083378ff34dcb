package directory

import (
	"strings"
	"unicode/utf8"

	"tenantry/internal/fault"
	"tenantry/internal/mailaddr"
	"tenantry/internal/rule"
)

const (
	maxName     = rule.MaxName
	maxEmail    = rule.MaxEmail
	maxReason   = rule.MaxReason
	maxMessage  = 1000
	maxKey      = rule.MaxKey
	maxExternal = 200
)

// clean and line are rule.Clean and rule.Line.
func clean(errs *fault.Refusals, path, s string, max int) string {
	return rule.Clean(errs, path, s, max)
}

func line(errs *fault.Refusals, path, s string, max int) string { return rule.Line(errs, path, s, max) }

// address is an e-mail address: as typed, as compared, and its domain.
type address struct{ text, key, domain string }

// email is rule.Email.
func email(errs *fault.Refusals, path, s string) address {
	a := rule.Email(errs, path, s)
	return address{text: a.Text, key: a.Key, domain: a.Domain}
}

// optional is clean for a text that may be absent; an empty one counts as absent.
func optional(errs *fault.Refusals, path string, s *string, max int) *string {
	if s == nil {
		return nil
	}
	if t := clean(errs, path, *s, max); t != "" {
		return &t
	}
	return nil
}

// EmailKey is the form in which an address is compared; not ok for what is none.
func EmailKey(s string) (key string, ok bool) {
	key, _, ok = mailaddr.Key(s)
	return key, ok
}

// displayName is the given one, else made of the two names, else of the address.
func displayName(given, first, last, email string) string {
	for _, name := range []string{given, strings.TrimSpace(first + " " + last)} {
		if name != "" {
			return truncate(name, maxName)
		}
	}
	local, _, _ := strings.Cut(email, "@")
	return truncate(local, maxName)
}

func truncate(s string, max int) string {
	if utf8.RuneCountInString(s) <= max {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:max]))
}
