package database_test

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tenantry/ent/migrations"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
)

// blank is an empty database, and the pools of several processes on it.
func blank(t *testing.T, processes int) (url string, pools []*sql.DB) {
	t.Helper()
	url, _ = dbtest.Database(t, "")
	for range processes {
		d, err := sql.Open("postgres", url)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		pools = append(pools, d)
	}
	return url, pools
}

func TestMigrateAtOnce(t *testing.T) {
	t.Parallel()
	_, pools := blank(t, 4)
	applied := make([][]string, len(pools))
	var wg sync.WaitGroup
	for i, d := range pools {
		wg.Go(func() {
			var err error
			if applied[i], err = database.Migrate(t.Context(), d, migrations.Files, now()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	status, err := database.MigrationStatus(t.Context(), pools[0], migrations.Files)
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, m := range status {
		want = append(want, m.Name)
		if !m.AppliedAt.Equal(now()) {
			t.Errorf("%s applied at %s", m.Name, m.AppliedAt)
		}
	}
	if diff := cmp.Diff(want, slices.Concat(applied...)); diff != "" {
		t.Errorf("not each once, in order:\n%s", diff)
	}
	if locks := lines(t, pools[0], "SELECT objid::text FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"); len(locks) > 0 {
		t.Errorf("locks left: %v", locks)
	}
}

func TestMigrateRefuses(t *testing.T) {
	t.Parallel()
	_, pools := blank(t, 1)
	d, ctx := pools[0], t.Context()
	files := fstest.MapFS{"0001_a.sql": {Data: []byte("CREATE TABLE a (id int)")}, "0002_b.sql": {Data: []byte("CREATE TABLE b (id int)")}}
	run := func(files fstest.MapFS, applied []string, failure string) {
		t.Helper()
		got, err := database.Migrate(ctx, d, files, now())
		if diff := cmp.Diff(applied, got); diff != "" {
			t.Error(diff)
		}
		if failure == "" && err != nil || failure != "" && (err == nil || !strings.Contains(err.Error(), failure)) {
			t.Errorf("error %v, want %q", err, failure)
		}
	}
	if status, err := database.MigrationStatus(ctx, d, files); err != nil || len(status) != 2 || !status[1].AppliedAt.IsZero() {
		t.Errorf("before the first: %v %v", status, err)
	}
	run(files, []string{"0001_a.sql", "0002_b.sql"}, "")
	run(files, nil, "")

	changed := fstest.MapFS{"0001_a.sql": {Data: []byte("CREATE TABLE other (id int)")}, "0002_b.sql": files["0002_b.sql"], "0003_c.sql": {Data: []byte("CREATE TABLE c (id int)")}}
	run(changed, nil, "0001_a.sql was changed after it was applied")
	older := fstest.MapFS{"0001_a.sql": files["0001_a.sql"]}
	run(older, nil, "0002_b.sql is unknown here")

	// A file that fails leaves nothing of itself, and what was before it stays.
	files["0003_c.sql"] = &fstest.MapFile{Data: []byte("CREATE TABLE c (id int)")}
	files["0004_d.sql"] = &fstest.MapFile{Data: []byte("CREATE TABLE d (id int); SELECT 1/0")}
	files["0005_e.sql"] = &fstest.MapFile{Data: []byte("CREATE TABLE e (id int)")}
	run(files, []string{"0003_c.sql"}, "0004_d.sql: pq: division by zero")
	if got := lines(t, d, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"); !slices.Equal(got, []string{"a", "b", "c", "schema_migrations"}) {
		t.Errorf("tables %v", got)
	}
	files["0004_d.sql"] = &fstest.MapFile{Data: []byte("CREATE TABLE d (id int)")}
	run(files, []string{"0004_d.sql", "0005_e.sql"}, "")

	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := database.Migrate(cancelled, d, files, now()); err == nil {
		t.Error("a cancelled migration went on")
	}
}
