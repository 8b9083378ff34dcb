package database_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// plan names the indexes a query's plan uses, and the kinds of its nodes.
func plan(ctx context.Context, t *testing.T, d *sql.DB, query string, args ...any) (indexes, kinds []string) {
	t.Helper()
	var text []byte
	if err := d.QueryRowContext(ctx, "EXPLAIN (FORMAT JSON) "+query, args...).Scan(&text); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	type node struct {
		Kind  string `json:"Node Type"`
		Index string `json:"Index Name"`
		Plans []node `json:"Plans"`
	}
	var plans []struct{ Plan node }
	if err := json.Unmarshal(text, &plans); err != nil {
		t.Fatal(err)
	}
	var walk func(node)
	walk = func(n node) {
		kinds = append(kinds, n.Kind)
		if n.Index != "" {
			indexes = append(indexes, n.Index)
		}
		for _, p := range n.Plans {
			walk(p)
		}
	}
	walk(plans[0].Plan)
	return indexes, kinds
}

// The lists people look at read a page from an index that has their order: no
// sort, and no row that is not shown.
func TestListsHaveAnIndex(t *testing.T) {
	t.Parallel()
	d := openOwner(t)
	d.SetMaxOpenConns(1) // the setting below is the connection's
	const reseller, account = "00000000-0000-0000-0000-00000000000a", "00000000-0000-0000-0001-000000000007"
	for _, statement := range []string{
		"SET session_replication_role = replica", // rows of users alone
		`INSERT INTO users (id, reseller_id, account_id, organization_id, created_at, updated_at, email, email_key, display_name, sort_name,
			search_text, status, role_rank, user_type, last_login_at, last_activity_at)
		SELECT ('00000000-0000-0000-0002-' || lpad(to_hex(i), 12, '0'))::uuid,
			('00000000-0000-0000-0000-00000000000' || CASE WHEN i % 5 = 0 THEN 'b' ELSE 'a' END)::uuid, acc, acc,
			'2026-01-01'::timestamptz + i * interval '1 minute', '2026-01-01', 'p' || i || '@h.test', 'p' || i || '@h.test', n, n, n || ' p' || i || '@h.test',
			(ARRAY['ACTIVE','ACTIVE','ACTIVE','PENDING','SUSPENDED','DELETED'])[1 + i % 6], 30 + i % 20, 'AGENT',
			CASE WHEN i % 3 > 0 THEN '2026-01-01'::timestamptz + (i * 7919 % 20011) * interval '1 minute' END,
			CASE WHEN i % 3 > 0 THEN '2026-01-01'::timestamptz + (i * 6007 % 20011) * interval '1 minute' END
		FROM (SELECT i, md5(i::text) AS n, ('00000000-0000-0000-0001-' || lpad(to_hex(i % 40), 12, '0'))::uuid AS acc FROM generate_series(1, 20000) i) s`,
		"ANALYZE users",
	} {
		if _, err := d.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	const all, one = `reseller_id = $1 AND status <> 'DELETED'`, `reseller_id = $1 AND account_id = $2 AND status <> 'DELETED'`
	for _, c := range []struct {
		name, where, order, index string
		args                      []any
	}{
		{"by name", all, "sort_name, id", "users_by_name", nil},
		{"by name, backward", all, "sort_name DESC, id DESC", "users_by_name", nil},
		{"by name, deep", all + ` AND (sort_name, id) > ('8', '00000000-0000-0000-0000-000000000000')`, "sort_name, id", "users_by_name", nil},
		{"by address", all, "email_key, id", "users_by_email", nil},
		{"by role", all, "role_rank, id", "users_by_role", nil},
		{"by status", all, "status, id", "users_by_status", nil},
		{"by date added, newest first", all, "created_at DESC, id DESC", "users_by_created", nil},
		{"by last login, the never last", all, "last_login_at, id", "users_by_login", nil},
		{"by last login, newest first, the never last", all, "last_login_at DESC NULLS LAST, id DESC", "users_by_login_desc", nil},
		{"by last activity, newest first", all, "last_activity_at DESC NULLS LAST, id DESC", "users_by_activity_desc", nil},
		{"one status by name", all + ` AND status = 'SUSPENDED'`, "sort_name, id", "users_by_status_name", nil},
		{"an account by name", one, "sort_name, id", "users_account_by_name", []any{account}},
		{"an account by address", one, "email_key, id", "users_account_by_email", []any{account}},
		{"an account by role", one, "role_rank, id", "users_account_by_role", []any{account}},
		{"an account by date added", one, "created_at DESC, id DESC", "users_account_by_created", []any{account}},
		{"an account by last login", one, "last_login_at DESC NULLS LAST, id DESC", "users_account_by_login_desc", []any{account}},
		{"an account by last activity", one, "last_activity_at, id", "users_account_by_activity", []any{account}},
		{"an organization by name", `reseller_id = $1 AND organization_id = $2 AND status <> 'DELETED'`, "sort_name, id", "users_organization_by_name", []any{account}},
	} {
		query := fmt.Sprintf("SELECT * FROM users WHERE %s ORDER BY %s LIMIT 21", c.where, c.order)
		indexes, kinds := plan(t.Context(), t, d, query, append([]any{reseller}, c.args...)...)
		if !slices.Equal(indexes, []string{c.index}) || slices.ContainsFunc(kinds, func(k string) bool { return strings.Contains(k, "Sort") }) {
			t.Errorf("%s: indexes %v, nodes %v, want %s without a sort", c.name, indexes, kinds, c.index)
		}
	}
	indexes, _ := plan(t.Context(), t, d, "SELECT * FROM users WHERE "+all+" AND search_text LIKE $2 ORDER BY sort_name, id LIMIT 21", reseller, "%p1234@%")
	if !slices.Contains(indexes, "users_search") {
		t.Errorf("search: indexes %v", indexes)
	}
	indexes, _ = plan(t.Context(), t, d, "SELECT id FROM users WHERE reseller_id = $1 AND organization_id = $2 AND status <> 'DELETED' AND email_key = ANY ($3)",
		reseller, account, `{p7@h.test,p47@h.test}`)
	if !slices.Equal(indexes, []string{"users_email_key"}) && !slices.Equal(indexes, []string{"users_by_email"}) {
		t.Errorf("addresses of an organization: indexes %v", indexes)
	}
}
