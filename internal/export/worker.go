package export

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/live"
)

// AddWorkers registers the workers of this package.
func (s *Service) AddWorkers(workers *river.Workers, log *slog.Logger) {
	river.AddWorker(workers, &worker{service: s, log: log})
	river.AddWorker(workers, river.WorkFunc(func(ctx context.Context, j *river.Job[TidyArgs]) error { return s.tidy(ctx, j.Args) }))
}

// worker makes files. An attempt that ended early left pieces that the next
// one drops: every attempt starts over, for its rows are of another moment.
type worker struct {
	river.WorkerDefaults[Args]
	service *Service
	log     *slog.Logger
}

// Timeout is none: a large list takes its time, and what has one is rescued
// after a crash only when that is over. A job that is rescued though it still
// runs finds its lock taken.
func (w *worker) Timeout(*river.Job[Args]) time.Duration { return -1 }

// errEnded says that the job was canceled while it ran.
var errEnded = errors.New("the job has ended meanwhile")

// refusal is a failure that the owner of the job is told.
type refusal string

func (r refusal) Error() string { return string(r) }

// noLonger is what the owner is told of a file that he lost the permission for.
const noLonger = "You no longer have the permission for this."

// lockWait is how long a second attempt waits for the first.
const lockWait = 30 * time.Second

// Work makes one file.
func (w *worker) Work(ctx context.Context, rj *river.Job[Args]) error {
	ctx, cancel := context.WithTimeout(ctx, Deadline)
	defer cancel()
	s, id := w.service, rj.Args.JobID
	scoped := database.WithReseller(ctx, rj.Args.ResellerID)
	err := guarded(func() error { return s.run(ctx, rj.Args) })
	reason, told := errors.AsType[refusal](err)
	switch {
	case err == nil, errors.Is(err, errEnded):
		return nil
	case told:
		return s.fail(scoped, id, string(reason))
	case ctx.Err() != nil: // the process stops; another one starts over
		return err
	case rj.Attempt < rj.MaxAttempts || errors.As(err, new(*river.JobSnoozeError)):
		return err
	}
	w.log.ErrorContext(ctx, "export given up", "job", id, "error", err)
	return errors.Join(river.JobCancel(err), s.fail(scoped, id, "Something went wrong on our side. Try again."))
}

// guarded makes an error of a panic, so that the job's row learns of it too.
func guarded(run func() error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("the export panicked: %v", cause)
		}
	}()
	return run()
}

// run is one attempt.
func (s *Service) run(ctx context.Context, a Args) error {
	scoped := database.WithReseller(ctx, a.ResellerID)
	j, err := s.DB.Client().Job.Query().Where(job.ID(a.JobID)).Only(scoped)
	switch {
	case db.IsNotFound(err):
		return nil
	case err != nil:
		return fmt.Errorf("read job %s: %w", a.JobID, err)
	case finished(j):
		return s.DB.WithTx(scoped, func(ctx context.Context, tx *database.Tx) error {
			if j.Status == job.StatusSUCCEEDED {
				return nil
			}
			return drop(ctx, tx, j.ID)
		})
	}
	var asked stored
	if err := json.Unmarshal(j.Input, &asked); err != nil {
		return fmt.Errorf("read input of job %s: %w", j.ID, err)
	}
	viewer, err := s.ownerNow(ctx, j)
	if fault.KindOf(err) == fault.Unauthenticated && j.ImpersonationID != nil {
		return refusal("The visit in which it was asked for is over.")
	} else if fault.KindOf(err) == fault.Unauthenticated {
		return refusal("The user who asked for it can no longer sign in.")
	} else if err != nil {
		return err
	}
	from := s.source(j.Kind, asked.Name)
	if !from.Allowed(viewer) {
		return refusal(noLonger)
	}
	return s.DB.Snapshot(ctx, func(ctx context.Context, at *database.Snapshot) error {
		if taken, err := at.TryLock(ctx, j.ID); err != nil {
			return err
		} else if !taken {
			return river.JobSnooze(lockWait)
		}
		m := &making{Service: s, job: j, list: from.List, order: asked, scoped: authz.NewContext(scoped, viewer)}
		if err := m.start(); err != nil {
			return err
		}
		return m.file(authz.NewContext(ctx, viewer), at)
	})
}

// making is a file on its way.
type making struct {
	*Service
	job    *db.Job
	list   List
	order  stored
	scoped context.Context //nolint:containedctx // that of the job's own rows, beside the viewer's
	told   time.Time       // when the progress was written last
}

// update changes the row of a job that still runs, or answers errEnded.
func (m *making) update(change func(*db.JobUpdate), more func(context.Context, *database.Tx, *db.Job) error) error {
	var ended bool
	err := m.DB.WithTx(m.scoped, func(ctx context.Context, tx *database.Tx) error {
		c := tx.Client.Job.Update().Where(job.ID(m.job.ID), job.StatusIn(job.StatusQUEUED, job.StatusRUNNING))
		change(c)
		n, err := c.Save(ctx)
		if err != nil {
			return fmt.Errorf("update job %s: %w", m.job.ID, err)
		}
		if ended = n == 0; ended {
			return drop(ctx, tx, m.job.ID)
		}
		j, err := tx.Client.Job.Query().Where(job.ID(m.job.ID)).Only(ctx)
		if err != nil {
			return fmt.Errorf("read job %s: %w", m.job.ID, err)
		}
		if more != nil {
			if err := more(ctx, tx, j); err != nil {
				return err
			}
		}
		return publish(ctx, tx, j, live.Updated)
	})
	if err == nil && ended {
		return errEnded
	}
	return err
}

// start takes the job over, with whatever an earlier attempt left.
func (m *making) start() error {
	return m.update(func(c *db.JobUpdate) {
		c.SetStatus(job.StatusRUNNING).SetDone(0).ClearTotal().SetStartedAt(m.now())
	}, func(ctx context.Context, tx *database.Tx, j *db.Job) error { return drop(ctx, tx, j.ID) })
}

// file reads the list as its viewer and stores the file.
func (m *making) file(ctx context.Context, at *database.Snapshot) (err error) {
	rows, err := m.list.Open(ctx, at, m.order.List, m.order.Columns, pieceRows)
	if fault.KindOf(err) == fault.Forbidden { // this list, though not every one of its kind
		return refusal(noLonger)
	} else if err != nil {
		return err
	}
	if most := m.order.Format.maxRows(); most > 0 && rows.Total() > most {
		return refusal(fmt.Sprintf("The list has %d rows; a sheet holds %d. Narrow the list, or choose CSV.", rows.Total(), most))
	}
	to := m.sink(m.scoped, m.job)
	e, err := newEncoder(m.order.Format, to, sheetOf(m.order.Name), rows.Columns())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, e.discard()) }()
	done, n := 0, 1
	for n > 0 {
		if err := m.progress(done, rows.Total()); err != nil {
			return err
		}
		if n, err = rows.Next(ctx, e.row); err != nil {
			return err
		}
		done += n
	}
	if err := e.finish(); err != nil {
		return fmt.Errorf("end file: %w", err)
	}
	if err := to.flush(); err != nil {
		return err
	}
	return m.succeed(to, done)
}

// progress writes down how far it is, now and then, and notices between that
// the job was canceled.
func (m *making) progress(done, total int) error {
	now := m.now()
	if m.told.IsZero() || now.Sub(m.told) >= progressEvery {
		m.told = now
		return m.update(func(c *db.JobUpdate) { c.SetDone(done).SetTotal(total) }, nil)
	}
	runs, err := m.DB.Client().Job.Query().Where(job.ID(m.job.ID), job.StatusEQ(job.StatusRUNNING)).Exist(m.scoped)
	if err != nil {
		return fmt.Errorf("read job %s: %w", m.job.ID, err)
	}
	if !runs {
		return m.update(func(*db.JobUpdate) {}, nil)
	}
	return nil
}

// succeed makes the file ready to be fetched.
func (m *making) succeed(to *sink, rows int) error {
	now := m.now()
	name := m.order.Format.fileName(cmp.Or(m.order.Name, "users"), m.job.CreatedAt)
	until := now.Add(cmp.Or(m.order.Keep, Retention))
	_, finished := actions(m.job.Kind, m.order.Name)
	return m.update(func(c *db.JobUpdate) {
		c.SetStatus(job.StatusSUCCEEDED).SetDone(rows).SetTotal(rows).SetFinishedAt(now).SetExpiresAt(until).
			SetFileName(name).SetContentType(m.order.Format.contentType()).SetSize(to.size).SetSha256(to.sum.Sum(nil))
	}, func(ctx context.Context, tx *database.Tx, j *db.Job) error {
		follow := []river.InsertManyParams{
			{Args: TidyArgs{j.ResellerID, j.ID}, InsertOpts: &river.InsertOpts{ScheduledAt: until}},
		}
		switch {
		case m.order.Schedule != nil && m.ReportReady != nil:
			follow = append(follow, river.InsertManyParams{Args: m.ReportReady(j.ResellerID, j.ID, *m.order.Schedule)})
		case m.Ready != nil:
			follow = append(follow, river.InsertManyParams{Args: m.Ready(j.ResellerID, j.ID)})
		}
		err := m.Jobs.InsertMany(ctx, tx.SQL, follow)
		if err != nil {
			return err
		}
		actor, err := ownerOf(ctx, tx, j)
		if err != nil {
			return err
		}
		e := event(j, now, finished, audit.Text("rows", "", fmt.Sprint(rows))...)
		e.Actor = actor
		return audit.Record(ctx, tx, e)
	})
}
