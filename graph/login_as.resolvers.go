package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/impersonation"

	"github.com/google/uuid"
)

func (r *impersonationResolver) Organization(ctx context.Context, obj *db.Impersonation) (*db.Organization, error) {
	target := always(func(i *db.Impersonation) uuid.UUID { return i.OrganizationID })
	return toOne(ctx, obj, obj.Siblings, "organization", target, organizations.selected(ctx), r.organizationsNamed)
}

func (r *impersonationResolver) Actor(ctx context.Context, obj *db.Impersonation) (*db.User, error) {
	return r.impersonationUser(ctx, obj, "actor", always(func(i *db.Impersonation) uuid.UUID { return i.ActorID }))
}

func (r *impersonationResolver) User(ctx context.Context, obj *db.Impersonation) (*db.User, error) {
	return r.impersonationUser(ctx, obj, "user", always(func(i *db.Impersonation) uuid.UUID { return i.UserID }))
}

func (r *impersonationResolver) Status(ctx context.Context, obj *db.Impersonation) (model.ImpersonationStatus, error) {
	return model.ImpersonationStatus(impersonation.Status(obj, r.Now())), nil
}

func (r *impersonationResolver) DecidedBy(ctx context.Context, obj *db.Impersonation) (*db.User, error) {
	return r.impersonationUser(ctx, obj, "decidedBy", func(i *db.Impersonation) *uuid.UUID { return i.ConsentBy })
}

func (r *impersonationResolver) EndedBy(ctx context.Context, obj *db.Impersonation) (*db.User, error) {
	return r.impersonationUser(ctx, obj, "endedBy", func(i *db.Impersonation) *uuid.UUID { return i.EndedBy })
}

func (r *impersonationResolver) ViewerActions(ctx context.Context, obj *db.Impersonation) ([]authz.ImpersonationAction, error) {
	return r.Authorizer.ImpersonationActions(authz.FromContext(ctx), impersonation.Target(obj, r.Now())), nil
}

func (r *mutationResolver) LoginAs(ctx context.Context, input model.LoginAsInput) (*model.LoginAsPayload, error) {
	begun, err := r.Impersonations.LoginAs(ctx, newLoginAs(input))
	return loginAsPayload(ctx, input.Bearer, begun, err)
}

func (r *mutationResolver) LoginAsStart(ctx context.Context, id string, bearer bool) (*model.LoginAsPayload, error) {
	begun, err := r.Impersonations.Start(ctx, keyOf(impersonationPrefix, id))
	return loginAsPayload(ctx, bearer, begun, err)
}

func (r *mutationResolver) LoginAsDecide(ctx context.Context, id string, approve bool) (*model.ImpersonationPayload, error) {
	return impersonationPayload(r.Impersonations.Decide(ctx, keyOf(impersonationPrefix, id), approve))
}

func (r *mutationResolver) LoginAsEnd(ctx context.Context, id *string) (*model.LoginAsEndPayload, error) {
	return r.loginAsEnd(ctx, id)
}

func (r *mutationResolver) ImpersonationsEnd(ctx context.Context, organizationID string) (*model.ImpersonationsEndPayload, error) {
	ended, err := r.Impersonations.EndAll(ctx, keyOf(organizationPrefix, organizationID))
	errs, err := refusals(err)
	return orNil(&model.ImpersonationsEndPayload{Ended: ended, Errors: errs}, err)
}

func (r *mutationResolver) OrganizationConsentSet(ctx context.Context, id string, consent organization.LoginAsConsent) (*model.OrganizationPayload, error) {
	return organizationPayload(r.Impersonations.ConsentSet(ctx, keyOf(organizationPrefix, id), consent))
}

func (r *organizationResolver) LoginAsConsent(ctx context.Context, obj *db.Organization) (*organization.LoginAsConsent, error) {
	return r.consentOf(ctx, obj)
}

func (r *queryResolver) Impersonations(ctx context.Context, first *int, after *string, last *int, before *string, where *model.ImpersonationWhereInput) (*model.ImpersonationConnection, error) {
	return r.impersonationList(ctx, connection.Args{First: first, After: after, Last: last, Before: before}, where)
}

func (r *sessionResolver) Impersonated(ctx context.Context, obj *db.Session) (bool, error) {
	return obj.ImpersonationID != nil, nil
}

func (r *viewerResolver) Impersonation(ctx context.Context, obj *model.Viewer) (*model.ViewerImpersonation, error) {
	return viewerImpersonation(ctx), nil
}

func (r *Resolver) Impersonation() generated.ImpersonationResolver { return &impersonationResolver{r} }

type impersonationResolver struct{ *Resolver }
