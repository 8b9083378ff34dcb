// Package commerce answers what an organization has from its reseller: the
// features it may use, the seats it may fill, and the communication credits it
// may spend. What a reseller gives is never more than it has itself, also when
// many give at once.
package commerce

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/export"
	"tenantry/internal/fault"
)

// Jobs inserts job rows in a transaction.
type Jobs interface {
	InsertMany(ctx context.Context, tx *sql.Tx, jobs []river.InsertManyParams) error
}

// Seats counts the seats that are taken in an account, whose row is locked.
type Seats interface {
	SeatsTaken(ctx context.Context, tx *database.Tx, account *db.Organization) (int, error)
}

// Exports orders files.
type Exports interface {
	CreateOf(ctx context.Context, operation string, o export.Order) (*db.Job, error)
}

// Low is a balance that fell to its mark, and who is told.
type Low struct {
	ResellerID, OrganizationID, UserID uuid.UUID
	At                                 time.Time // when it fell: tells one fall from the next
}

// Service changes features, seats and credits. All fields but LowMail and
// Observe are required.
type Service struct {
	DB         *database.DB
	Authorizer *authz.Authorizer
	Jobs       Jobs
	Seats      Seats
	// Changed makes every process read the sessions of a reseller anew once tx
	// commits: they know the features.
	Changed func(ctx context.Context, tx *database.Tx, resellerID uuid.UUID) error
	Exports Exports
	// LowMail is the job that tells somebody of a low balance; nil tells nobody.
	LowMail func(Low) river.JobArgs
	// Observe hears of every movement of credits that was asked for: its type,
	// the outcome ("booked", "replayed" or the code of the refusal) and the
	// credits; nil hears nothing.
	Observe func(movement, outcome string, credits int64)
	Now     func() time.Time
}

// now is the clock in the exactness the database keeps.
func (s *Service) now() time.Time { return s.Now().UTC().Truncate(time.Microsecond) }

// reseller is the reseller of the context and its root organization.
type reseller struct{ id, root uuid.UUID }

// resellerOf reads whose credits and seats are meant.
func resellerOf(ctx context.Context, tx *database.Tx) (reseller, error) {
	var r reseller
	var err error
	if r.id, err = database.ResellerOf(ctx); err != nil {
		return r, err
	}
	const root = `SELECT root_organization_id FROM resellers WHERE id = $1`
	if err := tx.SQL.QueryRowContext(ctx, root, r.id).Scan(&r.root); err != nil {
		return r, fmt.Errorf("read root of reseller %s: %w", r.id, err)
	}
	return r, nil
}

// lock takes the rows of organizations for a change, in the one order in which
// every change of this package takes them: the reseller's root, which holds the
// pools, then the others by id. Rows that refer to them can be written
// meanwhile.
func (r reseller) lock(ctx context.Context, tx *database.Tx, ids ...uuid.UUID) error {
	const rows = `SELECT "o"."id" FROM "organizations" AS "o" WHERE "o"."reseller_id" = $1 AND "o"."id" = ANY($2)
		ORDER BY "o"."id" <> $3, "o"."id" FOR NO KEY UPDATE`
	found, err := tx.SQL.QueryContext(ctx, rows, r.id, uuids(ids), r.root)
	if err != nil {
		return fmt.Errorf("lock organizations: %w", err)
	}
	defer found.Close()
	for found.Next() { //nolint:revive // the locks are what is wanted
	}
	if err := found.Err(); err != nil {
		return fmt.Errorf("lock organizations: %w", err)
	}
	return nil
}

// read is an organization as it is now, or NOT_FOUND at the path. To be used
// on what is locked.
func read(ctx context.Context, tx *database.Tx, id uuid.UUID, path string) (*db.Organization, error) {
	o, err := tx.Client.Organization.Query().Where(organization.ID(id)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, missing(path)
	}
	if err != nil {
		return nil, fmt.Errorf("read organization %s: %w", id, err)
	}
	return o, nil
}

func missing(path string) error {
	return fault.Refuse(fault.Missing, path, "There is no such organization.")
}

// target is what the policy needs to know about an organization.
func target(o *db.Organization) authz.OrganizationTarget {
	return authz.OrganizationTarget{ID: o.ID, AccountID: o.AccountID, Kind: string(o.Kind), Status: string(o.Status)}
}

// event is a line of the audit log about an organization.
func event(o *db.Organization, at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: action, OrganizationID: o.ID, AccountID: o.AccountID,
		TargetType: "Organization", TargetID: o.ID, TargetName: o.Name, Changes: changes,
	}
}
