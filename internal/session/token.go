package session

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/google/uuid"
)

// TokenPrefix makes a leaked token recognisable to scanners.
const TokenPrefix = "tnts_"

const (
	secretBytes = 32
	bodyBytes   = 16 + 16 + secretBytes // reseller, session, secret
)

// tokenEncoding refuses a second spelling of the same bytes.
var tokenEncoding = base64.RawURLEncoding.Strict()

// errToken is what a text that cannot be a token answers. It holds no part of
// the text.
var errToken = errors.New("not a session token")

// token is a parsed session token: where to look, and the hash that must be
// found there.
type token struct {
	resellerID uuid.UUID
	sessionID  uuid.UUID
	hash       [sha256.Size]byte
}

// newToken makes the text that the client keeps, and its parsed form.
func newToken(random io.Reader, resellerID, sessionID uuid.UUID) (string, token, error) {
	body := make([]byte, bodyBytes)
	copy(body, resellerID[:])
	copy(body[16:], sessionID[:])
	if _, err := io.ReadFull(random, body[32:]); err != nil {
		return "", token{}, fmt.Errorf("make session token: %w", err)
	}
	text := TokenPrefix + tokenEncoding.EncodeToString(body)
	return text, token{resellerID: resellerID, sessionID: sessionID, hash: sha256.Sum256([]byte(text))}, nil
}

// parseToken takes only the exact text that newToken makes.
func parseToken(text string) (token, error) {
	encoded, ok := strings.CutPrefix(text, TokenPrefix)
	if !ok || len(encoded) != tokenEncoding.EncodedLen(bodyBytes) {
		return token{}, errToken
	}
	body, err := tokenEncoding.DecodeString(encoded)
	if err != nil || len(body) != bodyBytes { // the decoder skips line ends
		return token{}, errToken
	}
	t := token{hash: sha256.Sum256([]byte(text))}
	copy(t.resellerID[:], body)
	copy(t.sessionID[:], body[16:])
	if t.resellerID == uuid.Nil || t.sessionID == uuid.Nil {
		return token{}, errToken
	}
	return t, nil
}
