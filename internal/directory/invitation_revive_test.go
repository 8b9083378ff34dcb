package directory

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/role"
	"tenantry/ent/db/user"
)

// remove ends a membership as its administrator does.
func (h *house) remove(u *db.User) {
	h.t.Helper()
	h.exec("UPDATE memberships SET status = 'REMOVED', ended_at = $2 WHERE user_id = $1", u.ID, h.Now())
}

func (h *house) customRole(owner *db.Organization) uuid.UUID {
	h.t.Helper()
	r, err := h.DB.Client().Role.Create().SetAccountID(owner.AccountID).SetOrganizationID(owner.ID).SetKey("own").SetName("Own").
		SetFamily(role.FamilyCUSTOM).SetCreatedAt(h.Now()).SetUpdatedAt(h.Now()).Save(h.system())
	h.must(err)
	return r.ID
}

func TestInviteRemovedMember(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", new(2))
	u := h.join(org.ID, NewInvitation{Email: "ada@harbour.test", FirstName: new("Ada"), Modules: []string{"REPORTS", "NUMBERS"}})
	h.remove(u)
	h.invite(org.ID, NewInvitation{Email: "b@harbour.test"})

	again := NewInvitations{OrganizationID: org.ID, Locale: new("de"), Items: []NewInvitation{
		{Email: "ADA@harbour.test", Modules: []string{"CAMPAIGNS"}},
		{Email: "c@harbour.test"},
	}}
	verdicts, err := h.InvitationsCreate(h.ctx, again)
	h.must(err)
	if got := outcomes(verdicts); got[0] != "INVITED" || got[1] != "REJECTED_SEAT_LIMIT SEAT_LIMIT_REACHED at input.items.1.email" || *verdicts[0].UserID != u.ID {
		t.Fatalf("a removed member takes no seat until he is asked back: %v, user %s", got, *verdicts[0].UserID)
	}
	if got := h.look("SELECT status FROM memberships WHERE user_id = $1", u.ID); got != "REMOVED" {
		t.Errorf("membership %s before he accepts", got)
	}
	if second, err := h.InvitationsCreate(h.ctx, again); err != nil || second[0].Outcome != AlreadyInvited {
		t.Errorf("asked back twice: %v %v", outcomes(second), err)
	}
	sent, err := h.ActivationEmailSend(h.ctx, u.ID)
	h.must(err)
	if sent.ID != *verdicts[0].InvitationID || sent.SendCount != 2 {
		t.Errorf("sent again: %+v", sent)
	}

	token, in := h.token(*verdicts[0].InvitationID), Acceptance{Password: "another purple kettle", TermsVersion: h.TermsVersion}
	in.Token = token
	h.exec("UPDATE users SET status = 'SUSPENDED' WHERE id = $1", u.ID)
	h.refused("ACCOUNT_SUSPENDED at input.token", func() error { return errOf(h.InvitationAccept(t.Context(), in)) })
	h.exec("UPDATE users SET status = 'ACTIVE' WHERE id = $1", u.ID)
	back, err := h.InvitationAccept(t.Context(), in)
	h.must(err)
	if back.ID != u.ID || back.Status != user.StatusACTIVE || *back.PasswordHash == *u.PasswordHash || *back.Locale != "de" || back.FirstName != "Ada" {
		t.Errorf("back: %+v", back)
	}
	got := h.look(`SELECT m.status || ' ' || (m.ended_at IS NULL) || ' ' || string_agg(g.module, ',') FROM memberships m
		JOIN module_grants g ON g.membership_id = m.id WHERE m.user_id = $1 GROUP BY m.status, m.ended_at`, u.ID)
	if got != "ACTIVE true CAMPAIGNS" {
		t.Errorf("membership %q", got)
	}
	h.refused("TOKEN_INVALID at input.token", func() error { return errOf(h.InvitationAccept(t.Context(), in)) })
	if got := h.look("SELECT string_agg(action, ' ' ORDER BY id) FROM audit_events WHERE target_id = $1", u.ID); got != "user.activated user.rejoined" {
		t.Errorf("the log says %q", got)
	}
}

func TestRemovedMemberIsNotAskedBack(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	own := h.customRole(org)
	u := h.join(org.ID, NewInvitation{Email: "ada@harbour.test", UserType: new(user.UserTypeAGENT)})
	h.remove(u)
	verdicts, err := h.InvitationsCreate(h.ctx, NewInvitations{OrganizationID: org.ID, Items: []NewInvitation{
		{Email: "ada@harbour.test", UserType: new(user.UserTypeVIEWER)},
	}})
	h.must(err)
	if got := outcomes(verdicts)[0]; got != "REJECTED_FORBIDDEN_ROLE IMMUTABLE at input.items.0.userType" {
		t.Errorf("another user type: %s", got)
	}
	id := h.invite(org.ID, NewInvitation{Email: "ada@harbour.test", Access: membership.ClientAccessADMIN})
	h.must(h.DB.Client().RoleAssignment.Create().SetAccountID(org.ID).SetUserID(u.ID).SetRoleID(own).SetOrganizationID(org.ID).
		SetCreatedAt(h.Now()).Exec(h.system())) // as the invitation gives it
	h.clock.advance(time.Minute)
	inv, err := h.InvitationRevoke(h.ctx, id)
	h.must(err)
	got := h.look("SELECT u.status || ' ' || m.status || ' ' || (SELECT count(*) FROM role_assignments a WHERE a.user_id = u.id) FROM users u JOIN memberships m ON m.user_id = u.id WHERE u.id = $1", u.ID)
	if inv.Status != "REVOKED" || got != "ACTIVE REMOVED 0" {
		t.Errorf("%s: %s", inv.Status, got)
	}
	h.invite(org.ID, NewInvitation{Email: "ada@harbour.test"}) // and again

	// Who was deleted comes back as somebody else.
	h.must(h.UserDelete(h.ctx, u.ID, Deletion{ConfirmEmail: "ada@harbour.test"}))
	if id := h.invite(org.ID, NewInvitation{Email: "ada@harbour.test"}); h.accept(h.token(id)).ID == u.ID {
		t.Error("a deleted user is back")
	}
}

func TestActivationEmail(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	id := h.invite(org.ID, NewInvitation{Email: "ada@harbour.test"})
	old := h.token(id)
	inv, err := h.DB.Client().Invitation.Get(h.system(), id)
	h.must(err)
	h.clock.advance(InvitationTTL + time.Hour)
	sent, err := h.ActivationEmailSend(h.ctx, inv.UserID)
	h.must(err)
	if sent.ID != id || sent.SendCount != 2 || h.token(id) == old {
		t.Errorf("sent again: %+v", sent)
	}
	for range MaxResendsPerHour - 1 {
		h.must(errOf(h.ActivationEmailSend(h.ctx, inv.UserID)))
	}
	h.refused("LIMIT_REACHED at id", func() error { return errOf(h.ActivationEmailSend(h.ctx, inv.UserID)) })
	h.refused("LIMIT_REACHED at id", func() error { return errOf(h.InvitationResend(h.ctx, id)) })

	// Revoked without the user: a new invitation, when the hour is over.
	h.exec("UPDATE invitations SET status = 'REVOKED' WHERE id = $1", id)
	h.refused("LIMIT_REACHED at id", func() error { return errOf(h.ActivationEmailSend(h.ctx, inv.UserID)) })
	h.clock.advance(time.Hour)
	sent, err = h.ActivationEmailSend(h.ctx, inv.UserID)
	h.must(err)
	u := h.accept(h.token(sent.ID))
	if sent.ID == id || u.ID != inv.UserID {
		t.Errorf("a new invitation %s for %s", sent.ID, u.ID)
	}
	h.refused("WRONG_STATE at id", func() error { return errOf(h.ActivationEmailSend(h.ctx, u.ID)) })
	h.refused("NOT_FOUND at id", func() error { return errOf(h.ActivationEmailSend(h.ctx, uuid.New())) })
}
