package graph

import (
	"context"
	"tenantry/ent/db"
	"tenantry/graph/model"
)

func (r *subscriptionResolver) UserChanged(ctx context.Context, organizationID *string) (<-chan *model.UserChange, error) {
	return r.followUsers(ctx, organizationID)
}

func (r *subscriptionResolver) InvitationChanged(ctx context.Context, organizationID *string) (<-chan *model.InvitationChange, error) {
	return r.followInvitations(ctx, organizationID)
}

func (r *subscriptionResolver) JobChanged(ctx context.Context, id string) (<-chan *db.Job, error) {
	return r.followJob(ctx, id)
}

func (r *subscriptionResolver) AuditEventAdded(ctx context.Context, organizationID *string) (<-chan *model.AuditEventAdded, error) {
	return r.followAuditEvents(ctx, organizationID)
}
