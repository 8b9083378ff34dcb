package database

import (
	"fmt"
	"slices"
)

// tenantColumn is the distribution key of every tenant table.
const tenantColumn = "reseller_id"

// Guard refuses SQL that touches a tenant table without naming its reseller as
// a parameter. It reads the text alone, so it is a net for tests and
// development under the tenant scope, not a wall: it may refuse a correct
// statement that is written in an unusual way.
//
// A table is in scope when a WHERE or an ON, on a path of ANDs only, compares
// its reseller_id with a bare parameter, or with the reseller_id of a table
// that is in scope. An INSERT lists the column instead; an UPDATE never sets
// it. The table resellers is told by its id. A common table expression must not
// have the name of a tenant table.
type Guard struct {
	columns map[string]string // table → column that tells the reseller
}

// NewGuard makes a guard over the named tenant tables; resellers is always
// among them.
func NewGuard(tables ...string) *Guard {
	g := &Guard{columns: map[string]string{}}
	for _, t := range tables {
		g.columns[t] = tenantColumn
	}
	g.columns["resellers"] = "id"
	return g
}

// Check fits PoolConfig.Guard. Its error names the table, and the statement
// without values of the caller.
func (g *Guard) Check(query string) error {
	r := reader{guard: g, tokens: lex(query)}
	if err := r.run(); err != nil {
		return fmt.Errorf("guard: %w: %s", err, query)
	}
	return nil
}

// source is a table, subquery or function that a statement reads or changes.
type source struct {
	table  string // "" unless a tenant table
	alias  string
	scoped bool
	equal  []*source // compared by their tenant columns
}

// inScope follows the comparisons; seen stops circles.
func (s *source) inScope(seen map[*source]bool) bool {
	if s.scoped {
		return true
	}
	seen[s] = true
	for _, o := range s.equal {
		if !seen[o] && o.inScope(seen) {
			return true
		}
	}
	return false
}

// scope is one SELECT, UPDATE, DELETE or INSERT with the names it knows.
type scope struct {
	outer      *scope
	sources    []*source
	conditions []comparison
}

// comparison is a promising equality: column with parameter (right == nil) or
// column with column.
type comparison struct {
	left  column
	right *column
	only  *source // in the ON of a LEFT JOIN: it restricts this one alone
}

type column struct{ qualifier, name string }

// settle decides about the tables of a finished statement.
func (g *Guard) settle(s *scope) {
	for _, c := range s.conditions {
		left := g.find(s, c.left)
		if c.right == nil {
			if left != nil && s.mayLimit(left, c) {
				left.scoped = true
			}
			continue
		}
		right := g.find(s, *c.right)
		if left == nil || right == nil || left == right {
			continue
		}
		if s.mayLimit(left, c) {
			left.equal = append(left.equal, right)
		}
		if s.mayLimit(right, c) {
			right.equal = append(right.equal, left)
		}
	}
}

// mayLimit is false for tables of an outer statement, and for the left side of
// a LEFT JOIN in its ON.
func (s *scope) mayLimit(t *source, c comparison) bool {
	return slices.Contains(s.sources, t) && (c.only == nil || c.only == t)
}

// verify follows when every scope is settled, because inner statements lean on
// outer ones.
func (s *scope) verify() error {
	for _, t := range s.sources {
		if t.table != "" && !t.inScope(map[*source]bool{}) {
			return fmt.Errorf("table %q (as %q) is not limited to a reseller by a parameter", t.table, t.alias)
		}
	}
	return nil
}

// find gives the source whose tenant column is meant, nil for other columns. A
// bare name belongs to the only tenant table of the statement.
func (g *Guard) find(s *scope, c column) *source {
	if c.qualifier == "" {
		var found *source
		for _, t := range s.sources {
			if t.table == "" {
				continue
			}
			if found != nil {
				return nil
			}
			found = t
		}
		if found == nil || g.columns[found.table] != c.name {
			return nil
		}
		return found
	}
	for ; s != nil; s = s.outer {
		for _, t := range s.sources {
			if t.alias != c.qualifier {
				continue
			}
			if t.table == "" && c.name == tenantColumn || t.table != "" && g.columns[t.table] == c.name {
				return t
			}
			return nil
		}
	}
	return nil
}
