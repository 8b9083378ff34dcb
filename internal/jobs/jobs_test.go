package jobs_test

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/lib/pq"
	"github.com/riverqueue/river"

	"tenantry/internal/dbtest"
	"tenantry/internal/jobs"
)

// patience bounds every wait of these tests; none is expected to reach it.
const patience = 20 * time.Second

// note is a job that hands its text to the test.
type note struct {
	Text string `json:"text" river:"unique"`
}

func (note) Kind() string { return "note" }

type noteWorker struct {
	river.WorkerDefaults[note]
	work func(context.Context, *river.Job[note]) error
}

func (w *noteWorker) Work(ctx context.Context, job *river.Job[note]) error { return w.work(ctx, job) }

// NextRetry is at once, so that a test need not wait.
func (w *noteWorker) NextRetry(*river.Job[note]) time.Time { return time.Now() }

// newDB opens an empty database of the test's own.
func newDB(t *testing.T) *sql.DB {
	t.Helper()
	owner, _ := dbtest.Database(t, "")
	connector, err := pq.NewConnector(owner)
	if err != nil {
		t.Fatal(err)
	}
	db := sql.OpenDB(connector)
	db.SetMaxOpenConns(6)
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// start migrates db and runs a client whose only worker is work.
func start(t *testing.T, conf jobs.Config, work func(context.Context, *river.Job[note]) error) *jobs.Client {
	t.Helper()
	if err := jobs.Migrate(t.Context(), conf.DB); err != nil {
		t.Fatal(err)
	}
	conf.Workers = river.NewWorkers()
	river.AddWorker(conf.Workers, &noteWorker{work: work})
	conf.PollInterval = 5 * time.Millisecond
	conf.Logger = slog.New(slog.DiscardHandler)
	c, err := jobs.New(conf)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Stop(context.Background()) })
	return c
}

// within runs f in a transaction that ends in a commit, or not.
func within(t *testing.T, db *sql.DB, commit bool, f func(*sql.Tx) error) {
	t.Helper()
	tx, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := f(tx); err != nil {
		t.Fatal(err)
	}
	end := tx.Rollback
	if commit {
		end = tx.Commit
	}
	if err := end(); err != nil {
		t.Fatal(err)
	}
}

func receive[T any](t *testing.T, from <-chan T, what string) T {
	t.Helper()
	select {
	case v := <-from:
		return v
	case <-time.After(patience):
		t.Fatalf("waited %s for %s", patience, what)
		panic("unreachable")
	}
}

func TestOnlyCommittedJobsRunAndOnce(t *testing.T) {
	t.Parallel()
	db, ran := newDB(t), make(chan string, 10)
	c := start(t, jobs.Config{DB: db}, func(_ context.Context, j *river.Job[note]) error {
		ran <- j.Args.Text
		return nil
	})
	insert := func(text string) func(*sql.Tx) error {
		return func(tx *sql.Tx) error { return c.Insert(t.Context(), tx, note{text}, nil) }
	}
	within(t, db, false, insert("rolled back"))
	within(t, db, true, insert("committed"))
	within(t, db, true, insert("last"))

	got := []string{receive(t, ran, "a job"), receive(t, ran, "a job")}
	if err := c.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	close(ran)
	for more := range ran {
		got = append(got, more)
	}
	slices.Sort(got)
	if diff := cmp.Diff([]string{"committed", "last"}, got); diff != "" {
		t.Error(diff)
	}
	var rows, completed int
	const count = "SELECT count(*), count(*) FILTER (WHERE state = 'completed' AND attempt = 1) FROM river_job"
	if err := db.QueryRowContext(t.Context(), count).Scan(&rows, &completed); err != nil {
		t.Fatal(err)
	}
	if rows != 2 || completed != 2 {
		t.Errorf("%d rows, %d of them completed at the first attempt; want 2 and 2", rows, completed)
	}
}

func TestFailedAttemptsAreObservedAndRepeated(t *testing.T) {
	t.Parallel()
	type attempt struct {
		kind string
		took time.Duration
		err  error
	}
	db, seen, broken := newDB(t), make(chan attempt, 10), errors.New("not now")
	conf := jobs.Config{DB: db, Observe: func(kind string, took time.Duration, err error) {
		seen <- attempt{kind, took, err}
	}}
	c := start(t, conf, func(_ context.Context, j *river.Job[note]) error {
		switch j.Attempt {
		case 1:
			return broken
		case 2:
			panic("oh")
		default:
			return nil
		}
	})
	within(t, db, true, func(tx *sql.Tx) error { return c.Insert(t.Context(), tx, note{"x"}, nil) })
	for i, want := range []error{broken, jobs.ErrPanicked, nil} {
		got := receive(t, seen, "an attempt")
		if got.kind != "note" || got.took < 0 || !errors.Is(got.err, want) {
			t.Errorf("attempt %d: %+v, want error %v", i+1, got, want)
		}
	}
}

func TestStopLetsARunningJobFinish(t *testing.T) {
	t.Parallel()
	db, running, finish := newDB(t), make(chan struct{}), make(chan struct{})
	c := start(t, jobs.Config{DB: db}, func(ctx context.Context, _ *river.Job[note]) error {
		close(running)
		<-finish
		return ctx.Err()
	})
	within(t, db, true, func(tx *sql.Tx) error { return c.Insert(t.Context(), tx, note{"x"}, nil) })
	receive(t, running, "the job")
	stopped := make(chan error, 1)
	go func() { stopped <- c.Stop(context.Background()) }()
	close(finish)
	if err := receive(t, stopped, "the stop"); err != nil {
		t.Fatal(err)
	}
	wantState(t, db, "completed")
	if err := c.Stop(t.Context()); err != nil {
		t.Errorf("a second stop: %v", err)
	}
}

func TestStopIsBounded(t *testing.T) {
	t.Parallel()
	db, running := newDB(t), make(chan struct{})
	c := start(t, jobs.Config{DB: db, StopTimeout: time.Millisecond}, func(ctx context.Context, _ *river.Job[note]) error {
		close(running)
		<-ctx.Done()
		return ctx.Err()
	})
	within(t, db, true, func(tx *sql.Tx) error { return c.Insert(t.Context(), tx, note{"x"}, nil) })
	receive(t, running, "the job")
	if err := c.Stop(context.Background()); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Stop = %v, want a deadline", err)
	}
	wantState(t, db, "available") // to be tried again
}

func wantState(t *testing.T, db *sql.DB, want string) {
	t.Helper()
	var got string
	if err := db.QueryRowContext(t.Context(), "SELECT state FROM river_job").Scan(&got); err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("the job is %s, want %s", got, want)
	}
}
