package directory

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/ent/db"
)

// lastAdmin holds for an active user without whom nobody active would be left
// as administrator of the reseller, of a tenant, or of a client account.
// Every table is tied to the user's reseller, as a sharded database needs.
// OFFSET 0 keeps PostgreSQL from turning a look for one row into a hash of the
// whole table, which it prefers because it does not know how few users ask.
const lastAdmin = `"users"."status" = 'ACTIVE' AND (
  ("users"."reseller_role" = 'RESELLER_ADMIN' AND NOT EXISTS (
    SELECT FROM "users" AS "o" WHERE "o"."reseller_id" = "users"."reseller_id"
      AND "o"."reseller_role" = 'RESELLER_ADMIN' AND "o"."status" = 'ACTIVE' AND "o"."id" <> "users"."id" OFFSET 0))
  OR ("users"."user_type" = 'TENANT_ADMIN' AND NOT EXISTS (
    SELECT FROM "users" AS "o" WHERE "o"."reseller_id" = "users"."reseller_id"
      AND "o"."organization_id" = "users"."organization_id"
      AND "o"."user_type" = 'TENANT_ADMIN' AND "o"."status" = 'ACTIVE' AND "o"."id" <> "users"."id" OFFSET 0))
  OR EXISTS (
    SELECT FROM "memberships" AS "m" WHERE "m"."reseller_id" = "users"."reseller_id"
      AND "m"."user_id" = "users"."id" AND "m"."client_access" = 'ADMIN' AND "m"."status" = 'ACTIVE'
      AND NOT EXISTS (
        SELECT FROM "memberships" AS "n"
        JOIN "users" AS "o" ON "o"."reseller_id" = "n"."reseller_id" AND "o"."id" = "n"."user_id"
        WHERE "n"."reseller_id" = "m"."reseller_id" AND "n"."organization_id" = "m"."organization_id"
          AND "n"."client_access" = 'ADMIN' AND "n"."status" = 'ACTIVE'
          AND "n"."user_id" <> "m"."user_id" AND "o"."status" = 'ACTIVE' OFFSET 0) OFFSET 0))`

// LastAdmins tells which of the users are last administrators, in one
// statement. The buttons of a list and the mutations both ask here.
func LastAdmins(ctx context.Context, client *db.Client, ids ...uuid.UUID) (map[uuid.UUID]bool, error) {
	found, err := client.User.Query().Where(func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(s.C("id")).WriteString(" = ANY(").Arg(pq.Array(ids)).WriteString(")")
		}))
		s.Where(sql.ExprP(lastAdmin))
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

// lastAdminMember holds for the membership of an active administrator without
// whom the organization would have none.
const lastAdminMember = `"memberships"."client_access" = 'ADMIN' AND "memberships"."status" = 'ACTIVE' AND EXISTS (
    SELECT FROM "users" AS "u" WHERE "u"."reseller_id" = "memberships"."reseller_id"
      AND "u"."id" = "memberships"."user_id" AND "u"."status" = 'ACTIVE' OFFSET 0)
  AND NOT EXISTS (
    SELECT FROM "memberships" AS "n"
    JOIN "users" AS "o" ON "o"."reseller_id" = "n"."reseller_id" AND "o"."id" = "n"."user_id"
    WHERE "n"."reseller_id" = "memberships"."reseller_id" AND "n"."organization_id" = "memberships"."organization_id"
      AND "n"."client_access" = 'ADMIN' AND "n"."status" = 'ACTIVE'
      AND "n"."user_id" <> "memberships"."user_id" AND "o"."status" = 'ACTIVE' OFFSET 0)`

// LastAdminMembers tells which of the memberships are those of last
// administrators, in one statement.
func LastAdminMembers(ctx context.Context, client *db.Client, ids ...uuid.UUID) (map[uuid.UUID]bool, error) {
	found, err := client.Membership.Query().Where(anyOf[uuid.UUID]("id", ids), func(s *sql.Selector) {
		s.Where(sql.ExprP(lastAdminMember))
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
