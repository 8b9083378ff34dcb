package jobs_test

import (
	"context"
	"testing"

	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/jobs"
)

// An insert costs the same whenever it comes, the first of a client included.
func TestAnInsertIsOneStatement(t *testing.T) {
	t.Parallel()
	db := dbtest.Open(t, dbtest.URL(t))
	client, err := jobs.New(jobs.Config{DB: db.Write})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		ctx, counter := database.WithCounter(t.Context())
		err := db.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
			return client.InsertMany(ctx, tx.SQL, notes(3, nil))
		})
		if err != nil || counter.Count() != 1 {
			t.Errorf("%d statements (%v), want 1", counter.Count(), err)
		}
	}
}
