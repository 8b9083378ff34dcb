package graph

import (
	"context"
	"fmt"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *mutationResolver) SessionCreate(ctx context.Context, input model.SessionCreateInput) (*model.SessionCreatePayload, error) {
	panic(fmt.Errorf("not implemented: SessionCreate - sessionCreate"))
}

func (r *mutationResolver) SessionDelete(ctx context.Context) (*model.SessionDeletePayload, error) {
	panic(fmt.Errorf("not implemented: SessionDelete - sessionDelete"))
}

func (r *mutationResolver) SessionRevoke(ctx context.Context, id string) (*model.SessionDeletePayload, error) {
	panic(fmt.Errorf("not implemented: SessionRevoke - sessionRevoke"))
}

func (r *queryResolver) Sessions(ctx context.Context, first *int, after *string, last *int, before *string) (*model.SessionConnection, error) {
	panic(fmt.Errorf("not implemented: Sessions - sessions"))
}

func (r *sessionResolver) User(ctx context.Context, obj *db.Session) (*db.User, error) {
	panic(fmt.Errorf("not implemented: User - user"))
}

func (r *sessionResolver) Device(ctx context.Context, obj *db.Session) (string, error) {
	panic(fmt.Errorf("not implemented: Device - device"))
}

func (r *sessionResolver) Current(ctx context.Context, obj *db.Session) (bool, error) {
	panic(fmt.Errorf("not implemented: Current - current"))
}

func (r *Resolver) Session() generated.SessionResolver { return &sessionResolver{r} }

type sessionResolver struct{ *Resolver }
