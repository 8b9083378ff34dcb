package directory

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"

	"github.com/google/uuid"
)

// An invitation's token names the reseller and the invitation and proves that
// we made it: a MAC over both and the number of the mail, so that a mail sent
// again kills the link before. Only its hash is stored; the job that mails it
// derives it anew, so that no queue row holds a secret.
const (
	tokenPrefix = "tnti_"
	tokenBytes  = 16 + 16 + sha256.Size
)

func (s *Service) invitationToken(reseller, invitation uuid.UUID, sendCount int) string {
	mac := hmac.New(sha256.New, s.Secret)
	mac.Write([]byte("tenantry invitation v1"))
	mac.Write(reseller[:])
	mac.Write(invitation[:])
	_ = binary.Write(mac, binary.BigEndian, uint64(sendCount)) // a hash never fails
	raw := append(append(append(make([]byte, 0, tokenBytes), reseller[:]...), invitation[:]...), mac.Sum(nil)...)
	return tokenPrefix + base64.RawURLEncoding.EncodeToString(raw)
}

// parseInvitationToken reads the ids of a token; whether it is genuine, the
// stored hash tells.
func parseInvitationToken(token string) (reseller, invitation uuid.UUID, ok bool) {
	if len(token) <= len(tokenPrefix) || len(token) > 200 || token[:len(tokenPrefix)] != tokenPrefix {
		return uuid.Nil, uuid.Nil, false
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(token[len(tokenPrefix):])
	if err != nil || len(raw) != tokenBytes {
		return uuid.Nil, uuid.Nil, false
	}
	reseller, invitation = uuid.UUID(raw[:16]), uuid.UUID(raw[16:32])
	return reseller, invitation, reseller != uuid.Nil && invitation != uuid.Nil
}

func hashToken(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

func (s *Service) invitationLink(token string) string {
	return s.PublicURL + "/invitation#token=" + token
}
