package directory

import (
	"context"
	"testing"

	"github.com/google/uuid"

	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
)

// Whoever acts on the ids of another reseller or another customer is told
// that there is no such thing, and nothing happens.
func TestStrangersIDsDoNotExist(t *testing.T) {
	h := setup(t)
	org, other := h.customer("Harbour", nil), h.customer("Other", nil)
	agent := h.join(org.ID, NewInvitation{Email: "agent@harbour.test", UserType: new(user.UserTypeAGENT)})
	suspended := h.join(org.ID, NewInvitation{Email: "away@harbour.test"})
	h.must(errOf(h.UserSuspend(h.ctx, suspended.ID, Suspension{})))
	open := h.invite(org.ID, NewInvitation{Email: "open@harbour.test"})

	_, rivalAdmin := h.newReseller("Rival", "admin@rival.test")
	for name, ctx := range map[string]context.Context{
		"another reseller's administrator":  h.as(rivalAdmin),
		"another customer's administrator":  h.as(h.join(other.ID, NewInvitation{Email: "boss@other.test", Access: membership.ClientAccessADMIN})),
		"another customer's tenant admin":   h.as(h.join(other.ID, NewInvitation{Email: "tenant@other.test", UserType: new(user.UserTypeTENANT_ADMIN)})),
		"another reseller, knowing the key": h.as(rivalAdmin),
	} {
		t.Log(name)
		for id, status := range map[uuid.UUID]string{agent.ID: agent.Email, suspended.ID: suspended.Email, h.admin.ID: h.admin.Email} {
			h.refused("NOT_FOUND at id", func() error {
				return errOf(h.UserUpdate(ctx, id, UserPatch{FirstName: given("Eve")}))
			})
			h.refused("NOT_FOUND at id", func() error { return errOf(h.UserSuspend(ctx, id, Suspension{})) })
			h.refused("NOT_FOUND at id", func() error { return errOf(h.UserReactivate(ctx, id, nil)) })
			h.refused("NOT_FOUND at id", func() error { return h.UserDelete(ctx, id, Deletion{ConfirmEmail: status}) })
		}
		h.refused("NOT_FOUND at id", func() error { return errOf(h.InvitationResend(ctx, open)) })
		h.refused("NOT_FOUND at id", func() error { return errOf(h.InvitationRevoke(ctx, open)) })
		for _, id := range []uuid.UUID{org.ID, h.root} {
			h.refused("NOT_FOUND at id", func() error {
				return errOf(h.OrganizationUpdate(ctx, id, nil, Company{Name: given("Eve")}))
			})
			h.refused("NOT_FOUND at input.organizationId", func() error {
				return errOf(h.InvitationsCreate(ctx, offer(id, "eve@rival.test")))
			})
		}
	}
	// A link opens for anybody who holds it, whoever is signed in.
	u, err := h.InvitationAccept(h.as(rivalAdmin), Acceptance{Token: h.token(open), Password: goodPassword, TermsVersion: h.TermsVersion})
	h.must(err)
	if got := h.look("SELECT actor_name FROM audit_events WHERE action = 'invitation.accepted' AND target_id = $1", open); u.ResellerID != h.reseller || got != "open" {
		t.Errorf("accepted by %q in %s", got, u.ResellerID)
	}
}

// Without a viewer nothing is written and nothing panics.
func TestNobody(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	id := h.invite(org.ID, NewInvitation{Email: "open@harbour.test"})
	before := h.snapshot()
	ctx := t.Context()
	for name, err := range map[string]error{
		"create":     errOf(h.InvitationsCreate(ctx, offer(org.ID, "a@harbour.test"))),
		"resend":     errOf(h.InvitationResend(ctx, id)),
		"revoke":     errOf(h.InvitationRevoke(ctx, id)),
		"update":     errOf(h.UserUpdate(ctx, h.admin.ID, UserPatch{})),
		"suspend":    errOf(h.UserSuspend(ctx, h.admin.ID, Suspension{})),
		"reactivate": errOf(h.UserReactivate(ctx, h.admin.ID, nil)),
		"delete":     h.UserDelete(ctx, h.admin.ID, Deletion{ConfirmEmail: h.admin.Email}),
		"new org":    errOf(h.OrganizationCreate(ctx, NewOrganization{})),
		"org":        errOf(h.OrganizationUpdate(ctx, org.ID, nil, Company{})),
	} {
		if err == nil {
			t.Errorf("%s: allowed", name)
		}
	}
	for table, was := range before {
		if now := h.snapshot()[table]; now != was {
			t.Errorf("%s was written", table)
		}
	}
}
