package billing

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/billingsubscription"
	"tenantry/ent/db/organization"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
)

// step is what becomes of a subscription whose period is over. Most of a batch
// take the same one, so a step is one statement for all that take it.
type step struct {
	settled  bool      // canceled before, and now invoiced
	canceled bool      // ends here
	plan     uuid.UUID // of the next period
	changed  bool      // the plan is another
	started  bool      // the trial is over
	anchor   time.Time // new one; zero: as before
	from     time.Time
	until    time.Time
}

// advance begins the next periods of subscriptions, with the prices their
// plans have now, or ends them.
func (i *issue) advance(ctx context.Context, done []*db.BillingSubscription) error {
	steps := map[step][]*db.BillingSubscription{}
	for _, b := range done {
		s := i.next(b)
		steps[s] = append(steps[s], b)
	}
	for s, all := range steps {
		if err := i.take(ctx, s, all); err != nil {
			return err
		}
	}
	return nil
}

// next is the step a subscription takes.
func (i *issue) next(b *db.BillingSubscription) step {
	org := i.organizations[b.OrganizationID]
	switch {
	case b.Status == billingsubscription.StatusCANCELED:
		return step{settled: true}
	case b.CancelAtPeriodEnd || org == nil || org.Status == organization.StatusDELETED:
		return step{canceled: true}
	}
	s := step{plan: b.PlanID, started: b.Status == billingsubscription.StatusTRIAL, from: b.PeriodEnd}
	if b.PendingPlanID != nil {
		s.plan, s.changed = *b.PendingPlanID, true
	}
	anchor, interval := b.Anchor, string(i.plans[s.plan].Interval)
	if interval != b.Terms.Interval {
		anchor, s.anchor = b.PeriodEnd, b.PeriodEnd
	}
	s.until = PeriodEnd(anchor, b.PeriodEnd, interval)
	return s
}

// take writes a step of subscriptions.
func (i *issue) take(ctx context.Context, s step, all []*db.BillingSubscription) error {
	ids, organizations := make([]uuid.UUID, len(all)), make([]uuid.UUID, len(all))
	for n, b := range all {
		ids[n], organizations[n] = b.ID, b.OrganizationID
	}
	update := i.tx.Client.BillingSubscription.Update().Where(anyOf(billingsubscription.FieldID, ids)).SetUpdatedAt(i.now).AddVersion(1)
	var event string
	var changes func(*db.BillingSubscription) []audit.Change
	switch {
	case s.settled:
		update.SetSettled(true)
	case s.canceled:
		update.SetStatus(billingsubscription.StatusCANCELED).SetSettled(true).SetCancelAtPeriodEnd(false).ClearPendingPlanID()
		event, changes = "subscription.canceled", func(b *db.BillingSubscription) []audit.Change {
			return audit.Text("status", string(b.Status), string(billingsubscription.StatusCANCELED))
		}
	default:
		terms := termsOf(i.plans[s.plan])
		update.SetPlanID(s.plan).SetTerms(terms).SetSegments([]schema.PlanSegment{}).ClearPendingPlanID().
			SetPeriodStart(s.from).SetPeriodEnd(s.until)
		if !s.anchor.IsZero() {
			update.SetAnchor(s.anchor)
		}
		if s.started {
			update.SetStatus(billingsubscription.StatusACTIVE)
		}
		if s.started || s.changed {
			event, changes = "subscription.updated", func(b *db.BillingSubscription) []audit.Change {
				found := audit.Text("plan", b.Terms.Name, terms.Name)
				if s.started {
					found = append(found, audit.Text("status", string(b.Status), string(billingsubscription.StatusACTIVE))...)
				}
				return found
			}
		}
	}
	if err := update.Exec(ctx); err != nil {
		return fmt.Errorf("begin the next periods of %d subscriptions: %w", len(ids), err)
	}
	if event != "" {
		for _, b := range all {
			i.events = append(i.events, subscriptionEvent(b, i.now, event, changes(b)))
		}
	}
	if !s.canceled && !s.changed {
		return nil
	}
	mirror := i.tx.Client.Organization.Update().Where(anyOf(organization.FieldID, organizations))
	if s.canceled {
		mirror.ClearPlanID()
	} else {
		mirror.SetPlanID(s.plan)
	}
	if err := mirror.Exec(ctx); err != nil {
		return fmt.Errorf("note the plans of %d organizations: %w", len(ids), err)
	}
	return nil
}
