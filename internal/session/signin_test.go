package session

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"
	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
)

func status(s user.Status) func(*db.UserCreate) {
	return func(c *db.UserCreate) { c.SetStatus(s) }
}

// Whoever does not know the password learns nothing: one answer, one price.
func TestSignInAnswers(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	w.user("suspended@harbour.test", w.cust, status(user.StatusSUSPENDED))
	w.user("pending@harbour.test", w.cust, status(user.StatusPENDING))
	w.user("invited@harbour.test", w.cust, status(user.StatusPENDING), func(c *db.UserCreate) { c.Mutation().ResetPasswordHash() })
	w.user("deleted@harbour.test", w.cust, status(user.StatusDELETED))
	w.user("temporary@harbour.test", w.cust, func(c *db.UserCreate) { c.SetMustChangePassword(true) })
	w.member(w.user("out@harbour.test", w.cust), w.cust, membership.StatusDEACTIVATED, membership.ClientAccessUSER)
	w.member(w.user("removed@harbour.test", w.cust, func(c *db.UserCreate) { c.SetUserType(user.UserTypeAGENT) }),
		w.cust, membership.StatusREMOVED, membership.ClientAccessUSER)

	for name, tt := range map[string]struct{ email, password, code, operation string }{
		"right":               {"ada@harbour.test", password, "", "verify"},
		"other case, spaces":  {" ADA@Harbour.TEST ", password, "", "verify"},
		"wrong":               {"ada@harbour.test", "no", "INVALID_CREDENTIALS", "verify"},
		"unknown":             {"nobody@harbour.test", password, "INVALID_CREDENTIALS", "dummy"},
		"empty":               {"", "", "INVALID_CREDENTIALS", "dummy"},
		"nul":                 {"ada\x00@harbour.test", password, "INVALID_CREDENTIALS", "dummy"},
		"not utf-8":           {"ada\xff@harbour.test", password, "INVALID_CREDENTIALS", "dummy"},
		"endless":             {strings.Repeat("a", 1<<16), password, "INVALID_CREDENTIALS", "dummy"},
		"pending, right":      {"pending@harbour.test", password, "INVALID_CREDENTIALS", "verify"},
		"invited":             {"invited@harbour.test", password, "INVALID_CREDENTIALS", "dummy"},
		"deleted, right":      {"deleted@harbour.test", password, "INVALID_CREDENTIALS", "verify"},
		"suspended, right":    {"suspended@harbour.test", password, "ACCOUNT_SUSPENDED", "verify"},
		"suspended, wrong":    {"suspended@harbour.test", "no", "INVALID_CREDENTIALS", "verify"},
		"deactivated, right":  {"out@harbour.test", password, "ACCOUNT_SUSPENDED", "verify"},
		"removed, right":      {"removed@harbour.test", password, "ACCOUNT_SUSPENDED", "verify"},
		"temporary, wrong":    {"temporary@harbour.test", "no", "INVALID_CREDENTIALS", "verify"},
		"temporary, password": {"temporary@harbour.test", password, "", "verify"},
	} {
		r, err := w.SignIn(t.Context(), SignInInput{Email: tt.email, Password: tt.password, IP: "203.0.113." + string('0'+rune(len(name)%10))})
		if got := code(err); got != tt.code {
			t.Errorf("%s: %q (%v), want %q", name, got, err, tt.code)
		}
		if tt.code == "INVALID_CREDENTIALS" && err != nil && err.Error() != wrongCredentials().Error() {
			t.Errorf("%s: other words: %v", name, err)
		}
		if name == "deactivated, right" || name == "removed, right" {
			if err == nil || err.Error() != shutOut(pathSignIn).Error() || !strings.HasPrefix(tt.code, "ACCOUNT") {
				t.Errorf("%s: %v", name, err)
			}
		}
		// Whoever does not know the password pays the same for every address.
		want := []string{tt.operation}
		if tt.code == "INVALID_CREDENTIALS" && !strings.Contains(name, "right") {
			want = append(want, "dummy")
		}
		if diff := cmp.Diff(want, w.hasher.taken()); diff != "" {
			t.Errorf("%s: hash computations (-want +got):\n%s", name, diff)
		}
		if strings.HasPrefix(name, "temporary, password") && (r.Challenge == nil || r.Challenge.Kind != ChallengePasswordChange || r.Token != "" || r.Session != nil) {
			t.Errorf("%s: %+v, want a challenge alone", name, r)
		}
	}
	if n := w.text(`SELECT count(*) FROM sessions WHERE reseller_id = $1`, w.reseller); n != "2" {
		t.Errorf("%s sessions were opened, want 2", n)
	}
}

func TestSignInRefusesInactiveOrganizations(t *testing.T) {
	w := newWorld(t)
	w.user("east@harbour.test", w.sub)
	r := w.signInAs("east@harbour.test")
	for _, tt := range []struct {
		organization uuid.UUID
		status       string
	}{{w.sub, "SUSPENDED"}, {w.sub, "DELETED"}, {w.cust, "SUSPENDED"}, {w.cust, "DELETED"}} {
		set := func(s string) {
			w.exec(`UPDATE organizations SET status = $3 WHERE reseller_id = $1 AND id = $2`, w.reseller, tt.organization, s)
		}
		set(tt.status)
		_, err := w.SignIn(t.Context(), SignInInput{Email: "east@harbour.test", Password: password, IP: home})
		if code(err) != "ACCOUNT_SUSPENDED" {
			t.Errorf("%s: %v", tt.status, err)
		}
		if _, err := w.Authenticate(t.Context(), r.Token); code(err) != "UNAUTHENTICATED" {
			t.Errorf("%s: an open session still works: %v", tt.status, err)
		}
		set("ACTIVE")
	}
}

func TestSignInWritesWhatItDid(t *testing.T) {
	w := newWorld(t)
	u := w.user("ada@harbour.test", w.cust)
	r := w.signInAs("ada@harbour.test")
	if r.User.ID != u.ID || !r.User.LastLoginAt.Equal(w.now()) || !r.User.LastActivityAt.Equal(w.now()) || r.User.Version != u.Version {
		t.Errorf("user: %+v", r.User)
	}
	if !r.Session.ExpiresAt.Equal(w.now().Add(DefaultAbsoluteTimeout)) || r.Session.IP != home || r.Session.UserAgent != "Browser" {
		t.Errorf("session: %+v", r.Session)
	}
	if r.Viewer.UserID != u.ID || r.Viewer.SessionID != r.Session.ID {
		t.Errorf("viewer: %+v", r.Viewer)
	}
	got := w.text(`SELECT action || ' ' || target_type || ' ' || (target_id = $2)::text || ' ' || (actor_id = $3)::text || ' ' || actor_email
		FROM audit_events WHERE reseller_id = $1`, w.reseller, r.Session.ID, u.ID)
	if want := "session.created Session true true ada@harbour.test"; got != want {
		t.Errorf("audit: %q, want %q", got, want)
	}
	if stored := w.text(`SELECT encode(token_hash, 'hex') || ip || user_agent FROM sessions WHERE reseller_id = $1`, w.reseller); strings.Contains(stored, r.Token) || len(stored) < 64 {
		t.Errorf("stored: %q", stored)
	}
}

// Accounts that only have the address written into them do not stand between
// its owner and his account, however many and old they are.
func TestSignInAmongDecoys(t *testing.T) {
	w := newWorld(t)
	for i := range maxCandidates + 2 {
		w.user("ada@harbour.test", w.organization(organization.KindCUSTOMER, "Decoy "+strconv.Itoa(i), w.root))
	}
	w.clock.advance(time.Minute)
	ada := w.user("ada@harbour.test", w.cust, func(c *db.UserCreate) { c.SetEmailVerifiedAt(w.now()) })
	if r := w.signInAs("ada@harbour.test"); r.User.ID != ada.ID {
		t.Errorf("signed in as %s, want %s", r.User.ID, ada.ID)
	}
}

// An address may have accounts with several resellers and organizations.
func TestSignInWithSeveralAccounts(t *testing.T) {
	w := newWorld(t)
	rival, rivalRoot := w.newReseller("Southwind")
	at := func(d time.Duration) func(*db.UserCreate) {
		return func(c *db.UserCreate) { c.SetLastLoginAt(w.now().Add(-d)).SetEmailVerifiedAt(w.now()) }
	}
	older := w.user("ada@harbour.test", w.cust, at(2*time.Hour))
	newer := w.userOf(rival, "ada@harbour.test", rivalRoot, at(time.Hour))
	// A stranger's claim to the address, used last.
	claim := w.user("ada@harbour.test", w.sub, func(c *db.UserCreate) { c.SetLastLoginAt(w.now().Add(-time.Minute)) })

	for name, tt := range map[string]struct {
		organization *uuid.UUID
		want         uuid.UUID
	}{
		"first":  {&older.OrganizationID, older.ID},
		"second": {&newer.OrganizationID, newer.ID},
		"third":  {&claim.OrganizationID, claim.ID},
	} {
		r, err := w.SignIn(t.Context(), SignInInput{Email: "ada@harbour.test", Password: password, IP: home, Organization: tt.organization})
		if err != nil || r.User.ID != tt.want {
			t.Errorf("%s: %v, %v", name, r.User, err)
		}
		w.clock.advance(-time.Hour) // so that the order of use stays
	}
	w.exec(`UPDATE users SET last_login_at = $2 WHERE reseller_id = $1`, rival, w.now().Add(48*time.Hour))
	w.hasher.taken()
	if r := w.signInAs("ada@harbour.test"); r.User.ID != newer.ID {
		t.Errorf("without an organization: %s, want the proven one that was used last", r.User.ID)
	}
	if got := w.hasher.taken(); len(got) != 1 {
		t.Errorf("computations: %v, want one however many accounts there are", got)
	}
	elsewhere := schemaID()
	_, err := w.SignIn(t.Context(), SignInInput{Email: "ada@harbour.test", Password: password, IP: home, Organization: &elsewhere})
	if code(err) != "INVALID_CREDENTIALS" {
		t.Errorf("another organization: %v", err)
	}
}

func schemaID() uuid.UUID { return uuid.Must(uuid.NewV7()) }

func TestSignInRenewsStaleHash(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	w.hasher.Params = argon2id.Params{Memory: 16, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32}
	w.signInAs("ada@harbour.test")
	if diff := cmp.Diff([]string{"verify", "hash"}, w.hasher.taken()); diff != "" {
		t.Error(diff)
	}
	w.signInAs("ada@harbour.test")
	if diff := cmp.Diff([]string{"verify"}, w.hasher.taken()); diff != "" {
		t.Error(diff)
	}
}

// A suspension that commits while the password is being verified wins.
func TestSignInMeetsSuspension(t *testing.T) {
	w := newWorld(t)
	u := w.user("ada@harbour.test", w.cust)
	inner := w.hasher.Observe
	w.hasher.Observe = func(op string) {
		inner(op)
		w.exec(`UPDATE users SET status = 'SUSPENDED' WHERE reseller_id = $1 AND id = $2`, w.reseller, u.ID)
	}
	_, err := w.SignIn(t.Context(), SignInInput{Email: "ada@harbour.test", Password: password, IP: home})
	if code(err) != "ACCOUNT_SUSPENDED" { // the password was right
		t.Errorf("%v", err)
	}
	if n := w.text(`SELECT count(*) FROM sessions WHERE reseller_id = $1`, w.reseller); n != "0" {
		t.Errorf("%s sessions", n)
	}
}
