package directory

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"tenantry/authz"
	"tenantry/ent/db/user"
)

// A role for an hour is told twice, however many sweep, and is forgotten after
// thirty days.
func TestSweepRoleGrants(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	agent := h.join(org.ID, NewInvitation{Email: "agent@harbour.test", UserType: new(user.UserTypeAGENT)})
	r, err := h.RoleCreate(h.ctx, NewRole{OrganizationID: org.ID, Name: "Night", Permissions: []authz.Permission{authz.BotRead}})
	h.must(err)
	h.setRoles(h.ctx, agent, RolesWish{Grants: &[]GrantWish{{RoleID: r.ID, StartsAt: new(h.Now().Add(time.Hour)), ExpiresAt: new(h.Now().Add(2 * time.Hour))}}})
	h.must(errOf(h.RoleTwoFactorSet(h.ctx, r.ID, true)))
	h.clock.advance(10 * time.Minute) // a session lasts an hour
	h.signIn(agent)
	for i, want := range []struct {
		after time.Duration
		told  int64
		log   string
	}{
		{20 * time.Minute, 0, "0"}, {30 * time.Minute, 1, "1"}, {time.Minute, 0, "1"}, {59 * time.Minute, 1, "2"}, {time.Minute, 0, "2"},
		{31 * 24 * time.Hour, 0, "2"},
	} {
		h.clock.advance(want.after)
		var told atomic.Int64
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				n, err := h.SweepRoleGrants(t.Context(), h.reseller)
				if err != nil {
					t.Error(err)
				}
				told.Add(int64(n))
			})
		}
		wg.Wait()
		if told.Load() != want.told {
			t.Errorf("step %d: %d told, want %d", i, told.Load(), want.told)
		}
		if got := h.look("SELECT count(*)::text FROM audit_events WHERE action = 'user.roles_changed' AND actor_id IS NULL AND target_id = $1", agent.ID); got != want.log {
			t.Errorf("step %d: %s lines, want %s", i, got, want.log)
		}
	}
	for query, want := range map[string]string{
		"SELECT count(*)::text FROM role_assignments":                                       "0",
		"SELECT count(*)::text FROM river_job WHERE kind = 'mail_role_changed'":             "3",
		"SELECT string_agg(revoked_reason, ',') FROM sessions WHERE revoked_at IS NOT NULL": reasonSecondFactor,
	} {
		if got := h.look(query); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
}
