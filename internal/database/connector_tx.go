package database

import (
	"context"
	"database/sql/driver"
)

// Begin implements driver.Conn; database/sql calls BeginTx.
func (c *session) Begin() (driver.Tx, error) {
	return c.BeginTx(context.Background(), driver.TxOptions{})
}

// BeginTx opens a transaction. A connection that died in the pool shows itself
// here first; as nothing has run yet, database/sql is told to take another.
func (c *session) BeginTx(ctx context.Context, opts driver.TxOptions) (driver.Tx, error) {
	if c.busy {
		return nil, errBusy
	}
	c.wire.bound(ctx)
	tx, err := c.pq.BeginTx(ctx, opts)
	if err != nil {
		c.judge(err)
		if ctx.Err() == nil && connectionDropped(err) {
			return nil, driver.ErrBadConn
		}
		return nil, err
	}
	c.inTx, c.readOnly = true, opts.ReadOnly
	return &driverTx{tx: tx, session: c}, nil
}

// driverTx knows when its session is outside a transaction again.
type driverTx struct {
	tx      driver.Tx
	session *session
}

// Commit makes the changes last. A connection error leaves open whether they
// do: see ErrAmbiguousCommit.
func (t *driverTx) Commit() error {
	t.end()
	err := t.tx.Commit()
	if err != nil {
		t.session.judge(err)
	}
	return CommitError(err)
}

// Rollback undoes the changes.
func (t *driverTx) Rollback() error {
	t.end()
	return t.tx.Rollback()
}

func (t *driverTx) end() {
	// The transaction's context may be over; ending it has its own time.
	t.session.wire.bound(context.Background())
	t.session.inTx = false
	t.session.readOnly = false
}
