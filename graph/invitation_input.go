package graph

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/graph/model"
	"tenantry/internal/directory"
)

func newInvitations(in model.InvitationsCreateInput) directory.NewInvitations {
	out := directory.NewInvitations{
		OrganizationID: keyOf(organizationPrefix, in.OrganizationID),
		Items:          make([]directory.NewInvitation, len(in.Items)),
		AllOrNothing:   in.ErrorPolicy == model.BulkErrorPolicyAllOrNothing,
		Message:        in.Message.Value(), DryRun: in.DryRun, IdempotencyKey: in.IdempotencyKey.Value(),
		Text: in.Text.Value(), Locale: in.Locale.Value(),
	}
	if each := in.Each.Value(); each != nil {
		out.Each = &directory.NewInvitation{
			ResellerRole: each.ResellerRole.Value(), UserType: each.UserType.Value(), Access: each.Access,
			RoleIDs: keysOf(rolePrefix, each.RoleIds.Value()), Modules: each.Modules.Value(),
			SubAccountIDs: keysOf(organizationPrefix, each.SubAccountIds.Value()),
		}
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

// invitationAccept accepts and signs in at once. Once accepted it is, whatever
// becomes of the session: who gets none signs in as on any other day.
func (r *Resolver) invitationAccept(ctx context.Context, in model.InvitationAcceptInput) (*model.InvitationAcceptPayload, error) {
	u, err := r.Directory.InvitationAccept(ctx, acceptance(in))
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.InvitationAcceptPayload{Errors: errs}, err)
	}
	out := &model.InvitationAcceptPayload{UserID: publicID(userPrefix, u.ID), Email: &u.Email, Errors: errs}
	opened, err := r.Sessions.OpenAfter(ctx, u)
	signedIn, err := r.signedInPayload(ctx, in.Bearer, opened, err)
	if err != nil {
		graphql.AddError(ctx, err)
		return out, nil
	}
	out.Session, out.Token, out.Challenge = signedIn.Session, signedIn.Token, signedIn.Challenge
	return out, nil
}

// invitationsPayload shows the verdicts with the invitations that were
// written, which are read in one statement.
func (r *Resolver) invitationsPayload(ctx context.Context, in directory.NewInvitations, verdicts []directory.InvitationVerdict, err error) (*model.InvitationsCreatePayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	out := &model.InvitationsCreatePayload{Results: []*model.InvitationResult{}, Errors: errs}
	written, err := r.invitationsByID(ctx, verdicts)
	if err != nil {
		return nil, err
	}
	var people []directory.NewInvitation
	if len(verdicts) > 0 {
		people = in.People()
	}
	for i, v := range verdicts {
		result := &model.InvitationResult{Email: people[i].Email, Outcome: model.InviteOutcome(v.Outcome), Errors: []*model.MutationError{}}
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
		InviterName: p.InviterName, Message: p.Message, RoleNames: p.RoleNames,
		Modules: p.Modules, SubAccountNames: p.SubAccountNames, TwoFactorRequired: p.TwoFactorRequired,
	}, nil
}

func itemsParsed(people []directory.PastedPerson, problem string) *model.InvitationItemsParsed {
	text := func(s string) *string {
		if s == "" {
			return nil
		}
		return &s
	}
	out := &model.InvitationItemsParsed{Items: []*model.InvitationItemParsed{}, Problem: text(problem)}
	for _, p := range people {
		out.Items = append(out.Items, &model.InvitationItemParsed{
			Line: p.Line, Email: p.Email, FirstName: p.FirstName, LastName: p.LastName, Problem: text(p.Problem),
		})
	}
	return out
}
