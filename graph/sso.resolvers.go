package graph

import (
	"context"
	"fmt"
	"tenantry/graph/model"
)

func (r *mutationResolver) SessionCreateBySso(ctx context.Context, input model.SessionCreateBySsoInput) (*model.SessionCreatePayload, error) {
	panic(fmt.Errorf("not implemented: SessionCreateBySso - sessionCreateBySso"))
}
