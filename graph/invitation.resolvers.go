package graph

import (
	"context"
	"fmt"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
)

func (r *invitationResolver) Status(ctx context.Context, obj *db.Invitation) (model.InvitationStatus, error) {
	panic(fmt.Errorf("not implemented: Status - status"))
}

func (r *invitationResolver) Organization(ctx context.Context, obj *db.Invitation) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *invitationResolver) User(ctx context.Context, obj *db.Invitation) (*db.User, error) {
	panic(fmt.Errorf("not implemented: User - user"))
}

func (r *invitationResolver) Inviter(ctx context.Context, obj *db.Invitation) (*db.User, error) {
	panic(fmt.Errorf("not implemented: Inviter - inviter"))
}

func (r *invitationResolver) ViewerActions(ctx context.Context, obj *db.Invitation) ([]authz.InvitationAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *mutationResolver) InvitationsCreate(ctx context.Context, input model.InvitationsCreateInput) (*model.InvitationsCreatePayload, error) {
	panic(fmt.Errorf("not implemented: InvitationsCreate - invitationsCreate"))
}

func (r *mutationResolver) InvitationResend(ctx context.Context, id string) (*model.InvitationPayload, error) {
	panic(fmt.Errorf("not implemented: InvitationResend - invitationResend"))
}

func (r *mutationResolver) InvitationRevoke(ctx context.Context, id string) (*model.InvitationPayload, error) {
	panic(fmt.Errorf("not implemented: InvitationRevoke - invitationRevoke"))
}

func (r *mutationResolver) InvitationAccept(ctx context.Context, input model.InvitationAcceptInput) (*model.InvitationAcceptPayload, error) {
	panic(fmt.Errorf("not implemented: InvitationAccept - invitationAccept"))
}

func (r *queryResolver) Invitation(ctx context.Context, id string) (*db.Invitation, error) {
	panic(fmt.Errorf("not implemented: Invitation - invitation"))
}

func (r *queryResolver) Invitations(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.InvitationWhereInput, orderBy []*model.InvitationOrder) (*model.InvitationConnection, error) {
	panic(fmt.Errorf("not implemented: Invitations - invitations"))
}

func (r *queryResolver) InvitationPreview(ctx context.Context, token string) (*model.InvitationPreview, error) {
	panic(fmt.Errorf("not implemented: InvitationPreview - invitationPreview"))
}

func (r *Resolver) Invitation() generated.InvitationResolver { return &invitationResolver{r} }

type invitationResolver struct{ *Resolver }
