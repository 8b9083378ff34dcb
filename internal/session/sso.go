package session

import (
	"time"

	"github.com/google/uuid"

	"tenantry/internal/rule"
)

// Bounds of single sign-on.
const (
	SSOLinkTTL = time.Minute // how long a sign-in link is good

	ssoPerToken = 600 // links in a quarter of an hour
	ssoPerUser  = 10
)

// ssoToken is where to look, and the hash that must be found there. The zero
// one is nobody's.
type ssoToken struct {
	resellerID, organizationID uuid.UUID
	hash                       []byte
}

func parseSSOToken(text string) ssoToken {
	reseller, organization, ok := rule.ParseSSOToken(text)
	if !ok {
		return ssoToken{hash: rule.HashSSOToken("")}
	}
	return ssoToken{resellerID: reseller, organizationID: organization, hash: rule.HashSSOToken(text)}
}
