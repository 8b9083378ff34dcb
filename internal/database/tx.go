package database

import (
	"context"
	"database/sql"
	"fmt"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"tenantry/ent/db"
)

// Tx is one transaction: the scoped ent client for rows and the *sql.Tx for
// jobs, which commit or vanish together.
type Tx struct {
	Client *db.Client
	SQL    *sql.Tx
}

// WithTx runs fn in a transaction on the primary. An error of fn rolls back and
// is answered as it is. When the database is to blame the whole of fn runs
// again, so fn must not keep state outside. An error of the commit itself is
// ErrAmbiguousCommit: the transaction may have happened.
func (d *DB) WithTx(ctx context.Context, fn func(ctx context.Context, tx *Tx) error) error {
	return Retry(ctx, d.Backoff, func(ctx context.Context) error {
		tx, err := d.Write.BeginTx(ctx, nil)
		if err != nil {
			return fmt.Errorf("begin transaction: %w", err)
		}
		defer tx.Rollback() //nolint:errcheck // harmless after Commit
		if err := fn(ctx, &Tx{Client: scoped(txDriver{entsql.NewDriver(dialect.Postgres, entsql.Conn{ExecQuerier: tx})}), SQL: tx}); err != nil {
			return err
		}
		if err := tx.Commit(); err != nil {
			return CommitError(err)
		}
		return nil
	})
}

// Notify tells other processes something once the transaction commits. It is a
// hint: whoever listens must also manage without.
func (tx *Tx) Notify(ctx context.Context, channel, payload string) error {
	if _, err := tx.SQL.ExecContext(ctx, "SELECT pg_notify($1, $2)", channel, payload); err != nil {
		return fmt.Errorf("notify %s: %w", channel, err)
	}
	return nil
}

// txDriver lets ent's bulk writes, which open a transaction of their own, join
// the one there is.
type txDriver struct{ *entsql.Driver }

// Tx joins the transaction there is.
func (d txDriver) Tx(context.Context) (dialect.Tx, error) { return dialect.NopTx(d), nil }

// BeginTx joins the transaction there is.
func (d txDriver) BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error) {
	return dialect.NopTx(d), nil
}
