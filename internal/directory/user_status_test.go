package directory

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/request"
)

// signIn writes an open session.
func (h *house) signIn(u *db.User) uuid.UUID {
	h.t.Helper()
	s, err := h.DB.Client().Session.Create().SetAccountID(u.AccountID).SetUserID(u.ID).SetTokenHash([]byte("x")).
		SetLastSeenAt(h.Now()).SetProvenAt(h.Now()).SetExpiresAt(h.Now().Add(time.Hour)).SetCreatedAt(h.Now()).Save(h.system())
	h.must(err)
	return s.ID
}

func TestSuspendReactivate(t *testing.T) {
	h := setup(t)
	u := h.staff("eve@northwind.test", user.ResellerRoleRESELLER_SUPPORT)
	first, second := h.signIn(u), h.signIn(u)
	motive := user.SuspensionMotiveSECURITY_CONCERN
	ctx := request.WithInfo(h.ctx, request.Info{ID: "req-7", IP: "192.0.2.7"})
	s, err := h.UserSuspend(ctx, u.ID, Suspension{Motive: &motive, Reason: new(" left the key in the door "), ExpectedVersion: &u.Version})
	h.must(err)
	if s.Status != user.StatusSUSPENDED || *s.SuspensionMotive != motive || *s.SuspensionReason != "left the key in the door" ||
		*s.SuspendedBy != h.admin.ID || !s.SuspendedAt.Equal(h.Now()) || s.Version != u.Version+1 {
		t.Errorf("suspended: %+v", s)
	}
	if got := h.look("SELECT count(*)::text FROM sessions WHERE id IN ($1, $2) AND revoked_at IS NOT NULL", first, second); got != "2" {
		t.Errorf("%s of 2 sessions ended", got)
	}
	got := h.look(`SELECT concat_ws(' | ', actor_name, actor_email, actor_id = $2, target_type, target_name, changes, reason, request_id, ip, organization_id = $3)
		FROM audit_events WHERE target_id = $1 AND action = 'user.suspended'`, u.ID, h.admin.ID, h.root)
	want := `admin | admin@northwind.test | t | User | eve | [{"after": "SUSPENDED", "field": "status", "before": "ACTIVE"}, {"after": "SECURITY_CONCERN", "field": "suspensionMotive"}] | left the key in the door | req-7 | 192.0.2.7 | t`
	if got != want {
		t.Errorf("the log says\n%s\nwant\n%s", got, want)
	}
	r, err := h.UserReactivate(h.ctx, u.ID, &s.Version)
	h.must(err)
	if r.Status != user.StatusACTIVE || r.SuspensionMotive != nil || r.SuspensionReason != nil || r.SuspendedAt != nil || r.SuspendedBy != nil ||
		*r.ResellerRole != user.ResellerRoleRESELLER_SUPPORT {
		t.Errorf("reactivated: %+v", r)
	}
	if got := h.look("SELECT string_agg(kind || (args->>'version'), ' ' ORDER BY id) FROM river_job WHERE args->>'user_id' = $1::text", u.ID); got != "mail_suspended3 mail_reactivated4" {
		t.Errorf("mails %q", got)
	}
}

func TestStatusRefusals(t *testing.T) {
	h := setup(t)
	org, other := h.customer("Harbour", nil), h.customer("Other", nil)
	boss := h.join(org.ID, NewInvitation{Email: "boss@harbour.test", Access: membership.ClientAccessADMIN})
	tenant := h.join(org.ID, NewInvitation{Email: "tenant@harbour.test", UserType: new(user.UserTypeTENANT_ADMIN)})
	agent := h.join(org.ID, NewInvitation{Email: "agent@harbour.test", UserType: new(user.UserTypeAGENT)})
	stranger := h.join(other.ID, NewInvitation{Email: "boss@other.test", Access: membership.ClientAccessADMIN})
	support := h.staff("support@northwind.test", user.ResellerRoleRESELLER_SUPPORT)
	second := h.staff("second@northwind.test", user.ResellerRoleRESELLER_ADMIN)
	pendingID := h.invite(org.ID, NewInvitation{Email: "pending@harbour.test"})
	pending := uuid.MustParse(h.look("SELECT user_id::text FROM invitations WHERE id = $1", pendingID))
	suspended := h.join(org.ID, NewInvitation{Email: "away@harbour.test"})
	suspended, err := h.UserSuspend(h.ctx, suspended.ID, Suspension{})
	h.must(err)
	gone := h.join(org.ID, NewInvitation{Email: "gone@harbour.test"})
	h.must(h.UserDelete(h.ctx, gone.ID, Deletion{ConfirmEmail: "Gone@harbour.test"}))
	h.must(errOf(h.UserSuspend(h.ctx, second.ID, Suspension{}))) // so that the administrator is the last active one
	colleague := h.as(h.join(h.root, NewInvitation{Email: "users@northwind.test", RoleIDs: []uuid.UUID{h.systemRole("user.admin")}}))

	suspend := func(ctx context.Context, id uuid.UUID) func() error {
		return func() error { return errOf(h.UserSuspend(ctx, id, Suspension{})) }
	}
	reactivate := func(ctx context.Context, id uuid.UUID) func() error {
		return func() error { return errOf(h.UserReactivate(ctx, id, nil)) }
	}
	remove := func(ctx context.Context, id uuid.UUID, address string) func() error {
		return func() error { return h.UserDelete(ctx, id, Deletion{ConfirmEmail: address}) }
	}
	bossCtx, tenantCtx, agentCtx, supportCtx := h.as(boss), h.as(tenant), h.as(agent), h.as(support)
	for name, c := range map[string]struct {
		change func() error
		want   string
	}{
		"suspend oneself":               {suspend(h.ctx, h.admin.ID), "SELF_FORBIDDEN at id"},
		"delete oneself":                {remove(h.ctx, h.admin.ID, h.admin.Email), "SELF_FORBIDDEN at id"},
		"reactivate oneself":            {reactivate(h.ctx, h.admin.ID), "SELF_FORBIDDEN at id"},
		"suspend the last reseller":     {suspend(colleague, h.admin.ID), "LAST_ADMIN at id"},
		"delete the last reseller":      {remove(colleague, h.admin.ID, h.admin.Email), "LAST_ADMIN at id"},
		"suspend the last tenant admin": {suspend(bossCtx, tenant.ID), "LAST_ADMIN at id"},
		"suspend the last client admin": {suspend(tenantCtx, boss.ID), "LAST_ADMIN at id"},
		"delete the last client admin":  {remove(h.ctx, boss.ID, boss.Email), "LAST_ADMIN at id"},
		"suspend a pending user":        {suspend(h.ctx, pending), "WRONG_STATE at id"},
		"suspend twice":                 {suspend(h.ctx, suspended.ID), "WRONG_STATE at id"},
		"reactivate an active user":     {reactivate(h.ctx, agent.ID), "WRONG_STATE at id"},
		"reactivate a pending user":     {reactivate(h.ctx, pending), "WRONG_STATE at id"},
		"suspend a deleted user":        {suspend(h.ctx, gone.ID), "NOT_FOUND at id"},
		"reactivate a deleted user":     {reactivate(h.ctx, gone.ID), "NOT_FOUND at id"},
		"delete a deleted user":         {remove(h.ctx, gone.ID, ""), "NOT_FOUND at id"},
		"an unknown user":               {suspend(h.ctx, schema.NewID()), "NOT_FOUND at id"},
		"the nil user":                  {suspend(h.ctx, uuid.Nil), "NOT_FOUND at id"},
		"delete by another address":     {remove(h.ctx, agent.ID, "boss@harbour.test"), "INVALID at input.confirmEmail"},
		"delete without an address":     {remove(h.ctx, agent.ID, ""), "INVALID at input.confirmEmail"},
		"an agent suspends":             {suspend(agentCtx, boss.ID), "NOT_FOUND at id"},
		"support suspends a client":     {suspend(supportCtx, agent.ID), "FORBIDDEN"},
		"support suspends staff":        {suspend(supportCtx, second.ID), "NOT_FOUND at id"},
		"another customer's user":       {suspend(bossCtx, stranger.ID), "NOT_FOUND at id"},
		"a customer suspends staff":     {suspend(bossCtx, support.ID), "NOT_FOUND at id"},
		"a long reason": {func() error {
			return errOf(h.UserSuspend(h.ctx, agent.ID, Suspension{Reason: new(strings.Repeat("x", maxReason+1))}))
		}, "TOO_LONG at input.reason"},
		"a reason with NUL": {func() error {
			return h.UserDelete(h.ctx, agent.ID, Deletion{ConfirmEmail: agent.Email, Reason: new("\x00")})
		}, "INVALID at input.reason"},
		"a stale suspension": {func() error {
			return errOf(h.UserSuspend(h.ctx, agent.ID, Suspension{ExpectedVersion: new(agent.Version - 1)}))
		}, "STALE at input.expectedVersion"},
		"a stale reactivation": {func() error {
			return errOf(h.UserReactivate(h.ctx, suspended.ID, new(suspended.Version+1)))
		}, "STALE at input.expectedVersion"},
		"a stale deletion": {func() error {
			return h.UserDelete(h.ctx, agent.ID, Deletion{ConfirmEmail: agent.Email, ExpectedVersion: new(0)})
		}, "STALE at input.expectedVersion"},
	} {
		t.Log(name)
		h.refused(c.want, c.change)
	}
}

func TestDelete(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	u := h.join(org.ID, NewInvitation{Email: "ada@harbour.test", FirstName: new("Ada"), LastName: new("Lovelace"), Modules: []string{"REPORTS"}})
	h.must(errOf(h.UserUpdate(h.ctx, u.ID, UserPatch{Phone: given("+4930901820"), ExternalID: given("X-1"), Timezone: given("Europe/Berlin"), Locale: given("de")})))
	open := h.signIn(u)
	h.must(h.UserDelete(h.ctx, u.ID, Deletion{ConfirmEmail: " ADA@harbour.test", Reason: new("moved on")}))
	got := h.reload(u)
	if got.Status != user.StatusDELETED || got.Email+got.EmailKey+got.FirstName+got.LastName+got.DisplayName+got.SortName+got.SearchText != "" ||
		got.Phone != nil || got.ExternalID != nil || got.Timezone != nil || got.Locale != nil || got.PasswordHash != nil || *got.DeletedBy != h.admin.ID {
		t.Errorf("the tombstone holds %+v", got)
	}
	for query, want := range map[string]string{
		"SELECT status FROM memberships WHERE user_id = '" + u.ID.String() + "'":                                     "REMOVED",
		"SELECT count(*)::text FROM login_directories WHERE id = '" + u.ID.String() + "'":                            "0",
		"SELECT (revoked_at IS NOT NULL)::text FROM sessions WHERE id = '" + open.String() + "'":                     "true",
		"SELECT target_name || ' ' || reason FROM audit_events WHERE action = 'user.deleted'":                        "Ada Lovelace moved on",
		"SELECT changes->1->>'before' FROM audit_events WHERE action = 'user.deleted'":                               "ada@harbour.test",
		"SELECT string_agg(DISTINCT actor_name, ',') FROM audit_events WHERE action = 'user.deleted'":                "admin",
		"SELECT actor_name FROM audit_events WHERE action = 'user.activated' AND actor_id = '" + u.ID.String() + "'": "Ada Lovelace",
	} {
		if got := h.look(query); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
	// The address and the external id are free, for another person.
	again := h.join(org.ID, NewInvitation{Email: "ada@harbour.test"})
	if again.ID == u.ID {
		t.Error("the deleted user came back")
	}
	h.must(errOf(h.UserUpdate(h.ctx, again.ID, UserPatch{ExternalID: given("X-1")})))

	// A waiting user goes with the invitation.
	id := h.invite(org.ID, NewInvitation{Email: "bob@harbour.test"})
	waiting := uuid.MustParse(h.look("SELECT user_id::text FROM invitations WHERE id = $1", id))
	h.must(h.UserDelete(h.ctx, waiting, Deletion{ConfirmEmail: "bob@harbour.test"}))
	if got := h.look("SELECT status FROM invitations WHERE id = $1", id); got != "REVOKED" {
		t.Errorf("the invitation is %s", got)
	}
}

// Two administrators who unseat each other at once: one of them stays.
func TestAdministratorsUnseatEachOther(t *testing.T) {
	h := setup(t)
	a := h.admin
	b := h.staff("b@northwind.test", user.ResellerRoleRESELLER_ADMIN)
	for round := range 6 {
		ctxA, ctxB := h.as(a), h.as(b)
		var results [2]string
		var wg sync.WaitGroup
		wg.Go(func() { results[0] = refusal(errOf(h.UserSuspend(ctxA, b.ID, Suspension{}))) })
		wg.Go(func() {
			if round == 5 {
				results[1] = refusal(h.UserDelete(ctxB, a.ID, Deletion{ConfirmEmail: a.Email}))
				return
			}
			results[1] = refusal(errOf(h.UserSuspend(ctxB, a.ID, Suspension{})))
		})
		wg.Wait()
		if (results[0] == "") == (results[1] == "") || results[0]+results[1] != "UNAUTHENTICATED" {
			t.Fatalf("round %d: %q", round, results)
		}
		if n := h.look("SELECT count(*)::text FROM users WHERE reseller_role = 'RESELLER_ADMIN' AND status = 'ACTIVE'"); n != "1" {
			t.Fatalf("%s active administrators", n)
		}
		for ctx, loser := range map[context.Context]*db.User{ctxA: b, ctxB: a} {
			if h.reload(loser).Status == user.StatusSUSPENDED {
				h.must(errOf(h.UserReactivate(ctx, loser.ID, nil)))
			}
		}
	}
}
