package commerce

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/google/uuid"
)

// Drift is what is wrong with the ledger of a reseller; all zero when nothing
// is.
type Drift struct {
	Balances  int // organizations whose balance is not the sum of their entries
	Movements int // movements whose entries do not add up to zero
	Entries   int // balances on entries that no other entry continues
}

// OK reports that the ledger is sound.
func (d Drift) OK() bool { return d == Drift{} }

// CreditDrift compares the balances of a reseller's organizations with their
// entries, and the entries with each other, all as of one moment.
func CreditDrift(ctx context.Context, pool *sql.DB, resellerID uuid.UUID) (Drift, error) {
	const balances = `SELECT count(*) FROM "organizations" AS "o" LEFT JOIN (
		SELECT "e"."organization_id", sum("e"."amount") AS "sum" FROM "credit_entries" AS "e"
		WHERE "e"."reseller_id" = $1 AND "e"."ledger" = 'ORGANIZATION' GROUP BY 1) AS "s" ON "s"."organization_id" = "o"."id"
		WHERE "o"."reseller_id" = $1 AND "o"."credit_balance" <> COALESCE("s"."sum", 0)`
	const movements = `SELECT count(*) FROM (SELECT "e"."transaction_id" FROM "credit_entries" AS "e"
		WHERE "e"."reseller_id" = $1 GROUP BY 1 HAVING sum("e"."amount") <> 0) AS "t"`
	// Each balance but the last is where another entry begins, whatever clock
	// the entries were written by.
	const entries = `SELECT count(*) FROM (SELECT "t"."organization_id" FROM (
		SELECT "e"."organization_id", "e"."balance_after" AS "at", 1 AS "n" FROM "credit_entries" AS "e" WHERE "e"."reseller_id" = $1 AND "e"."ledger" = 'ORGANIZATION'
		UNION ALL SELECT "e"."organization_id", "e"."balance_after" - "e"."amount", -1 FROM "credit_entries" AS "e" WHERE "e"."reseller_id" = $1 AND "e"."ledger" = 'ORGANIZATION'
		UNION ALL SELECT "o"."id", 0, 1 FROM "organizations" AS "o" WHERE "o"."reseller_id" = $1
		UNION ALL SELECT "o"."id", "o"."credit_balance", -1 FROM "organizations" AS "o" WHERE "o"."reseller_id" = $1
	) AS "t" GROUP BY "t"."organization_id", "t"."at" HAVING sum("t"."n") <> 0) AS "u"`
	var d Drift
	tx, err := pool.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return d, fmt.Errorf("check credits of reseller %s: %w", resellerID, err)
	}
	defer tx.Rollback() //nolint:errcheck // it only reads
	for _, q := range []struct {
		text string
		to   *int
	}{{balances, &d.Balances}, {movements, &d.Movements}, {entries, &d.Entries}} {
		if err := tx.QueryRowContext(ctx, q.text, resellerID).Scan(q.to); err != nil {
			return d, fmt.Errorf("check credits of reseller %s: %w", resellerID, err)
		}
	}
	return d, nil
}
