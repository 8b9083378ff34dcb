// Package connection answers which rows make up one page of a list. It turns
// the arguments of a Relay connection into one exact keyset statement over an
// ent query: forward, backward, between cursors, by offset, or for many
// parents at once. It knows no table; a caller names the sort keys (Order) and
// brings the query with its filters.
//
// Orders are total: the id closes every one of them, nulls come last in both
// directions, and text sorts by the collation of its column. Concatenated
// pages therefore equal the full ordered list.
package connection

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"
)

// Limits of a page.
const (
	DefaultSize = 25     // rows when neither first nor last is given
	MaxSize     = 100    // most rows of one page
	MaxOffset   = 10_000 // most rows skipped by offset
)

// Scanner is the part of an ent select builder used for grouped totals.
type Scanner interface {
	Scan(ctx context.Context, v any) error
}

// Query is the part of a generated ent query builder this package needs. Q is
// the builder itself, T its entity and S its select builder; Go infers all
// three from a value such as *db.UserQuery.
type Query[Q, T any, S Scanner] interface {
	Clone() Q
	Select(columns ...string) S
	Modify(modifiers ...func(*sql.Selector)) S
	Count(ctx context.Context) (int, error)
	All(ctx context.Context) ([]*T, error)
}

// Want says which parts of a connection the caller reads. What is not wanted
// costs no statement.
type Want struct {
	Nodes    bool // edges or nodes
	PageInfo bool // hasNextPage, hasPreviousPage, startCursor, endCursor
	Total    bool // totalCount
}

// Request describes one page.
type Request[T any] struct {
	Args  Args
	Where Filter // further condition on the query's rows; nil for none
	// Text is the condition of a free search, which holds besides Where. It is
	// apart because no index answers it in the order of the list: see near.
	Text  Filter
	reach int // rows looked through for Text; 0 is the constant
	Order Order[T]
	Want  Want
	// Columns are the entity's columns to load; nil loads all. Id and sort
	// columns are always added.
	Columns []string
	// Count, when set, answers the total from what is kept of it; known is
	// false when it has to be counted after all.
	Count func(ctx context.Context) (n int, known bool, err error)
}

// columns lists what to load, or nil for every column.
func (r Request[T]) columns(more ...string) []string {
	if r.Columns == nil && r.Want.Nodes {
		return nil
	}
	var cols []string
	if r.Want.Nodes {
		cols = slices.Clone(r.Columns)
	}
	for _, t := range r.Order.terms {
		cols = append(cols, t.Column)
	}
	cols = append(cols, more...)
	slices.Sort(cols)
	return slices.Compact(cols)
}

// filtered is a copy of query with a further condition.
func filtered[Q Query[Q, T, S], T any, S Scanner](query Q, where Filter) Q {
	query = query.Clone()
	if where != nil {
		query.Modify(where)
	}
	return query
}

// all is the whole condition.
func (r Request[T]) all() Filter {
	if r.Text == nil {
		return r.Where
	}
	return And(r.Where, r.Text)
}

// Fetch reads one page of query in at most one statement, two for a search
// that finds little, and one more for the total when it is wanted and not
// already known from the page. The query itself is left as it was. Wrong
// arguments are *fault.Error BAD_USER_INPUT.
func Fetch[Q Query[Q, T, S], T any, S Scanner](ctx context.Context, query Q, req Request[T]) (Page[T], error) {
	page := Page[T]{order: req.Order}
	pl, err := newPlan(req)
	if err != nil {
		return page, err
	}
	total := -1
	if pl.needsRows(req.Want) {
		rows, err := read(ctx, filtered(query, req.Where), req, pl)
		if err != nil {
			return page, fmt.Errorf("connection: read page: %w", err)
		}
		total = pl.fill(&page, rows)
	}
	if !req.Want.Total {
		return page, nil
	}
	if total < 0 && req.Count != nil {
		n, known, err := req.Count(ctx)
		if err != nil {
			return page, fmt.Errorf("connection: read the kept total: %w", err)
		}
		if known {
			total = n
		}
	}
	if total < 0 {
		if total, err = filtered(query, req.all()).Count(ctx); err != nil {
			return page, fmt.Errorf("connection: count list: %w", err)
		}
	}
	page.Total = total
	return page, nil
}

// read reads the rows of one page and the look-ahead row.
func read[Q Query[Q, T, S], T any, S Scanner](ctx context.Context, query Q, req Request[T], pl plan[T]) ([]*T, error) {
	all := func(modify func(*sql.Selector)) ([]*T, error) {
		q := query.Clone()
		if cols := req.columns(); cols != nil {
			q.Select(cols...)
		}
		q.Modify(modify)
		return q.All(ctx)
	}
	if req.Text == nil {
		return all(pl.page)
	}
	rows, err := all(func(s *sql.Selector) { pl.near(s, req.Text) })
	if err != nil || len(rows) > pl.size {
		return rows, err
	}
	return all(func(s *sql.Selector) { pl.far(s, req.Text) })
}
