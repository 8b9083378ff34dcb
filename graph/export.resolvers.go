package graph

import (
	"context"
	"tenantry/graph/model"
)

func (r *mutationResolver) ExportCreate(ctx context.Context, input model.ExportCreateInput) (*model.JobPayload, error) {
	request, err := r.exportRequest(ctx, input)
	if err != nil {
		return jobPayload(nil, err)
	}
	return jobPayload(r.Exports.Create(ctx, request))
}
