package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
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
func exportRequest(in model.ExportCreateInput) (export.Request, error) {
	list := userListInput{in.Users.Search.Value(), in.Users.Where.Value(), in.Users.OrderBy}
	_, wrong := userRows(list.Search, list.Where)
	_, unordered := userOrder(list.OrderBy)
	if err := errors.Join(wrong, unordered); err != nil {
		if bad, ok := errors.AsType[*fault.Error](err); ok {
			return export.Request{}, fault.Input(append([]string{"input", "users"}, bad.Path...), "%s", bad.Message)
		}
		return export.Request{}, err
	}
	stored, err := json.Marshal(list)
	if err != nil {
		return export.Request{}, fmt.Errorf("encode list of users: %w", err)
	}
	request := export.Request{List: stored, Format: export.Format(in.Format), IdempotencyKey: in.IdempotencyKey.Value()}
	if columns := in.Users.Columns.Value(); columns != nil {
		request.Columns = make([]string, len(columns))
		for i, c := range columns {
			request.Columns[i] = columnKey(c)
		}
	}
	return request, nil
}

// columnKey is the key of a column, the name of the field it shows:
// DISPLAY_NAME is displayName.
func columnKey(c model.UserColumn) string {
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
	columns = readableColumns(generated.NewExecutableSchema(generated.Config{}).Schema(), r.Authorizer.Anywhere(v), columns)
	p := r.exportPlan(columns)
	req := connection.Request[db.User]{
		Where: connection.And(r.usersExportable(v), rows), Order: order, Columns: append(users.columnsOf(p.fields), user.FieldTwoFactorAt),
	}
	total, err := connection.Whole(at.Client.User.Query(), connection.Request[db.User]{Where: req.Where}).Count(ctx)
	if err != nil {
		return nil, fmt.Errorf("count users to export: %w", err)
	}
	return &userFile{
		query: connection.Whole(at.Pieces(size).User.Query(), req), plan: p, columns: columns, total: total,
		ends: make([]int, len(columns)), values: make([][]byte, len(columns)),
	}, nil
}

// usersExportable is the condition that the viewer may take a user away: part
// of what usersWithin lets him see.
func (r *Resolver) usersExportable(v *authz.Viewer) connection.Filter {
	staff, others := r.Authorizer.UserExportReach(v)
	return people(v, staff, others)
}

// userFile is the list of users on its way into a file.
type userFile struct {
	query   *db.UserQuery
	plan    *plan[db.User]
	columns []string
	total   int
	buf     []byte
	ends    []int
	values  [][]byte
}

// Columns implements export.Rows.
func (f *userFile) Columns() []string { return slices.Clone(f.columns) }

// Total implements export.Rows.
func (f *userFile) Total() int { return f.total }

// Next implements export.Rows.
func (f *userFile) Next(ctx context.Context, row func(values [][]byte) error) (int, error) {
	nodes, err := f.query.Clone().All(ctx)
	if err != nil {
		return 0, fmt.Errorf("read users to export: %w", err)
	}
	users.link(nodes)
	if err := f.plan.load(withLoader(ctx), nodes); err != nil { // a loader for each piece: it keeps what it read
		return 0, err
	}
	for _, u := range nodes {
		f.buf = f.buf[:0]
		for i, write := range f.plan.values {
			f.buf = write(f.buf, u)
			f.ends[i] = len(f.buf)
		}
		start := 0
		for i, end := range f.ends {
			f.values[i], start = f.buf[start:end], end
		}
		if err := row(f.values); err != nil {
			return 0, err
		}
	}
	return len(nodes), nil
}
