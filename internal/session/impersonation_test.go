package session

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/impersonation"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
)

// visit is staff in the portal of a customer.
type visit struct {
	*db.Impersonation
	actor Result
	token string
}

// staff is one of the reseller's administrators.
func (w *world) staff(email string) *db.User {
	w.t.Helper()
	return w.user(email, w.root, func(c *db.UserCreate) {
		c.SetResellerRole(user.ResellerRoleRESELLER_ADMIN).SetDisplayName("Mia Staff")
	})
}

// enter lets a member of staff, who has signed in, in as a user.
func (w *world) enter(actor Result, as *db.User, mode impersonation.Mode) visit {
	w.t.Helper()
	v := visit{actor: actor}
	w.must(w.db.WithTx(w.ctx(), func(ctx context.Context, tx *database.Tx) (err error) {
		if _, err := w.LockUser(ctx, tx, w.reseller, as.ID, "id"); err != nil {
			return err
		}
		v.Impersonation, err = tx.Client.Impersonation.Create().SetID(schema.NewID()).SetAccountID(as.AccountID).SetOrganizationID(as.OrganizationID).
			SetActorID(actor.User.ID).SetActorName(actor.User.DisplayName).SetActorEmail(actor.User.Email).SetUserID(as.ID).
			SetActorSessionID(actor.Session.ID).SetMode(mode).SetReason("Why not").SetMinutes(30).
			SetConsent(impersonation.ConsentALWAYS).SetStatus(impersonation.StatusACTIVE).
			SetCreatedAt(w.now()).SetStartedAt(w.now()).SetExpiresAt(w.now().Add(30 * time.Minute)).Save(ctx)
		if err != nil {
			return err
		}
		v.token, err = w.OpenAs(ctx, tx, v.Impersonation)
		return err
	}))
	return v
}

// end is what became of an impersonation.
func (w *world) end(v visit) string {
	w.t.Helper()
	return w.text(`SELECT concat_ws(' ', i.status, i.end_reason, s.revoked_reason) FROM impersonations i
		JOIN sessions s ON s.reseller_id = i.reseller_id AND s.impersonation_id = i.id WHERE i.reseller_id = $1 AND i.id = $2`, w.reseller, v.ID)
}

// The viewer is the customer's user, with that user's rights and nothing else.
func TestImpersonatedViewer(t *testing.T) {
	w := newWorld(t)
	w.staff("mia@northwind.test")
	ada := w.user("ada@harbour.test", w.cust, func(c *db.UserCreate) { c.SetUserType(user.UserTypeTENANT_ADMIN) })
	w.member(ada, w.cust, membership.StatusACTIVE, membership.ClientAccessUSER)
	w.exec(`UPDATE organizations SET features = '{SMS,SSO}', hidden_features = '{SMS,BOTS}' WHERE reseller_id = $1`, w.reseller)
	before := w.text(`SELECT concat(last_login_at, last_activity_at) FROM users WHERE reseller_id = $1 AND id = $2`, w.reseller, ada.ID)
	actor := w.signInAs("mia@northwind.test")
	client, partner := w.enter(actor, ada, impersonation.ModeCLIENT), w.enter(actor, ada, impersonation.ModePARTNER)
	w.clock.advance(DefaultTouchEvery + time.Minute)
	asClient, err := w.Authenticate(t.Context(), client.token)
	w.must(err)
	asPartner, err := w.Authenticate(t.Context(), partner.token)
	w.must(err)
	if after := w.text(`SELECT concat(last_login_at, last_activity_at) FROM users WHERE reseller_id = $1 AND id = $2`, w.reseller, ada.ID); after != before {
		t.Errorf("the user was here: %q, then %q", before, after)
	}
	if got := w.text(`SELECT last_seen_at FROM sessions WHERE reseller_id = $1 AND impersonation_id = $2`, w.reseller, client.ID); !strings.Contains(got, "09:36") {
		t.Errorf("last seen %s", got)
	}
	want := &authz.Impersonation{
		ID: client.ID, ActorID: actor.User.ID, ActorName: "Mia Staff", ActorEmail: "mia@northwind.test",
		Mode: authz.LoginAsModeClient, Reason: "Why not", ExpiresAt: client.ExpiresAt,
	}
	if diff := cmp.Diff(want, asClient.Impersonation); diff != "" {
		t.Error(diff)
	}
	own, err := w.Authenticate(t.Context(), w.signInAs("ada@harbour.test").Token)
	w.must(err)
	differing := cmpopts.IgnoreFields(authz.Viewer{}, "SessionID", "ProvenAt", "Impersonation")
	if diff := cmp.Diff(own, asClient, differing); diff != "" {
		t.Errorf("not the user (-own +impersonated):\n%s", diff)
	}
	if !slices.Equal(asClient.Hidden, []string{"SMS"}) || asPartner.Hidden != nil || !slices.Equal(asPartner.Features, []string{"SMS", "SSO"}) {
		t.Errorf("hidden: %v as client, %v as partner, who has %v", asClient.Hidden, asPartner.Hidden, asPartner.Features)
	}
	if asClient.Proven(w.now()) || asClient.TwoFactor {
		t.Error("somebody has proven to be the user")
	}

	// What only the user himself does.
	as, passphrase := authz.NewContext(t.Context(), asClient), password
	for name, err := range map[string]error{
		"step up":       call2(w.StepUp(as, StepUp{Password: &passphrase, IP: home})),
		"passkey":       call2(w.StepUpPasskeyBegin(as)),
		"enrol":         call2(w.TOTPEnroll(as)),
		"revoke":        w.Revoke(as, asClient.SessionID),
		"revoke others": call2(w.RevokeOthers(as)),
	} {
		if code(err) != "IMPERSONATED" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func call2[T any](_ T, err error) error { return err }

// Whatever takes away what it needs ends it, for good.
func TestImpersonationEnds(t *testing.T) {
	w := newWorld(t)
	status := func(table string, id uuid.UUID, to string) {
		w.exec(`UPDATE `+table+` SET status = $3 WHERE reseller_id = $1 AND id = $2`, w.reseller, id, to)
	}
	role := func(id uuid.UUID, to string) {
		w.exec(`UPDATE users SET reseller_role = $3 WHERE reseller_id = $1 AND id = $2`, w.reseller, id, to)
	}
	revokeAll := func(id uuid.UUID) {
		w.must(w.db.WithTx(w.ctx(), func(ctx context.Context, tx *database.Tx) error {
			_, err := w.RevokeAll(ctx, tx, id, "USER_SUSPENDED")
			return err
		}))
	}
	for name, c := range map[string]struct {
		mode         impersonation.Mode
		happens, not func(v visit, ada *db.User) // and its opposite
		want         string
	}{
		"time": {impersonation.ModeCLIENT, func(visit, *db.User) { w.clock.advance(30 * time.Minute) }, nil, "ACTIVE"},
		"actor suspended": {impersonation.ModeCLIENT, func(v visit, _ *db.User) { status("users", v.ActorID, "SUSPENDED") },
			func(v visit, _ *db.User) { status("users", v.ActorID, "ACTIVE") }, "ENDED RIGHTS IMPERSONATION_ENDED"},
		"actor loses the role": {impersonation.ModeCLIENT, func(v visit, _ *db.User) { role(v.ActorID, "RESELLER_VIEWER") },
			func(v visit, _ *db.User) { role(v.ActorID, "RESELLER_ADMIN") }, "ENDED RIGHTS IMPERSONATION_ENDED"},
		"role is not enough for the mode": {impersonation.ModePARTNER, func(v visit, _ *db.User) { role(v.ActorID, "RESELLER_SUPPORT") },
			func(v visit, _ *db.User) { role(v.ActorID, "RESELLER_ADMIN") }, "ENDED RIGHTS IMPERSONATION_ENDED"},
		"account suspended": {impersonation.ModeCLIENT, func(visit, *db.User) { status("organizations", w.cust, "SUSPENDED") },
			func(visit, *db.User) { status("organizations", w.cust, "ACTIVE") }, "ENDED RIGHTS IMPERSONATION_ENDED"},
		"user suspended": {impersonation.ModeCLIENT, func(_ visit, ada *db.User) { status("users", ada.ID, "SUSPENDED") },
			func(_ visit, ada *db.User) { status("users", ada.ID, "ACTIVE") }, "ENDED RIGHTS IMPERSONATION_ENDED"},
		"actor's sessions end":  {impersonation.ModeCLIENT, func(v visit, _ *db.User) { revokeAll(v.ActorID) }, nil, "ENDED RIGHTS IMPERSONATION_ENDED"},
		"user's sessions end":   {impersonation.ModeCLIENT, func(_ visit, ada *db.User) { revokeAll(ada.ID) }, nil, "ENDED RIGHTS USER_SUSPENDED"},
		"organization's end":    {impersonation.ModeCLIENT, func(visit, *db.User) { w.revokeOrganization() }, nil, "ENDED RIGHTS gone"},
		"actor signs out":       {impersonation.ModeCLIENT, func(v visit, _ *db.User) { w.signOut(v.actor.Token) }, nil, "ENDED SIGNED_OUT IMPERSONATION_ENDED"},
		"signs out in there":    {impersonation.ModeCLIENT, func(v visit, _ *db.User) { w.signOut(v.token) }, nil, "ENDED SIGNED_OUT SIGNED_OUT"},
		"user ends the session": {impersonation.ModeCLIENT, func(v visit, ada *db.User) { w.revokeAs(ada, v) }, nil, "ENDED SIGNED_OUT REVOKED"},
	} {
		ada := w.user("ada-"+strings.ReplaceAll(name, " ", "-")+"@harbour.test", w.cust)
		email := "mia-" + strings.ReplaceAll(name, " ", "-") + "@northwind.test"
		w.staff(strings.ReplaceAll(email, "'", ""))
		v := w.enter(w.signInAs(strings.ReplaceAll(email, "'", "")), ada, c.mode)
		if _, err := w.Authenticate(t.Context(), v.token); err != nil {
			t.Errorf("%s: not even begun: %v", name, err)
		}
		c.happens(v, ada)
		if _, err := w.Authenticate(t.Context(), v.token); code(err) != "UNAUTHENTICATED" {
			t.Errorf("%s: goes on: %v", name, err)
		}
		if c.not != nil {
			c.not(v, ada)
		}
		if _, err := w.Authenticate(t.Context(), v.token); code(err) != "UNAUTHENTICATED" {
			t.Errorf("%s: came back: %v", name, err)
		}
		if got := w.end(v); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if got := w.text(`SELECT string_agg(DISTINCT concat_ws(' ', action, target_type, reason), ', ') FROM audit_events
		WHERE reseller_id = $1 AND action LIKE 'impersonation.%'`, w.reseller); got != "impersonation.ended Impersonation RIGHTS, impersonation.ended Impersonation SIGNED_OUT" {
		t.Errorf("audit: %s", got)
	}
}

func (w *world) revokeOrganization() {
	w.must(w.db.WithTx(w.ctx(), func(ctx context.Context, tx *database.Tx) error {
		_, err := w.RevokeOrganization(ctx, tx, []uuid.UUID{w.cust}, "gone")
		return err
	}))
}

func (w *world) signOut(token string) {
	v, err := w.Authenticate(w.t.Context(), token)
	w.must(err)
	ctx := database.WithReseller(authz.NewContext(w.t.Context(), v), w.reseller)
	_, err = w.SignOut(ctx)
	w.must(err)
}

// revokeAs ends the session of a visit as the user himself.
func (w *world) revokeAs(u *db.User, v visit) {
	s, err := w.db.Client().Session.Query().All(w.ctx())
	w.must(err)
	i := slices.IndexFunc(s, func(s *db.Session) bool { return s.ImpersonationID != nil && *s.ImpersonationID == v.ID })
	w.must(w.Revoke(w.as(w.signInAs(u.Email)), s[i].ID))
}

// The customer ends it in one process, the session is over in all.
func TestImpersonationEndsEverywhere(t *testing.T) {
	w := newWorld(t)
	other := w.process()
	listen(t, w.Service)
	there := listen(t, other)
	w.staff("mia@northwind.test")
	ada := w.user("ada@harbour.test", w.cust)
	actor := w.signInAs("mia@northwind.test")
	v, second := w.enter(actor, ada, impersonation.ModeCLIENT), w.enter(actor, ada, impersonation.ModeCLIENT)
	for _, token := range []string{v.token, second.token} {
		if got := w.nameAt(other, token); got != "Ada Example" {
			t.Fatal(got)
		}
	}
	w.rename(ada, "Not read anew")
	if got := w.nameAt(other, v.token); got != "Ada Example" {
		t.Fatalf("%q: not answered from memory", got)
	}
	var id string
	w.must(w.db.WithTx(w.ctx(), func(ctx context.Context, tx *database.Tx) error {
		n, err := w.EndImpersonations(ctx, tx, impersonation.EndReasonCLIENT, &ada.ID, impersonation.ID(v.ID))
		if n != 1 {
			t.Errorf("%d ended", n)
		}
		return err
	}))
	id = w.text(`SELECT id FROM sessions WHERE reseller_id = $1 AND impersonation_id = $2`, w.reseller, v.ID)
	there.hears("session:" + id)
	if got := w.nameAt(other, v.token); got != "UNAUTHENTICATED" {
		t.Errorf("there: %q", got)
	}
	if got := w.nameAt(other, second.token); got != "Ada Example" {
		t.Errorf("another there: %q", got)
	}

	// What becomes of the actor is heard for the sessions he opened.
	w.must(w.db.WithTx(w.ctx(), func(ctx context.Context, tx *database.Tx) error {
		w := "UPDATE users SET reseller_role = 'RESELLER_VIEWER' WHERE reseller_id = $1 AND id = $2"
		if _, err := tx.SQL.ExecContext(ctx, w, actor.User.ResellerID, actor.User.ID); err != nil {
			return err
		}
		return NotifyUser(ctx, tx, actor.User.ID)
	}))
	there.hears("user:" + actor.User.ID.String())
	if got := w.nameAt(other, second.token); got != "UNAUTHENTICATED" {
		t.Errorf("with an actor of less: %q", got)
	}
}

// The cookie holds one session, and another keeps the own one beside it.
func TestImpersonationCookies(t *testing.T) {
	w := newWorld(t)
	w.staff("mia@northwind.test")
	ada := w.user("ada@harbour.test", w.cust)
	actor := w.signInAs("mia@northwind.test")
	jar := map[string]string{CookieName: actor.Token}
	send := func(inside func(ctx context.Context)) string {
		t.Helper()
		var lines []string
		for name, value := range jar {
			lines = append(lines, name+"="+value)
		}
		answer := ask(w.Service, http.Header{"Cookie": {strings.Join(lines, "; ")}}, inside)
		for _, c := range answer.Cookies() {
			if jar[c.Name] = c.Value; c.MaxAge < 0 {
				delete(jar, c.Name)
			}
			if !c.HttpOnly || !c.Secure || c.SameSite != http.SameSiteLaxMode {
				t.Errorf("%+v", c)
			}
		}
		var who [100]byte
		n, _ := answer.Body.Read(who[:])
		return string(who[:n])
	}
	begin := func() visit {
		t.Helper()
		v := w.enter(actor, ada, impersonation.ModeCLIENT)
		if who := send(func(ctx context.Context) {
			if !Enter(ctx, v.token, v.ExpiresAt) {
				t.Error("not entered")
			}
		}); who != "mia@northwind.test" {
			t.Errorf("the request went on as %s", who)
		}
		if jar[CookieName] != v.token || jar[OwnCookieName] != actor.Token {
			t.Fatalf("%v", jar)
		}
		if who := send(nil); who != "ada@harbour.test" {
			t.Errorf("in there as %s", who)
		}
		return v
	}
	leave := func(want bool) {
		t.Helper()
		send(func(ctx context.Context) {
			if got, err := w.Leave(ctx); got != want || err != nil {
				t.Errorf("%v %v", got, err)
			}
		})
	}

	v := begin()
	send(func(ctx context.Context) {
		if Enter(ctx, "x", v.ExpiresAt) {
			t.Error("entered from within")
		}
	})
	leave(true)
	if diff := cmp.Diff(map[string]string{CookieName: actor.Token}, jar); diff != "" {
		t.Errorf("after leaving:\n%s", diff)
	}
	send(func(ctx context.Context) { // there is nothing to go back to
		if got, err := w.Restore(ctx); got || err != nil {
			t.Errorf("%v %v", got, err)
		}
	})
	if jar[CookieName] != actor.Token {
		t.Errorf("%v", jar)
	}

	begin() // until its time is over
	w.clock.advance(31 * time.Minute)
	if who := send(nil); who != "nobody" || jar[OwnCookieName] != actor.Token {
		t.Errorf("as %s with %v: nothing may be done in one's own name by mistake", who, jar)
	}
	leave(true)
	if who := send(nil); who != "mia@northwind.test" {
		t.Errorf("back as %s", who)
	}

	begin() // who signs out there is signed out altogether
	send(func(ctx context.Context) {
		_, err := w.SignOut(database.WithReseller(ctx, w.reseller))
		w.must(err)
	})
	if len(jar) != 0 {
		t.Errorf("%v", jar)
	}
	if _, err := w.Authenticate(t.Context(), actor.Token); code(err) != "UNAUTHENTICATED" {
		t.Errorf("the own session: %v", err)
	}

	actor = w.signInAs("mia@northwind.test") // or signs in as somebody else
	jar[CookieName] = actor.Token
	begin()
	send(func(ctx context.Context) { w.Replace(ctx) })
	if _, err := w.Authenticate(t.Context(), actor.Token); code(err) != "UNAUTHENTICATED" || jar[OwnCookieName] != "" {
		t.Errorf("the own session: %v, %v", err, jar)
	}
}
