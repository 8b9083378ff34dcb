package graph

import (
	"database/sql"
	"strings"
	"testing"

	"tenantry/internal/database"
	"tenantry/internal/dbtest"
)

// TestLastAdminPlans holds the look for last administrators, which every list
// with buttons asks for, to the indexes of those in force.
func TestLastAdminPlans(t *testing.T) {
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
	crowd(t, pg, w.north)
	if _, err := pg.Exec(`INSERT INTO memberships (id, reseller_id, account_id, organization_id, user_id, created_at, updated_at)
		SELECT gen_random_uuid(), reseller_id, account_id, organization_id, id, now(), now() FROM users
		WHERE user_type IS NOT NULL ON CONFLICT DO NOTHING`); err != nil {
		t.Fatal(err)
	}
	if _, err := pg.Exec("VACUUM ANALYZE memberships"); err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{
		`{ users { nodes { viewerActions } } }`,
		`{ users { nodes { memberships { viewerActions } } } }`,
	} {
		rec.take()
		w.read(t, w.north.asAdmin(), query, nil)
		asked := 0
		for _, statement := range rec.take() {
			if !strings.Contains(statement, "TENANT_ADMIN") {
				continue
			}
			asked++
			plan := explain(t, pg, statement)
			for _, index := range []string{"users_tenant_admins", "memberships_admins"} {
				if !strings.Contains(plan, index) {
					t.Errorf("want %s\n%s\n%s", index, statement, plan)
				}
			}
			if strings.Contains(plan, "Seq Scan") || strings.Contains(plan, "Hash") {
				t.Errorf("a whole table is read\n%s\n%s", statement, plan)
			}
		}
		if asked != 1 {
			t.Errorf("asked %d times: %s", asked, query)
		}
	}
}
