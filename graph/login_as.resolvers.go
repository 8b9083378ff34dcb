package graph

import (
	"context"
	"fmt"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *impersonationResolver) Organization(ctx context.Context, obj *db.Impersonation) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *impersonationResolver) Actor(ctx context.Context, obj *db.Impersonation) (*db.User, error) {
	panic(fmt.Errorf("not implemented: Actor - actor"))
}

func (r *impersonationResolver) User(ctx context.Context, obj *db.Impersonation) (*db.User, error) {
	panic(fmt.Errorf("not implemented: User - user"))
}

func (r *impersonationResolver) Status(ctx context.Context, obj *db.Impersonation) (model.ImpersonationStatus, error) {
	panic(fmt.Errorf("not implemented: Status - status"))
}

func (r *impersonationResolver) DecidedBy(ctx context.Context, obj *db.Impersonation) (*db.User, error) {
	panic(fmt.Errorf("not implemented: DecidedBy - decidedBy"))
}

func (r *impersonationResolver) EndedBy(ctx context.Context, obj *db.Impersonation) (*db.User, error) {
	panic(fmt.Errorf("not implemented: EndedBy - endedBy"))
}

func (r *impersonationResolver) ViewerActions(ctx context.Context, obj *db.Impersonation) ([]authz.ImpersonationAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *mutationResolver) LoginAs(ctx context.Context, input model.LoginAsInput) (*model.LoginAsPayload, error) {
	panic(fmt.Errorf("not implemented: LoginAs - loginAs"))
}

func (r *mutationResolver) LoginAsStart(ctx context.Context, id string, bearer bool) (*model.LoginAsPayload, error) {
	panic(fmt.Errorf("not implemented: LoginAsStart - loginAsStart"))
}

func (r *mutationResolver) LoginAsDecide(ctx context.Context, id string, approve bool) (*model.ImpersonationPayload, error) {
	panic(fmt.Errorf("not implemented: LoginAsDecide - loginAsDecide"))
}

func (r *mutationResolver) LoginAsEnd(ctx context.Context, id *string) (*model.LoginAsEndPayload, error) {
	panic(fmt.Errorf("not implemented: LoginAsEnd - loginAsEnd"))
}

func (r *mutationResolver) ImpersonationsEnd(ctx context.Context, organizationID string) (*model.ImpersonationsEndPayload, error) {
	panic(fmt.Errorf("not implemented: ImpersonationsEnd - impersonationsEnd"))
}

func (r *mutationResolver) OrganizationConsentSet(ctx context.Context, id string, consent organization.LoginAsConsent) (*model.OrganizationPayload, error) {
	panic(fmt.Errorf("not implemented: OrganizationConsentSet - organizationConsentSet"))
}

func (r *organizationResolver) LoginAsConsent(ctx context.Context, obj *db.Organization) (*organization.LoginAsConsent, error) {
	panic(fmt.Errorf("not implemented: LoginAsConsent - loginAsConsent"))
}

func (r *queryResolver) Impersonations(ctx context.Context, first *int, after *string, last *int, before *string, where *model.ImpersonationWhereInput) (*model.ImpersonationConnection, error) {
	panic(fmt.Errorf("not implemented: Impersonations - impersonations"))
}

func (r *sessionResolver) Impersonated(ctx context.Context, obj *db.Session) (bool, error) {
	panic(fmt.Errorf("not implemented: Impersonated - impersonated"))
}

func (r *viewerResolver) Impersonation(ctx context.Context, obj *model.Viewer) (*model.ViewerImpersonation, error) {
	panic(fmt.Errorf("not implemented: Impersonation - impersonation"))
}

func (r *Resolver) Impersonation() generated.ImpersonationResolver { return &impersonationResolver{r} }

type impersonationResolver struct{ *Resolver }
