package graph

import (
	"context"
	"fmt"
	"tenantry/graph/model"
)

func (r *mutationResolver) UsersImport(ctx context.Context, input model.UsersImportInput) (*model.UsersImportPayload, error) {
	panic(fmt.Errorf("not implemented: UsersImport - usersImport"))
}
