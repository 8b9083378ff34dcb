package graph

import (
	"context"
	"fmt"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *auditActorResolver) User(ctx context.Context, obj *model.AuditActor) (*db.User, error) {
	panic(fmt.Errorf("not implemented: User - user"))
}

func (r *auditEventResolver) Actor(ctx context.Context, obj *db.AuditEvent) (*model.AuditActor, error) {
	panic(fmt.Errorf("not implemented: Actor - actor"))
}

func (r *auditEventResolver) OnBehalfOf(ctx context.Context, obj *db.AuditEvent) (*model.AuditActor, error) {
	panic(fmt.Errorf("not implemented: OnBehalfOf - onBehalfOf"))
}

func (r *auditEventResolver) Target(ctx context.Context, obj *db.AuditEvent) (*model.AuditTarget, error) {
	panic(fmt.Errorf("not implemented: Target - target"))
}

func (r *auditEventResolver) Organization(ctx context.Context, obj *db.AuditEvent) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *queryResolver) AuditEvents(ctx context.Context, first *int, after *string, last *int, before *string, where *model.AuditEventWhereInput) (*model.AuditEventConnection, error) {
	panic(fmt.Errorf("not implemented: AuditEvents - auditEvents"))
}

func (r *Resolver) AuditActor() generated.AuditActorResolver { return &auditActorResolver{r} }

func (r *Resolver) AuditEvent() generated.AuditEventResolver { return &auditEventResolver{r} }

type (
	auditActorResolver struct{ *Resolver }
	auditEventResolver struct{ *Resolver }
)
