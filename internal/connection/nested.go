package connection

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/internal/fault"
)

// Parent says how a row of a nested list belongs to its parent.
type Parent[T any] struct {
	Column string             // the parent's id on the row
	Of     func(*T) uuid.UUID // the same, read from a loaded row
}

// FetchNested reads one page of query for each parent in a single statement,
// and totals in one more where they are wanted and not already known. Every
// parent has a page, if only an empty one. All conditions of the query, those
// that interceptors add to its WHERE among them, hold inside the lateral
// subselect, so an index on (tenant, parent, sort keys, id) serves each page
// as a range. Offset is refused.
func FetchNested[Q Query[Q, T, S], T any, S Scanner](
	ctx context.Context, query Q, parents []uuid.UUID, by Parent[T], req Request[T],
) (map[uuid.UUID]Page[T], error) {
	pages := make(map[uuid.UUID]Page[T], len(parents))
	pl, err := newPlan(req)
	if err != nil {
		return nil, err
	}
	if req.Args.Offset != nil {
		return nil, fault.Input([]string{"offset"}, "offset is for root lists; use cursors here")
	}
	parents = slices.Clone(parents)
	slices.SortFunc(parents, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	parents = slices.Compact(parents)
	if len(parents) == 0 {
		return pages, nil
	}
	query = filtered(query, req.all())
	rows := map[uuid.UUID][]*T{}
	if pl.needsRows(req.Want) {
		q := query.Clone()
		if cols := req.columns(by.Column); cols != nil {
			q.Select(cols...)
		}
		q.Modify(func(s *sql.Selector) { pl.nested(s, by.Column, parents) })
		all, err := q.All(ctx)
		if err != nil {
			return nil, fmt.Errorf("connection: read nested pages: %w", err)
		}
		for _, r := range all {
			rows[by.Of(r)] = append(rows[by.Of(r)], r)
		}
	}
	var unknown []uuid.UUID // parents whose total the rows do not tell
	for _, id := range parents {
		p := Page[T]{order: req.Order}
		total := -1
		if pl.needsRows(req.Want) {
			total = pl.fill(&p, rows[id])
		}
		if req.Want.Total {
			p.Total = max(total, 0)
			if total < 0 {
				unknown = append(unknown, id)
			}
		}
		pages[id] = p
	}
	if len(unknown) > 0 {
		totals, err := countNested(ctx, query, unknown, by.Column)
		if err != nil {
			return nil, err
		}
		for id, n := range totals {
			p := pages[id]
			p.Total = n
			pages[id] = p
		}
	}
	return pages, nil
}

// nested makes s read one page for each parent.
func (pl plan[T]) nested(s *sql.Selector, column string, parents []uuid.UUID) {
	own := s.C(column)
	page := pl.rows(s, sql.P(func(b *sql.Builder) { b.Ident(own).WriteString(` = "parent"."id"`) }))
	pl.replace(s, func(b *sql.Builder) {
		b.WriteString("unnest(").Arg(array(parents)).WriteString(`::uuid[]) AS "parent"("id") CROSS JOIN LATERAL `)
		b.Wrap(func(b *sql.Builder) { b.Join(page) })
	})
}

// countNested counts the whole list of each parent; a parent without rows is
// absent.
func countNested[Q Query[Q, T, S], T any, S Scanner](
	ctx context.Context, query Q, parents []uuid.UUID, column string,
) (map[uuid.UUID]int, error) {
	var counts []struct {
		Parent uuid.UUID `sql:"parent"`
		Total  int       `sql:"total"`
	}
	err := query.Clone().Modify(func(s *sql.Selector) {
		col := s.C(column)
		s.Select(sql.As(col, "parent"), sql.As(sql.Count("*"), "total"))
		s.Where(among(column, array(parents))(s)).GroupBy(col)
	}).Scan(ctx, &counts)
	if err != nil {
		return nil, fmt.Errorf("connection: count nested lists: %w", err)
	}
	totals := make(map[uuid.UUID]int, len(counts))
	for _, c := range counts {
		totals[c.Parent] = c.Total
	}
	return totals, nil
}

// array passes ids as one parameter, so that their number does not change the
// statement.
func array(ids []uuid.UUID) pq.StringArray {
	out := make(pq.StringArray, len(ids))
	for i, id := range ids {
		out[i] = id.String()
	}
	return out
}
