package session

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
)

const newPassword = "seven green herons stand"

// Every order in which proofs can be missing ends in a session, and no session
// exists before.
func TestChallengeChain(t *testing.T) {
	w := newWorld(t)
	sessions := func() string { return w.text(`SELECT count(*) FROM sessions WHERE reseller_id = $1`, w.reseller) }
	answer := func(c *Challenge, more func(*Answer)) (Result, error) { return w.answer(c.Token, more) }

	w.user("plain@harbour.test", w.cust)
	w.want(w.signInAs("plain@harbour.test"), nil, "")

	w.user("both@harbour.test", w.cust)
	a, _ := w.enrol("both@harbour.test")
	w.exec(`UPDATE users SET must_change_password = true WHERE reseller_id = $1 AND email = 'both@harbour.test'`, w.reseller)
	before := sessions()
	c := w.want(w.signInAs("both@harbour.test"), nil, ChallengeTOTP)
	if c.PasskeyOptions != nil || c.TOTP != nil || !c.ExpiresAt.Equal(w.now().Add(ChallengeTTL)) || !strings.HasPrefix(c.Token, ChallengePrefix) {
		t.Errorf("challenge: %+v", c)
	}
	_, err := answer(c, byNewPassword(newPassword)) // not before the second factor
	w.refused(err, "INVALID")
	r, err := answer(c, byCode(a.code()))
	c = w.want(r, err, ChallengePasswordChange)
	_, err = answer(c, byCode(a.code()))
	w.refused(err, "INVALID")
	_, err = answer(c, byNewPassword("password123"))
	w.refused(err, "WEAK_PASSWORD")
	_, err = answer(c, byNewPassword(password))
	w.refused(err, "WEAK_PASSWORD") // the temporary one again
	if sessions() != before {
		t.Error("a session was opened too early")
	}
	w.mails.taken()
	r, err = answer(c, byNewPassword(newPassword))
	w.want(r, err, "")
	if sent := w.mails.taken(); len(sent) != 1 || sent[0] != "password changed" {
		t.Errorf("mails: %v", sent)
	}
	if !r.Session.TwoFactor || !r.Viewer.TwoFactor || !r.Session.ProvenAt.Equal(w.now()) {
		t.Errorf("session: %+v", r.Session)
	}
	_, err = w.SignIn(t.Context(), SignInInput{Email: "both@harbour.test", Password: password, IP: home})
	w.refused(err, "INVALID_CREDENTIALS")

	// Temporary password, then an app because the account above asks for one.
	w.user("all@harbour.test", w.sub, mustChange)
	w.require(w.cust, true)
	c = w.want(w.signInAs("all@harbour.test"), nil, ChallengePasswordChange)
	r, err = answer(c, byNewPassword(newPassword))
	c = w.want(r, err, ChallengeEnrollment)
	if !strings.HasPrefix(c.TOTP.URI, "otpauth://totp/Northwind:all@harbour.test?") || !strings.HasPrefix(c.TOTP.QRCode, "data:image/png;base64,iVBOR") {
		t.Errorf("enrolment: %+v", c.TOTP)
	}
	_, err = answer(c, byRecovery("aaaa-bbbb-cccc-dddd"))
	w.refused(err, "INVALID")
	r, err = answer(c, byCode(app{w, c.TOTP.Secret}.code()))
	w.want(r, err, "")
	if len(r.RecoveryCodes) != recoveryCodes || !r.Session.TwoFactor {
		t.Errorf("%d recovery codes, session %+v", len(r.RecoveryCodes), r.Session)
	}
	if got := w.text(`SELECT (two_factor_at IS NOT NULL)::text || must_change_password || (password_changed_at IS NOT NULL)::text
		FROM users WHERE reseller_id = $1 AND email = 'all@harbour.test'`, w.reseller); got != "truefalsetrue" {
		t.Errorf("user: %s", got)
	}
	actions := w.text(`SELECT string_agg(action, ' ' ORDER BY created_at, id) FROM audit_events WHERE reseller_id = $1
		AND target_name = 'Ada Example' AND actor_email = 'all@harbour.test'`, w.reseller)
	if want := "user.password_changed user.totp_enrolled session.created"; actions != want {
		t.Errorf("audit: %s, want %s", actions, want)
	}
}

// What asks for a second factor: places and roles, as they count at the moment.
func TestTwoFactorIsRequired(t *testing.T) {
	w := newWorld(t)
	u := w.user("ada@harbour.test", w.sub, func(c *db.UserCreate) { c.SetUserType(user.UserTypeAGENT) })
	w.member(u, w.sub, membership.StatusACTIVE, membership.ClientAccessUSER)
	past := w.now().Add(-time.Hour)
	held := w.assign(u, "billing", false, w.sub, nil, nil)
	over := w.assign(u, "old", false, w.sub, nil, &past)
	other := w.organization("CUSTOMER", "Elsewhere", w.root)
	role := func(id uuid.UUID, required bool) {
		w.exec(`UPDATE roles SET two_factor_required = $3 WHERE reseller_id = $1 AND id = $2`, w.reseller, id, required)
	}
	system := func(key string) uuid.UUID {
		id := schemaID()
		w.exec(`INSERT INTO roles (id, reseller_id, account_id, organization_id, key, name, family, system, created_at, updated_at)
			VALUES ($1, $2, $3, $3, $4, $4, 'USER_TYPE', true, $5, $5)`, id, w.reseller, w.root, key, w.now())
		return id
	}
	agent, viewer, client := system("agent"), system("viewer"), system("client_user")
	for name, tt := range map[string]struct {
		set  func(bool)
		want ChallengeKind
	}{
		"organization":    {func(b bool) { w.require(w.sub, b) }, ChallengeEnrollment},
		"account":         {func(b bool) { w.require(w.cust, b) }, ChallengeEnrollment},
		"root":            {func(b bool) { w.require(w.root, b) }, ChallengeEnrollment},
		"elsewhere":       {func(b bool) { w.require(other, b) }, ""},
		"role":            {func(b bool) { role(held, b) }, ChallengeEnrollment},
		"role that ended": {func(b bool) { role(over, b) }, ""},
		"user type":       {func(b bool) { role(agent, b) }, ChallengeEnrollment},
		"other user type": {func(b bool) { role(viewer, b) }, ""},
		"client access":   {func(b bool) { role(client, b) }, ChallengeEnrollment},
	} {
		tt.set(true)
		r := w.signInAs("ada@harbour.test")
		if got := r.Challenge; (got == nil) != (tt.want == "") || got != nil && got.Kind != tt.want {
			t.Errorf("%s: %+v, want %q", name, got, tt.want)
		}
		tt.set(false)
	}
	// A session from before goes on, and says that something is missing.
	ctx := w.as(w.signInAs("ada@harbour.test"))
	w.require(w.sub, true)
	f, err := w.TwoFactor(ctx)
	w.must(err)
	if !f.Required || f.Enabled {
		t.Errorf("%+v", f)
	}
}

func TestChallengeTokens(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	a, codes := w.enrol("ada@harbour.test")
	begin := func() *Challenge { return w.want(w.signInAs("ada@harbour.test"), nil, ChallengeTOTP) }

	for _, token := range []string{"", "tntc_", "tnts_abc", strings.Repeat("x", 100), begin().Token + "="} {
		_, err := w.answer(token, byCode(a.code()))
		w.refused(err, "TOKEN_INVALID")
	}
	_, err := w.answer(begin().Token, func(*Answer) {})
	w.refused(err, "INVALID")
	_, err = w.answer(begin().Token, func(in *Answer) { in.Code, in.RecoveryCode = a.code(), codes[0] })
	w.refused(err, "INVALID")

	c := begin() // too late
	w.clock.advance(ChallengeTTL)
	_, err = w.answer(c.Token, byCode(a.code()))
	w.refused(err, "EXPIRED")
	if n, err := w.PurgeChallenges(t.Context()); err != nil || n == 0 {
		t.Errorf("purged %d, %v", n, err)
	}
	_, err = w.answer(c.Token, byCode(a.code()))
	w.refused(err, "TOKEN_INVALID")

	c = begin() // used
	r, err := w.answer(c.Token, byCode(a.code()))
	w.want(r, err, "")
	w.clock.advance(time.Minute)
	_, err = w.answer(c.Token, byCode(a.code()))
	w.refused(err, "TOKEN_INVALID")

	// Changed in the database: for another user, or in its state.
	for _, change := range []string{
		`UPDATE sign_in_challenges SET user_id = gen_random_uuid()`, `UPDATE sign_in_challenges SET kind = 'PASSWORD_CHANGE'`,
		`UPDATE sign_in_challenges SET state = set_byte(state, 20, get_byte(state, 20) # 1)`,
	} {
		c := begin()
		w.exec(change)
		_, err := w.answer(c.Token, byCode(a.code()))
		w.refused(err, "TOKEN_INVALID")
	}

	c = begin() // the password was changed meanwhile
	w.exec(`UPDATE users SET password_hash = password_hash || 'x' WHERE reseller_id = $1`, w.reseller)
	_, err = w.answer(c.Token, byCode(a.code()))
	w.refused(err, "TOKEN_INVALID")
	w.exec(`UPDATE users SET password_hash = $2 WHERE reseller_id = $1`, w.reseller, w.hash)

	c = begin() // suspended in the middle; a code that was refused is not used up
	w.exec(`UPDATE users SET status = 'SUSPENDED' WHERE reseller_id = $1`, w.reseller)
	_, err = w.answer(c.Token, byCode(a.code()))
	w.refused(err, "ACCOUNT_SUSPENDED")
	w.exec(`UPDATE users SET status = 'ACTIVE' WHERE reseller_id = $1`, w.reseller)
	w.exec(`UPDATE organizations SET status = 'SUSPENDED' WHERE reseller_id = $1 AND id = $2`, w.reseller, w.cust)
	_, err = w.answer(c.Token, byCode(a.code()))
	w.refused(err, "ACCOUNT_SUSPENDED")
	w.exec(`UPDATE organizations SET status = 'ACTIVE' WHERE reseller_id = $1 AND id = $2`, w.reseller, w.cust)
	r, err = w.answer(c.Token, byCode(a.code()))
	w.want(r, err, "")

	if state := w.text(`SELECT string_agg(encode(state, 'escape'), '') FROM sign_in_challenges`); strings.Contains(state, "reseller") {
		t.Error("the state can be read")
	}
}

// Five wrong answers end a challenge, and are counted like failed sign-ins.
func TestChallengeFailures(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	a, _ := w.enrol("ada@harbour.test")
	c := w.want(w.signInAs("ada@harbour.test"), nil, ChallengeTOTP)
	at := func(ip, code string) error {
		_, err := w.Answer(t.Context(), Answer{Token: c.Token, Code: code, IP: ip})
		return err
	}
	for i := range challengeFailures {
		w.refused(at("203.0.113."+string('1'+rune(i)), "000000"), "INVALID_CREDENTIALS")
	}
	w.refused(at(home, a.code()), "TOKEN_INVALID")

	// A new challenge does not forgive: the password leads to it.
	for i := range pairFailures {
		if i%4 == 0 {
			c = w.want(w.signInAs("ada@harbour.test"), nil, ChallengeTOTP)
		}
		w.refused(at(home, "000000"), "INVALID_CREDENTIALS")
	}
	c = w.want(w.signInAs("ada@harbour.test"), nil, ChallengeTOTP)
	w.refused(at(home, a.code()), "RATE_LIMITED")
	w.clock.advance(firstBlock)
	w.must(at(home, a.code()))

	// From many places, the account is what is counted.
	for i := range accountFailures {
		if i%4 == 0 {
			c = w.want(w.signInAs("ada@harbour.test"), nil, ChallengeTOTP)
		}
		w.refused(at("198.51.100."+string('1'+rune(i%9))+string('0'+rune(i/9)), "000000"), "INVALID_CREDENTIALS")
	}
	c = w.want(w.signInAs("ada@harbour.test"), nil, ChallengeTOTP)
	w.refused(at("198.51.100.200", "000000"), "RATE_LIMITED")
}

// Of many who use the same thing at once, one wins.
func TestOneWins(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	a, recovery := w.enrol("ada@harbour.test")
	other := w.process()
	const each = 4
	for name, how := range map[string]func(*Answer){"code": byCode(a.code()), "recovery code": byRecovery(recovery[0])} {
		var tokens []string
		for range each {
			tokens = append(tokens, w.want(w.signInAs("ada@harbour.test"), nil, ChallengeTOTP).Token)
		}
		tokens = append(tokens, tokens[0], tokens[1]) // the same challenge twice as well
		results := make([]string, len(tokens))
		var all sync.WaitGroup
		for i, token := range tokens {
			all.Go(func() {
				at := w.Service
				if i%2 == 1 {
					at = other
				}
				in := Answer{Token: token, IP: "203.0.113." + string('1'+rune(i))}
				how(&in)
				_, err := at.Answer(t.Context(), in)
				results[i] = code(err)
			})
		}
		all.Wait()
		slices.Sort(results)
		if won := slices.Index(results, "INVALID_CREDENTIALS"); won != 1 || results[0] != "" {
			t.Errorf("%s: %v, want one to win", name, results)
		}
	}
}

func TestOpenAfter(t *testing.T) {
	w := newWorld(t)
	u := w.user("ada@harbour.test", w.cust)
	r, err := w.OpenAfter(t.Context(), u)
	w.want(r, err, "")
	w.enrol("ada@harbour.test")
	r, err = w.OpenAfter(t.Context(), u)
	w.want(r, err, ChallengeTOTP)
	other := "other"
	u.PasswordHash = &other
	_, err = w.OpenAfter(t.Context(), u)
	w.refused(err, "TOKEN_INVALID")
	if diff := cmp.Diff([]string{"TOTP"}, w.mails.taken()); diff != "" {
		t.Error(diff)
	}
}

// A session that has shown no second factor ends when one begins to be asked
// for, by a place or by a role; one that has goes on.
func TestSessionsEndWithoutFactor(t *testing.T) {
	w := newWorld(t)
	plain := w.user("plain@harbour.test", w.sub)
	w.user("held@harbour.test", w.sub)
	w.assign(plain, "billing", false, w.sub, nil, nil)
	a, _ := w.enrol("held@harbour.test")
	c := w.want(w.signInAs("held@harbour.test"), nil, ChallengeTOTP)
	proven, err := w.answer(c.Token, byCode(a.code()))
	w.want(proven, err, "")
	role := func(required bool) {
		w.exec(`UPDATE roles SET two_factor_required = $2 WHERE reseller_id = $1 AND key = 'billing'`, w.reseller, required)
	}
	for name, set := range map[string]func(bool){
		"organization": func(b bool) { w.require(w.sub, b) }, "account": func(b bool) { w.require(w.cust, b) },
		"reseller": func(b bool) { w.require(w.root, b) }, "role": role,
	} {
		open := w.signInAs("plain@harbour.test")
		w.want(open, nil, "")
		set(true)
		w.Forget(w.reseller) // as the notification of the change does
		if _, err := w.Authenticate(t.Context(), open.Token); err == nil {
			t.Errorf("%s: the session goes on", name)
		}
		if _, err := w.Authenticate(t.Context(), proven.Token); err != nil {
			t.Errorf("%s: the proven session: %v", name, err)
		}
		w.want(w.signInAs("plain@harbour.test"), nil, ChallengeEnrollment)
		set(false)
		w.Forget(w.reseller)
		if _, err := w.Authenticate(t.Context(), open.Token); err != nil {
			t.Errorf("%s: asked for no longer: %v", name, err)
		}
	}
}
