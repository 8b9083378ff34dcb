package graph

import (
	"context"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/schema"
	"tenantry/graph/model"
	"tenantry/internal/connection"
)

// auditEvents says how lines of the audit log are read.
var auditEvents = entity[db.AuditEvent]{
	name:     "audit events",
	types:    []string{"AuditEvent", "Node"},
	key:      func(e *db.AuditEvent) uuid.UUID { return e.ID },
	siblings: func(e *db.AuditEvent) *[]*db.AuditEvent { return &e.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "organization_id", "created_at"},
	columns: map[string][]string{
		"id": {}, "occurredAt": {}, "organization": {}, "action": {"action"},
		"actor": {"actor_id", "actor_name", "actor_email"}, "onBehalfOf": {"on_behalf_of_id", "on_behalf_of_name"},
		"target": {"target_type", "target_id", "target_name"}, "changes": {"changes", "actor_id", "target_type", "target_id"}, "reason": {"reason", "actor_id", "target_type", "target_id"},
		"ipAddress": {"ip", "actor_id", "actor_name", "actor_email"}, "requestId": {"request_id"},
	},
}

// auditEventsByTime is the one order of the audit log, the newest first.
var auditEventsByTime = connection.MustOrder(auditEvents.id(), connection.Term[db.AuditEvent]{
	Column: "created_at", Kind: connection.Time, Desc: true, Value: func(e *db.AuditEvent) any { return e.CreatedAt },
})

func (r *Resolver) auditEventList(
	ctx context.Context, args connection.Args, where *model.AuditEventWhereInput,
) (*model.AuditEventConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	cond, err := auditEventWhere(where)
	if err != nil {
		return nil, err
	}
	return r.auditEventPage(ctx, args, connection.And(within(v, r.Authorizer.Reach(v, authz.AuditRead), "organization_id"), cond))
}

func (r *Resolver) auditEventPage(ctx context.Context, args connection.Args, rows connection.Filter) (*model.AuditEventConnection, error) {
	l, err := fetch(ctx, auditEvents, r.client().AuditEvent.Query(), args, rows, auditEventsByTime)
	if err != nil {
		return nil, err
	}
	return &model.AuditEventConnection{
		Edges: edges(l, func(e *db.AuditEvent, cursor string) *model.AuditEventEdge {
			return &model.AuditEventEdge{Node: e, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(),
	}, nil
}

// visibleAuditEvents reads the lines among ids that the viewer may read.
func (r *Resolver) visibleAuditEvents(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.AuditEvent, error) {
	v := authz.FromContext(ctx)
	return byID(ctx, auditEvents, r.client().AuditEvent.Query(), ids, cols, func(e *db.AuditEvent) bool {
		return r.Authorizer.Has(v, []uuid.UUID{e.OrganizationID, e.AccountID, v.RootID}, authz.AuditRead)
	})
}

// actorOf is who did it, nil for the product itself.
func actorOf(e *db.AuditEvent) *model.AuditActor {
	if e.ActorID == nil && e.ActorName == "" {
		return nil
	}
	return &model.AuditActor{
		UserID: globalUser(e.ActorID), DisplayName: e.ActorName, Email: e.ActorEmail, ID: e.ActorID, Event: e,
	}
}

// onBehalfOf is in whose place it was done; the log keeps no address of his.
func onBehalfOf(e *db.AuditEvent) *model.AuditActor {
	if e.OnBehalfOfID == nil {
		return nil
	}
	return &model.AuditActor{
		UserID: globalUser(e.OnBehalfOfID), DisplayName: e.OnBehalfOfName, ID: e.OnBehalfOfID, Event: e,
	}
}

func globalUser(id *uuid.UUID) *string {
	if id == nil {
		return nil
	}
	s := schema.GlobalID(userPrefix, *id)
	return &s
}

// targetOf is what it was done to.
func targetOf(e *db.AuditEvent) *model.AuditTarget {
	t := &model.AuditTarget{TypeName: e.TargetType, DisplayName: e.TargetName}
	if prefix := prefixOf(e.TargetType); prefix != "" && e.TargetID != nil {
		id := schema.GlobalID(prefix, *e.TargetID)
		t.TargetID = &id
	}
	return t
}

// actorUser is the user behind an actor as of now. Actors and those they acted
// for are read together, for all lines of the page.
func (r *Resolver) actorUser(ctx context.Context, a *model.AuditActor, cols []string) (*db.User, error) {
	if a.ID == nil {
		return nil, nil
	}
	if a.Event == nil {
		found, err := r.visibleUsers(ctx, []uuid.UUID{*a.ID}, nil)
		return found[*a.ID], err
	}
	found, err := once(ctx, a.Event, a.Event.Siblings, "actors", shapeOf(cols), func(all []*db.AuditEvent) (map[uuid.UUID]*db.User, error) {
		ids := gather(all, func(e *db.AuditEvent) *uuid.UUID { return e.ActorID })
		ids = append(ids, gather(all, func(e *db.AuditEvent) *uuid.UUID { return e.OnBehalfOfID })...)
		return r.visibleUsers(ctx, ids, cols)
	})
	return found[*a.ID], err
}

// addressOf is where the actor was, for those who may know the actor. Staff
// may know everybody's.
func (r *Resolver) addressOf(ctx context.Context, e *db.AuditEvent) (*string, error) {
	if !authz.FromContext(ctx).Staff() {
		actor := actorOf(e)
		if actor == nil {
			return nil, nil
		}
		if u, err := r.actorUser(ctx, actor, users.columnsOf(nil)); u == nil || err != nil {
			return nil, err
		}
	}
	return orNull(e.IP), nil
}
