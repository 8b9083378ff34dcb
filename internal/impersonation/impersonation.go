// Package impersonation answers when somebody of the reseller's staff may enter
// a customer's portal as one of its users: who asks and why, what the customer
// says to it, and how it ends.
package impersonation

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	entity "tenantry/ent/db/impersonation"
	"tenantry/ent/db/predicate"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Limits of the product. [002]
const (
	MaxMinutes   = 60
	DecideWithin = 24 * time.Hour // a request that nobody decides lapses
	StartWithin  = 24 * time.Hour // and so does an approval that is not used
	MaxOpen      = 20             // requests, approvals and visits of one actor at a time
	maxAsked     = 20             // administrators who are written to
)

// Jobs inserts job rows in a transaction.
type Jobs interface {
	InsertMany(ctx context.Context, tx *sql.Tx, jobs []river.InsertManyParams) error
}

// Sessions opens and ends what is behind an impersonation.
type Sessions interface {
	// LockUser keeps a user as he is until the transaction ends, and answers the
	// viewer he would be; refused at path when no session would be opened for him.
	LockUser(ctx context.Context, tx *database.Tx, reseller, user uuid.UUID, path string) (*authz.Viewer, error)
	// OpenAs writes the session of an impersonation that has begun.
	OpenAs(ctx context.Context, tx *database.Tx, begun *db.Impersonation) (token string, err error)
	// EndImpersonations ends the open ones that meet the conditions, with their
	// sessions in all processes, and answers how many there were.
	EndImpersonations(ctx context.Context, tx *database.Tx, why entity.EndReason, by *uuid.UUID, which ...predicate.Impersonation) (int, error)
}

// Service carries out the changes. All fields are required.
type Service struct {
	DB         *database.DB
	Authorizer *authz.Authorizer
	Jobs       Jobs
	Sessions   Sessions
	PublicURL  string // where links of mails lead, without a trailing slash
	Now        func() time.Time

	// Count, when set, is told of each session that begins; it feeds a counter.
	Count func(event string, n int)
}

// Target is what a decision about an impersonation needs to know at an instant.
func Target(i *db.Impersonation, now time.Time) authz.ImpersonationTarget {
	return authz.ImpersonationTarget{
		ActorID: i.ActorID, OrganizationID: i.OrganizationID, AccountID: i.AccountID,
		Mode: authz.LoginAsMode(i.Mode), Status: Status(i, now),
	}
}

// StatusExpired is the state that follows from the clock.
const StatusExpired = "EXPIRED"

// Status is where an impersonation stands at an instant.
func Status(i *db.Impersonation, now time.Time) string {
	open := i.Status != entity.StatusDENIED && i.Status != entity.StatusENDED
	if open && !now.Before(i.ExpiresAt) {
		return StatusExpired
	}
	return string(i.Status)
}

// own is the viewer in a session of his own.
func own(ctx context.Context) (*authz.Viewer, error) {
	v := authz.FromContext(ctx)
	switch {
	case v == nil:
		return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	case v.Impersonation != nil:
		return nil, fault.New(fault.Impersonated, "This is for the account's own people: leave with loginAsEnd first.")
	}
	return v, nil
}

func (s *Service) enqueue(ctx context.Context, tx *database.Tx, args []river.JobArgs) error {
	many := make([]river.InsertManyParams, len(args))
	for i, a := range args {
		many[i] = river.InsertManyParams{Args: a}
	}
	if len(many) == 0 {
		return nil
	}
	return s.Jobs.InsertMany(ctx, tx.SQL, many)
}

func (s *Service) event(i *db.Impersonation, action, user string) audit.Event {
	return audit.Event{
		At: s.Now(), Action: "impersonation." + action, OrganizationID: i.OrganizationID, AccountID: i.AccountID,
		TargetType: "Impersonation", TargetID: i.ID, TargetName: user,
	}
}
