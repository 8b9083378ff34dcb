package graph

import (
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"tenantry/graph/model"
	"tenantry/internal/connection"
)

// invitationWhere is the condition of a filter on invitations at an instant,
// by which an open invitation is pending or expired.
func invitationWhere(w *model.InvitationWhereInput, now time.Time) (connection.Filter, error) {
	p := newPlace()
	f := invitationConditions(p, w, now)
	return f, p.fault()
}

func invitationConditions(p place, w *model.InvitationWhereInput, now time.Time) connection.Filter {
	if w == nil {
		return nil
	}
	and := []connection.Filter{
		logic(p, w.And, w.Or, w.Not, func(p place, w *model.InvitationWhereInput) connection.Filter {
			return invitationConditions(p, w, now)
		}),
		p.ids("id", "id", invitationPrefix, w.ID.Value()),
		p.ids("organizationId", "organization_id", organizationPrefix, w.OrganizationID.Value()),
		p.text("email", "email_key", w.Email.Value(), strings.ToLower),
		p.instant("expiresAt", "expires_at", w.ExpiresAt.Value()),
		p.instant("createdAt", "created_at", w.CreatedAt.Value()),
	}
	if status := w.Status.Value(); status != nil {
		in, notIn := status.In.Value(), status.NotIn.Value()
		connection.Enum(p.Budget, "status", "status", in, notIn) // for the budget
		if in != nil {
			and = append(and, inStatus(in, now))
		}
		if notIn != nil {
			and = append(and, connection.Not(inStatus(notIn, now)))
		}
	}
	return connection.And(and...)
}

// inStatus is the condition that an invitation is in one of the states.
func inStatus(states []model.InvitationStatus, now time.Time) connection.Filter {
	or := make([]connection.Filter, len(states))
	for i, state := range states {
		switch state {
		case model.InvitationStatusPending:
			or[i] = connection.And(constant("status", "=", "PENDING"), sql.FieldGT("expires_at", now))
		case model.InvitationStatusExpired:
			or[i] = connection.And(constant("status", "=", "PENDING"), sql.FieldLTE("expires_at", now))
		default:
			or[i] = constant("status", "=", string(state))
		}
	}
	return connection.Or(or...)
}
