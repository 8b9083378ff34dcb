package billing

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/billingsubscription"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// SubscriptionChange gives a subscription another plan, today or when its
// period ends. Refusals: NOT_FOUND, WRONG_STATE, STALE, INVALID, CONFLICT. [000]
func (s *Service) SubscriptionChange(ctx context.Context, id uuid.UUID, expected *int, planID uuid.UUID, now bool) (*db.BillingSubscription, error) {
	return s.change(ctx, id, authz.BillingSubscriptionActionChange, expected,
		func(ctx context.Context, tx *database.Tx, b *db.BillingSubscription) error {
			if planID == b.PlanID {
				return s.keepPlan(ctx, tx, b)
			}
			p, err := s.sold(ctx, tx, planID, "input.planId")
			if err != nil {
				return err
			}
			if p.Currency != b.Terms.Currency {
				return fault.Refuse(fault.Conflict, "input.planId", "The plan is in %s, the subscription in %s.", p.Currency, b.Terms.Currency)
			}
			if now {
				return s.changeNow(ctx, tx, b, p)
			}
			return s.save(ctx, tx, b, "subscription.updated", audit.Text("pendingPlan", "", p.Name), func(u *db.BillingSubscriptionUpdate) {
				u.SetPendingPlanID(p.ID)
			})
		})
}

// keepPlan takes back a change that waits.
func (s *Service) keepPlan(ctx context.Context, tx *database.Tx, b *db.BillingSubscription) error {
	if b.PendingPlanID == nil {
		return nil
	}
	pending, err := readPlan(ctx, tx, *b.PendingPlanID)
	if err != nil {
		return err
	}
	return s.save(ctx, tx, b, "subscription.updated", audit.Text("pendingPlan", pending.Name, ""), func(u *db.BillingSubscriptionUpdate) {
		u.ClearPendingPlanID()
	})
}

// changeNow puts the new terms in force from today on, and remembers the old
// ones with the days they were.
func (s *Service) changeNow(ctx context.Context, tx *database.Tx, b *db.BillingSubscription, p *db.Plan) error {
	if string(p.Interval) != b.Terms.Interval && b.Status != billingsubscription.StatusTRIAL {
		return fault.Refuse(fault.Invalid, "input.effective", "A plan of another interval begins with a new period.")
	}
	h, err := s.house(ctx, tx)
	if err != nil {
		return err
	}
	segments := b.Segments
	if b.Status != billingsubscription.StatusTRIAL { // which costs nothing anyway
		segments = passed(b, h.today)
	}
	if err := planOf(ctx, tx, b.OrganizationID, &p.ID); err != nil {
		return err
	}
	return s.save(ctx, tx, b, "subscription.updated", audit.Text("plan", b.Terms.Name, p.Name), func(u *db.BillingSubscriptionUpdate) {
		u.SetPlanID(p.ID).SetTerms(termsOf(p)).SetSegments(segments).ClearPendingPlanID()
	})
}

// passed are the segments of a period up to today, those of the terms that end
// now included. Terms of no day leave none. A period that is over and waits
// for its invoice is that of the old terms to its end.
func passed(b *db.BillingSubscription, today time.Time) []schema.PlanSegment {
	from := b.PeriodStart.Format(time.DateOnly)
	if n := len(b.Segments); n > 0 {
		from = b.Segments[n-1].Until
	}
	until := today
	if until.After(b.PeriodEnd) {
		until = b.PeriodEnd
	}
	if last := until.Format(time.DateOnly); last > from {
		return append(b.Segments, schema.PlanSegment{From: from, Until: last, Terms: b.Terms})
	}
	return b.Segments
}

// SubscriptionCancel ends a subscription, today or when its period ends.
// Refusals: NOT_FOUND, WRONG_STATE, STALE, TOO_LONG, INVALID. [000]
func (s *Service) SubscriptionCancel(ctx context.Context, id uuid.UUID, expected *int, reason *string, now bool) (*db.BillingSubscription, error) {
	var errs fault.Refusals
	reason = rule.Maybe(&errs, "input.reason", reason, rule.MaxReason)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return s.change(ctx, id, authz.BillingSubscriptionActionCancel, expected,
		func(ctx context.Context, tx *database.Tx, b *db.BillingSubscription) error {
			if now {
				return s.end(ctx, tx, b, reason)
			}
			if b.CancelAtPeriodEnd {
				return nil
			}
			return s.save(ctx, tx, b, "subscription.updated", audit.Text("cancelAtPeriodEnd", "", "true"), func(u *db.BillingSubscriptionUpdate) {
				u.SetCancelAtPeriodEnd(true).SetCanceledAt(s.now()).SetCancelReason(orEmpty(reason))
			})
		})
}

// end cancels a subscription today, which is its last day. The sweep makes its
// last invoice once the day is over and all its usage known.
func (s *Service) end(ctx context.Context, tx *database.Tx, b *db.BillingSubscription, reason *string) error {
	h, err := s.house(ctx, tx)
	if err != nil {
		return err
	}
	last := after(h.today, 1)
	if b.PeriodEnd.Before(last) {
		last = b.PeriodEnd
	}
	if !last.After(b.PeriodStart) { // it begins tomorrow, for today was paid for before
		last = after(b.PeriodStart, 1)
	}
	if err := planOf(ctx, tx, b.OrganizationID, nil); err != nil {
		return err
	}
	changes := audit.Text("status", string(b.Status), string(billingsubscription.StatusCANCELED))
	return s.save(ctx, tx, b, "subscription.canceled", changes, func(u *db.BillingSubscriptionUpdate) {
		u.SetStatus(billingsubscription.StatusCANCELED).SetPeriodEnd(last).SetCanceledAt(s.now()).
			SetCancelReason(orEmpty(reason)).SetCancelAtPeriodEnd(false).ClearPendingPlanID().
			SetSettled(b.Status == billingsubscription.StatusTRIAL)
	})
}

// closedReason is the reason in the row of a subscription that ended with its
// organization.
const closedReason = "The organization was closed."

// End cancels the live subscription of an organization today, if it has one:
// for an organization that is closed, which the reason says. Its row is locked by the caller, who has
// decided that it may be.
func (s *Service) End(ctx context.Context, tx *database.Tx, org *db.Organization) error {
	b, err := tx.Client.BillingSubscription.Query().Where(billingsubscription.OrganizationID(org.ID),
		billingsubscription.StatusNEQ(billingsubscription.StatusCANCELED)).ForUpdate().Only(ctx)
	switch {
	case db.IsNotFound(err):
		return nil
	case err != nil:
		return fmt.Errorf("read subscription of organization %s: %w", org.ID, err)
	}
	return s.end(ctx, tx, b, new(closedReason))
}

// SubscriptionResume takes back that a subscription ends with its period.
// Refusals: NOT_FOUND, WRONG_STATE, STALE. [000]
func (s *Service) SubscriptionResume(ctx context.Context, id uuid.UUID, expected *int) (*db.BillingSubscription, error) {
	return s.change(ctx, id, authz.BillingSubscriptionActionResume, expected,
		func(ctx context.Context, tx *database.Tx, b *db.BillingSubscription) error {
			return s.save(ctx, tx, b, "subscription.resumed", audit.Text("cancelAtPeriodEnd", "true", ""), func(u *db.BillingSubscriptionUpdate) {
				u.SetCancelAtPeriodEnd(false).ClearCanceledAt().SetCancelReason("")
			})
		})
}

// change locks a subscription, decides, and answers it as it is afterwards.
func (s *Service) change(ctx context.Context, id uuid.UUID, action authz.BillingSubscriptionAction, expected *int,
	do func(context.Context, *database.Tx, *db.BillingSubscription) error) (*db.BillingSubscription, error) {
	var changed *db.BillingSubscription
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		b, err := tx.Client.BillingSubscription.Query().Where(billingsubscription.ID(id)).ForUpdate().Only(ctx)
		if err != nil && !db.IsNotFound(err) {
			return fmt.Errorf("read subscription %s: %w", id, err)
		}
		if err := rule.Deny(s.Authorizer.BillingSubscription(authz.FromContext(ctx), action, SubscriptionTarget(b)), "id"); err != nil {
			return err
		}
		if err := rule.Stale(expected, b.Version, "input.expectedVersion"); err != nil {
			return err
		}
		if err := do(ctx, tx, b); err != nil {
			return err
		}
		changed, err = readSubscription(ctx, tx, id)
		return err
	})
	return changed, err
}

// save writes a change of a subscription and its line in the log.
func (s *Service) save(ctx context.Context, tx *database.Tx, b *db.BillingSubscription, action string, changes []audit.Change,
	set func(*db.BillingSubscriptionUpdate)) error {
	now := s.now()
	update := tx.Client.BillingSubscription.Update().Where(billingsubscription.ID(b.ID)).SetUpdatedAt(now).AddVersion(1)
	set(update)
	if err := update.Exec(ctx); err != nil {
		return fmt.Errorf("update subscription %s: %w", b.ID, err)
	}
	return audit.Record(ctx, tx, subscriptionEvent(b, now, action, changes))
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
