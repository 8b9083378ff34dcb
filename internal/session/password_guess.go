package session

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/trustelem/zxcvbn"
	"golang.org/x/text/unicode/norm"
)

// Bounds of what the estimator is given: its cost grows with the square of the
// length and more, and what is hard to guess at its beginning is so as a whole.
const (
	minScore       = 3 // of 4: more than 10^8 guesses
	maxGuessed     = 48
	maxGuessHints  = 24
	maxHintedRunes = 40
)

// commonPacked holds one lower-case password or word a line, sorted by bytes;
// NOTICE.md says where they are from.
//
//go:embed common_passwords.txt.gz
var commonPacked []byte

var commonPasswords = sync.OnceValue(func() []string {
	r, err := gzip.NewReader(bytes.NewReader(commonPacked))
	if err != nil {
		panic(fmt.Sprintf("session: the list of common passwords in the binary: %v", err))
	}
	text, err := io.ReadAll(r)
	if err != nil {
		panic(fmt.Sprintf("session: the list of common passwords in the binary: %v", err))
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")
})

// common reports a password that stands on the list, also when digits and
// signs were put around it.
func common(folded string) bool {
	bare := strings.TrimFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) })
	for _, text := range []string{folded, bare} {
		if _, found := slices.BinarySearch(commonPasswords(), text); found {
			return true
		}
	}
	return false
}

// guessable asks the estimator, which knows dictionaries, keyboards, dates,
// repetitions and the person's own words.
func guessable(password string, personal []string) bool {
	var hints []string
	add := func(text string) {
		if text != "" && len(hints) < maxGuessHints {
			hints = append(hints, plain(text, maxHintedRunes))
		}
	}
	for _, text := range personal {
		for label := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '@' || r == '.' }) {
			parts := words(label)
			for _, word := range parts {
				add(word)
			}
			if len(parts) > 1 {
				add(strings.Join(parts, ""))
			}
		}
	}
	return zxcvbn.PasswordStrength(plain(password, maxGuessed), hints).Score < minScore
}

// plain is a text as the estimator can read it, which counts bytes in one
// place and characters in another: letters without accents, and for every
// other character one of ASCII, the same for the same and neighbours for
// neighbours, so that repetitions and sequences stay what they are.
func plain(text string, most int) string {
	const first, count = ' ' + 1, '~' - ' '
	out := make([]byte, 0, most)
	for _, r := range norm.NFKD.String(text) {
		switch {
		case len(out) == most:
			return string(out)
		case unicode.Is(unicode.Mn, r):
		case r >= ' ' && r <= '~':
			out = append(out, byte(r))
		default:
			out = append(out, byte(first+r%count))
		}
	}
	return string(out)
}
