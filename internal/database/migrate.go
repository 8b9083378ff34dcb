package database

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io/fs"
	"time"
)

// migrationLock is the advisory lock that makes concurrent starts apply each
// migration once. It is the only advisory lock of the program: migrations run
// on the coordinator alone, where node-local is enough.
const migrationLock = 7_306_551_204

// Migration is one file of reviewed SQL and whether it was applied.
type Migration struct {
	Name      string
	Checksum  string
	AppliedAt time.Time // zero when pending
}

// Migrate applies the files that were not applied yet, each in a transaction
// of its own, in the order of their names. It answers the names it applied.
// A file that changed after it was applied is an error: nothing is run.
func Migrate(ctx context.Context, owner *sql.DB, files fs.FS, now time.Time) ([]string, error) {
	conn, err := owner.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("migrate: connect: %w", err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock($1)", int64(migrationLock)); err != nil {
		return nil, fmt.Errorf("migrate: lock: %w", err)
	}
	defer conn.ExecContext(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock($1)", int64(migrationLock)) //nolint:errcheck // the lock ends with the connection
	if _, err := conn.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS schema_migrations (
		name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz(6) NOT NULL)`); err != nil {
		return nil, fmt.Errorf("migrate: create schema_migrations: %w", err)
	}
	all, err := migrationStatus(ctx, conn, files)
	if err != nil {
		return nil, err
	}
	var applied []string
	for _, m := range all {
		if !m.AppliedAt.IsZero() {
			continue
		}
		if err := applyMigration(ctx, conn, files, m, now); err != nil {
			return applied, fmt.Errorf("migrate: %s: %w", m.Name, err)
		}
		applied = append(applied, m.Name)
	}
	return applied, nil
}

func applyMigration(ctx context.Context, conn *sql.Conn, files fs.FS, m Migration, now time.Time) error {
	text, err := fs.ReadFile(files, m.Name)
	if err != nil {
		return err
	}
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // harmless after Commit
	if _, err := tx.ExecContext(ctx, string(text)); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO schema_migrations (name, checksum, applied_at) VALUES ($1, $2, $3)",
		m.Name, m.Checksum, now); err != nil {
		return err
	}
	return tx.Commit()
}

// MigrationStatus lists every migration of the program, applied or pending.
// A database that was never migrated has all of them pending.
func MigrationStatus(ctx context.Context, db *sql.DB, files fs.FS) ([]Migration, error) {
	return migrationStatus(ctx, db, files)
}

type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func migrationStatus(ctx context.Context, q queryer, files fs.FS) ([]Migration, error) {
	names, err := fs.Glob(files, "*.sql")
	if err != nil {
		return nil, fmt.Errorf("migrate: list files: %w", err)
	}
	applied, err := appliedMigrations(ctx, q)
	if err != nil {
		return nil, err
	}
	all := make([]Migration, 0, len(names))
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("migrate: read %s: %w", name, err)
		}
		sum := sha256.Sum256(text)
		m := Migration{Name: name, Checksum: hex.EncodeToString(sum[:])}
		if was, ok := applied[name]; ok {
			if was.Checksum != m.Checksum {
				return nil, fmt.Errorf("migrate: %s was changed after it was applied on %s", name, was.AppliedAt.Format(time.RFC3339))
			}
			m.AppliedAt = was.AppliedAt
			delete(applied, name)
		}
		all = append(all, m)
	}
	for name := range applied {
		return nil, fmt.Errorf("migrate: the database was migrated by a newer program: %s is unknown here", name)
	}
	return all, nil
}

func appliedMigrations(ctx context.Context, q queryer) (map[string]Migration, error) {
	// to_regclass answers null, and so no row, while the table is not there.
	exists, err := q.QueryContext(ctx, "SELECT 1 WHERE to_regclass('schema_migrations') IS NOT NULL")
	if err != nil {
		return nil, fmt.Errorf("migrate: look for schema_migrations: %w", err)
	}
	defer exists.Close()
	if there := exists.Next(); !there || exists.Err() != nil {
		return map[string]Migration{}, exists.Err()
	}
	if err := exists.Close(); err != nil {
		return nil, fmt.Errorf("migrate: look for schema_migrations: %w", err)
	}
	rows, err := q.QueryContext(ctx, "SELECT name, checksum, applied_at FROM schema_migrations")
	if err != nil {
		return nil, fmt.Errorf("migrate: read schema_migrations: %w", err)
	}
	defer rows.Close()
	applied := map[string]Migration{}
	for rows.Next() {
		var m Migration
		if err := rows.Scan(&m.Name, &m.Checksum, &m.AppliedAt); err != nil {
			return nil, fmt.Errorf("migrate: read schema_migrations: %w", err)
		}
		applied[m.Name] = m
	}
	return applied, rows.Err()
}
