package export

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/ent/db/jobchunk"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/live"
)

// Cancel ends a job of the viewer's own, of any kind, that waits or runs; what
// it has done until then stays done, and a file is dropped. Refusals:
// NOT_FOUND, WRONG_STATE.
func (s *Service) Cancel(ctx context.Context, id uuid.UUID) (*db.Job, error) {
	viewer := authz.FromContext(ctx)
	if viewer == nil {
		return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	var canceled *db.Job
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		j, err := tx.Client.Job.Query().Where(job.ID(id), job.UserID(viewer.UserID)).ForUpdate().Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.Missing, "id", "There is no such job.")
		} else if err != nil {
			return fmt.Errorf("read job %s: %w", id, err)
		}
		if finished(j) {
			return fault.Refuse(fault.WrongState, "id", "The job has ended already.")
		}
		now := s.now()
		if canceled, err = s.end(ctx, tx, j, job.StatusCANCELED, nil); err != nil {
			return err
		}
		return audit.Record(ctx, tx, event(j, now, "job.canceled"))
	})
	return canceled, err
}

func finished(j *db.Job) bool { return j.Status != job.StatusQUEUED && j.Status != job.StatusRUNNING }

// end gives a locked job its last state and drops what there is of its file.
func (s *Service) end(ctx context.Context, tx *database.Tx, j *db.Job, status job.Status, reason *string) (*db.Job, error) {
	err := tx.Client.Job.Update().Where(job.ID(j.ID)).SetStatus(status).SetNillableFailureReason(reason).SetFinishedAt(s.now()).Exec(ctx)
	if err != nil {
		return nil, fmt.Errorf("end job %s: %w", j.ID, err)
	}
	if err := drop(ctx, tx, j.ID); err != nil {
		return nil, err
	}
	ended, err := tx.Client.Job.Query().Where(job.ID(j.ID)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read job %s: %w", j.ID, err)
	}
	return ended, publish(ctx, tx, ended, live.Updated)
}

// drop removes the pieces of a file.
func drop(ctx context.Context, tx *database.Tx, id uuid.UUID) error {
	if _, err := tx.Client.JobChunk.Delete().Where(jobchunk.JobID(id)).Exec(ctx); err != nil {
		return fmt.Errorf("drop file of job %s: %w", id, err)
	}
	return nil
}

// fail ends a job that has not ended with a reason its owner may read.
func (s *Service) fail(ctx context.Context, id uuid.UUID, reason string) error {
	return s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		j, err := tx.Client.Job.Query().Where(job.ID(id)).ForUpdate().Only(ctx)
		if err != nil {
			return fmt.Errorf("read job %s: %w", id, err)
		}
		if finished(j) {
			return drop(ctx, tx, id)
		}
		_, err = s.end(ctx, tx, j, job.StatusFAILED, &reason)
		return err
	})
}

// tidy drops the file of a job whose time is over, and gives up a job that
// has not ended by its deadline.
func (s *Service) tidy(ctx context.Context, a TidyArgs) error {
	ctx = database.WithReseller(ctx, a.ResellerID)
	j, err := s.DB.Client().Job.Query().Where(job.ID(a.JobID)).Only(ctx)
	if db.IsNotFound(err) {
		return nil
	} else if err != nil {
		return fmt.Errorf("read job %s: %w", a.JobID, err)
	}
	due := j.CreatedAt.Add(Deadline)
	if j.ExpiresAt != nil {
		due = *j.ExpiresAt
	}
	if wait := due.Sub(s.now()); wait > 0 {
		return river.JobSnooze(wait)
	}
	if !finished(j) {
		return s.fail(ctx, j.ID, "The export could not be finished in time. Try again.")
	}
	return s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error { return drop(ctx, tx, j.ID) })
}

// event is a line of the log about a job.
func event(j *db.Job, at time.Time, action string, changes ...audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: action, OrganizationID: j.OrganizationID, AccountID: j.AccountID,
		TargetType: "Job", TargetID: j.ID, TargetName: cmp.Or(j.FileName, string(j.Kind)), Changes: changes,
	}
}
