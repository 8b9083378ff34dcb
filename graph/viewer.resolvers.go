package graph

import (
	"context"
	"fmt"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *queryResolver) Viewer(ctx context.Context) (*model.Viewer, error) {
	panic(fmt.Errorf("not implemented: Viewer - viewer"))
}

func (r *viewerResolver) User(ctx context.Context, obj *model.Viewer) (*db.User, error) {
	panic(fmt.Errorf("not implemented: User - user"))
}

func (r *viewerResolver) Organization(ctx context.Context, obj *model.Viewer) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *viewerResolver) Can(ctx context.Context, obj *model.Viewer, permission authz.Permission, on *string) (bool, error) {
	panic(fmt.Errorf("not implemented: Can - can"))
}

func (r *viewerResolver) Session(ctx context.Context, obj *model.Viewer) (*db.Session, error) {
	panic(fmt.Errorf("not implemented: Session - session"))
}

func (r *Resolver) Viewer() generated.ViewerResolver { return &viewerResolver{r} }

type viewerResolver struct{ *Resolver }
