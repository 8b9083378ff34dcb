package graph

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/schema"
	"tenantry/graph/model"
)

// viewer is the caller, nil when nobody is signed in.
func (r *Resolver) viewer(ctx context.Context) *model.Viewer {
	v := authz.FromContext(ctx)
	if v == nil {
		return nil
	}
	return &model.Viewer{
		ID:          schema.GlobalID(viewerPrefix, v.SessionID),
		Permissions: r.Authorizer.Anywhere(v).List(),
	}
}

// can tells whether the viewer holds a permission over an organization, or
// anywhere. Over one he does not see he holds nothing.
func (r *Resolver) can(ctx context.Context, p authz.Permission, on *string) (bool, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return false, err
	}
	if on == nil {
		return r.Authorizer.Anywhere(v).Has(p), nil
	}
	id, ok := parseID(organizationPrefix, *on)
	if !ok {
		return false, nil
	}
	found, err := r.visibleOrganizations(ctx, []uuid.UUID{id}, organizations.base)
	o := found[id]
	if err != nil || o == nil {
		return false, err
	}
	return r.Authorizer.Has(v, []uuid.UUID{o.ID, o.AccountID, v.RootID}, p), nil
}

// ofViewer reads a row that every viewer has.
func ofViewer[T any](
	ctx context.Context, e entity[T], id func(*authz.Viewer) uuid.UUID,
	read func(context.Context, []uuid.UUID, []string) (map[uuid.UUID]*T, error),
) (*T, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	found, err := read(ctx, []uuid.UUID{id(v)}, e.selected(ctx))
	if err == nil && found[id(v)] == nil {
		return nil, unauthenticated() // ended while we were reading
	}
	return found[id(v)], err
}

// ownUser, ownOrganization and ownSession are what ofViewer reads.
func ownUser(v *authz.Viewer) uuid.UUID         { return v.UserID }
func ownOrganization(v *authz.Viewer) uuid.UUID { return v.OrganizationID }
func ownSession(v *authz.Viewer) uuid.UUID      { return v.SessionID }

// openOwnSession fits ofViewer.
func (r *Resolver) openOwnSession(ctx context.Context, ids []uuid.UUID, _ []string) (map[uuid.UUID]*db.Session, error) {
	return r.openSessions(ctx, ids)
}

// viewerNode answers the caller for the id of the viewer, and nobody else.
func (r *Resolver) viewerNode(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]model.Node, error) {
	v, nodes := authz.FromContext(ctx), map[uuid.UUID]model.Node{}
	if v != nil && slices.Contains(ids, v.SessionID) {
		nodes[v.SessionID] = r.viewer(ctx)
	}
	return nodes, nil
}

// orNull shows a text that is not set as null.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
