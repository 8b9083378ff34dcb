package directory

import (
	"net/mail"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"

	"tenantry/internal/fault"
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
	key, domain, ok := EmailKey(s)
	if !ok {
		errs.Add(fault.Invalid, path, "This is not an e-mail address.")
		return address{}
	}
	return address{text: norm.NFC.String(s), key: key, domain: domain}
}

// EmailKey is the form under which addresses are compared, and the domain in
// ASCII; ok is false for what is not a bare address.
func EmailKey(s string) (key, domain string, ok bool) {
	s = norm.NFC.String(strings.TrimSpace(s))
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsGraphic(r) }) {
		return "", "", false
	}
	parsed, err := mail.ParseAddress(s)
	if err != nil || parsed.Name != "" || parsed.Address != s {
		return "", "", false
	}
	at := strings.LastIndexByte(s, '@')
	domain, err = idna.Lookup.ToASCII(s[at+1:])
	if err != nil || !strings.Contains(domain, ".") || strings.HasSuffix(domain, ".") {
		return "", "", false
	}
	return strings.ToLower(s[:at]) + "@" + domain, domain, true
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
