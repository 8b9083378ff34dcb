package export

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/internal/fault"
)

// visitOf is the impersonation in whose session a viewer asks; nil in his own.
func visitOf(v *authz.Viewer) *uuid.UUID {
	if !v.Impersonated() {
		return nil
	}
	return &v.Impersonation.ID
}

// ownerNow is who asked for a job, as he is now. Who of the staff asked, or
// fetches, in his name must still be there: with the customer's word that ends
// a visit its files are out of reach too. It is UNAUTHENTICATED otherwise.
func (s *Service) ownerNow(ctx context.Context, j *db.Job, visits ...*uuid.UUID) (*authz.Viewer, error) {
	visits = slices.DeleteFunc(append(visits, j.ImpersonationID), func(id *uuid.UUID) bool { return id == nil })
	if len(visits) == 0 {
		return s.Viewers.ViewerOf(ctx, j.ResellerID, j.UserID)
	}
	if s.Visits == nil {
		return nil, fault.New(fault.Unauthenticated, "The visit is over.")
	}
	var viewer *authz.Viewer
	for _, id := range visits {
		v, err := s.Visits.VisitorOf(ctx, j.ResellerID, j.UserID, *id)
		if err != nil {
			return nil, err
		}
		if viewer == nil {
			viewer = v // who fetches, before who asked
		}
	}
	return viewer, nil
}
