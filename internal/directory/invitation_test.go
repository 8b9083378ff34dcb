package directory

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db/invitation"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
)

func TestResend(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	id := h.invite(org.ID, NewInvitation{Email: "ada@harbour.test"})
	old := h.token(id)
	h.clock.advance(InvitationTTL + time.Second)
	if p, err := h.InvitationPreview(t.Context(), old); err != nil || p.Status != "EXPIRED" {
		t.Fatalf("preview of an expired link: %+v %v", p, err)
	}
	inv, err := h.InvitationResend(h.ctx, id)
	h.must(err)
	if inv.SendCount != 2 || !inv.ExpiresAt.Equal(h.Now().Add(InvitationTTL)) || !inv.LastSentAt.Equal(h.Now()) || inv.Version != 2 {
		t.Errorf("sent again: %+v", inv)
	}
	if p, err := h.InvitationPreview(t.Context(), old); p != nil || err != nil {
		t.Errorf("the old link still opens: %+v %v", p, err)
	}
	h.refused("TOKEN_INVALID at input.token", func() error {
		return errOf(h.InvitationAccept(t.Context(), Acceptance{Token: old, Password: goodPassword, TermsVersion: h.TermsVersion}))
	})
	for range MaxResendsPerHour - 1 {
		h.clock.advance(time.Minute)
		h.must(errOf(h.InvitationResend(h.ctx, id)))
	}
	h.refused("LIMIT_REACHED at id", func() error { return errOf(h.InvitationResend(h.ctx, id)) })
	h.clock.advance(time.Hour)
	h.must(errOf(h.InvitationResend(h.ctx, id)))
	p, err := h.InvitationPreview(t.Context(), h.token(id))
	h.must(err)
	if p.MaskedEmail != "a***@harbour.test" || p.OrganizationName != "Harbour" || p.Status != "PENDING" || p.TermsVersion != h.TermsVersion {
		t.Errorf("preview %+v", p)
	}
	h.accept(h.token(id))
	h.refused("WRONG_STATE at id", func() error { return errOf(h.InvitationResend(h.ctx, id)) })
	h.refused("WRONG_STATE at id", func() error { return errOf(h.InvitationRevoke(h.ctx, id)) })
	h.refused("NOT_FOUND at id", func() error { return errOf(h.InvitationResend(h.ctx, schema.NewID())) })

	// The limit holds at once, too.
	id = h.invite(org.ID, NewInvitation{Email: "bob@harbour.test"})
	var wg sync.WaitGroup
	sent := make([]string, 8)
	for i := range sent {
		wg.Go(func() { sent[i] = refusal(errOf(h.InvitationResend(h.ctx, id))) })
	}
	wg.Wait()
	if n := strings.Count(strings.Join(sent, "\n"), "LIMIT_REACHED at id"); n != len(sent)-MaxResendsPerHour {
		t.Errorf("%d of %d refused: %q", n, len(sent), sent)
	}
}

func TestRevoke(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	for name, wait := range map[string]time.Duration{"open": 0, "expired": InvitationTTL + time.Second} {
		t.Log(name)
		id := h.invite(org.ID, NewInvitation{Email: "ada@harbour.test", Modules: []string{"REPORTS"}})
		token := h.token(id)
		h.clock.advance(wait)
		inv, err := h.InvitationRevoke(h.ctx, id)
		h.must(err)
		if inv.Status != invitation.StatusREVOKED || inv.RevokedAt == nil || *inv.RevokedBy != h.admin.ID {
			t.Errorf("revoked: %+v", inv)
		}
		if got := h.look("SELECT status || email || email_key || display_name FROM users WHERE id = $1", inv.UserID); got != "DELETED" {
			t.Errorf("the user left behind: %q", got)
		}
		if got := h.look("SELECT status FROM memberships WHERE user_id = $1", inv.UserID); got != "REMOVED" {
			t.Errorf("the membership left behind: %q", got)
		}
		if got := h.look("SELECT count(*)::text FROM login_directories WHERE id = $1", inv.UserID); got != "0" {
			t.Error("the address still leads to the user")
		}
		h.refused("TOKEN_INVALID at input.token", func() error {
			return errOf(h.InvitationAccept(t.Context(), Acceptance{Token: token, Password: goodPassword, TermsVersion: h.TermsVersion}))
		})
		if p, err := h.InvitationPreview(t.Context(), token); p != nil || err != nil {
			t.Errorf("the withdrawn link still opens: %+v %v", p, err)
		}
		h.refused("WRONG_STATE at id", func() error { return errOf(h.InvitationRevoke(h.ctx, id)) })
		h.refused("WRONG_STATE at id", func() error { return errOf(h.InvitationResend(h.ctx, id)) })
	}
	// The address is free again, for another user.
	id := h.invite(org.ID, NewInvitation{Email: "ada@harbour.test"})
	if u := h.accept(h.token(id)); u.Status != user.StatusACTIVE {
		t.Errorf("invited again: %+v", u)
	}
}

func TestAccept(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	id := h.invite(org.ID, NewInvitation{Email: "ada@harbour.test", FirstName: new("Ada"), LastName: new("Byron")})
	token := h.token(id)
	in := func(change func(*Acceptance)) Acceptance {
		a := Acceptance{Token: token, Password: goodPassword, TermsVersion: h.TermsVersion}
		change(&a)
		return a
	}
	zero := (&Service{Secret: h.Secret}).invitationToken(uuid.Nil, id, 1)
	forged := (&Service{Secret: []byte(strings.Repeat("x", 32))}).invitationToken(h.reseller, id, 1)
	for name, c := range map[string]struct {
		in   Acceptance
		want string
	}{
		"no token":            {in(func(a *Acceptance) { a.Token = "" }), "TOKEN_INVALID at input.token"},
		"a megabyte":          {in(func(a *Acceptance) { a.Token = "tnti_" + strings.Repeat("A", 1<<20) }), "TOKEN_INVALID at input.token"},
		"a changed token":     {in(func(a *Acceptance) { a.Token = token[:len(token)-4] + "AAAA" }), "TOKEN_INVALID at input.token"},
		"a token with a line": {in(func(a *Acceptance) { a.Token = token + "\n" }), "TOKEN_INVALID at input.token"},
		"another secret":      {in(func(a *Acceptance) { a.Token = forged }), "TOKEN_INVALID at input.token"},
		"no reseller":         {in(func(a *Acceptance) { a.Token = zero }), "TOKEN_INVALID at input.token"},
		"a weak password":     {in(func(a *Acceptance) { a.Password = "short" }), "WEAK_PASSWORD at input.password"},
		"no password":         {in(func(a *Acceptance) { a.Password = "" }), "REQUIRED at input.password"},
		"his own name":        {in(func(a *Acceptance) { a.Password = "byron byron byron" }), "WEAK_PASSWORD at input.password"},
		"other terms":         {in(func(a *Acceptance) { a.TermsVersion = "2025-01" }), "INVALID at input.acceptedTermsVersion"},
		"a name with NUL":     {in(func(a *Acceptance) { a.FirstName = new("A\x00da") }), "INVALID at input.firstName"},
		"a long name":         {in(func(a *Acceptance) { a.LastName = new(strings.Repeat("y", 10_000)) }), "TOO_LONG at input.lastName"},
		"everything": {in(func(a *Acceptance) { a.Password, a.TermsVersion, a.FirstName = "x", "", new("\u202eadA") }),
			"INVALID at input.firstName, INVALID at input.acceptedTermsVersion, WEAK_PASSWORD at input.password"},
	} {
		t.Log(name)
		h.refused(c.want, func() error { return errOf(h.InvitationAccept(t.Context(), c.in)) })
	}

	h.exec("UPDATE organizations SET status = 'SUSPENDED' WHERE id = $1", org.ID)
	h.refused("WRONG_STATE at input.token", func() error { return errOf(h.InvitationAccept(t.Context(), in(func(*Acceptance) {}))) })
	h.exec("UPDATE organizations SET status = 'ACTIVE' WHERE id = $1", org.ID)

	h.clock.advance(InvitationTTL) // to the very end
	h.refused("EXPIRED at input.token", func() error { return errOf(h.InvitationAccept(t.Context(), in(func(*Acceptance) {}))) })
	h.clock.advance(-time.Microsecond)

	u, err := h.InvitationAccept(t.Context(), in(func(a *Acceptance) { a.LastName = new("  Lovelace ") }))
	h.must(err)
	if u.Status != user.StatusACTIVE || u.DisplayName != "Ada Lovelace" || u.SortName != "ada lovelace" || u.PasswordHash == nil ||
		u.EmailVerifiedAt == nil || *u.TermsVersion != h.TermsVersion || u.Version != 2 {
		t.Errorf("accepted: %+v", u)
	}
	if got := h.look("SELECT (joined_at IS NOT NULL)::text FROM memberships WHERE user_id = $1", u.ID); got != "true" {
		t.Error("the membership was not joined")
	}
	h.refused("TOKEN_INVALID at input.token", func() error { return errOf(h.InvitationAccept(t.Context(), in(func(*Acceptance) {}))) })
}

func TestAcceptAtOnce(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	for round := range rounds() {
		address := fmt.Sprintf("p%d@harbour.test", round)
		id := h.invite(org.ID, NewInvitation{Email: address})
		in := Acceptance{Token: h.token(id), Password: goodPassword, TermsVersion: h.TermsVersion}
		results := make([]string, 5)
		var wg sync.WaitGroup
		for i := range results {
			wg.Go(func() {
				if i == len(results)-1 { // somebody withdraws it meanwhile
					results[i] = refusal(errOf(h.InvitationRevoke(h.ctx, id)))
					return
				}
				results[i] = refusal(errOf(h.InvitationAccept(t.Context(), in)))
			})
		}
		wg.Wait()
		won := 0
		for _, r := range results {
			switch r {
			case "":
				won++
			case "TOKEN_INVALID at input.token", "WRONG_STATE at id":
			default:
				t.Errorf("unexpected %q", r)
			}
		}
		if won != 1 {
			t.Errorf("%d of the changes happened: %q", won, results)
		}
	}
}

func TestInvitationAudit(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	id := h.invite(org.ID, NewInvitation{Email: "ada@harbour.test", FirstName: new("Ada")})
	h.must(errOf(h.InvitationResend(h.ctx, id)))
	u := h.accept(h.token(id))
	got := h.look("SELECT string_agg(action || ' by ' || actor_name || ' ' || target_name || ' ' || changes::text, E'\n' ORDER BY id) FROM audit_events WHERE target_id IN ($1, $2)", id, u.ID)
	want := strings.Join([]string{
		`invitation.created by admin ada@harbour.test []`,
		`invitation.resent by admin ada@harbour.test []`,
		`invitation.accepted by Ada ada@harbour.test [{"after": "ACCEPTED", "field": "status", "before": "PENDING"}]`,
		`user.activated by Ada Ada [{"after": "ACTIVE", "field": "status", "before": "PENDING"}]`,
	}, "\n")
	if got != want {
		t.Errorf("the log says\n%s\nwant\n%s", got, want)
	}
	if got := audit.Text("status", "A", "A"); got != nil {
		t.Errorf("no change is listed as %v", got)
	}
}
