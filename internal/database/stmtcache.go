package database

import (
	"container/list"
	"context"
	"database/sql/driver"
	"strings"

	"github.com/lib/pq"
)

const (
	// cachedStatements bounds the statements kept prepared on a connection.
	cachedStatements = 256
	// cachedQueryBytes is the longest text worth keeping: bulk inserts are
	// longer, rarely the same twice, and would fill the server's memory.
	cachedQueryBytes = 16 << 10
)

// preparedStmt is what lib/pq's statements can do.
type preparedStmt interface {
	driver.Stmt
	driver.StmtQueryContext
	driver.StmtExecContext
}

// stmtCache keeps the statements of one connection, the longest unused at the
// back. It is not safe for concurrent use; neither is a connection.
type stmtCache struct {
	byText map[string]*list.Element
	order  *list.List
}

type cachedStmt struct {
	query string
	stmt  preparedStmt
	epoch uint64
}

func newStmtCache() *stmtCache {
	return &stmtCache{byText: map[string]*list.Element{}, order: list.New()}
}

// get gives the statement if it was prepared in this epoch; an older one may
// answer with the columns a table used to have.
func (s *stmtCache) get(query string, epoch uint64) preparedStmt {
	e, ok := s.byText[query]
	if !ok {
		return nil
	}
	entry := e.Value.(*cachedStmt)
	if entry.epoch != epoch {
		s.remove(e)
		return nil
	}
	s.order.MoveToFront(e)
	return entry.stmt
}

// makeRoom closes statements until one more fits.
func (s *stmtCache) makeRoom() {
	for s.order.Len() >= cachedStatements {
		s.remove(s.order.Back())
	}
}

func (s *stmtCache) put(query string, stmt preparedStmt, epoch uint64) {
	s.byText[query] = s.order.PushFront(&cachedStmt{query: query, stmt: stmt, epoch: epoch})
}

func (s *stmtCache) drop(query string) {
	if e, ok := s.byText[query]; ok {
		s.remove(e)
	}
}

func (s *stmtCache) remove(e *list.Element) {
	entry := s.order.Remove(e).(*cachedStmt)
	delete(s.byText, entry.query)
	// A failure here marks the connection bad, which the next call on it sees.
	_ = entry.stmt.Close()
}

// statement finds or prepares the statement of a query. It gives nil without
// an error for what must not be prepared.
func (c *session) statement(ctx context.Context, query string) (preparedStmt, error) {
	epoch := c.pool.epoch.Load() + c.epoch
	if st := c.cache.get(query, epoch); st != nil {
		return st, nil
	}
	if !cacheable(query) {
		return nil, nil
	}
	c.cache.makeRoom()
	prepared, err := c.pq.PrepareContext(ctx, query)
	if err != nil {
		if !c.inTx && ctx.Err() == nil && connectionDropped(err) {
			return nil, driver.ErrBadConn // nothing ran: database/sql takes another connection
		}
		return nil, err
	}
	st, ok := prepared.(preparedStmt)
	if !ok {
		_ = prepared.Close()
		return nil, nil
	}
	c.cache.put(query, st, epoch)
	return st, nil
}

// renew prepares a statement again after the server refused the kept one. The
// second result is false when err stands: it is another error, or a
// transaction is open, which the error has already aborted.
func (c *session) renew(ctx context.Context, query string, err error) (preparedStmt, bool) {
	switch state := staleStatement(err); state {
	case "":
		return nil, false
	case stalePlan: // a table changed: every connection has old statements
		c.pool.epoch.Add(1)
	default: // somebody deallocated: only here
		c.epoch++
	}
	c.cache.drop(query)
	if c.inTx {
		return nil, false
	}
	// It fails in a transaction that was opened by a plain BEGIN; the first
	// error is the one to report.
	st, failed := c.statement(ctx, query)
	return st, failed == nil && st != nil
}

const (
	stalePlan = "0A000" // feature_not_supported; shared with real refusals
	staleName = "26000" // invalid_sql_statement_name
)

// staleStatement gives the SQLSTATE when a kept statement is the cause.
func staleStatement(err error) string {
	failure := pq.As(err, stalePlan, staleName)
	if failure == nil {
		return ""
	}
	// The routine's name is the same in every language of the server.
	if failure.Code == stalePlan && failure.Routine != "RevalidateCachedQuery" &&
		!strings.Contains(failure.Message, "cached plan") {
		return ""
	}
	return string(failure.Code)
}

// cacheable tells statements with a plan from commands; COPY above all has a
// protocol of its own. What begins with a comment is left alone.
func cacheable(query string) bool {
	if len(query) > cachedQueryBytes {
		return false
	}
	query = strings.TrimLeft(query, " \t\r\n(")
	end := strings.IndexFunc(query, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') })
	if end < 0 {
		end = len(query)
	}
	switch strings.ToUpper(query[:end]) {
	case "SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "VALUES", "MERGE":
		return true
	}
	return false
}
