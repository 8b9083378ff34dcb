package graph

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/graph/model"
	"tenantry/internal/directory"
)

// membershipActions are the buttons of a membership. Users and last
// administrators are asked for once for all memberships read together, and the
// latter only where they could take a button away.
func (r *Resolver) membershipActions(ctx context.Context, m *db.Membership) ([]authz.MembershipAction, error) {
	v := authz.FromContext(ctx)
	owners, err := once(ctx, m, m.Siblings, "owner", "", func(all []*db.Membership) (map[uuid.UUID]*db.User, error) {
		ids := gather(all, always(func(m *db.Membership) uuid.UUID { return m.UserID }))
		return byID(ctx, users, r.client().User.Query(), ids, users.base, nil)
	})
	if err != nil {
		return nil, err
	}
	target := func(m *db.Membership) authz.MembershipTarget {
		owner := authz.UserTarget{ID: m.UserID, Status: string(user.StatusDELETED)} // gone meanwhile
		if u := owners[m.UserID]; u != nil {
			owner = directory.Target(u)
		}
		return directory.MembershipTarget(m, owner)
	}
	ends := func(actions []authz.MembershipAction) bool {
		return slices.Contains(actions, authz.MembershipActionDeactivate) || slices.Contains(actions, authz.MembershipActionRemove)
	}
	actions := r.Authorizer.MembershipActions(v, target(m))
	if !ends(actions) {
		return actions, nil
	}
	last, err := once(ctx, m, m.Siblings, "lastAdminMember", "", func(all []*db.Membership) (map[uuid.UUID]bool, error) {
		return directory.LastAdminMembers(ctx, r.client(), gather(all, func(m *db.Membership) *uuid.UUID {
			if !ends(r.Authorizer.MembershipActions(v, target(m))) {
				return nil
			}
			return &m.ID
		})...)
	})
	if err != nil || !last[m.ID] {
		return actions, err
	}
	t := target(m)
	t.LastAdmin = true
	return r.Authorizer.MembershipActions(v, t), nil
}

func membershipPatch(in model.MemberUpdateInput) directory.MembershipPatch {
	p := directory.MembershipPatch{ExpectedVersion: in.ExpectedVersion.Value(), Access: in.Access.Value()}
	if modules := in.Modules.Value(); modules != nil { // null says nothing, as in the other lists
		p.Modules = directory.Set[[]string]{Given: true, Value: &modules}
	}
	if ids := in.SubAccountIds.Value(); ids != nil {
		keys := keysOf(organizationPrefix, ids)
		p.SubAccountIDs = directory.Set[[]uuid.UUID]{Given: true, Value: &keys}
	}
	return p
}

func membershipEnd(in model.MemberEndInput) directory.MembershipEnd {
	return directory.MembershipEnd{Reason: in.Reason.Value(), ExpectedVersion: in.ExpectedVersion.Value()}
}

func membershipPayload(m *db.Membership, err error) (*model.MembershipPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.MembershipPayload{Membership: m, Errors: errs}, nil
}

func memberRemovePayload(key uuid.UUID, u *db.User, err error) (*model.MemberRemovePayload, error) {
	errs, err := refusals(err)
	if err != nil || u == nil {
		return orNil(&model.MemberRemovePayload{Errors: errs}, err)
	}
	id := schema.GlobalID(membershipPrefix, key)
	return &model.MemberRemovePayload{DeletedID: &id, User: u, Errors: errs}, nil
}

// moduleCatalogue is the catalogue of modules for the API.
func moduleCatalogue() []*model.Module {
	all := directory.Modules()
	out := make([]*model.Module, len(all))
	for i, m := range all {
		out[i] = &model.Module{Key: m.Key, Name: m.Name, AdminOnly: m.AdminOnly}
	}
	return out
}
