package main

import (
	"bytes"
	"database/sql"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tenantry/ent/db"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
)

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

func ownerPool(tb testing.TB) *sql.DB {
	tb.Helper()
	url, _ := dbtest.URLs(tb)
	pool, err := database.OpenPool(database.PoolConfig{URL: url, ReadTimeout: -1})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { pool.Close() })
	return pool
}

func count(t *testing.T, pool *sql.DB, query string) (n int) {
	t.Helper()
	if err := pool.QueryRowContext(t.Context(), query).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}

func TestDemoIsTheSameEveryDay(t *testing.T) {
	t.Parallel()
	a, b := demoTenant(noon, "hash"), demoTenant(noon.Add(5*time.Hour), "hash")
	if diff := cmp.Diff(a.users, b.users, cmpopts.IgnoreUnexported(db.User{}, db.UserEdges{})); diff != "" {
		t.Errorf("the demo of one day differs:\n%.2000s", diff)
	}
	tomorrow := demoTenant(noon.Add(day), "hash")
	for i, u := range a.users {
		v := tomorrow.users[i]
		if u.ID != v.ID || u.Email != v.Email || !v.CreatedAt.Equal(u.CreatedAt.Add(day)) {
			t.Fatalf("user %d is %s %s, tomorrow %s %s", i, u.ID, u.Email, v.ID, v.Email)
		}
	}
}

func TestDemoAddresses(t *testing.T) {
	t.Parallel()
	// The named accounts have dots and words, the made-up ones name.name.
	plain := regexp.MustCompile(`^[a-z]+(\.[a-z]+)*\d*@[a-z]+\.test$`)
	for _, made := range []*tenant{demoTenant(noon, "hash"), rivalTenant(noon, "hash")} {
		for _, u := range made.users {
			if u.DeletedAt == nil && !plain.MatchString(u.Email) {
				t.Errorf("address %q of %s", u.Email, u.DisplayName)
			}
			if latest := noon.Truncate(day); u.CreatedAt.After(latest) || u.LastLoginAt != nil && u.LastLoginAt.After(latest.Add(day)) {
				t.Errorf("%s: created %s, seen %v", u.Email, u.CreatedAt, u.LastLoginAt)
			}
		}
	}
}

func TestSeedDemo(t *testing.T) {
	t.Parallel()
	pool := ownerPool(t)
	began := time.Now()
	var out bytes.Buffer
	if err := seedDemo(t.Context(), pool, noon, "hash", &out); err != nil {
		t.Fatal(err)
	}
	t.Logf("%v\n%s", time.Since(began), out.String())
	if there, err := demoSeeded(t.Context(), pool); err != nil || !there {
		t.Errorf("demoSeeded = %v, %v", there, err)
	}
	for what, tt := range map[string]struct {
		query    string
		min, max int
	}{
		"customers":            {`SELECT count(*) FROM organizations o JOIN resellers r ON r.id = o.reseller_id WHERE r.name = 'Demo Telecom' AND kind = 'CUSTOMER'`, 30, 30},
		"sub-accounts":         {`SELECT count(*) FROM organizations WHERE kind = 'SUB_ACCOUNT'`, 50, 80},
		"users":                {`SELECT count(*) FROM users u JOIN resellers r ON r.id = u.reseller_id WHERE r.name = 'Demo Telecom'`, 1900, 2400},
		"statuses":             {`SELECT count(DISTINCT status) FROM users`, 4, 4},
		"types":                {`SELECT count(DISTINCT user_type) FROM users`, 6, 6},
		"reseller roles":       {`SELECT count(DISTINCT reseller_role) FROM users`, 3, 3},
		"never signed in":      {`SELECT count(*) FROM users WHERE status = 'ACTIVE' AND last_login_at IS NULL`, 100, 500},
		"staff with members":   {`SELECT count(*) FROM memberships m JOIN users u ON u.reseller_id = m.reseller_id AND u.id = m.user_id WHERE u.organization_id = u.account_id AND u.reseller_role IS NOT NULL`, 0, 0},
		"without membership":   {`SELECT count(*) FROM users u WHERE reseller_role IS NULL AND NOT EXISTS (SELECT FROM memberships m WHERE m.reseller_id = u.reseller_id AND m.user_id = u.id) AND NOT EXISTS (SELECT FROM role_assignments a WHERE a.reseller_id = u.reseller_id AND a.user_id = u.id)`, 0, 0},
		"deactivated":          {`SELECT count(*) FROM memberships WHERE status = 'DEACTIVATED'`, 10, 150},
		"without address":      {`SELECT count(*) FROM users u WHERE status <> 'DELETED' AND NOT EXISTS (SELECT FROM login_directories l WHERE l.id = u.id AND l.email_key = u.email_key)`, 0, 0},
		"proven unlike":        {`SELECT count(*) FROM users u JOIN login_directories l ON l.id = u.id WHERE l.verified <> (u.email_verified_at IS NOT NULL)`, 0, 0},
		"deleted with address": {`SELECT count(*) FROM users u JOIN login_directories l ON l.id = u.id WHERE status = 'DELETED'`, 0, 0},
		"open invitations":     {`SELECT count(*) FROM invitations WHERE status = 'PENDING' AND expires_at > '2026-11-20'`, 20, 300},
		"expired invitations":  {`SELECT count(*) FROM invitations WHERE status = 'PENDING' AND expires_at <= '2026-11-20'`, 20, 300},
		"accepted invitations": {`SELECT count(*) FROM invitations WHERE status = 'ACCEPTED'`, 50, 400},
		"revoked invitations":  {`SELECT count(*) FROM invitations WHERE status = 'REVOKED'`, 5, 100},
		"permission roles":     {`SELECT count(DISTINCT role_id) FROM role_assignments a JOIN resellers r ON r.id = a.reseller_id WHERE r.name = 'Demo Telecom'`, 8, 8},
		"events":               {`SELECT count(*) FROM audit_events e JOIN resellers r ON r.id = e.reseller_id WHERE r.name = 'Demo Telecom'`, 300, 300},
		"event kinds":          {`SELECT count(DISTINCT action) FROM audit_events`, 6, 9},
		"closed customers":     {`SELECT count(*) FROM organizations WHERE kind = 'CUSTOMER' AND status = 'DELETED' AND deleted_at > '2026-10-25'`, 1, 1},
		"suspended customers":  {`SELECT count(*) FROM organizations WHERE kind = 'CUSTOMER' AND status = 'SUSPENDED' AND suspended_reason <> '' AND suspended_by IS NOT NULL`, 1, 3},
		"looks":                {`SELECT count(*) FROM brandings`, 6, 6},
		"hosts":                {`SELECT count(*) FROM branding_hosts h JOIN brandings b ON b.domain = h.id WHERE b.domain_verified_at IS NOT NULL`, 3, 3},
		"invoices":             {`SELECT count(*) FROM invoices`, 200, 600},
		"past due":             {`SELECT count(*) FROM invoices WHERE status = 'PAST_DUE'`, 1, 12},
		"days of usage":        {`SELECT count(DISTINCT occurred_on) FROM usage_records`, 365, 365},
		"incidents":            {`SELECT count(*) FROM service_incidents`, 2, 8},
		"release notes":        {`SELECT count(*) FROM release_notes`, 1, 4},
		"grants":               {`SELECT count(*) FROM sub_account_grants`, 2, 50},
	} {
		if n := count(t, pool, tt.query); n < tt.min || n > tt.max {
			t.Errorf("%s: %d, want %d to %d", what, n, tt.min, tt.max)
		}
	}
	for _, a := range demoAccounts() {
		var n int
		if err := pool.QueryRow(`SELECT count(*) FROM users WHERE email_key = $1 AND status = 'ACTIVE' AND password_hash = 'hash'`, a.email).Scan(&n); err != nil || n != 1 {
			t.Errorf("%s: %d accounts, %v", a.email, n, err)
		}
	}

	out.Reset()
	if err := seedDemo(t.Context(), pool, noon, "hash", &out); err != nil || strings.Contains(out.String(), "wrote") {
		t.Errorf("a second time: %v\n%s", err, out.String())
	}
}

func TestSeedDemoOnceForTwoPrograms(t *testing.T) {
	t.Parallel()
	pool := ownerPool(t)
	done := make(chan error, 2)
	for range 2 {
		go func() { done <- seedDemo(t.Context(), pool, noon, "hash", io.Discard) }()
	}
	for range 2 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if n := count(t, pool, `SELECT count(*) FROM resellers`); n != 2 {
		t.Errorf("%d resellers, want 2", n)
	}
}

func TestSeedBulk(t *testing.T) {
	t.Parallel()
	pool := ownerPool(t)
	load := bulk{users: 3000, organizations: 7, reseller: "Łoad 2"}
	var out bytes.Buffer
	if err := load.write(t.Context(), pool, environment{stdout: &out, now: time.Now}, "hash"); err != nil {
		t.Fatal(err)
	}
	if n := count(t, pool, `SELECT count(*) FROM users WHERE account_id <> (SELECT root_organization_id FROM resellers)`); n != 3000 {
		t.Errorf("%d users of customers, want 3000", n)
	}
	if n := count(t, pool, `SELECT count(*) FROM organizations WHERE kind = 'CUSTOMER'`); n != 7 {
		t.Errorf("%d customers, want 7", n)
	}
	if n := count(t, pool, `SELECT count(*) FROM users WHERE email = 'admin@load.test' AND reseller_role = 'RESELLER_ADMIN'`); n != 1 {
		t.Errorf("no administrator:\n%s", out.String())
	}
	if err := load.write(t.Context(), pool, environment{stdout: &out, now: time.Now}, "hash"); err == nil {
		t.Error("the same reseller was made twice")
	}
	if err := seedDemo(t.Context(), pool, time.Now(), "hash", io.Discard); err != nil {
		t.Errorf("beside made-up load: %v", err)
	}
}
