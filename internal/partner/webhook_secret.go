package partner

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"

	"github.com/google/uuid"
)

// SecretPrefix makes a leaked secret of a webhook endpoint recognisable to
// scanners.
const SecretPrefix = "whsec_"

// WebhookSecret is the secret that signs what an endpoint is told. It is derived
// from the endpoint and the number of the secret, so that no table holds it and
// a rotation makes the one before worthless.
func (s *Service) WebhookSecret(reseller, endpoint uuid.UUID, version int) string {
	mac := hmac.New(sha256.New, s.Secret)
	mac.Write([]byte("tenantry webhook v1"))
	mac.Write(reseller[:])
	mac.Write(endpoint[:])
	_ = binary.Write(mac, binary.BigEndian, uint64(version)) //nolint:gosec // counts up from 1; a hash never fails
	return SecretPrefix + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}
