package authz

import (
	"slices"

	"github.com/google/uuid"
)

// Reach says at which rows a list may look, for permissions of which any one
// suffices. A row belongs to an organization and to that organization's
// account; the most specific statement about the row decides:
//
//  1. organization in Except: no; organization in Organizations or Exact: yes
//  2. account in Except: no; account in Organizations: yes
//  3. account is the viewer's and Account: yes
//  4. Root: yes, else no
//
// Covers is that order in Go and the reference for its SQL. As long as Except
// is empty, which is the rule, it comes to:
//
//	Root OR Account AND account_id = viewer OR organization_id IN … OR account_id IN …
//
// Exact arises only in OrganizationReach.
type Reach struct {
	Root          bool        // held at the reseller's root: every organization
	Account       bool        // held at the viewer's account: it and its sub-accounts
	Organizations []uuid.UUID // further domains where held, with what lies below them
	Exact         []uuid.UUID // organizations alone, without what lies below them
	Except        []uuid.UUID // domains where a deny takes away what was held above
}

// None reports that no row is within reach.
func (r Reach) None() bool {
	return !r.Root && !r.Account && len(r.Organizations) == 0 && len(r.Exact) == 0
}

// Everything reports that every row of the reseller is within reach.
func (r Reach) Everything() bool { return r.Root && len(r.Except) == 0 }

// Covers reports whether rows of an organization, in its account, are within
// the viewer's reach.
func (r Reach) Covers(v *Viewer, organization, account uuid.UUID) bool {
	for i, id := range [2]uuid.UUID{organization, account} {
		if slices.Contains(r.Except, id) {
			return false
		}
		if i == 0 && slices.Contains(r.Exact, id) {
			return true
		}
		if slices.Contains(r.Organizations, id) {
			return true
		}
		if r.Account && v != nil && id == v.AccountID {
			return true
		}
	}
	return r.Root
}

// Reach tells where the viewer holds at least one of perms.
func (a *Authorizer) Reach(v *Viewer, perms ...Permission) Reach {
	return a.reach(v, func(held Set) bool { return held.HasAny(perms...) })
}

// reach tells where what the viewer holds is enough.
func (a *Authorizer) reach(v *Viewer, enough func(held Set) bool) Reach {
	var r Reach
	if v == nil {
		return r
	}
	p := a.Policy()
	held := func(chain ...uuid.UUID) bool { return enough(a.at(p, v, chain)) }
	r.Root = held(v.RootID)
	r.Account = r.Root
	if v.AccountID != v.RootID {
		if r.Account = held(v.AccountID, v.RootID); r.Root && !r.Account {
			r.Except = append(r.Except, v.AccountID)
		}
	}
	for _, at := range v.Assignments {
		account := v.account(at)
		switch {
		case at.Domain == uuid.Nil, at.Domain == v.RootID, at.Domain == v.AccountID,
			slices.Contains(r.Organizations, at.Domain), slices.Contains(r.Except, at.Domain):
		case held(at.Domain, account, v.RootID):
			r.Organizations = append(r.Organizations, at.Domain)
		case held(account, v.RootID):
			r.Except = append(r.Except, at.Domain)
		}
	}
	return r
}
