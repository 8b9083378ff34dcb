package commerce

import (
	"context"
	"fmt"
	"strconv"
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

// Usage is one use of credits.
type Usage struct {
	OrganizationID uuid.UUID        // a customer, or a sub-account, which uses its account's
	Type           creditentry.Type // SMS_USAGE or CALL_USAGE
	Amount         int64
	OccurredAt     *time.Time // nil: now
	Reference      *string
	IdempotencyKey string
}

// UsageResult is what became of one use: an entry, or refusals.
type UsageResult struct {
	Entry    *db.CreditEntry
	Replayed bool // the entry was there already
	Errors   fault.Refusals
}

// clockSkew is how far ahead the caller's clock may be.
const clockSkew = 5 * time.Minute

// backMonths is how long ago what is recorded may have happened, as records of
// usage.
const backMonths = 13

// CreditUsageRecord books what messages and calls used, in the order of the
// items. Each stands for itself; results are in the order of the items, their
// paths begin at input.items. Refusals of the request: REQUIRED, LIMIT_REACHED;
// of items: NOT_FOUND, FORBIDDEN, WRONG_STATE, INVALID, REQUIRED, TOO_LONG,
// FEATURE_DISABLED, INSUFFICIENT_CREDITS, IDEMPOTENCY_KEY_REUSED. [002]
func (s *Service) CreditUsageRecord(ctx context.Context, items []Usage) ([]UsageResult, error) {
	switch n := len(items); {
	case n == 0:
		return nil, fault.Refuse(fault.Required, "input.items", "There is nothing to record.")
	case n > MaxUsage:
		return nil, fault.Refuse(fault.LimitReached, "input.items", "At most %d items are taken at once.", MaxUsage)
	}
	var moves []*movement
	entries := map[uuid.UUID]*db.CreditEntry{}
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		r, err := resellerOf(ctx, tx)
		if err != nil {
			return err
		}
		if moves, err = s.uses(ctx, tx, r, items); err != nil {
			return err
		}
		var good []*movement
		for _, m := range moves {
			if len(m.errs) == 0 {
				good = append(good, m)
			}
		}
		if len(good) == 0 {
			return nil
		}
		if err := s.book(ctx, tx, r, good); err != nil {
			return err
		}
		return entriesOf(ctx, tx, good, entries)
	})
	if err != nil {
		return nil, err
	}
	results := make([]UsageResult, len(moves))
	for i, m := range moves {
		results[i] = UsageResult{Entry: entries[m.entry], Replayed: m.replayed, Errors: m.errs}
		s.observe(m, m.errs.Err())
	}
	return results, nil
}

// uses makes a movement of each item; those that cannot be have refusals.
func (s *Service) uses(ctx context.Context, tx *database.Tx, r reseller, items []Usage) ([]*movement, error) {
	known, err := organizationsOf(ctx, tx, items)
	if err != nil {
		return nil, err
	}
	viewer, latest, earliest := authz.FromContext(ctx), s.now().Add(clockSkew), s.now().AddDate(0, -backMonths, 0)
	allowed := map[uuid.UUID]error{}
	for id, o := range known {
		allowed[id] = s.mayUse(viewer, o, r)
	}
	moves := make([]*movement, len(items))
	for i, in := range items {
		m := &movement{kind: in.Type, op: "creditUsageRecord", position: "input.items." + strconv.Itoa(i)}
		moves[i] = m
		m.reference = text(rule.Maybe(&m.errs, m.path("reference"), in.Reference, MaxReference))
		m.key = rule.Maybe(&m.errs, m.path("idempotencyKey"), &in.IdempotencyKey, rule.MaxKey)
		if m.key == nil && len(m.errs) == 0 {
			m.errs.Add(fault.Required, m.path("idempotencyKey"), "A key is required, so that nothing is charged twice.")
		}
		amount(&m.errs, m.path("amount"), in.Amount)
		if needs(in.Type) == "" {
			m.errs.Add(fault.Invalid, m.path("type"), "Credits are used for SMS or calls.")
		}
		if in.OccurredAt != nil {
			m.occurred, m.saidWhen = in.OccurredAt.UTC().Truncate(time.Microsecond), true
			switch {
			case m.occurred.After(latest):
				m.errs.Add(fault.Invalid, m.path("occurredAt"), "This has not happened yet.")
			case m.occurred.Before(earliest):
				m.errs.Add(fault.Invalid, m.path("occurredAt"), "This happened more than %d months ago.", backMonths)
			}
		}
		o := known[in.OrganizationID]
		if o == nil {
			m.errs.Add(fault.Missing, m.path("organizationId"), "There is no such organization.")
			continue
		}
		if err := allowed[o.ID]; err != nil {
			m.deny(err)
			continue
		}
		m.named = o.AccountID
		if o.Kind == organization.KindSUB_ACCOUNT {
			m.usedBy = &o.ID
		}
		m.sides = outside(m.named, creditentry.LedgerUSED, -in.Amount)
	}
	return moves, nil
}

// mayUse decides about spending the credits of an organization.
func (s *Service) mayUse(v *authz.Viewer, o *db.Organization, r reseller) error {
	switch {
	case o.Status == organization.StatusDELETED || !s.Authorizer.OrganizationVisible(v, target(o)):
		return missing("")
	case !s.Authorizer.Has(v, []uuid.UUID{o.ID, o.AccountID, v.RootID}, authz.OrganizationCreditUse):
		return fault.Refuse(fault.NotAllowed, "", "You do not have the permission for this.")
	case o.ID == r.root:
		return fault.Refuse(fault.WrongState, "", "The pool is given to customers, not used.")
	}
	return nil
}

// deny keeps why an item is refused, at its place.
func (m *movement) deny(err error) {
	var why fault.Refusals
	if !asRefusals(err, &why) {
		return
	}
	for _, x := range why {
		m.errs.Add(x.Code, m.path("organizationId"), "%s", x.Message)
	}
}

// organizationsOf reads the organizations of items, as far as the viewer's
// tenant has them.
func organizationsOf(ctx context.Context, tx *database.Tx, items []Usage) (map[uuid.UUID]*db.Organization, error) {
	seen := map[uuid.UUID]*db.Organization{}
	ids := make([]uuid.UUID, 0, len(items))
	for _, in := range items {
		if _, there := seen[in.OrganizationID]; !there {
			seen[in.OrganizationID] = nil
			ids = append(ids, in.OrganizationID)
		}
	}
	found, err := tx.Client.Organization.Query().Where(organization.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read organizations of usage: %w", err)
	}
	known := make(map[uuid.UUID]*db.Organization, len(found))
	for _, o := range found {
		known[o.ID] = o
	}
	return known, nil
}

// entriesOf reads what was booked or found.
func entriesOf(ctx context.Context, tx *database.Tx, moves []*movement, into map[uuid.UUID]*db.CreditEntry) error {
	clear(into)
	var ids []uuid.UUID
	for _, m := range moves {
		if len(m.errs) == 0 {
			ids = append(ids, m.entry)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	found, err := tx.Client.CreditEntry.Query().Where(creditentry.IDIn(ids...)).All(ctx)
	if err != nil {
		return fmt.Errorf("read credit entries: %w", err)
	}
	for _, e := range found {
		into[e.ID] = e
	}
	return nil
}
