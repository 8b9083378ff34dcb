package graph

import (
	"context"

	"tenantry/authz"
	"tenantry/graph/model"
	"tenantry/internal/request"
	"tenantry/internal/session"
)

func signInInput(ctx context.Context, in model.SessionCreateInput) session.SignInInput {
	info := request.FromContext(ctx)
	out := session.SignInInput{Email: in.Email, Password: in.Password, IP: info.IP, UserAgent: info.UserAgent}
	if id := in.Organization.Value(); id != nil {
		key := keyOf(organizationPrefix, *id)
		out.Organization = &key
	}
	return out
}

// signedInPayload hands out the token, as a cookie unless a bearer token was
// asked for, and lets the rest of the request go on as who signed in.
func (r *Resolver) signedInPayload(ctx context.Context, bearer bool, result session.Result, err error) (*model.SessionCreatePayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	out := &model.SessionCreatePayload{Session: result.Session, RecoveryCodes: listed(result.RecoveryCodes), Errors: errs}
	switch {
	case result.Challenge != nil:
		out.Challenge = challengeOf(result.Challenge)
		return out, nil
	case result.Session == nil:
		return out, nil
	case bearer:
		out.Token = &result.Token
	default:
		r.Sessions.Replace(ctx) // the cookie can hold one session alone
		session.SetCookie(ctx, result.Token, result.Session.ExpiresAt)
	}
	authz.Become(ctx, result.Viewer)
	return out, nil
}
