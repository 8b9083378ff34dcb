package session

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/session"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
)

// ear tells what happens to a process's hearing.
type ear struct {
	t       *testing.T
	trusted chan bool
	heard   chan string
}

// listen starts the listener of a process and waits until it is trusted.
func listen(t *testing.T, s *Service) *ear {
	t.Helper()
	e := &ear{t: t, trusted: make(chan bool, 100), heard: make(chan string, 100)}
	s.hearing.changed = func(now bool) { e.trusted <- now }
	s.hearing.heard = func(payload string) { e.heard <- payload }
	e.run(s)
	e.await(true)
	return e
}

func (e *ear) run(s *Service) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Listen(ctx) }()
	e.t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			e.t.Error(err)
		}
		if s.hearing.trusted() {
			e.t.Error("trusted without a listener")
		}
	})
}

func (e *ear) await(want bool) {
	e.t.Helper()
	for {
		select {
		case got := <-e.trusted:
			if got == want {
				return
			}
		case <-time.After(30 * time.Second):
			e.t.Fatalf("the hearing did not become %v", want)
		}
	}
}

func (e *ear) hears(want string) {
	e.t.Helper()
	for {
		select {
		case got := <-e.heard:
			if got == want {
				return
			}
		case <-time.After(30 * time.Second):
			e.t.Fatalf("%s was not heard", want)
		}
	}
}

// rename changes a user behind the program's back: who still answers the old
// name answers from memory.
func (w *world) rename(u *db.User, name string) {
	w.t.Helper()
	w.exec(`UPDATE users SET display_name = $3 WHERE reseller_id = $1 AND id = $2`, w.reseller, u.ID, name)
}

func (w *world) nameAt(s *Service, token string) string {
	w.t.Helper()
	v, err := s.Authenticate(w.t.Context(), token)
	if err != nil {
		return code(err)
	}
	return v.DisplayName
}

func TestRevocationReachesOtherProcesses(t *testing.T) {
	w := newWorld(t)
	other := w.process()
	here, there := listen(t, w.Service), listen(t, other)
	u := w.user("ada@harbour.test", w.cust)
	first, second, third := w.signInAs("ada@harbour.test"), w.signInAs("ada@harbour.test"), w.signInAs("ada@harbour.test")
	for _, s := range []*Service{w.Service, other} {
		for _, r := range []Result{first, second, third} {
			if got := w.nameAt(s, r.Token); got != "Ada Example" {
				t.Fatal(got)
			}
		}
	}
	w.rename(u, "New")
	if a, b := w.nameAt(w.Service, first.Token), w.nameAt(other, first.Token); a != "Ada Example" || b != "Ada Example" {
		t.Fatalf("%q and %q: not answered from memory", a, b)
	}

	w.must(w.Revoke(authz.NewContext(t.Context(), second.Viewer), first.Session.ID))
	if got := w.nameAt(w.Service, first.Token); got != "UNAUTHENTICATED" {
		t.Errorf("here: %q", got)
	}
	there.hears("session:" + first.Session.ID.String())
	if got := w.nameAt(other, first.Token); got != "UNAUTHENTICATED" {
		t.Errorf("there: %q", got)
	}
	if got := w.nameAt(other, second.Token); got != "Ada Example" {
		t.Errorf("another session there: %q, want it untouched", got)
	}

	// A suspension ends all sessions in its own transaction.
	w.must(other.cfg.DB.WithTx(w.ctx(), func(ctx context.Context, tx *database.Tx) error {
		if err := tx.Client.User.Update().Where(user.ID(u.ID)).SetStatus(user.StatusSUSPENDED).Exec(ctx); err != nil {
			return err
		}
		n, err := other.RevokeAll(ctx, tx, u.ID, "USER_SUSPENDED")
		if n != 2 {
			t.Errorf("%d sessions ended, want 2", n)
		}
		return err
	}))
	for _, e := range []*ear{here, there} {
		e.hears("user:" + u.ID.String())
	}
	for _, s := range []*Service{w.Service, other} {
		for _, r := range []Result{second, third} {
			if got := w.nameAt(s, r.Token); got != "UNAUTHENTICATED" {
				t.Errorf("after suspension: %q", got)
			}
		}
	}
	// The reason stands with the session and in the log, with the reseller's word too.
	n, err := w.db.Client().Session.Query().Where(session.RevokedReason("USER_SUSPENDED")).Count(w.ctx())
	if err != nil || n != 2 {
		t.Errorf("%d rows carry the reason, %v", n, err)
	}
	if got := w.text(`SELECT count(*) || ' ' || count(reason) FROM audit_events WHERE reseller_id = $1 AND action = 'session.revoked'`, w.reseller); got != "3 3" {
		t.Errorf("audit: %s", got)
	}
}

func TestResellerIsForgotten(t *testing.T) {
	w := newWorld(t)
	e := listen(t, w.Service)
	w.user("ada@harbour.test", w.cust)
	r := w.signInAs("ada@harbour.test")
	w.nameAt(w.Service, r.Token)
	w.must(w.db.WithTx(w.ctx(), func(ctx context.Context, tx *database.Tx) error {
		w := "UPDATE organizations SET status = 'SUSPENDED' WHERE reseller_id = $1 AND id = $2"
		if _, err := tx.SQL.ExecContext(ctx, w, r.User.ResellerID, r.User.OrganizationID); err != nil {
			return err
		}
		return NotifyReseller(ctx, tx, r.User.ResellerID)
	}))
	e.hears("reseller:" + w.reseller.String())
	if got := w.nameAt(w.Service, r.Token); got != "UNAUTHENTICATED" {
		t.Error(got)
	}
}

func TestNothingIsCachedWithoutListener(t *testing.T) {
	w := newWorld(t)
	u := w.user("ada@harbour.test", w.cust)
	r := w.signInAs("ada@harbour.test")
	for _, name := range []string{"One", "Two", "Three"} {
		w.rename(u, name)
		if got := w.nameAt(w.Service, r.Token); got != name {
			t.Errorf("%q, want %q", got, name)
		}
	}
	if n := w.cache.len(); n != 0 {
		t.Errorf("%d entries", n)
	}
}

// A connection that breaks, and one that falls silent.
func TestHearingLost(t *testing.T) {
	w := newWorld(t)
	e := listen(t, w.Service)
	u := w.user("ada@harbour.test", w.cust)
	r := w.signInAs("ada@harbour.test")
	if got := w.nameAt(w.Service, r.Token); got != "Ada Example" {
		t.Fatal(got)
	}

	// While it is down, which is as long as this function runs, the database
	// is asked; afterwards nothing from before is left.
	during := make(chan string, 1)
	w.hearing.mu.Lock()
	w.hearing.changed = func(now bool) {
		if !now {
			w.rename(u, "During")
			during <- w.nameAt(w.Service, r.Token)
			w.rename(u, "After")
		}
		e.trusted <- now
	}
	w.hearing.mu.Unlock()
	w.hearing.dialer.hangUp()
	e.await(true)
	select {
	case got := <-during:
		if got != "During" {
			t.Errorf("while disconnected: %q", got)
		}
	default:
		t.Error("the loss was not noticed")
	}
	if got := w.nameAt(w.Service, r.Token); got != "After" {
		t.Errorf("after the reconnection: %q", got)
	}
	w.rename(u, "Unheard")
	if got := w.nameAt(w.Service, r.Token); got != "After" {
		t.Errorf("%q: the cache is not used again", got)
	}
	w.clock.advance(2 * DefaultPingEvery) // no probe was answered meanwhile
	if got := w.nameAt(w.Service, r.Token); got != "Unheard" {
		t.Errorf("with a silent server: %q", got)
	}
}

// A lease that ran out between two probes leaves nothing behind, even when
// nobody asked meanwhile.
func TestLapsedLeaseEmptiesCache(t *testing.T) {
	t.Parallel()
	c, err := newCache(3)
	if err != nil {
		t.Fatal(err)
	}
	clock := newClock()
	h := newHearing(Config{Now: clock.now, PingEvery: time.Minute}, c)
	answered := func() { h.update(func() { h.lease = clock.now().Add(90 * time.Second) }) }
	h.update(func() { h.connected, h.listening = true, true })
	answered()
	keep := func() {
		_, g := c.get([32]byte{1}, clock.now())
		c.put([32]byte{1}, &known{viewer: &authz.Viewer{}, until: clock.now().Add(time.Hour)}, g)
	}
	keep()
	clock.advance(time.Minute)
	answered()
	if !h.trusted() || c.len() != 1 {
		t.Errorf("trusted %v, %d entries after a probe in time", h.trusted(), c.len())
	}
	clock.advance(90 * time.Second)
	answered()
	if !h.trusted() || c.len() != 0 {
		t.Errorf("trusted %v, %d entries after a probe too late", h.trusted(), c.len())
	}
	keep()
	h.lost()
	if h.trusted() {
		t.Error("trusted without a connection")
	}
}

func TestCacheExpires(t *testing.T) {
	w := newWorld(t)
	w.cfg.CacheTTL = time.Second // shorter than the lease
	listen(t, w.Service)
	u := w.user("ada@harbour.test", w.cust)
	r := w.signInAs("ada@harbour.test")
	w.nameAt(w.Service, r.Token)
	w.rename(u, "New")
	if got := w.nameAt(w.Service, r.Token); got != "Ada Example" {
		t.Error(got)
	}
	w.clock.advance(time.Second)
	if got := w.nameAt(w.Service, r.Token); got != "New" {
		t.Error(got)
	}
}

func TestCache(t *testing.T) {
	t.Parallel()
	c, err := newCache(3)
	if err != nil {
		t.Fatal(err)
	}
	now := newClock().now()
	reseller := schemaID()
	key := func(n byte) [32]byte { return [32]byte{n} }
	entry := func(userID uuid.UUID) *known {
		return &known{viewer: &authz.Viewer{UserID: userID, SessionID: schemaID(), ResellerID: reseller}, until: now.Add(time.Minute)}
	}
	ada, bob := schemaID(), schemaID()
	for n, id := range []uuid.UUID{bob, ada, ada, bob} { // the first is crowded out
		_, g := c.get(key(byte(n)), now)
		c.put(key(byte(n)), entry(id), g)
	}
	if c.len() != 3 || len(c.byID[bob]) != 1 {
		t.Errorf("%d entries, %d of bob", c.len(), len(c.byID[bob]))
	}
	// Read before the news, put in after them.
	_, g := c.get(key(9), now)
	c.forget(ada)
	c.put(key(9), entry(ada), g)
	if c.len() != 1 {
		t.Errorf("%d entries, want bob's alone", c.len())
	}
	_, g = c.get(key(9), now)
	c.clear()
	c.put(key(9), entry(bob), g)
	if c.len() != 0 || len(c.byID) != 0 {
		t.Errorf("%d entries, %d ids left", c.len(), len(c.byID))
	}
	_, g = c.get(key(1), now)
	c.put(key(1), entry(ada), g)
	c.put(key(1), entry(bob), g) // the same token twice at once
	c.forget(ada)
	if len(c.byID) != 3 {
		t.Errorf("ids: %v", c.byID)
	}
	(&hearing{cache: c}).take("a word of tomorrow")
	if c.len() != 0 {
		t.Error("what is not understood must empty the cache")
	}
}
