package graph

import (
	"time"

	"entgo.io/ent/dialect/sql"

	"tenantry/graph/model"
	"tenantry/internal/connection"
)

// impersonationWhere is the condition of a filter on impersonations at an
// instant, by which one that is not over has expired or not.
func impersonationWhere(w *model.ImpersonationWhereInput, now time.Time) (connection.Filter, error) {
	if w == nil {
		return nil, nil
	}
	p := newPlace()
	and := []connection.Filter{
		p.ids("organizationId", "organization_id", organizationPrefix, w.OrganizationID.Value()),
		p.ids("actorId", "actor_id", userPrefix, w.ActorID.Value()),
		p.ids("userId", "user_id", userPrefix, w.UserID.Value()),
		p.instant("createdAt", "created_at", w.CreatedAt.Value()),
	}
	if status := w.Status.Value(); status != nil {
		in, notIn := status.In.Value(), status.NotIn.Value()
		connection.Enum(p.Budget, "status", "status", in, notIn) // for the budget
		if in != nil {
			and = append(and, impersonationStates(in, now))
		}
		if notIn != nil {
			and = append(and, connection.Not(impersonationStates(notIn, now)))
		}
	}
	return connection.And(and...), p.fault()
}

// impersonationStates is the condition of being in one of the states.
func impersonationStates(states []model.ImpersonationStatus, now time.Time) connection.Filter {
	or := make([]connection.Filter, len(states))
	for i, state := range states {
		is := constant("status", "=", string(state))
		switch state {
		case model.ImpersonationStatusExpired:
			over := connection.Or(constant("status", "=", "DENIED"), constant("status", "=", "ENDED"))
			or[i] = connection.And(connection.Not(over), sql.FieldLTE("expires_at", now))
		case model.ImpersonationStatusDenied, model.ImpersonationStatusEnded:
			or[i] = is
		default:
			or[i] = connection.And(is, sql.FieldGT("expires_at", now))
		}
	}
	return connection.Or(or...)
}
