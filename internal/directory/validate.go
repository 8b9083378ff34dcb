package directory

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tenantry/internal/fault"
	"tenantry/internal/mailaddr"
)

const (
	maxName     = 100 // [001]
	maxEmail    = 200 // [001]
	maxReason   = 500
	maxMessage  = 1000
	maxKey      = 100
	maxExternal = 200
)

// clean trims a text, brings it to one Unicode form and says what is wrong
// with it. Control characters, and marks that turn the direction of writing,
// would let a name pretend to be another.
func clean(errs *fault.Refusals, path, s string, max int) string {
	if !utf8.ValidString(s) {
		errs.Add(fault.Invalid, path, "The text is not valid UTF-8.")
		return ""
	}
	s = norm.NFC.String(strings.TrimSpace(s))
	if utf8.RuneCountInString(s) > max {
		errs.Add(fault.TooLong, path, "At most %d characters are allowed.", max)
		return ""
	}
	for _, r := range s {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) {
			errs.Add(fault.Invalid, path, "The text holds a control character.")
			return ""
		}
	}
	if !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }) {
		return "" // joiners alone show nothing
	}
	return s
}

// line is clean for texts of one line.
func line(errs *fault.Refusals, path, s string, max int) string {
	s = clean(errs, path, s, max)
	if strings.ContainsAny(s, "\n\t\u2028\u2029") {
		errs.Add(fault.Invalid, path, "The text must be one line.")
		return ""
	}
	return s
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

// address is an e-mail address: as typed, as compared, and its domain.
type address struct{ text, key, domain string }

// email checks an address. What stands before the @ is compared without
// regard to case; an international domain is compared in its ASCII form.
func email(errs *fault.Refusals, path, s string) address {
	s = strings.TrimSpace(s)
	switch {
	case s == "":
		errs.Add(fault.Required, path, "An e-mail address is required.")
		return address{}
	case !utf8.ValidString(s):
		errs.Add(fault.Invalid, path, "This is not an e-mail address.")
		return address{}
	case utf8.RuneCountInString(s) > maxEmail:
		errs.Add(fault.TooLong, path, "At most %d characters are allowed.", maxEmail)
		return address{}
	}
	key, domain, ok := mailaddr.Key(s)
	if !ok || strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsGraphic(r) }) {
		// What cannot be seen would make one address look like another.
		errs.Add(fault.Invalid, path, "This is not an e-mail address.")
		return address{}
	}
	return address{text: norm.NFC.String(s), key: key, domain: domain}
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
