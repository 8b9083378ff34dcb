// Package portal answers what a reseller shows of itself: how its service is
// doing and what is new, told to whoever subscribed.
package portal

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Jobs inserts job rows in a transaction.
type Jobs interface {
	InsertMany(ctx context.Context, tx *sql.Tx, jobs []river.InsertManyParams) error
}

// Service carries out the changes. All fields are required.
type Service struct {
	DB         *database.DB
	Authorizer *authz.Authorizer
	Jobs       Jobs
	PublicURL  string // where links of mails lead, without a trailing slash
	Now        func() time.Time
}

// now is the clock in the exactness the database keeps.
func (s *Service) now() time.Time { return s.Now().UTC().Truncate(time.Microsecond) }

// viewer is who is signed in.
func viewer(ctx context.Context) (*authz.Viewer, error) {
	if v := authz.FromContext(ctx); v != nil {
		return v, nil
	}
	return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
}

// lockSelf makes the changes of one person wait for one another: keys that make
// a change happen once are kept for each person.
func lockSelf(ctx context.Context, tx *database.Tx, v *authz.Viewer) error {
	if _, err := tx.Client.User.Query().Where(user.ID(v.UserID)).ForUpdate().Only(ctx); err != nil {
		return fmt.Errorf("lock user %s: %w", v.UserID, err)
	}
	return nil
}

func (s *Service) enqueue(ctx context.Context, tx *database.Tx, args ...river.JobArgs) error {
	many := make([]river.InsertManyParams, len(args))
	for i, a := range args {
		many[i] = river.InsertManyParams{Args: a}
	}
	return s.Jobs.InsertMany(ctx, tx.SQL, many)
}
