package session

import (
	"crypto/rand"
	"crypto/sha256"
	"strings"
	"time"

	"github.com/google/uuid"
)

// SSOTokenPrefix makes a leaked token of single sign-on recognisable to
// scanners, and tells it from a session's.
const SSOTokenPrefix = "tnto_"

// Bounds of single sign-on.
const (
	SSOLinkTTL = time.Minute // how long a sign-in link is good

	ssoPerToken = 600 // links in a quarter of an hour
	ssoPerUser  = 10
)

// NewSSOToken makes the token with which an account's own systems ask for
// sign-in links; it is shown once. hash is what to keep, last4 what to show of
// it afterwards.
func NewSSOToken(resellerID, organizationID uuid.UUID) (text string, hash []byte, last4 string) {
	body := make([]byte, bodyBytes)
	copy(body, resellerID[:])
	copy(body[16:], organizationID[:])
	_, _ = rand.Read(body[32:]) // never fails
	text = SSOTokenPrefix + tokenEncoding.EncodeToString(body)
	sum := sha256.Sum256([]byte(text))
	return text, sum[:], text[len(text)-4:]
}

// ssoToken is where to look, and the hash that must be found there.
type ssoToken struct {
	resellerID, organizationID uuid.UUID
	hash                       [sha256.Size]byte
}

// parseSSOToken takes only the exact text that NewSSOToken makes.
func parseSSOToken(text string) (ssoToken, bool) {
	encoded, ok := strings.CutPrefix(text, SSOTokenPrefix)
	if !ok {
		return ssoToken{}, false
	}
	t, err := parseToken(TokenPrefix + encoded) // of the same form
	if err != nil {
		return ssoToken{}, false
	}
	return ssoToken{resellerID: t.resellerID, organizationID: t.sessionID, hash: sha256.Sum256([]byte(text))}, true
}
