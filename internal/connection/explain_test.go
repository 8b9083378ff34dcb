package connection

import (
	"context"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
)

// big fills a table of 100,000 rows of one reseller among others, with an index
// for each order the plans below use.
func big(t *testing.T) (*recorder, *thingQuery, []uuid.UUID) {
	t.Helper()
	drv := record(t)
	for _, stmt := range []string{
		// Half of the rows have no nick; 500 parents of 200 rows each.
		`INSERT INTO thing SELECT ('00000000-0000-7000-8000-' || lpad((1 + n % 2)::text, 12, '0'))::uuid, md5(n::text)::uuid,
			md5('parent' || (n / 2 % 500))::uuid, 'name ' || md5((n % 5000)::text), CASE WHEN n % 4 < 2 THEN 'nick ' || md5(n::text) END,
			n % 7, n, CASE WHEN n % 3 > 0 THEN timestamptz '2026-01-01' + (n % 9000) * interval '1 microsecond' END,
			timestamptz '2026-01-01' + n * interval '1 microsecond', md5(n::text)::uuid, n % 2 = 0 FROM generate_series(1, 200000) n`,
		`CREATE INDEX ON thing (reseller_id, name, id)`,
		`CREATE INDEX ON thing (reseller_id, nick, id)`,
		`CREATE INDEX ON thing (reseller_id, seen DESC NULLS LAST, id DESC)`,
		`CREATE INDEX ON thing (reseller_id, size, name DESC, id DESC)`,
		`CREATE INDEX ON thing (reseller_id, parent_id, made, id)`,
		`CREATE INDEX ON thing (reseller_id, parent_id, nick, id)`,
		`ANALYZE thing`,
	} {
		drv.exec(t, stmt)
	}
	var parents []uuid.UUID
	for i := range 100 {
		var id uuid.UUID
		if err := drv.db.QueryRow(`SELECT md5('parent' || $1::int)::uuid`, i).Scan(&id); err != nil {
			t.Fatal(err)
		}
		parents = append(parents, id)
	}
	return drv, drv.query(uuid.MustParse("00000000-0000-7000-8000-000000000001")), parents
}

// node is a part of a plan as EXPLAIN prints it.
type node struct {
	Type     string  `json:"Node Type"`
	Index    string  `json:"Index Name"`
	Cond     string  `json:"Index Cond"`
	Filter   string  `json:"Filter"`
	Removed  float64 `json:"Rows Removed by Filter"`
	Hit      int     `json:"Shared Hit Blocks"`
	Rows     float64 `json:"Actual Rows"`
	Loops    float64 `json:"Actual Loops"`
	Children []node  `json:"Plans"`
}

func (n node) walk(do func(node)) {
	do(n)
	for _, c := range n.Children {
		c.walk(do)
	}
}

func (n node) String() string {
	var b strings.Builder
	var write func(n node, depth int)
	write = func(n node, depth int) {
		fmt.Fprintf(&b, "%s%s %s rows=%v loops=%v cond=%s filter=%s removed=%v hit=%d\n",
			strings.Repeat("  ", depth), n.Type, n.Index, n.Rows, n.Loops, n.Cond, n.Filter, n.Removed, n.Hit)
		for _, c := range n.Children {
			write(c, depth+1)
		}
	}
	write(n, 0)
	return b.String()
}

// explain runs the last statement again under EXPLAIN, with a generic plan as
// a cached statement would get after five runs.
func explain(t *testing.T, drv *recorder, mode string) node {
	t.Helper()
	last := drv.statements[len(drv.statements)-1]
	conn, err := drv.db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	for _, stmt := range []string{"SET plan_cache_mode = " + mode, "PREPARE page AS " + last.query} {
		if _, err := conn.ExecContext(context.Background(), stmt); err != nil {
			t.Fatalf("%v\n%s", err, stmt)
		}
	}
	defer conn.ExecContext(context.Background(), "DEALLOCATE page; RESET plan_cache_mode")
	literals := make([]string, len(last.args))
	for i, a := range last.args {
		if v, ok := a.(driver.Valuer); ok {
			if a, err = v.Value(); err != nil {
				t.Fatal(err)
			}
		}
		if at, ok := a.(time.Time); ok {
			a = at.Format(time.RFC3339Nano)
		}
		literals[i] = "'" + strings.ReplaceAll(fmt.Sprint(a), "'", "''") + "'"
	}
	var raw []byte
	err = conn.QueryRowContext(context.Background(),
		"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE page("+strings.Join(literals, ", ")+")").Scan(&raw)
	if err != nil {
		t.Fatalf("%v\n%s", err, last.query)
	}
	var plans []struct{ Plan node }
	if err := json.Unmarshal(raw, &plans); err != nil {
		t.Fatal(err)
	}
	return plans[0].Plan
}

// TestPlans shows that pages deep in a large list are ranges of an index:
// few blocks read and next to no rows thrown away.
func TestPlans(t *testing.T) {
	if testing.Short() {
		t.Skip("fills a large table")
	}
	t.Parallel()
	drv, q, parents := big(t)
	ctx := context.Background()
	at := func(o Order[thing], where string) *string {
		t.Helper()
		var row thing
		cols := thingColumns
		dest := make([]any, len(cols))
		quoted := make([]string, len(cols))
		for i, c := range cols {
			dest[i], quoted[i] = row.dest(c), `"`+c+`"`
		}
		if err := drv.db.QueryRow(`SELECT ` + strings.Join(quoted, ", ") + ` FROM thing WHERE reseller_id = '00000000-0000-7000-8000-000000000001' AND ` + where).Scan(dest...); err != nil {
			t.Fatal(err)
		}
		return ptr(o.encode(o.values(&row)))
	}
	name, nick := MustOrder(byID, byName), MustOrder(byID, byNick)
	seen, mixed := MustOrder(byID, bySeen.In(true)), MustOrder(byID, bySize, byName.In(true))
	middle := "name > 'name 8' ORDER BY name, id LIMIT 1"
	for _, c := range []struct {
		name string
		req  Request[thing]
	}{
		{"row comparison", Request[thing]{Args: Args{After: at(name, middle)}, Order: name}},
		{"row comparison backward", Request[thing]{Args: Args{Last: ptr(25), Before: at(name, middle)}, Order: name}},
		{"range", Request[thing]{Args: Args{First: ptr(25), After: at(name, middle), Before: at(name, "name > 'name 9' LIMIT 1")}, Order: name}},
		{"nullable ascending", Request[thing]{Args: Args{After: at(nick, "nick > 'nick 8' ORDER BY nick, id LIMIT 1")}, Order: nick}},
		{"nullable ascending, among nulls", Request[thing]{Args: Args{After: at(nick, "nick IS NULL AND id > '80000000-0000-0000-0000-000000000000' ORDER BY id LIMIT 1")}, Order: nick}},
		{"nullable ascending backward", Request[thing]{Args: Args{Last: ptr(25), Before: at(nick, "nick > 'nick 8' ORDER BY nick, id LIMIT 1")}, Order: nick}},
		{"nullable ascending backward, among nulls", Request[thing]{Args: Args{Last: ptr(25), Before: at(nick, "nick IS NULL AND id > '80000000-0000-0000-0000-000000000000' ORDER BY id LIMIT 1")}, Order: nick}},
		{"nullable descending", Request[thing]{Args: Args{After: at(seen, "seen < '2026-01-01 00:00:00.0045+00' ORDER BY seen DESC LIMIT 1")}, Order: seen}},
		{"nullable descending backward", Request[thing]{Args: Args{Last: ptr(25), Before: at(seen, "seen < '2026-01-01 00:00:00.0045+00' ORDER BY seen DESC LIMIT 1")}, Order: seen}},
		{"nullable range", Request[thing]{Args: Args{Last: ptr(25), After: at(nick, "nick > 'nick 8' ORDER BY nick, id LIMIT 1"), Before: at(nick, "nick > 'nick 8' ORDER BY nick, id OFFSET 10 LIMIT 1")}, Order: nick}},
		{"mixed directions", Request[thing]{Args: Args{After: at(mixed, "size = 3 AND name < 'name 8' LIMIT 1")}, Order: mixed}},
		{"mixed directions backward", Request[thing]{Args: Args{Last: ptr(25), Before: at(mixed, "size = 3 AND name < 'name 8' LIMIT 1")}, Order: mixed}},
	} {
		c.req.Want = Want{Nodes: true, PageInfo: true}
		for _, mode := range []string{"force_custom_plan", "force_generic_plan"} {
			if _, err := Fetch(ctx, q, c.req); err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			check(t, c.name+", "+mode, explain(t, drv, mode), 26, 200)
		}
	}

	made := MustOrder(byID, byMade)
	for _, c := range []struct {
		name string
		req  Request[thing]
	}{
		{"nested", Request[thing]{Args: Args{First: ptr(25)}, Order: made}},
		{"nested backward", Request[thing]{Args: Args{Last: ptr(25)}, Order: made}},
		{"nested nullable", Request[thing]{Args: Args{First: ptr(25)}, Order: nick}},
		{"nested after", Request[thing]{Args: Args{First: ptr(25), After: at(made, "made > '2026-01-01 00:00:00.1+00' LIMIT 1")}, Order: made}},
		{"nested nullable after", Request[thing]{Args: Args{First: ptr(25), After: at(nick, "nick > 'nick 1' ORDER BY nick, id LIMIT 1")}, Order: nick}},
		{"nested, page of 100", Request[thing]{Args: Args{First: ptr(100)}, Order: made}},
	} {
		c.req.Want = Want{Nodes: true, PageInfo: true}
		for _, mode := range []string{"force_custom_plan", "force_generic_plan"} {
			pages, err := FetchNested(ctx, q, parents, byParent, c.req)
			if err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			size := c.req.Args.Size()
			for id, p := range pages {
				if len(p.Nodes) != size || !p.HasNext && c.req.Args.Last == nil {
					t.Errorf("%s: parent %s has %d nodes, more %t", c.name, id, len(p.Nodes), p.HasNext)
					break
				}
			}
			check(t, c.name+", "+mode, explain(t, drv, mode), float64(size+1)*100, (size+10)*100*3)
		}
	}
}

// check fails on a plan that reads the table other than by index ranges that
// carry the tenant, throws rows away, or reads more than it needs.
func check(t *testing.T, name string, plan node, rows float64, blocks int) {
	t.Helper()
	bad := ""
	plan.walk(func(n node) {
		switch {
		case strings.Contains(n.Type, "Seq Scan"):
			bad = "sequential scan"
		case strings.Contains(n.Type, "Bitmap"):
			bad = "bitmap scan"
		case strings.Contains(n.Type, "Index") && !strings.Contains(n.Cond, "reseller_id"):
			bad = "index scan without the tenant"
		case n.Removed*n.Loops > 10:
			bad = "rows thrown away"
		case strings.Contains(n.Type, "Index") && n.Rows*n.Loops > rows*1.1:
			bad = "more rows read than the page needs"
		}
	})
	if plan.Hit > blocks {
		bad = fmt.Sprintf("%d blocks read", plan.Hit)
	}
	if bad != "" {
		t.Errorf("%s: %s\n%v", name, bad, plan)
	} else if testing.Verbose() {
		t.Logf("%s\n%v", name, plan)
	}
}
