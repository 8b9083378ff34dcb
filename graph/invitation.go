package graph

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/organization"
	"tenantry/graph/model"
	"tenantry/internal/connection"
)

// invitations says how invitations are read.
var invitations = entity[db.Invitation]{
	name:     "invitations",
	types:    []string{"Invitation", "Node"},
	key:      func(i *db.Invitation) uuid.UUID { return i.ID },
	siblings: func(i *db.Invitation) *[]*db.Invitation { return &i.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "organization_id", "status", "expires_at"},
	columns: map[string][]string{
		"id": {}, "status": {}, "organization": {}, "expiresAt": {}, "viewerActions": {},
		"email": {"email"}, "user": {"user_id"}, "inviter": {"invited_by"}, "lastSentAt": {"last_sent_at"},
		"sendCount": {"send_count"}, "acceptedAt": {"accepted_at"}, "revokedAt": {"revoked_at"}, "createdAt": {"created_at"},
	},
}

// invitationTerms are the sort keys of invitations.
var invitationTerms = map[model.InvitationOrderField]connection.Term[db.Invitation]{
	model.InvitationOrderFieldCreatedAt: {Column: "created_at", Kind: connection.Time, Value: func(i *db.Invitation) any { return i.CreatedAt }},
	model.InvitationOrderFieldExpiresAt: {Column: "expires_at", Kind: connection.Time, Value: func(i *db.Invitation) any { return i.ExpiresAt }},
	model.InvitationOrderFieldEmail:     {Column: "email_key", Kind: connection.Text, Value: func(i *db.Invitation) any { return i.EmailKey }},
}

func (r *Resolver) invitationList(
	ctx context.Context, args connection.Args, search *string, where *model.InvitationWhereInput, by []*model.InvitationOrder,
) (*model.InvitationConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	text, err := searched("email_key", search)
	if err != nil {
		return nil, err
	}
	cond, err := invitationWhere(where, r.Now())
	if err != nil {
		return nil, err
	}
	order, err := ordered(invitations, invitationTerms, by)
	if err != nil {
		return nil, err
	}
	staff, others := r.Authorizer.InvitationReach(v)
	found := wanted{where: connection.And(people(v, staff, others), cond), text: text}
	l, err := fetchFound(ctx, invitations, r.client().Invitation.Query(), args, found, order)
	if err != nil {
		return nil, err
	}
	return &model.InvitationConnection{
		Edges: edges(l, func(i *db.Invitation, cursor string) *model.InvitationEdge {
			return &model.InvitationEdge{Node: i, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

// visibleInvitations reads the invitations among ids that exist for the viewer.
func (r *Resolver) visibleInvitations(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.Invitation, error) {
	return byID(ctx, invitations, r.client().Invitation.Query(), ids, cols, r.seesInvitation(ctx))
}

func (r *Resolver) seesInvitation(ctx context.Context) func(*db.Invitation) bool {
	v := authz.FromContext(ctx)
	return func(i *db.Invitation) bool { return r.Authorizer.InvitationVisible(v, r.invitationTarget(i)) }
}

// invitationTarget is what the policy needs to know about an invitation.
func (r *Resolver) invitationTarget(i *db.Invitation) authz.InvitationTarget {
	return authz.InvitationTarget{
		ID: i.ID, OrganizationID: i.OrganizationID, AccountID: i.AccountID, Status: string(r.invitationStatus(i)),
	}
}

// invitationActions are the buttons of an invitation's row. Its place is asked
// about only where that could take a button away.
func (r *Resolver) invitationActions(ctx context.Context, i *db.Invitation) ([]authz.InvitationAction, error) {
	v, target := authz.FromContext(ctx), r.invitationTarget(i)
	actions := r.Authorizer.InvitationActions(v, target)
	if !slices.Contains(actions, authz.InvitationActionResend) {
		return actions, nil
	}
	places, err := r.invitationPlaces(ctx, i)
	if err != nil {
		return nil, err
	}
	works := func(id uuid.UUID) bool { o := places[id]; return o != nil && o.Status == organization.StatusACTIVE }
	target.Closed = !works(i.OrganizationID) || !works(i.AccountID)
	return r.Authorizer.InvitationActions(v, target), nil
}

// invitationPlaces reads the organizations of invitations and the accounts
// above them: a row names the one and its buttons ask about both, so that one
// statement is enough for whoever shows either.
func (r *Resolver) invitationPlaces(ctx context.Context, i *db.Invitation) (map[uuid.UUID]*db.Organization, error) {
	return once(ctx, i, i.Siblings, "places", "", func(all []*db.Invitation) (map[uuid.UUID]*db.Organization, error) {
		named := gather(all, always(func(i *db.Invitation) uuid.UUID { return i.OrganizationID }))
		above := gather(all, always(func(i *db.Invitation) uuid.UUID { return i.AccountID }))
		found, err := r.organizationsNamed(ctx, slices.Concat(named, above), nil)
		shown := make([]*db.Organization, 0, len(named))
		for _, id := range named {
			if o := found[id]; o != nil {
				shown = append(shown, o)
			}
		}
		organizations.link(shown) // what is read of these is not read of accounts that no row names
		return found, err
	})
}

// invitationStatus is the state by the clock: an open invitation past its end
// is expired.
func (r *Resolver) invitationStatus(i *db.Invitation) model.InvitationStatus {
	if i.Status == invitation.StatusPENDING && !i.ExpiresAt.After(r.Now()) {
		return model.InvitationStatusExpired
	}
	return model.InvitationStatus(i.Status)
}
