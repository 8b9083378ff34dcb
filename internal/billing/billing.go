// Package billing answers what a customer pays: the plans a reseller sells, the
// subscriptions to them, and the invoices their periods become. Amounts are
// exact decimals, periods whole days in the reseller's time zone.
package billing

import (
	"context"
	stdsql "database/sql"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Limits of the product.
const (
	MaxTrialDays   = 365
	MaxSeats       = 1_000_000
	MaxUsagePrices = 50
	MaxPaymentDays = 365

	maxDescription = 1000
	maxTaxNumber   = 40
	maxReference   = 100
	maxBillTo      = 200
	maxAddress     = 500
	paymentDays    = 14 // when nobody said
)

// Jobs inserts job rows in a transaction.
type Jobs interface {
	InsertMany(ctx context.Context, tx *stdsql.Tx, jobs []river.InsertManyParams) error
}

// Service changes plans, subscriptions, billing accounts and invoices. All
// fields are required.
type Service struct {
	DB         *database.DB
	Authorizer *authz.Authorizer
	Jobs       Jobs
	Now        func() time.Time

	// Count, when set, is told of invoices that were issued or fell past due; it
	// feeds a counter.
	Count func(event string, n int)
}

// Set is a field of a change: left alone, cleared, or given a value.
type Set[T any] struct {
	Given bool
	Value *T
}

// cleared tells that the value is to be taken away.
func (f Set[T]) cleared() bool { return f.Given && f.Value == nil }

// or is the value to write: the one there was when nothing is said, zero when
// it is cleared.
func (f Set[T]) or(before T) T {
	switch {
	case !f.Given:
		return before
	case f.Value == nil:
		var zero T
		return zero
	}
	return *f.Value
}

// now is the clock in the exactness the database keeps.
func (s *Service) now() time.Time { return s.Now().UTC().Truncate(time.Microsecond) }

// house is what all bills of a reseller share.
type house struct {
	root     uuid.UUID
	currency string
	today    time.Time // day in its time zone, as midnight in UTC
}

// house reads the reseller of the context.
func (s *Service) house(ctx context.Context, tx *database.Tx) (house, error) {
	r, err := tx.Client.Reseller.Query().Only(ctx)
	if err != nil {
		return house{}, fmt.Errorf("read the reseller: %w", err)
	}
	zone, err := time.LoadLocation(r.Timezone)
	if err != nil {
		return house{}, fmt.Errorf("time zone of reseller %s: %w", r.ID, err)
	}
	return house{root: r.RootOrganizationID, currency: r.Currency, today: DayOf(s.Now(), zone)}, nil
}

// lockOrganization reads an organization and keeps others from changing it;
// nil when there is none.
func lockOrganization(ctx context.Context, tx *database.Tx, id uuid.UUID) (*db.Organization, error) {
	org, err := tx.Client.Organization.Query().Where(organization.ID(id)).ForUpdate().Only(ctx)
	switch {
	case db.IsNotFound(err):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("lock organization %s: %w", id, err)
	}
	return org, nil
}

// customer refuses what is no customer that is there.
func customer(org *db.Organization, path string) error {
	switch {
	case org == nil || org.Status == organization.StatusDELETED:
		return fault.Refuse(fault.Missing, path, "There is no such organization.")
	case org.Kind != organization.KindCUSTOMER:
		return fault.Refuse(fault.WrongState, path, "Only a customer is billed, neither the reseller nor a sub-account.")
	}
	return nil
}

// at is what the policy needs to know of something that belongs to an
// organization.
func at(org *db.Organization) authz.BillingTarget {
	if org == nil {
		return authz.BillingTarget{}
	}
	return authz.BillingTarget{OrganizationID: org.ID, AccountID: org.AccountID}
}

// enqueue writes job rows in the transaction, one statement for all.
func (s *Service) enqueue(ctx context.Context, tx *database.Tx, args ...river.JobArgs) error {
	if len(args) == 0 {
		return nil
	}
	many := make([]river.InsertManyParams, len(args))
	for i, a := range args {
		many[i] = river.InsertManyParams{Args: a}
	}
	return s.Jobs.InsertMany(ctx, tx.SQL, many)
}

// anyOf is the condition that a column has one of several values, which are one
// parameter whatever their number. As many parameters the database puts them
// together anew for each row it looks at, which is each row of the reseller as
// long as it has no statistics: a sweep then takes the square of its time.
func anyOf(column string, ids []uuid.UUID) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(s.C(column)).WriteString(" = ANY(").Arg(pq.Array(ids)).WriteString(")")
		}))
	}
}
