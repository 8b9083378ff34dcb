package database

import (
	"context"
	"fmt"

	"tenantry/ent/db"
)

// Token marks a state of the primary that a later read must not miss. It is
// opaque; the zero value asks for nothing.
type Token string

// Token names the state after everything committed so far.
func (d *DB) Token(ctx context.Context) (Token, error) {
	var lsn string
	if err := d.Write.QueryRowContext(ctx, "SELECT pg_current_wal_lsn()::text").Scan(&lsn); err != nil {
		return "", fmt.Errorf("read consistency token: %w", err)
	}
	return Token(lsn), nil
}

// Reader is a scoped client for reads that may lag behind the primary, though
// never behind the token: a replica that has not replayed it yet, or cannot be
// asked, is passed over and the primary answers. Sessions, roles and
// suspensions are always read through Client.
func (d *DB) Reader(ctx context.Context, after Token) *db.Client {
	if d.reader == nil {
		return d.client
	}
	if after == "" {
		return d.reader
	}
	var replayed bool
	err := d.read.QueryRowContext(ctx,
		"SELECT NOT pg_is_in_recovery() OR pg_last_wal_replay_lsn() >= $1::pg_lsn", string(after)).Scan(&replayed)
	if err != nil || !replayed {
		return d.client
	}
	return d.reader
}
