package graph

import (
	"context"
	"tenantry/graph/model"
)

func (r *mutationResolver) PasswordChange(ctx context.Context, input model.PasswordChangeInput) (*model.PasswordPayload, error) {
	return passwordPayload(r.Directory.PasswordChange(ctx, input.CurrentPassword, input.NewPassword))
}

func (r *mutationResolver) PasswordForgotten(ctx context.Context, input model.PasswordForgottenInput) (*model.PasswordPayload, error) {
	return passwordPayload(r.Directory.PasswordForgotten(ctx, input.Email, organizationKey(input.OrganizationID.Value())))
}

func (r *mutationResolver) PasswordReset(ctx context.Context, input model.PasswordResetInput) (*model.PasswordPayload, error) {
	return passwordPayload(r.Directory.PasswordReset(ctx, input.Token, input.NewPassword))
}

func (r *mutationResolver) UserPasswordReset(ctx context.Context, id string) (*model.UserSecretPayload, error) {
	return temporaryPayload(r.Directory.UserPasswordReset(ctx, keyOf(userPrefix, id)))
}

func (r *mutationResolver) UserPasswordResetLinkSend(ctx context.Context, id string) (*model.UserPayload, error) {
	return userPayload(r.Directory.UserPasswordResetLinkSend(ctx, keyOf(userPrefix, id)))
}
