// Package directory answers what may become of users, organizations and
// invitations: one exported method per mutation. Each validates, decides,
// writes rows, audit line and job rows in one transaction, or refuses and
// writes nothing.
package directory

import (
	"context"
	"database/sql"
	"io"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/internal/database"
	"tenantry/internal/disposable"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// Limits of the product, with the document that asks for them.
const (
	InvitationTTL        = 7 * 24 * time.Hour // [000] [003]
	MaxInvitations       = 500                // items of one request
	MaxResendsPerHour    = 5
	IdempotencyRetention = rule.IdempotencyRetention
)

// Jobs inserts job rows in a transaction.
type Jobs interface {
	InsertMany(ctx context.Context, tx *sql.Tx, jobs []river.InsertManyParams) error
}

// Passwords hashes and judges passwords.
type Passwords interface {
	// Hash answers the encoded hash to store.
	Hash(ctx context.Context, password string) (string, error)
	// Check refuses a password that is easy to guess at the given argument path.
	Check(path, password string, personal ...string) fault.Refusals
	// Prove tells whether it is the password behind the hash of the account with
	// the address. Failures are counted like those to sign in: RATE_LIMITED.
	Prove(ctx context.Context, address, password string, hash *string) (bool, error)
	// Temporary makes a password that passes Check, to be shown once.
	Temporary() (string, error)
	// AdmitForgotten counts a request for the password of an address: RATE_LIMITED.
	AdmitForgotten(ctx context.Context, address string) error
}

// Sessions ends what is open.
type Sessions interface {
	// RevokeAll ends every session of the user, in all processes once tx commits.
	RevokeAll(ctx context.Context, tx *database.Tx, userID uuid.UUID, reason string) error
	// RevokeAllBut is RevokeAll without the session named kept.
	RevokeAllBut(ctx context.Context, tx *database.Tx, userID, kept uuid.UUID, reason string) error
	// Changed makes every process read the user's status and roles anew once tx commits.
	Changed(ctx context.Context, tx *database.Tx, userID uuid.UUID) error
	// AllChanged is Changed for everybody of a reseller.
	AllChanged(ctx context.Context, tx *database.Tx, resellerID uuid.UUID) error
	// RevokeOrganization is RevokeAll for all users at home in one of the
	// organizations; it answers how many sessions there were.
	RevokeOrganization(ctx context.Context, tx *database.Tx, organizations []uuid.UUID, reason string) (int, error)
	// Reopened makes every process read everybody of the reseller anew once tx commits.
	Reopened(ctx context.Context, tx *database.Tx) error
}

// Service carries out the changes. All fields down to Now are required.
type Service struct {
	DB           *database.DB
	Authorizer   *authz.Authorizer
	Jobs         Jobs
	Passwords    Passwords
	Sessions     Sessions
	Disposable   *disposable.List
	Secret       []byte // at least 32 bytes; invitation tokens are derived from it
	PublicURL    string // where links of mails lead, without a trailing slash
	TermsVersion string // version of the terms that are in force
	Now          func() time.Time

	// Commerce and Subscriptions give a new customer what it gets at once; what
	// nobody is there for is refused.
	Commerce      Commerce
	Subscriptions Subscriptions
	// Random is where single sign-on tokens come from; nil: the system.
	Random io.Reader

	// SenderName, when set, is the name that mails about an organization are
	// sent under; empty: the reseller's.
	SenderName func(context.Context, *db.Organization) (string, error)

	// Count, when set, is told how many rows a sweep changed; it feeds a counter.
	Count func(event string, n int)

	// RoleChanged, when set, makes this process decide by a custom role as it is
	// after a commit (policy.Keeper.Refresh); without it, it hears of the change
	// a moment later, like the others.
	RoleChanged func(ctx context.Context, role uuid.UUID) error
}

// deny and stale are those of package rule.
func deny(v authz.Verdict, path string) error { return rule.Deny(v, path) }

func stale(expected *int, version int, path string) error { return rule.Stale(expected, version, path) }

// actorID is the signed-in user, nil when nobody is.
func actorID(ctx context.Context) *uuid.UUID {
	if v := authz.FromContext(ctx); v != nil {
		return &v.UserID
	}
	return nil
}
