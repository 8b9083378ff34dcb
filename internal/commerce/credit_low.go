package commerce

import (
	"context"
	"fmt"
	"strconv"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// CreditLowMarkSet says at which balance the administrators of an account are
// told; nil tells nobody. A balance that is that low already counts as told.
// Refusals: NOT_FOUND, WRONG_STATE, INVALID, STALE.
func (s *Service) CreditLowMarkSet(ctx context.Context, id uuid.UUID, mark *int64, expectedVersion *int) (*db.Organization, error) {
	if mark != nil && (*mark < 0 || *mark > MaxBalance) {
		return nil, fault.Refuse(fault.Invalid, "input.mark", "A mark is from 0 to %d.", int64(MaxBalance))
	}
	var updated *db.Organization
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		r, err := resellerOf(ctx, tx)
		if err != nil {
			return err
		}
		if err := r.lock(ctx, tx, id); err != nil {
			return err
		}
		o, err := read(ctx, tx, id, "id")
		if err != nil {
			return err
		}
		if err := s.credits(authz.FromContext(ctx), o, "id", authz.OrganizationCreditAdjust, authz.ModulePaymentAccess); err != nil {
			return err
		}
		if err := rule.Stale(expectedVersion, o.Version, "input.expectedVersion"); err != nil {
			return err
		}
		updated, err = s.mark(ctx, tx, o, mark)
		return err
	})
	return updated, err
}

func (s *Service) mark(ctx context.Context, tx *database.Tx, o *db.Organization, mark *int64) (*db.Organization, error) {
	changes := audit.Diff("creditLowMark", digits(o.CreditLowMark), digits(mark))
	if len(changes) == 0 {
		return o, nil
	}
	now := s.now()
	change := tx.Client.Organization.Update().Where(organization.ID(o.ID)).SetUpdatedAt(now).AddVersion(1)
	if mark != nil {
		change.SetCreditLowMark(*mark)
	} else {
		change.ClearCreditLowMark()
	}
	if mark != nil && o.CreditBalance <= *mark {
		change.SetCreditLowAt(now) // whoever sets it sees the balance
	} else {
		change.ClearCreditLowAt()
	}
	if err := change.Exec(ctx); err != nil {
		return nil, fmt.Errorf("set mark of organization %s: %w", o.ID, err)
	}
	if err := audit.Record(ctx, tx, event(o, now, "credit.low_mark_set", changes)); err != nil {
		return nil, err
	}
	return read(ctx, tx, o.ID, "id")
}

func digits(n *int64) *string {
	if n == nil {
		return nil
	}
	s := strconv.FormatInt(*n, 10)
	return &s
}
