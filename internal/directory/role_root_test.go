package directory

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
)

// rootRole makes a role of the reseller, which customers do not see.
func (h *house) rootRole(name string, permissions ...authz.Permission) *db.Role {
	h.t.Helper()
	r, err := h.RoleCreate(h.ctx, NewRole{OrganizationID: h.root, Name: name, Permissions: permissions})
	h.must(err)
	return r
}

// A customer's user can hold a role of the reseller, which his administrator
// does not see: it is not lost by what else is changed, and not his to take.
func TestRoleFromAboveIsKept(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	boss := h.as(h.join(org.ID, NewInvitation{Email: "tenant@harbour.test", UserType: new(user.UserTypeTENANT_ADMIN)}))
	agent := h.join(org.ID, NewInvitation{Email: "agent@harbour.test", UserType: new(user.UserTypeAGENT)})
	above := h.rootRole("From above", authz.BotRead)
	own, err := h.RoleCreate(boss, NewRole{OrganizationID: org.ID, Name: "Own", Permissions: []authz.Permission{authz.BotRead}})
	h.must(err)
	h.setRoles(h.ctx, agent, RolesWish{Grants: &[]GrantWish{{RoleID: above.ID}}})
	grants := func(ids ...uuid.UUID) RolesWish {
		w := RolesWish{Grants: &[]GrantWish{}}
		for _, id := range ids {
			*w.Grants = append(*w.Grants, GrantWish{RoleID: id})
		}
		return w
	}
	for name, w := range map[string]RolesWish{"all": grants(), "for another": grants(own.ID)} {
		plan, err := h.UserRolesPreview(boss, agent.ID, w)
		if got := refusal(err); got != "ROLE_OUT_OF_SCOPE at input.grants" || plan.Token != "" {
			t.Errorf("taken, %s: %q", name, got)
		}
		if !strings.Contains(strings.Join(namesOf(plan.Removed), ","), "From above") {
			t.Errorf("taken, %s: the plan hides what goes: %v", name, namesOf(plan.Removed))
		}
	}
	h.must(errOf(h.UserRolesSet(boss, agent.ID, h.plan(boss, agent, grants(above.ID, own.ID)).Token, nil)))
	if got := h.look("SELECT changes->0->>'before' || ' | ' || (changes->0->>'after') FROM audit_events WHERE action = 'user.roles_changed' ORDER BY id DESC LIMIT 1"); got != "From above | From above, Own" {
		t.Errorf("audit %q", got)
	}
	other := h.join(org.ID, NewInvitation{Email: "other@harbour.test", UserType: new(user.UserTypeAGENT)})
	if got := refusal(errOf(h.UserRolesPreview(boss, other.ID, grants(above.ID)))); got != "NOT_FOUND at input.grants.0.roleId" {
		t.Errorf("given by who does not see it: %q", got)
	}
	h.setRoles(h.ctx, h.reload(agent), grants(own.ID))

	// What is the reseller's comes to them by no way.
	h.setRoles(h.ctx, h.reload(agent), grants(above.ID))
	h.refused("ROLE_OUT_OF_SCOPE at input.permissions", func() error {
		return errOf(h.RoleUpdate(h.ctx, above.ID, RolePatch{Permissions: &[]authz.Permission{authz.BotRead, authz.BrandingManage}}))
	})
	h.must(errOf(h.RoleUpdate(h.ctx, above.ID, RolePatch{Permissions: &[]authz.Permission{authz.BotManage}})))
}

// Invitations judge roles as a change of roles does.
func TestInvitedRolesFit(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	wide, writer := h.rootRole("Wide", authz.BrandingManage), h.rootRole("Writer", authz.BrandingManage, authz.BotManage)
	fits := h.rootRole("Fits", authz.BotRead)
	for name, c := range map[string]struct {
		at   uuid.UUID
		item NewInvitation
		want string
	}{
		"the reseller's to a customer": {org.ID, NewInvitation{UserType: new(user.UserTypeAGENT), RoleIDs: []uuid.UUID{wide.ID}}, "NOT_FOUND at input.items.0.roleIds.0"},
		"a tenant's to a customer":     {org.ID, NewInvitation{UserType: new(user.UserTypeAGENT), RoleIDs: []uuid.UUID{fits.ID}}, ""},
		"the reseller's to staff":      {h.root, NewInvitation{ResellerRole: new(user.ResellerRoleRESELLER_SUPPORT), RoleIDs: []uuid.UUID{wide.ID}}, ""},
		"a reseller viewer who writes": {h.root, NewInvitation{ResellerRole: new(user.ResellerRoleRESELLER_VIEWER), RoleIDs: []uuid.UUID{writer.ID}}, "ROLE_CONFLICT at input.items.0.roleIds"},
		"a viewer who administers":     {org.ID, NewInvitation{UserType: new(user.UserTypeVIEWER), Access: membership.ClientAccessADMIN}, "ROLE_CONFLICT at input.items.0.access"},
		"an analyst who administers":   {org.ID, NewInvitation{UserType: new(user.UserTypeANALYST), Access: membership.ClientAccessADMIN}, "ROLE_CONFLICT at input.items.0.access"},
	} {
		t.Run(name, func(t *testing.T) {
			c.item.Email = "one@harbour.test"
			verdicts, err := h.InvitationsCreate(h.ctx, NewInvitations{OrganizationID: c.at, Items: []NewInvitation{c.item}, DryRun: true})
			h.must(err)
			if got := refusal(verdicts[0].Errors.Err()); got != c.want {
				t.Errorf("refusal %q, want %q", got, c.want)
			}
			for _, r := range verdicts[0].Errors {
				if strings.Contains(r.Message, "client_") || strings.Contains(r.Message, writer.ID.String()) {
					t.Errorf("message %q", r.Message)
				}
			}
		})
	}
	// The same when somebody is made, and by hand afterwards.
	viewer := h.staff("viewer@northwind.test", user.ResellerRoleRESELLER_VIEWER)
	if got := refusal(errOf(h.UserRolesPreview(h.ctx, viewer.ID, h.wants("RESELLER_VIEWER", writer.ID)))); got != "ROLE_CONFLICT at input.grants" {
		t.Errorf("given afterwards: %q", got)
	}
}
