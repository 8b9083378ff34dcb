package database

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/ent/db"
)

// Snapshot is a read-only transaction on the primary that sees one moment,
// however long it reads. It holds a connection of the pool for all that time.
type Snapshot struct {
	Client *db.Client // scoped, for answers that are read at once

	tx      *sql.Tx
	driver  dialect.Driver
	cursors int
}

// Snapshot runs fn in a snapshot. Nothing is retried: what was read is handed
// on meanwhile.
func (d *DB) Snapshot(ctx context.Context, fn func(ctx context.Context, s *Snapshot) error) error {
	tx, err := d.Write.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return fmt.Errorf("begin snapshot: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // it has changed nothing
	driver := txDriver{entsql.NewDriver(dialect.Postgres, entsql.Conn{ExecQuerier: tx})}
	return fn(ctx, &Snapshot{Client: scoped(driver), tx: tx, driver: driver})
}

// TryLock takes a lock of that name until the snapshot ends, or answers false
// because somebody else has it. The lock of a process that died goes with its
// connection.
func (s *Snapshot) TryLock(ctx context.Context, name uuid.UUID) (taken bool, err error) {
	key := int64(binary.BigEndian.Uint64(name[8:])) //nolint:gosec // any bits will do
	if err := s.tx.QueryRowContext(ctx, "SELECT pg_try_advisory_xact_lock($1)", key).Scan(&taken); err != nil {
		return false, fmt.Errorf("take lock %s: %w", name, err)
	}
	return taken, nil
}

// Pieces gives a scoped client for one query of many rows: asked again and
// again, it answers the next size rows each time, and none at the end. The
// rows lie behind a cursor, so that they are found and sorted once.
func (s *Snapshot) Pieces(size int) *db.Client {
	s.cursors++
	return scoped(&cursorDriver{Driver: s.driver, name: fmt.Sprintf("pieces_%d", s.cursors), size: size})
}

// cursorDriver answers whatever is asked with the next rows of its cursor,
// which the first question opens.
type cursorDriver struct {
	dialect.Driver
	name string
	size int
	open bool
}

// Query reads the next rows.
func (d *cursorDriver) Query(ctx context.Context, query string, args, v any) error {
	if !d.open {
		if err := d.Driver.Exec(ctx, "DECLARE "+d.name+" NO SCROLL CURSOR FOR "+query, args, nil); err != nil {
			return fmt.Errorf("open cursor: %w", err)
		}
		d.open = true
	}
	return d.Driver.Query(ctx, fmt.Sprintf("FETCH FORWARD %d FROM %s", d.size, d.name), []any{}, v)
}
