package directory

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/internal/fault"
)

const planPrefix = "tntp_"

// sealedPlan is a reviewed change: for whom, about whom, based on what, and
// what it sets. The version makes it good for one time.
type sealedPlan struct {
	Viewer      uuid.UUID `json:"v"`
	User        uuid.UUID `json:"u"`
	Version     int       `json:"n"`
	Fingerprint []byte    `json:"f"`
	State       roleState `json:"s"`
	ExpiresAt   time.Time `json:"e"`
}

// planKey seals plans and nothing else.
func (s *Service) planKey() (cipher.AEAD, error) {
	mac := hmac.New(sha256.New, s.Secret)
	mac.Write([]byte("tenantry role plan v1"))
	block, err := aes.NewCipher(mac.Sum(nil))
	if err != nil {
		return nil, fmt.Errorf("make key of plans: %w", err)
	}
	return cipher.NewGCMWithRandomNonce(block)
}

func (s *Service) sealPlan(p sealedPlan) (string, error) {
	key, err := s.planKey()
	if err != nil {
		return "", err
	}
	text, err := json.Marshal(p)
	if err != nil {
		return "", fmt.Errorf("encode plan: %w", err)
	}
	return planPrefix + base64.RawURLEncoding.EncodeToString(key.Seal(nil, nil, text, nil)), nil
}

// openPlan reads a plan of the viewer about a user. Refusals: TOKEN_INVALID,
// EXPIRED.
func (s *Service) openPlan(v *authz.Viewer, id uuid.UUID, token string) (*sealedPlan, error) {
	const path = "input.planToken"
	invalid := fault.Refuse(fault.TokenInvalid, path, "This is not a plan for this user.")
	key, err := s.planKey()
	if err != nil {
		return nil, err
	}
	if v == nil || len(token) > 64<<10 || len(token) < len(planPrefix) || token[:len(planPrefix)] != planPrefix {
		return nil, invalid
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(token[len(planPrefix):])
	if err != nil {
		return nil, invalid
	}
	text, err := key.Open(nil, nil, raw, nil)
	if err != nil {
		return nil, invalid
	}
	var p sealedPlan
	if err := json.Unmarshal(text, &p); err != nil || p.Viewer != v.UserID || p.User != id {
		return nil, invalid
	}
	if !s.Now().Before(p.ExpiresAt) {
		return nil, fault.Refuse(fault.Expired, path, "The plan is older than %d minutes; preview the change again.", int(planTTL.Minutes()))
	}
	return &p, nil
}
