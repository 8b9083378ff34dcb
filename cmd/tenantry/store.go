package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"tenantry/ent/migrations"
	"tenantry/internal/database"
	"tenantry/internal/devpg"
	"tenantry/internal/jobs"
)

// store is the database a verb works on.
type store struct {
	appURL, ownerURL string
	server           *devpg.Server // nil when DATABASE_URL names one
}

// openStore finds the database: the configured one, or a private PostgreSQL
// that is started here, or used if another process already runs it.
func openStore(ctx context.Context, cfg *Config, log io.Writer) (*store, error) {
	if url := cfg.DatabaseURL.Reveal(); url != "" {
		return &store{appURL: url, ownerURL: orElse(cfg.MigrationURL.Reveal(), url)}, nil
	}
	server, err := devpg.Start(ctx, devpg.Config{Dir: cfg.dataDir(), BinDir: cfg.PGBin, Log: log})
	if err != nil {
		return nil, fmt.Errorf("start a private PostgreSQL, because DATABASE_URL is not set: %w", err)
	}
	return &store{
		appURL:   server.URL(devpg.Database, devpg.Role),
		ownerURL: server.URL(devpg.Database, devpg.Owner),
		server:   server,
	}, nil
}

// Owner opens a small pool of the tables' owner, whose statements may be long.
func (s *store) Owner() (*sql.DB, error) {
	return database.OpenPool(database.PoolConfig{URL: s.ownerURL, MaxConns: database.MinMaxConns, ReadTimeout: -1})
}

// Migrate brings the database up to this program. Several processes may do so
// at the same time. It answers the names of the files it applied.
func (s *store) Migrate(ctx context.Context, now time.Time) ([]string, error) {
	owner, err := s.Owner()
	if err != nil {
		return nil, err
	}
	defer owner.Close()
	// A look is cheap; the locks of a migration are not.
	var applied []string
	if pending, err := pendingMigrations(ctx, owner); err != nil || pending > 0 {
		if applied, err = database.Migrate(ctx, owner, migrations.Files, now); err != nil {
			return applied, err
		}
		if err := jobs.Migrate(ctx, owner); err != nil {
			return applied, err
		}
	}
	_, err = database.AddPartitions(ctx, owner, now)
	return applied, err
}

// Close stops the private PostgreSQL, if there is one.
func (s *store) Close(ctx context.Context) error {
	if s.server == nil {
		return nil
	}
	return s.server.Stop(ctx)
}

// pendingMigrations counts the steps the database lacks, of our tables and of
// the job tables.
func pendingMigrations(ctx context.Context, db *sql.DB) (int, error) {
	all, err := database.MigrationStatus(ctx, db, migrations.Files)
	if err != nil {
		return 0, err
	}
	pending, err := jobs.Pending(ctx, db)
	if err != nil {
		return 0, err
	}
	for _, m := range all {
		if m.AppliedAt.IsZero() {
			pending++
		}
	}
	return pending, nil
}

// withStore runs a verb on a migrated database.
func withStore(ctx context.Context, env environment, cfg *Config, fn func(*store) error) (err error) {
	s, err := openStore(ctx, cfg, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close(context.WithoutCancel(ctx))) }()
	if _, err := s.Migrate(ctx, env.now()); err != nil {
		return err
	}
	return fn(s)
}

// dataDir is where the program keeps files of its own.
func (c *Config) dataDir() string {
	if c.DataDir != "" {
		return c.DataDir
	}
	return devpg.DefaultDir(os.Getenv)
}
