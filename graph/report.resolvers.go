package graph

import (
	"context"
	"fmt"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"time"
)

func (r *mutationResolver) ReportCreate(ctx context.Context, input model.ReportCreateInput) (*model.JobPayload, error) {
	panic(fmt.Errorf("not implemented: ReportCreate - reportCreate"))
}

func (r *mutationResolver) ReportScheduleCreate(ctx context.Context, input model.ReportScheduleCreateInput) (*model.ReportSchedulePayload, error) {
	panic(fmt.Errorf("not implemented: ReportScheduleCreate - reportScheduleCreate"))
}

func (r *mutationResolver) ReportScheduleUpdate(ctx context.Context, id string, input model.ReportScheduleUpdateInput) (*model.ReportSchedulePayload, error) {
	panic(fmt.Errorf("not implemented: ReportScheduleUpdate - reportScheduleUpdate"))
}

func (r *mutationResolver) ReportScheduleDelete(ctx context.Context, id string, expectedVersion *int) (*model.ReportScheduleDeletePayload, error) {
	panic(fmt.Errorf("not implemented: ReportScheduleDelete - reportScheduleDelete"))
}

func (r *queryResolver) Reports(ctx context.Context) ([]*model.Report, error) {
	panic(fmt.Errorf("not implemented: Reports - reports"))
}

func (r *queryResolver) ReportSchedules(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.ReportScheduleWhereInput, orderBy []*model.ReportScheduleOrder) (*model.ReportScheduleConnection, error) {
	panic(fmt.Errorf("not implemented: ReportSchedules - reportSchedules"))
}

func (r *reportScheduleResolver) Hour(ctx context.Context, obj *db.ReportSchedule) (int, error) {
	panic(fmt.Errorf("not implemented: Hour - hour"))
}

func (r *reportScheduleResolver) Organizations(ctx context.Context, obj *db.ReportSchedule) ([]*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organizations - organizations"))
}

func (r *reportScheduleResolver) Recipients(ctx context.Context, obj *db.ReportSchedule) ([]*db.User, error) {
	panic(fmt.Errorf("not implemented: Recipients - recipients"))
}

func (r *reportScheduleResolver) NextRunAt(ctx context.Context, obj *db.ReportSchedule) (*time.Time, error) {
	panic(fmt.Errorf("not implemented: NextRunAt - nextRunAt"))
}

func (r *reportScheduleResolver) ViewerActions(ctx context.Context, obj *db.ReportSchedule) ([]model.ReportScheduleAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *Resolver) ReportSchedule() generated.ReportScheduleResolver {
	return &reportScheduleResolver{r}
}

type reportScheduleResolver struct{ *Resolver }
