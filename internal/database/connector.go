package database

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"github.com/lib/pq"
)

// connector opens lib/pq connections and wraps each in a session.
type connector struct {
	config      pq.Config
	cache       bool
	readTimeout time.Duration
	guard       func(query string) error
	observe     func(ctx context.Context, query string, took time.Duration, err error)

	// epoch grows when a table was changed under prepared statements; each
	// connection then prepares its own again when it next needs them.
	epoch atomic.Uint64
}

// Connect opens one connection, trying the hosts in turn.
func (c *connector) Connect(ctx context.Context) (driver.Conn, error) {
	base, err := pq.NewConnectorConfig(c.config)
	if err != nil {
		return nil, fmt.Errorf("configure connection: %w", err)
	}
	d := &dialer{timeout: c.readTimeout}
	base.Dialer(d)
	opened, err := base.Connect(ctx)
	if err != nil {
		return nil, fmt.Errorf("connect to database: %w", err)
	}
	inner, ok := opened.(pqConn)
	if !ok {
		_ = opened.Close()
		return nil, fmt.Errorf("connect to database: %T lacks a method this program needs", opened)
	}
	s := &session{pool: c, pq: inner, wire: d.settle()}
	if c.cache {
		s.cache = newStmtCache()
	}
	return s, nil
}

// Driver is lib/pq's.
func (c *connector) Driver() driver.Driver { return &pq.Driver{} }

// pqConn is what lib/pq's connections can do.
type pqConn interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.NamedValueChecker
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}

// errBusy protects the protocol: lib/pq does not notice a prepared statement
// run while the rows of another are being read.
var errBusy = errors.New("the connection still has open rows: close them before the next statement")

// session is one connection. database/sql lets one goroutine in at a time.
type session struct {
	pool  *connector
	pq    pqConn
	wire  *wire
	cache *stmtCache // nil = off
	epoch uint64     // added to the pool's

	inTx     bool
	readOnly bool // the open transaction asked for it
	busy     bool // rows are open
	bad      bool // the server is not the one we want
}

// QueryContext runs a statement that answers rows.
func (c *session) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	if err := c.enter(ctx, query); err != nil {
		return nil, err
	}
	start := time.Now()
	rows, err := c.query(ctx, query, args)
	if err = c.leave(ctx, query, start, err); err != nil {
		return nil, err
	}
	open, ok := rows.(pqRows)
	if !ok {
		return rows, nil
	}
	c.busy = true
	return &openRows{pqRows: open, session: c}, nil
}

func (c *session) query(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	if c.cache == nil || len(args) == 0 {
		return c.pq.QueryContext(ctx, query, args)
	}
	st, err := c.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	if st == nil {
		return c.pq.QueryContext(ctx, query, args)
	}
	rows, err := st.QueryContext(ctx, args)
	if again, ok := c.renew(ctx, query, err); ok {
		return again.QueryContext(ctx, args)
	}
	return rows, err
}

// ExecContext runs a statement that answers a count.
func (c *session) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	if err := c.enter(ctx, query); err != nil {
		return nil, err
	}
	start := time.Now()
	result, err := c.exec(ctx, query, args)
	if err = c.leave(ctx, query, start, err); err != nil {
		return nil, err
	}
	return result, nil
}

func (c *session) exec(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	if c.cache == nil || len(args) == 0 {
		return c.pq.ExecContext(ctx, query, args)
	}
	st, err := c.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	if st == nil {
		return c.pq.ExecContext(ctx, query, args)
	}
	result, err := st.ExecContext(ctx, args)
	if again, ok := c.renew(ctx, query, err); ok {
		return again.ExecContext(ctx, args)
	}
	return result, err
}

// PrepareContext serves COPY and callers that keep a sql.Stmt; the guard and
// the counter see the text once.
func (c *session) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	if err := c.enter(ctx, query); err != nil {
		return nil, err
	}
	start := time.Now()
	st, err := c.pq.PrepareContext(ctx, query)
	return st, c.leave(ctx, query, start, err)
}

// Prepare implements driver.Conn; database/sql calls PrepareContext.
func (c *session) Prepare(query string) (driver.Stmt, error) {
	return c.PrepareContext(context.Background(), query)
}

// enter admits a statement.
func (c *session) enter(ctx context.Context, query string) error {
	if c.busy {
		return errBusy
	}
	if c.pool.guard != nil && !unguarded(ctx) {
		if err := c.pool.guard(query); err != nil {
			return err
		}
	}
	count(ctx)
	c.wire.bound(ctx)
	return nil
}

// leave looks at what a statement ended with.
func (c *session) leave(ctx context.Context, query string, start time.Time, err error) error {
	if err != nil {
		c.judge(err)
		// lib/pq reports the cancelled statement or the dead socket; the
		// caller asks whether its context was the reason.
		if ended := ctx.Err(); ended != nil && !errors.Is(err, driver.ErrBadConn) && !errors.Is(err, ended) {
			err = fmt.Errorf("%w: %w", ended, err)
		}
	}
	if c.pool.observe != nil {
		c.pool.observe(ctx, query, time.Since(start), err)
	}
	return err
}

// judge marks connections that must not be used again although they work: a
// former primary that has become a standby refuses every write with 25006.
func (c *session) judge(err error) {
	failure := pq.As(err)
	if failure == nil {
		return
	}
	if failure.Code == "25006" && !c.readOnly || strings.HasPrefix(string(failure.Code), "08") {
		c.bad = true
	}
}

// CheckNamedValue lets lib/pq convert arrays and unsigned numbers.
func (c *session) CheckNamedValue(v *driver.NamedValue) error { return c.pq.CheckNamedValue(v) }

// Ping asks the server for a sign of life.
func (c *session) Ping(ctx context.Context) error {
	if c.busy {
		return errBusy
	}
	c.wire.bound(ctx)
	return c.pq.Ping(ctx)
}

// ResetSession tells database/sql before reuse that a connection is bad.
func (c *session) ResetSession(ctx context.Context) error {
	if c.bad {
		return driver.ErrBadConn
	}
	return c.pq.ResetSession(ctx)
}

// IsValid tells database/sql after use whether to keep the connection.
func (c *session) IsValid() bool { return !c.bad && c.pq.IsValid() }

// Close ends the connection, and with it its statements.
func (c *session) Close() error {
	c.wire.bound(context.Background()) // time to say goodbye after an expired statement
	return c.pq.Close()
}

// pqRows is what lib/pq's rows can do.
type pqRows interface {
	driver.RowsNextResultSet
	driver.RowsColumnTypeScanType
	driver.RowsColumnTypeDatabaseTypeName
	driver.RowsColumnTypeLength
	driver.RowsColumnTypePrecisionScale
}

// openRows keeps other statements away until it is closed.
type openRows struct {
	pqRows
	session *session
}

// Close drains the rows and frees the connection.
func (r *openRows) Close() error {
	r.session.busy = false
	return r.pqRows.Close()
}
