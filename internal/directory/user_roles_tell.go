package directory

import (
	"context"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
)

// tellLost writes for each user that a role was taken or has ended: the audit
// line, the sessions that go on without it, and the mail. The users are as
// before the change, which added one to their versions.
func (s *Service) tellLost(ctx context.Context, tx *database.Tx, actor *uuid.UUID, users []*db.User, role string) error {
	return s.tellRoles(ctx, tx, actor, users, nil, []string{role})
}

// tellRoles is tellLost for roles that began as well.
func (s *Service) tellRoles(ctx context.Context, tx *database.Tx, actor *uuid.UUID, users []*db.User, added, removed []string) error {
	var changes []audit.Change
	for _, name := range removed {
		changes = append(changes, audit.Text("grants", name, "")...)
	}
	for _, name := range added {
		changes = append(changes, audit.Text("grants", "", name)...)
	}
	events, mails := make([]audit.Event, len(users)), []river.JobArgs{}
	for i, u := range users {
		events[i] = userEvent(u, s.Now(), "user.roles_changed", changes, nil)
		if u.Status != user.StatusPENDING { // who has never been inside has noticed nothing
			mails = append(mails, RoleChangedMail{
				ResellerID: u.ResellerID, UserID: u.ID, Version: u.Version + 1, Added: added, Removed: removed, ActorID: actor,
			})
		}
		if err := s.Sessions.Changed(ctx, tx, u.ID); err != nil {
			return err
		}
	}
	if err := audit.Record(ctx, tx, events...); err != nil {
		return err
	}
	if len(mails) == 0 {
		return nil
	}
	return s.enqueue(ctx, tx, mails...)
}
