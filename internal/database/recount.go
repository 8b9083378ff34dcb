package database

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// recountLock holds back every transaction that is about to write counters,
// and waits for those that have. One that has changed users and not yet its
// counters adds its difference afterwards, to what is counted without it. The
// tables are named in the order in which transactions write them.
const recountLock = `LOCK TABLE user_counters, organization_counters IN SHARE ROW EXCLUSIVE MODE`

// counted is what the counters of a reseller should say.
const counted = `
	SELECT CASE WHEN GROUPING(organization_id) = 0 THEN 'ORGANIZATION' WHEN GROUPING(account_id) = 0 THEN 'ACCOUNT' ELSE 'RESELLER' END AS scope,
		COALESCE(organization_id, account_id, $1) AS scope_id, COALESCE(account_id, $1) AS account_id,
		count(*) FILTER (WHERE status = 'ACTIVE') AS active, count(*) FILTER (WHERE status = 'PENDING') AS pending,
		count(*) FILTER (WHERE status = 'SUSPENDED') AS suspended
	FROM users WHERE reseller_id = $1 AND status <> 'DELETED'
	GROUP BY GROUPING SETS ((account_id, organization_id), (account_id), ())`

// Drift tells how many counters of a reseller, those that stand on its
// organizations included, are not what counting its users and organizations
// says. It looks at one moment and changes nothing.
func Drift(ctx context.Context, d *sql.DB, reseller uuid.UUID) (drift int, err error) {
	err = d.QueryRowContext(ctx, `
		WITH counted AS (`+counted+`), kept AS (
			SELECT scope, scope_id, sum(active) AS active, sum(pending) AS pending, sum(suspended) AS suspended
			FROM user_counters WHERE reseller_id = $1 GROUP BY scope, scope_id)
		SELECT (SELECT count(*) FROM counted c FULL JOIN kept k ON k.scope = c.scope AND k.scope_id = c.scope_id
		WHERE COALESCE(c.active, 0) <> COALESCE(k.active, 0) OR COALESCE(c.pending, 0) <> COALESCE(k.pending, 0)
			OR COALESCE(c.suspended, 0) <> COALESCE(k.suspended, 0))
		+ (SELECT count(*) FROM organizations o LEFT JOIN counted c ON c.scope = 'ORGANIZATION' AND c.scope_id = o.id
			WHERE o.reseller_id = $1 AND o.user_count <> COALESCE(c.active + c.pending + c.suspended, 0))
		+ (SELECT count(*) FROM (SELECT kind, status, count(*) AS n FROM organizations WHERE reseller_id = $1 GROUP BY kind, status) c
			FULL JOIN (SELECT kind, status, organizations AS n FROM organization_counters WHERE reseller_id = $1) k ON k.kind = c.kind AND k.status = c.status
			WHERE COALESCE(c.n, 0) <> COALESCE(k.n, 0))`, reseller).Scan(&drift)
	if err != nil {
		return 0, fmt.Errorf("compare the counters of reseller %s: %w", reseller, err)
	}
	return drift, nil
}

// Recount counts the users and organizations of a reseller anew and replaces
// its counters. Changes may go on meanwhile; their commits wait for it.
func Recount(ctx context.Context, d *sql.DB, reseller uuid.UUID, now time.Time) error {
	tx, err := d.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("recount: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // harmless after Commit
	if err := RecountIn(ctx, tx, reseller, now); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return CommitError(err)
	}
	return nil
}

// RecountIn is Recount within a transaction that goes on, for whoever writes
// many of them past the hooks.
func RecountIn(ctx context.Context, tx *sql.Tx, reseller uuid.UUID, now time.Time) error {
	for _, step := range []struct {
		sql  string
		args []any
	}{
		// As writers do, the organizations first.
		{`SELECT o.id FROM organizations AS o WHERE o.reseller_id = $1 ORDER BY o.id FOR NO KEY UPDATE`, []any{reseller}},
		{recountLock, nil},
		{`DELETE FROM user_counters WHERE reseller_id = $1`, []any{reseller}},
		{`INSERT INTO user_counters (id, reseller_id, account_id, created_at, scope, scope_id, shard, active, pending, suspended)
			SELECT gen_random_uuid(), $1, account_id, $2, scope, scope_id, 0, active, pending, suspended FROM (` + counted + `) AS c`,
			[]any{reseller, now}},
		{`UPDATE organizations o SET user_count = n.users FROM (
				SELECT e.id, COALESCE(c.active + c.pending + c.suspended, 0) AS users FROM organizations e
				LEFT JOIN (` + counted + `) AS c ON c.scope = 'ORGANIZATION' AND c.scope_id = e.id WHERE e.reseller_id = $1) AS n
			WHERE o.reseller_id = $1 AND o.id = n.id AND o.user_count <> n.users`, []any{reseller}},
		{`DELETE FROM organization_counters WHERE reseller_id = $1`, []any{reseller}},
		{`INSERT INTO organization_counters (id, reseller_id, created_at, kind, status, organizations)
			SELECT gen_random_uuid(), $1, $2, kind, status, count(*) FROM organizations WHERE reseller_id = $1 GROUP BY kind, status`,
			[]any{reseller, now}},
	} {
		if _, err := tx.ExecContext(ctx, step.sql, step.args...); err != nil {
			return fmt.Errorf("recount of reseller %s: %w", reseller, err)
		}
	}
	return nil
}
