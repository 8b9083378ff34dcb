package graph

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/ent/schema"
	"tenantry/graph/model"
	"tenantry/internal/directory"
)

func newInvitations(in model.InvitationsCreateInput) directory.NewInvitations {
	out := directory.NewInvitations{
		OrganizationID: keyOf(organizationPrefix, in.OrganizationID),
		Items:          make([]directory.NewInvitation, len(in.Items)),
		AllOrNothing:   in.ErrorPolicy == model.BulkErrorPolicyAllOrNothing,
		Message:        in.Message.Value(), DryRun: in.DryRun, IdempotencyKey: in.IdempotencyKey.Value(),
	}
	for i, item := range in.Items {
		out.Items[i] = directory.NewInvitation{
			Email: item.Email, FirstName: item.FirstName.Value(), LastName: item.LastName.Value(),
			ResellerRole: item.ResellerRole.Value(), UserType: item.UserType.Value(), Access: item.Access,
			RoleIDs: keysOf(rolePrefix, item.RoleIds.Value()), Modules: item.Modules.Value(),
			SubAccountIDs: keysOf(organizationPrefix, item.SubAccountIds.Value()),
		}
	}
	return out
}

func acceptance(in model.InvitationAcceptInput) directory.Acceptance {
	return directory.Acceptance{
		Token: in.Token, Password: in.Password, TermsVersion: in.AcceptedTermsVersion,
		FirstName: in.FirstName.Value(), LastName: in.LastName.Value(),
	}
}

func acceptPayload(u *db.User, err error) (*model.InvitationAcceptPayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.InvitationAcceptPayload{Errors: errs}, err)
	}
	id := schema.GlobalID(userPrefix, u.ID)
	return &model.InvitationAcceptPayload{UserID: &id, Email: &u.Email, Errors: errs}, nil
}

// invitationsPayload shows the verdicts with the invitations that were
// written, which are read in one statement.
func (r *Resolver) invitationsPayload(ctx context.Context, in model.InvitationsCreateInput, verdicts []directory.InvitationVerdict, err error) (*model.InvitationsCreatePayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	out := &model.InvitationsCreatePayload{Results: []*model.InvitationResult{}, Errors: errs}
	written, err := r.invitationsByID(ctx, verdicts)
	if err != nil {
		return nil, err
	}
	for i, v := range verdicts {
		result := &model.InvitationResult{Email: in.Items[i].Email, Outcome: model.InviteOutcome(v.Outcome), Errors: []*model.MutationError{}}
		if len(v.Errors) > 0 {
			if result.Errors, err = refusals(v.Errors); err != nil {
				return nil, err
			}
		}
		if v.InvitationID != nil {
			result.Invitation = written[*v.InvitationID]
		}
		out.Results = append(out.Results, result)
	}
	return out, nil
}

func (r *Resolver) invitationsByID(ctx context.Context, verdicts []directory.InvitationVerdict) (map[uuid.UUID]*db.Invitation, error) {
	var ids []uuid.UUID
	for _, v := range verdicts {
		if v.InvitationID != nil {
			ids = append(ids, *v.InvitationID)
		}
	}
	byID := make(map[uuid.UUID]*db.Invitation, len(ids))
	if len(ids) == 0 {
		return byID, nil
	}
	all, err := r.client().Invitation.Query().Where(invitation.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read written invitations: %w", err)
	}
	for _, inv := range all {
		inv.Siblings, byID[inv.ID] = all, inv
	}
	return byID, nil
}

func preview(p *directory.Preview, err error) (*model.InvitationPreview, error) {
	if p == nil || err != nil {
		return nil, err
	}
	return &model.InvitationPreview{
		MaskedEmail: p.MaskedEmail, OrganizationName: p.OrganizationName, FirstName: p.FirstName, LastName: p.LastName,
		ExpiresAt: p.ExpiresAt, Status: model.InvitationStatus(p.Status), TermsVersion: p.TermsVersion,
	}, nil
}
