package directory

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"entgo.io/ent/dialect/sql"

	"tenantry/ent/db"
	"tenantry/ent/db/apicredential"
	"tenantry/internal/audit"
	"tenantry/internal/database"
)

// keysHolding locks the API keys that hold a custom role and are not revoked.
func keysHolding(ctx context.Context, tx *database.Tx, r *db.Role) ([]*db.APICredential, error) {
	holds := func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.Arg(RoleKey(r)).WriteString(" = ANY(").Ident(s.C(apicredential.FieldRoles)).WriteByte(')')
		}))
	}
	keys, err := tx.Client.APICredential.Query().Where(holds, apicredential.RevokedAtIsNil()).Order(db.Asc(apicredential.FieldID)).ForUpdate().All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look which keys hold role %s: %w", r.ID, err)
	}
	return keys, nil
}

// takeFromKeys takes a role from API keys. One that is left without any stays,
// for its holder to revoke or replace, and opens nothing.
func (s *Service) takeFromKeys(ctx context.Context, tx *database.Tx, r *db.Role, keys []*db.APICredential) error {
	for _, k := range keys {
		left := slices.DeleteFunc(slices.Clone(k.Roles), func(key string) bool { return key == RoleKey(r) })
		err := tx.Client.APICredential.Update().Where(apicredential.ID(k.ID)).SetRoles(left).SetUpdatedAt(s.Now()).AddVersion(1).Exec(ctx)
		if err != nil {
			return fmt.Errorf("take role %s from key %s: %w", r.ID, k.ID, err)
		}
		err = audit.Record(ctx, tx, audit.Event{
			At: s.Now(), Action: "api_credential.updated", OrganizationID: k.OrganizationID, AccountID: k.AccountID,
			TargetType: "ApiCredential", TargetID: k.ID, TargetName: k.Name, Changes: audit.Text("roles", r.Name, ""),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// holdersText is how many users and keys, in words.
func holdersText(users, keys int) string {
	switch {
	case keys == 0:
		return people(users)
	case users == 0:
		return apiKeys(keys)
	}
	return people(users) + " and " + apiKeys(keys)
}

func apiKeys(n int) string {
	if n == 1 {
		return "1 API key"
	}
	return strconv.Itoa(n) + " API keys"
}
