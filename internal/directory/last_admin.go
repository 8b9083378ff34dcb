package directory

import (
	"context"
	"fmt"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/ent/db"
)

// comesIn holds for the user under the alias while his type counts, as package
// session does it: the membership at his organization decides, else the one in
// the account above, and who has memberships is active in one of them. One that
// waits for its first acceptance does not count. It reads the few memberships
// of one user by their index.
func comesIn(alias string) string {
	return strings.ReplaceAll(`COALESCE((
    SELECT BOOL_OR("k"."status" = 'ACTIVE') AND COALESCE(
        BOOL_AND(CASE WHEN "k"."organization_id" = "?"."organization_id" THEN "k"."status" = 'ACTIVE' END),
        BOOL_AND(CASE WHEN "k"."organization_id" = "?"."account_id" THEN "k"."status" = 'ACTIVE' END), TRUE)
    FROM "memberships" AS "k" WHERE "k"."reseller_id" = "?"."reseller_id" AND "k"."user_id" = "?"."id"
      AND ("k"."status" <> 'REMOVED' OR "k"."ended_at" IS NOT NULL)), TRUE)`, "?", alias)
}

// administers holds for the user under the alias unless he only reads: nobody
// is an administrator by a membership that his type takes everything from.
func administers(alias string) string {
	return `COALESCE("` + alias + `"."user_type", '') NOT IN ('VIEWER', 'ANALYST')`
}

// onlyTenantAdmin holds for a tenant's administrator under the alias who comes
// in and beside whom no other active one does.
func onlyTenantAdmin(alias string) string {
	return strings.ReplaceAll(`"?"."status" = 'ACTIVE' AND "?"."user_type" = 'TENANT_ADMIN' AND `+comesIn(alias)+` AND NOT EXISTS (
    SELECT FROM "users" AS "o" WHERE "o"."reseller_id" = "?"."reseller_id"
      AND "o"."organization_id" = "?"."organization_id"
      AND "o"."user_type" = 'TENANT_ADMIN' AND "o"."status" = 'ACTIVE' AND "o"."id" <> "?"."id"
      AND `+comesIn("o")+` OFFSET 0)`, "?", alias)
}

// onlyClientAdmin holds for an active administrator's membership under the
// alias beside which the organization has no other.
func onlyClientAdmin(alias string) string {
	return strings.ReplaceAll(`"?"."client_access" = 'ADMIN' AND "?"."status" = 'ACTIVE' AND EXISTS (
    SELECT FROM "users" AS "u" WHERE "u"."reseller_id" = "?"."reseller_id"
      AND "u"."id" = "?"."user_id" AND "u"."status" = 'ACTIVE' AND `+administers("u")+` OFFSET 0)
  AND NOT EXISTS (
    SELECT FROM "memberships" AS "n"
    JOIN "users" AS "o" ON "o"."reseller_id" = "n"."reseller_id" AND "o"."id" = "n"."user_id"
    WHERE "n"."reseller_id" = "?"."reseller_id" AND "n"."organization_id" = "?"."organization_id"
      AND "n"."client_access" = 'ADMIN' AND "n"."status" = 'ACTIVE'
      AND "n"."user_id" <> "?"."user_id" AND "o"."status" = 'ACTIVE' AND `+administers("o")+` OFFSET 0)`, "?", alias)
}

// lastAdmin holds for an active user without whom nobody would be left as
// administrator in force of the reseller, of a tenant, or of a client account.
// Every table is tied to the user's reseller, as a sharded database needs.
// OFFSET 0 keeps PostgreSQL from turning a look for one row into a hash of the
// whole table, which it prefers because it does not know how few users ask.
func lastAdmin() string {
	return `"users"."status" = 'ACTIVE' AND (
  ("users"."reseller_role" = 'RESELLER_ADMIN' AND NOT EXISTS (
    SELECT FROM "users" AS "o" WHERE "o"."reseller_id" = "users"."reseller_id"
      AND "o"."reseller_role" = 'RESELLER_ADMIN' AND "o"."status" = 'ACTIVE' AND "o"."id" <> "users"."id" OFFSET 0))
  OR (` + onlyTenantAdmin("users") + `)
  OR EXISTS (
    SELECT FROM "memberships" AS "m" WHERE "m"."reseller_id" = "users"."reseller_id"
      AND "m"."user_id" = "users"."id" AND ` + onlyClientAdmin("m") + ` OFFSET 0))`
}

// doorOfLastTenantAdmin holds for the active membership by which a tenant's
// last administrator comes in: the one at his organization, the one in the
// account when he has none there, or his only one.
func doorOfLastTenantAdmin() string {
	return `"memberships"."status" = 'ACTIVE' AND EXISTS (
    SELECT FROM "users" AS "t" WHERE "t"."reseller_id" = "memberships"."reseller_id" AND "t"."id" = "memberships"."user_id"
      AND ` + onlyTenantAdmin("t") + `
      AND ("memberships"."organization_id" = "t"."organization_id"
        OR "memberships"."organization_id" = "t"."account_id" AND NOT EXISTS (
          SELECT FROM "memberships" AS "h" WHERE "h"."reseller_id" = "t"."reseller_id"
            AND "h"."user_id" = "t"."id" AND "h"."organization_id" = "t"."organization_id" OFFSET 0)
        OR NOT EXISTS (
          SELECT FROM "memberships" AS "h" WHERE "h"."reseller_id" = "t"."reseller_id"
            AND "h"."user_id" = "t"."id" AND "h"."id" <> "memberships"."id" AND "h"."status" = 'ACTIVE' OFFSET 0)) OFFSET 0)`
}

// LastAdmins tells which of the users are last administrators, in one
// statement. The buttons of a list and the mutations both ask here.
func LastAdmins(ctx context.Context, client *db.Client, ids ...uuid.UUID) (map[uuid.UUID]bool, error) {
	found, err := client.User.Query().Where(func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(s.C("id")).WriteString(" = ANY(").Arg(pq.Array(ids)).WriteString(")")
		}))
		s.Where(sql.ExprP(lastAdmin()))
	}).IDs(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for last administrators: %w", err)
	}
	last := make(map[uuid.UUID]bool, len(found))
	for _, id := range found {
		last[id] = true
	}
	return last, nil
}

// LastAdminMembers tells which of the memberships nobody can lose, in one
// statement: those of last administrators of a client account, and those by
// which a tenant's last administrator comes in.
func LastAdminMembers(ctx context.Context, client *db.Client, ids ...uuid.UUID) (map[uuid.UUID]bool, error) {
	return membersWhere(ctx, client, `(`+onlyClientAdmin("memberships")+` OR `+doorOfLastTenantAdmin()+`)`, ids)
}

// lastClientAdmins tells which of the memberships are those of last
// administrators of a client account, who must remain ADMIN.
func lastClientAdmins(ctx context.Context, client *db.Client, ids ...uuid.UUID) (map[uuid.UUID]bool, error) {
	return membersWhere(ctx, client, onlyClientAdmin("memberships"), ids)
}

func membersWhere(ctx context.Context, client *db.Client, condition string, ids []uuid.UUID) (map[uuid.UUID]bool, error) {
	found, err := client.Membership.Query().Where(anyOf[uuid.UUID]("id", ids), func(s *sql.Selector) {
		s.Where(sql.ExprP(condition))
	}).IDs(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for last administrators: %w", err)
	}
	last := make(map[uuid.UUID]bool, len(found))
	for _, id := range found {
		last[id] = true
	}
	return last, nil
}
