package connection

import (
	"slices"

	"entgo.io/ent/dialect/sql"
)

// Filter is a condition on rows; nil matches all. Request.Where takes it as it
// is; where ent takes a predicate, one that is not nil fits too.
type Filter = func(*sql.Selector)

// And holds where all filters hold; of none, everywhere.
func And(filters ...Filter) Filter {
	fs := slices.DeleteFunc(slices.Clone(filters), func(f Filter) bool { return f == nil })
	switch len(fs) {
	case 0:
		return nil
	case 1:
		return fs[0]
	}
	return where(func(s *sql.Selector) *sql.Predicate { return group(" AND ", collect(s, fs)...) })
}

// Or holds where some filter holds; of none, nowhere.
func Or(filters ...Filter) Filter {
	switch {
	case len(filters) == 0:
		return where(func(*sql.Selector) *sql.Predicate { return sql.False() })
	case slices.ContainsFunc(filters, func(f Filter) bool { return f == nil }):
		return nil
	case len(filters) == 1:
		return filters[0]
	}
	return where(func(s *sql.Selector) *sql.Predicate { return group(" OR ", collect(s, filters)...) })
}

// Not holds exactly where the filter does not, also where a comparison with
// NULL leaves SQL undecided.
func Not(f Filter) Filter {
	if f == nil {
		return Or()
	}
	return where(func(s *sql.Selector) *sql.Predicate {
		inner := collect(s, []Filter{f})[0]
		return sql.P(func(b *sql.Builder) { b.Join(inner).WriteString(" IS NOT TRUE") })
	})
}

func where(p func(*sql.Selector) *sql.Predicate) Filter {
	return func(s *sql.Selector) { s.Where(p(s)) }
}

// collect gives one predicate for each filter.
func collect(s *sql.Selector, filters []Filter) []*sql.Predicate {
	out := make([]*sql.Predicate, len(filters))
	for i, f := range filters {
		s.CollectPredicates()
		f(s)
		out[i] = group(" AND ", s.CollectedPredicates()...)
		s.UncollectedPredicates()
	}
	return out
}

// group joins predicates within parentheses. The builder's own And and Or
// leave the parentheses out when they hold one part or have been cloned,
// which turns "a AND (b OR c)" into something else.
func group(op string, ps ...*sql.Predicate) *sql.Predicate {
	if len(ps) == 0 {
		return sql.P(func(b *sql.Builder) { b.WriteString("TRUE") })
	}
	return sql.P(func(b *sql.Builder) {
		b.Wrap(func(b *sql.Builder) {
			for i, p := range ps {
				if i > 0 {
					b.WriteString(op)
				}
				b.Join(p)
			}
		})
	})
}
