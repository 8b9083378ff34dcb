package directory

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// lockUser locks the row of a user and answers it as it is then.
func lockUser(ctx context.Context, tx *database.Tx, id uuid.UUID) (*db.User, error) {
	u, err := tx.Client.User.Query().Where(user.ID(id)).ForUpdate().Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("lock user %s: %w", id, err)
	}
	return u, nil
}

// lockWithActor locks the row of a user for a change and that of the viewer
// against one: what he may do was read when his request began, and must not be
// taken from him while he uses it. The rows are locked in the order of their
// ids, so that two people who act upon each other never wait in a circle.
func (s *Service) lockWithActor(ctx context.Context, tx *database.Tx, v *authz.Viewer, id uuid.UUID) (*db.User, error) {
	if v == nil || v.UserID == id {
		return lockUser(ctx, tx, id)
	}
	actorFirst := bytes.Compare(v.UserID[:], id[:]) < 0
	if actorFirst {
		if err := holdActor(ctx, tx, v); err != nil {
			return nil, err
		}
	}
	u, err := lockUser(ctx, tx, id)
	if err == nil && !actorFirst {
		err = holdActor(ctx, tx, v)
	}
	return u, err
}

// holdActor keeps the viewer's row as it is until the transaction ends, and
// refuses whoever could no longer sign in.
func holdActor(ctx context.Context, tx *database.Tx, v *authz.Viewer) error {
	actor, err := tx.Client.User.Query().Where(user.ID(v.UserID)).Select(user.FieldID, user.FieldStatus).ForShare().Only(ctx)
	if err != nil && !db.IsNotFound(err) {
		return fmt.Errorf("lock acting user %s: %w", v.UserID, err)
	}
	if err != nil || actor.Status != user.StatusACTIVE {
		return fault.New(fault.Unauthenticated, "You can no longer sign in.")
	}
	return nil
}

// actorNow is the viewer with what he still holds of the roles his request
// began with, and whether the user may do more than he could give. The viewer's
// row is locked; one statement reads for both.
func (s *Service) actorNow(ctx context.Context, tx *database.Tx, v *authz.Viewer, u *db.User) (now *authz.Viewer, above bool, err error) {
	if v == nil {
		return nil, false, nil
	}
	rows, err := holdings(ctx, tx.Client, s.Now(), []*db.User{{ID: v.UserID}, u})
	if err != nil {
		return nil, false, err
	}
	own := byOwner(rows)
	now = stillHolding(v, inForce(own[v.UserID], s.Now()))
	return now, outranks(s.Authorizer, now, everything(own[u.ID])), nil
}

// stillHolding is a viewer without the roles that are not held any more.
func stillHolding(v *authz.Viewer, held []authz.Assignment) *authz.Viewer {
	fresh := *v
	fresh.Assignments = nil
	for _, a := range v.Assignments {
		if slices.ContainsFunc(held, func(h authz.Assignment) bool { return h.Role == a.Role && h.Domain == a.Domain }) {
			fresh.Assignments = append(fresh.Assignments, a)
		}
	}
	return &fresh
}
