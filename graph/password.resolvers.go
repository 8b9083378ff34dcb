package graph

import (
	"context"
	"fmt"
	"tenantry/graph/model"
)

func (r *mutationResolver) PasswordChange(ctx context.Context, input model.PasswordChangeInput) (*model.PasswordPayload, error) {
	panic(fmt.Errorf("not implemented: PasswordChange - passwordChange"))
}

func (r *mutationResolver) PasswordForgotten(ctx context.Context, input model.PasswordForgottenInput) (*model.PasswordPayload, error) {
	panic(fmt.Errorf("not implemented: PasswordForgotten - passwordForgotten"))
}

func (r *mutationResolver) PasswordReset(ctx context.Context, input model.PasswordResetInput) (*model.PasswordPayload, error) {
	panic(fmt.Errorf("not implemented: PasswordReset - passwordReset"))
}

func (r *mutationResolver) UserPasswordReset(ctx context.Context, id string) (*model.UserSecretPayload, error) {
	panic(fmt.Errorf("not implemented: UserPasswordReset - userPasswordReset"))
}

func (r *mutationResolver) UserPasswordResetLinkSend(ctx context.Context, id string) (*model.UserPayload, error) {
	panic(fmt.Errorf("not implemented: UserPasswordResetLinkSend - userPasswordResetLinkSend"))
}
