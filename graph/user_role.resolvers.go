package graph

import (
	"context"
	"fmt"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *accessRuleResolver) Organization(ctx context.Context, obj *model.AccessRule) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *mutationResolver) UserRolesSet(ctx context.Context, id string, input model.UserRolesSetInput) (*model.UserPayload, error) {
	panic(fmt.Errorf("not implemented: UserRolesSet - userRolesSet"))
}

func (r *queryResolver) UserRolesPreview(ctx context.Context, id string, input model.UserRolesInput) (*model.UserRolesPlan, error) {
	panic(fmt.Errorf("not implemented: UserRolesPreview - userRolesPreview"))
}

func (r *queryResolver) ExplainAccess(ctx context.Context, userID string, permission authz.Permission, on string) (*model.AccessExplanation, error) {
	panic(fmt.Errorf("not implemented: ExplainAccess - explainAccess"))
}

func (r *roleGrantResolver) Role(ctx context.Context, obj *db.RoleAssignment) (*db.Role, error) {
	panic(fmt.Errorf("not implemented: Role - role"))
}

func (r *roleGrantResolver) Organization(ctx context.Context, obj *db.RoleAssignment) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *roleGrantResolver) Active(ctx context.Context, obj *db.RoleAssignment) (bool, error) {
	panic(fmt.Errorf("not implemented: Active - active"))
}

func (r *roleGrantResolver) GrantedBy(ctx context.Context, obj *db.RoleAssignment) (*db.User, error) {
	panic(fmt.Errorf("not implemented: GrantedBy - grantedBy"))
}

func (r *Resolver) AccessRule() generated.AccessRuleResolver { return &accessRuleResolver{r} }

func (r *Resolver) RoleGrant() generated.RoleGrantResolver { return &roleGrantResolver{r} }

type (
	accessRuleResolver struct{ *Resolver }
	roleGrantResolver  struct{ *Resolver }
)
