package directory

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"

	"github.com/google/uuid"

	"tenantry/ent/db/actiontoken"
)

// The token of a mailed link names the reseller and the row it is about and
// proves that we made it: a MAC over both and what else must be right. Only its
// hash is stored; the job that mails it derives it anew, so that no queue row
// holds a secret.
const (
	invitationPrefix = "tnti_"
	actionPrefix     = "tnta_"
	tokenBytes       = 16 + 16 + sha256.Size
)

// invitationToken has the number of the mail in it, so that a mail sent again
// kills the link before.
func (s *Service) invitationToken(reseller, invitation uuid.UUID, sendCount int) string {
	mac := hmac.New(sha256.New, s.Secret)
	mac.Write([]byte("tenantry invitation v1"))
	mac.Write(reseller[:])
	mac.Write(invitation[:])
	_ = binary.Write(mac, binary.BigEndian, uint64(sendCount)) // a hash never fails
	return printToken(invitationPrefix, reseller, invitation, mac.Sum(nil))
}

// actionToken has the purpose in it: a link that confirms an address never
// sets a password. Each link is a row of its own, so it needs no number.
func (s *Service) actionToken(purpose actiontoken.Purpose, reseller, id uuid.UUID) string {
	mac := hmac.New(sha256.New, s.Secret)
	mac.Write([]byte("tenantry action v1 " + string(purpose) + "\x00"))
	mac.Write(reseller[:])
	mac.Write(id[:])
	return printToken(actionPrefix, reseller, id, mac.Sum(nil))
}

// parseInvitationToken reads the ids of a token; whether it is genuine, the
// stored hash tells.
func parseInvitationToken(token string) (reseller, invitation uuid.UUID, ok bool) {
	return parseToken(invitationPrefix, token)
}

// parseActionToken is parseInvitationToken for links of other purposes; the
// stored hash tells that the purpose is the row's, too.
func parseActionToken(token string) (reseller, id uuid.UUID, ok bool) {
	return parseToken(actionPrefix, token)
}

func printToken(prefix string, reseller, id uuid.UUID, sum []byte) string {
	raw := append(append(append(make([]byte, 0, tokenBytes), reseller[:]...), id[:]...), sum...)
	return prefix + base64.RawURLEncoding.EncodeToString(raw)
}

func parseToken(prefix, token string) (reseller, id uuid.UUID, ok bool) {
	if len(token) <= len(prefix) || len(token) > 200 || token[:len(prefix)] != prefix {
		return uuid.Nil, uuid.Nil, false
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(token[len(prefix):])
	if err != nil || len(raw) != tokenBytes {
		return uuid.Nil, uuid.Nil, false
	}
	reseller, id = uuid.UUID(raw[:16]), uuid.UUID(raw[16:32])
	return reseller, id, reseller != uuid.Nil && id != uuid.Nil
}

func hashToken(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

func (s *Service) invitationLink(token string) string {
	return s.PublicURL + "/invitation#token=" + token
}

func (s *Service) passwordLink(token string) string {
	return s.PublicURL + "/password#token=" + token
}

func (s *Service) emailLink(token string) string {
	return s.PublicURL + "/email#token=" + token
}

// productLink leads to the front door; what a reader may see there, the
// product decides.
func (s *Service) productLink() string { return s.PublicURL + "/" }
