package database

import (
	"errors"
	"fmt"
	"slices"
)

// reader walks over the tokens of a query and notes, for each statement in it,
// the tables it reads and the comparisons that hold for all its rows.
type reader struct {
	guard  *Guard
	tokens []token
	pos    int
	scopes []*scope
	ctes   []string
}

func (r *reader) run() error {
	for r.pos < len(r.tokens) {
		t := r.at(0)
		if !t.is("select", "with", "insert", "update", "delete", "merge", "values", "copy", "explain", "declare", "(") {
			r.skipStatement() // a command: schema changes, settings
		} else if err := r.body(nil); err != nil {
			return err
		}
		r.pos++ // the semicolon
	}
	for _, s := range r.scopes {
		r.guard.settle(s)
	}
	for _, s := range r.scopes {
		if err := s.verify(); err != nil {
			return err
		}
	}
	return nil
}

// at looks n tokens ahead or, negative, back; beyond the ends is the zero token.
func (r *reader) at(n int) token {
	if i := r.pos + n; i >= 0 && i < len(r.tokens) {
		return r.tokens[i]
	}
	return token{}
}

func (r *reader) skipStatement() {
	for r.pos < len(r.tokens) && !r.at(0).is(";") {
		r.pos++
	}
}

// clause is where in a statement the reader is.
type clause uint8

const (
	inOther clause = iota
	inFrom         // FROM list, and ON after it
	inWhere
	inSet
)

// statement is the state of reading one body.
type statement struct {
	scope    *scope
	verb     string
	clause   clause
	target   string  // tenant table that is written
	joined   *source // last one joined
	joinKind string
	cond     *conjunction // nil outside WHERE and ON
}

// conjunction collects comparisons until an OR makes them worthless.
type conjunction struct {
	found  []comparison
	broken bool
	only   *source
}

func (st *statement) flush() {
	if st.cond != nil && !st.cond.broken {
		for _, c := range st.cond.found {
			c.only = st.cond.only
			st.scope.conditions = append(st.scope.conditions, c)
		}
	}
	st.cond = nil
}

func (r *reader) newScope(outer *scope) *scope {
	s := &scope{outer: outer}
	r.scopes = append(r.scopes, s)
	return s
}

// body reads a query up to its closing parenthesis, semicolon or the end.
func (r *reader) body(outer *scope) error {
	st := &statement{scope: r.newScope(outer)}
	for r.pos < len(r.tokens) && !r.at(0).is(")", ";") {
		if err := r.step(st, outer); err != nil {
			return err
		}
	}
	st.flush()
	return nil
}

// step reads one clause's beginning or one token within it.
func (r *reader) step(st *statement, outer *scope) error {
	t := r.at(0)
	call := r.at(1).is("(") // left(…) is a function
	switch {
	case t.is("("):
		return r.parenthesis(st)
	case t.is("union", "intersect", "except"):
		st.flush()
		*st = statement{scope: r.newScope(outer)}
	case t.is("from") && !r.at(-1).is("distinct"):
		st.flush()
		st.clause = inFrom
		r.pos++
		return r.sources(st)
	case t.is("using") && (st.verb == "delete" || st.verb == "merge") && (!call || r.query(1)):
		st.flush()
		st.clause = inFrom
		r.pos++
		return r.sources(st)
	case t.is("join"):
		st.flush()
		st.clause, st.joinKind = inFrom, r.joinKind()
		r.pos++
		return r.sources(st)
	case t.is(",") && st.clause == inFrom:
		st.flush()
		r.pos++
		return r.sources(st)
	case t.is("on") && st.clause == inFrom:
		st.flush()
		st.cond = &conjunction{broken: st.joinKind == "right" || st.joinKind == "full"}
		if st.joinKind == "left" {
			st.cond.only = st.joined
		}
	case t.is("where"):
		st.flush()
		st.clause, st.cond = inWhere, &conjunction{}
	case t.is("set"):
		st.flush()
		st.clause = inSet
	case t.is("select", "update", "delete", "insert", "merge", "copy") && (st.verb == "" || t.is("select")):
		return r.verb(st)
	case t.is("group", "order", "having", "limit", "offset", "fetch", "for", "window", "returning", "values", "when"),
		t.is("left", "right", "full", "inner", "cross", "natural") && !call,
		t.is("on", "do"):
		st.flush()
		if st.clause != inFrom || !t.is("left", "right", "full", "inner", "cross", "natural") {
			st.clause = inOther
		}
	case st.clause == inSet:
		if err := r.assignment(st); err != nil {
			return err
		}
	case st.cond != nil && r.compare(st.cond):
		return nil
	}
	r.pos++
	return nil
}

// verb reads the first word of a statement and the table it writes.
func (r *reader) verb(st *statement) error {
	st.flush()
	st.verb, st.clause = r.at(0).text, inOther
	r.pos++
	switch st.verb {
	case "update", "merge":
		if r.at(0).is("into") {
			r.pos++
		}
		if err := r.source(st); err != nil {
			return err
		}
		st.target = st.joined.table
	case "insert", "copy":
		if r.at(0).is("into") {
			r.pos++
		}
		return r.insert(st)
	}
	return nil
}

// insert demands the tenant column in the column list.
func (r *reader) insert(st *statement) error {
	if st.verb == "copy" && r.at(0).is("(") {
		return nil // COPY (SELECT …) TO
	}
	table := r.tableName()
	key, tenant := r.guard.columns[table]
	if r.at(0).is("as") {
		r.pos += 2
	}
	listed := false
	if r.at(0).is("(") && !r.query(0) {
		for r.pos < len(r.tokens) && !r.at(0).is(")") {
			listed = listed || r.at(0).name() && r.at(0).text == key
			r.pos++
		}
		r.pos++
	}
	if tenant {
		st.target = table
		if !listed {
			return fmt.Errorf("%s into table %q does not list %q", st.verb, table, key)
		}
		if st.verb == "copy" && !r.at(0).is("from") {
			return fmt.Errorf("copy out of table %q is not limited to a reseller", table)
		}
	}
	if st.verb == "copy" {
		r.skipStatement()
	}
	return nil
}

// assignment refuses a new value for the tenant column. The column itself is
// none: ON CONFLICT code writes that.
func (r *reader) assignment(st *statement) error {
	key, tenant := r.guard.columns[st.target]
	if !tenant || !r.at(-1).is("set", ",") || r.at(0).text != key || !r.at(1).is("=") {
		return nil
	}
	value, n := r.column(2)
	if n > 0 && value.name == key && value.qualifier != "excluded" {
		return nil
	}
	return fmt.Errorf("update of table %q sets %q: the reseller of a row never changes", st.target, key)
}

var errParenthesis = errors.New("a join or an assignment in parentheses is not understood: write it without")

// parenthesis reads a subquery or a group within a clause.
func (r *reader) parenthesis(st *statement) error {
	if st.clause == inSet && r.at(-1).is("set", ",") && st.target != "" {
		return errParenthesis
	}
	plain := r.at(-1).is("where", "on", "and")
	if r.query(0) {
		return r.subquery(st.scope)
	}
	found, err := r.group(st.scope)
	if err == nil && plain && st.cond != nil && r.terminated(0) {
		st.cond.found = append(st.cond.found, found...)
	}
	return err
}

// subquery reads from "(" to after ")".
func (r *reader) subquery(outer *scope) error {
	if name := r.cteName(); name != "" {
		r.ctes = append(r.ctes, name)
	}
	r.pos++
	if err := r.body(outer); err != nil {
		return err
	}
	r.pos++
	return nil
}

// group reads a parenthesis that is no query and gives the comparisons that
// hold whenever it is true.
func (r *reader) group(s *scope) ([]comparison, error) {
	r.pos++
	var cond conjunction
	for r.pos < len(r.tokens) && !r.at(0).is(")") {
		switch {
		case r.at(0).is("(") && r.query(0):
			if err := r.subquery(s); err != nil {
				return nil, err
			}
		case r.at(0).is("("):
			plain := r.at(-1).is("and", "(")
			found, err := r.group(s)
			if err != nil {
				return nil, err
			}
			if plain && r.terminated(0) {
				cond.found = append(cond.found, found...)
			}
		case r.compare(&cond):
		default:
			r.pos++
		}
	}
	r.pos++
	if cond.broken {
		return nil, nil
	}
	return slices.Clip(cond.found), nil
}
