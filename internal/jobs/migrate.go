package jobs

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"

	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/rivermigrate"
)

// migrateLock is the advisory lock two starting processes queue at. Any
// constant of our own would do.
const migrateLock = 0x7e4a17_10b5

// Migrate brings River's own tables up to the version this program needs.
// Running it again changes nothing, and several processes may run it at once:
// one works, the others wait. It needs two connections, because River commits
// each step by itself while the lock is held on another connection.
func Migrate(ctx context.Context, db *sql.DB) error {
	if db.Stats().MaxOpenConnections == 1 {
		return errors.New("jobs: migrate: the pool needs at least two connections")
	}
	m, err := migrator(db)
	if err != nil {
		return err
	}
	lock, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("jobs: migrate: begin: %w", err)
	}
	// The transaction holds nothing but the lock.
	defer func() { _ = lock.Rollback() }()
	if _, err := lock.ExecContext(ctx, "SELECT pg_advisory_xact_lock($1)", int64(migrateLock)); err != nil {
		return fmt.Errorf("jobs: migrate: lock: %w", err)
	}
	if _, err := m.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return fmt.Errorf("jobs: migrate: %w", err)
	}
	return nil
}

// Pending counts the steps of River's tables that are not applied yet; a
// program is ready to work jobs at zero.
func Pending(ctx context.Context, db *sql.DB) (int, error) {
	m, err := migrator(db)
	if err != nil {
		return 0, err
	}
	applied, err := m.ExistingVersions(ctx)
	if err != nil {
		return 0, fmt.Errorf("jobs: read applied migrations: %w", err)
	}
	done := make(map[int]bool, len(applied))
	for _, v := range applied {
		done[v.Version] = true
	}
	pending := 0
	for _, v := range m.AllVersions() {
		if !done[v.Version] {
			pending++
		}
	}
	return pending, nil
}

func migrator(db *sql.DB) (*rivermigrate.Migrator[*sql.Tx], error) {
	m, err := rivermigrate.New(riverdatabasesql.New(db), &rivermigrate.Config{
		Logger: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		return nil, fmt.Errorf("jobs: read embedded migrations: %w", err)
	}
	return m, nil
}
