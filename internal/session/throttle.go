package session

import (
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"net/netip"
	"time"

	"tenantry/internal/fault"
)

// Failed sign-ins that are borne within the window before a pause sets in.
// They are counted for an address from one client, and for one client over
// all addresses; never for an address alone, or a stranger could lock its
// owner out.
const (
	pairFailures   = 5
	clientFailures = 100
	window         = 15 * time.Minute
	firstBlock     = time.Minute // doubled by each further failure
	longestBlock   = 15 * time.Minute
)

// throttle slows guessing down. It asks nothing of the account, so that an
// unknown address is treated like any other.
type throttle struct {
	db   *sql.DB
	key  []byte
	lock *keyedLock
}

func newThrottle(db *sql.DB, secret []byte) *throttle {
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte("tenantry sign-in throttle"))
	return &throttle{db: db, key: mac.Sum(nil), lock: newKeyedLock()}
}

// attempt is one sign-in on its way. Attempts of one pair follow each other,
// or many at once would all be let through before the first has failed. Across
// processes as many can slip through as there are processes.
type attempt struct {
	throttle     *throttle
	pair, client string
	account      string       // "" unless failures count for the account too
	clientBlock  sql.NullTime // set by this very attempt
	unlock       func()
}

// begin admits an attempt or answers RATE_LIMITED. done must follow.
func (t *throttle) begin(ctx context.Context, emailKey, ip string, now time.Time) (*attempt, error) {
	return t.start(ctx, t.id("pair", emailKey, network(ip)), "", ip, now)
}

// start is begin for a pair, and an account unless that is empty.
func (t *throttle) start(ctx context.Context, pair, account, ip string, now time.Time) (*attempt, error) {
	a := &attempt{throttle: t, client: t.id("client", network(ip)), pair: pair, account: account}
	unlock, err := t.lock.lock(ctx, cmp.Or(account, pair))
	if err != nil {
		return nil, fmt.Errorf("wait for an earlier sign-in: %w", err)
	}
	a.unlock = unlock
	if err := a.admit(ctx, now); err != nil {
		unlock()
		return nil, err
	}
	return a, nil
}

func (a *attempt) admit(ctx context.Context, now time.Time) error {
	for _, id := range []string{a.pair, a.account} {
		until, err := a.throttle.blocked(ctx, id, now)
		if err != nil {
			return err
		}
		if until.After(now) {
			return tooMany(until.Sub(now))
		}
	}
	var err error
	// The client is charged in advance and gets it back on success: its
	// attempts run in parallel.
	a.clientBlock, err = a.throttle.count(ctx, a.client, clientFailures, now)
	if errors.Is(err, sql.ErrNoRows) {
		until, err := a.throttle.blocked(ctx, a.client, now)
		if err != nil {
			return err
		}
		return tooMany(until.Sub(now))
	}
	return err
}

// done lets the next attempt of the pair begin.
func (a *attempt) done() { a.unlock() }

// failed counts a wrong password or an unknown address. A client that has gone
// away meanwhile is counted like others.
func (a *attempt) failed(ctx context.Context, now time.Time) error {
	ctx = context.WithoutCancel(ctx)
	_, err := a.throttle.count(ctx, a.pair, pairFailures, now)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil // another process has blocked the pair
	}
	if err == nil && a.account != "" {
		if _, err = a.throttle.count(ctx, a.account, accountFailures, now); errors.Is(err, sql.ErrNoRows) {
			err = nil
		}
	}
	return err
}

// succeeded forgets the failures of the pair and takes the charge back.
func (a *attempt) succeeded(ctx context.Context) error {
	if _, err := a.throttle.db.ExecContext(ctx, `DELETE FROM sign_in_throttles WHERE id IN ($1, $2)`, a.pair, a.account); err != nil {
		return fmt.Errorf("clear sign-in throttle: %w", err)
	}
	return a.forgiven(ctx)
}

// forgiven takes the charge of the client back.
func (a *attempt) forgiven(ctx context.Context) error {
	_, err := a.throttle.db.ExecContext(ctx, `UPDATE sign_in_throttles
		SET failures = GREATEST(failures - 1, 0),
			blocked_until = CASE WHEN blocked_until = $2 THEN NULL ELSE blocked_until END
		WHERE id = $1`, a.client, a.clientBlock)
	if err != nil {
		return fmt.Errorf("credit sign-in throttle: %w", err)
	}
	return nil
}

// count adds a failure in one statement. It answers until when the next one is
// blocked, and sql.ErrNoRows, counting nothing, while a block lasts.
func (t *throttle) count(ctx context.Context, id string, limit int, now time.Time) (until sql.NullTime, err error) {
	err = t.db.QueryRowContext(ctx, `
		INSERT INTO sign_in_throttles AS t (id, failures, window_started_at) VALUES ($1, 1, $2)
		ON CONFLICT (id) DO UPDATE SET
			failures = CASE WHEN `+lapsed+` THEN 1 ELSE t.failures + 1 END,
			window_started_at = CASE WHEN `+lapsed+` THEN $2 ELSE t.window_started_at END,
			blocked_until = CASE WHEN `+lapsed+` OR t.failures + 1 < $4 THEN NULL
				ELSE $2 + make_interval(secs => LEAST($6, $5 * power(2, LEAST(t.failures + 1 - $4, 20)))) END
		WHERE t.blocked_until IS NULL OR t.blocked_until <= $2
		RETURNING blocked_until`,
		id, now, now.Add(-window), limit, firstBlock.Seconds(), longestBlock.Seconds()).Scan(&until)
	if err != nil {
		return until, fmt.Errorf("count sign-in attempt: %w", err)
	}
	return until, nil
}

// lapsed tells that neither the window nor a block was within the last window.
const lapsed = `(t.window_started_at <= $3 AND (t.blocked_until IS NULL OR t.blocked_until <= $3))`

// blocked answers until when; the zero time when not at all.
func (t *throttle) blocked(ctx context.Context, id string, now time.Time) (time.Time, error) {
	var until sql.NullTime
	err := t.db.QueryRowContext(ctx, `SELECT blocked_until FROM sign_in_throttles
		WHERE id = $1 AND blocked_until > $2`, id, now).Scan(&until)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, fmt.Errorf("read sign-in throttle: %w", err)
	}
	return until.Time, nil
}

// Purge removes counters that have had no effect since before, and answers how
// many. A daily job with a moment an hour ago does.
func (s *Service) Purge(ctx context.Context, before time.Time) (int64, error) {
	result, err := s.cfg.DB.Write.ExecContext(ctx, `DELETE FROM sign_in_throttles
		WHERE window_started_at < $1 AND (blocked_until IS NULL OR blocked_until < $1)`, before)
	if err != nil {
		return 0, fmt.Errorf("purge sign-in throttles: %w", err)
	}
	return result.RowsAffected()
}

// id hides what is counted behind the secret.
func (t *throttle) id(parts ...string) string {
	mac := hmac.New(sha256.New, t.key)
	for _, p := range parts {
		fmt.Fprintf(mac, "%d:%s", len(p), p)
	}
	return hex.EncodeToString(mac.Sum(nil))
}

// network is what one client can be told by: its address, and of an IPv6
// address the half that a provider gives to one household.
func network(ip string) string {
	a, err := netip.ParseAddr(ip)
	if err != nil {
		return ip
	}
	a = a.Unmap().WithZone("")
	if a.Is4() {
		return a.String()
	}
	p, err := a.Prefix(64)
	if err != nil {
		return a.String()
	}
	return p.String()
}

func tooMany(wait time.Duration) *fault.Error {
	return &fault.Error{
		Kind:       fault.RateLimited,
		Message:    "Too many attempts to sign in. Wait a moment and try again.",
		RetryAfter: max(wait, time.Second),
	}
}
