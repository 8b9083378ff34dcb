package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/graph/model"
	"tenantry/internal/connection"
)

// entity is what reading rows of a table for the API takes.
type entity[T any] struct {
	name     string // for errors
	types    []string
	key      func(*T) uuid.UUID
	siblings func(*T) *[]*T
	base     []string            // columns that decisions and edges need, always read
	columns  map[string][]string // API field → further columns
}

// link makes nodes siblings of one another.
func (e entity[T]) link(nodes []*T) {
	for _, n := range nodes {
		*e.siblings(n) = nodes
	}
}

// id is the sort key that closes every order.
func (e entity[T]) id() connection.Term[T] {
	return connection.Term[T]{Column: "id", Kind: connection.UUID, Value: func(n *T) any { return e.key(n) }}
}

// orderBy is the shape of every order in the schema.
type orderBy[F comparable] struct {
	Field     F
	Direction model.OrderDirection
}

// ordered makes the order that the client asks for out of the sort keys of a
// list.
func ordered[T any, F comparable, O ~struct {
	Field     F                    `json:"field"`
	Direction model.OrderDirection `json:"direction"`
}](e entity[T], keys map[F]connection.Term[T], by []*O) (connection.Order[T], error) {
	terms := make([]connection.Term[T], len(by))
	for i, one := range by {
		o := orderBy[F](*one)
		terms[i] = keys[o.Field].In(o.Direction == model.OrderDirectionDesc)
	}
	return connection.NewOrder(e.id(), terms...)
}

// selected are the columns for the object field being resolved; fields of
// other types in the same selection are passed over.
func (e entity[T]) selected(ctx context.Context) []string {
	var fields []string
	for _, f := range graphql.CollectFieldsCtx(ctx, e.types) {
		fields = append(fields, f.Name)
	}
	return e.columnsOf(fields)
}

// columnsOf are the columns behind the named fields.
func (e entity[T]) columnsOf(fields []string) []string {
	cols := slices.Clone(e.base)
	for _, f := range fields {
		cols = append(cols, e.columns[f]...)
	}
	slices.Sort(cols)
	return slices.Compact(cols)
}

// byID reads the rows of query whose ids are given, like having.
func byID[Q connection.Query[Q, T, S], T any, S connection.Scanner](
	ctx context.Context, e entity[T], query Q, ids []uuid.UUID, cols []string, keep func(*T) bool,
) (map[uuid.UUID]*T, error) {
	found := make(map[uuid.UUID]*T, len(ids))
	rows, err := having(ctx, e, query, "id", ids, cols, keep)
	for _, n := range rows {
		found[e.key(n)] = n
	}
	return found, err
}

// having reads the rows of query with one of several ids in a column, all
// columns or those named, drops what keep (nil: none) does not want, and links
// the rest.
func having[Q connection.Query[Q, T, S], T any, S connection.Scanner](
	ctx context.Context, e entity[T], query Q, column string, ids []uuid.UUID, cols []string, keep func(*T) bool,
) ([]*T, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	if len(cols) > 0 {
		query.Select(cols...)
	}
	query.Modify(among(column, ids))
	rows, err := query.All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", e.name, err)
	}
	if keep != nil {
		rows = slices.DeleteFunc(rows, func(n *T) bool { return !keep(n) })
	}
	e.link(rows)
	return rows, nil
}

// among passes ids as one parameter, so that their number does not change the
// statement.
func among(column string, ids []uuid.UUID) connection.Filter {
	return func(s *sql.Selector) { s.Where(inArray(s.C(column), ids)) }
}

func inArray(column string, ids []uuid.UUID) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.Ident(column).WriteString(" = ANY(").Arg(array(ids)).WriteByte(')')
	})
}

func array(ids []uuid.UUID) pq.StringArray {
	list := make(pq.StringArray, len(ids))
	for i, id := range ids {
		list[i] = id.String()
	}
	return list
}

// constant compares a column with a constant of ours that is written into the
// statement: a parameter could not be matched with a partial index.
func constant(column, operator, value string) connection.Filter {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(s.C(column)).WriteString(" " + operator + " '" + strings.ReplaceAll(value, "'", "''") + "'")
		}))
	}
}

// notDeleted is the condition of the partial indexes.
func notDeleted(s *sql.Selector) { constant("status", "<>", "DELETED")(s) }

// list is one page with what the client reads of it.
type list[T any] struct {
	connection.Page[T]
	sel connection.Selection
}

// pageRequest describes the page of the connection field being resolved.
func pageRequest[T any](
	ctx context.Context, e entity[T], args connection.Args, where connection.Filter, order connection.Order[T],
) (connection.Request[T], connection.Selection) {
	sel := connection.Select(ctx)
	cols := sel.Columns(e.columns)
	if cols != nil {
		cols = append(cols, e.base...)
	}
	return connection.Request[T]{Args: args, Where: where, Order: order, Want: sel.Want(), Columns: cols}, sel
}

// fetch reads the connection field being resolved.
func fetch[Q connection.Query[Q, T, S], T any, S connection.Scanner](
	ctx context.Context, e entity[T], query Q, args connection.Args, where connection.Filter, order connection.Order[T],
) (list[T], error) {
	return fetchFound(ctx, e, query, args, wanted{where: where}, order)
}

// wanted is the condition of a long list.
type wanted struct {
	where connection.Filter
	text  connection.Filter                                    // of a search with an index of its own
	count func(context.Context) (n int, known bool, err error) // the total, when it may be kept somewhere
}

// fetchFound is fetch for a list that is long enough to be searched by an
// index or counted beforehand.
func fetchFound[Q connection.Query[Q, T, S], T any, S connection.Scanner](
	ctx context.Context, e entity[T], query Q, args connection.Args, rows wanted, order connection.Order[T],
) (list[T], error) {
	req, sel := pageRequest(ctx, e, args, rows.where, order.Of(e.name))
	req.Text, req.Count = rows.text, rows.count
	page, err := connection.Fetch(ctx, query, req)
	if err != nil {
		return list[T]{}, fmt.Errorf("read %s: %w", e.name, err)
	}
	e.link(page.Nodes)
	return list[T]{page, sel}, nil
}

// fetchNested reads the connection field being resolved for all parents at
// once, and gives the page of one of them. Parents are those that may have a
// page; the one asked about must be among them.
func fetchNested[P any, Q connection.Query[Q, T, S], T any, S connection.Scanner](
	ctx context.Context, parents entity[P], parent *P, may func(*P) bool, e entity[T], query Q,
	by connection.Parent[T], args connection.Args, where connection.Filter, order connection.Order[T],
) (list[T], error) {
	req, sel := pageRequest(ctx, e, args, where, order.Of(e.name+" by "+by.Column))
	field := graphql.GetFieldContext(ctx).Field.Field
	shape := fmt.Sprint(sel.Want(), req.Columns)
	pages, err := once(ctx, parent, *parents.siblings(parent), field, shape,
		func(all []*P) (map[uuid.UUID]connection.Page[T], error) {
			ids := make([]uuid.UUID, 0, len(all))
			for _, p := range all {
				if may(p) {
					ids = append(ids, parents.key(p))
				}
			}
			pages, err := connection.FetchNested(ctx, query, ids, by, req)
			if err != nil {
				return nil, fmt.Errorf("read nested %s: %w", e.name, err)
			}
			linkAll(e, pages)
			return pages, nil
		})
	return list[T]{pages[parents.key(parent)], sel}, err
}

// linkAll makes the nodes of all pages siblings, so that the next level is
// read at once as well.
func linkAll[T any](e entity[T], pages map[uuid.UUID]connection.Page[T]) {
	var nodes []*T
	for _, p := range pages {
		nodes = append(nodes, p.Nodes...)
	}
	e.link(nodes)
}

// nodes are the rows, never null.
func (l list[T]) nodes() []*T {
	if l.Nodes == nil {
		return []*T{}
	}
	return l.Nodes
}

// info is pageInfo; cursors are written only when they are read.
func (l list[T]) info() *model.PageInfo {
	if !l.sel.PageInfo {
		return nil
	}
	return &model.PageInfo{
		HasNextPage: l.HasNext, HasPreviousPage: l.HasPrev,
		StartCursor: l.StartCursor(), EndCursor: l.EndCursor(),
	}
}

// edges are the rows with their cursors.
func edges[T, E any](l list[T], edge func(node *T, cursor string) *E) []*E {
	out := make([]*E, len(l.Nodes))
	if !l.sel.Edges {
		return out[:0]
	}
	for i, n := range l.Nodes {
		cursor := ""
		if l.sel.Cursor {
			cursor = l.Cursor(i)
		}
		out[i] = edge(n, cursor)
	}
	return out
}
