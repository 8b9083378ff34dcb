package session

import (
	_ "embed"
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

// commonPasswords holds one lower-case password or word a line.
//
//go:embed common_passwords.txt
var commonPasswords string

// CheckPassword tells what is wrong with a new password; an empty code means
// nothing. Length and being hard to guess count, composition does not.
// personal are names and addresses of the person: no part of them may stand in
// the password; of an address the part before the @ counts.
func CheckPassword(password string, personal ...string) (code fault.Code, message string) {
	switch {
	case password == "":
		return fault.Required, "Choose a password."
	case len(password) > maxPasswordBytes || utf8.RuneCountInString(password) > MaxPasswordLength:
		return fault.TooLong, fmt.Sprintf("A password has at most %d characters.", MaxPasswordLength)
	case !utf8.ValidString(password) || strings.ContainsRune(password, 0):
		return fault.Invalid, "The password contains characters that cannot be stored."
	}
	folded := strings.ToLower(norm.NFC.String(password))
	switch {
	case utf8.RuneCountInString(folded) < MinPasswordLength:
		return fault.WeakPassword, fmt.Sprintf("A password has at least %d characters.", MinPasswordLength)
	case fewSigns(folded):
		return fault.WeakPassword, "A password needs at least five different characters, blanks not counted."
	case common(folded):
		return fault.WeakPassword, "This password is among the first that are tried. Choose one that is harder to guess."
	case containsPersonal(folded, personal):
		return fault.WeakPassword, "The password must not contain parts of the name or the e-mail address."
	}
	return "", ""
}

// common reports a password that stands on the list, also when digits and
// signs were put around it.
func common(folded string) bool {
	bare := strings.TrimFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) })
	for line := range strings.Lines(commonPasswords) {
		if line = strings.TrimSpace(line); line != "" && (line == folded || line == bare) {
			return true
		}
	}
	return false
}

func containsPersonal(folded string, personal []string) bool {
	return slices.ContainsFunc(personal, func(text string) bool {
		if at := strings.LastIndexByte(text, '@'); at >= 0 {
			text = text[:at]
		}
		parts := strings.FieldsFunc(strings.ToLower(norm.NFC.String(text)), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r)
		})
		return slices.ContainsFunc(parts, func(part string) bool {
			return utf8.RuneCountInString(part) >= minPersonalPart && strings.Contains(folded, part)
		})
	})
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
