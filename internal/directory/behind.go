package directory

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/impersonation"
)

// behind lets the log name who of the reseller's staff asked for work in a
// customer's name, also when the visit is over by the time it is done.
func (s *Service) behind(ctx context.Context, v *authz.Viewer, visit *uuid.UUID) (*authz.Viewer, error) {
	if visit == nil {
		return v, nil
	}
	i, err := s.DB.Client().Impersonation.Query().Where(impersonation.ID(*visit)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read impersonation %s: %w", *visit, err)
	}
	visitor := *v
	visitor.Impersonation = &authz.Impersonation{
		ID: i.ID, ActorID: i.ActorID, ActorName: i.ActorName, ActorEmail: i.ActorEmail,
		Mode: authz.LoginAsMode(i.Mode), Reason: i.Reason, ExpiresAt: i.ExpiresAt,
	}
	return &visitor, nil
}

// visitOf is the impersonation in whose session somebody asks; nil in his own.
func visitOf(v *authz.Viewer) *uuid.UUID {
	if v.Impersonation == nil {
		return nil
	}
	return &v.Impersonation.ID
}
