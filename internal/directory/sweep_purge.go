package directory

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/actiontoken"
	"tenantry/ent/db/idempotencyrecord"
	"tenantry/ent/db/job"
	"tenantry/ent/db/jobchunk"
	"tenantry/ent/db/jobitem"
	"tenantry/ent/db/session"
)

// How long rows are kept that nothing works with any more.
const (
	JobRetention     = 30 * 24 * time.Hour // after the end of a job
	SessionRetention = 90 * 24 * time.Hour // after a session has ended
	LinkRetention    = 7 * 24 * time.Hour  // after a mailed link has expired
)

// purgePage is how many rows one statement removes.
const purgePage = 5000

// Purge removes jobs with their items, sessions, mailed links and idempotency
// records that are past their time, a page with each statement. It answers how
// many rows went.
func (s *Service) Purge(ctx context.Context) (int, error) {
	return s.eachReseller(ctx, func(ctx context.Context) (int, error) {
		c, now := s.DB.Client(), s.Now()
		sum, err := s.purgeJobs(ctx, now.Add(-JobRetention))
		if err != nil {
			return sum, err
		}
		for _, p := range []struct {
			what   string
			find   func(context.Context) ([]uuid.UUID, error)
			remove func(context.Context, []uuid.UUID) (int, error)
		}{
			{
				"sessions",
				c.Session.Query().Where(session.Or(session.ExpiresAtLT(now.Add(-SessionRetention)), session.RevokedAtLT(now.Add(-SessionRetention)))).Limit(purgePage).IDs,
				func(ctx context.Context, ids []uuid.UUID) (int, error) {
					return c.Session.Delete().Where(anyOf("id", ids)).Exec(ctx)
				},
			},
			{
				"mailed links",
				c.ActionToken.Query().Where(actiontoken.ExpiresAtLT(now.Add(-LinkRetention))).Limit(purgePage).IDs,
				func(ctx context.Context, ids []uuid.UUID) (int, error) {
					return c.ActionToken.Delete().Where(anyOf("id", ids)).Exec(ctx)
				},
			},
			{
				"idempotency records",
				c.IdempotencyRecord.Query().Where(idempotencyrecord.CreatedAtLT(now.Add(-IdempotencyRetention))).Limit(purgePage).IDs,
				func(ctx context.Context, ids []uuid.UUID) (int, error) {
					return c.IdempotencyRecord.Delete().Where(anyOf("id", ids)).Exec(ctx)
				},
			},
		} {
			n, err := purge(ctx, p.what, p.find, p.remove)
			if sum += n; err != nil {
				return sum, err
			}
		}
		return sum, nil
	})
}

// purge removes what is found, page after page.
func purge(ctx context.Context, what string, find func(context.Context) ([]uuid.UUID, error), remove func(context.Context, []uuid.UUID) (int, error)) (sum int, err error) {
	for {
		ids, err := find(ctx)
		if err != nil {
			return sum, fmt.Errorf("look for old %s: %w", what, err)
		}
		if len(ids) == 0 {
			return sum, nil
		}
		n, err := remove(ctx, ids)
		if sum += n; err != nil {
			return sum, fmt.Errorf("remove old %s: %w", what, err)
		}
		if len(ids) < purgePage || n == 0 {
			return sum, nil
		}
	}
}

// purgeJobs removes the jobs that ended before a moment, and what is left of
// those that nobody ended.
func (s *Service) purgeJobs(ctx context.Context, before time.Time) (sum int, err error) {
	c := s.DB.Client()
	old, err := c.Job.Query().Where(job.Or(job.FinishedAtLT(before), job.And(job.FinishedAtIsNil(), job.CreatedAtLT(before.Add(-JobRetention))))).
		Order(db.Asc(job.FieldID)).IDs(ctx)
	if err != nil {
		return 0, fmt.Errorf("look for old jobs: %w", err)
	}
	for _, id := range old {
		for _, p := range []struct {
			what   string
			find   func(context.Context) ([]uuid.UUID, error)
			remove func(context.Context, []uuid.UUID) (int, error)
		}{
			{
				"items of jobs", c.JobItem.Query().Where(jobitem.JobID(id)).Limit(purgePage).IDs,
				func(ctx context.Context, ids []uuid.UUID) (int, error) {
					return c.JobItem.Delete().Where(anyOf("id", ids)).Exec(ctx)
				},
			},
			{
				"files of jobs", c.JobChunk.Query().Where(jobchunk.JobID(id)).Limit(purgePage).IDs,
				func(ctx context.Context, ids []uuid.UUID) (int, error) {
					return c.JobChunk.Delete().Where(anyOf("id", ids)).Exec(ctx)
				},
			},
		} {
			n, err := purge(ctx, p.what, p.find, p.remove)
			if sum += n; err != nil {
				return sum, err
			}
		}
		n, err := c.Job.Delete().Where(job.ID(id)).Exec(ctx)
		if sum += n; err != nil {
			return sum, fmt.Errorf("remove job %s: %w", id, err)
		}
	}
	return sum, nil
}
