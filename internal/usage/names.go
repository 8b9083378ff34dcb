package usage

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
)

// organizationText names organizations for the log, as far as they are there:
// others by their ids.
func organizationText(ids []uuid.UUID, named []*db.Organization) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = schema.GlobalID("org", id)
		if k := slices.IndexFunc(named, func(o *db.Organization) bool { return o.ID == id }); k >= 0 {
			all[i] = named[k].Name
		}
	}
	return strings.Join(all, ", ")
}

// peopleText names users for the log, before a change and after it, by name and
// address; those that were erased meanwhile by their ids.
func peopleText(ctx context.Context, client *db.Client, before, after []uuid.UUID) (was, is string, err error) {
	found, err := client.User.Query().Where(anyOf("id", slices.Concat(before, after))).
		Select(user.FieldDisplayName, user.FieldEmail).All(ctx)
	if err != nil {
		return "", "", fmt.Errorf("read recipients: %w", err)
	}
	text := func(ids []uuid.UUID) string {
		all := make([]string, len(ids))
		for i, id := range ids {
			all[i] = schema.GlobalID("user", id)
			if k := slices.IndexFunc(found, func(u *db.User) bool { return u.ID == id }); k >= 0 && found[k].Email != "" {
				all[i] = strings.TrimSpace(found[k].DisplayName + " <" + found[k].Email + ">")
			}
		}
		return strings.Join(all, ", ")
	}
	return text(before), text(after), nil
}
