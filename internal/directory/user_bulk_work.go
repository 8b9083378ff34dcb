package directory

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/ent/db/jobitem"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/live"
)

const (
	workBatch     = 20               // users of one transaction
	workSlice     = 30 * time.Second // after which a job makes room for others
	progressEvery = 2 * time.Second
	resyncEvery   = 10 * time.Second // lists of a long job are read again that often
)

// Viewers tells who a user is now.
type Viewers interface {
	// ViewerOf is a *fault.Error UNAUTHENTICATED for whom may not sign in.
	ViewerOf(ctx context.Context, resellerID, userID uuid.UUID) (*authz.Viewer, error)
}

// AddItemWorkers registers the workers that do the items of jobs.
func (s *Service) AddItemWorkers(workers *river.Workers, viewers Viewers, log *slog.Logger) {
	river.AddWorker(workers, &itemWorker{Service: s, viewers: viewers, log: log, slice: workSlice})
}

// itemWorker does the items of a job, batch by batch. An item is marked in the
// transaction of its change, and a batch begins with the lock of the job's
// row: whatever ends the process, nothing is done twice or left out, two
// workers take turns, and after a cancellation nothing happens any more.
type itemWorker struct {
	river.WorkerDefaults[WorkArgs]
	*Service
	viewers Viewers
	log     *slog.Logger
	slice   time.Duration
}

// errJobOver says that there is nothing left to do.
var errJobOver = errors.New("the job has ended")

// Work does items until there are none, or for a while.
func (w *itemWorker) Work(ctx context.Context, rj *river.Job[WorkArgs]) error {
	scoped := database.WithReseller(ctx, rj.Args.ResellerID)
	pause := time.NewTimer(w.slice)
	defer pause.Stop()
	var told time.Time
	changed, resynced := &live.Gathering{}, w.Now()
	defer func() { w.resync(context.WithoutCancel(scoped), changed) }()
	for {
		err := w.batch(ctx, rj.Args, changed, &told)
		if now := w.Now(); now.Sub(resynced) >= resyncEvery {
			resynced = now
			w.resync(scoped, changed)
		}
		switch {
		case errors.Is(err, errJobOver):
			return nil
		case err != nil && (ctx.Err() != nil || rj.Attempt < rj.MaxAttempts):
			return err
		case err != nil:
			w.log.ErrorContext(ctx, "job given up", "job", rj.Args.JobID, "error", err)
			reason := "Something went wrong on our side. What was done stays done."
			return errors.Join(river.JobCancel(err), w.endJob(scoped, rj.Args.JobID, job.StatusFAILED, &reason))
		}
		select {
		case <-pause.C:
			return river.JobSnooze(0)
		default:
		}
	}
}

// resync tells whoever shows a list that it has changed: once for each
// organization, however many users a job is about. It is a hint, which the job
// does not depend on.
func (w *itemWorker) resync(ctx context.Context, changed *live.Gathering) {
	events := changed.Take()
	if len(events) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, resyncEvery)
	defer cancel()
	err := w.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error { return live.Publish(ctx, tx, events...) })
	if err != nil {
		w.log.WarnContext(ctx, "cannot tell lists of a job's changes", "error", err)
	}
}

// batch does the next items of a job as its owner, with what he may do now.
func (w *itemWorker) batch(ctx context.Context, a WorkArgs, changed *live.Gathering, told *time.Time) error {
	scoped := database.WithReseller(ctx, a.ResellerID)
	j, err := w.DB.Client().Job.Query().Where(job.ID(a.JobID)).Only(scoped)
	switch {
	case db.IsNotFound(err):
		return errJobOver
	case err != nil:
		return fmt.Errorf("read job %s: %w", a.JobID, err)
	case j.Status != job.StatusQUEUED && j.Status != job.StatusRUNNING:
		return errJobOver
	}
	viewer, err := w.viewers.ViewerOf(ctx, a.ResellerID, j.UserID)
	if fault.KindOf(err) == fault.Unauthenticated && err != nil {
		reason := "The user who asked for it can no longer sign in."
		return errors.Join(w.endJob(scoped, j.ID, job.StatusFAILED, &reason), errJobOver)
	} else if err != nil {
		return err
	}
	if viewer, err = w.behind(scoped, viewer, j.ImpersonationID); err != nil {
		return err
	}
	err = w.DB.WithTx(live.Gather(authz.NewContext(ctx, viewer), changed), func(ctx context.Context, tx *database.Tx) error {
		j, err := lockJob(ctx, tx, a.JobID)
		if err != nil {
			return err
		}
		size := workBatch
		if j.Kind == job.KindUSERS_IMPORT {
			size = importBatch // a handful of statements for all of them
		}
		items, err := tx.Client.JobItem.Query().Where(jobitem.JobID(j.ID), jobitem.StatusEQ(jobitem.StatusWAITING)).
			Order(db.Asc(jobitem.FieldPosition)).Limit(size).All(ctx)
		if err != nil {
			return fmt.Errorf("read items of job %s: %w", j.ID, err)
		}
		if len(items) == 0 {
			return w.end(ctx, tx, j, job.StatusSUCCEEDED, nil)
		}
		verdicts, err := w.do(ctx, tx, j, items)
		if err != nil {
			return err
		}
		return w.mark(ctx, tx, j, verdicts, told)
	})
	return err
}

// lockJob locks the row of a job that has not ended, or answers errJobOver.
func lockJob(ctx context.Context, tx *database.Tx, id uuid.UUID) (*db.Job, error) {
	j, err := tx.Client.Job.Query().Where(job.ID(id), job.StatusIn(job.StatusQUEUED, job.StatusRUNNING)).ForUpdate().Only(ctx)
	if db.IsNotFound(err) {
		return nil, errJobOver
	} else if err != nil {
		return nil, fmt.Errorf("lock job %s: %w", id, err)
	}
	return j, nil
}

// itemVerdict is what became of an item: done, unless it was refused.
type itemVerdict struct {
	item    *db.JobItem
	target  *uuid.UUID // the user it made
	refused fault.Refusals
}

// do does the items of one batch.
func (w *itemWorker) do(ctx context.Context, tx *database.Tx, j *db.Job, items []*db.JobItem) ([]itemVerdict, error) {
	if j.Kind == job.KindUSERS_IMPORT {
		return w.importItems(ctx, tx, j, items)
	}
	var o bulkOrder
	if err := json.Unmarshal(j.Input, &o); err != nil {
		return nil, fmt.Errorf("read input of job %s: %w", j.ID, err)
	}
	ids := make([]uuid.UUID, 0, len(items))
	for _, item := range items {
		if item.TargetID != nil {
			ids = append(ids, *item.TargetID)
		}
	}
	found, err := tx.Client.User.Query().Where(anyOf[uuid.UUID]("id", ids)).Select(user.FieldAccountID).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read users to change: %w", err)
	}
	accounts := make([]uuid.UUID, len(found))
	for i, u := range found {
		accounts[i] = u.AccountID
	}
	if err := lockAccounts(ctx, tx, accounts); err != nil {
		return nil, err
	}
	verdicts := make([]itemVerdict, len(items))
	for i, item := range items {
		id := uuid.Nil
		if item.TargetID != nil {
			id = *item.TargetID
		}
		refused, err := refusedAt(w.bulkOne(ctx, tx, o, id), nil)
		if err != nil {
			return nil, fmt.Errorf("item %d of job %s: %w", item.Position, j.ID, err)
		}
		verdicts[i] = itemVerdict{item: item, refused: refused}
	}
	return verdicts, nil
}

// mark writes down what became of the items and how far the job is.
func (w *itemWorker) mark(ctx context.Context, tx *database.Tx, j *db.Job, verdicts []itemVerdict, told *time.Time) error {
	var plain []uuid.UUID
	failed := 0
	for _, v := range verdicts {
		change := tx.Client.JobItem.Update().Where(jobitem.ID(v.item.ID))
		switch {
		case len(v.refused) > 0:
			failed++
			change.SetStatus(jobitem.StatusFAILED).SetErrors(encodeRefusals(v.refused))
		case v.target != nil:
			change.SetStatus(jobitem.StatusDONE).SetTargetID(*v.target)
		default:
			plain = append(plain, v.item.ID)
			continue
		}
		if err := change.Exec(ctx); err != nil {
			return fmt.Errorf("mark item %s: %w", v.item.ID, err)
		}
	}
	if len(plain) > 0 {
		if err := tx.Client.JobItem.Update().Where(anyOf[uuid.UUID]("id", plain)).SetStatus(jobitem.StatusDONE).Exec(ctx); err != nil {
			return fmt.Errorf("mark items of job %s: %w", j.ID, err)
		}
	}
	change := tx.Client.Job.Update().Where(job.ID(j.ID)).SetStatus(job.StatusRUNNING).AddDone(len(verdicts)).AddFailed(failed)
	if j.StartedAt == nil {
		change.SetStartedAt(w.Now())
	}
	if err := change.Exec(ctx); err != nil {
		return fmt.Errorf("count items of job %s: %w", j.ID, err)
	}
	if now := w.Now(); told.IsZero() || now.Sub(*told) >= progressEvery {
		*told = now
		return publishJob(ctx, tx, j, live.Updated)
	}
	return nil
}

// endJob ends a job that has not ended yet.
func (w *itemWorker) endJob(ctx context.Context, id uuid.UUID, status job.Status, reason *string) error {
	err := w.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		j, err := lockJob(ctx, tx, id)
		if err != nil {
			return err
		}
		return w.end(ctx, tx, j, status, reason)
	})
	if errors.Is(err, errJobOver) {
		return nil
	}
	return err
}

// end gives a locked job its last state and tells who asked for it.
func (w *itemWorker) end(ctx context.Context, tx *database.Tx, j *db.Job, status job.Status, reason *string) error {
	change := tx.Client.Job.Update().Where(job.ID(j.ID)).SetStatus(status).SetNillableFailureReason(reason).SetFinishedAt(w.Now())
	if j.StartedAt == nil {
		change.SetStartedAt(w.Now())
	}
	if err := change.Exec(ctx); err != nil {
		return fmt.Errorf("end job %s: %w", j.ID, err)
	}
	if err := publishJob(ctx, tx, j, live.Updated); err != nil {
		return err
	}
	return w.enqueue(ctx, tx, JobFinishedMail{ResellerID: j.ResellerID, JobID: j.ID})
}
