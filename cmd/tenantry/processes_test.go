package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"

	"tenantry/ent/migrations"
	"tenantry/internal/dbtest"
	"tenantry/internal/mail"
)

// Two programs that start at once on an empty database share all of it.
func TestTwoProcesses(t *testing.T) {
	t.Parallel()
	owner, app := dbtest.Database(t, "")
	dir := t.TempDir()
	pairs := []string{"TENANTRY_DATA_DIR=" + dir, "DATABASE_URL=" + app, "TENANTRY_MIGRATION_URL=" + owner, "TENANTRY_LOG_LEVEL=INFO"}
	first, second := spawn(t, pairs...), spawn(t, pairs...)
	a, b := first.await(t), second.await(t)
	db := openOwner(t, owner)

	files, err := migrations.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	if n := count(t, db, `SELECT count(*) FROM schema_migrations`); n == 0 || n > len(files) {
		t.Errorf("%d migrations of %d", n, len(files))
	} else if m := strings.Count(first.stderr.String()+second.stderr.String(), "msg=migrated"); m != n {
		t.Errorf("%d migrations were applied %d times\n%s\n%s", n, m, first.stderr.String(), second.stderr.String())
	}
	if n := count(t, db, `SELECT count(*) FROM resellers`); n != 2 {
		t.Errorf("%d resellers, want those of one demo", n)
	}

	// Sessions of one are those of the other, until they end at either.
	admin := signIn(t, a, "tenant.admin@harbor.test", "tenantry-demo")
	const mine = `{ viewer { session { id } user { id } } }`
	hand := signIn(t, a, "agent@harbor.test", "tenantry-demo")
	victim := at(t, ask(t, b, hand, mine, nil), "viewer", "user", "id")
	elsewhere := signIn(t, b, "tenant.admin@harbor.test", "tenantry-demo")
	session := at(t, ask(t, b, elsewhere, mine, nil), "viewer", "session", "id")
	leaving := signIn(t, a, "viewer@harbor.test", "tenantry-demo")
	ask(t, b, leaving, mine, nil)

	ask(t, a, admin, `mutation($id: ID!) { sessionRevoke(id: $id) { errors { code } } }`, map[string]any{"id": session})
	awaitRefusal(t, b, elsewhere, "a revoked session")
	ask(t, a, leaving, `mutation { sessionDelete { errors { code } } }`, nil)
	awaitRefusal(t, b, leaving, "a session that was signed out")
	ask(t, a, admin, `mutation($id: ID!) { userSuspend(id: $id, input: {motive: ON_LEAVE}) { errors { code } } }`, map[string]any{"id": victim})
	awaitRefusal(t, b, hand, "the session of a suspended user")
	ask(t, b, admin, mine, nil)
}

// awaitRefusal waits for the other process to hear that a session is over: it
// is told, so a second is plenty.
func awaitRefusal(t *testing.T, m *Main, token, what string) {
	t.Helper()
	began := time.Now()
	await(t, what+" to be refused", func() bool {
		status, _, err := post(t.Context(), m.URL, token, `{ viewer { user { id } } }`, nil)
		if status != http.StatusOK && status != http.StatusUnauthorized {
			t.Fatalf("%s: status %d, %v", what, status, err)
		}
		return status == http.StatusUnauthorized
	})
	if took := time.Since(began); took > time.Second {
		t.Errorf("%s was accepted for %v", what, took)
	}
}

// Both work the jobs, and each job is worked once.
func TestTwoProcessesShareJobs(t *testing.T) {
	t.Parallel()
	owner, app := dbtest.URLs(t)
	dir := t.TempDir()
	pairs := []string{"TENANTRY_DATA_DIR=" + dir, "DATABASE_URL=" + app, "TENANTRY_MIGRATION_URL=" + owner}
	first, second := spawn(t, pairs...), spawn(t, pairs...)
	a := first.await(t)
	second.await(t)
	db := openOwner(t, owner)
	if _, err := db.ExecContext(t.Context(), `UPDATE organizations SET seat_limit = NULL`); err != nil {
		t.Fatal(err)
	}

	admin := signIn(t, a, "tenant.admin@harbor.test", "tenantry-demo")
	org := at(t, ask(t, a, admin, `{ viewer { organization { id } } }`, nil), "viewer", "organization", "id")
	const people = 200
	items := make([]map[string]any, people)
	for i := range items {
		items[i] = map[string]any{"email": fmt.Sprintf("hand.%d@harbor.test", i), "userType": "AGENT"}
	}
	ask(t, a, admin, `mutation($org: ID!, $items: [InvitationItemInput!]!) { invitationsCreate(input: {organizationId: $org, items: $items}) {
		results { outcome } errors { code } } }`, map[string]any{"org": org, "items": items})
	await(t, "the mails to go out", func() bool {
		return count(t, db, `SELECT count(*) FROM river_job WHERE kind LIKE 'mail%' AND state = 'completed'`) == people
	})
	if n := count(t, db, `SELECT count(*) FROM river_job WHERE kind LIKE 'mail%' AND (attempt <> 1 OR cardinality(attempted_by) <> 1)`); n != 0 {
		t.Errorf("%d jobs were worked more than once", n)
	}
	if n := count(t, db, `SELECT count(DISTINCT attempted_by) FROM river_job WHERE kind LIKE 'mail%'`); n != 2 {
		t.Errorf("%d processes worked the jobs, want both", n)
	}
	stored, err := (&mail.Mailbox{Dir: dir + "/mailbox"}).List(1000)
	if err != nil {
		t.Fatal(err)
	}
	mails := map[string]int{}
	for _, s := range stored {
		mails[s.Message.To]++
	}
	for _, item := range items {
		if to, _ := item["email"].(string); mails[to] != 1 {
			t.Errorf("%s got %d mails", to, mails[to])
		}
	}
}

// A process that is asked to end answers the request it has and finishes the
// job it works.
func TestTerminateFinishesRequestAndJob(t *testing.T) {
	t.Parallel()
	owner, app := dbtest.URLs(t)
	dir := t.TempDir()
	c := spawn(t, "TENANTRY_DATA_DIR="+dir, "DATABASE_URL="+app, "TENANTRY_MIGRATION_URL="+owner)
	m := c.await(t)
	db := openOwner(t, owner)
	admin := signIn(t, m, "admin@demo.test", "tenantry-demo")
	agent := ask(t, m, admin, `{ users(first: 1, where: {email: {eq: "agent@harbor.test"}}) { nodes { id } } }`, nil)
	ask(t, m, admin, `mutation($id: ID!) { userSuspend(id: $id, input: {motive: ON_LEAVE}) { errors { code } } }`,
		map[string]any{"id": at(t, agent, "users", "nodes", 0, "id")})
	completed := func() bool {
		return count(t, db, `SELECT count(*) FROM river_job WHERE kind LIKE 'mail%' AND state = 'completed'`) == 1
	}
	await(t, "the mail to go out", completed)

	// Whatever reads or refers to a reseller waits for us.
	lock, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Rollback()
	if _, err := lock.Exec(`LOCK TABLE resellers IN ACCESS EXCLUSIVE MODE`); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`UPDATE river_job SET state = 'available', finalized_at = NULL, scheduled_at = now() WHERE kind LIKE 'mail%'`); err != nil {
		t.Fatal(err)
	}
	type result struct {
		data map[string]any
		err  error
	}
	answered := make(chan result, 1)
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		_, data, err := post(ctx, m.URL, admin, `mutation { organizationCreate(input: {name: "Late Guests"}) { organization { id } errors { code } } }`, nil)
		answered <- result{data, err}
	}()
	waiting := func(query string) bool {
		return count(t, db, `SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
			WHERE a.datname = current_database() AND NOT l.granted AND a.query LIKE '%`+query+`%'`) > 0
	}
	await(t, "the request to wait", func() bool { return waiting("INSERT INTO") })
	await(t, "the job to wait", func() bool { return waiting(`SELECT "resellers"`) })

	if err := c.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	await(t, "new connections to be refused", func() bool {
		conn, err := net.Dial("tcp", strings.TrimPrefix(m.URL, "http://"))
		if err == nil {
			conn.Close()
		}
		return err != nil
	})
	select {
	case <-c.exited:
		t.Fatalf("it ended without finishing: %v\n%s", c.err, c.stderr.String())
	default:
	}
	if err := lock.Rollback(); err != nil {
		t.Fatal(err)
	}
	if r := <-answered; r.err != nil || dig(r.data, "organizationCreate", "organization", "id") == nil {
		t.Errorf("the request that ran: %v, %v", r.data, r.err)
	}
	select {
	case <-c.exited:
	case <-time.After(time.Minute):
		t.Fatal("it does not end")
	}
	if code := exitCode(c.err); code != 0 {
		t.Errorf("exit code %d\n%s", code, c.stderr.String())
	}
	if !completed() {
		t.Error("the job that ran is not completed")
	}
	stored, err := (&mail.Mailbox{Dir: dir + "/mailbox"}).List(10)
	if err != nil || len(stored) != 2 {
		t.Errorf("%d mails to the suspended user, want the first and the one of the job that ran: %v", len(stored), err)
	}
}
