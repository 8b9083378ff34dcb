package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/ent/db/jobitem"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"

	"github.com/google/uuid"
)

func (r *jobResolver) Progress(ctx context.Context, obj *db.Job) (int, error) {
	return progressOf(obj), nil
}

func (r *jobResolver) Download(ctx context.Context, obj *db.Job) (*model.JobDownload, error) {
	return downloadOf(obj, r.Exports.Download(authz.FromContext(ctx), obj)), nil
}

func (r *jobResolver) Items(ctx context.Context, obj *db.Job, first *int, after *string, last *int, before *string, status []jobitem.Status) (*model.JobItemConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before}
	return r.itemsOf(ctx, obj, args, status)
}

func (r *jobItemResolver) User(ctx context.Context, obj *db.JobItem) (*db.User, error) {
	target := func(i *db.JobItem) *uuid.UUID { return i.TargetID }
	return toOne(ctx, obj, obj.Siblings, "user", target, users.selected(ctx), r.visibleUsers)
}

func (r *jobItemResolver) Errors(ctx context.Context, obj *db.JobItem) ([]*model.MutationError, error) {
	return itemErrors(obj)
}

func (r *mutationResolver) JobCancel(ctx context.Context, id string) (*model.JobPayload, error) {
	return jobPayload(r.Exports.Cancel(ctx, keyOf(jobPrefix, id)))
}

func (r *queryResolver) Job(ctx context.Context, id string) (*db.Job, error) {
	return one(ctx, jobs, jobPrefix, id, r.ownJobs)
}

func (r *queryResolver) Jobs(ctx context.Context, first *int, after *string, last *int, before *string, kind []job.Kind) (*model.JobConnection, error) {
	return r.jobList(ctx, connection.Args{First: first, After: after, Last: last, Before: before}, kind)
}

func (r *Resolver) Job() generated.JobResolver { return &jobResolver{r} }

func (r *Resolver) JobItem() generated.JobItemResolver { return &jobItemResolver{r} }

type (
	jobResolver     struct{ *Resolver }
	jobItemResolver struct{ *Resolver }
)
