package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"time"

	"github.com/google/uuid"
)

func (r *mutationResolver) SessionCreate(ctx context.Context, input model.SessionCreateInput) (*model.SessionCreatePayload, error) {
	result, err := r.Sessions.SignIn(ctx, signInInput(ctx, input))
	return r.signedInPayload(ctx, input.Bearer, result, err)
}

func (r *mutationResolver) SessionChallengeAnswer(ctx context.Context, input model.SessionChallengeAnswerInput) (*model.SessionCreatePayload, error) {
	result, err := r.Sessions.Answer(ctx, challengeAnswer(ctx, input))
	return r.signedInPayload(ctx, input.Bearer, result, err)
}

func (r *mutationResolver) SessionPasskeyBegin(ctx context.Context) (*model.SessionPasskeyPayload, error) {
	return passkeyQuestion(r.Sessions.PasskeyBegin(ctx))
}

func (r *mutationResolver) SessionStepUp(ctx context.Context, input model.SessionStepUpInput) (*model.SessionStepUpPayload, error) {
	proven, err := r.Sessions.StepUp(ctx, stepUpInput(ctx, input))
	errs, err := refusals(err)
	return orNil(&model.SessionStepUpPayload{Session: proven, Errors: errs}, err)
}

func (r *mutationResolver) SessionStepUpPasskeyBegin(ctx context.Context) (*model.SessionPasskeyPayload, error) {
	return passkeyQuestion(r.Sessions.StepUpPasskeyBegin(ctx))
}

func (r *mutationResolver) SessionsRevokeOthers(ctx context.Context) (*model.SessionsEndPayload, error) {
	ended, err := r.Sessions.RevokeOthers(ctx)
	errs, err := refusals(err)
	return orNil(&model.SessionsEndPayload{Ended: ended, Errors: errs}, err)
}

func (r *mutationResolver) UserSessionsEnd(ctx context.Context, id string) (*model.UserPayload, error) {
	return userPayload(r.Directory.UserSessionsEnd(ctx, keyOf(userPrefix, id)))
}

func (r *mutationResolver) SessionDelete(ctx context.Context) (*model.SessionDeletePayload, error) {
	key, err := r.Sessions.SignOut(ctx)
	return sessionDeletePayload(key, err)
}

func (r *mutationResolver) SessionRevoke(ctx context.Context, id string) (*model.SessionDeletePayload, error) {
	key := keyOf(sessionPrefix, id)
	return sessionDeletePayload(key, r.Sessions.Revoke(ctx, key))
}

func (r *queryResolver) Sessions(ctx context.Context, first *int, after *string, last *int, before *string) (*model.SessionConnection, error) {
	return r.sessionList(ctx, connection.Args{First: first, After: after, Last: last, Before: before})
}

func (r *sessionResolver) User(ctx context.Context, obj *db.Session) (*db.User, error) {
	target := always(func(s *db.Session) uuid.UUID { return s.UserID })
	return toOne(ctx, obj, obj.Siblings, "user", target, users.selected(ctx), r.visibleUsers)
}

func (r *sessionResolver) Device(ctx context.Context, obj *db.Session) (string, error) {
	return device(obj.UserAgent), nil
}

func (r *sessionResolver) Current(ctx context.Context, obj *db.Session) (bool, error) {
	v := authz.FromContext(ctx)
	return v != nil && v.SessionID == obj.ID, nil
}

func (r *sessionResolver) ProvenUntil(ctx context.Context, obj *db.Session) (*time.Time, error) {
	return provenUntil(obj, r.Now()), nil
}

func (r *Resolver) Session() generated.SessionResolver { return &sessionResolver{r} }

type sessionResolver struct{ *Resolver }
