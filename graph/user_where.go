package graph

import (
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
)

// userWhere is the condition of a filter on users.
func userWhere(w *model.UserWhereInput) (connection.Filter, error) {
	p := newPlace()
	f := userConditions(p, w)
	return f, p.fault()
}

func userConditions(p place, w *model.UserWhereInput) connection.Filter {
	if w == nil {
		return nil
	}
	status, staff, kind := w.Status.Value(), w.ResellerRole.Value(), w.UserType.Value()
	and := []connection.Filter{
		logic(p, w.And, w.Or, w.Not, userConditions),
		p.ids("id", "id", userPrefix, w.ID.Value()),
		p.ids("organizationId", "organization_id", organizationPrefix, w.OrganizationID.Value()),
		p.idsBy("roleId", rolePrefix, w.RoleID.Value(), holdingRole),
		memberConditions(p, w),
		p.twoFactor(w.TwoFactorEnabled.Value()),
		p.text("email", "email_key", w.Email.Value(), strings.ToLower),
		p.text("displayName", "sort_name", w.DisplayName.Value(), directory.Fold),
		p.text("externalId", "external_id", w.ExternalID.Value(), exactly),
		p.instant("lastLoginAt", "last_login_at", w.LastLoginAt.Value()),
		p.instant("lastActivityAt", "last_activity_at", w.LastActivityAt.Value()),
		p.instant("createdAt", "created_at", w.CreatedAt.Value()),
	}
	if status != nil {
		and = append(and, enum(p, "status", "status", status.In, status.NotIn))
	}
	if staff != nil {
		and = append(and, enum(p, "resellerRole", "reseller_role", staff.In, staff.NotIn))
	}
	if kind != nil {
		and = append(and, enum(p, "userType", "user_type", kind.In, kind.NotIn))
	}
	return connection.And(and...)
}

// holdingRole holds for users with one of the roles, however they come by it:
// by the role of staff, by the user type, by a membership or by assignment, as
// in User.roles. Every row is tied to the reseller of the user, whom the
// tenant scope has tied already.
func holdingRole(roles []uuid.UUID) connection.Filter {
	return func(s *sql.Selector) {
		reseller, id := s.C("reseller_id"), s.C("id")
		s.Where(sql.P(func(b *sql.Builder) {
			b.WriteString(`EXISTS (SELECT FROM "roles" AS "ro" WHERE "ro"."reseller_id" = `).Ident(reseller).
				WriteString(` AND "ro"."id" = ANY(`).Arg(array(roles)).
				WriteString(`) AND ("ro"."system" AND "ro"."key" IN (lower(`).Ident(s.C("reseller_role")).
				WriteString(`), lower(`).Ident(s.C("user_type")).
				WriteString(`)) OR "ro"."system" AND EXISTS (SELECT FROM "memberships" AS "me" WHERE "me"."reseller_id" = `).Ident(reseller).
				WriteString(` AND "me"."user_id" = `).Ident(id).
				WriteString(` AND "me"."status" = 'ACTIVE' AND 'client_' || lower("me"."client_access") = "ro"."key")`).
				WriteString(` OR EXISTS (SELECT FROM "role_assignments" AS "ra" WHERE "ra"."reseller_id" = `).Ident(reseller).
				WriteString(` AND "ra"."user_id" = `).Ident(id).
				WriteString(` AND "ra"."role_id" = "ro"."id")))`)
		}))
	}
}
