package connection

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
)

// plan is a validated request, ready to be written into a statement.
type plan[T any] struct {
	size     int
	offset   int
	reach    int // rows looked through for a text
	backward bool
	after    bool // a cursor limits the list at its beginning
	before   bool // … and at its end
	keys     []key
	spans    []span // rows between the cursors, each part an index range
	rest     []span // further condition of ranges with too many parts
}

func newPlan[T any](req Request[T]) (plan[T], error) {
	pl := plan[T]{}
	a := req.Args
	if len(req.Order.terms) == 0 {
		return pl, fmt.Errorf("connection: request without an order")
	}
	if err := a.Validate(); err != nil {
		return pl, err
	}
	pl.size, pl.backward, pl.reach = a.Size(), a.Backward(), cmp.Or(req.reach, reach)
	if a.Offset != nil {
		pl.offset = *a.Offset
	}
	pl.keys = req.Order.keys(pl.backward)
	var limits [2][]span // behind after, in front of before
	for i, c := range []struct {
		name   string
		cursor *string
		given  *bool
	}{{"after", a.After, &pl.after}, {"before", a.Before, &pl.before}} {
		if c.cursor == nil {
			continue
		}
		*c.given = true
		vals, err := req.Order.decode(c.name, *c.cursor)
		if err != nil {
			return pl, err
		}
		limits[i] = seek(req.Order.keys(c.name == "before"), vals)
	}
	if pl.backward {
		limits[0], limits[1] = limits[1], limits[0]
	}
	pl.spans, pl.rest = between(limits[0], limits[1])
	return pl, nil
}

// needsRows reports whether a statement has to run. An empty page still looks
// ahead when the caller asks whether there is more.
func (pl plan[T]) needsRows(w Want) bool {
	return w.PageInfo || w.Nodes && pl.size > 0
}

// fill cuts the look-ahead row, restores the order of the list and answers
// the two questions of pageInfo as the Relay specification does: exactly in
// the direction of travel; on the other side a cursor or an offset means that
// there is something behind it. It returns the total when the rows already
// tell it, else -1.
func (pl plan[T]) fill(p *Page[T], rows []*T) int {
	more := len(rows) > pl.size
	rows = rows[:min(len(rows), pl.size)]
	if pl.backward {
		slices.Reverse(rows)
		p.HasPrev, p.HasNext = more, pl.before
	} else {
		p.HasNext, p.HasPrev = more, pl.after || pl.offset > 0
	}
	p.Nodes = rows
	if more || pl.after || pl.before || len(rows) == 0 && pl.offset > 0 {
		return -1
	}
	return pl.offset + len(rows)
}

// page writes the plan into the statement of a list.
func (pl plan[T]) page(s *sql.Selector) {
	if len(pl.spans) < 2 {
		pl.limit(s, pl.spans)
		return
	}
	page := pl.rows(s)
	pl.replace(s, func(b *sql.Builder) { b.Wrap(func(b *sql.Builder) { b.Join(page) }) })
}

// limit restricts a select to spans, ordered and cut to one page and the
// look-ahead row.
func (pl plan[T]) limit(s *sql.Selector, spans []span) {
	for _, or := range [][]span{spans, pl.rest} {
		if len(or) > 0 {
			s.Where(anyOf(s, or))
		}
	}
	orderBy(s.ClearOrder(), s.C, pl.keys)
	pl.cut(s)
}

// rows is the select of one page of s, with all columns and all conditions of
// s, as an expression. Several spans are a select each, so that each is a
// range of an index, which one with OR would not be.
func (pl plan[T]) rows(s *sql.Selector, where ...*sql.Predicate) sql.Querier {
	name := s.TableName()
	part := func(spans ...span) *sql.Selector {
		c := s.Clone().SelectExpr(everything(name)).SetP(nil)
		for _, w := range append(slices.Clip(where), s.P()) {
			if w != nil {
				c.Where(group("", w))
			}
		}
		pl.limit(c, spans)
		return c
	}
	if len(pl.spans) < 2 {
		return part(pl.spans...)
	}
	parts := make([]*sql.Selector, len(pl.spans)) // made now: s is about to lose its conditions
	for i, sp := range pl.spans {
		parts[i] = part(sp)
	}
	union := sql.ExprFunc(func(b *sql.Builder) {
		b.Wrap(func(b *sql.Builder) {
			for i, p := range parts {
				if i > 0 {
					b.WriteString(" UNION ALL ")
				}
				b.Wrap(func(b *sql.Builder) { b.Join(p) })
			}
		})
		b.WriteString(" AS ").Ident(name)
	})
	outer := sql.Dialect(dialect.Postgres).Select().SelectExpr(everything(name)).FromExpr(union)
	orderBy(outer, s.C, pl.keys)
	return outer.Limit(pl.size + 1)
}

// replace lets s read rows, written by from with the name of the table as its
// alias, instead of the table itself. The conditions of s, the tenant's among
// them, have moved into rows.
func (pl plan[T]) replace(s *sql.Selector, from func(b *sql.Builder)) {
	if s.HasJoins() {
		s.AddError(errors.New("connection: this page cannot be read through a join; filter with a subquery"))
		return
	}
	name := s.TableName()
	s.FromExpr(sql.ExprFunc(func(b *sql.Builder) {
		from(b)
		b.WriteString(" AS ").Ident(name)
	}))
	s.As(name) // columns are named as before; a statement itself prints no alias
	orderBy(s.SetP(nil).ClearOrder(), s.C, pl.keys)
}

// everything is all columns of a table.
func everything(name string) sql.Querier {
	return sql.ExprFunc(func(b *sql.Builder) { b.Ident(name).WriteString(".*") })
}
