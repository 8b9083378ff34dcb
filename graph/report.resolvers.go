package graph

import (
	"context"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"time"
)

func (r *mutationResolver) ReportCreate(ctx context.Context, input model.ReportCreateInput) (*model.JobPayload, error) {
	return jobPayload(r.Usage.ReportCreate(ctx, newReport(input)))
}

func (r *mutationResolver) ReportScheduleCreate(ctx context.Context, input model.ReportScheduleCreateInput) (*model.ReportSchedulePayload, error) {
	return reportSchedulePayload(r.Usage.ScheduleCreate(ctx, newReportSchedule(input)))
}

func (r *mutationResolver) ReportScheduleUpdate(ctx context.Context, id string, input model.ReportScheduleUpdateInput) (*model.ReportSchedulePayload, error) {
	return reportSchedulePayload(r.Usage.ScheduleUpdate(ctx, keyOf(reportSchedulePrefix, id), reportSchedulePatch(input)))
}

func (r *mutationResolver) ReportScheduleDelete(ctx context.Context, id string, expectedVersion *int) (*model.ReportScheduleDeletePayload, error) {
	return reportScheduleDeletePayload(id, r.Usage.ScheduleDelete(ctx, keyOf(reportSchedulePrefix, id), expectedVersion))
}

func (r *queryResolver) Reports(ctx context.Context) ([]*model.Report, error) {
	return r.reportList(ctx), nil
}

func (r *queryResolver) ReportSchedules(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.ReportScheduleWhereInput, orderBy []*model.ReportScheduleOrder) (*model.ReportScheduleConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.reportScheduleList(ctx, args, search, where, orderBy)
}

func (r *reportScheduleResolver) Hour(ctx context.Context, obj *db.ReportSchedule) (int, error) {
	return int(obj.Hour), nil
}

func (r *reportScheduleResolver) Organizations(ctx context.Context, obj *db.ReportSchedule) ([]*db.Organization, error) {
	return r.scheduleOrganizations(ctx, obj)
}

func (r *reportScheduleResolver) Recipients(ctx context.Context, obj *db.ReportSchedule) ([]*db.User, error) {
	return r.scheduleRecipients(ctx, obj)
}

func (r *reportScheduleResolver) NextRunAt(ctx context.Context, obj *db.ReportSchedule) (*time.Time, error) {
	if !obj.Active {
		return nil, nil
	}
	return &obj.NextRunAt, nil
}

func (r *reportScheduleResolver) ViewerActions(ctx context.Context, obj *db.ReportSchedule) ([]model.ReportScheduleAction, error) {
	return r.reportScheduleActions(ctx, obj)
}

func (r *Resolver) ReportSchedule() generated.ReportScheduleResolver {
	return &reportScheduleResolver{r}
}

type reportScheduleResolver struct{ *Resolver }
