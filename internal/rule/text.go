package rule

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tenantry/internal/fault"
	"tenantry/internal/mailaddr"
)

// Lengths that more than one noun keeps, in characters.
const (
	MaxName   = 100 // [001]
	MaxEmail  = 200 // [001]
	MaxReason = 500
	MaxKey    = 100 // of idempotency keys
)

// Clean trims a text, brings it to one Unicode form and says what is wrong
// with it. Control characters, and marks that turn the direction of writing,
// would let a name pretend to be another.
func Clean(errs *fault.Refusals, path, s string, max int) string {
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

// Line is Clean for texts of one line.
func Line(errs *fault.Refusals, path, s string, max int) string {
	s = Clean(errs, path, s, max)
	if strings.ContainsAny(s, "\n\t\u2028\u2029") {
		errs.Add(fault.Invalid, path, "The text must be one line.")
		return ""
	}
	return s
}

// Maybe is Line for a text that may be absent; one that shows nothing is.
func Maybe(errs *fault.Refusals, path string, s *string, max int) *string {
	if s == nil {
		return nil
	}
	if t := Line(errs, path, *s, max); t != "" {
		return &t
	}
	return nil
}

// Checked is Maybe for a text with rules of its own, which answer how it is
// stored, or that it is wrong.
func Checked(errs *fault.Refusals, path string, s *string, max int, rule func(string) (stored, wrong string)) *string {
	s = Maybe(errs, path, s, max)
	if s == nil {
		return nil
	}
	stored, wrong := rule(*s)
	if wrong != "" {
		errs.Add(fault.Invalid, path, "%s", wrong)
		return nil
	}
	return &stored
}

// Address is an e-mail address: as typed, as compared, and its domain.
type Address struct{ Text, Key, Domain string }

// Email checks an address. What stands before the @ is compared without
// regard to case; an international domain is compared in its ASCII form.
func Email(errs *fault.Refusals, path, s string) Address {
	s = strings.TrimSpace(s)
	switch {
	case s == "":
		errs.Add(fault.Required, path, "An e-mail address is required.")
		return Address{}
	case !utf8.ValidString(s):
		errs.Add(fault.Invalid, path, "This is not an e-mail address.")
		return Address{}
	case utf8.RuneCountInString(s) > MaxEmail:
		errs.Add(fault.TooLong, path, "At most %d characters are allowed.", MaxEmail)
		return Address{}
	}
	key, domain, ok := mailaddr.Key(s)
	if !ok || strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsGraphic(r) }) {
		// What cannot be seen would make one address look like another.
		errs.Add(fault.Invalid, path, "This is not an e-mail address.")
		return Address{}
	}
	return Address{Text: norm.NFC.String(s), Key: key, Domain: domain}
}
