package graph

import (
	"database/sql"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"
	_ "github.com/lib/pq" // the owner's connection

	"tenantry/authz"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
)

// recorder keeps the statements that pass.
type recorder struct {
	mu   sync.Mutex
	list []string
}

func (r *recorder) check(query string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.list = append(r.list, query)
	return nil
}

func (r *recorder) take() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	list := r.list
	r.list = nil
	return list
}

// TestPlans holds the index that serves the page of each hot list, in the plan
// that PostgreSQL keeps for a prepared statement.
func TestPlans(t *testing.T) {
	t.Parallel()
	owner, app := dbtest.URLs(t)
	rec := &recorder{}
	d, err := database.Open(database.Config{PoolConfig: database.PoolConfig{URL: app, StatementCache: true, Guard: rec.check}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	w := newWorldIn(t, d)
	n := w.north
	pg, err := sql.Open("postgres", owner)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pg.Close() })
	crowd(t, pg, n)
	admin, boss := n.asAdmin(), n.asBoss()
	w.read(t, admin, `{ users(first: 1) { nodes { roles { key } } } }`, nil)
	after := w.read(t, admin, `{ users(first: 3) { pageInfo { endCursor } } }`, nil).at("users.pageInfo.endCursor")
	for name, c := range map[string]struct {
		who   *authz.Viewer
		query string
		index string // of the first statement
	}{
		"all, by name":         {admin, `{ users { nodes { email } } }`, "users_by_name"},
		"all, deep":            {admin, fmt.Sprintf(`{ users(after: %q) { nodes { email } } }`, after), "users_by_name"},
		"all, backward":        {admin, `{ users(last: 20) { nodes { email } } }`, "users_by_name"},
		"all, by e-mail":       {admin, `{ users(orderBy: [{field: EMAIL, direction: DESC}]) { nodes { email } } }`, "users_by_email"},
		"all, by role":         {admin, `{ users(orderBy: [{field: ROLE}]) { nodes { email } } }`, "users_by_role"},
		"all, by login":        {admin, `{ users(orderBy: [{field: LAST_LOGIN_AT}]) { nodes { email } } }`, "users_by_login"},
		"all, by login, desc":  {admin, `{ users(orderBy: [{field: LAST_LOGIN_AT, direction: DESC}]) { nodes { email } } }`, "users_by_login_desc"},
		"all, pending":         {admin, `{ users(where: {status: {in: [PENDING]}}) { nodes { email } } }`, "users_by_status_name"},
		"all, of a type":       {admin, `{ users(where: {userType: {in: [AGENT]}}) { nodes { email } } }`, "users_by_user_type"},
		"one organization":     {admin, `{ users(where: {organizationId: {eq: "` + n.acme.GlobalID() + `"}}) { nodes { email } } }`, "users_organization_by_name"},
		"account, by name":     {boss, `{ users { nodes { email } } }`, "users_account_by_name"},
		"account, by login":    {boss, `{ users(orderBy: [{field: LAST_LOGIN_AT, direction: DESC}]) { nodes { email } } }`, "users_account_by_login_desc"},
		"search":               {admin, `{ users(search: "zebulon") { nodes { email } } }`, "users_by_name users_search"},
		"one user":             {admin, `{ user(id: "` + n.agent.GlobalID() + `") { email } }`, "users_pkey"},
		"nested":               {admin, `{ organization(id: "` + n.acme.GlobalID() + `") { users { nodes { email } } } }`, "organizations users_organization_by_name"},
		"organizations":        {admin, `{ organizations { nodes { name } } }`, "organizations_by_name"},
		"seats":                {admin, `{ organization(id: "` + n.beta.GlobalID() + `") { seats { used } } }`, "organizations usercounter_"},
		"statistics":           {boss, `{ userStats { total } }`, "usercounter_"},
		"statistics of a part": {boss, `{ userStats(where: {twoFactorEnabled: false}) { total } }`, "users_account_by_"},
	} {
		t.Run(name, func(t *testing.T) { // one after another: the recorder is shared
			rec.take()
			w.read(t, c.who, c.query, nil)
			for i, index := range strings.Fields(c.index) {
				list := rec.list
				if i >= len(list) {
					t.Fatalf("%d statements", len(list))
				}
				if plan := explain(t, pg, list[i]); !strings.Contains(plan, index) || strings.Contains(plan, "Seq Scan on users") {
					t.Errorf("want %s\n%s\n%s", index, list[i], plan)
				}
			}
		})
	}
}

// crowd adds enough users that the order of costs is that of a real size.
func crowd(t *testing.T, pg *sql.DB, n reseller) {
	t.Helper()
	const people = `INSERT INTO users (id, reseller_id, account_id, organization_id, created_at, updated_at, email, email_key,
			display_name, sort_name, search_text, user_type, role_rank, status, last_login_at, last_activity_at)
		SELECT gen_random_uuid(), $1, o, o, now(), now(), name || '@mail.test', name || '@mail.test', name, name, name || '@mail.test',
			(ARRAY['AGENT','ANALYST','VIEWER'])[1 + i % 3], 40 + i % 9, (ARRAY['ACTIVE','ACTIVE','ACTIVE','ACTIVE','SUSPENDED','PENDING','DELETED'])[1 + i % 7],
			now() - i * interval '1 minute', CASE WHEN i % 3 = 0 THEN NULL ELSE now() - i * interval '1 second' END
		FROM (SELECT i, md5(i::text) AS name, ($2::uuid[])[1 + i % 3] AS o FROM generate_series(1, 12000) AS g(i)) AS x`
	if _, err := pg.Exec(people, n.id, array([]uuid.UUID{n.acme.ID, n.beta.ID, n.gamma.ID})); err != nil {
		t.Fatal(err)
	}
	if _, err := pg.Exec("VACUUM ANALYZE users"); err != nil {
		t.Fatal(err)
	}
}

// explain is the generic plan of a statement.
func explain(t *testing.T, pg *sql.DB, query string) string {
	t.Helper()
	conn, err := pg.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	args := 0
	for strings.Contains(query, fmt.Sprintf("$%d", args+1)) {
		args++
	}
	nulls := strings.TrimSuffix(strings.Repeat("NULL,", args), ",")
	if _, err := conn.ExecContext(t.Context(), "SET plan_cache_mode = force_generic_plan; DEALLOCATE ALL; PREPARE p AS "+query); err != nil {
		t.Fatalf("%v: %s", err, query)
	}
	rows, err := conn.QueryContext(t.Context(), "EXPLAIN EXECUTE p("+nulls+")")
	if err != nil {
		t.Fatalf("%v: %s", err, query)
	}
	defer rows.Close()
	var plan strings.Builder
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			t.Fatal(err)
		}
		plan.WriteString(line + "\n")
	}
	return plan.String()
}
