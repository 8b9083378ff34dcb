package session

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
)

// activity is when somebody of an organization was here, as the database keeps it.
func (w *world) activity(at uuid.UUID) string {
	w.t.Helper()
	return w.text(`SELECT coalesce(to_char(last_activity_at AT TIME ZONE 'UTC', 'HH24:MI'), 'never') FROM organizations WHERE reseller_id = $1 AND id = $2`, w.reseller, at)
}

// What its people do is written on an organization every few minutes, and never
// by waiting for who holds its row.
func TestOrganizationActivity(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	if got := w.activity(w.cust); got != "never" {
		t.Errorf("before anybody was here: %s", got)
	}
	r := w.signInAs("ada@harbour.test")
	again := func() {
		t.Helper()
		if _, err := w.Authenticate(t.Context(), r.Token); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		pass time.Duration
		want string
	}{{0, "09:30"}, {4 * time.Minute, "09:30"}, {time.Minute, "09:35"}, {4 * time.Minute, "09:35"}, {6 * time.Minute, "09:45"}} {
		w.clock.advance(tt.pass)
		if again(); w.activity(w.cust) != tt.want {
			t.Errorf("after %v: %s, want %s", tt.pass, w.activity(w.cust), tt.want)
		}
	}
	if got := w.activity(w.root) + " " + w.activity(w.sub); got != "never never" {
		t.Errorf("elsewhere: %s", got)
	}
	w.clock.advance(10 * time.Minute)
	w.must(w.db.WithTx(w.ctx(), func(_ context.Context, tx *database.Tx) error {
		if _, err := tx.SQL.ExecContext(t.Context(), `SELECT 1 FROM organizations WHERE reseller_id = $1 AND id = $2 FOR UPDATE`, w.reseller, w.cust); err != nil {
			return err
		}
		again() // answers while the row is held
		return nil
	}))
	if got := w.activity(w.cust); got != "09:45" {
		t.Errorf("while the row was held: %s", got)
	}
}

// Everybody of the organizations is out, in every process.
func TestRevokeOrganization(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	w.user("bo@east.test", w.sub)
	w.user("eve@northwind.test", w.root, func(c *db.UserCreate) { c.SetResellerRole(user.ResellerRoleRESELLER_ADMIN) })
	ada, bo, eve := w.signInAs("ada@harbour.test"), w.signInAs("bo@east.test"), w.signInAs("eve@northwind.test")
	other := w.process()
	for _, token := range []string{ada.Token, bo.Token, eve.Token} {
		if _, err := other.Authenticate(t.Context(), token); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	w.must(w.db.WithTx(w.ctx(), func(ctx context.Context, tx *database.Tx) (err error) {
		n, err = w.RevokeOrganization(ctx, tx, []uuid.UUID{w.cust, w.sub}, "ORGANIZATION_SUSPENDED")
		return err
	}))
	got := w.text(`SELECT string_agg(coalesce(revoked_reason, 'open'), ' ' ORDER BY created_at, id) FROM sessions WHERE reseller_id = $1`, w.reseller)
	if n != 2 || got != "ORGANIZATION_SUSPENDED ORGANIZATION_SUSPENDED open" {
		t.Errorf("%d ended: %s", n, got)
	}
	for token, want := range map[string]bool{ada.Token: false, bo.Token: false, eve.Token: true} {
		if _, err := other.Authenticate(t.Context(), token); (err == nil) != want {
			t.Errorf("another process: let in is %v, want %v", err == nil, want)
		}
	}
}
