package graph

import (
	"context"
	"fmt"
	"tenantry/graph/model"
)

func (r *mutationResolver) TotpEnroll(ctx context.Context) (*model.TotpEnrollPayload, error) {
	panic(fmt.Errorf("not implemented: TotpEnroll - totpEnroll"))
}

func (r *mutationResolver) TotpConfirm(ctx context.Context, code string) (*model.TwoFactorPayload, error) {
	panic(fmt.Errorf("not implemented: TotpConfirm - totpConfirm"))
}

func (r *mutationResolver) TotpRemove(ctx context.Context) (*model.TwoFactorPayload, error) {
	panic(fmt.Errorf("not implemented: TotpRemove - totpRemove"))
}

func (r *mutationResolver) RecoveryCodesRenew(ctx context.Context) (*model.TwoFactorPayload, error) {
	panic(fmt.Errorf("not implemented: RecoveryCodesRenew - recoveryCodesRenew"))
}

func (r *mutationResolver) PasskeyRegistrationBegin(ctx context.Context) (*model.PasskeyRegistrationPayload, error) {
	panic(fmt.Errorf("not implemented: PasskeyRegistrationBegin - passkeyRegistrationBegin"))
}

func (r *mutationResolver) PasskeyRegister(ctx context.Context, input model.PasskeyRegisterInput) (*model.TwoFactorPayload, error) {
	panic(fmt.Errorf("not implemented: PasskeyRegister - passkeyRegister"))
}

func (r *mutationResolver) PasskeyRename(ctx context.Context, id string, name string) (*model.TwoFactorPayload, error) {
	panic(fmt.Errorf("not implemented: PasskeyRename - passkeyRename"))
}

func (r *mutationResolver) PasskeyRemove(ctx context.Context, id string) (*model.TwoFactorPayload, error) {
	panic(fmt.Errorf("not implemented: PasskeyRemove - passkeyRemove"))
}

func (r *mutationResolver) UserTwoFactorReset(ctx context.Context, id string) (*model.UserPayload, error) {
	panic(fmt.Errorf("not implemented: UserTwoFactorReset - userTwoFactorReset"))
}

func (r *mutationResolver) OrganizationTwoFactorSet(ctx context.Context, id string, required bool) (*model.OrganizationPayload, error) {
	panic(fmt.Errorf("not implemented: OrganizationTwoFactorSet - organizationTwoFactorSet"))
}
