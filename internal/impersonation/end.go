package impersonation

import (
	"context"

	"github.com/google/uuid"

	"tenantry/authz"
	entity "tenantry/ent/db/impersonation"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// End leaves a customer's portal: the impersonation behind the request when id
// is nil, otherwise one that the viewer started or speaks for. It answers the
// id of what was ended, nil when it was over already. Refusals: NOT_FOUND,
// WRONG_STATE.
func (s *Service) End(ctx context.Context, id *uuid.UUID) (*uuid.UUID, error) {
	v := authz.FromContext(ctx)
	switch {
	case v == nil && id == nil:
		return nil, nil // its time was over
	case v == nil:
		return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	case id == nil && v.Impersonation == nil:
		return nil, fault.Refuse(fault.Missing, "id", "This is your own session. Name what to end.")
	case id == nil:
		id = &v.Impersonation.ID
	}
	var ended *uuid.UUID
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		ended = nil
		why, by := entity.EndReasonACTOR, v.UserID
		if v.Impersonation != nil {
			by = v.Impersonation.ActorID
			if *id != v.Impersonation.ID {
				return fault.Refuse(fault.Missing, "id", "There is no such impersonation.")
			}
		} else {
			if _, err := s.find(ctx, tx, v, authz.ImpersonationActionEnd, *id); err != nil {
				return err
			}
			if !v.Staff() {
				why = entity.EndReasonCLIENT
			}
		}
		n, err := s.Sessions.EndImpersonations(ctx, tx, why, &by, entity.ID(*id))
		if n > 0 {
			ended = id
		}
		return err
	})
	return ended, err
}

// EndAll ends everything that staff does as users of an organization of the
// viewer's account, withdraws what is asked or approved, and answers how many
// there were. For the account it is the whole of it. Refusals: NOT_FOUND,
// FORBIDDEN. [002]
func (s *Service) EndAll(ctx context.Context, organizationID uuid.UUID) (ended int, err error) {
	v, err := own(ctx)
	if err != nil {
		return 0, err
	}
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		org, err := s.consenting(ctx, tx, v, organizationID, "organizationId")
		if err != nil {
			return err
		}
		ended, err = s.Sessions.EndImpersonations(ctx, tx, entity.EndReasonCLIENT, &v.UserID,
			entity.Or(entity.AccountID(org.ID), entity.OrganizationID(org.ID)))
		return err
	})
	return ended, err
}
