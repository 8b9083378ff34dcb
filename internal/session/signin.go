package session

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/internal/fault"
	"tenantry/internal/mailaddr"
)

const (
	// maxCandidates bounds how many accounts of one address are looked at, those
	// who have proven the address first.
	maxCandidates = 10
	maxEmailBytes = 320
	maxAgentBytes = 300
)

// SignInInput is what a person gives to sign in.
type SignInInput struct {
	Email        string
	Password     string
	Organization *uuid.UUID // the primary organization, where an address has several accounts
	UserAgent    string
	IP           string // textual, without a port
}

// Result is a session that was opened, or, with Challenge set and no Session,
// what is still missing.
type Result struct {
	Session       *db.Session
	User          *db.User
	Viewer        *authz.Viewer // for reading on in the same request
	Token         string        // shown this once
	Challenge     *Challenge
	RecoveryCodes []string // shown this once, when a second factor was enrolled on the way
}

// SignIn opens a session. It refuses with INVALID_CREDENTIALS, in the same
// words and at the same price whether the address is unknown, the password is
// wrong or the account is not in use yet or any more; with ACCOUNT_SUSPENDED
// only to who knows the password; and with fault.RateLimited after repeated
// failures from where the attempt comes from.
func (s *Service) SignIn(ctx context.Context, in SignInInput) (Result, error) {
	result, err := s.signIn(ctx, in)
	s.cfg.Observe(outcomeOf(result, err))
	return result, err
}

const pathSignIn = "input.email"

func (s *Service) signIn(ctx context.Context, in SignInInput) (result Result, err error) {
	p, newHash, err := s.prove(ctx, in)
	if err != nil {
		return Result{}, err
	}
	shown := proof{Reseller: p.resellerID, User: p.id, Password: digest(p.passwordHash)}
	if newHash != "" {
		if shown.Password, err = s.rehash(ctx, p, newHash); err != nil {
			return Result{}, err
		}
	}
	return s.proceed(ctx, shown, device{in.IP, in.UserAgent}, pathSignIn)
}

// rehash stores the proven password in today's form. When another password was
// set meanwhile, that one stays and what was proven is worth nothing.
func (s *Service) rehash(ctx context.Context, p *person, newHash string) ([]byte, error) {
	_, err := s.cfg.DB.Write.ExecContext(ctx, `
		UPDATE users SET password_hash = $4 WHERE reseller_id = $1 AND id = $2 AND password_hash = $3`,
		p.resellerID, p.id, p.passwordHash.String, newHash)
	if err != nil {
		return nil, fmt.Errorf("renew password hash of user %s: %w", p.id, err)
	}
	return digest(sql.NullString{String: newHash, Valid: true}), nil
}

// proofs is how many accounts of an address a password is tried on, and how
// many verifications every refusal costs, so that nobody can tell by the clock
// whether an address has none, one or two accounts.
const proofs = 2

// prove finds out whose password it is. newHash is set when the stored one is
// to be replaced.
func (s *Service) prove(ctx context.Context, in SignInInput) (p *person, newHash string, err error) {
	key := addressKey(in.Email)
	a, err := s.throttle.begin(ctx, key, in.IP, s.now())
	if err != nil {
		return nil, "", err
	}
	defer a.done()
	accounts, err := s.find(ctx, key, in.Organization)
	if err != nil {
		return nil, "", err
	}
	ok, stale := false, false
	for i := 0; i < proofs && !ok; i++ {
		if i >= len(accounts) || !accounts[i].passwordHash.Valid {
			err = s.cfg.Hasher.Dummy(ctx, in.Password)
		} else {
			p = accounts[i]
			ok, stale, err = s.cfg.Hasher.Verify(ctx, in.Password, p.passwordHash.String)
		}
		if err != nil {
			return nil, "", fmt.Errorf("sign in: %w", err)
		}
	}
	if !ok {
		if err := a.failed(ctx, s.now()); err != nil {
			return nil, "", err
		}
		return nil, "", wrongCredentials()
	}
	if err := a.succeeded(ctx); err != nil {
		return nil, "", err
	}
	if stale {
		if newHash, err = s.cfg.Hasher.Hash(ctx, in.Password); err != nil {
			return nil, "", fmt.Errorf("sign in: %w", err)
		}
	}
	return p, newHash, nil
}

// find answers the accounts of an address, the likeliest first.
func (s *Service) find(ctx context.Context, key string, organization *uuid.UUID) ([]*person, error) {
	type place struct{ reseller, id uuid.UUID }
	var places []place
	if len(key) <= maxEmailBytes && utf8.ValidString(key) && !strings.ContainsRune(key, 0) {
		rows, err := s.cfg.DB.Write.QueryContext(ctx, `
			SELECT owner_reseller_id, id FROM login_directories
			WHERE email_key = $1 AND ($2::uuid IS NULL OR organization_id = $2::uuid)
			ORDER BY verified DESC, created_at, id LIMIT $3`, key, organization, maxCandidates)
		if err != nil {
			return nil, fmt.Errorf("look an address up: %w", err)
		}
		defer rows.Close()
		for rows.Next() {
			var at place
			if err := rows.Scan(&at.reseller, &at.id); err != nil {
				return nil, fmt.Errorf("look an address up: %w", err)
			}
			places = append(places, at)
		}
		if err := rows.Err(); err != nil {
			return nil, fmt.Errorf("look an address up: %w", err)
		}
	}
	if len(places) == 0 {
		places = append(places, place{}) // an unknown address takes as long
	}
	var found []*person
	for _, at := range places {
		var p person
		err := s.cfg.DB.Write.QueryRowContext(ctx, `SELECT `+personColumns+` FROM `+personTables+`
			WHERE u.reseller_id = $1 AND u.id = $2`, at.reseller, at.id).Scan(p.columns()...)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("read user %s: %w", at.id, err)
		}
		found = append(found, &p)
	}
	slices.SortStableFunc(found, func(a, b *person) int {
		switch {
		case a.before(b):
			return -1
		case b.before(a):
			return 1
		}
		return 0
	})
	return found, nil
}

func wrongCredentials() error {
	return fault.Refuse(fault.InvalidCredentials, pathSignIn,
		"E-mail address or password is wrong. If you use this address in several organizations, name the organization.")
}

func suspended(path string) error {
	return fault.Refuse(fault.AccountSuspended, path,
		"This account is suspended. Ask your administrator.")
}

// shutOut is told like suspended, for there is nothing else a caller could do,
// but in words that are true: the account is in force and opens nothing.
func shutOut(path string) error {
	return fault.Refuse(fault.AccountSuspended, path,
		"You are no active member of any organization. Ask your administrator to let you in again, or use the link of a new invitation.")
}

func outcomeOf(result Result, err error) Outcome {
	if err == nil && result.Challenge != nil {
		return OutcomeChallenge
	}
	if err == nil {
		return OutcomeOpened
	}
	if r, ok := errors.AsType[fault.Refusals](err); ok && len(r) > 0 {
		if r[0].Code == fault.AccountSuspended {
			return OutcomeSuspended
		}
		return OutcomeWrong
	}
	if fault.KindOf(err) == fault.RateLimited {
		return OutcomeThrottled
	}
	return OutcomeError
}

// clip shortens text to whole characters in at most n bytes, without what
// PostgreSQL cannot store.
func clip(text string, n int) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "")
	for len(text) > n {
		_, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
	}
	return text
}

// lifetime is when a session that opens now ends at the latest.
func (s *Service) lifetime(now time.Time) time.Time { return now.Add(s.cfg.AbsoluteTimeout) }

// addressKey is how the address is looked up and counted. What is no address
// is counted like one, so that it costs the same.
func addressKey(address string) string {
	if key, _, ok := mailaddr.Key(address); ok {
		return key
	}
	return strings.ToLower(strings.TrimSpace(address))
}
