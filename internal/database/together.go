package database

import (
	"context"
	"database/sql"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
)

// maxParameters is how many a statement of PostgreSQL takes.
const maxParameters = 65535

// Together sends the changes that fn makes with the client of the transaction
// it is given as one statement, or as few as their parameters allow. They must
// not touch the same rows, nor ask for anything: each sees the tables as they
// were before all, and nothing is read back. Foreign keys between them hold.
func (tx *Tx) Together(ctx context.Context, fn func(ctx context.Context, tx *Tx) error) error {
	c := &collector{}
	inner := &Tx{Client: scoped(c), SQL: tx.SQL, users: tx.users, organizations: tx.organizations}
	inner.count()
	if err := fn(ctx, inner); err != nil {
		return err
	}
	for _, n := range inner.said {
		if err := tx.Notify(ctx, n.channel, n.payload); err != nil {
			return err
		}
	}
	return c.send(ctx, tx.SQL)
}

// change is one statement that waits.
type change struct {
	query string
	args  []any
}

// collector is a driver that keeps changes for later.
type collector struct{ changes []change }

func (c *collector) keep(query string, args any) error {
	list, ok := args.([]any)
	if !ok {
		return fmt.Errorf("together: arguments of type %T", args)
	}
	if head, _, _ := strings.Cut(query, " "); head != "INSERT" && head != "UPDATE" && head != "DELETE" {
		return fmt.Errorf("together: nothing can be read: %s", query)
	}
	c.changes = append(c.changes, change{query, list})
	return nil
}

// Exec keeps a change that answers nothing; it changes no rows as far as the
// caller can tell.
func (c *collector) Exec(_ context.Context, query string, args, v any) error {
	if result, ok := v.(*entsql.Result); ok {
		*result = none{}
	}
	return c.keep(query, args)
}

// Query keeps a change that would answer the keys of new rows, which the
// caller has given.
func (c *collector) Query(_ context.Context, query string, args, v any) error {
	if rows, ok := v.(*entsql.Rows); ok {
		*rows = entsql.Rows{ColumnScanner: none{}}
	}
	return c.keep(query, args)
}

func (c *collector) Tx(context.Context) (dialect.Tx, error) { return dialect.NopTx(c), nil }
func (c *collector) BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error) {
	return dialect.NopTx(c), nil
}
func (c *collector) Close() error  { return nil }
func (*collector) Dialect() string { return dialect.Postgres }

// send joins what waits as common table expressions, whose parameters are
// numbered on. Keys of rows are sent once, however often they are named.
func (c *collector) send(ctx context.Context, at *sql.Tx) error {
	var parts []string
	var args []any
	keys := map[uuid.UUID]int{} // their numbers
	flush := func() error {
		if len(parts) == 0 {
			return nil
		}
		query := "SELECT 1"
		for i := len(parts) - 1; i >= 0; i-- {
			comma := ", "
			if i == 0 {
				comma = "WITH "
			}
			query = comma + `"together_` + strconv.Itoa(i) + `" AS (` + parts[i] + ") " + query
		}
		_, err := at.ExecContext(ctx, query, args...)
		parts, args = nil, nil
		clear(keys)
		return err
	}
	for _, one := range c.changes {
		if len(args)+one.more(keys) > maxParameters {
			if err := flush(); err != nil {
				return err
			}
		}
		numbers := make([]int, len(one.args))
		for i, arg := range one.args {
			key, isKey := arg.(uuid.UUID)
			if isKey && keys[key] > 0 {
				numbers[i] = keys[key]
				continue
			}
			args = append(args, arg)
			if numbers[i] = len(args); isKey {
				keys[key] = len(args)
			}
		}
		parts = append(parts, renumber(one.query, numbers))
	}
	return flush()
}

// more is how many parameters the change adds to those there are.
func (c change) more(known map[uuid.UUID]int) int {
	n, own := 0, map[uuid.UUID]bool{}
	for _, arg := range c.args {
		if key, isKey := arg.(uuid.UUID); isKey {
			if known[key] > 0 || own[key] {
				continue
			}
			own[key] = true
		}
		n++
	}
	return n
}

var parameter = regexp.MustCompile(`\$\d+`)

// renumber gives the parameters of a statement that ent wrote, which holds no
// texts of its own, other numbers.
func renumber(query string, numbers []int) string {
	return parameter.ReplaceAllStringFunc(query, func(p string) string {
		n, err := strconv.Atoi(p[1:])
		if err != nil || n > len(numbers) {
			return p
		}
		return "$" + strconv.Itoa(numbers[n-1])
	})
}

// none is a result without rows.
type none struct{}

func (none) LastInsertId() (int64, error)            { return 0, nil }
func (none) RowsAffected() (int64, error)            { return 0, nil }
func (none) Close() error                            { return nil }
func (none) ColumnTypes() ([]*sql.ColumnType, error) { return nil, nil }
func (none) Columns() ([]string, error)              { return nil, nil }
func (none) Err() error                              { return nil }
func (none) Next() bool                              { return false }
func (none) NextResultSet() bool                     { return false }
func (none) Scan(...any) error                       { return sql.ErrNoRows }
