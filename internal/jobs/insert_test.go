package jobs_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/riverqueue/river"

	"tenantry/internal/jobs"
)

func insertOnly(t *testing.T, db *sql.DB) *jobs.Client {
	t.Helper()
	if err := jobs.Migrate(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	c, err := jobs.New(jobs.Config{DB: db})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func notes(n int, opts *river.InsertOpts) []river.InsertManyParams {
	many := make([]river.InsertManyParams, n)
	for i := range many {
		many[i] = river.InsertManyParams{Args: note{fmt.Sprintf("Zoë %d", i)}, InsertOpts: opts}
	}
	return many
}

func countJobs(t *testing.T, db *sql.DB) (jobs, statements int) {
	t.Helper()
	// The rows of one statement share the transaction's command number.
	const q = "SELECT count(*), count(DISTINCT cmin::text) FROM river_job"
	if err := db.QueryRowContext(t.Context(), q).Scan(&jobs, &statements); err != nil {
		t.Fatal(err)
	}
	return jobs, statements
}

func TestInsertManyWritesFiveHundredAtOnce(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ n, statements int }{{0, 0}, {1, 1}, {500, 1}, {501, 2}, {1200, 3}} {
		t.Run(fmt.Sprint(c.n), func(t *testing.T) {
			t.Parallel()
			db := newDB(t)
			client := insertOnly(t, db)
			within(t, db, true, func(tx *sql.Tx) error { return client.InsertMany(t.Context(), tx, notes(c.n, nil)) })
			if n, s := countJobs(t, db); n != c.n || s != c.statements {
				t.Errorf("%d jobs by %d statements, want %d by %d", n, s, c.n, c.statements)
			}
		})
	}
}

func TestDuplicatesOfUniqueJobsAreLeftOut(t *testing.T) {
	t.Parallel()
	db := newDB(t)
	client := insertOnly(t, db)
	unique := &river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true}}
	within(t, db, true, func(tx *sql.Tx) error { return client.InsertMany(t.Context(), tx, notes(3, unique)) })
	within(t, db, true, func(tx *sql.Tx) error { return client.InsertMany(t.Context(), tx, notes(5, unique)) })
	within(t, db, true, func(tx *sql.Tx) error { return client.Insert(t.Context(), tx, note{"Zoë 0"}, unique) })
	if n, _ := countJobs(t, db); n != 5 {
		t.Errorf("%d jobs, want 5", n)
	}
}

func TestAnInsertOnlyClientsJobsAreWorkedByAnother(t *testing.T) {
	t.Parallel()
	db, ran := newDB(t), make(chan string, 1)
	start(t, jobs.Config{DB: db}, func(_ context.Context, j *river.Job[note]) error {
		ran <- j.Args.Text
		return nil
	})
	client := insertOnly(t, db)
	if err := client.Start(t.Context()); !errors.Is(err, jobs.ErrInsertOnly) {
		t.Errorf("Start = %v, want ErrInsertOnly", err)
	}
	within(t, db, true, func(tx *sql.Tx) error { return client.Insert(t.Context(), tx, note{"hello"}, nil) })
	if got := receive(t, ran, "the job"); got != "hello" {
		t.Errorf("worked %q", got)
	}
	if err := client.Stop(t.Context()); err != nil {
		t.Errorf("Stop = %v", err)
	}
}

func TestMigrateIsIdempotentAndQueuesUp(t *testing.T) {
	t.Parallel()
	db := newDB(t)
	before, err := jobs.Pending(t.Context(), db)
	if err != nil || before == 0 {
		t.Fatalf("Pending of an empty database = %d, %v", before, err)
	}
	var wg sync.WaitGroup
	for range 2 { // each takes two of the pool's six connections
		wg.Go(func() {
			if err := jobs.Migrate(t.Context(), db); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if err := jobs.Migrate(t.Context(), db); err != nil {
		t.Errorf("once more: %v", err)
	}
	if after, err := jobs.Pending(t.Context(), db); err != nil || after != 0 {
		t.Errorf("Pending after Migrate = %d, %v", after, err)
	}
}

func TestConfigurationIsChecked(t *testing.T) {
	t.Parallel()
	if _, err := jobs.New(jobs.Config{}); err == nil {
		t.Error("a client without a database was made")
	}
	single := newDB(t)
	single.SetMaxOpenConns(1)
	if err := jobs.Migrate(t.Context(), single); err == nil {
		t.Error("Migrate on a pool of one connection did not refuse")
	}
}
