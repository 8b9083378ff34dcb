package graph

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/ent/db/jobitem"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/export"
	"tenantry/internal/fault"
)

// jobs says how long work is read.
var jobs = entity[db.Job]{
	name:     "jobs",
	types:    []string{"Job", "Node"},
	key:      func(j *db.Job) uuid.UUID { return j.ID },
	siblings: func(j *db.Job) *[]*db.Job { return &j.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "organization_id", "user_id"},
	columns: map[string][]string{
		"id": {}, "items": {}, "kind": {"kind"}, "status": {"status"}, "total": {"total"}, "done": {"done"}, "failed": {"failed"},
		"progress": {"status", "total", "done"}, "failureReason": {"failure_reason"}, "createdAt": {"created_at"},
		"startedAt": {"started_at"}, "finishedAt": {"finished_at"},
		"download": {"impersonation_id", "kind", "input", "status", "expires_at", "file_name", "content_type", "size", "sha256"},
	},
}

// jobsByTime is the one order of jobs, the newest first.
var jobsByTime = connection.MustOrder(jobs.id(), connection.Term[db.Job]{
	Column: "created_at", Kind: connection.Time, Desc: true, Value: func(j *db.Job) any { return j.CreatedAt },
})

// jobItems says how the things a job does are read.
var jobItems = entity[db.JobItem]{
	name:     "items of jobs",
	types:    []string{"JobItem"},
	key:      func(i *db.JobItem) uuid.UUID { return i.ID },
	siblings: func(i *db.JobItem) *[]*db.JobItem { return &i.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "job_id"},
	columns: map[string][]string{
		"position": {"position"}, "label": {"label"}, "status": {"status"}, "user": {"target_id"}, "errors": {"errors"},
	},
}

// jobItemsInPlace is the one order of items.
var jobItemsInPlace = connection.MustOrder(jobItems.id(), connection.Term[db.JobItem]{
	Column: "position", Kind: connection.Int, Value: func(i *db.JobItem) any { return i.Position },
})

// ownJobs reads the jobs among ids that the viewer asked for.
func (r *Resolver) ownJobs(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.Job, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	return byID(ctx, jobs, r.client().Job.Query(), ids, cols, func(j *db.Job) bool { return j.UserID == v.UserID })
}

// jobList is the page of what the viewer asked for, of some kinds or of all.
func (r *Resolver) jobList(ctx context.Context, args connection.Args, kinds []job.Kind) (*model.JobConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	rows := connection.And(sql.FieldEQ(job.FieldUserID, v.UserID), oneOf(job.FieldKind, kinds))
	l, err := fetch(ctx, jobs, r.client().Job.Query(), args, rows, jobsByTime)
	if err != nil {
		return nil, err
	}
	return &model.JobConnection{
		Edges:    edges(l, func(j *db.Job, cursor string) *model.JobEdge { return &model.JobEdge{Node: j, Cursor: cursor} }),
		Nodes:    l.nodes(),
		PageInfo: l.info(),
	}, nil
}

// itemsOf is the page of the things a job does, for all jobs of a list at once.
func (r *Resolver) itemsOf(ctx context.Context, j *db.Job, args connection.Args, status []jobitem.Status) (*model.JobItemConnection, error) {
	parent := connection.Parent[db.JobItem]{Column: jobitem.FieldJobID, Of: func(i *db.JobItem) uuid.UUID { return i.JobID }}
	own := func(j *db.Job) bool { return j.UserID == authz.FromContext(ctx).UserID }
	l, err := fetchNested(ctx, jobs, j, own, jobItems, r.client().JobItem.Query(), parent, args, oneOf(jobitem.FieldStatus, status), jobItemsInPlace)
	if err != nil {
		return nil, err
	}
	return &model.JobItemConnection{
		Edges: edges(l, func(i *db.JobItem, cursor string) *model.JobItemEdge {
			return &model.JobItemEdge{Node: i, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

// oneOf is the condition that a column has one of some values; nil, for any,
// when nothing was said.
func oneOf[E any](column string, values []E) connection.Filter {
	if values == nil {
		return nil
	}
	in := make([]any, len(values))
	for i, v := range values {
		in[i] = v
	}
	return sql.FieldIn(column, in...)
}

// itemErrors are the refusals kept with an item.
func itemErrors(i *db.JobItem) ([]*model.MutationError, error) {
	if i.Errors == nil || len(*i.Errors) == 0 {
		return []*model.MutationError{}, nil
	}
	var refused fault.Refusals
	if err := json.Unmarshal(*i.Errors, &refused); err != nil {
		return nil, fmt.Errorf("read errors of item %s: %w", i.ID, err)
	}
	errs, _ := refusals(refused.Err()) // refusals alone
	return errs, nil
}

// progressOf is how far a job is, from 0 to 100: all of it only when it has
// succeeded, or has nothing left to do.
func progressOf(j *db.Job) int {
	switch {
	case j.Status == job.StatusSUCCEEDED:
		return 100
	case j.Total == nil || *j.Total <= 0:
		return 0
	}
	return min(max(j.Done, 0)*100 / *j.Total, 99)
}

// downloadOf is the file of a job as it can be fetched.
func downloadOf(j *db.Job, link *export.Link) *model.JobDownload {
	if link == nil {
		return nil
	}
	d := &model.JobDownload{
		URL: link.URL, FileName: j.FileName, ContentType: j.ContentType, Size: j.Size, ExpiresAt: link.ExpiresAt,
	}
	if j.Sha256 != nil {
		d.Sha256 = hex.EncodeToString(*j.Sha256)
	}
	return d
}

func jobPayload(j *db.Job, err error) (*model.JobPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.JobPayload{Job: j, Errors: errs}, nil
}
