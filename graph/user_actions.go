package graph

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/internal/directory"
)

// userActions are the buttons of a user's row. Whether somebody is a last
// administrator, and whether he may do more than the viewer could give, is
// asked only about users it could take a button from, and once for all rows.
func (r *Resolver) userActions(ctx context.Context, u *db.User) ([]authz.UserAction, error) {
	v, target := authz.FromContext(ctx), directory.Target(u)
	actions := r.Authorizer.UserActions(v, target)
	last, err := whereAsked(ctx, r, u, actions, "lastAdmin", unseats, func(all []*db.User) (map[uuid.UUID]bool, error) {
		return directory.LastAdmins(ctx, r.client(), gather(all, always(users.key))...)
	})
	if err != nil {
		return nil, err
	}
	standing, err := r.standingOf(ctx, u, actions)
	if err != nil {
		return nil, err
	}
	invited := false
	if standing.Left { // nobody else has an invitation besides his account
		invited, err = r.askedBack(ctx, u, actions)
	}
	if err != nil || !last && !standing.Outranks && !invited {
		return actions, err
	}
	target.LastAdmin, target.Outranks, target.Invited = last, standing.Outranks, invited
	return r.Authorizer.UserActions(v, target), nil
}

// standingOf is asked where it could take a button away or give one.
func (r *Resolver) standingOf(ctx context.Context, u *db.User, actions []authz.UserAction) (directory.Standing, error) {
	v := authz.FromContext(ctx)
	couldInvite := r.couldInvite(v)
	matters := func(u *db.User, actions []authz.UserAction) bool { return opens(u, actions) || couldInvite(u, actions) }
	return whereAsked(ctx, r, u, actions, "standing", matters, func(all []*db.User) (map[uuid.UUID]directory.Standing, error) {
		return directory.Standings(ctx, r.client(), r.Authorizer, r.Now(), v, all...)
	})
}

// askedBack tells whether an active user has an open invitation.
func (r *Resolver) askedBack(ctx context.Context, u *db.User, actions []authz.UserAction) (bool, error) {
	v := authz.FromContext(ctx)
	return whereAsked(ctx, r, u, actions, "invited", r.couldInvite(v), func(all []*db.User) (map[uuid.UUID]bool, error) {
		open, err := directory.OpenInvitations(ctx, r.client(), r.Authorizer, v, r.Now(), all...)
		asked := make(map[uuid.UUID]bool, len(open))
		for id := range open {
			asked[id] = true
		}
		return asked, err
	})
}

// whereAsked answers a question about a user, which is put for all of his
// siblings of whom it matters, judged by the actions they would have.
func whereAsked[T any](
	ctx context.Context, r *Resolver, u *db.User, actions []authz.UserAction, question string,
	matters func(*db.User, []authz.UserAction) bool, ask func([]*db.User) (map[uuid.UUID]T, error),
) (T, error) {
	if !matters(u, actions) {
		var none T
		return none, nil
	}
	v := authz.FromContext(ctx)
	answer, err := once(ctx, u, u.Siblings, question, "", func(all []*db.User) (map[uuid.UUID]T, error) {
		return ask(slices.DeleteFunc(slices.Clone(all), func(u *db.User) bool {
			return !matters(u, r.Authorizer.UserActions(v, directory.Target(u)))
		}))
	})
	return answer[u.ID], err
}

// unseats tells whether one of the actions could leave nobody to administer.
func unseats(u *db.User, actions []authz.UserAction) bool {
	return u.Status == user.StatusACTIVE && slices.ContainsFunc(actions, authz.UserAction.Unseats)
}

// couldInvite tells whether the viewer might send an active user's open
// invitation again, if there is one.
func (r *Resolver) couldInvite(v *authz.Viewer) func(*db.User, []authz.UserAction) bool {
	return func(u *db.User, _ []authz.UserAction) bool {
		target := directory.Target(u)
		target.Invited = u.Status == user.StatusACTIVE
		return target.Invited && r.Authorizer.User(v, authz.UserActionSendActivation, target).OK()
	}
}

// opens tells whether one of the actions would let somebody else sign in as
// the user.
func opens(_ *db.User, actions []authz.UserAction) bool {
	return slices.ContainsFunc(actions, authz.UserAction.OpensAccount)
}
