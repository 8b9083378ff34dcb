package directory

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
)

// agentNamed is a complete new tenant user.
func agentNamed(org uuid.UUID, address string) UserCreation {
	return UserCreation{OrganizationID: org, Mode: InviteLink, User: NewUser{NewInvitation: NewInvitation{
		Email: address, FirstName: new("Ada"), LastName: new("Lovelace"), UserType: new(user.UserTypeAGENT),
	}}}
}

func TestUserCreateByLink(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	in := agentNamed(org.ID, "Ada@Harbour.test")
	in.User.DisplayName, in.User.Phone, in.User.ExternalID = new("Countess"), new("+49 30 901820"), new("X 1")
	in.User.Timezone, in.User.Locale, in.User.AvatarURL = new("Europe/Berlin"), new("pt_br"), new("https://pictures.test/ada.png")
	in.User.Access, in.User.Modules, in.Message = membership.ClientAccessUSER, []string{"REPORTS"}, new("Welcome")
	made, err := h.UserCreate(h.ctx, in)
	h.must(err)
	u := made.User
	if made.Password != "" || u.Status != user.StatusPENDING || u.MustChangePassword || profile(u) !=
		"Ada|Lovelace|Countess|countess|countess ada lovelace ada@harbour.test|+4930901820|Europe/Berlin|pt-BR|X 1" || *u.AvatarURL != *in.User.AvatarURL {
		t.Errorf("made %+v", u)
	}
	got := h.look("SELECT string_agg(action || ' ' || target_name, ', ' ORDER BY id) FROM audit_events WHERE target_id = $1 OR target_id IN (SELECT id FROM invitations WHERE user_id = $1)", u.ID)
	if got != "user.created Countess, invitation.created Ada@Harbour.test" {
		t.Errorf("the log says %q", got)
	}
	id := uuid.MustParse(h.look("SELECT id::text FROM invitations WHERE user_id = $1 AND message = 'Welcome'", u.ID))
	p, err := h.InvitationPreview(t.Context(), h.token(id))
	h.must(err)
	if strings.Join(p.RoleNames, ", ") != "Agent, Client User" || strings.Join(p.Modules, ",") != "REPORTS" || *p.InviterName != "admin" || *p.Message != "Welcome" || p.TwoFactorRequired {
		t.Errorf("preview %+v", p)
	}
	h.exec("UPDATE organizations SET two_factor_required = true WHERE id = $1", h.root)
	if p, err = h.InvitationPreview(t.Context(), h.token(id)); err != nil || !p.TwoFactorRequired {
		t.Errorf("preview %+v %v", p, err)
	}
	if active := h.accept(h.token(id)); active.ID != u.ID || active.DisplayName != "Countess" {
		t.Errorf("accepted %+v", active)
	}
}

func TestUserCreateWithPassword(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	in := agentNamed(org.ID, "ada@harbour.test")
	in.Mode, in.IdempotencyKey = TemporaryPassword, new("k")
	made, err := h.UserCreate(h.ctx, in)
	h.must(err)
	u := made.User
	if u.Status != user.StatusACTIVE || !u.MustChangePassword || u.EmailVerifiedAt != nil || len(made.Password) < 16 {
		t.Errorf("made %+v", u)
	}
	for _, table := range []string{"users", "idempotency_records", "audit_events", "river_job"} {
		if got := h.look("SELECT coalesce(string_agg(t::text, ' '), '') FROM " + table + " t"); strings.Contains(got, made.Password) {
			t.Errorf("%s holds the password", table)
		}
	}
	if got := h.look("SELECT count(*)::text FROM invitations WHERE user_id = $1", u.ID); got != "0" {
		t.Errorf("%s invitations", got)
	}
	h.refused("", func() error {
		again, err := h.UserCreate(h.ctx, in)
		if err == nil && (again.User.ID != u.ID || again.Password != "") {
			t.Errorf("repeated: %+v", again)
		}
		return err
	})
	in.User.LastName = new("King")
	h.refused("IDEMPOTENCY_KEY_REUSED at input.idempotencyKey", func() error { return errOf(h.UserCreate(h.ctx, in)) })
}

func TestUserCreateRefusals(t *testing.T) {
	h := setup(t)
	org, full := h.customer("Harbour", nil), h.customer("Full", new(0))
	h.join(org.ID, NewInvitation{Email: "old@harbour.test"})
	h.must(errOf(h.UserUpdate(h.ctx, h.join(org.ID, NewInvitation{Email: "x@harbour.test"}).ID, UserPatch{ExternalID: given("X-1")})))
	closed := h.customer("Closed", nil)
	h.exec("UPDATE organizations SET status = 'SUSPENDED' WHERE id = $1", closed.ID)
	boss := h.as(h.join(org.ID, NewInvitation{Email: "boss@harbour.test", Access: membership.ClientAccessADMIN}))
	tenant := h.as(h.join(org.ID, NewInvitation{Email: "tenant@harbour.test", UserType: new(user.UserTypeTENANT_ADMIN)}))
	support := h.as(h.staff("support@northwind.test", user.ResellerRoleRESELLER_SUPPORT))
	staff := func(in *UserCreation) {
		in.OrganizationID, in.User.UserType, in.User.ResellerRole = h.root, nil, new(user.ResellerRoleRESELLER_VIEWER)
	}
	long := strings.Repeat("x", 10_000)
	for name, c := range map[string]struct {
		ctx    context.Context
		change func(*UserCreation)
		want   string
	}{
		"no address":           {h.ctx, func(in *UserCreation) { in.User.Email = " " }, "REQUIRED at input.email"},
		"a wrong address":      {h.ctx, func(in *UserCreation) { in.User.Email = "ada lovelace@harbour.test" }, "INVALID at input.email"},
		"250 characters":       {h.ctx, func(in *UserCreation) { in.User.Email = strings.Repeat("a", 237) + "@harbour.test" }, "TOO_LONG at input.email"},
		"a taken address":      {h.ctx, func(in *UserCreation) { in.User.Email = "OLD@Harbour.test" }, "TAKEN at input.email"},
		"a throw-away address": {h.ctx, func(in *UserCreation) { in.User.Email = "a@trash.test" }, "DISPOSABLE_EMAIL at input.email"},
		"no names":             {h.ctx, func(in *UserCreation) { in.User.FirstName, in.User.LastName = nil, new(" ") }, "REQUIRED at input.firstName, REQUIRED at input.lastName"},
		"a display name alone": {h.ctx, func(in *UserCreation) { in.User.DisplayName, in.User.LastName = new("Ada"), nil }, "REQUIRED at input.lastName"},
		"NUL":                  {h.ctx, func(in *UserCreation) { in.User.FirstName = new("A\x00da") }, "INVALID at input.firstName"},
		"a right-to-left mark": {h.ctx, func(in *UserCreation) { in.User.LastName = new("Lev\u200f") }, "INVALID at input.lastName"},
		"10,000 characters":    {h.ctx, func(in *UserCreation) { in.User.FirstName, in.User.ExternalID = &long, &long }, "TOO_LONG at input.firstName, TOO_LONG at input.externalId"},
		"everything else": {h.ctx, func(in *UserCreation) {
			in.User.Phone, in.User.Timezone, in.User.Locale, in.User.AvatarURL = new("030 1"), new("Mars/Base"), new("?"), new("//x")
		}, "INVALID at input.phone, INVALID at input.timezone, INVALID at input.locale, INVALID at input.avatarUrl"},
		"a taken external id":      {h.ctx, func(in *UserCreation) { in.User.ExternalID = new("X-1") }, "TAKEN at input.externalId"},
		"no kind at all":           {h.ctx, func(in *UserCreation) { in.User.UserType = nil }, "REQUIRED at input.userType"},
		"modules without access":   {h.ctx, func(in *UserCreation) { in.User.Modules = []string{"REPORTS"} }, "REQUIRED at input.access"},
		"a module of admins":       {h.ctx, func(in *UserCreation) { in.User.Access, in.User.Modules = "USER", []string{"PAYMENT"} }, "MODULE_ADMIN_ONLY at input.modules.0"},
		"an unknown role":          {h.ctx, func(in *UserCreation) { in.User.RoleIDs = []uuid.UUID{schema.NewID()} }, "NOT_FOUND at input.roleIds.0"},
		"a reseller role":          {h.ctx, func(in *UserCreation) { in.User.ResellerRole = new(user.ResellerRoleRESELLER_VIEWER) }, "ROLE_OUT_OF_SCOPE at input.resellerRole"},
		"no seat":                  {h.ctx, func(in *UserCreation) { in.OrganizationID = full.ID }, "SEAT_LIMIT_REACHED at input.primaryTenant"},
		"a suspended organization": {h.ctx, func(in *UserCreation) { in.OrganizationID = closed.ID }, "WRONG_STATE at input.primaryTenant"},
		"an unknown organization":  {h.ctx, func(in *UserCreation) { in.OrganizationID = schema.NewID() }, "NOT_FOUND at input.primaryTenant"},
		"another's organization":   {tenant, func(in *UserCreation) { in.OrganizationID = full.ID }, "NOT_FOUND at input.primaryTenant"},
		"a mail for nobody":        {h.ctx, func(in *UserCreation) { in.Mode, in.Message = TemporaryPassword, new("Hi") }, "INVALID at input.message"},
		"support":                  {support, func(*UserCreation) {}, "FORBIDDEN"},
		"a password by a member":   {boss, func(in *UserCreation) { in.User.UserType, in.User.Access, in.Mode = nil, "USER", TemporaryPassword }, "FORBIDDEN"},
		"a type by a member":       {boss, func(*UserCreation) {}, "ROLE_OUT_OF_SCOPE at input.userType"},
		"staff with a password":    {h.ctx, func(in *UserCreation) { staff(in); in.Mode = TemporaryPassword }, "FORBIDDEN at input.credentialMode"},
		"staff with access":        {h.ctx, func(in *UserCreation) { staff(in); in.User.Access = "USER" }, "INVALID at input.access"},
		"staff that cannot be": {h.ctx, func(in *UserCreation) { staff(in); in.User.RoleIDs = []uuid.UUID{h.systemRole("branding.admin")} },
			"ROLE_CONFLICT at input.roleIds"},
	} {
		t.Log(name)
		in := agentNamed(org.ID, "new@harbour.test")
		c.change(&in)
		h.refused(c.want, func() error { return errOf(h.UserCreate(c.ctx, in)) })
	}
	member := agentNamed(org.ID, "new@harbour.test")
	member.User.UserType, member.User.Access = nil, "USER"
	h.must(errOf(h.UserCreate(boss, member)))
	colleague := agentNamed(org.ID, "typed@harbour.test")
	colleague.Mode = TemporaryPassword
	h.must(errOf(h.UserCreate(tenant, colleague)))
	named := agentNamed(h.root, "viewer@northwind.test")
	staff(&named)
	named.User.FirstName, named.User.LastName, named.User.DisplayName = nil, nil, new("The viewer")
	h.must(errOf(h.UserCreate(h.ctx, named)))
}

// Invitations and new users at once never pass the seats, nor does an address
// come in twice.
func TestSeatsAtOnce(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", new(0))
	for round := range rounds() {
		limit := (round + 1) * 2
		h.must(h.DB.Client().Organization.Update().Where(organization.ID(org.ID)).SetSeatLimit(limit).Exec(h.system()))
		var wg sync.WaitGroup
		for i := range 4 {
			address := fmt.Sprintf("r%d-%d@harbour.test", round, i%3) // two want the same
			wg.Go(func() {
				if i%2 == 0 {
					if _, err := h.InvitationsCreate(h.ctx, offer(org.ID, address)); err != nil {
						t.Error(err)
					}
					return
				}
				switch got := refusal(errOf(h.UserCreate(h.ctx, agentNamed(org.ID, address)))); got {
				case "", "SEAT_LIMIT_REACHED at input.primaryTenant", "TAKEN at input.email":
				default:
					t.Errorf("unexpected %q", got)
				}
			})
		}
		wg.Wait()
		if n := h.look("SELECT count(*)::text FROM users WHERE account_id = $1", org.ID); n != fmt.Sprint(limit) {
			t.Fatalf("%s users on %d seats", n, limit)
		}
	}
}

// rounds is how often a race is run.
func rounds() int {
	if raceRuns {
		return 200
	}
	return 20
}
