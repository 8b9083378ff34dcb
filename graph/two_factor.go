package graph

import (
	"context"

	"tenantry/graph/model"
	"tenantry/internal/request"
	"tenantry/internal/session"
)

// twoFactor shows the caller's own second factors.
func (r *Resolver) twoFactor(ctx context.Context) (*model.TwoFactor, error) {
	f, err := r.Sessions.TwoFactor(ctx)
	if err != nil {
		return nil, err
	}
	return &model.TwoFactor{
		Enabled: f.Enabled, Required: f.Required, TotpSince: f.TOTPSince,
		Passkeys: f.Passkeys, RecoveryCodesLeft: f.RecoveryCodesLeft,
	}, nil
}

// twoFactorPayload shows them after a change, with recovery codes it made.
func (r *Resolver) twoFactorPayload(ctx context.Context, fresh []string, err error) (*model.TwoFactorPayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.TwoFactorPayload{Errors: errs}, err)
	}
	now, err := r.twoFactor(ctx)
	return orNil(&model.TwoFactorPayload{TwoFactor: now, RecoveryCodes: listed(fresh), Errors: errs}, err)
}

// newPasskey names a passkey after the device when its owner does not.
func newPasskey(ctx context.Context, in model.PasskeyRegisterInput) session.NewPasskey {
	out := session.NewPasskey{Token: in.Token, Credential: in.Credential}
	if name := in.Name.Value(); name != nil {
		out.Name = *name
	} else {
		out.Name = device(request.FromContext(ctx).UserAgent)
	}
	return out
}
