package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"tenantry/authz"
	"tenantry/graph/model"
	"tenantry/internal/connection"
)

// ownAuditEvents is the page of what the caller did and what was done to him.
// It needs no permission: everybody may know what happened to his account.
func (r *Resolver) ownAuditEvents(ctx context.Context, args connection.Args) (*model.AuditEventConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	return r.auditEventPage(ctx, args, connection.And(aboutViewer(v)))
}

func aboutViewer(v *authz.Viewer) connection.Filter {
	return connection.Or(
		connection.And(sql.FieldEQ("actor_id", v.UserID)),
		connection.And(sql.FieldEQ("target_type", "User"), sql.FieldEQ("target_id", v.UserID)))
}
