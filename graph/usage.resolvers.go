package graph

import (
	"context"
	"fmt"
	"tenantry/ent/db"
	"tenantry/graph/model"
	"time"
)

func (r *mutationResolver) UsageRecord(ctx context.Context, input model.UsageRecordInput) (*model.UsageRecordPayload, error) {
	panic(fmt.Errorf("not implemented: UsageRecord - usageRecord"))
}

func (r *organizationResolver) Usage(ctx context.Context, obj *db.Organization, from time.Time, to time.Time, metrics []string, by *model.UsagePeriod) ([]*model.UsageRow, error) {
	panic(fmt.Errorf("not implemented: Usage - usage"))
}

func (r *queryResolver) Usage(ctx context.Context, where model.UsageWhereInput, groupBy []model.UsageGroup, first int) (*model.UsageResult, error) {
	panic(fmt.Errorf("not implemented: Usage - usage"))
}

func (r *queryResolver) UsageMetrics(ctx context.Context) ([]*model.UsageMetric, error) {
	panic(fmt.Errorf("not implemented: UsageMetrics - usageMetrics"))
}
