package database_test

import (
	"slices"
	"testing"
	"time"

	"tenantry/internal/database"
)

// A program that starts makes room for two years, once.
func TestPartitionsAreMadeAhead(t *testing.T) {
	t.Parallel()
	d := openOwner(t)
	for _, c := range []struct {
		now  time.Time
		want int
	}{{time.Date(2029, 12, 31, 23, 0, 0, 0, time.UTC), 0}, {time.Date(2030, 3, 15, 0, 0, 0, 0, time.UTC), 3}, {time.Date(2030, 3, 15, 0, 0, 0, 0, time.UTC), 0}} {
		if n, err := database.AddPartitions(t.Context(), d, c.now); err != nil || n != c.want {
			t.Errorf("%s: %d months were added, want %d: %v", c.now, n, c.want, err)
		}
	}
	names := lines(t, d, "SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r' AND relname LIKE 'usage%' ORDER BY 1")
	if !slices.Contains(names, "usage_records_y2032m03") || len(names) != 84+3+1 {
		t.Errorf("%d partitions: %s", len(names), names)
	}
	if closed := lines(t, d, `SELECT relname FROM pg_class WHERE relispartition AND relname LIKE 'usage%' AND relkind = 'r'
		AND (has_table_privilege('tenantry', oid, 'INSERT') OR has_table_privilege('tenantry', oid, 'DELETE'))`); len(closed) > 0 {
		t.Errorf("the program may write into %s itself", closed)
	}
	for _, fault := range lint(t, d) {
		t.Error(fault)
	}
}
