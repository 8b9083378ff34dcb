package database_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"

	"tenantry/internal/database"
)

func columns(ctx context.Context, q interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}) ([]string, error) {
	rows, err := q.QueryContext(ctx, "SELECT * FROM thing WHERE n = $1", 1)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	names, err := rows.Columns()
	for rows.Next() {
	}
	return names, errors.Join(err, rows.Err())
}

func TestCachedStatementSurvivesAlterTable(t *testing.T) {
	t.Parallel()
	url := emptyDatabase(t)
	db := openPool(t, database.PoolConfig{URL: url, StatementCache: true})
	other := openPool(t, database.PoolConfig{URL: url})
	mustExec(t, db, "CREATE TABLE thing (n int)")
	mustExec(t, db, "INSERT INTO thing VALUES ($1)", 1)

	a, b := oneConn(t, db), oneConn(t, db)
	for _, c := range []*sql.Conn{a, b} {
		if got, err := columns(t.Context(), c); err != nil || len(got) != 1 {
			t.Fatal(got, err)
		}
	}
	mustExec(t, other, "ALTER TABLE thing ADD COLUMN text text")
	got, err := columns(t.Context(), a)
	if diff := cmp.Diff([]string{"n", "text"}, got); diff != "" || err != nil {
		t.Errorf("after ALTER TABLE: %v\n%s", err, diff)
	}
	// The other connection has heard of it: not even a transaction fails.
	tx, err := b.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := columns(t.Context(), tx); err != nil || len(got) != 2 {
		t.Errorf("other connection, in a transaction: %v, %v", got, err)
	}
	if err := tx.Commit(); err != nil {
		t.Error(err)
	}
}

func TestStaleStatementInTransaction(t *testing.T) {
	t.Parallel()
	url := emptyDatabase(t)
	db := openPool(t, database.PoolConfig{URL: url, StatementCache: true})
	other := openPool(t, database.PoolConfig{URL: url})
	mustExec(t, db, "CREATE TABLE thing (n int)")
	conn := oneConn(t, db)

	inTx := func() error {
		tx, err := conn.BeginTx(t.Context(), nil)
		if err != nil {
			return err
		}
		defer func() { _ = tx.Rollback() }()
		if _, err := columns(t.Context(), tx); err != nil {
			return err
		}
		return tx.Commit()
	}
	byHand := func() error {
		mustExec(t, conn, "BEGIN")
		_, err := columns(t.Context(), conn)
		mustExec(t, conn, "ROLLBACK")
		return err
	}
	for i, run := range []func() error{inTx, byHand} {
		if err := run(); err != nil {
			t.Fatal(err)
		}
		mustExec(t, other, fmt.Sprintf("ALTER TABLE thing ADD COLUMN c%d text", i))
		err := run()
		if pq.As(err, "0A000") == nil || !database.Retryable(err) {
			t.Errorf("stale statement in a transaction: %v, want a retryable 0A000", err)
		}
		if err := run(); err != nil {
			t.Errorf("the transaction again: %v", err)
		}
	}
}

func TestDeallocatedStatement(t *testing.T) {
	t.Parallel()
	db := openPool(t, database.PoolConfig{URL: emptyDatabase(t), StatementCache: true})
	conn := oneConn(t, db)
	for range 3 {
		mustExec(t, conn, "SELECT $1::int", 1)
		mustExec(t, conn, "SELECT $1::text", "x")
		mustExec(t, conn, "DEALLOCATE ALL")
	}
}

func prepared(t testing.TB, c *sql.Conn) (n int) {
	t.Helper()
	if err := c.QueryRowContext(t.Context(), "SELECT count(*) FROM pg_prepared_statements").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestCacheIsBounded(t *testing.T) {
	t.Parallel()
	db := openPool(t, database.PoolConfig{URL: emptyDatabase(t), StatementCache: true})
	conn := oneConn(t, db)
	for i := range database.CachedStatements + 50 {
		var got int
		if err := conn.QueryRowContext(t.Context(), fmt.Sprintf("SELECT $1::int + %d", i), 1).Scan(&got); err != nil || got != i+1 {
			t.Fatal(got, err)
		}
		mustExec(t, conn, "SELECT $1::int", 1) // always in use: stays
	}
	if n := prepared(t, conn); n != database.CachedStatements {
		t.Errorf("%d statements prepared, want %d", n, database.CachedStatements)
	}
	var calls int
	err := conn.QueryRowContext(t.Context(), `SELECT generic_plans + custom_plans FROM pg_prepared_statements
		WHERE statement = 'SELECT $1::int'`).Scan(&calls)
	if err != nil || calls != database.CachedStatements+50 {
		t.Errorf("the statement in use was planned %d times, %v", calls, err)
	}
}

func TestCacheOff(t *testing.T) {
	t.Parallel()
	url := emptyDatabase(t)
	for name, cfg := range map[string]database.PoolConfig{
		"flag":   {URL: url},
		"pooler": {URL: database.AddKey(database.AddKey(url, "pgbouncer", "true"), "binary_parameters", "yes"), StatementCache: true},
	} {
		conn := oneConn(t, openPool(t, cfg))
		var got int
		if err := conn.QueryRowContext(t.Context(), "SELECT $1::int", 1).Scan(&got); err != nil || got != 1 {
			t.Fatal(name, got, err)
		}
		if n := prepared(t, conn); n != 0 {
			t.Errorf("%s: %d statements prepared", name, n)
		}
	}
}

func TestBinaryParametersWithCache(t *testing.T) {
	t.Parallel()
	db := openPool(t, database.PoolConfig{URL: database.AddKey(emptyDatabase(t), "binary_parameters", "yes"), StatementCache: true})
	for range 2 {
		var n int
		var s, json string
		err := db.QueryRowContext(t.Context(), "SELECT cardinality($1::int[]), $2::text, $3::jsonb",
			[]int64{1, 2}, "x", `{"a": 1}`).Scan(&n, &s, &json)
		if err != nil || n != 2 || s != "x" || json != `{"a": 1}` {
			t.Error(n, s, json, err)
		}
	}
}

// A second statement while rows are open would read the first one's answer.
func TestOpenRowsKeepTheConnection(t *testing.T) {
	t.Parallel()
	db := openPool(t, database.PoolConfig{URL: emptyDatabase(t), StatementCache: true})
	tx, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }()
	rows, err := tx.QueryContext(t.Context(), "SELECT generate_series(1, $1)", 1000)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.ExecContext(t.Context(), "SELECT $1::int", 1); !errors.Is(err, database.ErrBusy) {
		t.Errorf("second statement: %v", err)
	}
	n := 0
	for rows.Next() {
		n++
	}
	if n != 1000 || rows.Err() != nil {
		t.Errorf("%d rows, %v", n, rows.Err())
	}
	mustExec(t, tx, "SELECT $1::int", 1)
}

func TestErrorsInStatements(t *testing.T) {
	t.Parallel()
	db := openPool(t, database.PoolConfig{URL: emptyDatabase(t), StatementCache: true})
	for range 2 {
		for query, code := range map[string]pqerror.Code{
			"SELECT nothing FROM nowhere WHERE x = $1":   "42P01",
			"SELECT 1 / $1::int":                         "22012",
			"SELECT x / $1::int FROM (VALUES (1)) t (x)": "22012",
		} {
			var n int
			if err := db.QueryRowContext(t.Context(), query, 0).Scan(&n); pq.As(err, code) == nil {
				t.Errorf("%s: %v", query, err)
			}
		}
		if _, err := db.ExecContext(t.Context(), "SELECT $1::int, $2::int", 1); err == nil {
			t.Error("no error about a missing argument")
		}
	}
	if open := db.Stats().OpenConnections; open != 1 {
		t.Errorf("%d connections, want 1: none is lost by an error", open)
	}
}

func TestCacheable(t *testing.T) {
	t.Parallel()
	for query, want := range map[string]bool{
		"SELECT 1":                     true,
		" (select 1) UNION (select 2)": true,
		"WITH x AS (SELECT 1) SELECT":  true,
		"insert into t values ($1)":    true,
		"COPY t FROM STDIN":            false,
		"LISTEN x":                     false,
		"SELECTED":                     false,
		"":                             false,
		"/* note */ SELECT 1":          false,
		"SELECT " + string(make([]byte, database.CachedQueryBytes)): false,
	} {
		if got := database.Cacheable(query); got != want {
			t.Errorf("%.40q: %t", query, got)
		}
	}
}

// BenchmarkQuery reads a page of twenty rows by key, as most requests do.
func BenchmarkQuery(b *testing.B) {
	url := emptyDatabase(b)
	setup := openPool(b, database.PoolConfig{URL: url})
	mustExec(b, setup, `CREATE TABLE person (reseller_id uuid, id uuid, name text, email text, status text, made timestamptz,
		PRIMARY KEY (reseller_id, id))`)
	mustExec(b, setup, `INSERT INTO person SELECT md5((i % 10)::text)::uuid, md5(i::text)::uuid, 'Name ' || i,
		'name' || i || '@example.test', 'ACTIVE', now() FROM generate_series(1, 10000) i`)
	mustExec(b, setup, "ANALYZE person")
	const query = `SELECT "person"."id", "person"."name", "person"."email", "person"."status", "person"."made" FROM "person"
		WHERE "person"."reseller_id" = md5($1)::uuid AND "person"."id" > $2 AND "person"."status" = $3
		ORDER BY "person"."id" LIMIT 20`
	for _, cache := range []bool{true, false} {
		b.Run(fmt.Sprintf("cache=%t", cache), func(b *testing.B) {
			conn := oneConn(b, openPool(b, database.PoolConfig{URL: url, StatementCache: cache}))
			b.ReportAllocs()
			for b.Loop() {
				rows, err := conn.QueryContext(b.Context(), query, "3", "00000000-0000-0000-0000-000000000000", "ACTIVE")
				if err != nil {
					b.Fatal(err)
				}
				n := 0
				for rows.Next() {
					n++
				}
				if err := rows.Err(); err != nil || n != 20 {
					b.Fatal(n, err)
				}
			}
		})
	}
}
