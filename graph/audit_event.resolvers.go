package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/schema"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"

	"github.com/google/uuid"
)

func (r *auditActorResolver) User(ctx context.Context, obj *model.AuditActor) (*db.User, error) {
	return r.actorUser(ctx, obj, users.selected(ctx))
}

func (r *auditEventResolver) Actor(ctx context.Context, obj *db.AuditEvent) (*model.AuditActor, error) {
	return actorOf(obj), nil
}

func (r *auditEventResolver) OnBehalfOf(ctx context.Context, obj *db.AuditEvent) (*model.AuditActor, error) {
	return onBehalfOf(obj), nil
}

func (r *auditEventResolver) Target(ctx context.Context, obj *db.AuditEvent) (*model.AuditTarget, error) {
	return targetOf(obj), nil
}

func (r *auditEventResolver) Organization(ctx context.Context, obj *db.AuditEvent) (*db.Organization, error) {
	target := always(func(e *db.AuditEvent) uuid.UUID { return e.OrganizationID })
	return toOne(ctx, obj, obj.Siblings, "organization", target, organizations.selected(ctx), r.visibleOrganizations)
}

func (r *auditEventResolver) Changes(ctx context.Context, obj *db.AuditEvent) ([]*schema.AuditChange, error) {
	return pointers(r.shownChanges(authz.FromContext(ctx), obj)), nil
}

func (r *auditEventResolver) Reason(ctx context.Context, obj *db.AuditEvent) (*string, error) {
	return r.shownReason(authz.FromContext(ctx), obj), nil
}

func (r *auditEventResolver) IPAddress(ctx context.Context, obj *db.AuditEvent) (*string, error) {
	return r.addressOf(ctx, obj)
}

func (r *queryResolver) AuditEvents(ctx context.Context, first *int, after *string, last *int, before *string, where *model.AuditEventWhereInput) (*model.AuditEventConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before}
	return r.auditEventList(ctx, args, where)
}

func (r *Resolver) AuditActor() generated.AuditActorResolver { return &auditActorResolver{r} }

func (r *Resolver) AuditEvent() generated.AuditEventResolver { return &auditEventResolver{r} }

type (
	auditActorResolver struct{ *Resolver }
	auditEventResolver struct{ *Resolver }
)
