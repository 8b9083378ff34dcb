package usage

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/reportschedule"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/export"
	"tenantry/internal/fault"
)

// Retention is how long the files of schedules can be fetched: their mails are
// read when people find the time.
const Retention = 7 * 24 * time.Hour

// nextRun is the first time after now that a schedule is due.
func nextRun(cadence Cadence, hour int, now time.Time, loc *time.Location) time.Time {
	y, m, d := now.In(loc).Date()
	for {
		at := time.Date(y, m, d, hour, 0, 0, 0, loc)
		due := cadence == reportschedule.CadenceDAILY || cadence == reportschedule.CadenceWEEKLY && at.Weekday() == time.Monday ||
			cadence == reportschedule.CadenceMONTHLY && at.Day() == 1
		if due && at.After(now) {
			return at.UTC()
		}
		y, m, d = time.Date(y, m, d+1, 12, 0, 0, 0, loc).Date() // at noon, which no change of clocks moves to another day
	}
}

// reported are the first and the last day that a run tells about.
func reported(cadence Cadence, due time.Time, loc *time.Location) (from, to time.Time) {
	day := today(due, loc)
	switch cadence {
	case reportschedule.CadenceWEEKLY:
		return day.AddDate(0, 0, -7), day.AddDate(0, 0, -1)
	case reportschedule.CadenceMONTHLY:
		return first(day).AddDate(0, -1, 0), first(day).AddDate(0, 0, -1)
	default:
		return day.AddDate(0, 0, -1), day.AddDate(0, 0, -1)
	}
}

// RunSchedules makes the reports that are due, of every reseller: a job for
// each recipient who may have it now. Each is made once, however many processes
// look: who locks the schedule's row makes it. One that was missed, because no
// process ran, is made up for once. It answers how many schedules were due.
func (s *Service) RunSchedules(ctx context.Context) (int, error) {
	ids, err := s.DB.Resellers(ctx)
	if err != nil {
		return 0, err
	}
	var errs []error
	done := 0
	for _, id := range ids {
		n, err := s.runDue(database.WithReseller(ctx, id), id)
		if done += n; err != nil {
			errs = append(errs, fmt.Errorf("reseller %s: %w", id, err))
		}
	}
	return done, errors.Join(errs...)
}

// runDue makes what is due of one reseller. A schedule that fails does not keep
// the others waiting.
func (s *Service) runDue(ctx context.Context, reseller uuid.UUID) (done int, err error) {
	due, err := s.DB.Client().ReportSchedule.Query().Where(reportschedule.Active(true), reportschedule.NextRunAtLTE(s.now())).
		Order(db.Asc(reportschedule.FieldNextRunAt)).Limit(maxSchedules).All(ctx)
	if err != nil || len(due) == 0 {
		return 0, wrap("look for reports that are due", err)
	}
	var errs []error
	for _, r := range due {
		ran, err := s.runOne(ctx, reseller, r)
		if ran {
			done++
		}
		errs = append(errs, err)
	}
	return done, errors.Join(errs...)
}

func wrap(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", what, err)
}

// runOne makes the reports of one schedule, unless somebody was faster.
func (s *Service) runOne(ctx context.Context, reseller uuid.UUID, r *db.ReportSchedule) (ran bool, err error) {
	addressees, err := s.entitled(ctx, reseller, r)
	if err != nil {
		return false, err
	}
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		ran = false
		locked, err := tx.Client.ReportSchedule.Query().Where(reportschedule.ID(r.ID), reportschedule.Active(true),
			reportschedule.Version(r.Version), reportschedule.NextRunAt(r.NextRunAt)).ForUpdate().Only(ctx)
		if db.IsNotFound(err) {
			return nil
		} else if err != nil {
			return fmt.Errorf("lock schedule %s: %w", r.ID, err)
		}
		loc, err := zone(ctx, tx.Client)
		if err != nil {
			return err
		}
		from, to := reported(locked.Cadence, locked.NextRunAt, loc)
		for _, one := range addressees {
			order, err := s.order(locked.Kind, locked.Format, from, to, one.organizations, one.about)
			if err != nil {
				return err
			}
			order.Schedule, order.Keep = &locked.ID, Retention
			if _, err := s.Exports.Enqueue(ctx, tx, export.OwnerOf(one.viewer), order); err != nil {
				return err
			}
		}
		ran = true
		now := s.now()
		err = tx.Client.ReportSchedule.Update().Where(reportschedule.ID(r.ID)).SetLastRunAt(now).
			SetNextRunAt(nextRun(locked.Cadence, int(locked.Hour), now, loc)).Exec(ctx)
		if err != nil {
			return fmt.Errorf("move schedule %s on: %w", r.ID, err)
		}
		return audit.Record(ctx, tx, scheduleEvent(locked, now, "report_schedule.run", audit.Text("recipients", "", fmt.Sprint(len(addressees)))))
	})
	return ran && err == nil, err
}

// addressee is a recipient of a schedule, with those of its organizations that he
// may have the report about; nil when it names none.
type addressee struct {
	viewer        *authz.Viewer
	organizations []uuid.UUID
	about         []*db.Organization
}

// entitled are the recipients of a schedule who may sign in and may have a
// report of its kind now. Each is told of his own organizations alone: who made
// the schedule lends nobody what he may see himself. [000]
func (s *Service) entitled(ctx context.Context, reseller uuid.UUID, r *db.ReportSchedule) ([]addressee, error) {
	ids, err := recipients(ctx, s.DB.Client(), r.ID)
	if err != nil {
		return nil, err
	}
	about, err := organizationsNamed(ctx, s.DB.Client(), r.OrganizationIds)
	if err != nil {
		return nil, err
	}
	var may []addressee
	for _, id := range ids {
		v, err := s.Viewers.ViewerOf(ctx, reseller, id)
		if fault.KindOf(err) == fault.Unauthenticated {
			continue
		} else if err != nil {
			return nil, err
		}
		one, within := addressee{viewer: v}, scopeOf(s.Authorizer, v, r.Kind)
		for _, o := range about {
			if within.covers(v, o.ID, o.AccountID) {
				one.organizations, one.about = append(one.organizations, o.ID), append(one.about, o)
			}
		}
		if len(one.about) > 0 || len(r.OrganizationIds) == 0 && !within.none() {
			may = append(may, one)
		}
	}
	return may, nil
}

// RunArgs asks for RunSchedules.
type RunArgs struct{}

// Kind of job.
func (RunArgs) Kind() string { return "run_report_schedules" }

// lookEvery is how often it is looked for reports that are due.
const lookEvery = time.Minute

// Periodic are the jobs of this package in the calendar.
func Periodic() []*river.PeriodicJob {
	return []*river.PeriodicJob{river.NewPeriodicJob(river.PeriodicInterval(lookEvery), func() (river.JobArgs, *river.InsertOpts) {
		// The next one makes up for one that fails.
		return RunArgs{}, &river.InsertOpts{MaxAttempts: 1, UniqueOpts: river.UniqueOpts{ByPeriod: lookEvery}}
	}, nil)}
}

// AddWorkers registers the workers of this package.
func (s *Service) AddWorkers(workers *river.Workers, log *slog.Logger) {
	river.AddWorker(workers, river.WorkFunc(func(ctx context.Context, job *river.Job[RunArgs]) error {
		n, err := s.RunSchedules(ctx)
		if n > 0 {
			log.InfoContext(ctx, "reports ordered", "schedules", n)
		}
		return err
	}))
}
