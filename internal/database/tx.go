package database

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/lib/pq"

	"tenantry/ent/db"
)

// Tx is one transaction: the scoped ent client for rows and the *sql.Tx for
// jobs, which commit or vanish together.
type Tx struct {
	Client *db.Client
	SQL    *sql.Tx

	said          []notice // what Notify was given, without repetitions
	users         userCounts
	organizations organizationCounts
}

// notice is one notification.
type notice struct{ channel, payload string }

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
		client := scoped(txDriver{entsql.NewDriver(dialect.Postgres, entsql.Conn{ExecQuerier: tx})})
		t := &Tx{Client: client, SQL: tx, users: userCounts{}, organizations: organizationCounts{}}
		t.count()
		if err := fn(ctx, t); err != nil {
			return err
		}
		// Of users first: that takes rows of organizations, which others hold
		// while they come for the counters.
		if err := t.users.write(ctx, tx, time.Now().UTC()); err != nil {
			return err
		}
		if err := t.organizations.write(ctx, tx, time.Now().UTC()); err != nil {
			return err
		}
		if err := t.speak(ctx); err != nil {
			return err
		}
		if err := tx.Commit(); err != nil {
			return CommitError(err)
		}
		return nil
	})
}

// count has the changes made with the client of the transaction counted.
func (tx *Tx) count() {
	tx.Client.User.Use(tx.users.hook(tx.Client))
	tx.Client.Organization.Use(tx.organizations.hook(tx.Client))
}

// Notify tells other processes something once the transaction commits. It is a
// hint: whoever listens must also manage without. All that a transaction says
// is sent with one statement at its end, each thing once. A payload is of less
// than 8000 bytes; a longer one fails the transaction.
func (tx *Tx) Notify(_ context.Context, channel, payload string) error {
	if n := (notice{channel, payload}); !slices.Contains(tx.said, n) {
		tx.said = append(tx.said, n)
	}
	return nil
}

// speak sends what Notify was given, in its order.
func (tx *Tx) speak(ctx context.Context) error {
	if len(tx.said) == 0 {
		return nil
	}
	channels, payloads := make([]string, len(tx.said)), make([]string, len(tx.said))
	for i, n := range tx.said {
		channels[i], payloads[i] = n.channel, n.payload
	}
	const all = "SELECT pg_notify(n.channel, n.payload) FROM unnest($1::text[], $2::text[]) AS n (channel, payload)"
	if _, err := tx.SQL.ExecContext(ctx, all, pq.Array(channels), pq.Array(payloads)); err != nil {
		return fmt.Errorf("notify: %w", err)
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
