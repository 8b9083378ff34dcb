package graph

import (
	"context"
	"fmt"
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
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *mutationResolver) MemberUpdate(ctx context.Context, id string, input model.MemberUpdateInput) (*model.MembershipPayload, error) {
	panic(fmt.Errorf("not implemented: MemberUpdate - memberUpdate"))
}

func (r *mutationResolver) MemberDeactivate(ctx context.Context, id string, input model.MemberEndInput) (*model.MembershipPayload, error) {
	panic(fmt.Errorf("not implemented: MemberDeactivate - memberDeactivate"))
}

func (r *mutationResolver) MemberReactivate(ctx context.Context, id string, input model.MemberReactivateInput) (*model.MembershipPayload, error) {
	panic(fmt.Errorf("not implemented: MemberReactivate - memberReactivate"))
}

func (r *mutationResolver) MemberRemove(ctx context.Context, id string, input model.MemberEndInput) (*model.MemberRemovePayload, error) {
	panic(fmt.Errorf("not implemented: MemberRemove - memberRemove"))
}

func (r *Resolver) Membership() generated.MembershipResolver { return &membershipResolver{r} }

type membershipResolver struct{ *Resolver }
