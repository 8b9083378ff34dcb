package directory

import (
	"testing"

	"github.com/google/uuid"

	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
)

// A tenant's administrator counts while he can come in, and the membership that
// lets the last one in stays.
func TestLastTenantAdminIsLetIn(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	north := h.subAccount(org, "North")
	boss := h.as(h.join(org.ID, NewInvitation{Email: "boss@harbour.test", Access: membership.ClientAccessADMIN}))
	tenant := new(user.UserTypeTENANT_ADMIN)
	one := h.join(org.ID, NewInvitation{Email: "one@harbour.test", UserType: tenant})
	two := h.join(org.ID, NewInvitation{Email: "two@harbour.test", UserType: tenant})
	m1, m2 := h.member(one, org.ID), h.member(two, org.ID)
	deactivate := func(id uuid.UUID) func() error {
		return func() error { return errOf(h.MemberDeactivate(boss, id, MembershipEnd{})) }
	}
	remove := func(id uuid.UUID) func() error {
		return func() error { return errOf(h.MemberRemove(boss, id, MembershipEnd{})) }
	}
	last := func() [2]bool {
		t.Helper()
		users, err := LastAdmins(h.system(), h.DB.Client(), one.ID, two.ID)
		h.must(err)
		members, err := LastAdminMembers(h.system(), h.DB.Client(), m1.ID, m2.ID)
		h.must(err)
		if users[one.ID] || members[m1.ID] {
			t.Error("who is shut out is the last one")
		}
		return [2]bool{users[two.ID], members[m2.ID]}
	}

	h.must(deactivate(m1.ID)())
	h.refused("LAST_ADMIN at id", deactivate(m2.ID))
	h.refused("LAST_ADMIN at id", remove(m2.ID))
	h.refused("LAST_ADMIN at id", func() error { return errOf(h.UserSuspend(h.ctx, two.ID, Suspension{})) })
	h.must(errOf(h.MemberUpdate(boss, m2.ID, MembershipPatch{Access: new(membership.ClientAccessADMIN)})))
	h.must(errOf(h.MemberUpdate(boss, m2.ID, MembershipPatch{Access: new(membership.ClientAccessUSER)}))) // he comes in all the same
	h.must(remove(m1.ID)())
	h.refused("LAST_ADMIN at id", deactivate(m2.ID))

	for name, c := range map[string]struct {
		change string // of the first one's membership
		want   [2]bool
	}{
		"open":                     {"SET status = 'ACTIVE', organization_id = $2", [2]bool{}},
		"deactivated":              {"SET status = 'DEACTIVATED', organization_id = $2", [2]bool{true, true}},
		"open below":               {"SET status = 'ACTIVE', organization_id = $3", [2]bool{}},
		"deactivated everywhere":   {"SET status = 'DEACTIVATED', organization_id = $3", [2]bool{true, true}},
		"removed everywhere below": {"SET status = 'REMOVED', organization_id = $3", [2]bool{true, true}},
	} {
		h.exec("UPDATE memberships "+c.change+" WHERE id = $1 AND $2::uuid <> $3::uuid", m1.ID, org.ID, north.ID)
		if got := last(); got != c.want {
			t.Errorf("%s: the user and his membership are the last: %v", name, got)
		}
	}
	h.exec("DELETE FROM memberships WHERE id = $1", m1.ID) // who never had one needs none
	if got := last(); got != [2]bool{} {
		t.Errorf("beside one without memberships: %v", got)
	}

	// A membership of the account lets in where there is none of the organization.
	h.exec("UPDATE users SET status = 'SUSPENDED' WHERE id = $1", one.ID)
	h.exec("UPDATE users SET organization_id = $2 WHERE id = $1", two.ID, north.ID)
	if got := last(); got != [2]bool{true, true} {
		t.Errorf("of a sub-account: %v", got)
	}
}

// Who only reads is no administrator, whatever the membership says.
func TestReadersAreNoAdministrators(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	boss := h.join(org.ID, NewInvitation{Email: "boss@harbour.test", Access: membership.ClientAccessADMIN})
	m := h.member(boss, org.ID)
	for _, kind := range []user.UserType{user.UserTypeVIEWER, user.UserTypeANALYST} {
		reader := h.join(org.ID, NewInvitation{Email: string(kind) + "@harbour.test", UserType: &kind})
		r := h.member(reader, org.ID)
		h.refused("ROLE_CONFLICT at input.access", func() error {
			return errOf(h.MemberUpdate(h.as(boss), r.ID, MembershipPatch{Access: new(membership.ClientAccessADMIN)}))
		})
		h.exec("UPDATE memberships SET client_access = 'ADMIN' WHERE id = $1", r.ID) // from before that was refused
		h.refused("LAST_ADMIN at id", func() error { return errOf(h.UserSuspend(h.ctx, boss.ID, Suspension{})) })
		h.refused("LAST_ADMIN at id", func() error { return errOf(h.MemberDeactivate(h.ctx, m.ID, MembershipEnd{})) })
		h.refused("LAST_ADMIN at input.access", func() error {
			return errOf(h.MemberUpdate(h.ctx, m.ID, MembershipPatch{Access: new(membership.ClientAccessUSER)}))
		})
		h.must(errOf(h.UserSuspend(h.ctx, reader.ID, Suspension{})))
	}
	agent := h.join(org.ID, NewInvitation{Email: "agent@harbour.test", UserType: new(user.UserTypeAGENT)})
	h.must(errOf(h.MemberUpdate(h.as(boss), h.member(agent, org.ID).ID, MembershipPatch{Access: new(membership.ClientAccessADMIN)})))
	h.must(errOf(h.UserSuspend(h.ctx, boss.ID, Suspension{})))
}
