package directory

import (
	"context"
	"log/slog"
	"time"

	"github.com/riverqueue/river"
)

// What the clock asks for, as jobs. River's leader inserts each when its time
// has come; a second leader that does not know of the first inserts none,
// because a job is unique within its period. What each does is safe when two
// do it.
type (
	// SweepSuspensionsArgs asks for SweepSuspensions.
	SweepSuspensionsArgs struct{}
	// SweepInvitationsArgs asks for SweepInvitations.
	SweepInvitationsArgs struct{}
	// SweepRoleGrantsArgs asks for SweepRoleGrants of every reseller.
	SweepRoleGrantsArgs struct{}
	// ReportDormantArgs asks for ReportDormant.
	ReportDormantArgs struct{}
	// PurgeArgs asks for Purge.
	PurgeArgs struct{}
)

// Kind of job.
func (SweepSuspensionsArgs) Kind() string { return "sweep_suspensions" }

// Kind of job.
func (SweepInvitationsArgs) Kind() string { return "sweep_invitations" }

// Kind of job.
func (SweepRoleGrantsArgs) Kind() string { return "sweep_role_grants" }

// Kind of job.
func (ReportDormantArgs) Kind() string { return "report_dormant" }

// Kind of job.
func (PurgeArgs) Kind() string { return "directory_purge" }

// How often the clock asks.
const (
	sweepEvery = time.Minute
	sweepOver  = 2 * time.Minute // time that a sweep of what is only told looks back: a late one leaves nothing out
	reportTry  = time.Hour       // the report itself is weekly, see ReportDormant
	purgeEvery = 24 * time.Hour
)

// Periodic are the jobs of this package in the calendar.
func Periodic() []*river.PeriodicJob {
	return []*river.PeriodicJob{
		periodic(SweepSuspensionsArgs{}, sweepEvery, true),
		periodic(SweepInvitationsArgs{}, sweepEvery, false),
		periodic(SweepRoleGrantsArgs{}, sweepEvery, false),
		periodic(ReportDormantArgs{}, reportTry, false),
		periodic(PurgeArgs{}, purgeEvery, false),
		periodic(PurgeOrganizationsArgs{}, purgeOrganizationsEvery, false),
	}
}

func periodic(args river.JobArgs, every time.Duration, now bool) *river.PeriodicJob {
	return river.NewPeriodicJob(river.PeriodicInterval(every), func() (river.JobArgs, *river.InsertOpts) {
		// The next one makes up for one that fails.
		return args, &river.InsertOpts{MaxAttempts: 1, UniqueOpts: river.UniqueOpts{ByPeriod: every}}
	}, &river.PeriodicJobOpts{RunOnStart: now})
}

// AddSweepWorkers registers the workers of what the clock asks for.
func (s *Service) AddSweepWorkers(workers *river.Workers, log *slog.Logger) {
	river.AddWorker(workers, swept[SweepSuspensionsArgs](s, log, s.SweepSuspensions))
	river.AddWorker(workers, swept[SweepInvitationsArgs](s, log, func(ctx context.Context) (int, error) { return s.SweepInvitations(ctx, sweepOver) }))
	river.AddWorker(workers, swept[SweepRoleGrantsArgs](s, log, s.sweepEveryRoleGrant))
	river.AddWorker(workers, swept[ReportDormantArgs](s, log, s.ReportDormant))
	river.AddWorker(workers, swept[PurgeArgs](s, log, s.Purge))
	river.AddWorker(workers, swept[PurgeOrganizationsArgs](s, log, s.PurgeOrganizations))
}

// swept makes a worker of a sweep, which tells the log and a counter what it did.
func swept[A river.JobArgs](s *Service, log *slog.Logger, sweep func(context.Context) (int, error)) river.Worker[A] {
	return river.WorkFunc(func(ctx context.Context, job *river.Job[A]) error {
		n, err := sweep(ctx)
		if n > 0 {
			log.InfoContext(ctx, "swept", "kind", job.Kind, "rows", n)
			if s.Count != nil {
				s.Count("swept."+job.Kind, n)
			}
		}
		return err
	})
}
