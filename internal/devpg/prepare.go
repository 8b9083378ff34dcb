package devpg

import (
	"context"
	"database/sql"
	"fmt"
)

// state is what prepare makes sure of.
type state struct{ role, database, trigram bool }

// look reads the state. Names are literals: they are ours.
func look(ctx context.Context, db *sql.DB) (st state, err error) {
	err = db.QueryRowContext(ctx, `SELECT
		EXISTS (SELECT FROM pg_roles WHERE rolname = '`+Role+`'),
		EXISTS (SELECT FROM pg_database WHERE datname = '`+Database+`'),
		EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm')`).
		Scan(&st.role, &st.database, &st.trigram)
	return st, err
}

// prepare creates what a fresh server lacks. The server itself is asked for
// pg_trgm because only it knows for certain where its extensions are.
func prepare(ctx context.Context, db *sql.DB, st state) error {
	if !st.trigram {
		return fmt.Errorf("devpg: this PostgreSQL lacks the extension pg_trgm; install it with: %s",
			newFinder(nil).contribCommand())
	}
	if !st.role {
		if _, err := db.ExecContext(ctx, "CREATE ROLE "+Role+" LOGIN"); err != nil {
			return fmt.Errorf("devpg: create role %s: %w", Role, err)
		}
	}
	if !st.database {
		if _, err := db.ExecContext(ctx, "CREATE DATABASE "+Database+" OWNER "+Owner); err != nil {
			return fmt.Errorf("devpg: create database %s: %w", Database, err)
		}
	}
	return nil
}
