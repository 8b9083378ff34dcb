package mail

import (
	"errors"
	"time"
)

// Factors of a sign-in besides the password, as TwoFactorChanged names them.
const (
	FactorTOTP          = "TOTP" // an authenticator app
	FactorPasskey       = "PASSKEY"
	FactorRecoveryCodes = "RECOVERY_CODES"
)

// TwoFactorReset tells somebody that an administrator removed all their
// second factors.
type TwoFactorReset struct {
	Envelope
	At time.Time // when; zero if not known
}

func (m TwoFactorReset) prepared() (string, Envelope, any, error) {
	return "two_factor_reset", m.Envelope, struct{ At time.Time }{m.At}, nil
}

// TwoFactorChanged tells somebody that a factor was added to their account,
// or removed from it, by themselves as far as we know.
type TwoFactorChanged struct {
	Envelope
	Factor  string // one of the Factor constants
	Removed bool   // otherwise added; recovery codes: made anew
	At      time.Time
}

func (m TwoFactorChanged) prepared() (string, Envelope, any, error) {
	const kind = "two_factor_changed"
	switch m.Factor {
	case FactorTOTP, FactorPasskey, FactorRecoveryCodes:
	default:
		return kind, m.Envelope, nil, errors.New("unknown factor")
	}
	return kind, m.Envelope, struct {
		Factor  string
		Removed bool
		At      time.Time
	}{m.Factor, m.Removed, m.At}, nil
}

// RecoveryCodeUsed tells somebody that a recovery code opened their account.
type RecoveryCodeUsed struct {
	Envelope
	Left int // codes that still work
	At   time.Time
}

func (m RecoveryCodeUsed) prepared() (string, Envelope, any, error) {
	return "recovery_code_used", m.Envelope, struct {
		Left int
		At   time.Time
	}{m.Left, m.At}, nil
}
