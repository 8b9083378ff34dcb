package graph

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"tenantry/internal/database"
	"tenantry/internal/dbtest"
)

// TestOrganizationPlans: at the size of a large reseller each order of the
// list of organizations, in both directions, on its first page and deep inside,
// walks an index and sorts nothing; a condition is served without reading the
// whole table.
func TestOrganizationPlans(t *testing.T) {
	t.Parallel()
	owner, app := dbtest.URLs(t)
	rec := &recorder{}
	d, err := database.Open(database.Config{PoolConfig: database.PoolConfig{URL: app, StatementCache: true, Guard: rec.check}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	w := newWorldIn(t, d)
	pg, err := sql.Open("postgres", owner)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pg.Close() })
	town(t, pg, w.north)
	admin := w.north.asAdmin()
	w.read(t, admin, `{ users(first: 1) { nodes { roles { key } } } }`, nil) // what a process reads once
	const page = `{ organizations(%s) { nodes { name } pageInfo { endCursor hasNextPage } } }`
	plan := func(t *testing.T, args string) (plans, cursor string) {
		t.Helper()
		rec.take()
		got := w.read(t, admin, fmt.Sprintf(page, args), nil)
		cursor, _ = got.at("organizations.pageInfo.endCursor").(string)
		list := rec.take()
		want := 1
		if strings.Contains(args, "search:") {
			want++ // near the page, then everywhere
		}
		if len(list) != want {
			t.Fatalf("%d statements, want %d", len(list), want)
		}
		for _, s := range list {
			plans += explain(t, pg, s)
		}
		return plans, cursor
	}
	for field, index := range map[string]string{
		"NAME": "organizations_by_name", "CREATED_AT": "organizations_by_created", "USERS": "organizations_by_users",
		"LAST_ACTIVITY": "organizations_by_activity", "BALANCE": "organizations_by_balance", "STATUS": "organizations_by_status",
	} {
		for _, direction := range []string{"ASC", "DESC"} {
			by := "orderBy: [{field: " + field + ", direction: " + direction + "}]"
			t.Run(field+" "+direction, func(t *testing.T) { // one after another: the recorder is shared
				first, _ := plan(t, "first: 50, "+by)
				_, cursor := plan(t, "first: 50, offset: 9900, "+by)
				deep, _ := plan(t, fmt.Sprintf("first: 50, after: %q, %s", cursor, by))
				// A node named Sort: two halves of one index are merged by a "Sort Key" too.
				for name, p := range map[string]string{"first": first, "deep": deep} {
					if !strings.Contains(p, index) || strings.Contains(p, "Sort  (") || strings.Contains(p, "Seq Scan") {
						t.Errorf("the %s page: want %s and no sort\n%s", name, index, p)
					}
				}
			})
		}
	}
	for name, where := range map[string]string{
		"search": `search: "settlement 0099"`, "tag": `where: {tag: {in: ["label-7"]}}`, "status": `where: {status: {in: [SUSPENDED]}}`,
		"feature": `where: {feature: {in: ["REPORTS"]}}`, "balance": `where: {creditBalance: {lt: "10"}}`,
	} {
		t.Run(name, func(t *testing.T) {
			if p, _ := plan(t, "first: 50, "+where); strings.Contains(p, "Seq Scan on organizations") {
				t.Errorf("the table is read as a whole\n%s", p)
			}
		})
	}
}

// town adds customers with all that their list is sorted by: enough that the
// order of costs is that of a real size.
func town(t *testing.T, pg *sql.DB, n reseller) {
	t.Helper()
	const customers = `INSERT INTO organizations (id, reseller_id, account_id, parent_id, path, created_at, updated_at, kind, name, sort_name, search_text, tags,
			status, features, credit_balance, user_count, last_activity_at)
		SELECT id, $1::uuid, id, $2::uuid, $2::uuid || '/' || id || '/', now() - i % 9000 * interval '1 minute', now(), 'CUSTOMER', name, name, name,
			jsonb_build_array('label-' || i % 200), CASE WHEN i % 50 = 0 THEN 'SUSPENDED' ELSE 'ACTIVE' END,
			CASE WHEN i % 100 = 0 THEN '{REPORTS}'::text[] ELSE '{}' END, i * 7919 % 12000, i * 31 % 500,
			CASE WHEN i % 5 > 0 THEN now() - i * 7919 % 12000 * interval '1 minute' END
		FROM (SELECT i, gen_random_uuid() AS id, 'settlement ' || to_char(i, 'FM000000') AS name FROM generate_series(1, 12000) AS g(i)) AS x`
	if _, err := pg.Exec(customers, n.id, n.root.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := pg.Exec("VACUUM ANALYZE organizations"); err != nil {
		t.Fatal(err)
	}
}
