package rule

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"github.com/google/uuid"
)

// SSOTokenPrefix makes a leaked single sign-on token recognisable to scanners.
const SSOTokenPrefix = "tnto_"

// ssoBytes are those of reseller, account and secret.
const ssoBytes = 16 + 16 + 32

// NewSSOToken makes the single sign-on token of an account, which leads to its
// row. Only its hash is stored. [002]
func NewSSOToken(random io.Reader, reseller, account uuid.UUID) (string, error) {
	body := make([]byte, ssoBytes)
	copy(body, reseller[:])
	copy(body[16:], account[:])
	if _, err := io.ReadFull(random, body[32:]); err != nil {
		return "", fmt.Errorf("make single sign-on token: %w", err)
	}
	return SSOTokenPrefix + base64.RawURLEncoding.EncodeToString(body), nil
}

// ParseSSOToken reads whose token it would be; whether it is genuine, the hash
// on the row of the account tells. It takes no second spelling of a token.
func ParseSSOToken(token string) (reseller, account uuid.UUID, ok bool) {
	encoded, ok := strings.CutPrefix(token, SSOTokenPrefix)
	if !ok || len(encoded) != base64.RawURLEncoding.EncodedLen(ssoBytes) {
		return uuid.Nil, uuid.Nil, false
	}
	body, err := base64.RawURLEncoding.Strict().DecodeString(encoded)
	if err != nil || len(body) != ssoBytes { // the decoder skips line ends
		return uuid.Nil, uuid.Nil, false
	}
	reseller, account = uuid.UUID(body[:16]), uuid.UUID(body[16:32])
	return reseller, account, reseller != uuid.Nil && account != uuid.Nil
}

// HashSSOToken is what is stored of a token. It has the entropy of a key, so a
// fast hash is enough.
func HashSSOToken(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}
