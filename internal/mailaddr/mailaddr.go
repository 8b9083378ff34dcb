// Package mailaddr answers when two e-mail addresses are the same: the one
// form under which the directory stores addresses and sign-in looks them up.
package mailaddr

import (
	"net/mail"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"
)

// Key is the form under which addresses are compared, and the domain in ASCII:
// what stands before the @ without regard to case, an international domain in
// its ASCII form. ok is false for what is not a bare address.
func Key(s string) (key, domain string, ok bool) {
	s = norm.NFC.String(strings.TrimSpace(s))
	if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
		return "", "", false
	}
	parsed, err := mail.ParseAddress(s)
	if err != nil || parsed.Name != "" || parsed.Address != s {
		return "", "", false
	}
	at := strings.LastIndexByte(s, '@')
	domain, err = idna.New(idna.MapForLookup(), idna.StrictDomainName(true), idna.VerifyDNSLength(true)).ToASCII(s[at+1:])
	if err != nil || !strings.Contains(domain, ".") || strings.HasSuffix(domain, ".") {
		return "", "", false
	}
	return strings.ToLower(s[:at]) + "@" + domain, domain, true
}
