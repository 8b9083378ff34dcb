package graph

import (
	"strings"

	"tenantry/graph/model"
	"tenantry/internal/connection"
)

// auditEventWhere is the condition of a filter on the audit log.
func auditEventWhere(w *model.AuditEventWhereInput) (connection.Filter, error) {
	if w == nil {
		return nil, nil
	}
	p := newPlace()
	f := connection.And(
		p.instant("occurredAt", "created_at", w.OccurredAt.Value()),
		p.text("action", "action", w.Action.Value(), strings.ToLower),
		p.ids("actorId", "actor_id", userPrefix, w.ActorID.Value()),
		p.ids("targetId", "target_id", "", w.TargetID.Value()),
		p.typeNames("targetType", "target_type", w.TargetType.Value()),
		p.ids("organizationId", "organization_id", organizationPrefix, w.OrganizationID.Value()),
	)
	return f, p.fault()
}
