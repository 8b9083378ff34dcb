// Package authz answers one question: may this viewer do this, here?
//
// The policy is data (model.conf, policy.csv) and Casbin is its only judge.
// Because one Casbin answer costs tens of microseconds, a table from role set
// to permission bits is filled with Casbin's answers and every decision of a
// request is read from it. Decisions about a target (a user, an invitation, an
// organization) are functions of Authorizer; the buttons a client shows, the
// directive and the mutation's own check all call the same one.
//
// The package knows no storage and no transport. It imports nothing of ours.
package authz

import (
	"slices"
	"sync/atomic"

	"github.com/google/uuid"
)

// Authorizer decides for requests. The policy can be replaced while requests
// run; each decision reads one version of it.
type Authorizer struct {
	policy atomic.Pointer[Policy]
}

// New makes an Authorizer that decides by p.
func New(p *Policy) *Authorizer {
	a := new(Authorizer)
	a.policy.Store(p)
	return a
}

// Policy is the version in force.
func (a *Authorizer) Policy() *Policy { return a.policy.Load() }

// Swap puts another version in force, after a custom role has changed.
func (a *Authorizer) Swap(p *Policy) { a.policy.Store(p) }

// Learn puts a version in force in which one custom role is as given; without
// permissions it is gone.
func (a *Authorizer) Learn(c CustomRole) error {
	for {
		old := a.policy.Load()
		next, err := old.With(c)
		if err != nil {
			return err
		}
		if a.policy.CompareAndSwap(old, next) {
			return nil
		}
	}
}

// Renew puts the same rules in force as another version: whoever keeps what he
// read about roles beside a version reads it again.
func (a *Authorizer) Renew() {
	for {
		old := a.policy.Load()
		if a.policy.CompareAndSwap(old, old.again()) {
			return
		}
	}
}

// Permissions is what the viewer may do at a target. The chain names the
// organization of the target and its ancestors: {organization, account, root};
// doubles do no harm. It must come from the target's row, never from a client,
// and the row must have been read under the viewer's own reseller.
//
// A role at the root counts for staff only: no customer's user reaches another
// customer, or the reseller, by an assignment gone astray. Nor does a custom
// role give him what TenantPermissions leaves out, whatever is in it.
func (a *Authorizer) Permissions(v *Viewer, chain ...uuid.UUID) Set {
	if v == nil {
		return Set{}
	}
	return a.at(a.Policy(), v, chain)
}

func (a *Authorizer) at(p *Policy, v *Viewer, chain []uuid.UUID) Set {
	var stack [16]uint32
	roles := rolesAt(p, v, chain, stack[:0])
	held := p.allowed(roles)
	if v.subAccountGranted(chain) {
		held = held.With(SubAccountRead, SubAccountAccess)
	}
	if v.Staff() || held.SubsetOf(p.tenant) {
		return held
	}
	// What is the reseller's reaches nobody else through a role somebody made:
	// custom roles only allow, so what the built-in ones allow by themselves is
	// allowed beside them too.
	builtIn := slices.DeleteFunc(roles, func(i uint32) bool { return p.roles[i].Family == FamilyCustom })
	return held.Minus(held.Minus(p.tenant).Minus(p.allowed(builtIn)))
}

// rolesAt adds the roles the viewer holds at the chain to an empty list.
func rolesAt(p *Policy, v *Viewer, chain []uuid.UUID, roles []uint32) []uint32 {
	for i := range v.Assignments {
		held := &v.Assignments[i]
		if held.Domain == uuid.Nil || held.Domain == v.RootID && !v.Staff() || !slices.Contains(chain, held.Domain) {
			continue
		}
		if role, ok := p.index[held.Role]; ok {
			roles = insert(roles, role)
		}
	}
	return roles
}

// Has reports whether the viewer may do any of perms at the chain.
func (a *Authorizer) Has(v *Viewer, chain []uuid.UUID, perms ...Permission) bool {
	return a.Permissions(v, chain...).HasAny(perms...)
}

// Anywhere is what the viewer may do in at least one organization: the question
// of a menu and of a directive that has no target yet. Each domain the viewer
// holds a role at is judged with the roles above it, so a deny at the root is
// felt everywhere. It never replaces the decision about the target.
func (a *Authorizer) Anywhere(v *Viewer) Set {
	if v == nil {
		return Set{}
	}
	p := a.Policy()
	var all Set
	for i := range v.Assignments {
		held := &v.Assignments[i]
		if i > 0 && v.Assignments[i-1].Domain == held.Domain && v.Assignments[i-1].Account == held.Account {
			continue // the same domain, just judged
		}
		chain := [3]uuid.UUID{held.Domain, v.account(*held), v.RootID}
		all = all.Union(a.at(p, v, chain[:]))
	}
	return all
}
