package directory

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/role"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// offer is a request with one item per address.
func offer(org uuid.UUID, addresses ...string) NewInvitations {
	in := NewInvitations{OrganizationID: org}
	for _, a := range addresses {
		in.Items = append(in.Items, NewInvitation{Email: a, Access: membership.ClientAccessUSER})
	}
	return in
}

func TestInviteThree(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	h.join(org.ID, NewInvitation{Email: "old@harbour.test"})

	verdicts, err := h.InvitationsCreate(h.ctx, offer(org.ID, "Ada@Harbour.test", "x@trash.test", "OLD@harbour.test"))
	h.must(err)
	want := []string{
		"INVITED",
		"SKIPPED_DISPOSABLE_EMAIL DISPOSABLE_EMAIL at input.items.1.email",
		"SKIPPED_EXISTING_USER ALREADY_MEMBER at input.items.2.email",
	}
	if diff := cmp.Diff(want, outcomes(verdicts)); diff != "" {
		t.Fatal(diff)
	}
	inv, err := h.DB.Client().Invitation.Query().Where(invitation.ID(*verdicts[0].InvitationID)).WithUser().Only(h.system())
	h.must(err)
	u := inv.Edges.User
	if u.Status != user.StatusPENDING || u.Email != "Ada@Harbour.test" || u.EmailKey != "ada@harbour.test" || u.DisplayName != "Ada" ||
		u.AccountID != org.ID || u.RoleRank != 50 || !inv.ExpiresAt.Equal(h.Now().Add(InvitationTTL)) || *inv.InvitedBy != h.admin.ID {
		t.Errorf("user %+v\ninvitation %+v", u, inv)
	}
	for query, want := range map[string]string{
		"SELECT count(*)::text FROM memberships WHERE user_id = $1 AND client_access = 'USER' AND joined_at IS NULL": "1",
		"SELECT count(*)::text FROM login_directories WHERE id = $1 AND email_key = 'ada@harbour.test'":              "1",
	} {
		if got := h.look(query, u.ID); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
	if got := h.look("SELECT count(*)::text FROM river_job WHERE kind = 'mail_invitation' AND args->>'invitation_id' = $1::text", inv.ID); got != "1" {
		t.Errorf("%s mails, want 1", got)
	}
	if strings.Contains(h.look("SELECT string_agg(args::text, ' ') FROM river_job"), "@") {
		t.Error("a job row holds an address")
	}
	again, err := h.InvitationsCreate(h.ctx, offer(org.ID, "ada@harbour.TEST"))
	h.must(err)
	if got := outcomes(again)[0]; got != "SKIPPED_ALREADY_INVITED ALREADY_INVITED at input.items.0.email" {
		t.Errorf("a second invitation: %s", got)
	}
}

func TestInviteRefusesTheWhole(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	sub := h.subAccount(org, "East")
	closed := h.customer("Closed", nil)
	closedSub := h.subAccount(closed, "West")
	h.exec("UPDATE organizations SET status = 'SUSPENDED' WHERE id = $1", closed.ID)
	gone := h.customer("Gone", nil)
	h.exec("UPDATE organizations SET status = 'DELETED' WHERE id = $1", gone.ID)
	member := h.as(h.join(sub.ID, NewInvitation{Email: "member@harbour.test"}))
	clientAdmin := h.as(h.join(org.ID, NewInvitation{Email: "boss@harbour.test", Access: membership.ClientAccessADMIN}))
	support := h.as(h.staff("support@northwind.test", user.ResellerRoleRESELLER_SUPPORT))

	many := make([]string, MaxInvitations+1)
	for i := range many {
		many[i] = fmt.Sprintf("p%d@harbour.test", i)
	}
	withMessage := func(m string) NewInvitations {
		in := offer(org.ID, "a@harbour.test")
		in.Message = &m
		return in
	}
	long := offer(org.ID, "a@harbour.test")
	long.IdempotencyKey = new(strings.Repeat("k", maxKey+1))
	for name, c := range map[string]struct {
		ctx  context.Context
		in   NewInvitations
		want string
	}{
		"nobody named":           {h.ctx, offer(org.ID), "REQUIRED at input.items"},
		"too many":               {h.ctx, offer(org.ID, many...), "LIMIT_REACHED at input.items"},
		"long message":           {h.ctx, withMessage(strings.Repeat("ä", maxMessage+1)), "TOO_LONG at input.message"},
		"message with NUL":       {h.ctx, withMessage("a\x00b"), "INVALID at input.message"},
		"long key":               {h.ctx, long, "TOO_LONG at input.idempotencyKey"},
		"unknown organization":   {h.ctx, offer(schema.NewID(), "a@harbour.test"), "NOT_FOUND at input.organizationId"},
		"deleted organization":   {h.ctx, offer(gone.ID, "a@harbour.test"), "NOT_FOUND at input.organizationId"},
		"suspended organization": {h.ctx, offer(closed.ID, "a@harbour.test"), "WRONG_STATE at input.organizationId"},
		"suspended account":      {h.ctx, offer(closedSub.ID, "a@harbour.test"), "WRONG_STATE at input.organizationId"},
		"a client's user":        {member, offer(sub.ID, "a@harbour.test"), "FORBIDDEN"},
		"support":                {support, offer(org.ID, "a@harbour.test"), "FORBIDDEN"},
		"another customer":       {clientAdmin, offer(closed.ID, "a@harbour.test"), "NOT_FOUND at input.organizationId"},
		"the reseller's own":     {clientAdmin, offer(h.root, "a@harbour.test"), "NOT_FOUND at input.organizationId"},
	} {
		t.Log(name)
		h.refused(c.want, func() error { return errOf(h.InvitationsCreate(c.ctx, c.in)) })
	}
}

func TestInviteVerdicts(t *testing.T) {
	h := setup(t)
	org, other := h.customer("Harbour", nil), h.customer("Other", nil)
	sub, foreign := h.subAccount(org, "East"), h.subAccount(other, "West")
	custom := func(owner uuid.UUID) uuid.UUID {
		r, err := h.DB.Client().Role.Create().SetAccountID(owner).SetOrganizationID(owner).SetKey("own").SetName("Own").
			SetFamily(role.FamilyCUSTOM).SetCreatedAt(h.Now()).SetUpdatedAt(h.Now()).Save(h.system())
		h.must(err)
		return r.ID
	}
	foreignRole := custom(other.ID)
	admin, support, viewer := user.ResellerRoleRESELLER_ADMIN, user.ResellerRoleRESELLER_SUPPORT, user.ResellerRoleRESELLER_VIEWER
	agent, tenantAdmin := user.UserTypeAGENT, user.UserTypeTENANT_ADMIN
	branding, accountUser, clientAdmin := h.systemRole("branding.admin"), h.systemRole("account.user"), h.systemRole("client_admin")

	userAdmin := h.as(h.join(h.root, NewInvitation{Email: "users@northwind.test", RoleIDs: []uuid.UUID{h.systemRole("user.admin"), accountUser}}))
	boss := h.as(h.join(org.ID, NewInvitation{Email: "boss@harbour.test", Access: membership.ClientAccessADMIN}))
	tenant := h.as(h.join(org.ID, NewInvitation{Email: "tenant@harbour.test", UserType: &tenantAdmin, Access: membership.ClientAccessUSER}))

	const forbidden = "REJECTED_FORBIDDEN_ROLE "
	for name, c := range map[string]struct {
		ctx  context.Context
		org  uuid.UUID
		item NewInvitation
		want string
	}{
		"a member without a word about access": {h.ctx, org.ID, NewInvitation{}, "INVITED"},
		"a typed user":                         {h.ctx, org.ID, NewInvitation{UserType: &agent, Access: membership.ClientAccessUSER}, "INVITED"},
		"modules and a sub-account":            {h.ctx, org.ID, NewInvitation{Modules: []string{"CAMPAIGNS", "CAMPAIGNS"}, SubAccountIDs: []uuid.UUID{sub.ID, sub.ID}}, "INVITED"},
		"an administrator with pricing":        {h.ctx, org.ID, NewInvitation{Access: membership.ClientAccessADMIN, Modules: []string{"PRICING"}}, "INVITED"},
		"pricing for a user":                   {h.ctx, org.ID, NewInvitation{Access: membership.ClientAccessUSER, Modules: []string{"REPORTS", "PRICING"}}, forbidden + "MODULE_ADMIN_ONLY at input.items.0.modules.1"},
		"pricing without a word about access":  {h.ctx, org.ID, NewInvitation{Modules: []string{"PRICING"}}, forbidden + "MODULE_ADMIN_ONLY at input.items.0.modules.0"},
		"an unknown module":                    {h.ctx, org.ID, NewInvitation{Modules: []string{"pricing"}}, forbidden + "NOT_FOUND at input.items.0.modules.0"},
		"another customer's sub-account":       {h.ctx, org.ID, NewInvitation{SubAccountIDs: []uuid.UUID{sub.ID, foreign.ID}}, forbidden + "NOT_FOUND at input.items.0.subAccountIds.1"},
		"a customer as sub-account":            {h.ctx, org.ID, NewInvitation{SubAccountIDs: []uuid.UUID{org.ID}}, forbidden + "NOT_FOUND at input.items.0.subAccountIds.0"},
		"a reseller role for a member":         {h.ctx, org.ID, NewInvitation{ResellerRole: &viewer}, forbidden + "ROLE_OUT_OF_SCOPE at input.items.0.resellerRole"},
		"a permission role for a member":       {h.ctx, org.ID, NewInvitation{RoleIDs: []uuid.UUID{branding}}, forbidden + "ROLE_OUT_OF_SCOPE at input.items.0.roleIds.0"},
		"another customer's custom role":       {h.ctx, org.ID, NewInvitation{RoleIDs: []uuid.UUID{foreignRole}}, forbidden + "NOT_FOUND at input.items.0.roleIds.0"},
		"an unknown role":                      {h.ctx, org.ID, NewInvitation{RoleIDs: []uuid.UUID{schema.NewID()}}, forbidden + "NOT_FOUND at input.items.0.roleIds.0"},
		"a client's colleague":                 {boss, org.ID, NewInvitation{Access: membership.ClientAccessADMIN}, "INVITED"},
		"a client's sub-account member":        {boss, sub.ID, NewInvitation{}, "INVITED"},
		"a type beyond the client's right":     {boss, org.ID, NewInvitation{UserType: &tenantAdmin}, forbidden + "ROLE_OUT_OF_SCOPE at input.items.0.userType"},
		"any type by a tenant administrator":   {tenant, org.ID, NewInvitation{UserType: &agent}, "INVITED"},

		"staff":                             {h.ctx, h.root, NewInvitation{ResellerRole: &support, RoleIDs: []uuid.UUID{branding, branding}, Access: membership.ClientAccessUSER}, "INVITED"},
		"staff by permission roles alone":   {h.ctx, h.root, NewInvitation{RoleIDs: []uuid.UUID{accountUser}}, "INVITED"},
		"a viewer with website access":      {h.ctx, h.root, NewInvitation{ResellerRole: &viewer, RoleIDs: []uuid.UUID{accountUser}}, "INVITED"},
		"a viewer who changes branding":     {h.ctx, h.root, NewInvitation{ResellerRole: &viewer, RoleIDs: []uuid.UUID{branding}}, forbidden + "ROLE_CONFLICT at input.items.0.roleIds"},
		"staff without a role":              {h.ctx, h.root, NewInvitation{}, forbidden + "REQUIRED at input.items.0.resellerRole"},
		"staff with a user type":            {h.ctx, h.root, NewInvitation{ResellerRole: &support, UserType: &agent}, forbidden + "INVALID at input.items.0.userType"},
		"staff with client access":          {h.ctx, h.root, NewInvitation{ResellerRole: &support, Access: membership.ClientAccessADMIN}, forbidden + "INVALID at input.items.0.access"},
		"staff with modules":                {h.ctx, h.root, NewInvitation{ResellerRole: &support, Modules: []string{"REPORTS"}}, forbidden + "INVALID at input.items.0.modules"},
		"a client's role for staff":         {h.ctx, h.root, NewInvitation{RoleIDs: []uuid.UUID{clientAdmin}}, forbidden + "ROLE_OUT_OF_SCOPE at input.items.0.roleIds.0"},
		"an administrator by user.admin":    {userAdmin, h.root, NewInvitation{ResellerRole: &admin}, forbidden + "ROLE_OUT_OF_SCOPE at input.items.0.resellerRole"},
		"branding by user.admin, who lacks": {userAdmin, h.root, NewInvitation{RoleIDs: []uuid.UUID{branding}}, forbidden + "ROLE_OUT_OF_SCOPE at input.items.0.roleIds"},
	} {
		t.Log(name)
		c.item.Email = "new@harbour.test"
		in := NewInvitations{OrganizationID: c.org, Items: []NewInvitation{c.item}, DryRun: true}
		ask := func() error {
			verdicts, err := h.InvitationsCreate(c.ctx, in)
			if err != nil {
				return err
			}
			if got := outcomes(verdicts)[0]; got != c.want {
				return fmt.Errorf("%s: %s", name, got)
			}
			return fault.Refuse("AS_WANTED", "", "")
		}
		want := "AS_WANTED at "
		if !strings.Contains(c.want, " ") && c.want != "INVITED" {
			want = c.want
		}
		h.refused(want, ask) // a dry run writes nothing either
		if in.DryRun = false; !strings.HasPrefix(c.want, "INVITED") {
			h.refused(want, ask)
		}
	}
}

func TestInviteWritesGrants(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	a, b := h.subAccount(org, "East"), h.subAccount(org, "West")
	u := h.join(org.ID, NewInvitation{
		Email: "ada@harbour.test", FirstName: new("Ada"), LastName: new("Lovelace"),
		Modules: []string{"CAMPAIGNS", "REPORTS", "CAMPAIGNS"}, SubAccountIDs: []uuid.UUID{b.ID, a.ID, b.ID},
	})
	if u.DisplayName != "Ada Lovelace" {
		t.Errorf("display name %q", u.DisplayName)
	}
	if got := h.look("SELECT string_agg(g.module, ' ' ORDER BY g.module) FROM module_grants g JOIN memberships m ON m.id = g.membership_id WHERE m.user_id = $1", u.ID); got != "CAMPAIGNS REPORTS" {
		t.Errorf("modules %q", got)
	}
	if got := h.look("SELECT count(*)::text FROM sub_account_grants g JOIN memberships m ON m.id = g.membership_id WHERE m.user_id = $1", u.ID); got != "2" {
		t.Errorf("%s sub-accounts", got)
	}
}

func TestInviteAllOrNothing(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	in := offer(org.ID, "a@harbour.test", "b@@harbour.test", "A@harbour.test", "c@harbour.test")
	want := []string{
		"NOT_WRITTEN",
		"REJECTED_INVALID_EMAIL INVALID at input.items.1.email",
		"REJECTED_DUPLICATE DUPLICATE at input.items.2.email",
		"NOT_WRITTEN",
	}
	in.AllOrNothing = true
	h.refused("", func() error {
		verdicts, err := h.InvitationsCreate(h.ctx, in)
		if diff := cmp.Diff(want, outcomes(verdicts)); diff != "" {
			t.Error(diff)
		}
		return err
	})
	in.AllOrNothing = false
	want[0], want[3] = "INVITED", "INVITED"
	verdicts, err := h.InvitationsCreate(h.ctx, in)
	h.must(err)
	if diff := cmp.Diff(want, outcomes(verdicts)); diff != "" {
		t.Error(diff)
	}
	in.Items, in.AllOrNothing = offer(org.ID, "d@harbour.test", "e@harbour.test").Items, true
	if verdicts, err = h.InvitationsCreate(h.ctx, in); err != nil || slices.Contains(outcomes(verdicts), "NOT_WRITTEN") {
		t.Errorf("all good: %v %v", outcomes(verdicts), err)
	}
}

func TestInviteSeats(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", new(3))
	sub := h.subAccount(org, "East")
	h.join(sub.ID, NewInvitation{Email: "one@harbour.test"}) // the account's seats count below it, too
	verdicts, err := h.InvitationsCreate(h.ctx, offer(org.ID, "two@harbour.test", "x@trash.test", "three@harbour.test", "four@harbour.test"))
	h.must(err)
	got := outcomes(verdicts)
	if got[0] != "INVITED" || got[2] != "INVITED" || got[3] != "REJECTED_SEAT_LIMIT SEAT_LIMIT_REACHED at input.items.3.email" {
		t.Error(got)
	}
	h.must(errOf(h.InvitationRevoke(h.ctx, *verdicts[0].InvitationID))) // frees a seat
	h.invite(org.ID, NewInvitation{Email: "four@harbour.test"})

	// Many at once never pass the limit.
	small := h.customer("Small", new(2))
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			if _, err := h.InvitationsCreate(h.ctx, offer(small.ID, fmt.Sprintf("p%d@small.test", i))); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if n := h.look("SELECT count(*)::text FROM users WHERE account_id = $1", small.ID); n != "2" {
		t.Errorf("%s users on 2 seats", n)
	}
}

func TestInviteIdempotency(t *testing.T) {
	h := setup(t)
	org, other := h.customer("Harbour", nil), h.customer("Other", nil)
	in := offer(org.ID, "a@harbour.test", "b@trash.test")
	in.IdempotencyKey = new("k-1")
	first, err := h.InvitationsCreate(h.ctx, in)
	h.must(err)
	h.refused("", func() error {
		second, err := h.InvitationsCreate(h.ctx, in)
		if diff := cmp.Diff(first, second); diff != "" {
			t.Errorf("the repeated answer differs:\n%s", diff)
		}
		return err
	})
	changed := in
	changed.Items = offer(org.ID, "c@harbour.test").Items
	h.refused("IDEMPOTENCY_KEY_REUSED at input.idempotencyKey", func() error { return errOf(h.InvitationsCreate(h.ctx, changed)) })
	elsewhere := offer(other.ID, "a@harbour.test", "b@trash.test")
	elsewhere.IdempotencyKey = in.IdempotencyKey
	h.refused("IDEMPOTENCY_KEY_REUSED at input.idempotencyKey", func() error { return errOf(h.InvitationsCreate(h.ctx, elsewhere)) })

	// Another person's keys are his own, and a key is forgotten after a day.
	colleague := h.as(h.staff("colleague@northwind.test", user.ResellerRoleRESELLER_ADMIN))
	h.must(errOf(h.InvitationsCreate(colleague, changed)))
	h.clock.advance(IdempotencyRetention + 1e6)
	again, err := h.InvitationsCreate(h.ctx, changed)
	h.must(err)
	if again[0].Outcome != AlreadyInvited {
		t.Errorf("after a day: %v", outcomes(again))
	}

	// At once: one writes, the others answer the same.
	racing := offer(org.ID, "race@harbour.test")
	racing.IdempotencyKey = new("race")
	var wg sync.WaitGroup
	ids := make([]uuid.UUID, 4)
	for i := range ids {
		wg.Go(func() {
			if verdicts, err := h.InvitationsCreate(h.ctx, racing); err != nil || verdicts[0].InvitationID == nil {
				t.Errorf("racing: %v %v", outcomes(verdicts), err)
			} else {
				ids[i] = *verdicts[0].InvitationID
			}
		})
	}
	wg.Wait()
	if len(slices.Compact(ids)) != 1 {
		t.Errorf("the same key made several invitations: %v", ids)
	}

	// The same key at once in two accounts: each account has a lock of its
	// own, and still one is refused.
	codes := make([]string, 2)
	for i, o := range []uuid.UUID{org.ID, other.ID} {
		wg.Go(func() {
			in := offer(o, "both@harbour.test")
			in.IdempotencyKey = new("both")
			codes[i] = refusal(errOf(h.InvitationsCreate(h.ctx, in)))
		})
	}
	wg.Wait()
	slices.Sort(codes)
	if codes[0] != "" || codes[1] != "IDEMPOTENCY_KEY_REUSED at input.idempotencyKey" {
		t.Errorf("codes %q", codes)
	}
}

func TestInviteFiveHundred(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", new(10_000))
	subs := make([]uuid.UUID, 30)
	for i := range subs {
		subs[i] = h.subAccount(org, fmt.Sprintf("Sub %d", i)).ID
	}
	people := func(prefix string, more func(*NewInvitation)) NewInvitations {
		in := offer(org.ID)
		for i := range MaxInvitations {
			item := NewInvitation{Email: fmt.Sprintf("%s%d@harbour.test", prefix, i)}
			more(&item)
			in.Items = append(in.Items, item)
		}
		return in
	}
	statements := func(name string, in NewInvitations) {
		t.Helper()
		h.exec("ANALYZE users, memberships, invitations, organizations, role_assignments, user_counters") // as autovacuum does
		start := time.Now()
		ctx, counter := database.WithCounter(h.ctx)
		verdicts, err := h.InvitationsCreate(ctx, in)
		h.must(err)
		for i, v := range verdicts {
			if v.Outcome != Invited {
				t.Fatalf("%s: %d is %s", name, i, outcomes(verdicts)[i])
			}
		}
		n := counter.Count()
		t.Logf("%d people %s: %d statements, %v", len(verdicts), name, n, time.Since(start))
		if n > 12 || len(verdicts) != MaxInvitations {
			t.Errorf("%d people %s: %d statements, want at most 12", len(verdicts), name, n)
		}
	}
	night, err := h.RoleCreate(h.ctx, NewRole{OrganizationID: org.ID, Name: "Night", Permissions: []authz.Permission{authz.BotRead}})
	h.must(err)
	own := night.ID
	gifts := map[string]func(*NewInvitation){
		"and no more": func(*NewInvitation) {},
		"with modules and sub-accounts": func(i *NewInvitation) {
			i.UserType, i.Modules, i.SubAccountIDs = new(user.UserTypeAGENT), []string{"REPORTS", "NUMBERS"}, subs[:1]
		},
		"with a role":          func(i *NewInvitation) { i.RoleIDs = []uuid.UUID{own} },
		"as administrators":    func(i *NewInvitation) { i.Access = membership.ClientAccessADMIN },
		"with 30 sub-accounts": func(i *NewInvitation) { i.SubAccountIDs = subs }, // 15,000 grants pass 65,535 parameters
		"with everything": func(i *NewInvitation) {
			i.Modules, i.SubAccountIDs, i.RoleIDs = []string{"REPORTS", "CAMPAIGNS", "PRICING"}, subs[:2], []uuid.UUID{own}
			i.Access = membership.ClientAccessADMIN
		},
	}
	for i, name := range slices.Sorted(maps.Keys(gifts)) {
		in := people(fmt.Sprintf("p%d-", i), gifts[name])
		in.IdempotencyKey = &name
		statements(name, in)
	}
	if got := h.look("SELECT count(*)::text FROM river_job WHERE kind = 'mail_invitation'"); got != "3001" {
		t.Errorf("%s mails", got)
	}

	// Former members, half of them of a sub-account, are asked back, with and
	// without what they had.
	former := people("p1-", gifts["and no more"])
	h.exec("UPDATE users SET status = 'ACTIVE' WHERE account_id = $1", org.ID)
	h.exec("UPDATE invitations SET status = 'ACCEPTED' WHERE account_id = $1", org.ID)
	for round, name := range []string{"back with a role", "back with everything"} {
		h.exec("UPDATE memberships SET status = 'REMOVED', ended_at = now() WHERE account_id = $1", org.ID)
		h.exec("UPDATE invitations SET status = 'ACCEPTED' WHERE account_id = $1", org.ID)
		for i := range former.Items {
			former.Items[i] = NewInvitation{Email: former.Items[i].Email}
			gifts[strings.Replace(name, "back ", "", 1)](&former.Items[i])
			if i%2 == 1 {
				former.Items[i].Access = membership.ClientAccessUSER
				former.Items[i].Modules = []string{"NUMBERS"}
			}
			if i >= 300 { // and others are new
				former.Items[i].Email = fmt.Sprintf("new%d-%d@harbour.test", round, i)
			}
		}
		former.IdempotencyKey, former.Locale = &name, new([]string{"de", "fr"}[round])
		statements(name, former)
	}
	got := h.look(`SELECT string_agg(module, ' ' ORDER BY module) FROM module_grants g JOIN memberships m ON m.id = g.membership_id
		JOIN users u ON u.id = m.user_id WHERE u.email_key = 'p1-1@harbour.test' AND m.organization_id = $1`, org.ID)
	if got != "NUMBERS" {
		t.Errorf("modules %q of who was asked back", got)
	}
}
