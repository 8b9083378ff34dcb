package directory

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/internal/live"
)

// However many users a job is about, an organization's list is told once that
// it has changed; the users are told only when few are changed at once.
func TestBulkJobIsToldAsOne(t *testing.T) {
	h := setup(t)
	org, other := h.customer("Harbour", nil), h.customer("Cove", nil)
	ids := append(h.people(org, 90), h.people(other, 60)...)
	out, err := h.UsersBulkChange(h.ctx, BulkChange{Action: BulkEndSessions, IDs: ids})
	h.must(err)
	listener := pq.NewListener(h.url, time.Second, time.Minute, nil)
	defer listener.Close()
	h.must(listener.Listen(live.Channel))
	h.must(h.work(h.worker(), *out.JobID))
	h.exec("SELECT pg_notify('" + live.Channel + "', 'end')")
	var payloads []string
	for late := time.After(30 * time.Second); ; {
		select {
		case n := <-listener.Notify:
			if n == nil {
				continue
			}
			if n.Extra != "end" {
				payloads = append(payloads, n.Extra)
				continue
			}
		case <-late:
			t.Fatal("the end is not heard")
		}
		break
	}
	// The job's own progress is two short payloads; the rest is one that names
	// no user: two organizations, users and lines of the audit log.
	long := slices.DeleteFunc(payloads, func(p string) bool { return len(p) < 120 })
	if len(payloads) > 4 || len(long) != 1 || len(long[0]) > 400 {
		t.Errorf("%d payloads:\n%s", len(payloads), strings.Join(payloads, "\n"))
	}
}

// Doing the same to many takes a proof of identity where one asks for it.
func TestBulkProof(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	ids := h.people(org, 1)
	h.invite(org.ID, NewInvitation{Email: "soon@harbour.test"})
	soon := uuid.MustParse(h.look("SELECT id FROM users WHERE email = 'soon@harbour.test'"))
	h.clock.advance(time.Hour)
	tired := h.stale()
	for _, c := range []struct {
		in   BulkChange
		want string
	}{
		{BulkChange{Action: BulkDelete, IDs: ids}, "STEP_UP_REQUIRED"},
		{BulkChange{Action: BulkDelete, IDs: ids, DryRun: true}, ""},
		{BulkChange{Action: BulkSendActivation, IDs: []uuid.UUID{soon}}, ""},
		{BulkChange{Action: BulkSuspend, IDs: ids}, ""},
		{BulkChange{Action: BulkReactivate, IDs: ids}, ""},
		{BulkChange{Action: BulkEndSessions, IDs: ids}, ""},
	} {
		if got := refusal(errOf(h.UsersBulkChange(tired, c.in))); got != c.want {
			t.Errorf("%s: %q, want %q", c.in.Action, got, c.want)
		}
	}
}
