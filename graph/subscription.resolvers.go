package graph

import (
	"context"
	"fmt"
	"tenantry/ent/db"
	"tenantry/graph/model"
)

func (r *subscriptionResolver) UserChanged(ctx context.Context, organizationID *string) (<-chan *model.UserChange, error) {
	panic(fmt.Errorf("not implemented: UserChanged - userChanged"))
}

func (r *subscriptionResolver) InvitationChanged(ctx context.Context, organizationID *string) (<-chan *model.InvitationChange, error) {
	panic(fmt.Errorf("not implemented: InvitationChanged - invitationChanged"))
}

func (r *subscriptionResolver) JobChanged(ctx context.Context, id string) (<-chan *db.Job, error) {
	panic(fmt.Errorf("not implemented: JobChanged - jobChanged"))
}

func (r *subscriptionResolver) AuditEventAdded(ctx context.Context, organizationID *string) (<-chan *model.AuditEventAdded, error) {
	panic(fmt.Errorf("not implemented: AuditEventAdded - auditEventAdded"))
}
