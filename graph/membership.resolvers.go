package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"

	"github.com/google/uuid"
)

func (r *membershipResolver) Organization(ctx context.Context, obj *db.Membership) (*db.Organization, error) {
	target := always(func(m *db.Membership) uuid.UUID { return m.OrganizationID })
	return toOne(ctx, obj, obj.Siblings, "organization", target, organizations.selected(ctx), r.organizationsNamed)
}

func (r *membershipResolver) Modules(ctx context.Context, obj *db.Membership) ([]string, error) {
	return r.modulesOf(ctx, obj)
}

func (r *membershipResolver) SubAccounts(ctx context.Context, obj *db.Membership) ([]*db.Organization, error) {
	return r.subAccountsOf(ctx, obj)
}

func (r *membershipResolver) ViewerActions(ctx context.Context, obj *db.Membership) ([]authz.MembershipAction, error) {
	return r.membershipActions(ctx, obj)
}

func (r *mutationResolver) MemberUpdate(ctx context.Context, id string, input model.MemberUpdateInput) (*model.MembershipPayload, error) {
	return membershipPayload(r.Directory.MemberUpdate(ctx, keyOf(membershipPrefix, id), membershipPatch(input)))
}

func (r *mutationResolver) MemberDeactivate(ctx context.Context, id string, input model.MemberEndInput) (*model.MembershipPayload, error) {
	return membershipPayload(r.Directory.MemberDeactivate(ctx, keyOf(membershipPrefix, id), membershipEnd(input)))
}

func (r *mutationResolver) MemberReactivate(ctx context.Context, id string, input model.MemberReactivateInput) (*model.MembershipPayload, error) {
	return membershipPayload(r.Directory.MemberReactivate(ctx, keyOf(membershipPrefix, id), input.ExpectedVersion.Value()))
}

func (r *mutationResolver) MemberRemove(ctx context.Context, id string, input model.MemberEndInput) (*model.MemberRemovePayload, error) {
	key := keyOf(membershipPrefix, id)
	u, err := r.Directory.MemberRemove(ctx, key, membershipEnd(input))
	return memberRemovePayload(key, u, err)
}

func (r *Resolver) Membership() generated.MembershipResolver { return &membershipResolver{r} }

type membershipResolver struct{ *Resolver }
