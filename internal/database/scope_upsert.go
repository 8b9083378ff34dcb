package database

import (
	"context"
	stdsql "database/sql"
	"errors"
	"fmt"
	"strings"

	"entgo.io/ent/dialect"
	"github.com/google/uuid"
)

// ErrUpsert is what an upsert answers under the viewer of one account: the row
// it would change is another one than the row it inserts, and no scope saw it.
var ErrUpsert = errors.New("an upsert reaches beyond the account; use Update and Create")

// upsertDriver refuses upserts where one account alone may be changed. Within
// a whole reseller they are safe: every unique index leads with reseller_id,
// so a conflict is always with a row of the same reseller.
type upsertDriver struct{ dialect.Driver }

func refuseUpsert(ctx context.Context, query string) error {
	if !strings.HasPrefix(query, "INSERT ") || !strings.Contains(query, " ON CONFLICT ") {
		return nil
	}
	if s, err := tenancyOf(ctx); err == nil && s.account != uuid.Nil {
		return fmt.Errorf("%w: %.60s…", ErrUpsert, query)
	}
	return nil // without a tenant the hook has refused already, or the table is global
}

func (d upsertDriver) Exec(ctx context.Context, query string, args, v any) error {
	if err := refuseUpsert(ctx, query); err != nil {
		return err
	}
	return d.Driver.Exec(ctx, query, args, v)
}

func (d upsertDriver) Query(ctx context.Context, query string, args, v any) error {
	if err := refuseUpsert(ctx, query); err != nil {
		return err
	}
	return d.Driver.Query(ctx, query, args, v)
}

// Tx is what ent opens for bulk writes.
func (d upsertDriver) Tx(ctx context.Context) (dialect.Tx, error) {
	tx, err := d.Driver.Tx(ctx)
	return upsertTx{tx}, err
}

// BeginTx is Tx with options.
func (d upsertDriver) BeginTx(ctx context.Context, opts *stdsql.TxOptions) (dialect.Tx, error) {
	drv, ok := d.Driver.(interface {
		BeginTx(context.Context, *stdsql.TxOptions) (dialect.Tx, error)
	})
	if !ok {
		return nil, fmt.Errorf("%T begins no transaction with options", d.Driver)
	}
	tx, err := drv.BeginTx(ctx, opts)
	return upsertTx{tx}, err
}

// ExecContext serves raw statements, which name their tenant themselves.
func (d upsertDriver) ExecContext(ctx context.Context, query string, args ...any) (stdsql.Result, error) {
	drv, ok := d.Driver.(interface {
		ExecContext(context.Context, string, ...any) (stdsql.Result, error)
	})
	if !ok {
		return nil, fmt.Errorf("%T takes no raw statements", d.Driver)
	}
	return drv.ExecContext(ctx, query, args...)
}

// QueryContext serves raw statements, which name their tenant themselves.
func (d upsertDriver) QueryContext(ctx context.Context, query string, args ...any) (*stdsql.Rows, error) {
	drv, ok := d.Driver.(interface {
		QueryContext(context.Context, string, ...any) (*stdsql.Rows, error)
	})
	if !ok {
		return nil, fmt.Errorf("%T takes no raw statements", d.Driver)
	}
	return drv.QueryContext(ctx, query, args...)
}

type upsertTx struct{ dialect.Tx }

func (t upsertTx) Exec(ctx context.Context, query string, args, v any) error {
	if err := refuseUpsert(ctx, query); err != nil {
		return err
	}
	return t.Tx.Exec(ctx, query, args, v)
}

func (t upsertTx) Query(ctx context.Context, query string, args, v any) error {
	if err := refuseUpsert(ctx, query); err != nil {
		return err
	}
	return t.Tx.Query(ctx, query, args, v)
}
