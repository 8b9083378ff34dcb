package directory

import (
	"sync"
	"testing"
	"time"

	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
)

func TestSuspensionUntil(t *testing.T) {
	h := setup(t)
	u := h.staff("eve@northwind.test", user.ResellerRoleRESELLER_SUPPORT)
	for _, until := range []time.Time{h.Now(), h.Now().Add(-time.Hour), h.Now().AddDate(2, 0, 1)} {
		h.refused("INVALID at input.until", func() error { return errOf(h.UserSuspend(h.ctx, u.ID, Suspension{Until: &until})) })
	}
	s, err := h.UserSuspend(h.ctx, u.ID, Suspension{Until: new(h.Now().Add(48 * time.Hour))})
	h.must(err)
	if s.SuspendedUntil == nil || !s.SuspendedUntil.Equal(h.Now().Add(48*time.Hour)) {
		t.Errorf("%+v", s)
	}
	h.clock.advance(48*time.Hour - time.Microsecond)
	if n, err := h.SweepSuspensions(t.Context()); n != 0 || err != nil {
		t.Errorf("too early: %d, %v", n, err)
	}
	h.clock.advance(time.Microsecond)
	var sum [4]int
	var wg sync.WaitGroup
	for i := range sum {
		wg.Go(func() {
			n, err := h.SweepSuspensions(t.Context())
			if sum[i] = n; err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	fresh := h.reload(u)
	if sum[0]+sum[1]+sum[2]+sum[3] != 1 || fresh.Status != user.StatusACTIVE || fresh.SuspendedUntil != nil || fresh.SuspendedAt != nil {
		t.Errorf("lifted %v times: %+v", sum, fresh)
	}
	got := h.look(`SELECT string_agg(concat(action, ' ', actor_id IS NULL, ' ', (SELECT string_agg(concat(c->>'field', ':', c->>'before', '->', c->>'after'), ' ') FROM jsonb_array_elements(changes) c)), E'\n' ORDER BY created_at)
		FROM audit_events WHERE target_id = $1 AND action IN ('user.suspended', 'user.reactivated')`, u.ID)
	want := "user.suspended f status:ACTIVE->SUSPENDED suspendedUntil:->2026-03-04T09:00:00Z\n" +
		"user.reactivated t status:SUSPENDED->ACTIVE suspendedUntil:2026-03-04T09:00:00Z->"
	if got != want {
		t.Errorf("the log says\n%s", got)
	}
	if got := h.look("SELECT count(*)::text FROM river_job WHERE kind = 'mail_reactivated'"); got != "1" {
		t.Errorf("%s mails", got)
	}
}

// Whoever reactivates, suspends anew or sweeps at the same moment: each
// suspension ends once, and a new one stays.
func TestSweepRace(t *testing.T) {
	h := setup(t)
	u := h.staff("eve@northwind.test", user.ResellerRoleRESELLER_SUPPORT)
	runs := 10
	if raceRuns {
		runs = 200
	}
	for run := range runs {
		h.must(errOf(h.UserSuspend(h.ctx, u.ID, Suspension{Until: new(h.Now().Add(time.Minute))})))
		h.clock.advance(time.Hour)
		var swept int
		var sweepErr, again error
		var wg sync.WaitGroup
		wg.Go(func() { swept, sweepErr = h.SweepSuspensions(t.Context()) })
		wg.Go(func() {
			again = errOf(h.UserReactivate(h.ctx, u.ID, nil))
			if again == nil {
				again = errOf(h.UserSuspend(h.ctx, u.ID, Suspension{Until: new(h.Now().Add(time.Hour))}))
			}
		})
		wg.Wait()
		status := h.reload(u).Status
		switch {
		case sweepErr != nil:
			t.Fatal(sweepErr)
		case again == nil && (swept != 0 || status != user.StatusSUSPENDED):
			t.Fatalf("run %d: suspended anew, yet %d swept and %s", run, swept, status)
		case again != nil && (refusal(again) != "WRONG_STATE at id" || swept != 1 || status != user.StatusACTIVE):
			t.Fatalf("run %d: %v, %d swept and %s", run, again, swept, status)
		case again == nil:
			h.must(errOf(h.UserReactivate(h.ctx, u.ID, nil)))
		}
	}
}

func TestReportDormant(t *testing.T) {
	h := setup(t)
	_, rival := h.newReseller("Rival", "admin@rival.test")
	org, other := h.customer("Harbour", nil), h.customer("Other", nil)
	warden := h.join(org.ID, NewInvitation{Email: "warden@harbour.test", UserType: new(user.UserTypeTENANT_ADMIN)})
	h.join(other.ID, NewInvitation{Email: "warden@other.test", UserType: new(user.UserTypeTENANT_ADMIN)})
	idle := h.join(org.ID, NewInvitation{Email: "idle@harbour.test", Access: membership.ClientAccessUSER})
	blocked := h.join(org.ID, NewInvitation{Email: "blocked@harbour.test"})
	h.must(errOf(h.UserSuspend(h.ctx, blocked.ID, Suspension{})))
	h.invite(org.ID, NewInvitation{Email: "soon@harbour.test"})
	if n, err := h.ReportDormant(t.Context()); n != 0 || err != nil {
		t.Errorf("new users are dormant: %d %v", n, err)
	}
	h.clock.advance(91 * 24 * time.Hour)
	h.exec("UPDATE users SET last_login_at = $1 WHERE email_key <> 'idle@harbour.test'", h.Now().Add(-time.Hour))
	var sum [2]int
	var wg sync.WaitGroup
	for i := range sum {
		wg.Go(func() {
			n, err := h.ReportDormant(t.Context())
			if sum[i] = n; err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if sum[0]+sum[1] != 2 {
		t.Errorf("%v mails", sum)
	}
	got := h.look(`SELECT string_agg(concat_ws(' ', args->>'user_id' = $1::text, args->>'organization_id' = $2::text, args->>'count', args->'dormant_ids' = to_jsonb(ARRAY[$3::text])), ', ' ORDER BY id)
		FROM river_job WHERE kind = 'mail_dormant_accounts'`, h.admin.ID, h.root, idle.ID)
	if got != "t t 1 t, f f 1 t" {
		t.Errorf("mails %s", got)
	}
	if h.look("SELECT count(*)::text FROM river_job WHERE kind = 'mail_dormant_accounts' AND args->>'user_id' = $1::text", warden.ID) != "1" {
		t.Error("the administrator of the tenant is not told")
	}
	if h.look("SELECT count(*)::text FROM river_job WHERE kind = 'mail_dormant_accounts' AND args->>'user_id' = $1::text", rival.ID) != "0" {
		t.Error("another reseller is told")
	}
	h.clock.advance(6 * 24 * time.Hour)
	if n, err := h.ReportDormant(t.Context()); n != 0 || err != nil {
		t.Errorf("within the week: %d %v", n, err)
	}
	h.clock.advance(25 * time.Hour)
	if n, err := h.ReportDormant(t.Context()); n != 2 || err != nil {
		t.Errorf("a week later: %d %v", n, err)
	}
}

func TestPurge(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	h.people(org, 101)
	u := h.join(org.ID, NewInvitation{Email: "x@harbour.test"})
	session := h.signIn(u)
	out, err := h.UsersBulkChange(h.ctx, BulkChange{Action: BulkSuspend, Matching: matching(org, 101), IdempotencyKey: new("k")})
	h.must(err)
	h.must(h.work(h.worker(), *out.JobID))
	count := func() string {
		return h.look(`SELECT concat_ws(' ', (SELECT count(*) FROM jobs), (SELECT count(*) FROM job_items), (SELECT count(*) FROM sessions WHERE id = $1), (SELECT count(*) FROM idempotency_records))`, session)
	}
	for _, c := range []struct {
		days int
		want string
	}{{0, "1 101 1 1"}, {2, "1 101 1 0"}, {27, "1 101 1 0"}, {2, "0 0 1 0"}, {59, "0 0 1 0"}, {2, "0 0 0 0"}} {
		h.clock.advance(time.Duration(c.days) * 24 * time.Hour)
		if _, err := h.Purge(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := count(); got != c.want {
			t.Errorf("after %d days more: %s, want %s", c.days, got, c.want)
		}
	}
}
