package database

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// partitionsAhead is for how many months there is room beyond the current one.
// A program that is started once in two years has always a partition to write.
const partitionsAhead = 24

// missingPartitions are the months from now on that usage records have no
// partition for. [SCALE 9]
func missingPartitions(ctx context.Context, owner queryer, now time.Time) ([]time.Time, error) {
	rows, err := owner.QueryContext(ctx, `SELECT c.relname FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid
		WHERE i.inhparent = to_regclass('usage_records')`)
	if err != nil {
		return nil, fmt.Errorf("list partitions: %w", err)
	}
	defer rows.Close()
	there := map[string]bool{}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, fmt.Errorf("list partitions: %w", err)
		}
		there[name] = true
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("list partitions: %w", err)
	}
	var missing []time.Time
	for i := range partitionsAhead + 1 {
		if month := time.Date(now.Year(), now.Month()+time.Month(i), 1, 0, 0, 0, 0, time.UTC); !there[partitionName(month)] {
			missing = append(missing, month)
		}
	}
	return missing, nil
}

// partitionName does not end as the names of shards do.
func partitionName(month time.Time) string { return "usage_records_" + month.Format("y2006m01") }

// AddPartitions makes room for the usage of the two years to come, as the
// owner of the tables. It answers how many months were added; mostly none.
// Several programs may do so at the same time.
func AddPartitions(ctx context.Context, owner *sql.DB, now time.Time) (int, error) {
	missing, err := missingPartitions(ctx, owner, now)
	if err != nil || len(missing) == 0 {
		return 0, err
	}
	tx, err := owner.BeginTx(ctx, nil)
	if err != nil {
		return 0, fmt.Errorf("add partitions: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // harmless after Commit
	if _, err := tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock($1)", int64(migrationLock)); err != nil {
		return 0, fmt.Errorf("add partitions: lock: %w", err)
	}
	if missing, err = missingPartitions(ctx, tx, now); err != nil {
		return 0, err
	}
	for _, month := range missing {
		name := partitionName(month)
		_, err := tx.ExecContext(ctx, fmt.Sprintf(`CREATE TABLE %s PARTITION OF usage_records FOR VALUES FROM ('%s') TO ('%s');
			REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON %s FROM tenantry`,
			name, month.Format(time.DateOnly), month.AddDate(0, 1, 0).Format(time.DateOnly), name))
		if err != nil {
			return 0, fmt.Errorf("add partition %s: %w", name, err)
		}
	}
	return len(missing), tx.Commit()
}
