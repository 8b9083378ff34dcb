package connection

import (
	"slices"

	"entgo.io/ent/dialect/sql"
)

// key is a sort key in the direction a statement scans: a backward page scans
// the whole order reversed, nulls first.
type key struct {
	column     string
	kind       Kind
	desc       bool
	nullable   bool
	nullsFirst bool
}

func (o Order[T]) keys(backward bool) []key {
	keys := make([]key, len(o.terms))
	for i, t := range o.terms {
		keys[i] = key{t.Column, t.Kind, t.Desc != backward, t.Nullable, backward}
	}
	return keys
}

// orderBy writes ORDER BY the way an index is declared: "a", "a DESC" for
// columns without nulls and whenever that already puts nulls where they
// belong, NULLS FIRST or LAST spelled out otherwise.
func orderBy(s *sql.Selector, column func(string) string, keys []key) {
	for _, k := range keys {
		s.OrderExpr(sql.ExprFunc(func(b *sql.Builder) {
			b.Ident(column(k.column))
			if k.desc {
				b.WriteString(" DESC")
			}
			// PostgreSQL's default is as if nulls were the largest value.
			if k.nullable && k.nullsFirst != k.desc {
				if k.nullsFirst {
					b.WriteString(" NULLS FIRST")
				} else {
					b.WriteString(" NULLS LAST")
				}
			}
		}))
	}
}

// test is one condition on one key, or on several compared as a row.
type test struct {
	op   op
	keys []key
	vals []any
}

type op uint8

const (
	isNull  op = iota
	notNull    // the key has a value
	equals     // the key has this value
	beyond     // the row of keys lies behind the values, in scan direction
	never      // no row
)

// span is a conjunction of tests that is one contiguous range of an index on
// the keys.
type span []test

// seek gives the rows strictly behind vals in scan direction, as disjoint
// spans. Keys in one direction are compared as a row, so an order without
// nulls in one direction is a single span.
func seek(keys []key, vals []any) []span {
	var spans []span
	var at span // equal to vals in the keys so far
	add := func(t test) { spans = append(spans, append(slices.Clone(at), t)) }
	for i := 0; i < len(keys); {
		if vals[i] == nil {
			if keys[i].nullsFirst {
				add(test{op: notNull, keys: keys[i : i+1]})
			}
			at = append(at, test{op: isNull, keys: keys[i : i+1]})
			i++
			continue
		}
		j := i + 1
		for j < len(keys) && vals[j] != nil && keys[j].desc == keys[i].desc {
			j++
		}
		// A null in the compared row makes the comparison null where it would
		// have to decide, so such rows are left out: right when nulls come
		// first, and put back below when they come last.
		add(test{beyond, keys[i:j], vals[i:j]})
		for ; i < j; i++ {
			if keys[i].nullable && !keys[i].nullsFirst {
				add(test{op: isNull, keys: keys[i : i+1]})
			}
			at = append(at, test{equals, keys[i : i+1], vals[i : i+1]})
		}
	}
	return spans
}

// maxSpans bounds the parts of one statement; beyond it, the far limit of a
// range is a filter instead of further parts.
const maxSpans = 6

// between crosses the spans behind the start of a range with those before its
// end; no spans on a side mean no limit there. rest is a condition that all
// rows must meet besides.
func between(start, stop []span) (spans, rest []span) {
	switch {
	case len(start) == 0:
		return stop, nil
	case len(stop) == 0:
		return start, nil
	case len(start)*len(stop) > maxSpans:
		return start, stop
	}
	for _, a := range start {
		for _, b := range stop {
			if both := slices.Concat(a, b); !both.contradictory() {
				spans = append(spans, both)
			}
		}
	}
	if len(spans) == 0 {
		spans = []span{{{op: never}}}
	}
	return spans, nil
}

// contradictory spans want a key to be null and to have a value. PostgreSQL
// would read all the nulls to see it, as it does not look into a row
// comparison.
func (sp span) contradictory() bool {
	null := map[string]bool{}
	for _, t := range sp {
		if t.op == isNull {
			null[t.keys[0].column] = true
		}
	}
	return slices.ContainsFunc(sp, func(t test) bool { return t.op != isNull && null[t.keys[0].column] })
}

// anyOf is the condition that a row lies in one of the spans.
func anyOf(s *sql.Selector, spans []span) *sql.Predicate {
	or := make([]*sql.Predicate, len(spans))
	for i, sp := range spans {
		or[i] = sp.predicate(s)
	}
	return group(" OR ", or...)
}

func (sp span) predicate(s *sql.Selector) *sql.Predicate {
	and := make([]*sql.Predicate, len(sp))
	for i, t := range sp {
		and[i] = t.predicate(s)
	}
	return group(" AND ", and...)
}

func (t test) predicate(s *sql.Selector) *sql.Predicate {
	switch t.op {
	case never:
		return sql.False()
	case isNull:
		return sql.IsNull(s.C(t.keys[0].column))
	case notNull:
		return sql.NotNull(s.C(t.keys[0].column))
	}
	return sql.P(func(b *sql.Builder) {
		list := func(write func(i int)) {
			if len(t.keys) > 1 {
				b.WriteByte('(')
				defer b.WriteByte(')')
			}
			for i := range t.keys {
				if i > 0 {
					b.Comma()
				}
				write(i)
			}
		}
		list(func(i int) { b.Ident(s.C(t.keys[i].column)) })
		switch {
		case t.op == equals:
			b.WriteString(" = ")
		case t.keys[0].desc:
			b.WriteString(" < ")
		default:
			b.WriteString(" > ")
		}
		list(func(i int) {
			b.Arg(t.vals[i])
			if t.keys[i].kind == Int {
				// A cursor may carry more than a small column can hold.
				b.WriteString("::bigint")
			}
		})
	})
}
