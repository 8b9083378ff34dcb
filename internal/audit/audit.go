// Package audit answers who did what to whom: it writes one line of the log in
// the transaction of the change itself. Names are frozen, so that a line reads
// the same after the user or the organization is gone.
package audit

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/live"
	"tenantry/internal/request"
)

// Change is one changed property; values that are secret never stand in it.
type Change = schema.AuditChange

// Actor is a person as known at that moment.
type Actor struct {
	ID    uuid.UUID
	Name  string
	Email string
}

// Event is one line of the log. Who, from where and under which request is
// read from the context; Actor overrides who, for callers not signed in.
type Event struct {
	At             time.Time
	Action         string    // stable key: noun, dot, past tense
	OrganizationID uuid.UUID // organization the target belongs to
	AccountID      uuid.UUID // account of that organization
	TargetType     string    // name of the type in the API
	TargetID       uuid.UUID
	TargetName     string
	UserID         uuid.UUID // the user whom the change concerns as well, when the target is another row
	UserMade       bool      // that user did not exist before
	Changes        []Change
	Reason         *string
	Actor          *Actor
}

// Record writes events in the transaction, one statement for all of them. Those
// who follow the log, or the rows that were changed, hear of it.
func Record(ctx context.Context, tx *database.Tx, events ...Event) error {
	if len(events) == 0 {
		return nil
	}
	info, viewer := request.FromContext(ctx), authz.FromContext(ctx)
	ids := make([]uuid.UUID, len(events))
	create := tx.Client.AuditEvent.MapCreateBulk(events, func(c *db.AuditEventCreate, i int) {
		e := events[i]
		actor := e.Actor
		if actor == nil && viewer != nil {
			actor = &Actor{ID: viewer.UserID, Name: viewer.DisplayName, Email: viewer.Email}
		}
		if viewer != nil && viewer.Impersonation != nil && actor.ID == viewer.UserID {
			// Done by staff in a customer's name: the log names both.
			c.SetOnBehalfOfID(actor.ID).SetOnBehalfOfName(actor.Name)
			as := viewer.Impersonation
			actor = &Actor{ID: as.ActorID, Name: as.ActorName, Email: as.ActorEmail}
		}
		if actor != nil {
			c.SetActorID(actor.ID).SetActorName(actor.Name).SetActorEmail(actor.Email)
		}
		if e.Changes == nil {
			e.Changes = []Change{}
		}
		ids[i] = schema.NewID()
		c.SetID(ids[i]).SetCreatedAt(e.At).SetAction(e.Action).
			SetOrganizationID(e.OrganizationID).SetAccountID(e.AccountID).
			SetTargetType(e.TargetType).SetTargetID(e.TargetID).SetTargetName(e.TargetName).
			SetChanges(e.Changes).SetNillableReason(e.Reason).
			SetRequestID(info.ID).SetIP(info.IP)
	})
	if err := create.Exec(ctx); err != nil {
		return fmt.Errorf("write audit events: %w", err)
	}
	return live.Publish(ctx, tx, changes(events, ids)...)
}

// changes are what a follower of rows is told of events; ids are those of
// their lines.
func changes(events []Event, ids []uuid.UUID) []live.Event {
	out := make([]live.Event, 0, 2*len(events))
	for i, e := range events {
		at := live.Event{Account: e.AccountID, Organization: e.OrganizationID}
		tell := func(kind live.Type, id uuid.UUID, change live.Change) {
			at.Type, at.ID, at.Change = kind, id, change
			out = append(out, at)
		}
		if e.TargetType != string(live.AuditEvent) {
			tell(live.Type(e.TargetType), e.TargetID, changeOf(e.Action))
		}
		if e.UserID != uuid.Nil {
			change := live.Updated // whatever became of the target
			if e.UserMade {
				change = live.Created
			}
			tell(live.User, e.UserID, change)
		}
		tell(live.AuditEvent, ids[i], live.Created)
	}
	return out
}

// changeOf reads the last word of an action.
func changeOf(action string) live.Change {
	_, word, _ := strings.Cut(action, ".")
	switch word {
	case "created":
		return live.Created
	case "deleted", "removed": // a user who is still seen elsewhere has only changed
		return live.Deleted
	}
	return live.Updated
}

// Diff lists a property when it changed; nil stands for no value.
func Diff(field string, before, after *string) []Change {
	if before == nil && after == nil || before != nil && after != nil && *before == *after {
		return nil
	}
	return []Change{{Field: field, Before: before, After: after}}
}

// Text is Diff for properties that always have a value; empty means none.
func Text(field, before, after string) []Change {
	opt := func(s string) *string {
		if s == "" {
			return nil
		}
		return &s
	}
	return Diff(field, opt(before), opt(after))
}
