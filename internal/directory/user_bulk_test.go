package directory

import (
	"context"
	stdsql "database/sql"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/fault"
)

// people writes active users of an organization behind the program's back.
func (h *house) people(org *db.Organization, n int) []uuid.UUID {
	h.t.Helper()
	ids := make([]uuid.UUID, n)
	for i := range ids {
		ids[i] = schema.NewID()
	}
	c, ctx := h.DB.Client(), h.system()
	for from := 0; from < n; from += 1000 {
		part := ids[from:min(n, from+1000)]
		h.must(c.User.MapCreateBulk(part, func(u *db.UserCreate, i int) {
			name := fmt.Sprintf("person%06d", from+i)
			u.SetID(part[i]).SetAccountID(org.AccountID).SetOrganizationID(org.ID).SetEmail(name + "@many.test").SetEmailKey(name + "@many.test").
				SetDisplayName(name).SetSortName(name).SetSearchText(name).SetStatus(user.StatusACTIVE).
				SetCreatedAt(h.Now()).SetUpdatedAt(h.Now())
		}).Exec(ctx))
	}
	return ids
}

// matching is the list of those users, as the API would make it.
func matching(org *db.Organization, count int) *BulkMatching {
	return &BulkMatching{Input: []byte(`{"search":"person"}`), ExpectedCount: count, Rows: func(s *sql.Selector) {
		s.Where(sql.And(sql.EQ(s.C("organization_id"), org.ID), sql.EQ(s.C("status"), "ACTIVE"), sql.HasPrefix(s.C("search_text"), "person")))
	}}
}

// viewers answers the viewers that house.as makes.
type viewers struct{ h *house }

func (v viewers) ViewerOf(ctx context.Context, _, id uuid.UUID) (*authz.Viewer, error) {
	u, err := v.h.DB.Client().User.Query().Where(user.ID(id)).Only(v.h.system())
	if err != nil {
		return nil, err
	}
	if u.Status != user.StatusACTIVE {
		return nil, fault.New(fault.Unauthenticated, "gone")
	}
	return authz.FromContext(v.h.as(u)), nil
}

func (h *house) worker() *itemWorker {
	return &itemWorker{Service: h.Service, viewers: viewers{h}, log: slog.New(slog.DiscardHandler), slice: time.Minute}
}

func (h *house) work(w *itemWorker, id uuid.UUID) error {
	return w.Work(h.t.Context(), &river.Job[WorkArgs]{JobRow: &rivertype.JobRow{Attempt: 1, MaxAttempts: 5}, Args: WorkArgs{ResellerID: h.reseller, JobID: id}})
}

func (h *house) job(id uuid.UUID) *db.Job {
	h.t.Helper()
	j, err := h.DB.Client().Job.Query().Where(job.ID(id)).Only(h.system())
	h.must(err)
	return j
}

// verdicts are results in short.
func verdictsOf(out *BulkOutcome) []string {
	list := make([]string, len(out.Results))
	for i, r := range out.Results {
		list[i] = refusal(r.Errors.Err())
	}
	return list
}

func TestBulkAtOnce(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	boss := h.join(org.ID, NewInvitation{Email: "boss@harbour.test", Access: membership.ClientAccessADMIN})
	ids := h.people(org, 3)
	invited := uuid.MustParse(h.look("SELECT user_id::text FROM invitations WHERE id = $1", h.invite(org.ID, NewInvitation{Email: "soon@harbour.test"})))
	suspend := BulkChange{
		Action: BulkSuspend, Reason: new(" a review "), IDs: []uuid.UUID{ids[0], boss.ID, ids[0], uuid.Nil, h.admin.ID, invited, ids[1]},
	}
	want := []string{
		"", "LAST_ADMIN at input.users.ids.1", "DUPLICATE at input.users.ids.2", "NOT_FOUND at input.users.ids.3",
		"SELF_FORBIDDEN at input.users.ids.4", "WRONG_STATE at input.users.ids.5", "",
	}
	before := h.snapshot()
	trial := suspend
	trial.DryRun = true
	out, err := h.UsersBulkChange(h.ctx, trial)
	h.must(err)
	if diff := cmp.Diff(want, verdictsOf(out)); diff != "" {
		t.Errorf("dry run: %s", diff)
	}
	all := suspend
	all.AllOrNothing = true
	out, err = h.UsersBulkChange(h.ctx, all)
	h.must(err)
	if got := verdictsOf(out); got[0] != "CONFLICT at input.errorPolicy" || got[1] != want[1] {
		t.Errorf("all or nothing: %q", got)
	}
	if diff := cmp.Diff(before, h.snapshot()); diff != "" {
		t.Fatalf("something was written:\n%s", diff)
	}
	suspend.IdempotencyKey = new("k1")
	out, err = h.UsersBulkChange(h.ctx, suspend)
	h.must(err)
	if diff := cmp.Diff(want, verdictsOf(out)); diff != "" {
		t.Error(diff)
	}
	for i, id := range ids {
		if got := h.look("SELECT status || coalesce(suspension_reason, '') FROM users WHERE id = $1", id); (got == "SUSPENDEDa review") != (i < 2) {
			t.Errorf("user %d is %s", i, got)
		}
	}
	got := h.look(`SELECT string_agg(action || ' ' || target_type, ', ' ORDER BY created_at, id) FROM audit_events WHERE action IN ('user.suspended', 'users.bulk_changed')`)
	if got != "user.suspended User, user.suspended User, users.bulk_changed Organization" {
		t.Errorf("the log says %s", got)
	}
	if got := h.look("SELECT count(*)::text FROM river_job WHERE kind = 'mail_suspended'"); got != "2" {
		t.Errorf("%s mails", got)
	}
	before = h.snapshot()
	again, err := h.UsersBulkChange(h.ctx, suspend)
	h.must(err)
	if diff := cmp.Diff(out, again); diff != "" {
		t.Errorf("the same key: %s", diff)
	}
	suspend.Reason = new("another")
	h.refused("IDEMPOTENCY_KEY_REUSED at input.idempotencyKey", func() error { return errOf(h.UsersBulkChange(h.ctx, suspend)) })
	if diff := cmp.Diff(before, h.snapshot()); diff != "" {
		t.Errorf("repeated, and something was written:\n%s", diff)
	}
	for _, c := range []struct {
		action BulkAction
		id     uuid.UUID
		event  string
	}{
		{BulkReactivate, ids[0], "user.reactivated"}, {BulkEndSessions, ids[0], "user.sessions_ended"},
		{BulkSendActivation, invited, "invitation.resent"}, {BulkDelete, ids[1], "user.deleted"},
	} {
		out, err := h.UsersBulkChange(h.ctx, BulkChange{Action: c.action, IDs: []uuid.UUID{c.id}})
		h.must(err)
		if got := verdictsOf(out)[0]; got != "" || h.look("SELECT count(*)::text FROM audit_events WHERE action = $1", c.event) != "1" {
			t.Errorf("%s: %q", c.action, got)
		}
	}
}

func TestBulkRefusals(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	ids := h.people(org, 101)
	past, far := h.Now(), h.Now().AddDate(2, 0, 1)
	many := make([]uuid.UUID, MaxBulkIDs+1)
	for name, c := range map[string]struct {
		in   BulkChange
		want string
	}{
		"nobody":          {BulkChange{Action: BulkSuspend}, "REQUIRED at input.users.ids"},
		"too many":        {BulkChange{Action: BulkSuspend, IDs: many}, "LIMIT_REACHED at input.users.ids"},
		"too many to try": {BulkChange{Action: BulkSuspend, IDs: ids, DryRun: true}, "LIMIT_REACHED at input.users.ids"},
		"all of too many": {BulkChange{Action: BulkSuspend, IDs: ids, AllOrNothing: true}, "LIMIT_REACHED at input.errorPolicy"},
		"until the past":  {BulkChange{Action: BulkSuspend, IDs: ids, Until: &past}, "INVALID at input.until"},
		"until too far":   {BulkChange{Action: BulkSuspend, IDs: ids, Until: &far}, "INVALID at input.until"},
		"another count":   {BulkChange{Action: BulkSuspend, Matching: matching(org, 100)}, "STALE at input.users.matching.expectedCount"},
		"all that match":  {BulkChange{Action: BulkSuspend, Matching: matching(org, 101), AllOrNothing: true}, "LIMIT_REACHED at input.errorPolicy"},
		"what is not for": {BulkChange{Action: BulkReactivate, IDs: ids[:1], Motive: new(user.SuspensionMotiveOTHER), Reason: new("x")}, "INVALID at input.motive, INVALID at input.reason"},
	} {
		h.refused(c.want, func() error { return errOf(h.UsersBulkChange(h.ctx, c.in)) })
		if t.Failed() {
			t.Fatal(name)
		}
	}
	out, err := h.UsersBulkChange(h.ctx, BulkChange{Action: BulkSuspend, Matching: matching(org, 101), DryRun: true})
	h.must(err)
	if out.Matched != 101 || len(out.Results) != 0 || out.JobID != nil {
		t.Errorf("dry run of all that match: %+v", out)
	}
}

func TestBulkJob(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	ids := h.people(org, 130)
	h.exec("UPDATE users SET status = 'SUSPENDED', suspended_at = now() WHERE id = $1", ids[7]) // in the list of ids, not of those that match
	named := append(ids, ids[3], uuid.Nil)
	out, err := h.UsersBulkChange(h.ctx, BulkChange{Action: BulkSuspend, IDs: named, IdempotencyKey: new("k")})
	h.must(err)
	again, err := h.UsersBulkChange(h.ctx, BulkChange{Action: BulkSuspend, IDs: named, IdempotencyKey: new("k")})
	h.must(err)
	if out.JobID == nil || *again.JobID != *out.JobID || len(out.Results) != 0 {
		t.Fatalf("%+v, then %+v", out, again)
	}
	w := h.worker()
	w.slice = 0 // one batch at a time
	pauses := 0
	for {
		err := h.work(w, *out.JobID)
		if err == nil {
			break
		}
		if !errors.As(err, new(*river.JobSnoozeError)) {
			t.Fatal(err)
		}
		pauses++
		if j := h.job(*out.JobID); pauses == 2 && (j.Status != job.StatusRUNNING || j.Done != 41 || j.StartedAt == nil) {
			t.Errorf("after two batches: %+v", j)
		}
	}
	j := h.job(*out.JobID)
	if j.Status != job.StatusSUCCEEDED || *j.Total != 132 || j.Done != 132 || j.Failed != 2 || j.FinishedAt == nil || pauses < 6 {
		t.Errorf("%d pauses: %+v", pauses, j)
	}
	got := h.look(`SELECT string_agg(concat(position, ' ', status, ' ', convert_from(errors, 'UTF8')::jsonb->0->>'Code'), ', ' ORDER BY position)
		FROM job_items WHERE job_id = $1 AND status <> 'DONE'`, j.ID)
	if want := "8 FAILED WRONG_STATE, 131 SKIPPED DUPLICATE, 132 FAILED NOT_FOUND"; got != want {
		t.Errorf("items %s", got)
	}
	if got := h.look("SELECT count(*)::text FROM audit_events WHERE action = 'user.suspended' AND actor_id = $1", h.admin.ID); got != "129" {
		t.Errorf("%s users suspended", got)
	}
	if got := h.look("SELECT count(*)::text FROM river_job WHERE kind = 'mail_job_finished'"); got != "1" {
		t.Errorf("%s mails about the end", got)
	}
}

// A worker that dies leaves a batch undone, not half done; two workers take
// turns; after a cancellation nothing happens any more.
func TestBulkJobOrdeals(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	h.people(org, 150)
	out, err := h.UsersBulkChange(h.ctx, BulkChange{Action: BulkSuspend, Matching: matching(org, 150), Until: new(h.Now().Add(time.Hour))})
	h.must(err)
	w := h.worker()
	dying := *h.Service
	dying.Jobs = powerCut{h.Service.Jobs, new(int)}
	err = h.work(&itemWorker{Service: &dying, viewers: w.viewers, log: w.log, slice: time.Minute}, *out.JobID)
	if err == nil || !strings.Contains(err.Error(), "power cut") {
		t.Fatal(err)
	}
	suspended := h.look("SELECT count(*)::text FROM users WHERE status = 'SUSPENDED'")
	if done := h.look("SELECT count(*)::text FROM job_items WHERE job_id = $1 AND status = 'DONE'", *out.JobID); done != suspended || done == "0" || h.job(*out.JobID).Done == 150 {
		t.Fatalf("%s items done, %s users suspended", done, suspended)
	}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			if err := h.work(w, *out.JobID); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if j := h.job(*out.JobID); j.Status != job.StatusSUCCEEDED || j.Done != 150 || j.Failed != 0 {
		t.Errorf("%+v", j)
	}
	if got := h.look("SELECT count(*)::text FROM audit_events WHERE action = 'user.suspended'"); got != "150" {
		t.Errorf("%s lines for 150 users", got)
	}

	out, err = h.UsersBulkChange(h.ctx, BulkChange{Action: BulkDelete, Matching: &BulkMatching{Rows: func(s *sql.Selector) {
		s.Where(sql.EQ(s.C("status"), "SUSPENDED"))
	}, ExpectedCount: 150}})
	h.must(err)
	w.slice = 0
	if err := h.work(w, *out.JobID); !errors.As(err, new(*river.JobSnoozeError)) {
		t.Fatal(err)
	}
	h.exec("UPDATE jobs SET status = 'CANCELED' WHERE id = $1", *out.JobID)
	h.must(h.work(w, *out.JobID))
	if got := h.look("SELECT count(*)::text FROM users WHERE status = 'DELETED'"); got != "20" {
		t.Errorf("%s users deleted though canceled", got)
	}
}

// powerCut inserts jobs until the lights go out.
type powerCut struct {
	Jobs
	n *int
}

func (f powerCut) InsertMany(ctx context.Context, tx *stdsql.Tx, many []river.InsertManyParams) error {
	if *f.n++; *f.n == 50 {
		return errors.New("power cut")
	}
	return f.Jobs.InsertMany(ctx, tx, many)
}

// Who asked counts when the work is done, not when he asked.
func TestBulkJobOfSomebodyGone(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	h.people(org, 101)
	second := h.staff("second@northwind.test", user.ResellerRoleRESELLER_ADMIN)
	out, err := h.UsersBulkChange(h.as(second), BulkChange{Action: BulkSuspend, Matching: matching(org, 101)})
	h.must(err)
	other, err := h.UsersBulkChange(h.as(second), BulkChange{Action: BulkSuspend, Matching: matching(org, 101)})
	h.must(err)
	h.exec("UPDATE users SET reseller_role = 'RESELLER_VIEWER' WHERE id = $1", second.ID)
	h.must(h.work(h.worker(), *out.JobID))
	if j := h.job(*out.JobID); j.Status != job.StatusSUCCEEDED || j.Failed != 101 {
		t.Errorf("without the permission: %+v", j)
	}
	h.must(errOf(h.UserSuspend(h.ctx, second.ID, Suspension{})))
	h.must(h.work(h.worker(), *other.JobID))
	if j := h.job(*other.JobID); j.Status != job.StatusFAILED || j.FailureReason == nil || j.Done != 0 {
		t.Errorf("of somebody suspended: %+v", j)
	}
}

// One change of many and one of one meet at the same user.
func TestBulkRace(t *testing.T) {
	h := setup(t)
	org, other := h.customer("Harbour", nil), h.customer("Other", nil)
	ids := append(h.people(org, 3), h.join(other.ID, NewInvitation{Email: "x@other.test"}).ID)
	runs := 10
	if raceRuns {
		runs = 200
	}
	for run := range runs {
		var one error
		var out *BulkOutcome
		var wg sync.WaitGroup
		wg.Go(func() {
			var err error
			if out, err = h.UsersBulkChange(h.ctx, BulkChange{Action: BulkSuspend, IDs: ids, IdempotencyKey: new(fmt.Sprint(run))}); err != nil {
				t.Error(err)
			}
		})
		wg.Go(func() { one = errOf(h.UserSuspend(h.ctx, ids[run%4], Suspension{})) })
		wg.Wait()
		if t.Failed() {
			return
		}
		byBulk := verdictsOf(out)[run%4] == ""
		if byBulk == (one == nil) {
			t.Fatalf("run %d: %q and %v", run, verdictsOf(out), one)
		}
		h.exec("UPDATE users SET status = 'ACTIVE' WHERE status = 'SUSPENDED'")
	}
}
