package authz

import "github.com/google/uuid"

// OwnedTarget is what a decision needs to know about a row that belongs to an
// organization.
type OwnedTarget struct {
	ID             uuid.UUID
	OrganizationID uuid.UUID
	AccountID      uuid.UUID
	Status         string // of the row
	Closed         bool   // the organization, or the account above it, is suspended or deleted
}

// overOwned is what the viewer holds where the target stands.
func (a *Authorizer) overOwned(v *Viewer, t OwnedTarget) Set {
	if v == nil || t.ID == uuid.Nil {
		return Set{}
	}
	return a.Permissions(v, t.OrganizationID, t.AccountID, v.RootID)
}

// createIn decides whether the viewer may make something in an organization, in
// the order Hidden, Forbidden, WrongState. Who holds what it takes there, or may
// see such rows there, need not see the organization itself.
func (a *Authorizer) createIn(v *Viewer, t OrganizationTarget, need, read Permission) Verdict {
	held := a.overOrganization(v, t)
	switch {
	case v == nil || t.ID == uuid.Nil,
		!held.HasAny(need, read) && (t.Status == statusDeleted || !seesOrganization(v, held, t)):
		return refuse(Hidden, "There is no such organization.")
	case !held.Has(need):
		return forbid(need)
	case t.Status == statusDeleted:
		return refuse(WrongState, "The organization is deleted.")
	case t.Status == statusSuspended || t.AccountSuspended:
		return closed()
	}
	return allow()
}

// closed is the answer about what needs an organization that works.
func closed() Verdict { return refuse(WrongState, "The organization is not active.") }

// chainOf is the organization of a target and what lies above it.
func chainOf(v *Viewer, t OwnedTarget) []uuid.UUID {
	return []uuid.UUID{t.OrganizationID, t.AccountID, v.RootID}
}
