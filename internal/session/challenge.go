package session

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/google/uuid"

	"tenantry/internal/fault"
)

// ChallengePrefix makes a leaked token of a challenge recognisable to scanners.
const ChallengePrefix = "tntc_"

// Bounds of a challenge.
const (
	ChallengeTTL      = 10 * time.Minute
	challengeFailures = 5 // wrong answers that end it
)

// ChallengeKind is a kind of further proof. The exported values are those of
// the SessionChallengeKind enum.
type ChallengeKind string

// Proofs that may be missing before a session opens, in the order in which
// they are asked for. A temporary password is replaced only by who has shown
// the second factor, or a stolen one would be enough to lock its owner out.
const (
	ChallengeTOTP           ChallengeKind = "TOTP"
	ChallengePasskey        ChallengeKind = "PASSKEY"
	ChallengePasswordChange ChallengeKind = "PASSWORD_CHANGE"
	ChallengeEnrollment     ChallengeKind = "TWO_FACTOR_ENROLLMENT"

	askedSignIn       ChallengeKind = "PASSKEY_SIGN_IN"      // of nobody in particular
	askedStepUp       ChallengeKind = "PASSKEY_STEP_UP"      // within a session
	askedRegistration ChallengeKind = "PASSKEY_REGISTRATION" // within a session
)

// Challenge is what is still missing before a session opens.
type Challenge struct {
	Kind           ChallengeKind
	Token          string // shown this once
	ExpiresAt      time.Time
	PasskeyOptions json.RawMessage // for navigator.credentials.get; nil without passkeys
	TOTP           *Enrollment     // with ChallengeEnrollment
}

// proof is the sealed state of a challenge: what was shown so far, and what
// the answer is checked against.
type proof struct {
	Reseller uuid.UUID             `json:"reseller"`
	User     uuid.UUID             `json:"user"`
	Password []byte                `json:"password,omitempty"` // digest of the stored hash at that time
	Factor   bool                  `json:"factor,omitempty"`   // a second factor was shown
	Session  uuid.UUID             `json:"session,omitzero"`   // in which it was asked
	Passkey  *webauthn.SessionData `json:"passkey,omitempty"`
	TOTP     []byte                `json:"totp,omitempty"` // secret on its way to be enrolled
	SSO      *ssoProof             `json:"sso,omitempty"`  // the token that a sign-in link was made with
}

// challenge is a row on its way to be answered.
type challenge struct {
	id       string
	kind     ChallengeKind
	failures int // this answer included
	proof    proof
}

func challengeID(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// about ties a sealed state to its row.
func about(id string, kind ChallengeKind, owner, user uuid.NullUUID) string {
	return strings.Join([]string{id, string(kind), owner.UUID.String(), user.UUID.String()}, "|")
}

// execer is a pool or a transaction.
type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// ask writes a challenge and answers its token.
func (s *Service) ask(ctx context.Context, at execer, kind ChallengeKind, p proof) (token string, expires time.Time, err error) {
	return s.askFor(ctx, at, kind, p, ChallengeTTL)
}

// askFor is ask for a challenge that is good for another time.
func (s *Service) askFor(ctx context.Context, at execer, kind ChallengeKind, p proof, good time.Duration) (token string, expires time.Time, err error) {
	secret := make([]byte, secretBytes)
	if _, err := io.ReadFull(s.cfg.Random, secret); err != nil {
		return "", expires, fmt.Errorf("make challenge: %w", err)
	}
	token = ChallengePrefix + tokenEncoding.EncodeToString(secret)
	id, now := challengeID(token), s.now()
	owner := uuid.NullUUID{UUID: p.Reseller, Valid: p.Reseller != uuid.Nil}
	user := uuid.NullUUID{UUID: p.User, Valid: p.User != uuid.Nil}
	text, err := json.Marshal(p)
	if err != nil {
		return "", expires, fmt.Errorf("write challenge: %w", err)
	}
	state, err := s.vault.seal(s.vault.challenges, text, about(id, kind, owner, user))
	if err != nil {
		return "", expires, fmt.Errorf("seal challenge: %w", err)
	}
	expires = now.Add(good)
	_, err = at.ExecContext(ctx, `INSERT INTO sign_in_challenges (id, created_at, owner_reseller_id, user_id, kind, state, failures, expires_at)
		VALUES ($1, $2, $3, $4, $5, $6, 0, $7)`, id, now, owner, user, string(kind), state, expires)
	if err != nil {
		return "", expires, fmt.Errorf("write challenge: %w", err)
	}
	return token, expires, nil
}

// charge finds the challenge of a token for one answer, which counts as wrong
// until refund says otherwise: answers that come all at once are as many.
// Refusals, at path: TOKEN_INVALID, EXPIRED.
func (s *Service) charge(ctx context.Context, token, path string) (*challenge, error) {
	c := &challenge{id: challengeID(token)}
	var owner, user uuid.NullUUID
	var state []byte
	err := s.cfg.DB.Write.QueryRowContext(ctx, `UPDATE sign_in_challenges SET failures = failures + 1
		WHERE id = $1 AND failures < $2 AND expires_at > $3
		RETURNING kind, owner_reseller_id, user_id, state, failures`, c.id, challengeFailures, s.now()).
		Scan(&c.kind, &owner, &user, &state, &c.failures)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, s.whyNoChallenge(ctx, c.id, path)
	}
	if err != nil {
		return nil, fmt.Errorf("read challenge: %w", err)
	}
	text, err := s.vault.open(s.vault.challenges, state, about(c.id, c.kind, owner, user))
	if err == nil {
		err = json.Unmarshal(text, &c.proof)
	}
	if err != nil {
		s.cfg.Log.WarnContext(ctx, "a sign-in challenge cannot be read", "error", err)
		return nil, deadChallenge(path)
	}
	return c, nil
}

func (s *Service) whyNoChallenge(ctx context.Context, id, path string) error {
	var expired bool
	err := s.cfg.DB.Write.QueryRowContext(ctx, `SELECT expires_at <= $2 FROM sign_in_challenges WHERE id = $1`, id, s.now()).Scan(&expired)
	switch {
	case err != nil && !errors.Is(err, sql.ErrNoRows):
		return fmt.Errorf("read challenge: %w", err)
	case expired:
		return fault.Refuse(fault.Expired, path, "This took too long. Begin anew.")
	}
	return deadChallenge(path)
}

func deadChallenge(path string) fault.Refusals {
	return fault.Refuse(fault.TokenInvalid, path, "The token is unknown or was used. Begin anew.")
}

// take removes the challenge in the transaction that acts on its answer, so
// that it works once.
func take(ctx context.Context, tx execer, c *challenge, path string) error {
	result, err := tx.ExecContext(ctx, `DELETE FROM sign_in_challenges WHERE id = $1`, c.id)
	if err != nil {
		return fmt.Errorf("take challenge: %w", err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(deadChallenge(path), err)
	}
	return nil
}

// settle ends one answer: a wrong one stays counted and may have been the
// last, any other failure is none of the guesser's.
func (s *Service) settle(ctx context.Context, c *challenge, err error) {
	ctx = context.WithoutCancel(ctx)
	query := `UPDATE sign_in_challenges SET failures = failures - 1 WHERE id = $1 AND failures > 0`
	switch {
	case err == nil:
		return
	case wrongAnswer(err) && c.failures < challengeFailures:
		return
	case wrongAnswer(err):
		query = `DELETE FROM sign_in_challenges WHERE id = $1`
	}
	if _, err := s.cfg.DB.Write.ExecContext(ctx, query, c.id); err != nil {
		s.cfg.Log.WarnContext(ctx, "cannot settle a sign-in challenge", "error", err)
	}
}

// wrongAnswer tells refusals that a guesser may get.
func wrongAnswer(err error) bool {
	r, ok := errors.AsType[fault.Refusals](err)
	return ok && len(r) > 0 && r[0].Code == fault.InvalidCredentials
}

// PurgeChallenges removes challenges that nobody can answer any more, and
// answers how many.
func (s *Service) PurgeChallenges(ctx context.Context) (int64, error) {
	result, err := s.cfg.DB.Write.ExecContext(ctx, `DELETE FROM sign_in_challenges WHERE expires_at <= $1`, s.now())
	if err != nil {
		return 0, fmt.Errorf("purge sign-in challenges: %w", err)
	}
	return result.RowsAffected()
}
