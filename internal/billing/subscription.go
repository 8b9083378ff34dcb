package billing

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/billingaccount"
	"tenantry/ent/db/billingsubscription"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/plan"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// NewSubscription describes a subscription to start.
type NewSubscription struct {
	OrganizationID, PlanID uuid.UUID
	TrialDays              *int // nil: those of the plan
	IdempotencyKey         *string
}

// SubscriptionStart begins a subscription today. Refusals: NOT_FOUND, INVALID,
// WRONG_STATE, CONFLICT, IDEMPOTENCY_KEY_REUSED. [000]
func (s *Service) SubscriptionStart(ctx context.Context, in NewSubscription) (*db.BillingSubscription, error) {
	var errs fault.Refusals
	key := rule.Maybe(&errs, "input.idempotencyKey", in.IdempotencyKey, rule.MaxKey)
	if in.TrialDays != nil {
		between(&errs, "input.trialDays", *in.TrialDays, 0, MaxTrialDays)
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var started *db.BillingSubscription
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		org, err := lockOrganization(ctx, tx, in.OrganizationID)
		if err != nil {
			return err
		}
		if err := s.mayManage(ctx, org, "input.organizationId"); err != nil {
			return err
		}
		id, err := rule.Once(ctx, tx, s.now(), "billingSubscriptionStart", key, in, func() (uuid.UUID, error) {
			return s.start(ctx, tx, org, in.PlanID, in.TrialDays)
		})
		if err != nil {
			return err
		}
		started, err = readSubscription(ctx, tx, id)
		return err
	})
	return started, err
}

// Start begins the subscription of an organization that was made in the same
// transaction, whose row is the caller's; it decides that the viewer may. The
// path of its refusals is input.planId. Refusals: FORBIDDEN, NOT_FOUND,
// WRONG_STATE, CONFLICT.
func (s *Service) Start(ctx context.Context, tx *database.Tx, org *db.Organization, planID uuid.UUID) error {
	if err := s.mayManage(ctx, org, "input.planId"); err != nil {
		return err
	}
	_, err := s.start(ctx, tx, org, planID, nil)
	return err
}

// mayManage decides whether the viewer may give the organization a
// subscription.
func (s *Service) mayManage(ctx context.Context, org *db.Organization, path string) error {
	viewer := authz.FromContext(ctx)
	if viewer == nil {
		return fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	if org == nil || org.Status == organization.StatusDELETED {
		return fault.Refuse(fault.Missing, path, "There is no such organization.")
	}
	held := s.Authorizer.Permissions(viewer, org.ID, org.AccountID, viewer.RootID)
	switch {
	case held.Has(authz.SubscriptionManage):
		return customer(org, path)
	case held.HasAny(authz.SubscriptionRead, authz.OrganizationRead, authz.ModulePricingAccess):
		return rule.Forbid(authz.SubscriptionManage)
	}
	return fault.Refuse(fault.Missing, path, "There is no such organization.")
}

// start writes the subscription; the organization's row is locked.
func (s *Service) start(ctx context.Context, tx *database.Tx, org *db.Organization, planID uuid.UUID, trialDays *int) (uuid.UUID, error) {
	id, now := schema.NewID(), s.now()
	h, err := s.house(ctx, tx)
	if err != nil {
		return id, err
	}
	p, err := s.sold(ctx, tx, planID, "input.planId")
	if err != nil {
		return id, err
	}
	if err := s.sameCurrency(ctx, tx, org.ID, p.Currency); err != nil {
		return id, err
	}
	first := h.today
	last, err := tx.Client.BillingSubscription.Query().Where(billingsubscription.OrganizationID(org.ID)).
		Order(db.Desc(billingsubscription.FieldPeriodEnd)).First(ctx)
	switch {
	case db.IsNotFound(err):
	case err != nil:
		return id, fmt.Errorf("read subscriptions of organization %s: %w", org.ID, err)
	case last.Status != billingsubscription.StatusCANCELED:
		return id, fault.Refuse(fault.Conflict, "input.organizationId", "The organization has a subscription already.")
	case last.PeriodEnd.After(first): // today is paid for already
		first = last.PeriodEnd
	}
	trial := p.TrialDays
	if trialDays != nil {
		trial = *trialDays
	}
	insert := tx.Client.BillingSubscription.Create().SetID(id).SetAccountID(org.AccountID).SetOrganizationID(org.ID).
		SetPlanID(p.ID).SetTerms(termsOf(p)).SetPeriodStart(first).SetCreatedAt(now).SetUpdatedAt(now)
	if trial > 0 {
		end := after(first, trial)
		insert.SetStatus(billingsubscription.StatusTRIAL).SetTrialEnd(end).SetAnchor(end).SetPeriodEnd(end)
	} else {
		insert.SetStatus(billingsubscription.StatusACTIVE).SetAnchor(first).SetPeriodEnd(PeriodEnd(first, first, string(p.Interval)))
	}
	made, err := insert.Save(ctx)
	if err != nil {
		return id, fmt.Errorf("create subscription of organization %s: %w", org.ID, err)
	}
	if err := planOf(ctx, tx, org.ID, &p.ID); err != nil {
		return id, err
	}
	return id, audit.Record(ctx, tx, subscriptionEvent(made, now, "subscription.created", audit.Text("plan", "", p.Name)))
}

// sold reads a plan that can be chosen.
func (s *Service) sold(ctx context.Context, tx *database.Tx, id uuid.UUID, path string) (*db.Plan, error) {
	p, err := tx.Client.Plan.Query().Where(plan.ID(id)).ForShare().Only(ctx)
	switch {
	case db.IsNotFound(err):
		return nil, fault.Refuse(fault.Missing, path, "There is no such plan.")
	case err != nil:
		return nil, fmt.Errorf("read plan %s: %w", id, err)
	case p.ArchivedAt != nil:
		return nil, fault.Refuse(fault.WrongState, path, "The plan is sold no more.")
	}
	return p, nil
}

// sameCurrency refuses a plan in another currency than that of the
// organization's invoices.
func (s *Service) sameCurrency(ctx context.Context, tx *database.Tx, organizationID uuid.UUID, code string) error {
	account, err := tx.Client.BillingAccount.Query().Where(billingaccount.OrganizationID(organizationID)).Only(ctx)
	switch {
	case db.IsNotFound(err):
		return nil
	case err != nil:
		return fmt.Errorf("read billing account of organization %s: %w", organizationID, err)
	case account.Currency != code:
		return fault.Refuse(fault.Conflict, "input.planId", "The plan is in %s, the billing account in %s.", code, account.Currency)
	}
	return nil
}

// planOf keeps the copy of the plan beside the organization, for lists.
func planOf(ctx context.Context, tx *database.Tx, organizationID uuid.UUID, planID *uuid.UUID) error {
	update := tx.Client.Organization.Update().Where(organization.ID(organizationID))
	if planID == nil {
		update.ClearPlanID()
	} else {
		update.SetPlanID(*planID)
	}
	if err := update.Exec(ctx); err != nil {
		return fmt.Errorf("note the plan of organization %s: %w", organizationID, err)
	}
	return nil
}

// SubscriptionTarget is what the policy needs to know about a subscription; of
// none, nothing.
func SubscriptionTarget(b *db.BillingSubscription) authz.BillingTarget {
	if b == nil {
		return authz.BillingTarget{}
	}
	return authz.BillingTarget{
		ID: b.ID, OrganizationID: b.OrganizationID, AccountID: b.AccountID, Status: string(b.Status), Ending: b.CancelAtPeriodEnd,
	}
}

func readSubscription(ctx context.Context, tx *database.Tx, id uuid.UUID) (*db.BillingSubscription, error) {
	b, err := tx.Client.BillingSubscription.Query().Where(billingsubscription.ID(id)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read subscription %s: %w", id, err)
	}
	return b, nil
}

func subscriptionEvent(b *db.BillingSubscription, at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: action, OrganizationID: b.OrganizationID, AccountID: b.AccountID,
		TargetType: "BillingSubscription", TargetID: b.ID, TargetName: b.Terms.Name, Changes: changes,
	}
}
