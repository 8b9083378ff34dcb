package directory

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/actiontoken"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
)

func (h *house) askEmail(ctx context.Context, id uuid.UUID, address string) func() error {
	return func() error { return errOf(h.UserEmailChange(ctx, id, EmailChange{Email: address})) }
}

func TestUserEmailChange(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	u := h.hand(org.ID, "ida@harbour.test")
	other := h.hand(org.ID, "bo@harbour.test")
	self := h.as(u)
	h.refused("INVALID at input.email", h.askEmail(self, u.ID, "no address"))
	h.refused("REQUIRED at input.email", h.askEmail(self, u.ID, "  "))
	h.refused("TOO_LONG at input.email", h.askEmail(self, u.ID, strings.Repeat("x", 195)+"@a.test"))
	h.refused("DISPOSABLE_EMAIL at input.email", h.askEmail(self, u.ID, "ida@trash.test"))
	h.refused("INVALID at input.email", h.askEmail(self, u.ID, "IDA@Harbour.test"))
	h.refused("TAKEN at input.email", h.askEmail(h.ctx, u.ID, "Bo@harbour.test"))
	h.refused("NOT_FOUND at id", h.askEmail(self, other.ID, "x@harbour.test"))
	h.refused("STALE at input.expectedVersion", func() error {
		return errOf(h.UserEmailChange(self, u.ID, EmailChange{Email: "x@harbour.test", ExpectedVersion: given(99).Value}))
	})
	h.refused("WRONG_STATE at id", func() error { return errOf(h.UserEmailChangeCancel(self, u.ID)) })

	// Who may see nobody learns nothing of the others' addresses, and they get
	// no mail.
	taken, err := h.UserEmailChange(self, u.ID, EmailChange{Email: "bo@harbour.test"})
	h.must(err)
	if *taken.PendingEmail != "bo@harbour.test" || h.countJobs("mail_email_confirm") != "0" || h.countJobs("mail_email_change_asked") != "1" {
		t.Errorf("%v, %s and %s mails", *taken.PendingEmail, h.countJobs("mail_email_confirm"), h.countJobs("mail_email_change_asked"))
	}
	first := h.lastLink(u, actiontoken.PurposeEMAIL_CHANGE)
	h.refused("TAKEN at token", func() error { return errOf(h.UserEmailConfirm(t.Context(), first)) })

	asked, err := h.UserEmailChange(self, u.ID, EmailChange{Email: " Ida.Marsh@Example.test ", ExpectedVersion: &taken.Version})
	h.must(err)
	if *asked.PendingEmail != "Ida.Marsh@Example.test" || asked.Email != u.Email || asked.Version != taken.Version+1 {
		t.Errorf("%q beside %q, version %d", *asked.PendingEmail, asked.Email, asked.Version)
	}
	h.refused("TOKEN_INVALID at token", func() error { return errOf(h.UserEmailConfirm(t.Context(), first)) }) // replaced
	token := h.lastLink(u, actiontoken.PurposeEMAIL_CHANGE)
	h.refused("TOKEN_INVALID at input.token", func() error { return h.PasswordReset(t.Context(), token, newPassword) })

	cancelled, err := h.UserEmailChangeCancel(self, u.ID)
	h.must(err)
	if cancelled.PendingEmail != nil {
		t.Errorf("still waits: %q", *cancelled.PendingEmail)
	}
	h.refused("TOKEN_INVALID at token", func() error { return errOf(h.UserEmailConfirm(t.Context(), token)) })

	for range MaxLinksPerHour - 2 {
		h.must(h.askEmail(self, u.ID, "next@example.test")())
	}
	h.refused("LIMIT_REACHED at id", h.askEmail(self, u.ID, "next@example.test"))
	h.clock.advance(EmailLinkTTL)
	h.refused("EXPIRED at token", func() error {
		return errOf(h.UserEmailConfirm(t.Context(), h.lastLink(u, actiontoken.PurposeEMAIL_CHANGE)))
	})
}

func TestUserEmailConfirm(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	h.join(org.ID, NewInvitation{Email: "deputy@harbour.test", Access: membership.ClientAccessADMIN})
	u := h.join(org.ID, NewInvitation{Email: "ida@harbour.test", Access: membership.ClientAccessADMIN})
	_, err := h.UserPasswordResetLinkSend(h.ctx, u.ID)
	h.must(err)
	reset := h.lastLink(u, actiontoken.PurposePASSWORD_RESET)
	_, open := h.enter(u.Email, goodPassword)
	h.must(h.askEmail(h.ctx, u.ID, "Marsh@Example.test")()) // an administrator asks
	token := h.lastLink(u, actiontoken.PurposeEMAIL_CHANGE)
	before := h.reload(u)
	address, err := h.UserEmailConfirm(t.Context(), token)
	h.must(err)
	after := h.reload(u)
	if address != "Marsh@Example.test" || after.Email != address || after.EmailKey != "marsh@example.test" || after.PendingEmail != nil ||
		after.DisplayName != "Marsh" || after.SortName != "marsh" || !strings.Contains(after.SearchText, "marsh@example.test") ||
		strings.Contains(after.SearchText, "ida") || after.Version != before.Version+1 || !after.EmailVerifiedAt.Equal(h.Now()) {
		t.Errorf("%+v", after)
	}
	if got := h.openSessions(u); got != open.Session.ID.String() {
		t.Errorf("open sessions: %s", got)
	}
	if got := h.look("SELECT actor_email FROM audit_events WHERE target_id = $1 AND action = 'user.email_changed'", u.ID); got != u.Email {
		t.Errorf("the audit log names %q", got)
	}
	if got := h.look("SELECT args->>'old_address' FROM river_job WHERE kind = 'mail_email_changed'"); got != u.Email {
		t.Errorf("mail to %q", got)
	}
	again := func() error { return errOf(h.UserEmailConfirm(t.Context(), token)) }
	h.refused("TOKEN_INVALID at token", again)
	h.refused("TOKEN_INVALID at input.token", func() error { return h.PasswordReset(t.Context(), reset, newPassword) })
	if got := h.signInError("ida@harbour.test", goodPassword); got != "INVALID_CREDENTIALS at input.email" {
		t.Errorf("the old address: %q", got)
	}
	if got := h.signInError("marsh@example.test", goodPassword); got != "" {
		t.Errorf("the new address: %q", got)
	}

	// Whoever resets the password ends a change of address with it.
	h.must(h.askEmail(h.ctx, u.ID, "third@example.test")())
	token = h.lastLink(u, actiontoken.PurposeEMAIL_CHANGE)
	_, _, err = h.UserPasswordReset(h.ctx, u.ID)
	h.must(err)
	h.refused("TOKEN_INVALID at token", again)
	h.must(h.askEmail(h.ctx, u.ID, "third@example.test")())
	token = h.lastLink(u, actiontoken.PurposeEMAIL_CHANGE)
	h.must(h.UserDelete(h.ctx, u.ID, Deletion{ConfirmEmail: "marsh@example.test"}))
	h.refused("TOKEN_INVALID at token", again)
}

// A link confirmed while its user is suspended either came first or does
// nothing; two who want one address: one gets it.
func TestUserEmailConfirmRaces(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	a, b := h.hand(org.ID, "a@harbour.test"), h.hand(org.ID, "b@harbour.test")
	both := func(left, right func() error) (string, string) {
		var l, r string
		var all sync.WaitGroup
		all.Go(func() { l = refusal(left()) })
		all.Go(func() { r = refusal(right()) })
		all.Wait()
		return l, r
	}
	confirm := func(u *db.User) func() error {
		token := h.lastLink(u, actiontoken.PurposeEMAIL_CHANGE)
		return func() error { return errOf(h.UserEmailConfirm(t.Context(), token)) }
	}
	h.must(h.askEmail(h.ctx, a.ID, "wanted@example.test")())
	h.must(h.askEmail(h.ctx, b.ID, "wanted@example.test")())
	if l, r := both(confirm(a), confirm(b)); (l == "") == (r == "") || l+r != "TAKEN at token" {
		t.Errorf("two for one address: %q and %q", l, r)
	}
	if n := h.look("SELECT count(*) FROM login_directories WHERE email_key = 'wanted@example.test'"); n != "1" {
		t.Errorf("%s sign-in addresses", n)
	}
	for round := range 4 {
		h.clock.advance(time.Hour)
		before := h.reload(a).Email
		h.must(h.askEmail(h.ctx, a.ID, "round"+string(rune('0'+round))+"@example.test")())
		suspend := func() error { return errOf(h.UserSuspend(h.ctx, a.ID, Suspension{})) }
		confirmed, suspended := both(confirm(a), suspend)
		now := h.reload(a)
		if suspended != "" || now.Status != user.StatusSUSPENDED || now.PendingEmail != nil {
			t.Errorf("suspend: %q, %s, %v", suspended, now.Status, now.PendingEmail)
		}
		if (confirmed == "") != (now.Email != before) || confirmed != "" && confirmed != "TOKEN_INVALID at token" {
			t.Errorf("confirm: %q, from %s to %s", confirmed, before, now.Email)
		}
		_, err := h.UserReactivate(h.ctx, a.ID, nil)
		h.must(err)
	}
}
