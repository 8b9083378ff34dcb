package session

import (
	"bytes"
	"context"
	"crypto/subtle"
	"encoding/base32"
	"encoding/base64"
	"fmt"
	"image/png"
	"io"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/pquerna/otp"
	"github.com/pquerna/otp/totp"

	"tenantry/ent/db"
	"tenantry/ent/db/totpcredential"
	"tenantry/internal/database"
)

// What authenticator apps understand everywhere (RFC 6238).
const (
	totpSecretBytes = 20
	totpPeriod      = 30 // seconds
	totpSkew        = 1  // steps that a device's clock may be off
	qrCodeSize      = 256
)

// Enrollment is an authenticator app to be set up.
type Enrollment struct {
	Secret string // for typing in
	URI    string // otpauth://…
	QRCode string // the URI as a picture: PNG in a data: URL
}

// newEnrollment makes a secret and what to show of it.
func (s *Service) newEnrollment(issuer, account string) (*Enrollment, []byte, error) {
	secret := make([]byte, totpSecretBytes)
	if _, err := io.ReadFull(s.cfg.Random, secret); err != nil {
		return nil, nil, fmt.Errorf("make authenticator secret: %w", err)
	}
	key, err := totp.Generate(totp.GenerateOpts{
		Issuer: strings.ReplaceAll(issuer, ":", " "), AccountName: account, // a colon separates the two
		Secret: secret, Period: totpPeriod, Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1,
	})
	if err != nil {
		return nil, nil, fmt.Errorf("make authenticator key: %w", err)
	}
	picture, err := key.Image(qrCodeSize, qrCodeSize)
	if err != nil {
		return nil, nil, fmt.Errorf("draw authenticator key: %w", err)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		return nil, nil, fmt.Errorf("draw authenticator key: %w", err)
	}
	code := "data:image/png;base64," + base64.StdEncoding.EncodeToString(b.Bytes())
	return &Enrollment{Secret: key.Secret(), URI: key.URL(), QRCode: code}, secret, nil
}

// totpStep finds the time step, later than after, of a code; false when it is
// the code of none that counts now.
func totpStep(secret []byte, code string, now time.Time, after int64) (int64, bool) {
	code = strings.ReplaceAll(code, " ", "")
	text := base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(secret)
	current := now.Unix() / totpPeriod
	for step := current - totpSkew; step <= current+totpSkew; step++ {
		want, err := totp.GenerateCodeCustom(text, time.Unix(step*totpPeriod, 0), totp.ValidateOpts{
			Period: totpPeriod, Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1,
		})
		if err == nil && step > after && subtle.ConstantTimeCompare([]byte(want), []byte(code)) == 1 {
			return step, true
		}
	}
	return 0, false
}

func totpAbout(reseller, user uuid.UUID) string {
	return "totp|" + reseller.String() + "|" + user.String()
}

// useCode takes a code of the confirmed authenticator app. Each works once,
// and none that is older than the last one.
func (s *Service) useCode(ctx context.Context, tx *database.Tx, p *person, code, path string) error {
	held, err := tx.Client.TotpCredential.Query().
		Where(totpcredential.UserID(p.id), totpcredential.ConfirmedAtNotNil()).Only(ctx)
	if db.IsNotFound(err) {
		return wrongFactor(path)
	}
	if err != nil {
		return fmt.Errorf("read authenticator of user %s: %w", p.id, err)
	}
	secret, err := s.vault.open(s.vault.totp, held.Secret, totpAbout(p.resellerID, p.id))
	if err != nil {
		return fmt.Errorf("open authenticator secret of user %s: %w", p.id, err)
	}
	step, ok := totpStep(secret, code, s.now(), held.LastStep)
	if !ok {
		return wrongFactor(path)
	}
	n, err := tx.Client.TotpCredential.Update().
		Where(totpcredential.ID(held.ID), totpcredential.LastStepLT(step)).SetLastStep(step).Save(ctx)
	if err != nil {
		return fmt.Errorf("use code of user %s: %w", p.id, err)
	}
	if n == 0 {
		return wrongFactor(path)
	}
	return nil
}

// storeTOTP puts an authenticator app in the place of what there was.
func (s *Service) storeTOTP(ctx context.Context, tx *database.Tx, p *person, secret []byte, step int64, confirmed *time.Time) error {
	sealed, err := s.vault.seal(s.vault.totp, secret, totpAbout(p.resellerID, p.id))
	if err != nil {
		return err
	}
	if _, err := tx.Client.TotpCredential.Delete().Where(totpcredential.UserID(p.id)).Exec(ctx); err != nil {
		return fmt.Errorf("replace authenticator of user %s: %w", p.id, err)
	}
	id, err := s.newID()
	if err != nil {
		return fmt.Errorf("make authenticator id: %w", err)
	}
	err = tx.Client.TotpCredential.Create().SetID(id).SetResellerID(p.resellerID).SetAccountID(p.accountID).SetUserID(p.id).
		SetSecret(sealed).SetLastStep(step).SetNillableConfirmedAt(confirmed).SetCreatedAt(s.now()).Exec(ctx)
	if err != nil {
		return fmt.Errorf("write authenticator of user %s: %w", p.id, err)
	}
	return nil
}
