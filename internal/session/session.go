// Package session answers who is asking: it signs people in, keeps their
// sessions, and turns the token of a request into an authz.Viewer.
//
// A token embeds its reseller, so that every statement is scoped from the
// first one on. Viewers are cached for moments only, and only while this
// process is sure to hear of every revocation (see hearing.go).
package session

import (
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/internal/database"
)

// Defaults of Config.
const (
	DefaultIdleTimeout     = 14 * 24 * time.Hour
	DefaultAbsoluteTimeout = 30 * 24 * time.Hour
	DefaultTouchEvery      = 5 * time.Minute
	DefaultCacheTTL        = 30 * time.Second
	DefaultCacheSize       = 20_000
	DefaultPingEvery       = 10 * time.Second
)

// minSecret is the shortest secret New takes, in bytes.
const minSecret = 32

// Config is what a Service is made of. DB, Hasher and Secret are needed; the
// zero value of everything else means its default.
type Config struct {
	DB     *database.DB
	Hasher *Hasher
	Secret []byte // the program's secret, 32 bytes or more

	// ListenDSN is the connection string of the listener that hears of
	// revocations: database.Settings.DSN. Leave it empty behind a transaction
	// pooler, where nobody can listen: then nothing is cached.
	ListenDSN string

	IdleTimeout     time.Duration // a session unused for so long is over
	AbsoluteTimeout time.Duration // no session lives longer
	TouchEvery      time.Duration // exactness of "last seen"
	CacheTTL        time.Duration
	CacheSize       int           // viewers
	PingEvery       time.Duration // how often the listener is probed
	InsecureCookie  bool          // development over plain HTTP only

	// PublicURL is where browsers find the product; passkeys are bound to its
	// host. Empty means DefaultPublicURL.
	PublicURL string
	Mails     Mails // nil: nobody is told by mail

	Now    func() time.Time
	Random io.Reader
	Log    *slog.Logger

	// Authorizer decides whether staff may stay in a customer's portal; nil:
	// never.
	Authorizer *authz.Authorizer
	// Observe, when set, is told how each sign-in ended; it feeds a counter.
	Observe func(Outcome)
}

// Outcome says how an attempt to sign in ended.
type Outcome string

// The outcomes of an attempt.
const (
	OutcomeOpened    Outcome = "opened"
	OutcomeChallenge Outcome = "challenge"
	OutcomeWrong     Outcome = "wrong"
	OutcomeSuspended Outcome = "suspended"
	OutcomeThrottled Outcome = "throttled"
	OutcomeError     Outcome = "error"
)

// Service signs in, signs out and recognises. It is safe for concurrent use.
type Service struct {
	cfg      Config
	throttle *throttle
	cache    *cache
	hearing  *hearing
	vault    *vault
	passkeys *passkeys
}

// New makes a Service. Nothing is cached until Listen runs.
func New(cfg Config) (*Service, error) {
	switch {
	case cfg.DB == nil || cfg.Hasher == nil:
		return nil, errors.New("session: a database and a hasher are needed")
	case len(cfg.Secret) < minSecret:
		return nil, errors.New("session: the secret is shorter than 32 bytes")
	}
	for _, d := range []struct {
		value   *time.Duration
		instead time.Duration
	}{
		{&cfg.IdleTimeout, DefaultIdleTimeout},
		{&cfg.AbsoluteTimeout, DefaultAbsoluteTimeout},
		{&cfg.TouchEvery, DefaultTouchEvery},
		{&cfg.CacheTTL, DefaultCacheTTL},
		{&cfg.PingEvery, DefaultPingEvery},
	} {
		if *d.value <= 0 {
			*d.value = d.instead
		}
	}
	if cfg.CacheSize <= 0 {
		cfg.CacheSize = DefaultCacheSize
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.Random == nil {
		cfg.Random = rand.Reader
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.Observe == nil {
		cfg.Observe = func(Outcome) {}
	}
	c, err := newCache(cfg.CacheSize)
	if err != nil {
		return nil, err
	}
	v, err := newVault(cfg.Secret, cfg.Random)
	if err != nil {
		return nil, err
	}
	keys, err := newPasskeys(cfg.PublicURL)
	if err != nil {
		return nil, err
	}
	return &Service{
		cfg:      cfg,
		vault:    v,
		passkeys: keys,
		throttle: newThrottle(cfg.DB.Write, cfg.Secret),
		cache:    c,
		hearing:  newHearing(cfg, c),
	}, nil
}

// now is the clock in the exactness the database keeps.
func (s *Service) now() time.Time { return s.cfg.Now().UTC().Truncate(time.Microsecond) }

func (s *Service) newID() (uuid.UUID, error) { return uuid.NewV7FromReader(s.cfg.Random) }
