package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/database"
	"tenantry/internal/export"
	"tenantry/internal/fault"
)

// userListInput is what a job keeps of the arguments of the list of users.
// Null and absent mean the same to its filters.
type userListInput struct {
	Search  *string               `json:"search,omitempty"`
	Where   *model.UserWhereInput `json:"where,omitempty"`
	OrderBy []*model.UserOrder    `json:"orderBy"`
}

// exportRequest checks the list's arguments by the list's own code.
func (r *Resolver) exportRequest(ctx context.Context, in model.ExportCreateInput) (export.Request, error) {
	request := export.Request{Format: export.Format(in.Format), IdempotencyKey: in.IdempotencyKey.Value()}
	people, companies, log := in.Users.Value(), in.Organizations.Value(), in.AuditEvents.Value()
	var list any
	var err error
	switch {
	case log != nil && (people != nil || companies != nil):
		return request, fault.Refuse(fault.Invalid, "input.auditEvents", "A file holds one list.")
	case people != nil && companies != nil:
		return request, fault.Refuse(fault.Invalid, "input.organizations", "A file holds one list.")
	case log != nil:
		events := auditListInput{log.Where.Value()}
		_, err = auditEventWhere(events.Where)
		request.Of, list = export.AuditLog, events
		request.Columns = columnKeys(log.Columns.Value())
	case people != nil:
		users := userListInput{people.Search.Value(), people.Where.Value(), people.OrderBy}
		_, wrong := userRows(users.Search, users.Where)
		_, unordered := userOrder(users.OrderBy)
		request.Of, list, err = export.Users, users, errors.Join(wrong, unordered)
		request.Columns = columnKeys(people.Columns.Value())
	case companies != nil:
		these := organizationListInput{companies.Search.Value(), companies.Where.Value(), companies.OrderBy}
		_, wrong := r.organizationRows(ctx, these.Search, these.Where)
		_, unordered := r.organizationOrder(authz.FromContext(ctx), these.OrderBy)
		request.Of, list, err = export.Organizations, these, errors.Join(wrong, unordered)
		request.Columns = columnKeys(companies.Columns.Value())
	default:
		return request, fault.Refuse(fault.Required, "input.users", "Say which list the file is of: users, organizations or audit events.")
	}
	if bad, ok := errors.AsType[*fault.Error](err); ok {
		if bad.Kind == fault.BadUserInput {
			bad = fault.Input(append([]string{"input", request.Field()}, bad.Path...), "%s", bad.Message)
		}
		return request, bad
	} else if err != nil {
		return request, err
	}
	if request.List, err = json.Marshal(list); err != nil {
		return request, fmt.Errorf("encode list of %s: %w", request.Of, err)
	}
	return request, nil
}

// columnKeys are the keys of columns, nil when nothing was said.
func columnKeys[C ~string](columns []C) []string {
	if columns == nil {
		return nil
	}
	keys := make([]string, len(columns))
	for i, c := range columns {
		keys[i] = columnKey(c)
	}
	return keys
}

// columnKey is the key of a column, the name of the field it shows:
// DISPLAY_NAME is displayName.
func columnKey[C ~string](c C) string {
	words := strings.Split(strings.ToLower(string(c)), "_")
	for i, w := range words[1:] {
		words[i+1] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, "")
}

// UserExport reads the list of users for files, with the filters, the order,
// the edges and the values of the list itself.
type UserExport struct {
	Authorizer *authz.Authorizer
	Now        func() time.Time
}

// Open implements export.List.
func (x UserExport) Open(ctx context.Context, at *database.Snapshot, input json.RawMessage, columns []string, size int) (export.Rows, error) {
	var in userListInput
	if err := json.Unmarshal(input, &in); err != nil {
		return nil, fmt.Errorf("read list of users: %w", err)
	}
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := userRows(in.Search, in.Where)
	if err != nil {
		return nil, err
	}
	order, err := userOrder(in.OrderBy)
	if err != nil {
		return nil, err
	}
	moment := x.Now() // roles that begin or end meanwhile do not differ between rows
	r := &Resolver{Authorizer: x.Authorizer, Now: func() time.Time { return moment }, reading: at.Client}
	columns = readableColumns(generated.NewExecutableSchema(generated.Config{}).Schema().Types["User"], r.Authorizer.Anywhere(v), columns)
	p := r.exportPlan(columns)
	req := connection.Request[db.User]{
		Where: connection.And(r.usersExportable(v), rows), Order: order, Columns: append(users.columnsOf(p.fields), user.FieldTwoFactorAt),
	}
	total, err := connection.Whole(at.Client.User.Query(), connection.Request[db.User]{Where: req.Where}).Count(ctx)
	if err != nil {
		return nil, fmt.Errorf("count users to export: %w", err)
	}
	query := connection.Whole(at.Pieces(size).User.Query(), req)
	read := func(ctx context.Context) ([]*db.User, error) { return query.Clone().All(ctx) }
	return newListFile(users, read, p, columns, total), nil
}

// usersExportable is the condition that the viewer may take a user away: part
// of what usersWithin lets him see.
func (r *Resolver) usersExportable(v *authz.Viewer) connection.Filter {
	staff, others := r.Authorizer.UserExportReach(v)
	return people(v, staff, others)
}
