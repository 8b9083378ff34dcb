package directory

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/predicate"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/live"
)

// sweepPage is how many rows a sweep looks at before it works on them.
const sweepPage = 500

// eachReseller does what the clock asks for with every tenant in turn. One
// that fails does not keep the others waiting; the sum of what was done is
// answered beside the errors.
func (s *Service) eachReseller(ctx context.Context, do func(ctx context.Context) (int, error)) (int, error) {
	ids, err := s.DB.Resellers(ctx)
	if err != nil {
		return 0, err
	}
	var errs []error
	sum := 0
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return sum, errors.Join(append(errs, err)...)
		}
		n, err := do(database.WithReseller(ctx, id))
		if sum += n; err != nil {
			errs = append(errs, fmt.Errorf("reseller %s: %w", id, err))
		}
	}
	return sum, errors.Join(errs...)
}

// SweepSuspensions lifts the suspensions whose end has come, as nobody's deed:
// mail, log and sessions as with userReactivate. Each is lifted once, however
// many processes sweep. It answers how many were. [000]
func (s *Service) SweepSuspensions(ctx context.Context) (int, error) {
	return s.eachReseller(ctx, func(ctx context.Context) (int, error) {
		sum := 0
		for last := uuid.Nil; ; {
			due, err := s.DB.Client().User.Query().Where(suspensionOver(s.Now()), user.IDGT(last)).
				Order(db.Asc(user.FieldID)).Limit(sweepPage).Select(user.FieldAccountID).All(ctx)
			if err != nil {
				return sum, fmt.Errorf("look for suspensions that end: %w", err)
			}
			for _, u := range due {
				lifted, err := s.liftIfOver(ctx, u)
				if err != nil {
					return sum, err
				}
				if last = u.ID; lifted {
					sum++
				}
			}
			if len(due) < sweepPage {
				return sum, nil
			}
		}
	})
}

// suspensionOver holds for users who are suspended until a moment that is not
// ahead any more.
func suspensionOver(now time.Time) predicate.User {
	return user.And(user.StatusEQ(user.StatusSUSPENDED), user.SuspendedUntilLTE(now))
}

// liftIfOver lifts one suspension unless somebody was faster: lifted it, or
// suspended the user anew.
func (s *Service) liftIfOver(ctx context.Context, u *db.User) (lifted bool, err error) {
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		lifted = false
		if _, err := lockOrganization(ctx, tx, u.AccountID); err != nil { // as whoever changes a user's state does
			return err
		}
		locked, err := tx.Client.User.Query().Where(user.ID(u.ID), suspensionOver(s.Now())).ForUpdate().Only(ctx)
		if db.IsNotFound(err) {
			return nil
		} else if err != nil {
			return fmt.Errorf("lock user %s: %w", u.ID, err)
		}
		lifted = true
		return s.lift(ctx, tx, locked)
	})
	return lifted && err == nil, err
}

// SweepInvitations tells those who look at lists of the invitations that have
// expired within the last while. Nothing is written: EXPIRED is what a pending
// invitation past its end is read as.
func (s *Service) SweepInvitations(ctx context.Context, within time.Duration) (int, error) {
	return s.eachReseller(ctx, func(ctx context.Context) (int, error) {
		now := s.Now()
		gone, err := s.DB.Client().Invitation.Query().Where(invitation.StatusEQ(invitation.StatusPENDING),
			invitation.ExpiresAtLTE(now), invitation.ExpiresAtGT(now.Add(-within))).
			Select(invitation.FieldAccountID, invitation.FieldOrganizationID, invitation.FieldUserID).All(ctx)
		if err != nil || len(gone) == 0 {
			return 0, ignoreNone("look for expired invitations", err)
		}
		var events []live.Event
		for _, i := range gone {
			e := live.Event{Account: i.AccountID, Organization: i.OrganizationID, Type: live.Invitation, ID: i.ID, Change: live.Updated}
			events = append(events, e)
			e.Type, e.ID = live.User, i.UserID // whose row shows the invitation
			events = append(events, e)
		}
		return len(gone), s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error { return live.Publish(ctx, tx, events...) })
	})
}

func ignoreNone(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", what, err)
}
