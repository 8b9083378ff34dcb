package directory

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/internal/session"
)

// standing is what the memberships of a user are, by organization.
func (h *house) standing(u *uuid.UUID) string {
	h.t.Helper()
	return h.look(`SELECT string_agg(o.name || ' ' || m.status || ' ' || m.client_access || coalesce(' ' || (
			SELECT string_agg(g.module, ',') FROM module_grants g WHERE g.membership_id = m.id), ''), '; ' ORDER BY o.name)
		FROM memberships m JOIN organizations o ON o.id = m.organization_id WHERE m.user_id = $1`, u)
}

// Who belongs to one organization of an account is asked into another one as
// the user he is.
func TestInviteAcrossAnAccount(t *testing.T) {
	h := setup(t)
	org, other := h.customer("Harbour", new(2)), h.customer("Other", nil)
	east, west := h.subAccount(org, "East"), h.subAccount(org, "West")
	own := h.customRole(west)
	ada := h.join(east.ID, NewInvitation{Email: "ada@harbour.test", FirstName: new("Ada"), UserType: new(user.UserTypeAGENT)})
	h.join(org.ID, NewInvitation{Email: "boss@harbour.test", Access: membership.ClientAccessADMIN})

	in := NewInvitations{OrganizationID: west.ID, Locale: new("de"), Items: []NewInvitation{
		{Email: "ADA@harbour.test", Modules: []string{"REPORTS"}},
		{Email: "new@harbour.test"},
	}}
	verdicts, err := h.InvitationsCreate(h.ctx, in)
	h.must(err)
	give := func(invited uuid.UUID) { // a role, as an invitation does
		h.exec(`INSERT INTO role_assignments (reseller_id, id, account_id, organization_id, user_id, role_id, created_at)
			SELECT reseller_id, $2, account_id, organization_id, user_id, $3, created_at FROM invitations WHERE id = $1`, invited, uuid.New(), own)
	}
	got := outcomes(verdicts)
	if got[0] != "INVITED" || got[1] != "REJECTED_SEAT_LIMIT SEAT_LIMIT_REACHED at input.items.1.email" || *verdicts[0].UserID != ada.ID {
		t.Fatalf("she has her seat: %v", got)
	}
	give(*verdicts[0].InvitationID)
	if got := h.standing(&ada.ID); got != "East ACTIVE USER; West REMOVED USER REPORTS" {
		t.Errorf("before she accepts: %s", got)
	}
	again, err := h.InvitationsCreate(h.ctx, in)
	h.must(err)
	if got := outcomes(again)[0]; got != "SKIPPED_ALREADY_INVITED ALREADY_INVITED at input.items.0.email" {
		t.Errorf("asked twice: %s", got)
	}
	token := h.token(*verdicts[0].InvitationID)
	p, err := h.InvitationPreview(t.Context(), token)
	h.must(err)
	if fmt.Sprint(p.RoleNames) != "[Client User Own]" {
		t.Errorf("the link promises %v", p.RoleNames)
	}
	signIns := h.Sessions.(session.Accounts)
	roles := func() string {
		v, err := signIns.ViewerOf(t.Context(), h.reseller, ada.ID)
		h.must(err)
		return fmt.Sprint(len(v.Assignments))
	}
	if got := roles(); got != "2" {
		t.Errorf("%s roles before she accepts, want her type and membership in East", got)
	}

	// Withdrawn, nothing of it stays.
	h.must(errOf(h.InvitationRevoke(h.ctx, *verdicts[0].InvitationID)))
	if got := h.standing(&ada.ID) + h.look("SELECT count(*)::text FROM role_assignments WHERE user_id = $1", ada.ID); got != "East ACTIVE USER0" {
		t.Errorf("withdrawn: %s", got)
	}
	verdicts, err = h.InvitationsCreate(h.ctx, in)
	h.must(err)
	give(*verdicts[0].InvitationID)
	joined := h.accept(h.token(*verdicts[0].InvitationID))
	if joined.ID != ada.ID || joined.FirstName != "Ada" || joined.Locale != nil || joined.OrganizationID != east.ID || joined.RoleRank != ada.RoleRank {
		t.Errorf("joined: %+v", joined)
	}
	if got := h.standing(&ada.ID) + " " + roles(); got != "East ACTIVE USER; West ACTIVE USER REPORTS 4" {
		t.Errorf("accepted: %s", got)
	}
	if got := h.look("SELECT string_agg(action, ' ' ORDER BY id) FROM audit_events WHERE target_id = $1", ada.ID); got != "user.activated membership.joined" {
		t.Errorf("the log says %q", got)
	}
	for name, c := range map[string]struct {
		org  uuid.UUID
		item NewInvitation
		want string
	}{
		"a member":          {west.ID, NewInvitation{}, "SKIPPED_EXISTING_USER ALREADY_MEMBER at input.items.0.email"},
		"another type":      {org.ID, NewInvitation{UserType: new(user.UserTypeAGENT)}, "REJECTED_FORBIDDEN_ROLE IMMUTABLE at input.items.0.userType"},
		"another customer":  {other.ID, NewInvitation{UserType: new(user.UserTypeAGENT)}, "INVITED"},
		"the account above": {org.ID, NewInvitation{Access: membership.ClientAccessADMIN}, "INVITED"},
	} {
		c.item.Email = "ada@harbour.test"
		verdicts, err := h.InvitationsCreate(h.ctx, NewInvitations{OrganizationID: c.org, Items: []NewInvitation{c.item}, DryRun: true})
		h.must(err)
		if got := outcomes(verdicts)[0]; got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	h.exec("UPDATE users SET status = 'SUSPENDED' WHERE id = $1", ada.ID)
	verdicts, err = h.InvitationsCreate(h.ctx, offer(org.ID, "ada@harbour.test"))
	h.must(err)
	if got := outcomes(verdicts)[0]; got != "SKIPPED_EXISTING_USER WRONG_STATE at input.items.0.email" {
		t.Errorf("suspended: %s", got)
	}
	if n := h.look("SELECT count(*)::text FROM users WHERE email_key = 'ada@harbour.test'"); n != "1" {
		t.Errorf("%s users of one address", n)
	}
}

// What only reads stays so, whichever organization gives more.
func TestInviteReaderElsewhere(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	east, west := h.subAccount(org, "East"), h.subAccount(org, "West")
	h.join(east.ID, NewInvitation{Email: "eye@harbour.test", UserType: new(user.UserTypeVIEWER)})
	verdicts, err := h.InvitationsCreate(h.ctx, NewInvitations{OrganizationID: west.ID, Items: []NewInvitation{
		{Email: "eye@harbour.test", Access: membership.ClientAccessADMIN},
	}})
	h.must(err)
	if got := outcomes(verdicts)[0]; got != "REJECTED_FORBIDDEN_ROLE ROLE_CONFLICT at input.items.0.access" {
		t.Errorf("a reader as administrator: %s", got)
	}
}

// At once into every organization of an account: there is one user, and while
// that one waits the others are told so.
func TestInviteAcrossAnAccountAtOnce(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", new(1))
	places := []uuid.UUID{org.ID, h.subAccount(org, "East").ID, h.subAccount(org, "West").ID, h.subAccount(org, "North").ID}
	ask := func() (invited []uuid.UUID) {
		t.Helper()
		found := make([]*uuid.UUID, 2*len(places))
		var wg sync.WaitGroup
		for i := range found {
			wg.Go(func() {
				verdicts, err := h.InvitationsCreate(h.ctx, offer(places[i%len(places)], "ada@harbour.test"))
				if err != nil {
					t.Error(err)
				} else if found[i] = verdicts[0].InvitationID; found[i] == nil && verdicts[0].Outcome != AlreadyInvited && verdicts[0].Outcome != ExistingUser {
					t.Error(outcomes(verdicts))
				}
			})
		}
		wg.Wait()
		for _, id := range found {
			if id != nil {
				invited = append(invited, *id)
			}
		}
		return invited
	}
	first := ask()
	if len(first) != 1 {
		t.Fatalf("%d invitations of one new address", len(first))
	}
	ada := h.accept(h.token(first[0]))
	more := ask()
	if len(more) != len(places)-1 {
		t.Fatalf("%d further invitations, want one for each further organization", len(more))
	}
	// All accepted at once, and each by several.
	var wg sync.WaitGroup
	for _, id := range more {
		token := h.token(id)
		for range 2 {
			wg.Go(func() {
				_, err := h.InvitationAccept(t.Context(), Acceptance{Token: token, Password: goodPassword, TermsVersion: h.TermsVersion})
				if got := refusal(err); got != "" && got != "TOKEN_INVALID at input.token" {
					t.Error(got)
				}
			})
		}
	}
	wg.Wait()
	if got := h.look("SELECT count(*) || ' ' || min(status) || ' ' || max(status) FROM memberships WHERE user_id = $1", ada.ID); got != "4 ACTIVE ACTIVE" {
		t.Errorf("memberships %s", got)
	}
	if n := h.look("SELECT count(*)::text FROM users WHERE email_key = 'ada@harbour.test'"); n != "1" {
		t.Errorf("%s users of one address", n)
	}
}

// Who is a member nowhere any more gets no link that opens nothing, but the one
// that opens something, if there is one.
func TestForgottenByWhoIsShutOut(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	ada := h.join(org.ID, NewInvitation{Email: "ada@harbour.test"})
	h.remove(ada)
	sent := func() string {
		t.Helper()
		h.must(h.remind(h.system(), ada.ID))
		return h.look(`SELECT string_agg(kind || ' ' || n, ', ' ORDER BY kind) FROM (
			SELECT kind, count(*) AS n FROM river_job WHERE kind = 'mail_password_reset'
			OR args->>'invitation_id' IN (SELECT id::text FROM invitations WHERE user_id = $1) GROUP BY kind) k`, ada.ID)
	}
	if got := sent(); got != "mail_invitation 1" {
		t.Errorf("removed: %s", got)
	}
	h.invite(org.ID, NewInvitation{Email: "ada@harbour.test"})
	if got := sent(); got != "mail_invitation 3" {
		t.Errorf("asked back: %s", got)
	}
	h.exec("UPDATE memberships SET status = 'ACTIVE', ended_at = NULL WHERE user_id = $1", ada.ID)
	if got := sent(); got != "mail_invitation 3, mail_password_reset 1" {
		t.Errorf("a member again: %s", got)
	}
}

// A role that is deleted while it is given is either given and taken away, or
// is not there.
func TestInviteWithRoleThatIsDeleted(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	for round := range rounds() {
		r, err := h.RoleCreate(h.ctx, NewRole{OrganizationID: org.ID, Name: fmt.Sprintf("Night %d", round), Permissions: []authz.Permission{authz.BotRead}})
		h.must(err)
		var wg sync.WaitGroup
		wg.Go(func() {
			verdicts, err := h.InvitationsCreate(h.ctx, NewInvitations{OrganizationID: org.ID, Items: []NewInvitation{
				{Email: fmt.Sprintf("p%d@harbour.test", round), RoleIDs: []uuid.UUID{r.ID}},
			}})
			if err != nil {
				t.Error(err)
			} else if got := outcomes(verdicts)[0]; got != "INVITED" && got != "REJECTED_FORBIDDEN_ROLE NOT_FOUND at input.items.0.roleIds.0" {
				t.Error(got)
			}
		})
		wg.Go(func() { h.must(h.RoleDelete(h.ctx, r.ID, nil, true)) })
		wg.Wait()
	}
	if n := h.look("SELECT count(*)::text FROM role_assignments WHERE organization_id = $1", org.ID); n != "0" {
		t.Errorf("%s roles are held that are no more", n)
	}
}

// The name of the organization makes a password easy to guess here, too.
func TestAcceptWithNameOfOrganization(t *testing.T) {
	h := setup(t)
	org := h.customer("Zyxquorvim", nil)
	in := Acceptance{Token: h.token(h.invite(org.ID, NewInvitation{Email: "ada@harbour.test"})), Password: "zyxquorvim1", TermsVersion: h.TermsVersion}
	h.refused("WEAK_PASSWORD at input.password", func() error { return errOf(h.InvitationAccept(t.Context(), in)) })
	h.exec("UPDATE organizations SET name = 'Harbour' WHERE id = $1", org.ID)
	h.must(errOf(h.InvitationAccept(t.Context(), in)))
}

// What is wrong beside the address is told with its path, and is no fault of
// the address.
func TestInviteWithOtherWrongValues(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	verdicts, err := h.InvitationsCreate(h.ctx, NewInvitations{OrganizationID: org.ID, Items: []NewInvitation{
		{Email: "a@harbour.test", FirstName: new(strings.Repeat("x", maxName+1)), LastName: new("\x00")},
		{Email: "@harbour.test", FirstName: new(strings.Repeat("x", maxName+1))},
		{Email: "b@harbour.test", RoleIDs: []uuid.UUID{uuid.New()}},
		{Email: "c@harbour.test"},
	}})
	h.must(err)
	want := []string{
		"NOT_WRITTEN TOO_LONG at input.items.0.firstName, INVALID at input.items.0.lastName",
		"REJECTED_INVALID_EMAIL INVALID at input.items.1.email, TOO_LONG at input.items.1.firstName",
		"REJECTED_FORBIDDEN_ROLE NOT_FOUND at input.items.2.roleIds.0",
		"INVITED",
	}
	if diff := cmp.Diff(want, outcomes(verdicts)); diff != "" {
		t.Error(diff)
	}
	h.refused("INVALID at input.locale", func() error {
		return errOf(h.InvitationsCreate(h.ctx, NewInvitations{OrganizationID: org.ID, Locale: new("xx-nowhere-at-all-9"), Items: offer(org.ID, "d@harbour.test").Items}))
	})
}
