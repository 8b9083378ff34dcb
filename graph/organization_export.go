package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/database"
	"tenantry/internal/export"
)

// organizationListInput is what a job keeps of the arguments of the list of
// organizations.
type organizationListInput struct {
	Search  *string                       `json:"search,omitempty"`
	Where   *model.OrganizationWhereInput `json:"where,omitempty"`
	OrderBy []*model.OrganizationOrder    `json:"orderBy"`
}

// OrganizationExport reads the list of organizations for files, with the
// filters, the order, the edges and the values of the list itself.
type OrganizationExport struct{ Authorizer *authz.Authorizer }

// Open implements export.List.
func (x OrganizationExport) Open(ctx context.Context, at *database.Snapshot, input json.RawMessage, columns []string, size int) (export.Rows, error) {
	var in organizationListInput
	if err := json.Unmarshal(input, &in); err != nil {
		return nil, fmt.Errorf("read list of organizations: %w", err)
	}
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	r := &Resolver{Authorizer: x.Authorizer, reading: at.Client}
	rows, err := r.organizationRows(ctx, in.Search, in.Where)
	if err != nil {
		return nil, err
	}
	order, err := r.organizationOrder(v, in.OrderBy)
	if err != nil {
		return nil, err
	}
	s, held := generated.NewExecutableSchema(generated.Config{}).Schema(), r.Authorizer.Anywhere(v)
	columns = readableColumns(s.Types["Organization"], held, columns)
	p := r.organizationExportPlan(s.Types["Organization"], v, columns)
	req := connection.Request[db.Organization]{
		Where: connection.And(within(v, r.Authorizer.OrganizationExportReach(v), "id"), rows), Order: order,
		Columns: append(organizations.columnsOf(p.fields), organization.FieldSeatLimit),
	}
	total, err := connection.Whole(at.Client.Organization.Query(), connection.Request[db.Organization]{Where: req.Where}).Count(ctx)
	if err != nil {
		return nil, fmt.Errorf("count organizations to export: %w", err)
	}
	query := connection.Whole(at.Pieces(size).Organization.Query(), req)
	read := func(ctx context.Context) ([]*db.Organization, error) { return query.Clone().All(ctx) }
	return newListFile(organizations, read, p, columns, total), nil
}

// organizationExportPlan writes the values of columns as the list does, save
// that edges shrink to the names behind them. What the viewer may not read of
// a row is null there, as the guard of the field has it.
func (r *Resolver) organizationExportPlan(of *ast.Definition, v *authz.Viewer, columns []string) *plan[db.Organization] {
	p := &plan[db.Organization]{typeName: "Organization"}
	for _, key := range columns {
		p.fields = append(p.fields, columnField(key))
		write := organizationLeaves[key]
		if write == nil {
			write = r.organizationCell(p, key)
		}
		if need := needed(of, key); len(need) > 0 {
			open := write
			write = func(b []byte, o *db.Organization) []byte {
				if !r.Authorizer.Permissions(v, o.ID, o.AccountID, v.RootID).HasAny(need...) {
					return append(b, "null"...)
				}
				return open(b, o)
			}
		}
		p.values = append(p.values, write)
	}
	return p
}

// organizationCell writes a column that is no leaf; nil when there is none of
// that key.
func (r *Resolver) organizationCell(p *plan[db.Organization], key string) leaf[db.Organization] {
	text := func(of func(o *db.Organization) string) leaf[db.Organization] {
		return func(b []byte, o *db.Organization) []byte { return appendOptional(b, orNull(of(o))) }
	}
	switch key {
	case "legalName":
		return text(func(o *db.Organization) string { return o.LegalName })
	case "address":
		return text(func(o *db.Organization) string { return o.Address })
	case "contactName":
		return text(func(o *db.Organization) string { return o.ContactName })
	case "contactEmail":
		return text(func(o *db.Organization) string { return o.ContactEmail })
	case "phone":
		return text(func(o *db.Organization) string { return o.Phone })
	case "locale":
		return text(func(o *db.Organization) string { return o.Locale })
	case "timezone":
		return text(func(o *db.Organization) string { return o.Timezone })
	case "tags":
		return func(b []byte, o *db.Organization) []byte { return appendList(b, o.Tags, appendText) }
	case "userCount":
		return func(b []byte, o *db.Organization) []byte { return strconv.AppendInt(b, o.UserCount, 10) }
	case "creditBalance":
		return func(b []byte, o *db.Organization) []byte { return appendNumber(b, ownCredits(o, &o.CreditBalance)) }
	case "seatLimit":
		return func(b []byte, o *db.Organization) []byte { return appendNumber(b, o.SeatLimit) }
	case "lastActivityAt":
		return func(b []byte, o *db.Organization) []byte { return appendOptionalTime(b, o.LastActivityAt) }
	case "parent":
		return beside(p, r.exportedParent, func(b []byte, at *db.Organization) []byte { return appendText(b, at.Name) })
	case "parentId":
		return beside(p, r.exportedParent, func(b []byte, at *db.Organization) []byte { return appendText(b, at.GlobalID()) })
	case "plan":
		return beside(p, r.exportedPlan, func(b []byte, of *db.Plan) []byte { return appendText(b, of.Name) })
	case "seatsUsed":
		return beside(p, r.seatsOf, func(b []byte, seats *model.SeatUsage) []byte { return appendInt(b, seats.Used) })
	case "features":
		return beside(p, r.exportedFeatures, func(b []byte, keys *[]string) []byte { return appendList(b, *keys, appendText) })
	}
	return nil
}

// beside writes what ask finds beside each row, null for nothing; the loader
// behind ask reads for all rows at once.
func beside[T, V any](p *plan[T], ask func(context.Context, *T) (*V, error), write func([]byte, *V) []byte) leaf[T] {
	found := each(p, ask)
	return func(b []byte, n *T) []byte {
		if value := found[n]; value != nil {
			return write(b, value)
		}
		return append(b, "null"...)
	}
}

func (r *Resolver) exportedParent(ctx context.Context, o *db.Organization) (*db.Organization, error) {
	target := func(o *db.Organization) *uuid.UUID { return o.ParentID }
	return toOne(ctx, o, o.Siblings, "parent", target, organizations.columnsOf([]string{"name"}), r.visibleOrganizations)
}

func (r *Resolver) exportedPlan(ctx context.Context, o *db.Organization) (*db.Plan, error) {
	target := func(o *db.Organization) *uuid.UUID { return o.PlanID }
	return toOne(ctx, o, o.Siblings, "plan", target, plans.columnsOf([]string{"name"}), r.plansNamed)
}

// exportedFeatures are the keys of what an organization may use, nil where the
// viewer does not see them.
func (r *Resolver) exportedFeatures(ctx context.Context, o *db.Organization) (*[]string, error) {
	all, err := r.featuresOf(ctx, o)
	if err != nil || all == nil {
		return nil, err
	}
	keys := []string{}
	for _, f := range all {
		if f.Enabled {
			keys = append(keys, f.Feature.Key)
		}
	}
	return &keys, nil
}

// appendNumber writes a number, or null.
func appendNumber[N int | int64](b []byte, n *N) []byte {
	if n == nil {
		return append(b, "null"...)
	}
	return strconv.AppendInt(b, int64(*n), 10)
}
