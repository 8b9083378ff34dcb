package graph

import (
	"context"
	"fmt"
	"tenantry/graph/model"
)

func (r *mutationResolver) UserEmailChange(ctx context.Context, id string, input model.UserEmailChangeInput) (*model.UserPayload, error) {
	panic(fmt.Errorf("not implemented: UserEmailChange - userEmailChange"))
}

func (r *mutationResolver) UserEmailChangeCancel(ctx context.Context, id string) (*model.UserPayload, error) {
	panic(fmt.Errorf("not implemented: UserEmailChangeCancel - userEmailChangeCancel"))
}

func (r *mutationResolver) UserEmailConfirm(ctx context.Context, token string) (*model.UserEmailConfirmPayload, error) {
	panic(fmt.Errorf("not implemented: UserEmailConfirm - userEmailConfirm"))
}
