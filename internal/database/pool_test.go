package database_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/lib/pq"

	"tenantry/internal/database"
	"tenantry/internal/dbtest"
)

// emptyDatabase gives the URL of a new database without tables.
func emptyDatabase(t testing.TB) string {
	t.Helper()
	template := dbtest.Template(t, "driver", func(string) error { return nil })
	owner, _ := dbtest.Database(t, template)
	return owner
}

func openPool(t testing.TB, cfg database.PoolConfig) *sql.DB {
	t.Helper()
	db, err := database.OpenPool(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Log(err)
		}
	})
	return db
}

func mustExec(t testing.TB, db interface {
	ExecContext(context.Context, string, ...any) (sql.Result, error)
}, query string, args ...any) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), query, args...); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

func oneConn(t testing.TB, db *sql.DB) *sql.Conn {
	t.Helper()
	c, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func TestOpenPoolRefuses(t *testing.T) {
	t.Parallel()
	for name, cfg := range map[string]database.PoolConfig{
		"no URL":      {},
		"too few":     {URL: "host=db.test", MaxConns: 3},
		"bad pooling": {URL: "host=db.test port=6432"},
	} {
		if _, err := database.OpenPool(cfg); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	db := openPool(t, database.PoolConfig{URL: "host=db.test"})
	if got := db.Stats().MaxOpenConnections; got != database.DefaultMaxConns {
		t.Errorf("pool of %d, want %d", got, database.DefaultMaxConns)
	}
}

func TestTerminatedBackend(t *testing.T) {
	t.Parallel()
	url := emptyDatabase(t)
	db := openPool(t, database.PoolConfig{URL: url, StatementCache: true})
	killer := openPool(t, database.PoolConfig{URL: url})
	pid := func(q interface {
		QueryRowContext(context.Context, string, ...any) *sql.Row
	}) (n int) {
		if err := q.QueryRowContext(t.Context(), "SELECT pg_backend_pid() + $1", 0).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	// terminate waits until the backend is gone.
	terminate := func(n int) { mustExec(t, killer, "SELECT pg_terminate_backend($1, 5000)", n) }

	tx, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	terminate(pid(tx))
	_, err = tx.ExecContext(t.Context(), "SELECT $1::int", 1)
	if !database.Retryable(err) {
		t.Errorf("statement in a dead transaction: %v, want a retryable error", err)
	}
	_ = tx.Rollback()

	if tx, err = db.BeginTx(t.Context(), nil); err != nil {
		t.Fatalf("the pool did not recover: %v", err)
	}
	first := pid(tx)
	terminate(first)
	if err = tx.Commit(); !errors.Is(err, database.ErrAmbiguousCommit) || database.Retryable(err) {
		t.Errorf("commit on a dead connection: %v, want an ambiguous, not retryable error", err)
	}

	// Idle connections that died: BEGIN and queries take new ones unseen.
	for range 3 {
		terminate(pid(db))
		tx, err := db.BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatalf("begin on a dead idle connection: %v", err)
		}
		terminate(pid(tx))
		_ = tx.Rollback()
		if n := pid(db); n == first {
			t.Error("a dead backend answered")
		}
	}
}

func TestDemotedPrimaryIsDropped(t *testing.T) {
	t.Parallel()
	db := openPool(t, database.PoolConfig{URL: emptyDatabase(t), StatementCache: true})
	mustExec(t, db, "CREATE TABLE thing (n int)")
	conn := oneConn(t, db)
	mustExec(t, conn, "SET default_transaction_read_only = on")
	_, err := conn.ExecContext(t.Context(), "INSERT INTO thing VALUES ($1)", 1)
	if !database.Retryable(err) {
		t.Errorf("write on a read-only server: %v, want a retryable error", err)
	}
	_ = conn.Close()
	if open := db.Stats().OpenConnections; open != 0 {
		t.Errorf("%d connections stayed in the pool", open)
	}
	// A transaction that asked to be read-only is no sign of a standby.
	tx, err := db.BeginTx(t.Context(), &sql.TxOptions{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err = tx.ExecContext(t.Context(), "INSERT INTO thing VALUES ($1)", 1); err == nil {
		t.Error("a read-only transaction wrote")
	}
	_ = tx.Rollback()
	if open := db.Stats().OpenConnections; open != 1 {
		t.Errorf("%d connections in the pool, want 1", open)
	}
}

func TestConstraintOfServer(t *testing.T) {
	t.Parallel()
	db := openPool(t, database.PoolConfig{URL: emptyDatabase(t), StatementCache: true})
	mustExec(t, db, "CREATE TABLE thing (n int CONSTRAINT thing_n_key UNIQUE)")
	mustExec(t, db, "INSERT INTO thing VALUES ($1)", 1)
	_, err := db.ExecContext(t.Context(), "INSERT INTO thing VALUES ($1)", 1)
	if !database.IsUniqueViolation(err, "thing_n_key") || database.IsUniqueViolation(err, "thing_key") {
		t.Error(err)
	}
}

func TestObserveCountGuard(t *testing.T) {
	t.Parallel()
	var seen []string
	db := openPool(t, database.PoolConfig{
		URL: emptyDatabase(t),
		Guard: func(query string) error {
			if strings.Contains(query, "forbidden") {
				return errors.New("guard says no")
			}
			return nil
		},
		Observe: func(_ context.Context, query string, took time.Duration, err error) {
			seen = append(seen, fmt.Sprintf("%s %t %t", query, took > 0, err != nil))
		},
	})
	outer, all := database.WithCounter(t.Context())
	ctx, inner := database.WithCounter(outer)
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.ExecContext(ctx, "SELECT $1::int", 1); err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(outer, "SELECT 1/0"); err == nil {
		t.Error("no error")
	}
	if _, err := db.ExecContext(outer, "SELECT 'forbidden'"); err == nil || err.Error() != "guard says no" {
		t.Errorf("guarded statement: %v", err)
	}
	if _, err := db.ExecContext(database.Unguarded(outer, "test"), "SELECT 'forbidden'"); err != nil {
		t.Error(err)
	}
	if inner.Count() != 1 || all.Reset() != 3 || all.Count() != 0 {
		t.Errorf("counted %d and %d", inner.Count(), all.Count())
	}
	want := "SELECT $1::int true false\nSELECT 1/0 true true\nSELECT 'forbidden' true false"
	if got := strings.Join(seen, "\n"); got != want {
		t.Errorf("observed:\n%s\nwant:\n%s", got, want)
	}
}

func TestCancelledStatement(t *testing.T) {
	t.Parallel()
	db := openPool(t, database.PoolConfig{URL: emptyDatabase(t), StatementCache: true})
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	_, err := db.ExecContext(ctx, "SELECT pg_sleep($1)", 60)
	if !errors.Is(err, context.DeadlineExceeded) || pq.As(err, "57014") == nil || database.Retryable(err) {
		t.Errorf("cancelled statement: %v", err)
	}
	mustExec(t, db, "SELECT $1::int", 1)
}

// stalled is a server that greets and then says nothing.
func stalled(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			t.Cleanup(func() { _ = c.Close() })
			go func() {
				startup := make([]byte, 1024)
				if _, err := c.Read(startup); err == nil {
					_, _ = c.Write([]byte("R\x00\x00\x00\x08\x00\x00\x00\x00" + "Z\x00\x00\x00\x05I"))
				}
			}()
		}
	}()
	host, port, _ := net.SplitHostPort(l.Addr().String())
	return fmt.Sprintf("host=%s port=%s user=u dbname=d sslmode=disable connect_timeout=1", host, port)
}

func TestHungServer(t *testing.T) {
	t.Parallel()
	url := stalled(t)
	for _, test := range []struct {
		name    string
		timeout time.Duration
		ctx     time.Duration
		args    []any
	}{
		{"read deadline, simple", 200 * time.Millisecond, 0, nil},
		{"read deadline, prepared", 200 * time.Millisecond, 0, []any{1}},
		{"context, simple", -1, 50 * time.Millisecond, nil},
		{"context, prepared", -1, 50 * time.Millisecond, []any{1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			db := openPool(t, database.PoolConfig{URL: url, StatementCache: true, ReadTimeout: test.timeout})
			ctx := t.Context()
			if test.ctx > 0 {
				var cancel context.CancelFunc
				ctx, cancel = context.WithTimeout(ctx, test.ctx)
				defer cancel()
			}
			start := time.Now()
			_, err := db.ExecContext(ctx, "SELECT 1", test.args...)
			took := time.Since(start)
			t.Logf("%v: %v", took, err)
			if !errors.Is(err, os.ErrDeadlineExceeded) && !errors.Is(err, context.DeadlineExceeded) || took > 10*time.Second {
				t.Errorf("freed after %v with %v", took, err)
			}
			if test.ctx == 0 && !database.Retryable(err) {
				t.Errorf("not retryable: %v", err)
			}
		})
	}
}

func TestCopyOutlivesReadDeadline(t *testing.T) {
	t.Parallel()
	const deadline = 2 * time.Second // no single write waits this long for a busy server
	db := openPool(t, database.PoolConfig{URL: emptyDatabase(t), StatementCache: true, ReadTimeout: deadline})
	mustExec(t, db, "CREATE TABLE thing (n int, text text)")
	tx, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }()
	st, err := tx.PrepareContext(t.Context(), "COPY thing (n, text) FROM STDIN")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("x", 10_000)
	rows := 0
	pace := time.NewTicker(2 * time.Millisecond)
	defer pace.Stop()
	for start := time.Now(); time.Since(start) < deadline+deadline/4; rows++ {
		<-pace.C
		if _, err := st.ExecContext(t.Context(), rows, text); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := st.ExecContext(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	var n int
	if err := tx.QueryRowContext(t.Context(), "SELECT count(*) FROM thing WHERE n >= $1", 0).Scan(&n); err != nil || n != rows {
		t.Errorf("%d rows of %d, %v", n, rows, err)
	}
}
