package audit

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"tenantry/internal/live"
)

// A user whom an event concerns besides its target was made only when the
// event says so: a removed member who is invited again has changed.
func TestChanges(t *testing.T) {
	t.Parallel()
	invitation, user, line := uuid.New(), uuid.New(), uuid.New()
	for name, c := range map[string]struct {
		event Event
		want  live.Change
	}{
		"invited":       {Event{Action: "invitation.created", UserMade: true}, live.Created},
		"invited again": {Event{Action: "invitation.created"}, live.Updated},
		"resent":        {Event{Action: "invitation.resent"}, live.Updated},
	} {
		c.event.TargetType, c.event.TargetID, c.event.UserID = "Invitation", invitation, user
		want := []live.Event{
			{Type: live.Invitation, ID: invitation, Change: changeOf(c.event.Action)},
			{Type: live.User, ID: user, Change: c.want},
			{Type: live.AuditEvent, ID: line, Change: live.Created},
		}
		if diff := cmp.Diff(want, changes([]Event{c.event}, []uuid.UUID{line})); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}
