package graph

import (
	"context"
	"fmt"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *deadMailResolver) User(ctx context.Context, obj *db.DeadMail) (*db.User, error) {
	panic(fmt.Errorf("not implemented: User - user"))
}

func (r *mutationResolver) DeadMailResend(ctx context.Context, id string) (*model.DeadMailPayload, error) {
	panic(fmt.Errorf("not implemented: DeadMailResend - deadMailResend"))
}

func (r *mutationResolver) MailSenderSet(ctx context.Context, name *string) (*model.MailSenderPayload, error) {
	panic(fmt.Errorf("not implemented: MailSenderSet - mailSenderSet"))
}

func (r *queryResolver) DeadMails(ctx context.Context, first *int, after *string, last *int, before *string) (*model.DeadMailConnection, error) {
	panic(fmt.Errorf("not implemented: DeadMails - deadMails"))
}

func (r *queryResolver) MailSender(ctx context.Context) (*model.MailSender, error) {
	panic(fmt.Errorf("not implemented: MailSender - mailSender"))
}

func (r *Resolver) DeadMail() generated.DeadMailResolver { return &deadMailResolver{r} }

type deadMailResolver struct{ *Resolver }
