package session

import (
	"fmt"
	"io"
	"strings"
)

// A temporary password is read from one screen and typed at another: no
// capitals, and no two signs that look alike. Its 20 signs of 31 are worth 99
// bits.
const (
	temporaryAlphabet = "abcdefghjkmnpqrstuvwxyz23456789"
	temporaryGroups   = 4
	temporaryGroup    = 5
)

// TemporaryPassword makes one, such as "k7wmq-x3rtp-9hncd-v24zj". It passes
// CheckPassword whoever it is for.
func (s *Service) TemporaryPassword() (string, error) {
	for {
		text, err := temporary(s.cfg.Random)
		if err != nil {
			return "", fmt.Errorf("make temporary password: %w", err)
		}
		// By chance it may be one sign again and again; once in many ages.
		if code, _ := CheckPassword(text); code == "" {
			return text, nil
		}
	}
}

func temporary(random io.Reader) (string, error) {
	const fair = 256 / len(temporaryAlphabet) * len(temporaryAlphabet) // bytes above would favour the first signs
	var out strings.Builder
	for signs := 0; signs < temporaryGroups*temporaryGroup; {
		var b [1]byte
		if _, err := io.ReadFull(random, b[:]); err != nil {
			return "", err
		}
		if int(b[0]) >= fair {
			continue
		}
		if signs > 0 && signs%temporaryGroup == 0 {
			out.WriteByte('-')
		}
		out.WriteByte(temporaryAlphabet[int(b[0])%len(temporaryAlphabet)])
		signs++
	}
	return out.String(), nil
}
