package connection

import "entgo.io/ent/dialect/sql"

// reach is how many rows of the list are looked through for a text, before all
// rows that hold the text are gathered instead. Looking at one row takes about
// as long as gathering one, so a page costs at most twice what the better of
// both ways would.
const reach = 2_000

// near is a page of the rows that hold a text among the next rows of the list.
// It is the whole page when it is full. Left to itself, PostgreSQL guesses how
// often a text occurs and where: for a rare name, or one that stands far down
// in the list, it would walk through a million rows to find 26.
func (pl plan[T]) near(s *sql.Selector, text Filter) {
	next := pl
	next.size, next.offset = pl.reach-1, 0
	rows := next.rows(s)
	pl.replace(s, func(b *sql.Builder) { b.Wrap(func(b *sql.Builder) { b.Join(rows) }) })
	text(s)
	pl.cut(s)
}

// far is a page of all rows that hold a text, gathered by the index of the
// text before they are put in order.
func (pl plan[T]) far(s *sql.Selector, text Filter) {
	rows := s.Clone().SelectExpr(everything(s.TableName()))
	text(rows)
	for _, or := range [][]span{pl.spans, pl.rest} {
		if len(or) > 0 {
			rows.Where(anyOf(rows, or))
		}
	}
	rows.ClearOrder().Offset(0) // a subquery that is planned for itself
	pl.replace(s, func(b *sql.Builder) { b.Wrap(func(b *sql.Builder) { b.Join(rows) }) })
	pl.cut(s)
}

// cut leaves one page and the look-ahead row.
func (pl plan[T]) cut(s *sql.Selector) {
	s.Limit(pl.size + 1)
	if pl.offset > 0 {
		s.Offset(pl.offset)
	}
}
