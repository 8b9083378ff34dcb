package directory

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// bulkOrder is what is done to each user; a job keeps it as its input.
type bulkOrder struct {
	Action BulkAction             `json:"action"`
	Motive *user.SuspensionMotive `json:"motive,omitempty"`
	Reason *string                `json:"reason,omitempty"`
	Until  *time.Time             `json:"until,omitempty"`
}

func (in BulkChange) order() bulkOrder {
	return bulkOrder{Action: in.Action, Motive: in.Motive, Reason: in.Reason, Until: in.Until}
}

// bulkOne does to one user what the mutation for one does, by the same code.
// It writes nothing when it refuses.
func (s *Service) bulkOne(ctx context.Context, tx *database.Tx, o bulkOrder, id uuid.UUID) error {
	switch o.Action {
	case BulkSuspend:
		in, err := Suspension{Motive: o.Motive, Reason: o.Reason, Until: o.Until}.checked(s.Now()) // a job may come late
		if err != nil {
			return err
		}
		return s.suspend(ctx, tx, id, in)
	case BulkReactivate:
		return s.reactivate(ctx, tx, id, nil)
	case BulkDelete:
		u, err := s.userForChange(ctx, tx, authz.UserActionDelete, id, nil)
		if err != nil {
			return err
		}
		return s.remove(ctx, tx, u, o.Reason)
	case BulkEndSessions:
		return s.endSessions(ctx, tx, id)
	case BulkSendActivation:
		return s.sendActivation(ctx, tx, id)
	}
	return fault.Refuse(fault.Invalid, "input.action", "There is no such action.")
}

// refusedAt splits what bulkOne returned: a refusal is moved to where the user
// stands in the request, anything else stays an error.
func refusedAt(err error, at []string) (fault.Refusals, error) {
	if err == nil {
		return nil, nil
	}
	if denied, ok := errors.AsType[*fault.Error](err); ok && denied.Kind == fault.Forbidden {
		return fault.Refusals{{Code: fault.NotAllowed, Message: denied.Message, Path: at}}, nil
	}
	refused, ok := errors.AsType[fault.Refusals](err)
	if !ok {
		return nil, err
	}
	refused = slices.Clone(refused)
	for i, r := range refused {
		if len(r.Path) > 0 && r.Path[0] == "id" {
			refused[i].Path = slices.Concat(at, r.Path[1:])
		} else if len(at) == 0 && len(r.Path) > 0 && r.Path[0] == "input" {
			refused[i].Path = r.Path[1:]
		}
	}
	return refused, nil
}
