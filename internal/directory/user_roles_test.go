package directory

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/user"
)

// wants is a wish for a reseller role and roles at home; an empty role takes
// it away.
func (h *house) wants(role string, grants ...uuid.UUID) RolesWish {
	w := RolesWish{ResellerRole: Set[user.ResellerRole]{Given: true}, Grants: &[]GrantWish{}}
	if role != "" {
		w.ResellerRole.Value = new(user.ResellerRole(role))
	}
	for _, id := range grants {
		*w.Grants = append(*w.Grants, GrantWish{RoleID: id})
	}
	return w
}

func (h *house) plan(ctx context.Context, u *db.User, w RolesWish) *RolesPlan {
	h.t.Helper()
	p, err := h.UserRolesPreview(ctx, u.ID, w)
	h.must(err)
	return p
}

func (h *house) setRoles(ctx context.Context, u *db.User, w RolesWish) *db.User {
	h.t.Helper()
	changed, err := h.UserRolesSet(ctx, u.ID, h.plan(ctx, u, w).Token, nil)
	h.must(err)
	return changed
}

func TestRolesArePlannedAndSet(t *testing.T) {
	h := setup(t)
	u := h.staff("eve@northwind.test", user.ResellerRoleRESELLER_SUPPORT)
	branding := h.systemRole(authz.RoleBrandingAdmin)
	before := h.snapshot()
	p := h.plan(h.ctx, u, h.wants("RESELLER_VIEWER", h.systemRole(authz.RoleServiceStatus)))
	if got := strings.Join(namesOf(p.Added), ",") + " / " + strings.Join(namesOf(p.Removed), ","); got != "Reseller Viewer,Status Updates / Reseller Support" {
		t.Errorf("roles %s", got)
	}
	if !authz.SetOf(p.Gained...).Has(authz.ReportRead) || !authz.SetOf(p.Lost...).Has(authz.LoginAsClient) || authz.SetOf(p.Lost...).Has(authz.OrganizationRead) {
		t.Errorf("gained %v, lost %v", p.Gained, p.Lost)
	}
	if after := h.snapshot(); after["users"] != before["users"] || after["audit_events"] != before["audit_events"] {
		t.Error("a preview wrote")
	}
	changed, err := h.UserRolesSet(h.ctx, u.ID, p.Token, new("moved"))
	h.must(err)
	if *changed.ResellerRole != user.ResellerRoleRESELLER_VIEWER || changed.RoleRank != 14 || changed.Version != u.Version+1 {
		t.Errorf("changed: %+v", changed)
	}
	want := `[{"after": "RESELLER_VIEWER", "field": "resellerRole", "before": "RESELLER_SUPPORT"}, {"after": "Status Updates", "field": "grants"}] moved`
	if got := h.look("SELECT changes::text || ' ' || reason FROM audit_events WHERE action = 'user.roles_changed'"); got != want {
		t.Errorf("audit\n%s\nwant\n%s", got, want)
	}
	if got := h.look("SELECT args->>'added' || (args->>'removed') FROM river_job WHERE kind = 'mail_role_changed'"); got != `["Reseller Viewer", "Status Updates"]["Reseller Support"]` {
		t.Errorf("mail %s", got)
	}
	// The plan was good once; the next one is for the caller alone.
	h.refused("STALE at input.planToken", func() error { return errOf(h.UserRolesSet(h.ctx, u.ID, p.Token, nil)) })
	second := h.staff("second@northwind.test", user.ResellerRoleRESELLER_ADMIN)
	next := h.plan(h.ctx, u, h.wants("RESELLER_SUPPORT", branding))
	h.refused("TOKEN_INVALID at input.planToken", func() error { return errOf(h.UserRolesSet(h.as(second), u.ID, next.Token, nil)) })
	h.refused("TOKEN_INVALID at input.planToken", func() error { return errOf(h.UserRolesSet(h.ctx, second.ID, next.Token, nil)) })
	h.refused("TOKEN_INVALID at input.planToken", func() error { return errOf(h.UserRolesSet(h.ctx, u.ID, next.Token+"A", nil)) })
	h.clock.advance(planTTL)
	h.refused("EXPIRED at input.planToken", func() error { return errOf(h.UserRolesSet(h.ctx, u.ID, next.Token, nil)) })
}

func TestRolesRefusals(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	second := h.staff("second@northwind.test", user.ResellerRoleRESELLER_ADMIN)
	viewer := h.staff("viewer@northwind.test", user.ResellerRoleRESELLER_VIEWER)
	manager := h.as(h.join(h.root, NewInvitation{Email: "users@northwind.test", RoleIDs: []uuid.UUID{h.systemRole(authz.RoleUserAdmin)}}))
	agent := h.join(org.ID, NewInvitation{Email: "agent@harbour.test", UserType: new(user.UserTypeAGENT)})
	analyst := h.join(org.ID, NewInvitation{Email: "analyst@harbour.test", UserType: new(user.UserTypeANALYST)})
	boss := h.as(h.join(org.ID, NewInvitation{Email: "tenant@harbour.test", UserType: new(user.UserTypeTENANT_ADMIN)}))
	branding, status := h.systemRole(authz.RoleBrandingAdmin), h.systemRole(authz.RoleServiceStatus)
	writer, err := h.RoleCreate(boss, NewRole{OrganizationID: org.ID, Name: "Writer", Permissions: []authz.Permission{authz.BotManage}})
	h.must(err)
	reader, err := h.RoleCreate(boss, NewRole{OrganizationID: org.ID, Name: "Reader", Permissions: []authz.Permission{authz.BotRead}})
	h.must(err)
	h.setRoles(h.ctx, second, h.wants("RESELLER_ADMIN", branding))
	second = h.reload(second)
	soon, past := h.Now().Add(time.Hour), h.Now().Add(-time.Hour)
	timed := func(role uuid.UUID, from, until *time.Time) RolesWish {
		return RolesWish{Grants: &[]GrantWish{{RoleID: role, StartsAt: from, ExpiresAt: until}}}
	}
	keep := RolesWish{Grants: &[]GrantWish{}}
	for name, c := range map[string]struct {
		ctx  context.Context
		u    *db.User
		wish RolesWish
		want string
	}{
		"oneself":                       {h.ctx, h.admin, h.wants("RESELLER_ADMIN", status), "SELF_FORBIDDEN at id"},
		"an administrator made":         {manager, viewer, h.wants("RESELLER_ADMIN"), "ROLE_OUT_OF_SCOPE at input.resellerRole"},
		"an administrator stripped":     {manager, second, h.wants("RESELLER_VIEWER", branding), "ROLE_OUT_OF_SCOPE at input.resellerRole"},
		"a role taken one cannot give":  {manager, second, keep, "ROLE_OUT_OF_SCOPE at input.grants"},
		"a role one cannot give":        {manager, viewer, h.wants("RESELLER_VIEWER", branding), "ROLE_OUT_OF_SCOPE at input.grants.0.roleId"},
		"a viewer who writes":           {h.ctx, viewer, h.wants("RESELLER_VIEWER", branding), "ROLE_CONFLICT at input.grants"},
		"an analyst who writes":         {boss, analyst, timed(writer.ID, nil, nil), "ROLE_CONFLICT at input.grants"},
		"an analyst who reads":          {boss, analyst, timed(reader.ID, nil, nil), ""},
		"no role at all":                {h.ctx, viewer, h.wants(""), "REQUIRED at input.resellerRole"},
		"staff role of a customer":      {h.ctx, agent, h.wants("RESELLER_VIEWER"), "ROLE_OUT_OF_SCOPE at input.resellerRole"},
		"permission role of a customer": {h.ctx, agent, timed(branding, nil, nil), "ROLE_OUT_OF_SCOPE at input.grants.0.roleId"},
		"a customer's role of staff":    {h.ctx, viewer, timed(writer.ID, nil, nil), "NOT_FOUND at input.grants.0.roleId"},
		"a user type as a grant":        {h.ctx, agent, timed(h.systemRole(authz.RoleAgent), nil, nil), "ROLE_OUT_OF_SCOPE at input.grants.0.roleId"},
		"an unknown role":               {h.ctx, agent, timed(uuid.New(), nil, nil), "NOT_FOUND at input.grants.0.roleId"},
		"ended before now":              {boss, agent, timed(writer.ID, nil, &past), "INVALID at input.grants.0.expiresAt"},
		"ended before begun":            {boss, agent, timed(writer.ID, &soon, &soon), "INVALID at input.grants.0.expiresAt"},
		"six years":                     {boss, agent, timed(writer.ID, nil, new(h.Now().Add(6*365*24*time.Hour))), "INVALID at input.grants.0.expiresAt"},
		"twice":                         {boss, agent, h.wants("", writer.ID, writer.ID), "DUPLICATE at input.grants.1.roleId"},
		"from another place":            {boss, agent, RolesWish{Grants: &[]GrantWish{{RoleID: writer.ID, OrganizationID: h.root}}}, "NOT_FOUND at input.grants.0.organizationId"},
		"staff, of a tenant's":          {boss, viewer, keep, "NOT_FOUND at id"},
	} {
		t.Run(name, func(t *testing.T) {
			if c.u == agent && c.wish.ResellerRole.Given && c.wish.ResellerRole.Value == nil {
				c.wish.ResellerRole.Given = false
			}
			if got := refusal(errOf(h.UserRolesPreview(c.ctx, c.u.ID, c.wish))); got != c.want {
				t.Errorf("refusal %q, want %q", got, c.want)
			}
		})
	}
	// The last administrator does not step down by another's hand. Only who is
	// one himself could try, so the other one is put to sleep behind his back.
	h.exec("UPDATE users SET reseller_role = NULL WHERE id = $1", second.ID)
	ctx := h.as(h.admin)
	authz.FromContext(ctx).UserID = second.ID
	if got := refusal(errOf(h.UserRolesPreview(ctx, h.admin.ID, h.wants("RESELLER_VIEWER")))); got != "LAST_ADMIN at input.resellerRole" {
		t.Errorf("the last administrator: %q", got)
	}
}

// Plans go stale by whatever they were based on.
func TestPlanGoesStale(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	agent := h.join(org.ID, NewInvitation{Email: "agent@harbour.test", UserType: new(user.UserTypeAGENT)})
	r, err := h.RoleCreate(h.ctx, NewRole{OrganizationID: org.ID, Name: "Night", Permissions: []authz.Permission{authz.BotRead}})
	h.must(err)
	wish := RolesWish{Grants: &[]GrantWish{{RoleID: r.ID}}}
	for name, change := range map[string]func(){
		"the user": func() { h.must(errOf(h.UserUpdate(h.ctx, agent.ID, UserPatch{Phone: given("+4930901820")}))) },
		"the role": func() {
			h.must(errOf(h.RoleUpdate(h.ctx, r.ID, RolePatch{Permissions: &[]authz.Permission{authz.BotRead, authz.BotManage}})))
		},
		"the assignments": func() {
			h.exec("INSERT INTO role_assignments (id, reseller_id, account_id, user_id, role_id, organization_id, created_at) SELECT gen_random_uuid(), reseller_id, account_id, $1, id, $3, now() FROM roles WHERE id = $2", agent.ID, r.ID, org.ID)
		},
	} {
		token := h.plan(h.ctx, agent, wish).Token
		change()
		t.Log(name)
		h.refused("STALE at input.planToken", func() error { return errOf(h.UserRolesSet(h.ctx, agent.ID, token, nil)) })
	}
}

// Sessions that have shown no second factor end when a role begins to ask.
func TestRolesAskForSecondFactor(t *testing.T) {
	h := setup(t)
	u := h.staff("eve@northwind.test", user.ResellerRoleRESELLER_SUPPORT)
	h.must(errOf(h.RoleTwoFactorSet(h.ctx, h.systemRole(authz.RoleBrandingAdmin), true)))
	open, proven := h.signIn(u), h.signIn(u)
	h.exec("UPDATE sessions SET two_factor = true WHERE id = $1", proven)
	w := h.wants("RESELLER_SUPPORT", h.systemRole(authz.RoleBrandingAdmin))
	p := h.plan(h.ctx, u, w)
	if p.SessionsToRenew != 1 {
		t.Errorf("%d sessions to renew", p.SessionsToRenew)
	}
	h.must(errOf(h.UserRolesSet(h.ctx, u.ID, p.Token, nil)))
	if got := h.look("SELECT string_agg(id::text || revoked_reason, ' ') FROM sessions WHERE user_id = $1 AND revoked_at IS NOT NULL", u.ID); got != open.String()+reasonSecondFactor {
		t.Errorf("ended: %s", got)
	}
	if p := h.plan(h.ctx, h.reload(u), RolesWish{}); p.SessionsToRenew != 0 {
		t.Error("it was asked for before")
	}
}

// Administrators who demote each other at once: one of two stays, and of three
// nobody acts by a role that was taken from him.
func TestAdministratorsDemoteEachOther(t *testing.T) {
	h := setup(t)
	rounds := rounds()
	admins := []*db.User{h.admin, h.staff("b@northwind.test", user.ResellerRoleRESELLER_ADMIN), h.staff("c@northwind.test", user.ResellerRoleRESELLER_ADMIN)}
	won := map[int]int{}
	for round := range rounds {
		n := 2 + round%2
		h.exec("UPDATE users SET reseller_role = CASE WHEN email_key = ANY(ARRAY['admin@northwind.test','b@northwind.test']) OR $1 = 3 THEN 'RESELLER_ADMIN' ELSE 'RESELLER_SUPPORT' END", n)
		ctxs, tokens, results := make([]context.Context, n), make([]string, n), make([]string, n)
		for i := range n {
			ctxs[i] = h.as(h.reload(admins[i]))
			tokens[i] = h.plan(ctxs[i], admins[(i+1)%n], h.wants("RESELLER_SUPPORT")).Token
		}
		var wg sync.WaitGroup
		for i := range n {
			wg.Go(func() { results[i] = refusal(errOf(h.UserRolesSet(ctxs[i], admins[(i+1)%n].ID, tokens[i], nil))) })
		}
		wg.Wait()
		wins := 0
		for _, r := range results {
			if r == "" {
				wins++
			} else if r != "FORBIDDEN" && r != "NOT_FOUND at id" {
				t.Fatalf("round %d: %q", round, results)
			}
		}
		left := h.look("SELECT count(*)::text FROM users WHERE reseller_role = 'RESELLER_ADMIN' AND status = 'ACTIVE'")
		if left == "0" || n == 2 && (wins != 1 || left != "1") || n == 3 && wins != 1 && wins != 2 {
			t.Fatalf("round %d of %d: %q, %s left", round, n, results, left)
		}
		won[10*n+wins]++
	}
	t.Logf("%d rounds; administrators and wins: %v", rounds, won)
}

// A change of nothing is a plan as well; set, it leaves no trace.
func TestRolesPlanOfNothing(t *testing.T) {
	h := setup(t)
	u := h.staff("eve@northwind.test", user.ResellerRoleRESELLER_SUPPORT)
	for _, wish := range []RolesWish{{}, h.wants("RESELLER_SUPPORT")} {
		p := h.plan(h.ctx, u, wish)
		if p.Token == "" || len(p.Added)+len(p.Removed)+len(p.Gained)+len(p.Lost)+p.SessionsToRenew != 0 {
			t.Errorf("plan of nothing: %+v", p)
		}
		h.refused("", func() error {
			same, err := h.UserRolesSet(h.ctx, u.ID, p.Token, new("why not"))
			if err == nil && same.Version != u.Version {
				t.Errorf("version %d, want %d", same.Version, u.Version)
			}
			return err
		})
	}
}
