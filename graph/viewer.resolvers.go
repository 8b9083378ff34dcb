package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"
)

func (r *queryResolver) Viewer(ctx context.Context) (*model.Viewer, error) {
	return r.viewer(ctx), nil
}

func (r *viewerResolver) User(ctx context.Context, obj *model.Viewer) (*db.User, error) {
	return ofViewer(ctx, users, ownUser, r.visibleUsers)
}

func (r *viewerResolver) Organization(ctx context.Context, obj *model.Viewer) (*db.Organization, error) {
	return ofViewer(ctx, organizations, ownOrganization, r.visibleOrganizations)
}

func (r *viewerResolver) Can(ctx context.Context, obj *model.Viewer, permission authz.Permission, on *string) (bool, error) {
	return r.can(ctx, permission, on)
}

func (r *viewerResolver) TwoFactor(ctx context.Context, obj *model.Viewer) (*model.TwoFactor, error) {
	return r.twoFactor(ctx)
}

func (r *viewerResolver) AuditEvents(ctx context.Context, obj *model.Viewer, first *int, after *string, last *int, before *string) (*model.AuditEventConnection, error) {
	return r.ownAuditEvents(ctx, connection.Args{First: first, After: after, Last: last, Before: before})
}

func (r *viewerResolver) Session(ctx context.Context, obj *model.Viewer) (*db.Session, error) {
	return ofViewer(ctx, sessions, ownSession, r.openOwnSession)
}

func (r *Resolver) Viewer() generated.ViewerResolver { return &viewerResolver{r} }

type viewerResolver struct{ *Resolver }
