package graph

import (
	"context"
	"fmt"
	"tenantry/ent/db"
	"tenantry/ent/db/jobitem"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *jobResolver) Progress(ctx context.Context, obj *db.Job) (int, error) {
	panic(fmt.Errorf("not implemented: Progress - progress"))
}

func (r *jobResolver) Download(ctx context.Context, obj *db.Job) (*model.JobDownload, error) {
	panic(fmt.Errorf("not implemented: Download - download"))
}

func (r *jobResolver) Items(ctx context.Context, obj *db.Job, first *int, after *string, last *int, before *string, status []jobitem.Status) (*model.JobItemConnection, error) {
	panic(fmt.Errorf("not implemented: Items - items"))
}

func (r *jobItemResolver) User(ctx context.Context, obj *db.JobItem) (*db.User, error) {
	panic(fmt.Errorf("not implemented: User - user"))
}

func (r *jobItemResolver) Errors(ctx context.Context, obj *db.JobItem) ([]*model.MutationError, error) {
	panic(fmt.Errorf("not implemented: Errors - errors"))
}

func (r *mutationResolver) JobCancel(ctx context.Context, id string) (*model.JobPayload, error) {
	panic(fmt.Errorf("not implemented: JobCancel - jobCancel"))
}

func (r *queryResolver) Job(ctx context.Context, id string) (*db.Job, error) {
	panic(fmt.Errorf("not implemented: Job - job"))
}

func (r *queryResolver) Jobs(ctx context.Context, first *int, after *string, last *int, before *string) (*model.JobConnection, error) {
	panic(fmt.Errorf("not implemented: Jobs - jobs"))
}

func (r *Resolver) Job() generated.JobResolver { return &jobResolver{r} }

func (r *Resolver) JobItem() generated.JobItemResolver { return &jobItemResolver{r} }

type (
	jobResolver     struct{ *Resolver }
	jobItemResolver struct{ *Resolver }
)
