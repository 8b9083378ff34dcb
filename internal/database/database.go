// Package database answers how statements reach PostgreSQL and which rows they
// may touch: pools with a statement cache, a tenant scope on every ent query
// that fails closed, transactions that are retried by class of error, and
// migrations.
package database

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"tenantry/ent/db"
)

// Config describes the pools of one program.
type Config struct {
	PoolConfig
	// ReadURL leads to replicas for reads that may lag; empty means none.
	ReadURL string
}

// DB is the way to the data. Its clients see the rows of the tenant in the
// context and no others.
type DB struct {
	// Write is the raw pool of the primary, for what knows no tenant: jobs,
	// health, and the two global tables.
	Write *sql.DB
	// Backoff says how transactions are retried.
	Backoff Backoff

	read   *sql.DB
	client *db.Client
	reader *db.Client
}

// Open makes the pools; it does not connect.
func Open(cfg Config) (*DB, error) {
	write, err := OpenPool(cfg.PoolConfig)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	d := &DB{Write: write, client: scoped(entsql.OpenDB(dialect.Postgres, write))}
	if cfg.ReadURL == "" {
		return d, nil
	}
	readConfig := cfg.PoolConfig
	readConfig.URL = cfg.ReadURL
	if d.read, err = OpenPool(readConfig); err != nil {
		write.Close()
		return nil, fmt.Errorf("open read pool: %w", err)
	}
	d.reader = scoped(entsql.OpenDB(dialect.Postgres, d.read))
	return d, nil
}

// Client reads and writes on the primary, scoped to the tenant in the context.
func (d *DB) Client() *db.Client { return d.client }

// Close ends the connections.
func (d *DB) Close() error {
	if d.read != nil {
		d.read.Close()
	}
	return d.Write.Close()
}

// Ready tells whether the primary answers within a second and can be written.
func (d *DB) Ready(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	var standby bool
	if err := d.Write.QueryRowContext(ctx, "SELECT pg_is_in_recovery()").Scan(&standby); err != nil {
		return fmt.Errorf("ask the database: %w", err)
	}
	if standby {
		return fmt.Errorf("the database is a standby and cannot be written")
	}
	return nil
}
