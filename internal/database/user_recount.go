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
// counters adds its difference afterwards, to what is counted without it.
const recountLock = `LOCK TABLE user_counters IN SHARE ROW EXCLUSIVE MODE`

// counted is what the counters of a reseller should say.
const counted = `
	SELECT CASE WHEN GROUPING(organization_id) = 0 THEN 'ORGANIZATION' WHEN GROUPING(account_id) = 0 THEN 'ACCOUNT' ELSE 'RESELLER' END AS scope,
		COALESCE(organization_id, account_id, $1) AS scope_id, COALESCE(account_id, $1) AS account_id,
		count(*) FILTER (WHERE status = 'ACTIVE') AS active, count(*) FILTER (WHERE status = 'PENDING') AS pending,
		count(*) FILTER (WHERE status = 'SUSPENDED') AS suspended
	FROM users WHERE reseller_id = $1 AND status <> 'DELETED'
	GROUP BY GROUPING SETS ((account_id, organization_id), (account_id), ())`

// UserDrift tells how many counters of a reseller, those that stand on its
// organizations included, are not what counting its users says. It looks at one moment and changes nothing.
func UserDrift(ctx context.Context, d *sql.DB, reseller uuid.UUID) (drift int, err error) {
	err = d.QueryRowContext(ctx, `
		WITH counted AS (`+counted+`), kept AS (
			SELECT scope, scope_id, sum(active) AS active, sum(pending) AS pending, sum(suspended) AS suspended
			FROM user_counters WHERE reseller_id = $1 GROUP BY scope, scope_id)
		SELECT (SELECT count(*) FROM counted c FULL JOIN kept k ON k.scope = c.scope AND k.scope_id = c.scope_id
		WHERE COALESCE(c.active, 0) <> COALESCE(k.active, 0) OR COALESCE(c.pending, 0) <> COALESCE(k.pending, 0)
			OR COALESCE(c.suspended, 0) <> COALESCE(k.suspended, 0))
		+ (SELECT count(*) FROM organizations o LEFT JOIN counted c ON c.scope = 'ORGANIZATION' AND c.scope_id = o.id
			WHERE o.reseller_id = $1 AND o.user_count <> COALESCE(c.active + c.pending + c.suspended, 0))`, reseller).Scan(&drift)
	if err != nil {
		return 0, fmt.Errorf("compare the counters of reseller %s: %w", reseller, err)
	}
	return drift, nil
}

// RecountUsers counts the users of a reseller anew and replaces its counters.
// Changes may go on meanwhile; their commits wait for it.
func RecountUsers(ctx context.Context, d *sql.DB, reseller uuid.UUID, now time.Time) error {
	tx, err := d.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("recount users: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // harmless after Commit
	if err := RecountUsersIn(ctx, tx, reseller, now); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return CommitError(err)
	}
	return nil
}

// RecountUsersIn is RecountUsers within a transaction that goes on, for who
// writes many users past the hook.
func RecountUsersIn(ctx context.Context, tx *sql.Tx, reseller uuid.UUID, now time.Time) error {
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
	} {
		if _, err := tx.ExecContext(ctx, step.sql, step.args...); err != nil {
			return fmt.Errorf("recount users of reseller %s: %w", reseller, err)
		}
	}
	return nil
}
