package graph

import (
	"context"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"

	"github.com/google/uuid"
)

func (r *deadMailResolver) Kind(ctx context.Context, obj *db.DeadMail) (string, error) {
	return mailKind(obj), nil
}

func (r *deadMailResolver) User(ctx context.Context, obj *db.DeadMail) (*db.User, error) {
	target := always(func(m *db.DeadMail) uuid.UUID { return m.UserID })
	return toOne(ctx, obj, obj.Siblings, "user", target, users.selected(ctx), r.visibleUsers)
}

func (r *mutationResolver) DeadMailResend(ctx context.Context, id string) (*model.DeadMailPayload, error) {
	return deadMailPayload(r.Directory.DeadMailResend(ctx, keyOf(deadMailPrefix, id)))
}

func (r *mutationResolver) MailSenderSet(ctx context.Context, name *string) (*model.MailSenderPayload, error) {
	return mailSenderPayload(r.Directory.MailSenderSet(ctx, name))
}

func (r *queryResolver) DeadMails(ctx context.Context, first *int, after *string, last *int, before *string, where *model.DeadMailWhereInput) (*model.DeadMailConnection, error) {
	return r.deadMailList(ctx, connection.Args{First: first, After: after, Last: last, Before: before}, where)
}

func (r *queryResolver) MailSender(ctx context.Context) (*model.MailSender, error) {
	return r.mailSender(ctx)
}

func (r *Resolver) DeadMail() generated.DeadMailResolver { return &deadMailResolver{r} }

type deadMailResolver struct{ *Resolver }
