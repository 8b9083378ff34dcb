package graph

import (
	"context"
	"tenantry/graph/model"
)

func (r *mutationResolver) TotpEnroll(ctx context.Context) (*model.TotpEnrollPayload, error) {
	e, err := r.Sessions.TOTPEnroll(ctx)
	errs, err := refusals(err)
	return orNil(&model.TotpEnrollPayload{Enrollment: enrollmentOf(e), Errors: errs}, err)
}

func (r *mutationResolver) TotpConfirm(ctx context.Context, code string) (*model.TwoFactorPayload, error) {
	fresh, err := r.Sessions.TOTPConfirm(ctx, code)
	return r.twoFactorPayload(ctx, fresh, err)
}

func (r *mutationResolver) TotpRemove(ctx context.Context) (*model.TwoFactorPayload, error) {
	return r.twoFactorPayload(ctx, nil, r.Sessions.TOTPRemove(ctx))
}

func (r *mutationResolver) RecoveryCodesRenew(ctx context.Context) (*model.TwoFactorPayload, error) {
	fresh, err := r.Sessions.RecoveryCodesRenew(ctx)
	return r.twoFactorPayload(ctx, fresh, err)
}

func (r *mutationResolver) PasskeyRegistrationBegin(ctx context.Context) (*model.PasskeyRegistrationPayload, error) {
	q, err := passkeyQuestion(r.Sessions.PasskeyRegistrationBegin(ctx))
	if err != nil {
		return nil, err
	}
	return &model.PasskeyRegistrationPayload{Token: q.Token, Options: q.Options, Errors: q.Errors}, nil
}

func (r *mutationResolver) PasskeyRegister(ctx context.Context, input model.PasskeyRegisterInput) (*model.TwoFactorPayload, error) {
	fresh, err := r.Sessions.PasskeyRegister(ctx, newPasskey(ctx, input))
	return r.twoFactorPayload(ctx, fresh, err)
}

func (r *mutationResolver) PasskeyRename(ctx context.Context, id string, name string) (*model.TwoFactorPayload, error) {
	return r.twoFactorPayload(ctx, nil, r.Sessions.PasskeyRename(ctx, keyOf(passkeyPrefix, id), name))
}

func (r *mutationResolver) PasskeyRemove(ctx context.Context, id string) (*model.TwoFactorPayload, error) {
	return r.twoFactorPayload(ctx, nil, r.Sessions.PasskeyRemove(ctx, keyOf(passkeyPrefix, id)))
}

func (r *mutationResolver) UserTwoFactorReset(ctx context.Context, id string) (*model.UserPayload, error) {
	return userPayload(r.Directory.UserTwoFactorReset(ctx, keyOf(userPrefix, id)))
}

func (r *mutationResolver) OrganizationTwoFactorSet(ctx context.Context, id string, required bool) (*model.OrganizationPayload, error) {
	return organizationPayload(r.Directory.OrganizationTwoFactorSet(ctx, keyOf(organizationPrefix, id), required))
}
