package session

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tenantry/internal/fault"
)

// Bounds of a password, in characters; the second also in bytes.
const (
	MinPasswordLength = 10
	MaxPasswordLength = 200
	maxPasswordBytes  = 4 * MaxPasswordLength
)

// minPersonalPart is the shortest part of a name or an address that must not
// stand in a password: shorter ones turn up by chance.
const minPersonalPart = 4

// CheckPassword tells what is wrong with a new password; an empty code means
// nothing. Length and being hard to guess count, composition does not.
// personal are names and addresses of the person: no part of them may stand in
// the password. Of an address that is so before the @; what follows it, as a
// domain or an "@" and the name of an organization, makes a password easier to
// guess and no more. [000]
func CheckPassword(password string, personal ...string) (code fault.Code, message string) {
	switch {
	case password == "":
		return fault.Required, "Choose a password."
	case len(password) > maxPasswordBytes || utf8.RuneCountInString(password) > MaxPasswordLength:
		return fault.TooLong, fmt.Sprintf("A password has at most %d characters.", MaxPasswordLength)
	case !utf8.ValidString(password) || strings.ContainsRune(password, 0):
		return fault.Invalid, "The password contains characters that cannot be stored."
	case utf8.RuneCountInString(norm.NFC.String(password)) < MinPasswordLength:
		return fault.WeakPassword, fmt.Sprintf("A password has at least %d characters.", MinPasswordLength)
	}
	folded := fold(password)
	switch {
	case fewSigns(folded):
		return fault.WeakPassword, "A password needs at least five different characters, blanks not counted."
	case common(folded):
		return fault.WeakPassword, "This password is among the first that are tried. Choose one that is harder to guess."
	case containsPersonal(folded, personal):
		return fault.WeakPassword, "The password must not contain parts of the name or the e-mail address."
	case guessable(password, personal):
		return fault.WeakPassword, "This password is easy to guess. A few words that have nothing to do with each other are not."
	}
	return "", ""
}

// fold brings what looks alike together: small letters of one width and form.
// It is for judging alone; the hash is made of the password as it is.
func fold(text string) string { return strings.ToLower(norm.NFKC.String(text)) }

func containsPersonal(folded string, personal []string) bool {
	return slices.ContainsFunc(personal, func(text string) bool {
		if at := strings.LastIndexByte(text, '@'); at >= 0 {
			text = text[:at]
		}
		return slices.ContainsFunc(words(text), func(part string) bool {
			return utf8.RuneCountInString(part) >= minPersonalPart && strings.Contains(folded, part)
		})
	})
}

// words are the folded parts of a name or an address.
func words(text string) []string {
	return strings.FieldsFunc(fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// fewSigns reports a password of blanks, invisible signs or the same few
// characters again and again.
func fewSigns(password string) bool {
	seen := map[rune]bool{}
	for _, r := range password {
		if unicode.IsGraphic(r) && !unicode.IsSpace(r) {
			seen[r] = true
		}
	}
	return len(seen) < 5
}
