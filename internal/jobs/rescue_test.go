package jobs_test

import (
	"context"
	"testing"
	"time"

	"github.com/riverqueue/river"

	"tenantry/internal/jobs"
)

// A process that is killed leaves its jobs running for ever; another takes
// them soon after they should have ended.
func TestJobOfAKilledProcessIsWorkedAgain(t *testing.T) {
	t.Parallel()
	db := newDB(t)
	if err := jobs.Migrate(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	_, err := db.Exec(`INSERT INTO river_job (args, kind, state, attempt, max_attempts, attempted_at, attempted_by)
		VALUES ('{"text": "left"}', 'note', 'running', 1, 16, now() - interval '3 minutes', '{dead}'),
			('{"text": "alive"}', 'note', 'running', 1, 16, now() - interval '30 seconds', '{busy}')`)
	if err != nil {
		t.Fatal(err)
	}
	worked := make(chan string, 2)
	start(t, jobs.Config{DB: db}, func(_ context.Context, job *river.Job[note]) error {
		worked <- job.Args.Text
		return nil
	})
	select {
	case text := <-worked:
		if text != "left" {
			t.Errorf("worked %q, want the job that was left", text)
		}
	case <-time.After(patience):
		t.Error("the job was not worked again")
	}
}
