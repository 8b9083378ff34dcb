package partner

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"github.com/google/uuid"
)

// KeyPrefix makes a leaked API key recognisable to scanners.
const KeyPrefix = "tntk_"

const (
	keySecret = 32                     // random bytes
	keyBytes  = 16 + 16 + keySecret    // credential, reseller, secret
	keyShown  = len(KeyPrefix) + 9*4/3 // characters that tell keys apart: of the credential's id
)

// newKey makes the key of a credential: the text that the program keeps, the
// characters of it that are shown, and the hash that is stored. The id of the
// credential leads, so that keys of one reseller look different.
func newKey(random io.Reader, reseller, credential uuid.UUID) (text, prefix string, hash []byte, err error) {
	body := make([]byte, keyBytes)
	copy(body, credential[:])
	copy(body[16:], reseller[:])
	if _, err := io.ReadFull(random, body[32:]); err != nil {
		return "", "", nil, fmt.Errorf("make API key: %w", err)
	}
	text = KeyPrefix + base64.RawURLEncoding.EncodeToString(body)
	return text, text[:keyShown], HashKey(text), nil
}

// ParseKey reads whose key it would be; whether it is genuine, the hash on the
// credential tells. It takes no second spelling of a key.
func ParseKey(text string) (reseller, credential uuid.UUID, ok bool) {
	encoded, ok := strings.CutPrefix(text, KeyPrefix)
	if !ok || len(encoded) != base64.RawURLEncoding.EncodedLen(keyBytes) {
		return uuid.Nil, uuid.Nil, false
	}
	body, err := base64.RawURLEncoding.Strict().DecodeString(encoded)
	if err != nil || len(body) != keyBytes { // the decoder skips line ends
		return uuid.Nil, uuid.Nil, false
	}
	credential, reseller = uuid.UUID(body[:16]), uuid.UUID(body[16:32])
	return reseller, credential, reseller != uuid.Nil && credential != uuid.Nil
}

// HashKey is what is stored of a key. It holds 256 random bits, so a fast hash is
// enough.
func HashKey(text string) []byte {
	sum := sha256.Sum256([]byte(text))
	return sum[:]
}
