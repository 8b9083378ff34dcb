package session

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
)

func userType(v user.UserType) func(*db.UserCreate) {
	return func(c *db.UserCreate) { c.SetUserType(v) }
}

// held names roles and places in an order that does not matter.
func (w *world) held(v *authz.Viewer) []string {
	names := map[uuid.UUID]string{w.root: "root", w.cust: "cust", w.sub: "sub"}
	var all []string
	for _, a := range v.Assignments {
		all = append(all, a.Role+"@"+names[a.Domain]+"/"+names[a.Account])
	}
	slices.Sort(all)
	return all
}

func TestViewerOfStaff(t *testing.T) {
	w := newWorld(t)
	u := w.user("admin@northwind.test", w.root, func(c *db.UserCreate) { c.SetResellerRole(user.ResellerRoleRESELLER_SUPPORT) })
	past, future, later := w.now().Add(-time.Hour), w.now().Add(time.Minute), w.now().Add(time.Hour)
	w.assign(u, "branding.admin", true, w.root, nil, nil)
	w.assign(u, "customer.admin", true, w.cust, nil, nil)
	w.assign(u, "user.admin", true, w.root, &future, &later)
	w.assign(u, "webhooks.admin", true, w.root, nil, &past)
	custom := w.assign(u, "helpers", false, w.sub, &past, &later)
	r := w.signInAs("admin@northwind.test")
	want := []string{
		custom.String() + "@sub/cust", "branding.admin@root/root", "customer.admin@cust/cust", "reseller_support@root/root",
	}
	if diff := cmp.Diff(want, w.held(r.Viewer)); diff != "" {
		t.Error(diff)
	}
	v, err := w.Authenticate(t.Context(), r.Token)
	w.must(err)
	if diff := cmp.Diff(r.Viewer, v); diff != "" {
		t.Errorf("sign-in and recognition differ:\n%s", diff)
	}
	if !v.Staff() || v.ResellerID != w.reseller || v.RootID != w.root || v.AccountID != w.root {
		t.Errorf("%+v", v)
	}
	w.clock.advance(time.Minute)
	v, err = w.Authenticate(t.Context(), r.Token)
	w.must(err)
	if !slices.Contains(w.held(v), "user.admin@root/root") {
		t.Errorf("a role that has begun is missing: %v", w.held(v))
	}
}

func TestViewerOfCustomers(t *testing.T) {
	w := newWorld(t)
	const active, out, gone = membership.StatusACTIVE, membership.StatusDEACTIVATED, membership.StatusREMOVED
	const admin, plain = membership.ClientAccessADMIN, membership.ClientAccessUSER
	for email, tt := range map[string]struct {
		at   uuid.UUID
		make func(*db.User)
		want []string
	}{
		"type@harbour.test": {w.sub, func(*db.User) {}, []string{"agent@sub/cust"}},
		"member@harbour.test": {w.cust, func(u *db.User) {
			w.member(u, w.cust, active, admin)
			w.member(u, w.sub, active, plain)
		}, []string{"agent@cust/cust", "client_admin@cust/cust", "client_user@sub/cust"}},
		// Asked into further organizations, he keeps what he is, and gets nothing yet.
		"asked@harbour.test": {w.sub, func(u *db.User) {
			w.askIn(u, w.cust)
			w.assign(u, "asked-cust", true, w.cust, nil, nil)
			w.assign(u, "asked-sub", true, w.sub, nil, nil)
		}, []string{"agent@sub/cust", "asked-sub@sub/cust"}},
		// Put out of the account, kept in a sub-account: what he is there remains.
		"half@harbour.test": {w.cust, func(u *db.User) {
			w.member(u, w.cust, out, admin)
			w.member(u, w.sub, active, plain)
			w.assign(u, "at-cust", false, w.cust, nil, nil)
		}, []string{"client_user@sub/cust"}},
		"removed@harbour.test": {w.cust, func(u *db.User) {
			w.member(u, w.cust, active, plain)
			w.member(u, w.sub, gone, admin)
		}, []string{"agent@cust/cust", "client_user@cust/cust"}},
	} {
		tt.make(w.user(email, tt.at, userType(user.UserTypeAGENT)))
		v := w.signInAs(email).Viewer
		if diff := cmp.Diff(tt.want, w.held(v)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", email, diff)
		}
		if later, err := w.ViewerOf(t.Context(), v.ResellerID, v.UserID); err != nil || !later.Proven(w.now()) {
			t.Errorf("%s: work he asked for runs as %+v, %v", email, later, err)
		}
	}
}

func TestAuthenticateRefuses(t *testing.T) {
	w := newWorld(t)
	u := w.user("ada@harbour.test", w.cust)
	other := w.user("bob@harbour.test", w.cust)
	r := w.signInAs("ada@harbour.test")
	foreign := w.signInAs("bob@harbour.test")
	works := func(token string) bool {
		_, err := w.Authenticate(t.Context(), token)
		if err != nil && code(err) != "UNAUTHENTICATED" {
			t.Fatal(err)
		}
		return err == nil
	}
	set := func(value string) {
		w.exec(`UPDATE users SET status = $3 WHERE reseller_id = $1 AND id = $2`, w.reseller, u.ID, value)
	}
	for _, s := range []string{"SUSPENDED", "DELETED", "PENDING"} {
		set(s)
		if works(r.Token) {
			t.Errorf("a user %s is let in", s)
		}
	}
	set("ACTIVE")
	if !works(r.Token) {
		t.Error("an active user is refused")
	}
	w.member(other, w.cust, membership.StatusDEACTIVATED, membership.ClientAccessADMIN)
	if works(foreign.Token) {
		t.Error("a deactivated member is let in")
	}
	// Right ids and another secret.
	forged, _, err := newToken(w.cfg.Random, w.reseller, r.Session.ID)
	w.must(err)
	if works(forged) {
		t.Error("a forged token is let in")
	}
	w.clock.advance(DefaultIdleTimeout - time.Second)
	if !works(r.Token) {
		t.Error("a session used within a fortnight is over")
	}
	w.clock.advance(DefaultIdleTimeout - time.Second)
	if !works(r.Token) {
		t.Error("use does not prolong a session")
	}
	w.clock.advance(DefaultAbsoluteTimeout - 2*DefaultIdleTimeout + 2*time.Second)
	if works(r.Token) {
		t.Error("a session outlives its absolute end")
	}
	idle := w.signInAs("ada@harbour.test")
	w.clock.advance(DefaultIdleTimeout)
	if works(idle.Token) {
		t.Error("an idle session is let in")
	}
}

func TestTouch(t *testing.T) {
	w := newWorld(t)
	u := w.user("ada@harbour.test", w.cust)
	r := w.signInAs("ada@harbour.test")
	for _, tt := range []struct{ pass, age time.Duration }{
		{time.Minute, time.Minute}, // not yet written
		{4 * time.Minute, 0},
		{4 * time.Minute, 4 * time.Minute},
		{time.Hour, 0},
	} {
		w.clock.advance(tt.pass)
		if _, err := w.Authenticate(t.Context(), r.Token); err != nil {
			t.Fatal(err)
		}
		want := w.now().Add(-tt.age).Format(time.RFC3339)
		got := w.text(`SELECT to_char(s.last_seen_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SSZ') FROM sessions s JOIN users u ON u.reseller_id = s.reseller_id AND u.id = s.user_id
			WHERE s.reseller_id = $1 AND u.id = $2 AND u.last_activity_at = s.last_seen_at AND u.version = 1`, w.reseller, u.ID)
		if got != want {
			t.Errorf("after %v: %s, want %s", tt.pass, got, want)
		}
	}
}
