package database

// sources reads a FROM list up to the next clause.
func (r *reader) sources(st *statement) error {
	for {
		if err := r.source(st); err != nil {
			return err
		}
		if !r.at(0).is(",") {
			return nil
		}
		r.pos++
	}
}

// source reads one table, subquery or function with its alias.
func (r *reader) source(st *statement) error {
	for r.at(0).is("only", "lateral") {
		r.pos++
	}
	found := &source{}
	switch {
	case r.query(0):
		found.scoped = true // its own body is checked
		if err := r.subquery(st.scope); err != nil {
			return err
		}
	case r.at(0).is("("):
		return errParenthesis
	default:
		name := r.tableName()
		found.alias = name
		switch _, tenant := r.guard.columns[name]; {
		case r.at(0).is("("):
			if _, err := r.group(st.scope); err != nil {
				return err
			}
		case tenant:
			found.table = name
		default:
			for _, cte := range r.ctes {
				found.scoped = found.scoped || cte == name
			}
		}
	}
	if r.at(0).is("as") {
		r.pos++
		found.alias = r.at(0).text
		r.pos++
	} else if r.at(0).kind == tokenQuoted || r.at(0).kind == tokenWord && !r.at(0).is(afterTable...) {
		found.alias = r.at(0).text
		r.pos++
	}
	if r.at(0).is("(") { // names of its columns
		if _, err := r.group(st.scope); err != nil {
			return err
		}
	}
	st.scope.sources = append(st.scope.sources, found)
	st.joined = found
	return nil
}

// afterTable are the words that may follow a table without being its alias.
var afterTable = []string{
	"where", "join", "left", "right", "full", "inner", "cross", "natural", "on", "using", "group", "order", "having",
	"limit", "offset", "fetch", "for", "union", "intersect", "except", "returning", "set", "window", "when", "tablesample",
}

// tableName reads a name with or without its schema, which it leaves out.
func (r *reader) tableName() string {
	name := r.at(0).text
	for r.at(1).is(".") && r.at(2).name() {
		r.pos += 2
		name = r.at(0).text
	}
	r.pos++
	return name
}

// cteName gives x for the parenthesis in "x [(columns)] AS [[NOT] MATERIALIZED] (".
func (r *reader) cteName() string {
	i := -1
	for r.at(i).is("materialized", "not") {
		i--
	}
	if !r.at(i).is("as") {
		return ""
	}
	i--
	if r.at(i).is(")") {
		for !r.at(i).is("(") && r.pos+i >= 0 {
			i--
		}
		i--
	}
	return r.at(i).text
}

// query tells whether the parenthesis n tokens ahead holds a query.
func (r *reader) query(n int) bool {
	if !r.at(n).is("(") {
		return false
	}
	for r.at(n).is("(") {
		n++
	}
	return r.at(n).is("select", "with", "insert", "update", "delete", "values")
}

// joinKind is left, right, full or "".
func (r *reader) joinKind() string {
	before := r.at(-1)
	if before.is("outer") {
		before = r.at(-2)
	}
	if before.is("left", "right", "full") {
		return before.text
	}
	return ""
}

// compare reads "column = $1", "$1 = column" or "column = column" when it
// stands by itself between ANDs. Other tokens are left, but an OR or a CASE
// spoils the conjunction.
func (r *reader) compare(c *conjunction) bool {
	if r.at(0).is("or", "case") {
		c.broken = true
		return false
	}
	if !r.at(-1).is("where", "on", "and", "(") {
		return false
	}
	var found comparison
	var n int
	if r.at(0).kind == tokenParam && r.at(1).is("=") {
		col, m := r.column(2)
		if m == 0 {
			return false
		}
		found, n = comparison{left: col}, 2+m
	} else {
		col, m := r.column(0)
		if m == 0 || !r.at(m).is("=") {
			return false
		}
		n = m + 1
		found.left = col
		if r.at(n).kind == tokenParam {
			n++
		} else {
			right, k := r.column(n)
			if k == 0 {
				return false
			}
			found.right = &right
			n += k
		}
	}
	if !r.terminated(n) {
		return false
	}
	c.found = append(c.found, found)
	r.pos += n
	return true
}

// column reads a column n tokens ahead and gives the number of its tokens, 0
// when there is none.
func (r *reader) column(n int) (column, int) {
	if !r.at(n).name() {
		return column{}, 0
	}
	c, used := column{name: r.at(n).text}, 1
	for r.at(n+used).is(".") && r.at(n+used+1).name() {
		c.qualifier, c.name = c.name, r.at(n+used+1).text
		used += 2
	}
	return c, used
}

// terminated tells whether the expression ends n tokens ahead: a cast or an
// operator there would make something else of it.
func (r *reader) terminated(n int) bool {
	t := r.at(n)
	return t.kind == 0 || t.is(")", ";", ",", "and", "or", "where", "join", "left", "right", "full", "inner", "cross",
		"natural", "on", "group", "order", "having", "limit", "offset", "fetch", "for", "union", "intersect", "except",
		"returning", "window", "when", "do")
}
