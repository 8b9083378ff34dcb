package commerce

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/creditentry"
	"tenantry/ent/db/organization"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// Limits of the ledger, in credits and characters.
const (
	MaxAmount    = 1_000_000_000_000         // of one movement
	MaxBalance   = 1_000_000_000_000_000_000 // of one organization; far from where an int64 ends
	MaxUsage     = 1000                      // items of one request
	MaxReference = 100
)

// TopUp is what was bought into the reseller's pool.
type TopUp struct {
	Amount         int64
	Reference      *string
	IdempotencyKey *string
}

// CreditTopUp puts bought credits into the pool, and answers the pool's entry.
// Refusals: INVALID, TOO_LONG, LIMIT_REACHED, IDEMPOTENCY_KEY_REUSED. [002]
func (s *Service) CreditTopUp(ctx context.Context, in TopUp) (*db.CreditEntry, error) {
	var errs fault.Refusals
	m := &movement{kind: creditentry.TypeTOP_UP, op: "creditTopUp"}
	m.words(&errs, in.Reference, nil, in.IdempotencyKey)
	amount(&errs, "input.amount", in.Amount)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return s.one(ctx, m, func(ctx context.Context, _ *database.Tx, r reseller) error {
		if v := authz.FromContext(ctx); v == nil || !s.Authorizer.Has(v, []uuid.UUID{v.RootID}, authz.BillingManage) {
			return rule.Forbid(authz.BillingManage)
		}
		m.named = r.root
		m.sides = outside(r.root, creditentry.LedgerISSUED, in.Amount)
		return nil
	})
}

// Allocation is what a customer gets from the pool.
type Allocation struct {
	OrganizationID uuid.UUID
	Amount         int64
	Reference      *string
	IdempotencyKey *string
}

// CreditAllocate gives a customer credits from the pool, and answers the
// customer's entry. Refusals: NOT_FOUND, WRONG_STATE, INVALID, TOO_LONG,
// INSUFFICIENT_CREDITS, LIMIT_REACHED, IDEMPOTENCY_KEY_REUSED. [002]
func (s *Service) CreditAllocate(ctx context.Context, in Allocation) (*db.CreditEntry, error) {
	var errs fault.Refusals
	m := &movement{kind: creditentry.TypeTOP_UP, op: "creditAllocate", named: in.OrganizationID}
	m.words(&errs, in.Reference, nil, in.IdempotencyKey)
	amount(&errs, "input.amount", in.Amount)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return s.one(ctx, m, func(ctx context.Context, tx *database.Tx, r reseller) error {
		if err := s.mayAdjust(ctx, tx, in.OrganizationID); err != nil {
			return err
		}
		if in.OrganizationID == r.root {
			return fault.Refuse(fault.WrongState, "input.organizationId", "The pool is filled by creditTopUp.")
		}
		m.sides = between(r.root, in.OrganizationID, in.Amount)
		return nil
	})
}

// Adjustment corrects a balance.
type Adjustment struct {
	OrganizationID uuid.UUID
	Amount         int64 // below zero takes away
	Reason         string
	Reference      *string
	IdempotencyKey *string
}

// CreditAdjust corrects the balance of a customer against the pool, or that of
// the pool against the outside world, and answers the entry of what was named.
// Refusals: those of CreditAllocate, and REQUIRED.
func (s *Service) CreditAdjust(ctx context.Context, in Adjustment) (*db.CreditEntry, error) {
	var errs fault.Refusals
	m := &movement{kind: creditentry.TypeADJUSTMENT, op: "creditAdjust", named: in.OrganizationID}
	m.words(&errs, in.Reference, &in.Reason, in.IdempotencyKey)
	amount(&errs, "input.amount", max(in.Amount, -in.Amount))
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return s.one(ctx, m, func(ctx context.Context, tx *database.Tx, r reseller) error {
		if err := s.mayAdjust(ctx, tx, in.OrganizationID); err != nil {
			return err
		}
		if in.OrganizationID != r.root {
			m.sides = between(r.root, in.OrganizationID, in.Amount)
			return nil
		}
		if !s.Authorizer.Has(authz.FromContext(ctx), []uuid.UUID{r.root}, authz.BillingManage) {
			return rule.Forbid(authz.BillingManage)
		}
		m.sides = outside(r.root, creditentry.LedgerISSUED, in.Amount)
		return nil
	})
}

// GrantInitialCredits gives a new customer its first credits from the pool, in
// the transaction that creates it; zero gives none. The refusals name the
// argument input.initialCredits: INVALID, INSUFFICIENT_CREDITS. [002]
func (s *Service) GrantInitialCredits(ctx context.Context, tx *database.Tx, org *db.Organization, credits int64) error {
	if credits == 0 {
		return nil
	}
	var errs fault.Refusals
	if amount(&errs, "input.initialCredits", credits); errs != nil {
		return errs
	}
	r, err := resellerOf(ctx, tx)
	if err != nil {
		return err
	}
	m := &movement{
		kind: creditentry.TypeINITIAL_GRANT, op: "organizationCreate", named: org.ID,
		sides: between(r.root, org.ID, credits), at: "input.initialCredits",
	}
	if err := s.book(ctx, tx, r, []*movement{m}); err != nil {
		return err
	}
	return m.errs.Err()
}

// mayAdjust decides about a change to the balance of an organization. Who may
// not see it is told that there is none.
func (s *Service) mayAdjust(ctx context.Context, tx *database.Tx, id uuid.UUID) error {
	o, err := read(ctx, tx, id, "input.organizationId")
	if err != nil {
		return err
	}
	return s.credits(authz.FromContext(ctx), o, "input.organizationId", authz.OrganizationCreditAdjust)
}

// credits decides whether the viewer may do something to the credits of an
// organization, by any of the permissions.
func (s *Service) credits(v *authz.Viewer, o *db.Organization, path string, need ...authz.Permission) error {
	switch {
	case o.Status == organization.StatusDELETED || !s.Authorizer.OrganizationVisible(v, target(o)):
		return missing(path)
	case !s.Authorizer.Has(v, []uuid.UUID{o.ID, o.AccountID, v.RootID}, need...):
		return rule.Forbid(need...)
	case o.Kind == organization.KindSUB_ACCOUNT:
		return fault.Refuse(fault.WrongState, path, "A sub-account uses the credits of its account.")
	}
	return nil
}

// one books a single movement in a transaction of its own. decide says whether
// the viewer may, and completes the movement.
func (s *Service) one(ctx context.Context, m *movement, decide func(context.Context, *database.Tx, reseller) error) (*db.CreditEntry, error) {
	blank := *m
	var entry *db.CreditEntry
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		*m = blank // another attempt begins anew
		r, err := resellerOf(ctx, tx)
		if err != nil {
			return err
		}
		if err := decide(ctx, tx, r); err != nil {
			return err
		}
		if err := s.book(ctx, tx, r, []*movement{m}); err != nil {
			return err
		}
		if err := m.errs.Err(); err != nil {
			return err
		}
		entry, err = tx.Client.CreditEntry.Query().Where(creditentry.ID(m.entry)).Only(ctx)
		if err != nil {
			return fmt.Errorf("read credit entry %s: %w", m.entry, err)
		}
		return nil
	})
	s.observe(m, err)
	return entry, err
}

// observe counts what became of a movement.
func (s *Service) observe(m *movement, err error) {
	if s.Observe == nil {
		return
	}
	outcome := "booked"
	var refused fault.Refusals
	switch {
	case m.replayed:
		outcome = "replayed"
	case asRefusals(err, &refused):
		outcome = string(refused[0].Code)
	case err != nil:
		outcome = string(fault.KindOf(err))
	}
	var credits int64
	if err == nil && !m.replayed && len(m.sides) > 0 {
		credits = max(m.sides[0].amount, -m.sides[0].amount)
	}
	s.Observe(string(m.kind), outcome, credits)
}

// words checks the texts of a movement; a reason that is given must say
// something.
func (m *movement) words(errs *fault.Refusals, reference, reason, key *string) {
	m.reference = text(rule.Maybe(errs, "input.reference", reference, MaxReference))
	if reason != nil {
		said := rule.Clean(errs, "input.reason", *reason, rule.MaxReason)
		if m.reason = &said; said == "" && !errs.At("input.reason") {
			errs.Add(fault.Required, "input.reason", "A reason is required.")
		}
	}
	m.key = rule.Maybe(errs, "input.idempotencyKey", key, rule.MaxKey)
}

func amount(errs *fault.Refusals, path string, n int64) {
	if n < 1 || n > MaxAmount {
		errs.Add(fault.Invalid, path, "Credits are from 1 to %d.", int64(MaxAmount))
	}
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return strings.TrimSpace(*s)
}

// between moves credits from one organization to another; a negative amount
// moves them back.
func between(from, to uuid.UUID, n int64) []side {
	return []side{
		{organization: to, ledger: creditentry.LedgerORGANIZATION, amount: n, across: &from},
		{organization: from, ledger: creditentry.LedgerORGANIZATION, amount: -n, across: &to},
	}
}

// outside moves credits between an organization and the outside world.
func outside(id uuid.UUID, ledger creditentry.Ledger, n int64) []side {
	return []side{
		{organization: id, ledger: creditentry.LedgerORGANIZATION, amount: n},
		{organization: id, ledger: ledger, amount: -n},
	}
}

// Sides of a movement, for whoever must find all organizations of many.
func organizations(moves []*movement) []uuid.UUID {
	var ids []uuid.UUID
	for _, m := range moves {
		for _, at := range m.sides {
			if at.ledger == creditentry.LedgerORGANIZATION && !slices.Contains(ids, at.organization) {
				ids = append(ids, at.organization)
			}
		}
	}
	return ids
}

// movement is one business event of the ledger.
type movement struct {
	kind      creditentry.Type
	op        string    // what was asked for
	at        string    // argument with the amount; empty: input.amount
	named     uuid.UUID // organization the caller named: carries the key
	sides     []side    // add up to zero; the named organization's first
	usedBy    *uuid.UUID
	reference string
	reason    *string
	reverses  *uuid.UUID
	key       *string
	occurred  time.Time // zero: when it is booked
	saidWhen  bool      // the caller gave it
	position  string    // place in a batch, such as input.items.2; empty: input

	hash     []byte
	errs     fault.Refusals
	entry    uuid.UUID // of the named organization, once booked or found
	replayed bool
}

// side is one entry of a movement.
type side struct {
	organization uuid.UUID
	ledger       creditentry.Ledger
	amount       int64
	across       *uuid.UUID // organization on the other side
	balance      int64      // right after; of LedgerORGANIZATION
}

// path is where an argument of the movement stands.
func (m *movement) path(field string) string {
	if m.position != "" {
		return m.position + "." + field
	}
	if field == "amount" && m.at != "" {
		return m.at
	}
	return "input." + field
}
