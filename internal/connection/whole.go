package connection

import "entgo.io/ent/dialect/sql"

// Whole is the query of all rows of a list, in the order in which its pages
// bring them. Args and Want of the request do not matter; columns are those of
// a page. The query itself is left as it was.
func Whole[Q Query[Q, T, S], T any, S Scanner](query Q, req Request[T]) Q {
	query = filtered(query, req.all())
	req.Want.Nodes = true
	if cols := req.columns(); cols != nil {
		query.Select(cols...)
	}
	query.Modify(func(s *sql.Selector) { orderBy(s.ClearOrder(), s.C, req.Order.keys(false)) })
	return query
}
