package commerce

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/creditentry"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// Reversal undoes a movement.
type Reversal struct {
	EntryID        uuid.UUID // of any organization's side
	Reason         string
	IdempotencyKey *string
}

// CreditReverse undoes a movement as a whole by one the other way, and answers
// the entry of the same organization. Refusals: NOT_FOUND, WRONG_STATE (undone
// already, or itself an undoing), REQUIRED, TOO_LONG, INSUFFICIENT_CREDITS,
// IDEMPOTENCY_KEY_REUSED.
func (s *Service) CreditReverse(ctx context.Context, in Reversal) (*db.CreditEntry, error) {
	var errs fault.Refusals
	m := &movement{kind: creditentry.TypeREVERSAL, op: "creditReverse", at: "id"}
	m.words(&errs, nil, &in.Reason, in.IdempotencyKey)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return s.one(ctx, m, func(ctx context.Context, tx *database.Tx, _ reseller) error {
		e, err := entryAt(ctx, tx, in.EntryID)
		if err != nil {
			return err
		}
		if err := s.reversible(authz.FromContext(ctx), e); err != nil {
			return err
		}
		sides, err := sidesOf(ctx, tx, e)
		if err != nil {
			return err
		}
		m.named, m.sides, m.reverses, m.usedBy, m.reference = e.OrganizationID, sides, &e.TransactionID, e.UsedByID, e.Reference
		return nil
	})
}

// Reversible reports whether CreditReverse would take an entry, unless it was
// undone already.
func (s *Service) Reversible(v *authz.Viewer, e *db.CreditEntry) bool {
	return s.reversible(v, e) == nil
}

func (s *Service) reversible(v *authz.Viewer, e *db.CreditEntry) error {
	if !s.EntryVisible(v, e) {
		return noEntry()
	}
	chain := []uuid.UUID{e.OrganizationID, e.AccountID, v.RootID}
	if !s.Authorizer.Has(v, chain, authz.OrganizationCreditAdjust) {
		return rule.Forbid(authz.OrganizationCreditAdjust)
	}
	if e.OrganizationID == v.RootID && e.CounterpartID == nil && !s.Authorizer.Has(v, chain, authz.BillingManage) {
		return rule.Forbid(authz.BillingManage)
	}
	if e.Type == creditentry.TypeREVERSAL {
		return fault.Refuse(fault.WrongState, "id", "This undoes another movement already.")
	}
	return nil
}

// EntryVisible reports whether the viewer may read an entry: those of
// organizations whose statement he may read, never those of the outside world.
func (s *Service) EntryVisible(v *authz.Viewer, e *db.CreditEntry) bool {
	return v != nil && e.Ledger == creditentry.LedgerORGANIZATION &&
		s.Authorizer.Has(v, []uuid.UUID{e.OrganizationID, e.AccountID, v.RootID}, authz.OrganizationCreditRead, authz.ModulePaymentAccess)
}

func noEntry() error { return fault.Refuse(fault.Missing, "id", "There is no such entry.") }

// entryAt reads an entry.
func entryAt(ctx context.Context, tx *database.Tx, id uuid.UUID) (*db.CreditEntry, error) {
	e, err := tx.Client.CreditEntry.Query().Where(creditentry.ID(id)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, noEntry()
	}
	if err != nil {
		return nil, fmt.Errorf("read credit entry %s: %w", id, err)
	}
	return e, nil
}

// sidesOf are the sides of an entry's movement the other way, that of the
// entry first.
func sidesOf(ctx context.Context, tx *database.Tx, e *db.CreditEntry) ([]side, error) {
	all, err := tx.Client.CreditEntry.Query().Where(creditentry.TransactionID(e.TransactionID)).Order(creditentry.ByID()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read movement %s: %w", e.TransactionID, err)
	}
	sides := []side{{organization: e.OrganizationID, ledger: e.Ledger, amount: -e.Amount, across: e.CounterpartID}}
	for _, other := range all {
		if other.ID != e.ID {
			sides = append(sides, side{organization: other.OrganizationID, ledger: other.Ledger, amount: -other.Amount, across: other.CounterpartID})
		}
	}
	return sides, nil
}
