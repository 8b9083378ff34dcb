package graph

import (
	"context"
	"tenantry/ent/db"
	"tenantry/graph/model"
	"time"
)

func (r *mutationResolver) UsageRecord(ctx context.Context, input model.UsageRecordInput) (*model.UsageRecordPayload, error) {
	return usagePayload(r.Usage.Record(ctx, usageBatch(input)))
}

func (r *organizationResolver) Usage(ctx context.Context, obj *db.Organization, from time.Time, to time.Time, metrics []string, by *model.UsagePeriod) ([]*model.UsageRow, error) {
	return r.usageAt(ctx, obj, from, to, metrics, by)
}

func (r *queryResolver) Usage(ctx context.Context, where model.UsageWhereInput, groupBy []model.UsageGroup, first int) (*model.UsageResult, error) {
	return r.usageResult(ctx, where, groupBy, first)
}

func (r *queryResolver) UsageMetrics(ctx context.Context) ([]*model.UsageMetric, error) {
	return usageMetrics(), nil
}
