package directory

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/mail"
)

// member is the membership of a user in an organization.
func (h *house) member(u *db.User, org uuid.UUID) *db.Membership {
	h.t.Helper()
	m, err := h.DB.Client().Membership.Query().Where(membership.UserID(u.ID), membership.OrganizationID(org)).Only(h.system())
	h.must(err)
	return m
}

func (h *house) modulesOf(m *db.Membership) string {
	h.t.Helper()
	return h.look("SELECT string_agg(module, ' ' ORDER BY module) FROM module_grants WHERE membership_id = $1", m.ID)
}

func TestMemberUpdate(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	north := h.subAccount(org, "North")
	boss := h.join(org.ID, NewInvitation{Email: "boss@harbour.test", Access: membership.ClientAccessADMIN})
	mate := h.join(org.ID, NewInvitation{Email: "mate@harbour.test", Modules: []string{"CAMPAIGNS", "REPORTS"}})
	m, ctx := h.member(mate, org.ID), h.as(boss)

	updated, err := h.MemberUpdate(ctx, m.ID, MembershipPatch{
		ExpectedVersion: &m.Version, Modules: given([]string{"REPORTS", "CONTACTS", "CONTACTS"}), SubAccountIDs: given([]uuid.UUID{north.ID}),
	})
	h.must(err)
	if got := h.modulesOf(m); got != "CONTACTS REPORTS" || updated.Version != m.Version+1 {
		t.Errorf("modules %q, version %d", got, updated.Version)
	}
	again, err := h.MemberUpdate(ctx, m.ID, MembershipPatch{Modules: given([]string{"CONTACTS", "REPORTS"})})
	h.must(err)
	if again.Version != updated.Version {
		t.Error("what changes nothing was written")
	}
	// As an administrator he needs no grants, and has those of before when he is none any more.
	h.must(errOf(h.MemberUpdate(ctx, m.ID, MembershipPatch{Access: new(membership.ClientAccessADMIN)})))
	if h.reload(mate).RoleRank != 32 {
		t.Error("the rank of the administrator is not his")
	}
	h.must(errOf(h.MemberUpdate(ctx, m.ID, MembershipPatch{Access: new(membership.ClientAccessUSER)})))
	if got := h.modulesOf(m); got != "CONTACTS REPORTS" || h.reload(mate).RoleRank != 50 {
		t.Errorf("modules %q, rank %d", got, h.reload(mate).RoleRank)
	}
	got := h.look(`SELECT string_agg(concat(action, ' ', organization_id = $2, ' ', (SELECT string_agg(concat(c->>'field', ':', c->>'before', '->', c->>'after'), ' ') FROM jsonb_array_elements(changes) c)), E'\n' ORDER BY created_at, id)
		FROM audit_events WHERE target_id = $1 AND action LIKE 'membership.%'`, mate.ID, org.ID)
	want := "membership.updated t modules:CAMPAIGNS, REPORTS->CONTACTS, REPORTS subAccounts:->North\n" +
		"membership.updated t access:USER->ADMIN\nmembership.updated t access:ADMIN->USER"
	if got != want {
		t.Errorf("the log says\n%s", got)
	}
	if got := h.look("SELECT count(*)::text FROM river_job WHERE kind = 'mail_role_changed'"); got != "2" {
		t.Errorf("%s mails about roles", got)
	}
}

func TestMemberLifecycle(t *testing.T) {
	h := setup(t)
	seats := 3
	org := h.customer("Harbour", &seats)
	boss := h.join(org.ID, NewInvitation{Email: "boss@harbour.test", Access: membership.ClientAccessADMIN})
	mate := h.join(org.ID, NewInvitation{Email: "mate@harbour.test", Modules: []string{"REPORTS"}})
	m, ctx := h.member(mate, org.ID), h.as(boss)
	session := h.signIn(mate)

	d, err := h.MemberDeactivate(ctx, m.ID, MembershipEnd{Reason: new(" on leave "), ExpectedVersion: &m.Version})
	h.must(err)
	if d.Status != membership.StatusDEACTIVATED || h.reload(mate).Status != user.StatusACTIVE {
		t.Errorf("deactivated: %+v", d)
	}
	if h.look("SELECT revoked_reason FROM sessions WHERE id = $1", session) != "MEMBERSHIP_ENDED" {
		t.Error("who is active nowhere is still signed in")
	}
	h.join(org.ID, NewInvitation{Email: "third@harbour.test"})
	full := NewInvitations{OrganizationID: org.ID, Items: []NewInvitation{{Email: "fourth@harbour.test"}}, DryRun: true}
	if v, err := h.InvitationsCreate(h.ctx, full); err != nil || v[0].Outcome != NoSeat {
		t.Errorf("a deactivated member takes no seat: %v %v", v, err)
	}
	r, err := h.MemberReactivate(ctx, m.ID, &d.Version)
	h.must(err)
	if r.Status != membership.StatusACTIVE || h.modulesOf(m) != "REPORTS" {
		t.Errorf("reactivated: %+v", r)
	}
	u, err := h.MemberRemove(ctx, m.ID, MembershipEnd{Reason: new("left the company")})
	h.must(err)
	ended := h.member(mate, org.ID)
	if u.ID != mate.ID || ended.Status != membership.StatusREMOVED || !ended.EndedAt.Equal(h.Now()) || h.modulesOf(m) != "" {
		t.Errorf("removed: %+v", ended)
	}
	if v, err := h.InvitationsCreate(h.ctx, full); err != nil || v[0].Outcome != Invited {
		t.Errorf("a removed member takes a seat: %v %v", v, err)
	}
	l, err := (&post{Service: h.Service}).membershipRemoved(h.system(), MembershipRemovedMail{ResellerID: h.reseller, MembershipID: m.ID})
	h.must(err)
	if letter, ok := l.mail.(mail.MembershipRemoved); !ok || letter.Reason != "left the company" || letter.Organization != "Harbour" || !letter.LastWayIn {
		t.Errorf("the mail %+v", l.mail)
	}
	sub := h.subAccount(org, "Pier")
	h.exec("UPDATE memberships SET status = 'DEACTIVATED' WHERE id = $1", m.ID)
	h.must(h.DB.Client().Membership.Create().SetAccountID(org.ID).SetUserID(mate.ID).SetOrganizationID(sub.ID).
		SetClientAccess(membership.ClientAccessUSER).SetCreatedAt(h.Now()).SetUpdatedAt(h.Now()).Exec(h.system()))
	l, err = (&post{Service: h.Service}).membershipDeactivated(h.system(), MembershipDeactivatedMail{ResellerID: h.reseller, MembershipID: m.ID})
	h.must(err)
	if letter, ok := l.mail.(mail.MembershipDeactivated); !ok || letter.LastWayIn {
		t.Errorf("the mail to who is a member elsewhere %+v", l.mail)
	}
	got := h.look(`SELECT string_agg(concat(action, ' ', reason), ', ' ORDER BY created_at, id) FROM audit_events
		WHERE target_id = $1 AND target_type = 'User' AND organization_id = $2 AND action LIKE 'membership.%'`, mate.ID, org.ID)
	if want := "membership.deactivated on leave, membership.reactivated , membership.removed left the company"; got != want {
		t.Errorf("the log says %s", got)
	}
	got = h.look("SELECT string_agg(kind, ' ' ORDER BY id) FROM river_job WHERE kind LIKE 'mail_membership%' AND args->>'membership_id' = $1::text", m.ID)
	if want := "mail_membership_deactivated mail_membership_reactivated mail_membership_removed"; got != want {
		t.Errorf("mails %s", got)
	}
}

func TestMemberRefusals(t *testing.T) {
	h := setup(t)
	org, other := h.customer("Harbour", nil), h.customer("Other", nil)
	foreign := h.subAccount(other, "Foreign")
	boss := h.join(org.ID, NewInvitation{Email: "boss@harbour.test", Access: membership.ClientAccessADMIN})
	mate := h.join(org.ID, NewInvitation{Email: "mate@harbour.test"})
	stranger := h.join(other.ID, NewInvitation{Email: "boss@other.test", Access: membership.ClientAccessADMIN})
	gone := h.join(org.ID, NewInvitation{Email: "gone@harbour.test"})
	h.must(errOf(h.MemberRemove(h.as(boss), h.member(gone, org.ID).ID, MembershipEnd{})))
	pending := uuid.MustParse(h.look("SELECT user_id::text FROM invitations WHERE id = $1", h.invite(org.ID, NewInvitation{Email: "soon@harbour.test"})))
	waiting := h.member(&db.User{ID: pending}, org.ID)
	m, b := h.member(mate, org.ID), h.member(boss, org.ID)
	bossCtx, mateCtx, strangerCtx := h.as(boss), h.as(mate), h.as(stranger)

	update := func(ctx context.Context, id uuid.UUID, p MembershipPatch) func() error {
		return func() error { return errOf(h.MemberUpdate(ctx, id, p)) }
	}
	deactivate := func(ctx context.Context, id uuid.UUID, in MembershipEnd) func() error {
		return func() error { return errOf(h.MemberDeactivate(ctx, id, in)) }
	}
	remove := func(ctx context.Context, id uuid.UUID) func() error {
		return func() error { return errOf(h.MemberRemove(ctx, id, MembershipEnd{})) }
	}
	for name, c := range map[string]struct {
		change func() error
		want   string
	}{
		"admin-only modules":      {update(bossCtx, m.ID, MembershipPatch{Modules: given([]string{"REPORTS", "PRICING", "USER_MANAGEMENT"})}), "MODULE_ADMIN_ONLY at input.modules.1, MODULE_ADMIN_ONLY at input.modules.2"},
		"an unknown module":       {update(bossCtx, m.ID, MembershipPatch{Modules: given([]string{"TELEPATHY"})}), "INVALID at input.modules.0"},
		"a foreign sub-account":   {update(bossCtx, m.ID, MembershipPatch{SubAccountIDs: given([]uuid.UUID{foreign.ID})}), "NOT_FOUND at input.subAccountIds.0"},
		"an old version":          {update(bossCtx, m.ID, MembershipPatch{ExpectedVersion: new(9), Modules: given([]string{"REPORTS"})}), "STALE at input.expectedVersion"},
		"oneself":                 {update(bossCtx, b.ID, MembershipPatch{Access: new(membership.ClientAccessUSER)}), "SELF_FORBIDDEN at id"},
		"close to oneself":        {deactivate(bossCtx, b.ID, MembershipEnd{}), "SELF_FORBIDDEN at id"},
		"leave":                   {remove(bossCtx, b.ID), "SELF_FORBIDDEN at id"},
		"a plain member":          {update(mateCtx, b.ID, MembershipPatch{Access: new(membership.ClientAccessUSER)}), "NOT_FOUND at id"},
		"another customer":        {deactivate(strangerCtx, m.ID, MembershipEnd{}), "NOT_FOUND at id"},
		"an unknown one":          {deactivate(bossCtx, schema.NewID(), MembershipEnd{}), "NOT_FOUND at id"},
		"a removed one":           {remove(bossCtx, h.member(gone, org.ID).ID), "NOT_FOUND at id"},
		"a removed one back":      {func() error { return errOf(h.MemberReactivate(bossCtx, h.member(gone, org.ID).ID, nil)) }, "NOT_FOUND at id"},
		"an active one":           {func() error { return errOf(h.MemberReactivate(bossCtx, m.ID, nil)) }, "WRONG_STATE at id"},
		"somebody invited":        {remove(bossCtx, waiting.ID), "WRONG_STATE at id"},
		"too long a reason":       {deactivate(bossCtx, m.ID, MembershipEnd{Reason: new(strings.Repeat("x", 501))}), "TOO_LONG at input.reason"},
		"an old version to close": {deactivate(bossCtx, m.ID, MembershipEnd{ExpectedVersion: new(7)}), "STALE at input.expectedVersion"},
	} {
		h.refused(c.want, c.change)
		if t.Failed() {
			t.Fatal(name)
		}
	}
	// A second administrator of another kind, for the last one.
	h.must(errOf(h.MemberUpdate(bossCtx, m.ID, MembershipPatch{Access: new(membership.ClientAccessADMIN)})))
	mateCtx = h.as(mate)
	h.must(errOf(h.MemberDeactivate(mateCtx, b.ID, MembershipEnd{})))
	h.refused("WRONG_STATE at id", deactivate(mateCtx, b.ID, MembershipEnd{}))
	h.must(errOf(h.MemberReactivate(mateCtx, b.ID, nil)))
	h.must(errOf(h.UserSuspend(mateCtx, boss.ID, Suspension{}))) // so that the mate is the last
	third := h.join(org.ID, NewInvitation{Email: "third@harbour.test", UserType: new(user.UserTypeTENANT_ADMIN)})
	_ = third
	h.refused("LAST_ADMIN at input.access", update(bossCtx, m.ID, MembershipPatch{Access: new(membership.ClientAccessUSER)}))
	h.refused("LAST_ADMIN at id", deactivate(bossCtx, m.ID, MembershipEnd{}))
	h.refused("LAST_ADMIN at id", remove(bossCtx, m.ID))
}

// Two administrators close the organization to each other at once: one stays.
func TestMemberRace(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	a := h.join(org.ID, NewInvitation{Email: "a@harbour.test", Access: membership.ClientAccessADMIN})
	b := h.join(org.ID, NewInvitation{Email: "b@harbour.test", Access: membership.ClientAccessADMIN})
	ma, mb := h.member(a, org.ID), h.member(b, org.ID)
	actx, bctx := h.as(a), h.as(b)
	runs := 20
	if raceRuns {
		runs = 200
	}
	for run := range runs {
		var results [2]error
		var wg sync.WaitGroup
		wg.Go(func() { results[0] = errOf(h.MemberDeactivate(actx, mb.ID, MembershipEnd{})) })
		wg.Go(func() {
			if run%2 == 0 {
				results[1] = errOf(h.MemberDeactivate(bctx, ma.ID, MembershipEnd{}))
			} else {
				results[1] = errOf(h.MemberUpdate(bctx, ma.ID, MembershipPatch{Access: new(membership.ClientAccessUSER)}))
			}
		})
		wg.Wait()
		got := []string{refusal(results[0]), refusal(results[1])}
		if slices.Sort(got); got[0] != "" || !strings.HasPrefix(got[1], "LAST_ADMIN") {
			t.Fatalf("run %d: %q", run, got)
		}
		h.exec("UPDATE memberships SET status = 'ACTIVE', client_access = 'ADMIN' WHERE id IN ($1, $2)", ma.ID, mb.ID)
	}
}
