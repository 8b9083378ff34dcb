package directory

import (
	"context"
	"testing"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
)

// stale is the context of the administrator in a session left open.
func (h *house) stale() context.Context {
	v := *authz.FromContext(h.ctx)
	v.ProvenAt = h.Now().Add(-authz.StepUpWindow)
	return authz.NewContext(h.t.Context(), &v)
}

func TestGivingPowerTakesAProof(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	staff, chief, agent := user.ResellerRoleRESELLER_ADMIN, user.UserTypeTENANT_ADMIN, user.UserTypeAGENT
	role := []uuid.UUID{h.systemRole("user.admin")}
	const refused = "STEP_UP_REQUIRED"

	invite := func(ctx context.Context, in NewInvitations) func() error {
		return func() error { return errOf(h.InvitationsCreate(ctx, in)) }
	}
	create := func(mode CredentialMode, p NewInvitation) func() error {
		p.Email, p.FirstName, p.LastName = "new@harbour.test", new("Nora"), new("Falk")
		in := UserCreation{OrganizationID: org.ID, User: NewUser{NewInvitation: p}, Mode: mode}
		return func() error { return errOf(h.UserCreate(h.stale(), in)) }
	}
	plain := NewInvitation{Email: "plain@harbour.test", UserType: &agent}
	for _, raised := range []NewInvitation{
		{Email: "a@harbour.test", ResellerRole: &staff}, {Email: "a@harbour.test", UserType: &chief},
		{Email: "a@harbour.test", Access: membership.ClientAccessADMIN}, {Email: "a@harbour.test", RoleIDs: role},
	} {
		h.refused(refused, invite(h.stale(), NewInvitations{OrganizationID: org.ID, Items: []NewInvitation{plain, raised}}))
		h.refused(refused, invite(h.stale(), NewInvitations{OrganizationID: org.ID, Text: new("b@harbour.test"), Each: &raised}))
		h.refused(refused, create(InviteLink, raised))
	}
	h.refused(refused, create(TemporaryPassword, NewInvitation{UserType: &agent}))
	load := func(csv string, trial bool) error {
		return errOf(h.UsersImport(h.stale(), Import{OrganizationID: org.ID, CSV: csv, DryRun: trial}))
	}
	for _, csv := range []string{
		"email,resellerRole\nc@harbour.test,admin\n", "email,user type\nc@harbour.test,tenant admin\n",
		"email,access\nd@harbour.test,\nc@harbour.test,admin\n", "email,roles\nc@harbour.test,user.admin\n",
	} {
		h.refused(refused, func() error { return load(csv, false) })
	}

	// A trial, and who stays a plain user, need none.
	h.must(load("email,access\nc@harbour.test,admin\n", true))
	h.must(load("email,user type\nc@harbour.test,agent\n", false))
	h.must(invite(h.stale(), NewInvitations{OrganizationID: org.ID, DryRun: true, Items: []NewInvitation{{Email: "a@harbour.test", UserType: &chief}}})())
	h.must(invite(h.stale(), NewInvitations{OrganizationID: org.ID, Items: []NewInvitation{plain}})())
	h.must(create(InviteLink, NewInvitation{UserType: &agent})())
	h.must(invite(h.ctx, NewInvitations{OrganizationID: org.ID, Items: []NewInvitation{{Email: "a@harbour.test", UserType: &chief}}})())
}
