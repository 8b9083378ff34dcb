package connection

import (
	"context"
	stdsql "database/sql"
	"slices"
	"testing"
	"time"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/sqlgraph"
	"entgo.io/ent/schema/field"
	"github.com/google/uuid"

	"tenantry/internal/dbtest"
)

// thing is a row of the test table: every kind of sort key, with and without
// nulls.
type thing struct {
	ID, Reseller, Parent uuid.UUID
	Name                 string
	Nick                 *string
	Size                 int // an integer column, smaller than the Go type
	Rank                 *int
	Seen                 *time.Time
	Made                 time.Time
	Key                  uuid.UUID
	On                   bool
}

const thingTable = `(
	reseller_id uuid NOT NULL, id uuid NOT NULL, parent_id uuid NOT NULL,
	name text NOT NULL, nick varchar, size integer NOT NULL, rank bigint,
	seen timestamptz, made timestamptz NOT NULL, key uuid NOT NULL, "on" boolean NOT NULL,
	PRIMARY KEY (reseller_id, id))`

var thingColumns = []string{"id", "reseller_id", "parent_id", "name", "nick", "size", "rank", "seen", "made", "key", "on"}

// dest is where a column of the row is scanned, or its value is found.
func (t *thing) dest(column string) any {
	return map[string]any{
		"id": &t.ID, "reseller_id": &t.Reseller, "parent_id": &t.Parent, "name": &t.Name, "nick": &t.Nick, "size": &t.Size,
		"rank": &t.Rank, "seen": &t.Seen, "made": &t.Made, "key": &t.Key, "on": &t.On,
	}[column]
}

var (
	byID   = Term[thing]{Column: "id", Kind: UUID, Value: func(t *thing) any { return t.ID }}
	byName = Term[thing]{Column: "name", Kind: Text, Value: func(t *thing) any { return t.Name }}
	byNick = Term[thing]{Column: "nick", Kind: Text, Nullable: true, Value: func(t *thing) any { return t.Nick }}
	bySize = Term[thing]{Column: "size", Kind: Int, Value: func(t *thing) any { return t.Size }}
	byRank = Term[thing]{Column: "rank", Kind: Int, Nullable: true, Value: func(t *thing) any { return t.Rank }}
	bySeen = Term[thing]{Column: "seen", Kind: Time, Nullable: true, Value: func(t *thing) any { return t.Seen }}
	byMade = Term[thing]{Column: "made", Kind: Time, Value: func(t *thing) any { return t.Made }}
	byKey  = Term[thing]{Column: "key", Kind: UUID, Value: func(t *thing) any { return t.Key }}
	byOn   = Term[thing]{Column: "on", Kind: Bool, Value: func(t *thing) any { return t.On }}

	allTerms = []Term[thing]{byID, byName, byNick, bySize, byRank, bySeen, byMade, byKey, byOn}
	byParent = Parent[thing]{Column: "parent_id", Of: func(t *thing) uuid.UUID { return t.Parent }}
)

// thingQuery has the methods of a generated query builder that matter here
// and builds its statements as generated code does. scope stands for an
// interceptor that adds a predicate when the query runs.
type thingQuery struct {
	drv        dialect.Driver
	scope      func(*sql.Selector)
	fields     []string
	predicates []func(*sql.Selector)
	modifiers  []func(*sql.Selector)
}

type thingSelect struct{ *thingQuery }

func (q *thingQuery) Clone() *thingQuery {
	c := *q
	c.fields, c.predicates, c.modifiers = slices.Clone(q.fields), slices.Clone(q.predicates), slices.Clone(q.modifiers)
	return &c
}

func (q *thingQuery) Where(ps ...func(*sql.Selector)) *thingQuery {
	for _, p := range ps {
		if p != nil {
			q.predicates = append(q.predicates, p)
		}
	}
	return q
}

func (q *thingQuery) Select(fields ...string) *thingSelect {
	q.fields = append(q.fields, fields...)
	return &thingSelect{q}
}

func (q *thingQuery) Modify(ms ...func(*sql.Selector)) *thingSelect {
	q.modifiers = append(q.modifiers, ms...)
	return q.Select()
}

func (q *thingQuery) where(s *sql.Selector) {
	for _, p := range q.predicates {
		p(s)
	}
}

func (q *thingQuery) spec() *sqlgraph.QuerySpec {
	if q.scope != nil {
		q.Where(q.scope)
	}
	spec := sqlgraph.NewQuerySpec("thing", thingColumns, sqlgraph.NewFieldSpec("id", field.TypeUUID))
	if len(q.fields) > 0 {
		rest := slices.DeleteFunc(slices.Clone(q.fields), func(f string) bool { return f == "id" })
		spec.Node.Columns = append([]string{"id"}, rest...)
	}
	spec.Predicate, spec.Modifiers = q.where, q.modifiers
	return spec
}

func (q *thingQuery) All(ctx context.Context) ([]*thing, error) {
	spec := q.spec()
	nodes := []*thing{}
	spec.ScanValues = func(columns []string) ([]any, error) {
		nodes = append(nodes, &thing{})
		dest := make([]any, len(columns))
		for i, c := range columns {
			dest[i] = nodes[len(nodes)-1].dest(c)
		}
		return dest, nil
	}
	spec.Assign = func([]string, []any) error { return nil }
	return nodes, sqlgraph.QueryNodes(ctx, q.drv, spec)
}

func (q *thingQuery) Count(ctx context.Context) (int, error) {
	spec := q.spec()
	spec.Node.Columns = q.fields
	return sqlgraph.CountNodes(ctx, q.drv, spec)
}

// Scan applies modifiers before predicates, as generated code does.
func (q *thingSelect) Scan(ctx context.Context, v any) error {
	q.spec()
	s := sql.Dialect(dialect.Postgres).Select().From(sql.Table("thing")).WithContext(ctx)
	for _, m := range q.modifiers {
		m(s)
	}
	q.where(s)
	query, args := s.Query()
	rows := &sql.Rows{}
	if err := q.drv.Query(ctx, query, args, rows); err != nil {
		return err
	}
	defer rows.Close()
	return sql.ScanSlice(rows, v)
}

// recorder is a driver to a database of its own that keeps the statements it
// ran.
type recorder struct {
	dialect.Driver
	db         *stdsql.DB
	statements []statement
}

type statement struct {
	query string
	args  []any
}

func (r *recorder) Query(ctx context.Context, query string, args, v any) error {
	r.statements = append(r.statements, statement{query, args.([]any)})
	return r.Driver.Query(ctx, query, args, v)
}

func record(t *testing.T) *recorder {
	t.Helper()
	empty := dbtest.Template(t, "empty", func(string) error { return nil })
	owner, _ := dbtest.Database(t, empty)
	db, err := stdsql.Open("postgres", owner)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	r := &recorder{Driver: sql.OpenDB(dialect.Postgres, db), db: db}
	r.exec(t, `CREATE TABLE thing `+thingTable)
	return r
}

func (r *recorder) exec(t *testing.T, query string, args ...any) {
	t.Helper()
	if _, err := r.db.Exec(query, args...); err != nil {
		t.Fatalf("%v\n%s", err, query)
	}
}

func (r *recorder) insert(t *testing.T, rows ...*thing) {
	t.Helper()
	ins := sql.Dialect(dialect.Postgres).Insert("thing").Columns(thingColumns...)
	for _, r := range rows {
		ins.Values(r.ID, r.Reseller, r.Parent, r.Name, r.Nick, r.Size, r.Rank, r.Seen, r.Made, r.Key, r.On)
	}
	query, args := ins.Query()
	r.exec(t, query, args...)
}

// query is a query over the rows of one reseller.
func (r *recorder) query(reseller uuid.UUID) *thingQuery {
	return &thingQuery{drv: r, scope: sql.FieldEQ("reseller_id", reseller)}
}

func ptr[V any](v V) *V { return &v }
