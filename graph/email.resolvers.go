package graph

import (
	"context"
	"tenantry/graph/model"
)

func (r *mutationResolver) UserEmailChange(ctx context.Context, id string, input model.UserEmailChangeInput) (*model.UserPayload, error) {
	return userPayload(r.Directory.UserEmailChange(ctx, keyOf(userPrefix, id), emailChange(input)))
}

func (r *mutationResolver) UserEmailChangeCancel(ctx context.Context, id string) (*model.UserPayload, error) {
	return userPayload(r.Directory.UserEmailChangeCancel(ctx, keyOf(userPrefix, id)))
}

func (r *mutationResolver) UserEmailConfirm(ctx context.Context, token string) (*model.UserEmailConfirmPayload, error) {
	return emailConfirmPayload(r.Directory.UserEmailConfirm(ctx, token))
}
