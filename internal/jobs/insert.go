package jobs

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/riverqueue/river"
)

// batch is how many jobs one INSERT carries.
const batch = 500

// Insert writes a job in the caller's transaction: it runs after the commit,
// and never if there is none. opts may be nil.
func (c *Client) Insert(ctx context.Context, tx *sql.Tx, args river.JobArgs, opts *river.InsertOpts) error {
	if _, err := c.river.InsertTx(ctx, tx, args, opts); err != nil {
		return fmt.Errorf("jobs: insert %s: %w", args.Kind(), err)
	}
	return nil
}

// InsertMany writes jobs in the caller's transaction with one statement for
// every 500 of them. No jobs is no statement. A job that is a duplicate under
// its unique options is left out silently, as with Insert.
func (c *Client) InsertMany(ctx context.Context, tx *sql.Tx, many []river.InsertManyParams) error {
	for part := range slices.Chunk(many, batch) {
		if _, err := c.river.InsertManyTx(ctx, tx, part); err != nil {
			return fmt.Errorf("jobs: insert %d jobs of kind %s: %w", len(part), part[0].Args.Kind(), err)
		}
	}
	return nil
}
