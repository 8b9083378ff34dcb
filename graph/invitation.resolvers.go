package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"

	"github.com/google/uuid"
)

func (r *invitationResolver) Status(ctx context.Context, obj *db.Invitation) (model.InvitationStatus, error) {
	return r.invitationStatus(obj), nil
}

func (r *invitationResolver) Organization(ctx context.Context, obj *db.Invitation) (*db.Organization, error) {
	places, err := r.invitationPlaces(ctx, obj)
	return places[obj.OrganizationID], err
}

func (r *invitationResolver) User(ctx context.Context, obj *db.Invitation) (*db.User, error) {
	target := always(func(i *db.Invitation) uuid.UUID { return i.UserID })
	return toOne(ctx, obj, obj.Siblings, "user", target, users.selected(ctx), r.visibleUsers)
}

func (r *invitationResolver) Inviter(ctx context.Context, obj *db.Invitation) (*db.User, error) {
	target := func(i *db.Invitation) *uuid.UUID { return i.InvitedBy }
	return toOne(ctx, obj, obj.Siblings, "inviter", target, users.selected(ctx), r.visibleUsers)
}

func (r *invitationResolver) ViewerActions(ctx context.Context, obj *db.Invitation) ([]authz.InvitationAction, error) {
	return r.invitationActions(ctx, obj)
}

func (r *mutationResolver) InvitationsCreate(ctx context.Context, input model.InvitationsCreateInput) (*model.InvitationsCreatePayload, error) {
	in := newInvitations(input)
	verdicts, err := r.Directory.InvitationsCreate(ctx, in)
	return r.invitationsPayload(ctx, in, verdicts, err)
}

func (r *mutationResolver) InvitationResend(ctx context.Context, id string) (*model.InvitationPayload, error) {
	return invitationPayload(r.Directory.InvitationResend(ctx, keyOf(invitationPrefix, id)))
}

func (r *mutationResolver) UserActivationEmailSend(ctx context.Context, id string) (*model.InvitationPayload, error) {
	return invitationPayload(r.Directory.ActivationEmailSend(ctx, keyOf(userPrefix, id)))
}

func (r *mutationResolver) InvitationRevoke(ctx context.Context, id string) (*model.InvitationPayload, error) {
	return invitationPayload(r.Directory.InvitationRevoke(ctx, keyOf(invitationPrefix, id)))
}

func (r *mutationResolver) InvitationAccept(ctx context.Context, input model.InvitationAcceptInput) (*model.InvitationAcceptPayload, error) {
	return r.invitationAccept(ctx, input)
}

func (r *queryResolver) Invitation(ctx context.Context, id string) (*db.Invitation, error) {
	return one(ctx, invitations, invitationPrefix, id, r.visibleInvitations)
}

func (r *queryResolver) Invitations(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.InvitationWhereInput, orderBy []*model.InvitationOrder) (*model.InvitationConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.invitationList(ctx, args, search, where, orderBy)
}

func (r *queryResolver) InvitationPreview(ctx context.Context, token string) (*model.InvitationPreview, error) {
	return preview(r.Directory.InvitationPreview(ctx, token))
}

func (r *queryResolver) InvitationItemsParse(ctx context.Context, text string) (*model.InvitationItemsParsed, error) {
	return itemsParsed(r.Directory.InvitationItemsParse(text)), nil
}

func (r *Resolver) Invitation() generated.InvitationResolver { return &invitationResolver{r} }

type invitationResolver struct{ *Resolver }
