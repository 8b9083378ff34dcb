package graph

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/predicate"
	"tenantry/ent/db/user"
	"tenantry/graph/model"
	"tenantry/internal/directory"
	"tenantry/internal/fault"
)

// userBy reads one user, named by his id or in another way.
func (r *Resolver) userBy(ctx context.Context, id *string, by *model.UserBy) (*db.User, error) {
	if (id == nil) == (by == nil) {
		return nil, fault.Input([]string{"by"}, "exactly one of id and by is needed")
	}
	if by == nil {
		return one(ctx, users, userPrefix, *id, r.visibleUsers)
	}
	// @oneOf is looked at again: what stands in a variable nobody has checked.
	key, byID := by.ID.ValueOK()
	email, byEmail := by.Email.ValueOK()
	external, byExternal := by.ExternalID.ValueOK()
	switch {
	case byID && !byEmail && !byExternal && key != nil:
		return one(ctx, users, userPrefix, *key, r.visibleUsers)
	case byEmail && !byID && !byExternal && email != nil:
		address, ok := directory.EmailKey(email.Email)
		if !ok {
			return nil, nil
		}
		return r.userWith(ctx, email.OrganizationID, user.EmailKey(address))
	case byExternal && !byID && !byEmail && external != nil:
		return r.userByExternalID(ctx, external.OrganizationID, external.ExternalID)
	}
	return nil, fault.Input([]string{"by"}, "exactly one of id, email and externalId is needed, and not null")
}

// userByExternalID reads the user with an identifier of the customer's system.
func (r *Resolver) userByExternalID(ctx context.Context, organizationID, externalID string) (*db.User, error) {
	if !utf8.ValidString(externalID) || strings.ContainsRune(externalID, 0) {
		return nil, nil // nothing of the kind can be stored
	}
	return r.userWith(ctx, organizationID, user.ExternalID(strings.TrimSpace(externalID)))
}

// userWith reads the user of an organization of whom a condition holds; nil
// when there is none, or none that the viewer can see.
func (r *Resolver) userWith(ctx context.Context, organizationID string, cond predicate.User) (*db.User, error) {
	key, ok := parseID(organizationPrefix, organizationID)
	if !ok {
		return nil, nil
	}
	id, err := r.client().User.Query().Where(user.OrganizationID(key), user.StatusNEQ(user.StatusDELETED), cond).OnlyID(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("look for a user of organization %s: %w", key, err)
	}
	found, err := r.visibleUsers(ctx, []uuid.UUID{id}, users.selected(ctx))
	return found[id], err
}
