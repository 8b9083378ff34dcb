package database

import (
	"context"
	"database/sql"
	"fmt"
)

// Cursor reads the rows of a statement written by hand piece by piece, within
// a snapshot.
type Cursor struct {
	tx   *sql.Tx
	name string
}

// Cursor opens a statement, which names its reseller itself.
func (s *Snapshot) Cursor(ctx context.Context, query string, args ...any) (*Cursor, error) {
	s.cursors++
	c := &Cursor{tx: s.tx, name: fmt.Sprintf("pieces_%d", s.cursors)}
	if _, err := s.tx.ExecContext(ctx, "DECLARE "+c.name+" NO SCROLL CURSOR FOR "+query, args...); err != nil {
		return nil, fmt.Errorf("open cursor: %w", err)
	}
	return c, nil
}

// Next calls row for each of the next rows and answers their number, 0 at the
// end.
func (c *Cursor) Next(ctx context.Context, size int, row func(*sql.Rows) error) (n int, err error) {
	rows, err := c.tx.QueryContext(ctx, fmt.Sprintf("FETCH FORWARD %d FROM %s", size, c.name))
	if err != nil {
		return 0, fmt.Errorf("read cursor: %w", err)
	}
	defer rows.Close()
	for ; rows.Next(); n++ {
		if err := row(rows); err != nil {
			return n, err
		}
	}
	if err := rows.Err(); err != nil {
		return n, fmt.Errorf("read cursor: %w", err)
	}
	return n, nil
}
