package connection

import (
	"context"
	"database/sql/driver"
	"strings"
	"testing"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
)

// ten fills a tenant with ten rows named a to j.
func ten(t *testing.T) (*recorder, *thingQuery, []*thing) {
	t.Helper()
	drv, reseller := record(t), uuid.New()
	var rows []*thing
	for i := range 10 {
		rows = append(rows, &thing{
			ID: uuid.New(), Reseller: reseller, Parent: uuid.New(), Name: string(rune('a' + i)), Size: i,
			Made: time.Date(2026, 1, 1, 0, 0, i, 0, time.UTC),
		})
	}
	drv.insert(t, rows...)
	return drv, drv.query(reseller), rows
}

// TestStatements counts what each part of a connection costs.
func TestStatements(t *testing.T) {
	t.Parallel()
	drv, q, rows := ten(t)
	order := MustOrder(byID, byName)
	cursor := ptr(order.encode(order.values(rows[3])))
	for _, c := range []struct {
		name        string
		args        Args
		want        Want
		pages, cnts int
	}{
		{"nothing", Args{}, Want{}, 0, 0},
		{"nodes", Args{First: ptr(2)}, Want{Nodes: true}, 1, 0},
		{"page info", Args{First: ptr(2)}, Want{PageInfo: true}, 1, 0},
		{"total", Args{First: ptr(2)}, Want{Total: true}, 0, 1},
		{"everything", Args{First: ptr(2)}, everyPart, 1, 1},
		{"the page is the list", Args{First: ptr(10)}, everyPart, 1, 0},
		{"the last numbered page", Args{First: ptr(5), Offset: ptr(8)}, everyPart, 1, 0},
		{"behind the last numbered page", Args{First: ptr(5), Offset: ptr(18)}, everyPart, 1, 1},
		{"behind a cursor", Args{First: ptr(20), After: cursor}, everyPart, 1, 1},
		{"no rows", Args{First: ptr(0)}, Want{Nodes: true}, 0, 0},
		{"no rows, is there more", Args{First: ptr(0)}, Want{Nodes: true, PageInfo: true}, 1, 0},
	} {
		drv.statements = nil
		page, err := Fetch(context.Background(), q, Request[thing]{Args: c.args, Order: order, Want: c.want})
		if err != nil {
			t.Fatal(err)
		}
		pages, cnts := 0, 0
		for _, s := range drv.statements {
			if strings.Contains(s.query, "COUNT(") {
				cnts++
			} else {
				pages++
			}
		}
		if pages != c.pages || cnts != c.cnts {
			t.Errorf("%s: %d pages and %d counts, want %d and %d", c.name, pages, cnts, c.pages, c.cnts)
		}
		if c.want.Total && page.Total != 10 {
			t.Errorf("%s: total %d", c.name, page.Total)
		}
		if c.name == "no rows, is there more" && (!page.HasNext || len(page.Nodes) > 0 || page.EndCursor() != nil) {
			t.Errorf("%s: %+v", c.name, page)
		}
	}
	if len(q.fields)+len(q.modifiers) > 0 {
		t.Error("the caller's query was changed")
	}
}

func TestColumns(t *testing.T) {
	t.Parallel()
	drv, q, rows := ten(t)
	order := MustOrder(byID, byMade)
	last := func() string { return drv.statements[len(drv.statements)-1].query }
	for _, c := range []struct {
		columns []string
		want    Want
		sql     string
	}{
		{[]string{"size"}, Want{Nodes: true}, `SELECT "thing"."id", "thing"."made", "thing"."size" FROM`},
		{[]string{}, Want{Nodes: true}, `SELECT "thing"."id", "thing"."made" FROM`},
		{nil, Want{PageInfo: true}, `SELECT "thing"."id", "thing"."made" FROM`},
		{nil, Want{Nodes: true}, `SELECT "thing"."id", "thing"."reseller_id", "thing"."parent_id", `},
	} {
		if _, err := Fetch(context.Background(), q, Request[thing]{Order: order, Want: c.want, Columns: c.columns}); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(last(), c.sql) {
			t.Errorf("got %s, want %s", last(), c.sql)
		}
	}
	req := Request[thing]{Order: order, Want: Want{Nodes: true}, Columns: []string{"size"}}
	if _, err := FetchNested(context.Background(), q, []uuid.UUID{rows[0].Parent}, byParent, req); err != nil {
		t.Fatal(err)
	}
	if want := `SELECT "thing"."id", "thing"."made", "thing"."parent_id", "thing"."size" FROM unnest(`; !strings.HasPrefix(last(), want) {
		t.Errorf("got %s, want %s", last(), want)
	}
}

// TestForgedCursor: a value larger than its column is a position, not an
// error of the database.
func TestForgedCursor(t *testing.T) {
	t.Parallel()
	_, q, rows := ten(t)
	order := MustOrder(byID, bySize.In(true))
	req := Request[thing]{Order: order, Want: Want{Nodes: true}, Args: Args{After: ptr(order.encode([]any{int64(1) << 60, rows[0].ID}))}}
	page, err := Fetch(context.Background(), q, req)
	if err != nil {
		t.Fatal(err)
	}
	if len(page.Nodes) != 10 || page.Nodes[0].Size != 9 {
		t.Errorf("%d nodes", len(page.Nodes))
	}
}

func TestRequestsRefused(t *testing.T) {
	t.Parallel()
	drv, q, rows := ten(t)
	ctx, order := context.Background(), MustOrder(byID)
	_, err := Fetch(ctx, q, Request[thing]{Order: order, Args: Args{After: ptr("x")}})
	refused(t, "cursor", err, "after")
	_, err = FetchNested(ctx, q, []uuid.UUID{rows[0].Parent}, byParent, Request[thing]{Order: order, Args: Args{Offset: ptr(1)}})
	refused(t, "nested offset", err, "offset")
	if _, err := Fetch(ctx, q, Request[thing]{Want: Want{Nodes: true}}); err == nil {
		t.Error("a request without an order was served")
	}
	join := q.Clone().Where(func(s *sql.Selector) { o := sql.Table("thing").As("o"); s.Join(o).On(s.C("id"), o.C("id")) })
	if _, err := FetchNested(ctx, join, []uuid.UUID{rows[0].Parent}, byParent, Request[thing]{Order: order, Want: everyPart}); err == nil {
		t.Error("a joined query was rewritten")
	}
	drv.statements = nil
	pages, err := FetchNested(ctx, q, nil, byParent, Request[thing]{Order: order, Want: everyPart})
	if err != nil || len(pages) > 0 || len(drv.statements) > 0 {
		t.Errorf("no parents: %v %v %v", pages, err, drv.statements)
	}
}

// TestFilterSQL pins the statements of filters: values are parameters, lists
// are one, wildcards stand for themselves.
func TestFilterSQL(t *testing.T) {
	t.Parallel()
	b := NewBudget("where")
	id := uuid.New()
	for _, c := range []struct {
		filter Filter
		sql    string
		args   []any
	}{
		{b.Text("email", "email", TextCompare{Eq: ptr("A@x.test"), Fold: true}), `"t"."email" = $1`, []any{"a@x.test"}},
		{b.Text("url", "url", TextCompare{Eq: ptr("A/b"), AnyCase: true}), `lower("t"."url") = lower($1)`, []any{"A/b"}},
		{b.Text("url", "url", TextCompare{Contains: ptr("A%"), AnyCase: true}), `lower("t"."url") LIKE lower($1)`, []any{`%A\%%`}},
		{b.Text("url", "url", TextCompare{In: []string{"A"}, AnyCase: true}), `lower("t"."url") = ANY(SELECT lower(one) FROM unnest(CAST($1 AS text[])) AS one)`, []any{`{"A"}`}},
		{b.Text("name", "name", TextCompare{StartsWith: ptr(`50%_\`)}), `"t"."name" LIKE $1`, []any{`50\%\_\\%`}},
		{b.Text("name", "name", TextCompare{In: []string{}}), `"t"."name" = ANY($1)`, []any{"{}"}},
		{b.IDs("id", "id", nil, []uuid.UUID{id}), `"t"."id" = ANY($1)`, []any{`{"` + id.String() + `"}`}},
		{Enum(b, "status", "status", nil, []string{"OFF"}), `("t"."status" = ANY($1)) IS NOT TRUE`, []any{`{"OFF"}`}},
		{b.Time("at", "at", TimeCompare{IsNull: ptr(false)}), `"t"."at" IS NOT NULL`, nil},
		{b.Bool("on", "on", ptr(true)), `"t"."on"`, nil},
		{Or(), `FALSE`, nil},
		{Or(b.Bool("on", "on", ptr(true)), nil), ``, nil},
		{Not(nil), `FALSE`, nil},
		{And(nil, And()), ``, nil},
	} {
		s := sql.Dialect("postgres").Select().From(sql.Table("t"))
		if c.filter != nil {
			c.filter(s)
		}
		got, args := s.Query()
		for i, a := range args {
			if v, ok := a.(driver.Valuer); ok {
				args[i], _ = v.Value()
			}
		}
		want := `SELECT * FROM "t"`
		if c.sql != "" {
			want += " WHERE " + c.sql
		}
		if d := cmp.Diff(want, got) + cmp.Diff(c.args, args); d != "" {
			t.Error(d)
		}
	}
	if b.Err() != nil {
		t.Error(b.Err())
	}
}
