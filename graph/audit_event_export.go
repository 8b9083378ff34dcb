package graph

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/schema"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/database"
	"tenantry/internal/export"
)

// auditListInput is what a job keeps of the arguments of the audit log.
type auditListInput struct {
	Where *model.AuditEventWhereInput `json:"where,omitempty"`
}

// AuditEventExport reads the audit log for files, with the conditions, the
// order and the values of the list itself.
type AuditEventExport struct{ Authorizer *authz.Authorizer }

// Open implements export.List.
func (x AuditEventExport) Open(ctx context.Context, at *database.Snapshot, input json.RawMessage, columns []string, size int) (export.Rows, error) {
	var in auditListInput
	if err := json.Unmarshal(input, &in); err != nil {
		return nil, fmt.Errorf("read conditions on audit events: %w", err)
	}
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	cond, err := auditEventWhere(in.Where)
	if err != nil {
		return nil, err
	}
	r := &Resolver{Authorizer: x.Authorizer, reading: at.Client}
	columns = readableColumns(generated.NewExecutableSchema(generated.Config{}).Schema().Types["AuditEvent"], r.Authorizer.Anywhere(v), columns)
	p := r.auditExportPlan(v, columns)
	req := connection.Request[db.AuditEvent]{
		Where: connection.And(within(v, r.Authorizer.AuditExportReach(v), "organization_id"), cond), Order: auditEventsByTime,
		Columns: auditEvents.columnsOf(p.fields),
	}
	total, err := connection.Whole(at.Client.AuditEvent.Query(), connection.Request[db.AuditEvent]{Where: req.Where}).Count(ctx)
	if err != nil {
		return nil, fmt.Errorf("count audit events to export: %w", err)
	}
	query := connection.Whole(at.Pieces(size).AuditEvent.Query(), req)
	read := func(ctx context.Context) ([]*db.AuditEvent, error) { return query.Clone().All(ctx) }
	return newListFile(auditEvents, read, p, columns, total), nil
}

// auditExportPlan writes the values of columns as the list does, save that
// objects come apart into the columns cut out of them.
func (r *Resolver) auditExportPlan(v *authz.Viewer, columns []string) *plan[db.AuditEvent] {
	p := &plan[db.AuditEvent]{typeName: "AuditEvent"}
	for _, key := range columns {
		p.fields = append(p.fields, columnField(key))
		p.values = append(p.values, r.auditCell(v, p, key))
	}
	return p
}

// auditCell writes a column; nil when there is none of that key.
func (r *Resolver) auditCell(v *authz.Viewer, p *plan[db.AuditEvent], key string) leaf[db.AuditEvent] {
	text := func(of func(*db.AuditEvent) string) leaf[db.AuditEvent] {
		return func(b []byte, e *db.AuditEvent) []byte { return appendText(b, of(e)) }
	}
	switch key {
	case "id":
		return text((*db.AuditEvent).GlobalID)
	case "occurredAt":
		return func(b []byte, e *db.AuditEvent) []byte { return appendTime(b, e.CreatedAt) }
	case "action":
		return text(func(e *db.AuditEvent) string { return e.Action })
	case "actorName":
		return person(actorOf, func(a *model.AuditActor) *string { return &a.DisplayName })
	case "actorEmail":
		return person(actorOf, func(a *model.AuditActor) *string { return &a.Email })
	case "actorId":
		return person(actorOf, func(a *model.AuditActor) *string { return a.UserID })
	case "onBehalfOfName":
		return person(onBehalfOf, func(a *model.AuditActor) *string { return &a.DisplayName })
	case "onBehalfOfId":
		return person(onBehalfOf, func(a *model.AuditActor) *string { return a.UserID })
	case "targetType":
		return text(func(e *db.AuditEvent) string { return e.TargetType })
	case "targetName":
		return text(func(e *db.AuditEvent) string { return e.TargetName })
	case "targetId":
		return func(b []byte, e *db.AuditEvent) []byte { return appendOptional(b, targetOf(e).TargetID) }
	case "organization":
		return beside(p, r.exportedPlace, func(b []byte, o *db.Organization) []byte { return appendText(b, o.Name) })
	case "organizationId":
		return beside(p, r.exportedPlace, func(b []byte, o *db.Organization) []byte { return appendText(b, o.GlobalID()) })
	case "reason":
		return func(b []byte, e *db.AuditEvent) []byte { return appendOptional(b, r.shownReason(v, e)) }
	case "changes":
		return func(b []byte, e *db.AuditEvent) []byte { return appendList(b, r.shownChanges(v, e), appendAuditChange) }
	case "ipAddress":
		return beside(p, r.addressOf, func(b []byte, ip *string) []byte { return appendText(b, *ip) })
	case "requestId":
		return text(func(e *db.AuditEvent) string { return e.RequestID })
	}
	return nil
}

// person writes what is known of a person of a line, null for nobody.
func person(who func(*db.AuditEvent) *model.AuditActor, what func(*model.AuditActor) *string) leaf[db.AuditEvent] {
	return func(b []byte, e *db.AuditEvent) []byte {
		if a := who(e); a != nil {
			return appendOptional(b, what(a))
		}
		return append(b, "null"...)
	}
}

// exportedPlace is the organization of a line, nil when closed or hidden.
func (r *Resolver) exportedPlace(ctx context.Context, e *db.AuditEvent) (*db.Organization, error) {
	target := always(func(e *db.AuditEvent) uuid.UUID { return e.OrganizationID })
	return toOne(ctx, e, e.Siblings, "organization", target, organizations.columnsOf([]string{"name"}), r.visibleOrganizations)
}

// appendAuditChange writes a change as the list does.
func appendAuditChange(b []byte, c schema.AuditChange) []byte {
	b = appendText(append(b, `{"field":`...), c.Field)
	b = appendOptional(append(b, `,"before":`...), c.Before)
	b = appendOptional(append(b, `,"after":`...), c.After)
	return append(b, '}')
}
