package directory

import (
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
)

// Whatever can be judged is said at once, in the order of the input.

func TestUserCreateTellsAllMistakes(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", new(2))
	h.join(org.ID, NewInvitation{Email: "old@harbour.test"})
	h.must(errOf(h.UserUpdate(h.ctx, h.join(org.ID, NewInvitation{Email: "x@harbour.test"}).ID, UserPatch{ExternalID: given("X-1")})))
	long := strings.Repeat("x", 10_000)
	all := UserCreation{OrganizationID: org.ID, Mode: TemporaryPassword, Message: &long, IdempotencyKey: &long, User: NewUser{
		NewInvitation: NewInvitation{
			Email: "Old@Harbour.test", FirstName: &long, UserType: new(user.UserTypeAGENT), ResellerRole: new(user.ResellerRoleRESELLER_VIEWER),
			Access: membership.ClientAccessUSER, RoleIDs: []uuid.UUID{schema.NewID(), h.systemRole(authz.RoleBrandingAdmin)},
			Modules: []string{"PAYMENT", "NONE"}, SubAccountIDs: []uuid.UUID{schema.NewID()},
		},
		DisplayName: &long, Phone: new("030"), ExternalID: new("X-1"), Timezone: new("Mars/Base"), Locale: new("?"), AvatarURL: new("//x"),
	}}
	h.refused("TAKEN at input.email, TOO_LONG at input.firstName, REQUIRED at input.lastName, "+
		"TOO_LONG at input.displayName, INVALID at input.phone, TAKEN at input.externalId, INVALID at input.timezone, INVALID at input.locale, "+
		"INVALID at input.avatarUrl, ROLE_OUT_OF_SCOPE at input.resellerRole, NOT_FOUND at input.roleIds.0, ROLE_OUT_OF_SCOPE at input.roleIds.1, "+
		"MODULE_ADMIN_ONLY at input.modules.0, NOT_FOUND at input.modules.1, NOT_FOUND at input.subAccountIds.0, "+
		"TOO_LONG at input.message, TOO_LONG at input.idempotencyKey",
		func() error { return errOf(h.UserCreate(h.ctx, all)) })

	all.OrganizationID = h.root
	all.User.RoleIDs = nil
	h.refused("TOO_LONG at input.firstName, REQUIRED at input.lastName, TOO_LONG at input.displayName, INVALID at input.phone, "+
		"INVALID at input.timezone, INVALID at input.locale, INVALID at input.avatarUrl, FORBIDDEN at input.credentialMode, "+
		"INVALID at input.userType, INVALID at input.access, INVALID at input.modules, TOO_LONG at input.message, TOO_LONG at input.idempotencyKey",
		func() error { return errOf(h.UserCreate(h.ctx, all)) })

	all.OrganizationID = schema.NewID()
	h.refused("NOT_FOUND at input.primaryTenant, TOO_LONG at input.firstName, TOO_LONG at input.displayName, INVALID at input.phone, "+
		"INVALID at input.timezone, INVALID at input.locale, INVALID at input.avatarUrl, TOO_LONG at input.message, TOO_LONG at input.idempotencyKey",
		func() error { return errOf(h.UserCreate(h.ctx, all)) })

	free := agentNamed(org.ID, "ada@harbour.test")
	free.User.Phone = new("030")
	h.refused("SEAT_LIMIT_REACHED at input.primaryTenant, INVALID at input.phone", func() error { return errOf(h.UserCreate(h.ctx, free)) })

	// Who gives more than he holds hears of each field.
	boss := h.as(h.join(h.customer("Cove", nil).ID, NewInvitation{Email: "boss@cove.test", Access: membership.ClientAccessADMIN}))
	in := agentNamed(authz.FromContext(boss).OrganizationID, "no address")
	in.User.RoleIDs = []uuid.UUID{schema.NewID()}
	h.refused("INVALID at input.email, ROLE_OUT_OF_SCOPE at input.userType, NOT_FOUND at input.roleIds.0",
		func() error { return errOf(h.UserCreate(boss, in)) })
}

func TestUserUpdateTellsAllMistakes(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	made, err := h.UserCreate(h.ctx, agentNamed(org.ID, "ada@harbour.test"))
	h.must(err)
	u := made.User
	h.must(errOf(h.UserUpdate(h.ctx, h.join(org.ID, NewInvitation{Email: "x@harbour.test"}).ID, UserPatch{ExternalID: given("X-1")})))
	all := UserPatch{
		ExpectedVersion: new(u.Version + 7), FirstName: cleared[string](), LastName: given("A\x00"), DisplayName: given("a\nb"),
		Phone: given("030"), Timezone: given("Mars/Base"), Locale: given("?"), ExternalID: given("X-1"), AvatarURL: given("//x"),
		UserType: given(user.UserTypeANALYST),
	}
	want := "STALE at input.expectedVersion, REQUIRED at input.firstName, INVALID at input.lastName, INVALID at input.displayName, " +
		"INVALID at input.phone, INVALID at input.timezone, INVALID at input.locale, TAKEN at input.externalId, INVALID at input.avatarUrl, " +
		"IMMUTABLE at input.userType"
	h.refused(want, func() error { return errOf(h.UserUpdate(h.ctx, u.ID, all)) })
	// Whether somebody has an identifier is not told to who may not give it.
	own := h.accept(h.token(uuid.MustParse(h.look("SELECT id FROM invitations WHERE user_id = $1", u.ID))))
	all.ExpectedVersion = nil
	h.refused(strings.Replace(strings.TrimPrefix(want, "STALE at input.expectedVersion, "), "TAKEN", "FORBIDDEN", 1),
		func() error { return errOf(h.UserUpdate(h.as(own), own.ID, all)) })
	h.refused("NOT_FOUND at id, INVALID at input.phone", func() error {
		return errOf(h.UserUpdate(h.ctx, schema.NewID(), UserPatch{Phone: given("030")}))
	})
}

func TestUserRolesTellAllMistakes(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	viewer := h.staff("viewer@northwind.test", user.ResellerRoleRESELLER_VIEWER)
	agent := h.join(org.ID, NewInvitation{Email: "agent@harbour.test", UserType: new(user.UserTypeAGENT)})
	branding, past := h.systemRole(authz.RoleBrandingAdmin), h.Now().Add(-time.Hour)
	wish := h.wants("RESELLER_VIEWER", branding, branding)
	*wish.Grants = append(*wish.Grants, GrantWish{RoleID: schema.NewID(), OrganizationID: schema.NewID(), ExpiresAt: &past})
	h.refused("ROLE_OUT_OF_SCOPE at input.resellerRole, ROLE_OUT_OF_SCOPE at input.grants.0.roleId, DUPLICATE at input.grants.1.roleId, "+
		"INVALID at input.grants.2.expiresAt, NOT_FOUND at input.grants.2.organizationId, NOT_FOUND at input.grants.2.roleId",
		func() error { return errOf(h.UserRolesPreview(h.ctx, agent.ID, wish)) })
	// What can be given is judged together, whatever else is wrong.
	h.refused("DUPLICATE at input.grants.1.roleId, INVALID at input.grants.2.expiresAt, NOT_FOUND at input.grants.2.organizationId, "+
		"NOT_FOUND at input.grants.2.roleId, ROLE_CONFLICT at input.grants",
		func() error { return errOf(h.UserRolesPreview(h.ctx, viewer.ID, wish)) })

	token := h.plan(h.ctx, viewer, h.wants("RESELLER_SUPPORT")).Token
	long := strings.Repeat("x", maxReason+1)
	h.setRoles(h.ctx, viewer, h.wants("RESELLER_ADMIN"))
	h.refused("STALE at input.planToken, TOO_LONG at input.reason", func() error {
		return errOf(h.UserRolesSet(h.ctx, viewer.ID, token, &long))
	})
	h.refused("TOKEN_INVALID at input.planToken, TOO_LONG at input.reason", func() error {
		return errOf(h.UserRolesSet(h.ctx, viewer.ID, "?", &long))
	})
}

func TestUsersImportTellsAllMistakes(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	h.join(org.ID, NewInvitation{Email: "old@harbour.test"})
	out, err := h.UsersImport(h.ctx, Import{OrganizationID: org.ID, DryRun: true, CSV: strings.Join([]string{
		"access,email,firstName,lastName,phone,timezone,userType,resellerRole,roles,modules,subAccounts",
		"CHIEF,old@harbour.test,,Pym,030,Mars,WIZARD,KING,Nobody,PAYMENT;NONE,Nowhere,too long",
		"USER,old@harbour.test,Ana,Pym,,,AGENT,,,PAYMENT,",
	}, "\n")})
	h.must(err)
	at := "input.csv.1."
	if got, want := refusal(out.Results[0].Errors), strings.Join([]string{
		"INVALID at " + at + "email", "TAKEN at " + at + "email", "REQUIRED at " + at + "firstName", "INVALID at " + at + "phone",
		"INVALID at " + at + "timezone", "INVALID at " + at + "resellerRole", "INVALID at " + at + "userType", "INVALID at " + at + "access",
		"NOT_FOUND at " + at + "roles.0", "NOT_FOUND at " + at + "modules.1", "NOT_FOUND at " + at + "subAccounts.0",
	}, ", "); got != want {
		t.Errorf("row 1: %s\nwant: %s", got, want)
	}
	if got, want := refusal(out.Results[1].Errors), "DUPLICATE at input.csv.2.email, MODULE_ADMIN_ONLY at input.csv.2.modules.0"; got != want {
		t.Errorf("row 2: %s\nwant: %s", got, want)
	}
}
