package authz

import (
	"io"

	"github.com/google/uuid"
)

// PlanAction is something a viewer may do to a plan.
type PlanAction string

// The actions on a plan, as the GraphQL enum writes them.
const (
	PlanActionUpdate  PlanAction = "UPDATE"
	PlanActionArchive PlanAction = "ARCHIVE"
)

// AllPlanActions lists the actions in the order in which they are shown.
func AllPlanActions() []PlanAction { return []PlanAction{PlanActionUpdate, PlanActionArchive} }

// MarshalGQL writes the enum value; gqlgen calls it.
func (p PlanAction) MarshalGQL(w io.Writer) { writeEnum(w, string(p)) }

// UnmarshalGQL reads the enum value; gqlgen calls it.
func (p *PlanAction) UnmarshalGQL(v any) (err error) {
	*p, err = readEnum(v, AllPlanActions())
	return err
}

// PlanTarget is what a decision needs to know about a plan, which belongs to
// the reseller's root organization.
type PlanTarget struct {
	ID       uuid.UUID
	Archived bool
}

// Plan decides whether the viewer may take an action on a plan, in the order
// Hidden, Forbidden, WrongState.
func (a *Authorizer) Plan(v *Viewer, action PlanAction, t PlanTarget) Verdict {
	held := a.overBilling(v, BillingTarget{})
	switch {
	case v == nil || t.ID == uuid.Nil || !held.HasAny(SubscriptionRead, SubscriptionManage):
		return refuse(Hidden, "There is no such plan.")
	case !held.Has(SubscriptionManage):
		return forbid(SubscriptionManage)
	case t.Archived && action == PlanActionArchive:
		return refuse(WrongState, "The plan is archived already.")
	case t.Archived:
		return refuse(WrongState, "An archived plan cannot be changed.")
	}
	return allow()
}

// PlanActions lists what Plan would allow.
func (a *Authorizer) PlanActions(v *Viewer, t PlanTarget) []PlanAction {
	return allowed(AllPlanActions(), func(action PlanAction) Verdict { return a.Plan(v, action, t) })
}

// BillingSubscriptionAction is something a viewer may do to a subscription.
type BillingSubscriptionAction string

// The actions on a subscription, as the GraphQL enum writes them.
const (
	BillingSubscriptionActionChange BillingSubscriptionAction = "CHANGE"
	BillingSubscriptionActionCancel BillingSubscriptionAction = "CANCEL"
	BillingSubscriptionActionResume BillingSubscriptionAction = "RESUME"
)

// AllBillingSubscriptionActions lists the actions in the order in which they are shown.
func AllBillingSubscriptionActions() []BillingSubscriptionAction {
	return []BillingSubscriptionAction{BillingSubscriptionActionChange, BillingSubscriptionActionCancel, BillingSubscriptionActionResume}
}

// MarshalGQL writes the enum value; gqlgen calls it.
func (b BillingSubscriptionAction) MarshalGQL(w io.Writer) { writeEnum(w, string(b)) }

// UnmarshalGQL reads the enum value; gqlgen calls it.
func (b *BillingSubscriptionAction) UnmarshalGQL(v any) (err error) {
	*b, err = readEnum(v, AllBillingSubscriptionActions())
	return err
}

// BillingTarget is what a decision needs to know about a subscription, a
// billing account or an invoice: where it stands and how.
type BillingTarget struct {
	ID             uuid.UUID
	OrganizationID uuid.UUID
	AccountID      uuid.UUID
	Status         string // of a subscription or an invoice
	Ending         bool   // a subscription that ends with its period
	Paid           bool   // an invoice of which something is paid
}

// BillingSubscription decides whether the viewer may take an action on a
// subscription, in the order Hidden, Forbidden, WrongState.
func (a *Authorizer) BillingSubscription(v *Viewer, action BillingSubscriptionAction, t BillingTarget) Verdict {
	held := a.overBilling(v, t)
	switch {
	case t.ID == uuid.Nil || !held.HasAny(SubscriptionRead, SubscriptionManage, ModulePricingAccess):
		return refuse(Hidden, "There is no such subscription.")
	case !held.Has(SubscriptionManage):
		return forbid(SubscriptionManage)
	case t.Status == "CANCELED":
		return refuse(WrongState, "The subscription has ended.")
	case action == BillingSubscriptionActionResume && !t.Ending:
		return refuse(WrongState, "The subscription goes on anyway.")
	case action == BillingSubscriptionActionChange && t.Ending:
		return refuse(WrongState, "The subscription ends with its period; resume it first.")
	}
	return allow()
}

// BillingSubscriptionActions lists what BillingSubscription would allow.
func (a *Authorizer) BillingSubscriptionActions(v *Viewer, t BillingTarget) []BillingSubscriptionAction {
	return allowed(AllBillingSubscriptionActions(), func(action BillingSubscriptionAction) Verdict {
		return a.BillingSubscription(v, action, t)
	})
}

// BillingSubscriptionVisible reports whether the viewer may know of a
// subscription.
func (a *Authorizer) BillingSubscriptionVisible(v *Viewer, t BillingTarget) bool {
	return a.overBilling(v, t).HasAny(SubscriptionRead, ModulePricingAccess)
}

// BillingAccountAction is something a viewer may do to a billing account.
type BillingAccountAction string

// The actions on a billing account, as the GraphQL enum writes them.
const BillingAccountActionUpdate BillingAccountAction = "UPDATE"

// AllBillingAccountActions lists the actions in the order in which they are shown.
func AllBillingAccountActions() []BillingAccountAction {
	return []BillingAccountAction{BillingAccountActionUpdate}
}

// MarshalGQL writes the enum value; gqlgen calls it.
func (b BillingAccountAction) MarshalGQL(w io.Writer) { writeEnum(w, string(b)) }

// UnmarshalGQL reads the enum value; gqlgen calls it.
func (b *BillingAccountAction) UnmarshalGQL(v any) (err error) {
	*b, err = readEnum(v, AllBillingAccountActions())
	return err
}

// BillingAccount decides whether the viewer may take an action on a billing
// account, in the order Hidden, Forbidden.
func (a *Authorizer) BillingAccount(v *Viewer, _ BillingAccountAction, t BillingTarget) Verdict {
	held := a.overBilling(v, t)
	switch {
	case t.OrganizationID == uuid.Nil || !held.HasAny(BillingRead, BillingManage, ModulePaymentAccess):
		return refuse(Hidden, "There is no such billing account.")
	case !held.Has(BillingManage):
		return forbid(BillingManage)
	}
	return allow()
}

// BillingAccountActions lists what BillingAccount would allow.
func (a *Authorizer) BillingAccountActions(v *Viewer, t BillingTarget) []BillingAccountAction {
	return allowed(AllBillingAccountActions(), func(action BillingAccountAction) Verdict {
		return a.BillingAccount(v, action, t)
	})
}

// BillingVisible reports whether the viewer may know of a billing account or
// an invoice.
func (a *Authorizer) BillingVisible(v *Viewer, t BillingTarget) bool {
	return a.overBilling(v, t).HasAny(BillingRead, ModulePaymentAccess)
}

// InvoiceAction is something a viewer may do to an invoice.
type InvoiceAction string

// The actions on an invoice, as the GraphQL enum writes them.
const (
	InvoiceActionRecordPayment InvoiceAction = "RECORD_PAYMENT"
	InvoiceActionVoid          InvoiceAction = "VOID"
)

// AllInvoiceActions lists the actions in the order in which they are shown.
func AllInvoiceActions() []InvoiceAction {
	return []InvoiceAction{InvoiceActionRecordPayment, InvoiceActionVoid}
}

// MarshalGQL writes the enum value; gqlgen calls it.
func (i InvoiceAction) MarshalGQL(w io.Writer) { writeEnum(w, string(i)) }

// UnmarshalGQL reads the enum value; gqlgen calls it.
func (i *InvoiceAction) UnmarshalGQL(v any) (err error) {
	*i, err = readEnum(v, AllInvoiceActions())
	return err
}

// Invoice decides whether the viewer may take an action on an invoice, in the
// order Hidden, Forbidden, WrongState.
func (a *Authorizer) Invoice(v *Viewer, action InvoiceAction, t BillingTarget) Verdict {
	held := a.overBilling(v, t)
	switch {
	case t.ID == uuid.Nil || !held.HasAny(BillingRead, BillingManage, ModulePaymentAccess):
		return refuse(Hidden, "There is no such invoice.")
	case !held.Has(BillingManage):
		return forbid(BillingManage)
	case t.Status == "PAID":
		return refuse(WrongState, "The invoice is paid.")
	case t.Status == "VOID":
		return refuse(WrongState, "The invoice is void.")
	case action == InvoiceActionVoid && t.Paid:
		return refuse(WrongState, "A part of the invoice is paid.")
	}
	return allow()
}

// InvoiceActions lists what Invoice would allow.
func (a *Authorizer) InvoiceActions(v *Viewer, t BillingTarget) []InvoiceAction {
	return allowed(AllInvoiceActions(), func(action InvoiceAction) Verdict { return a.Invoice(v, action, t) })
}

// overBilling is what the viewer holds where the target stands; without an
// organization, at the reseller's root.
func (a *Authorizer) overBilling(v *Viewer, t BillingTarget) Set {
	switch {
	case v == nil:
		return Set{}
	case t.OrganizationID == uuid.Nil:
		return a.Permissions(v, v.RootID)
	}
	return a.Permissions(v, t.OrganizationID, t.AccountID, v.RootID)
}

// allowed keeps the actions that the policy allows.
func allowed[A any](all []A, decide func(A) Verdict) []A {
	kept := make([]A, 0, len(all))
	for _, action := range all {
		if decide(action).OK() {
			kept = append(kept, action)
		}
	}
	return kept
}
