package session

import (
	"context"
	"errors"
	"time"

	"github.com/riverqueue/river"
)

// PurgeArgs asks for counters of failed sign-ins that no longer count, and for
// challenges that nobody answered in time, to be removed.
type PurgeArgs struct{}

// Kind of job.
func (PurgeArgs) Kind() string { return "session_purge" }

// PurgeDaily is the job's place in the calendar.
func PurgeDaily() *river.PeriodicJob {
	return river.NewPeriodicJob(river.PeriodicInterval(24*time.Hour),
		func() (river.JobArgs, *river.InsertOpts) { return PurgeArgs{}, nil },
		&river.PeriodicJobOpts{RunOnStart: true})
}

// AddWorkers registers the workers of this package.
func (s *Service) AddWorkers(workers *river.Workers) {
	river.AddWorker(workers, river.WorkFunc(func(ctx context.Context, _ *river.Job[PurgeArgs]) error {
		_, err := s.Purge(ctx, s.now().Add(-time.Hour))
		_, more := s.PurgeChallenges(ctx)
		return errors.Join(err, more)
	}))
}
