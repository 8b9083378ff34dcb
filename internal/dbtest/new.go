package dbtest

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"io/fs"
	"testing"
	"time"

	"tenantry/ent/db/migrate"
	"tenantry/ent/migrations"
	"tenantry/internal/database"
	"tenantry/internal/jobs"
)

// New opens an empty, migrated database of the test's own as the program
// would: as the role that cannot touch the audit log, with the statement
// cache, and with a guard that fails every statement on a tenant table that
// does not name its reseller.
func New(tb testing.TB) *database.DB {
	tb.Helper()
	return Open(tb, URL(tb))
}

// URL makes an empty, migrated database and answers the program's address of
// it, for tests that start several programs on one database.
func URL(tb testing.TB) string {
	tb.Helper()
	_, app := URLs(tb)
	return app
}

// URLs makes an empty, migrated database and answers the addresses of the
// owner and of the program.
func URLs(tb testing.TB) (owner, app string) {
	tb.Helper()
	return Database(tb, Template(tb, "tenantry_"+fingerprint(tb), func(ownerURL string) error {
		ctx, cancel := context.WithTimeout(context.Background(), limit)
		defer cancel()
		owner, err := sql.Open("postgres", ownerURL)
		if err != nil {
			return err
		}
		defer owner.Close()
		if _, err := database.Migrate(ctx, owner, migrations.Files, time.Now()); err != nil {
			return err
		}
		return jobs.Migrate(ctx, owner)
	}))
}

// Open opens a database made by URL under the guard.
func Open(tb testing.TB, url string) *database.DB {
	tb.Helper()
	d, err := database.Open(database.Config{PoolConfig: database.PoolConfig{
		URL: url, StatementCache: true, Guard: Guard().Check,
	}})
	if err != nil {
		tb.Fatalf("dbtest: %v", err)
	}
	tb.Cleanup(func() { _ = d.Close() })
	return d
}

// Guard knows every tenant table there is.
func Guard() *database.Guard {
	tables := []string{"usage_records"} // partitioned, so no entity
	for _, t := range migrate.Tables {
		if _, tenant := t.Column("reseller_id"); tenant {
			tables = append(tables, t.Name)
		}
	}
	return database.NewGuard(tables...)
}

// fingerprint names the template by what the migrations hold.
func fingerprint(tb testing.TB) string {
	tb.Helper()
	h := sha256.New()
	names, err := fs.Glob(migrations.Files, "*.sql")
	if err != nil {
		tb.Fatalf("dbtest: %v", err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(migrations.Files, name)
		if err != nil {
			tb.Fatalf("dbtest: %v", err)
		}
		h.Write([]byte(name))
		h.Write(text)
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}
