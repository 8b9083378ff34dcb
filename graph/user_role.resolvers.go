package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *accessRuleResolver) Organization(ctx context.Context, obj *model.AccessRule) (*db.Organization, error) {
	return r.ruleOrganization(ctx, obj)
}

func (r *mutationResolver) UserRolesSet(ctx context.Context, id string, input model.UserRolesSetInput) (*model.UserPayload, error) {
	return userPayload(r.Directory.UserRolesSet(ctx, keyOf(userPrefix, id), input.PlanToken, input.Reason.Value()))
}

func (r *queryResolver) UserRolesPreview(ctx context.Context, id string, input model.UserRolesInput) (*model.UserRolesPlan, error) {
	return r.rolesPlan(ctx, id, input)
}

func (r *queryResolver) ExplainAccess(ctx context.Context, userID string, permission authz.Permission, on string) (*model.AccessExplanation, error) {
	return r.explainAccess(ctx, userID, permission, on)
}

func (r *roleGrantResolver) Role(ctx context.Context, obj *db.RoleAssignment) (*db.Role, error) {
	return r.grantRole(ctx, obj)
}

func (r *roleGrantResolver) Organization(ctx context.Context, obj *db.RoleAssignment) (*db.Organization, error) {
	return r.grantOrganization(ctx, obj)
}

func (r *roleGrantResolver) Active(ctx context.Context, obj *db.RoleAssignment) (bool, error) {
	return inForce(obj, r.Now()), nil
}

func (r *roleGrantResolver) GrantedBy(ctx context.Context, obj *db.RoleAssignment) (*db.User, error) {
	return r.grantedBy(ctx, obj)
}

func (r *Resolver) AccessRule() generated.AccessRuleResolver { return &accessRuleResolver{r} }

func (r *Resolver) RoleGrant() generated.RoleGrantResolver { return &roleGrantResolver{r} }

type (
	accessRuleResolver struct{ *Resolver }
	roleGrantResolver  struct{ *Resolver }
)
