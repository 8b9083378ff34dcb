package directory

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/actiontoken"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/request"
	"tenantry/internal/session"
)

const newPassword = "four yellow lanterns"

// enter opens a session of the user, and answers the context of its viewer.
func (h *house) enter(address, password string) (context.Context, session.Result) {
	h.t.Helper()
	accounts := h.Sessions.(session.Accounts)
	result, err := accounts.SignIn(h.t.Context(), session.SignInInput{Email: address, Password: password, IP: "192.0.2.7"})
	h.must(err)
	if result.Viewer == nil {
		return nil, result
	}
	return authz.NewContext(h.t.Context(), result.Viewer), result
}

func (h *house) signInError(address, password string) string {
	h.t.Helper()
	_, err := h.Sessions.(session.Accounts).SignIn(h.t.Context(), session.SignInInput{Email: address, Password: password, IP: "192.0.2.8"})
	return refusal(err)
}

// openSessions tells the sessions of a user that have not ended.
func (h *house) openSessions(u *db.User) string {
	return h.look("SELECT coalesce(string_agg(id::text, ',' ORDER BY id), '') FROM sessions WHERE user_id = $1 AND revoked_at IS NULL", u.ID)
}

// lastLink is the token of the newest link of a user that still works.
func (h *house) lastLink(u *db.User, purpose actiontoken.Purpose) string {
	h.t.Helper()
	id := h.look("SELECT id FROM action_tokens WHERE user_id = $1 AND purpose = $2 AND used_at IS NULL", u.ID, string(purpose))
	if id == "" {
		h.t.Fatalf("no open link of %s", u.Email)
	}
	return h.actionToken(purpose, u.ResellerID, uuid.MustParse(id))
}

// runForgotten works on the requests that wait.
func (h *house) runForgotten() {
	h.t.Helper()
	rows, err := h.owner.QueryContext(h.t.Context(), "DELETE FROM river_job WHERE kind = 'password_forgotten' RETURNING args")
	h.must(err)
	defer rows.Close()
	for rows.Next() {
		var args []byte
		h.must(rows.Scan(&args))
		var job river.Job[ForgottenPassword]
		h.must(json.Unmarshal(args, &job.Args))
		h.must(h.forgotten(h.t.Context(), &job))
	}
	h.must(rows.Err())
}

// countJobs counts the jobs of a kind.
func (h *house) countJobs(kind string) string {
	return h.look("SELECT count(*) FROM river_job WHERE kind = $1", kind)
}

func (h *house) hand(org uuid.UUID, address string) *db.User {
	h.t.Helper()
	kind := user.UserTypeAGENT
	return h.join(org, NewInvitation{Email: address, FirstName: given("Ida").Value, LastName: given("Marsh").Value, UserType: &kind, Access: membership.ClientAccessUSER})
}

func TestPasswordChange(t *testing.T) {
	h := setup(t)
	u := h.hand(h.customer("Harbour", nil).ID, "ida@harbour.test")
	ctx, here := h.enter(u.Email, goodPassword)
	h.enter(u.Email, goodPassword)
	h.exec("UPDATE users SET must_change_password = false WHERE id = $1", u.ID)

	for _, c := range []struct{ current, next, want string }{
		{"not the password", newPassword, "INVALID_CREDENTIALS at input.currentPassword"},
		{goodPassword, goodPassword, "WEAK_PASSWORD at input.newPassword"},
		{goodPassword, "short", "WEAK_PASSWORD at input.newPassword"},
		{goodPassword, "marshmallow field", "WEAK_PASSWORD at input.newPassword"},
		{goodPassword, "", "REQUIRED at input.newPassword"},
		{goodPassword, strings.Repeat("x", 201), "TOO_LONG at input.newPassword"},
	} {
		if got := refusal(h.PasswordChange(ctx, c.current, c.next)); got != c.want {
			t.Errorf("%q → %q: %q, want %q", c.current, c.next, got, c.want)
		}
	}
	if got := refusal(h.PasswordChange(t.Context(), goodPassword, newPassword)); got != "UNAUTHENTICATED" {
		t.Errorf("nobody: %q", got)
	}

	h.must(h.PasswordChange(ctx, goodPassword, newPassword))
	if open := h.openSessions(u); open != here.Session.ID.String() {
		t.Errorf("open sessions %s, want only %s", open, here.Session.ID)
	}
	if at := h.reload(u).PasswordChangedAt; at == nil || !at.Equal(h.Now()) {
		t.Errorf("changed at %v", at)
	}
	if got := h.look("SELECT string_agg(action || ' ' || actor_email, ',' ORDER BY id) FROM audit_events WHERE target_id = $1 AND action LIKE 'user.password%'", u.ID); got != "user.password_changed "+u.Email {
		t.Errorf("audit: %s", got)
	}
	if n := h.countJobs("mail_password_changed"); n != "1" {
		t.Errorf("%s mails", n)
	}
	if got := h.signInError(u.Email, goodPassword); got != "INVALID_CREDENTIALS at input.email" {
		t.Errorf("the old password: %q", got)
	}
	if got := h.signInError(u.Email, newPassword); got != "" {
		t.Errorf("the new password: %q", got)
	}
}

func TestPasswordChangeIsThrottled(t *testing.T) {
	h := setup(t)
	for range 5 {
		if got := refusal(h.PasswordChange(h.ctx, "not the password", newPassword)); got != "INVALID_CREDENTIALS at input.currentPassword" {
			t.Fatal(got)
		}
	}
	if got := refusal(h.PasswordChange(h.ctx, goodPassword, newPassword)); got != "RATE_LIMITED" {
		t.Errorf("%q after five failures", got)
	}
	h.clock.advance(2 * time.Minute)
	h.must(h.PasswordChange(h.ctx, goodPassword, newPassword))
}

func TestPasswordForgotten(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	u := h.hand(org.ID, "ida@shared.test")
	_, stranger := h.newReseller("Zephyr", "ida@shared.test")
	pending := h.invite(org.ID, NewInvitation{Email: "soon@harbour.test", Access: membership.ClientAccessUSER})
	blocked := h.hand(org.ID, "away@harbour.test")
	_, err := h.UserSuspend(h.ctx, blocked.ID, Suspension{})
	h.must(err)
	before := h.countJobs("mail_invitation")

	// Whoever is meant, the answer costs the same statements. A connection that
	// is new sends some of its own.
	h.DB.Write.SetMaxOpenConns(1)
	h.must(h.PasswordForgotten(request.WithInfo(t.Context(), request.Info{IP: "192.0.2.9"}), "first@harbour.test", nil)) // fills caches
	var costs []int
	for i, address := range []string{"IDA@shared.test", "soon@harbour.test", "away@harbour.test", "nobody@harbour.test"} {
		ctx, counter := database.WithCounter(request.WithInfo(t.Context(), request.Info{ID: "r", IP: "198.51.100." + string(rune('1'+i))}))
		h.must(h.PasswordForgotten(ctx, address, nil))
		costs = append(costs, counter.Count())
	}
	if len(slices.Compact(slices.Clone(costs))) != 1 {
		t.Errorf("statements differ: %v", costs)
	}
	h.DB.Write.SetMaxOpenConns(10)
	h.runForgotten()
	if n := h.countJobs("mail_password_reset"); n != "2" {
		t.Errorf("%s mails with a link, want one for each account of the address", n)
	}
	if n := h.countJobs("mail_invitation"); n == before {
		t.Error("the invitation was not sent again")
	}
	if n := h.look("SELECT send_count FROM invitations WHERE id = $1", pending); n != "1" {
		t.Errorf("the invitation counts %s mails: its link must stay as it is", n)
	}
	first := h.lastLink(u, actiontoken.PurposePASSWORD_RESET)
	h.lastLink(stranger, actiontoken.PurposePASSWORD_RESET)

	// One organization alone; the link before dies.
	h.must(h.PasswordForgotten(t.Context(), "ida@shared.test", &org.ID))
	nowhere := uuid.New()
	h.must(h.PasswordForgotten(t.Context(), "ida@shared.test", &nowhere))
	h.runForgotten()
	if n := h.countJobs("mail_password_reset"); n != "3" {
		t.Errorf("%s mails with a link, want one more", n)
	}
	h.refused("TOKEN_INVALID at input.token", func() error { return h.PasswordReset(t.Context(), first, newPassword) })
	h.refused("INVALID at input.email", func() error { return h.PasswordForgotten(t.Context(), "no address", nil) })
}

// named is an account that nobody but its administrator has heard of.
func (h *house) named(customer, address string) *db.User {
	h.t.Helper()
	kind := user.UserTypeAGENT
	made, err := h.UserCreate(h.ctx, UserCreation{OrganizationID: h.customer(customer, nil).ID, Mode: TemporaryPassword,
		User: NewUser{NewInvitation: NewInvitation{Email: address, FirstName: new("Ida"), LastName: new("Marsh"), UserType: &kind}}})
	h.must(err)
	return made.User
}

// Any number of accounts that only have the address written into them neither
// keep its owner from his link nor fill his mailbox.
func TestPasswordForgottenAmongDecoys(t *testing.T) {
	h := setup(t)
	for i := range maxForgotten + 2 {
		h.named("Decoy "+strconv.Itoa(i), "kim@harbour.test")
	}
	h.clock.advance(time.Minute)
	_, kim := h.newReseller("Zephyr", "kim@harbour.test")
	h.must(h.PasswordForgotten(t.Context(), kim.Email, nil))
	h.runForgotten()
	link := h.lastLink(kim, actiontoken.PurposePASSWORD_RESET)
	if n := h.countJobs("mail_password_reset"); n != "2" {
		t.Errorf("%s mails, want that of the owner and one other", n)
	}
	h.must(h.PasswordReset(t.Context(), link, newPassword))

	// Each way of showing that an address is one's own counts.
	proven := func(u *db.User) string {
		return h.look("SELECT verified::text FROM login_directories WHERE id = $1", u.ID)
	}
	late := h.named("Late", "late@harbour.test")
	if proven(kim) != "true" || proven(late) != "false" {
		t.Errorf("proven: %s by invitation, %s by hand", proven(kim), proven(late))
	}
	h.must(h.PasswordForgotten(t.Context(), late.Email, nil))
	h.runForgotten()
	h.must(h.PasswordReset(t.Context(), h.lastLink(late, actiontoken.PurposePASSWORD_RESET), newPassword))
	if proven(late) != "true" {
		t.Error("a link for a new password proves nothing")
	}
}

func TestPasswordForgottenIsThrottled(t *testing.T) {
	h := setup(t)
	from := func(ip string) context.Context { return request.WithInfo(t.Context(), request.Info{IP: ip}) }
	for _, address := range []string{h.admin.Email, "nobody@northwind.test"} {
		for range 3 {
			h.must(h.PasswordForgotten(from("192.0.2.1"), address, nil))
		}
		if got := refusal(h.PasswordForgotten(from("192.0.2.2"), address, nil)); got != "RATE_LIMITED" {
			t.Errorf("the fourth of %s: %q", address, got)
		}
	}
	refusedFrom := 0
	for i := range 40 {
		if refusal(h.PasswordForgotten(from("192.0.2.3"), "flood"+string(rune('a'+i%26))+string(rune('a'+i/26))+"@northwind.test", nil)) == "RATE_LIMITED" {
			refusedFrom++
		}
	}
	if refusedFrom != 10 {
		t.Errorf("%d of 40 requests of one client were refused", refusedFrom)
	}
	h.clock.advance(2 * time.Minute)
	h.must(h.PasswordForgotten(from("192.0.2.2"), h.admin.Email, nil))
}

func TestPasswordReset(t *testing.T) {
	h := setup(t)
	u := h.hand(h.customer("Harbour", nil).ID, "ida@harbour.test")
	h.enter(u.Email, goodPassword)
	send := func() string {
		h.t.Helper()
		h.clock.advance(time.Hour)
		_, err := h.UserPasswordResetLinkSend(h.ctx, u.ID)
		h.must(err)
		return h.lastLink(u, actiontoken.PurposePASSWORD_RESET)
	}
	invalid := func(token string) {
		t.Helper()
		h.refused("TOKEN_INVALID at input.token", func() error { return h.PasswordReset(t.Context(), token, newPassword) })
	}
	token := send()
	for _, no := range []string{"", "tnta_", "tnta_AAAA", token + "A", token[:len(token)-2] + "zz", strings.Repeat("x", 500), strings.Replace(token, "tnta_", "tnti_", 1)} {
		invalid(no)
	}
	id := uuid.MustParse(h.look("SELECT id FROM action_tokens WHERE used_at IS NULL AND user_id = $1", u.ID))
	other, _ := h.newReseller("Zephyr", "admin@zephyr.test")
	invalid(h.actionToken(actiontoken.PurposePASSWORD_RESET, other, id))        // another reseller's
	invalid(h.actionToken(actiontoken.PurposeEMAIL_CHANGE, h.reseller, id))     // another purpose's
	invalid(h.actionToken(actiontoken.PurposePASSWORD_RESET, h.reseller, u.ID)) // no link at all
	h.refused("WEAK_PASSWORD at input.newPassword", func() error { return h.PasswordReset(t.Context(), token, "harbour12345") })
	h.refused("WEAK_PASSWORD at input.newPassword", func() error { return h.PasswordReset(t.Context(), token, "password123") })

	h.clock.advance(PasswordLinkTTL)
	h.refused("EXPIRED at input.token", func() error { return h.PasswordReset(t.Context(), token, newPassword) })
	older := token
	token = send()
	invalid(older)

	// The holder of the link acts, whoever is signed in.
	h.must(h.PasswordReset(h.ctx, token, newPassword))
	invalid(token)
	if open := h.openSessions(u); open != "" {
		t.Errorf("open sessions: %s", open)
	}
	if got := h.look("SELECT actor_email FROM audit_events WHERE target_id = $1 AND action = 'user.password_reset'", u.ID); got != u.Email {
		t.Errorf("the audit log names %q", got)
	}
	if got := h.signInError(u.Email, newPassword); got != "" {
		t.Errorf("the new password: %q", got)
	}

	token = send()
	_, err := h.UserSuspend(h.ctx, u.ID, Suspension{})
	h.must(err)
	invalid(token)
	_, err = h.UserReactivate(h.ctx, u.ID, nil)
	h.must(err)
	invalid(token) // it died for good
	token = send()
	h.exec("UPDATE organizations SET status = 'SUSPENDED' WHERE id = $1", u.OrganizationID)
	invalid(token)
	h.exec("UPDATE organizations SET status = 'ACTIVE' WHERE id = $1", u.OrganizationID)
	h.must(h.UserDelete(h.ctx, u.ID, Deletion{ConfirmEmail: u.Email}))
	invalid(token)
}

// Of two resets with one link at once, one wins.
func TestPasswordResetRace(t *testing.T) {
	h := setup(t)
	u := h.hand(h.customer("Harbour", nil).ID, "ida@harbour.test")
	for round := range 5 {
		h.clock.advance(time.Hour)
		_, err := h.UserPasswordResetLinkSend(h.ctx, u.ID)
		h.must(err)
		token := h.lastLink(u, actiontoken.PurposePASSWORD_RESET)
		results := make([]string, 4)
		var all sync.WaitGroup
		for i := range results {
			all.Go(func() { results[i] = refusal(h.PasswordReset(t.Context(), token, newPassword)) })
		}
		all.Wait()
		won := 0
		for _, r := range results {
			switch r {
			case "":
				won++
			case "TOKEN_INVALID at input.token":
			default:
				t.Errorf("round %d: %s", round, r)
			}
		}
		if won != 1 {
			t.Errorf("round %d: %d won", round, won)
		}
	}
}

func TestUserPasswordReset(t *testing.T) {
	h := setup(t)
	u := h.hand(h.customer("Harbour", nil).ID, "ida@harbour.test")
	h.enter(u.Email, goodPassword)
	updated, temporary, err := h.UserPasswordReset(h.ctx, u.ID)
	h.must(err)
	if !updated.MustChangePassword || len(temporary) != 23 || strings.Count(temporary, "-") != 3 {
		t.Errorf("%v, %q", updated.MustChangePassword, temporary)
	}
	if open := h.openSessions(u); open != "" {
		t.Errorf("open sessions: %s", open)
	}
	if _, result := h.enter(u.Email, temporary); result.Viewer != nil || result.Token != "" {
		t.Errorf("signing in: %+v", result)
	}
	if got := h.signInError(u.Email, goodPassword); got != "INVALID_CREDENTIALS at input.email" {
		t.Errorf("the old password: %q", got)
	}
	if args := h.look("SELECT args FROM river_job WHERE kind = 'mail_password_changed'"); !strings.Contains(args, `"by_administrator": true`) {
		t.Errorf("mail: %s", args)
	}
	// It is nowhere but in the answer.
	for table := range h.snapshot() {
		if n := h.look("SELECT count(*) FROM "+table+" t WHERE t::text LIKE '%' || $1 || '%'", temporary); n != "0" {
			t.Errorf("table %s holds the password", table)
		}
	}

	reset := func(ctx context.Context, id uuid.UUID) func() error {
		return func() error { _, _, err := h.UserPasswordReset(ctx, id); return err }
	}
	colleague := h.staff("colleague@northwind.test", user.ResellerRoleRESELLER_VIEWER)
	pending := h.look("SELECT user_id FROM invitations WHERE id = $1", h.invite(u.OrganizationID, NewInvitation{Email: "soon@harbour.test", Access: membership.ClientAccessUSER}))
	h.refused("FORBIDDEN at id", reset(h.ctx, h.admin.ID)) // of the reseller's own people nobody's
	h.refused("FORBIDDEN at id", reset(h.ctx, colleague.ID))
	chief, deputy := user.UserTypeTENANT_ADMIN, user.UserTypeAGENT
	manager := h.join(u.OrganizationID, NewInvitation{Email: "chief@harbour.test", FirstName: given("Cleo").Value, LastName: given("Field").Value, UserType: &chief, Access: membership.ClientAccessUSER})
	client := h.join(u.OrganizationID, NewInvitation{Email: "owner@harbour.test", FirstName: given("Owen").Value, LastName: given("Field").Value, UserType: &deputy, Access: membership.ClientAccessADMIN})
	h.refused("SELF_FORBIDDEN at id", reset(h.as(manager), manager.ID))
	h.refused("ROLE_OUT_OF_SCOPE at id", reset(h.as(manager), client.ID))
	h.refused("ROLE_OUT_OF_SCOPE at id", h.askEmail(h.as(manager), client.ID, "mine@harbour.test"))
	h.refused("NOT_FOUND at id", reset(h.ctx, uuid.New()))
	h.refused("WRONG_STATE at id", reset(h.ctx, uuid.MustParse(pending)))
	_, stranger := h.newReseller("Zephyr", "admin@zephyr.test")
	h.refused("NOT_FOUND at id", reset(h.ctx, stranger.ID))
}

func TestTemporaryPasswords(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	s, err := session.New(session.Config{DB: &database.DB{}, Hasher: session.NewHasher(session.DefaultHashParams()), Secret: bytes.Repeat([]byte("s"), 32)})
	if err != nil {
		t.Fatal(err)
	}
	for range 200 {
		p, err := s.TemporaryPassword()
		if err != nil || seen[p] {
			t.Fatalf("%q, %v", p, err)
		}
		seen[p] = true
		if code, message := session.CheckPassword(p, "Ida", "Marsh", "ida@harbour.test"); code != "" {
			t.Errorf("%q: %s", p, message)
		}
		if strings.ContainsAny(p, "01ilo") {
			t.Errorf("%q is hard to read", p)
		}
	}
}

func TestPasswordResetLinkIsLimited(t *testing.T) {
	h := setup(t)
	u := h.hand(h.customer("Harbour", nil).ID, "ida@harbour.test")
	for range MaxLinksPerHour {
		_, err := h.UserPasswordResetLinkSend(h.ctx, u.ID)
		h.must(err)
	}
	send := func() error { return errOf(h.UserPasswordResetLinkSend(h.ctx, u.ID)) }
	h.refused("LIMIT_REACHED at id", send)
	h.refused("SELF_FORBIDDEN at id", func() error { return errOf(h.UserPasswordResetLinkSend(h.ctx, h.admin.ID)) })
	open := h.look("SELECT count(*) FILTER (WHERE used_at IS NULL) || ' of ' || count(*) FROM action_tokens WHERE user_id = $1", u.ID)
	if diff := cmp.Diff("1 of 5", open); diff != "" {
		t.Error(diff)
	}
	h.clock.advance(time.Hour + time.Second)
	h.must(send())
}
