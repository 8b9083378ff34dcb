package graph

import (
	"context"
	"tenantry/graph/model"
	"tenantry/internal/request"
)

func (r *mutationResolver) SessionCreateBySso(ctx context.Context, input model.SessionCreateBySsoInput) (*model.SessionCreatePayload, error) {
	info := request.FromContext(ctx)
	result, err := r.Sessions.SignInBySSO(ctx, input.Token, info.UserAgent, info.IP)
	return r.signedInPayload(ctx, input.Bearer, result, err)
}
