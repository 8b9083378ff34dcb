package usage

import (
	"bytes"
	"context"
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/ent/db/jobchunk"
	"tenantry/ent/db/reportschedule"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/export"
	"tenantry/internal/fault"
	"tenantry/internal/jobs"
)

// work lets a worker run until it has made n files.
func (h *house) work(n int) {
	h.t.Helper()
	workers, worked := river.NewWorkers(), make(chan error, 100)
	h.Exports.AddWorkers(workers, quiet())
	client, err := jobs.New(jobs.Config{
		DB: h.DB.Write, Workers: workers, PollInterval: 20 * time.Millisecond, Queues: map[string]int{export.Queue: export.Workers},
		Observe: func(kind string, _ time.Duration, err error) {
			if kind == (export.Args{}).Kind() {
				worked <- err
			}
		},
	})
	h.must(err)
	h.must(client.Start(h.t.Context()))
	defer func() { h.must(client.Stop(context.WithoutCancel(h.t.Context()))) }()
	for range n {
		select {
		case err := <-worked:
			h.must(err)
		case <-time.After(30 * time.Second):
			h.t.Fatal("no report was made")
		}
	}
}

// file is what a job made, as text.
func (h *house) file(id uuid.UUID) string {
	h.t.Helper()
	j, err := h.DB.Client().Job.Query().Where(job.ID(id)).Only(h.system())
	h.must(err)
	if j.Status != job.StatusSUCCEEDED {
		reason := ""
		if j.FailureReason != nil {
			reason = *j.FailureReason
		}
		h.t.Fatalf("job %s is %s: %s", id, j.Status, reason)
	}
	chunks, err := h.DB.Client().JobChunk.Query().Where(jobchunk.JobID(id)).Order(db.Asc(jobchunk.FieldPosition)).All(h.system())
	h.must(err)
	var all bytes.Buffer
	for _, c := range chunks {
		all.Write(c.Data)
	}
	return strings.TrimPrefix(all.String(), "\ufeff")
}

// rows are those of a report, without its header and the columns of ids.
func (h *house) rows(ctx context.Context, in NewReport) [][]string {
	h.t.Helper()
	in.Format = reportschedule.FormatCSV
	j, err := h.ReportCreate(ctx, in)
	h.must(err)
	h.work(1)
	all, err := csv.NewReader(strings.NewReader(h.file(j.ID))).ReadAll()
	h.must(err)
	report, _ := reportOf(in.Kind)
	if d := cmp.Diff(report.keys(), all[0]); d != "" {
		h.t.Errorf("header of %s: %s", in.Kind, d)
	}
	var out [][]string
	for _, record := range all[1:] {
		var kept []string
		for i, c := range report.Columns {
			if c.form != public && c.Key != "createdAt" {
				kept = append(kept, record[i])
			}
		}
		out = append(out, kept)
	}
	return out
}

func (h *house) signIn(u *db.User, at string) {
	h.t.Helper()
	when, err := time.Parse(time.RFC3339, at)
	h.must(err)
	h.exec(`INSERT INTO audit_events (id, reseller_id, account_id, created_at, organization_id, action, actor_id, target_type, changes)
		VALUES ($1, $2, $3, $4, $5, 'session.created', $6, 'Session', '[]')`, schema.NewID(), h.reseller, u.AccountID, when, u.OrganizationID, u.ID)
}

func TestReports(t *testing.T) {
	t.Parallel()
	h := setup(t)
	harbor := h.customer("Harbor, =1+1")
	h.exec("UPDATE organizations SET name = '=1+1' WHERE id = $1", harbor.ID)
	mill := h.customer("Mill")
	ana := h.user(harbor.ID, "ana@harbor.test", func(c *db.UserCreate) { c.SetUserType(user.UserTypeANALYST) })
	h.user(mill.ID, "mo@mill.test", func(c *db.UserCreate) { c.SetUserType(user.UserTypeAGENT).SetStatus(user.StatusSUSPENDED) })
	h.signIn(ana, "2026-02-28T23:30:00Z") // the first of March in Berlin
	h.signIn(ana, "2026-03-05T12:00:00Z")
	h.signIn(ana, "2026-02-28T22:30:00Z") // still February there
	_, err := h.Record(h.ctx, Batch{Records: []Record{
		{harbor.ID, "SMS", day("2026-02-27"), 5, "a"}, {harbor.ID, "SMS", day("2026-03-01"), 7, "b"}, {mill.ID, "SMS", day("2026-03-02"), 9, "c"},
	}})
	h.must(err)
	h.exec("UPDATE organizations SET credit_balance = 70 WHERE id = $1", harbor.ID)
	for i, e := range []struct {
		kind   string
		amount int
		at     string
	}{{"TOP_UP", 100, "2026-01-05"}, {"SMS_USAGE", -20, "2026-03-03"}, {"ADJUSTMENT", -5, "2026-03-04"}, {"REVERSAL", 5, "2026-03-05"}, {"SMS_USAGE", -10, "2026-03-09"}} {
		h.exec(`INSERT INTO credit_entries (id, reseller_id, account_id, created_at, transaction_id, organization_id, ledger, type, amount, balance_after, occurred_at)
			VALUES ($1, $2, $3, $4, $1, $3, 'ORGANIZATION', $5, $6, $7, $4)`, schema.NewID(), h.reseller, harbor.ID, day(e.at), e.kind, e.amount, 100+i)
	}
	march := func(kind Kind) NewReport {
		return NewReport{Kind: kind, From: day("2026-03-01"), To: day("2026-03-06")}
	}
	if d := cmp.Diff([][]string{
		{"'=1+1", "CUSTOMER", "ACTIVE", "1", "1", "1", "2", ""}, {"Mill", "CUSTOMER", "ACTIVE", "1", "1", "0", "0", ""}, {"Northwind", "RESELLER", "ACTIVE", "1", "1", "0", "0", ""},
	}, h.rows(h.ctx, NewReport{Kind: reportschedule.KindORGANIZATION_ACTIVITY, From: day("2026-03-01"), To: day("2026-03-10")})); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([][]string{
		{"admin@northwind.test", "admin@northwind.test", "Northwind", "ACTIVE", "", "0"},
		{"ana@harbor.test", "ana@harbor.test", "'=1+1", "ACTIVE", "", "2"}, {"mo@mill.test", "mo@mill.test", "Mill", "SUSPENDED", "", "0"},
	}, h.rows(h.ctx, march(reportschedule.KindUSERS_AND_LOGINS))); d != "" {
		t.Error(d)
	}
	credits := march(reportschedule.KindCREDITS)
	credits.Organizations = []uuid.UUID{harbor.ID}
	if d := cmp.Diff([][]string{{"'=1+1", "100", "0", "0", "-5", "-20", "0", "5", "80"}}, h.rows(h.ctx, credits)); d != "" {
		t.Error(d)
	}
	used := NewReport{Kind: reportschedule.KindUSAGE_BY_ORGANIZATION, From: day("2026-02-01"), To: day("2026-03-10")}
	if d := cmp.Diff([][]string{
		{"'=1+1", "SMS", "2026-02-01", "5", "1"}, {"'=1+1", "SMS", "2026-03-01", "7", "1"}, {"Mill", "SMS", "2026-03-01", "9", "1"},
	}, h.rows(h.ctx, used)); d != "" {
		t.Error(d)
	}
	// A customer's analyst has reports about his own account alone.
	if d := cmp.Diff([][]string{{"'=1+1", "SMS", "2026-02-01", "5", "1"}, {"'=1+1", "SMS", "2026-03-01", "7", "1"}}, h.rows(h.as(ana), used)); d != "" {
		t.Error(d)
	}
	used.Organizations = []uuid.UUID{harbor.ID, mill.ID, schema.NewID()}
	_, err = h.ReportCreate(h.as(ana), used)
	if d := cmp.Diff([]string{"NOT_FOUND input.organizationIds.1", "NOT_FOUND input.organizationIds.2"}, refusedWith(err)); d != "" {
		t.Error(d)
	}
	for name, c := range map[string]struct {
		in   NewReport
		want []string
	}{
		"backwards": {NewReport{Kind: credits.Kind, From: day("2026-03-02"), To: day("2026-03-01")}, []string{"INVALID input.to"}},
		"ahead":     {NewReport{Kind: credits.Kind, From: day("2026-03-02"), To: day("2026-03-11")}, []string{"INVALID input.to"}},
		"years":     {NewReport{Kind: credits.Kind, From: day("2020-03-02"), To: day("2026-03-01")}, []string{"INVALID input.to"}},
		"none":      {NewReport{Kind: credits.Kind, From: day("2026-03-02"), To: day("2026-03-02"), Organizations: []uuid.UUID{}}, []string{"REQUIRED input.organizationIds"}},
		"many":      {NewReport{Kind: credits.Kind, From: day("2026-03-02"), To: day("2026-03-02"), Organizations: make([]uuid.UUID, 101)}, []string{"LIMIT_REACHED input.organizationIds"}},
	} {
		if _, err := h.ReportCreate(h.ctx, c.in); cmp.Diff(c.want, refusedWith(err)) != "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	support := h.user(h.root, "sue@northwind.test", func(c *db.UserCreate) { c.SetResellerRole(user.ResellerRoleRESELLER_SUPPORT) })
	if _, err := h.ReportCreate(h.as(support), credits); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("support: %v", err)
	}
}

// A schedule runs once, whoever looks, and only for who may still see reports.
func TestSchedules(t *testing.T) {
	t.Parallel()
	h := setup(t)
	harbor := h.customer("Harbor")
	ana := h.user(harbor.ID, "ana@harbor.test", func(c *db.UserCreate) { c.SetUserType(user.UserTypeANALYST) })
	sue := h.user(h.root, "sue@northwind.test", func(c *db.UserCreate) { c.SetResellerRole(user.ResellerRoleRESELLER_SUPPORT) })
	vic := h.user(h.root, "vic@northwind.test", func(c *db.UserCreate) { c.SetResellerRole(user.ResellerRoleRESELLER_VIEWER) })
	off := h.user(h.root, "off@northwind.test", func(c *db.UserCreate) { c.SetResellerRole(user.ResellerRoleRESELLER_VIEWER) })
	_, err := h.Record(h.ctx, Batch{Records: []Record{{harbor.ID, "SMS", day("2026-03-09"), 5, "a"}}})
	h.must(err)
	s, err := h.ScheduleCreate(h.ctx, NewSchedule{
		Name: "Daily", Kind: reportschedule.KindUSAGE_BY_ORGANIZATION, Format: reportschedule.FormatCSV, Cadence: reportschedule.CadenceDAILY, Hour: 12,
		Recipients: []uuid.UUID{ana.ID, sue.ID, vic.ID, off.ID},
	})
	h.must(err)
	if want := time.Date(2026, 3, 10, 11, 0, 0, 0, time.UTC); !s.NextRunAt.Equal(want) { // noon in Berlin
		t.Errorf("next at %s, want %s", s.NextRunAt, want)
	}
	if n, err := h.RunSchedules(t.Context()); n != 0 || err != nil {
		t.Errorf("ran %d before it was due: %v", n, err)
	}
	h.clock.advance(3 * time.Hour)
	h.exec("UPDATE users SET status = 'SUSPENDED' WHERE id = $1", off.ID)
	ran := make(chan int)
	for range 4 {
		go func() {
			n, err := h.RunSchedules(t.Context())
			if err != nil {
				t.Error(err)
			}
			ran <- n
		}()
	}
	sum := 0
	for range 4 {
		sum += <-ran
	}
	if sum != 1 {
		t.Errorf("it ran %d times", sum)
	}
	made, err := h.DB.Client().Job.Query().Where(job.KindEQ(job.KindREPORT)).All(h.system())
	h.must(err)
	owners := map[uuid.UUID]int{}
	for _, j := range made {
		owners[j.UserID]++
	}
	if d := cmp.Diff(map[uuid.UUID]int{ana.ID: 1, vic.ID: 1}, owners); d != "" {
		t.Error(d)
	}
	h.work(2)
	for _, j := range made {
		if got := h.file(j.ID); !strings.HasSuffix(got, "Harbor,SMS,2026-03-01,5,1\r\n") {
			t.Errorf("%q", got)
		}
		done, err := h.DB.Client().Job.Query().Where(job.ID(j.ID)).Only(h.system())
		h.must(err)
		if want := h.now().Add(Retention); done.ExpiresAt == nil || !done.ExpiresAt.Equal(want) {
			t.Errorf("kept until %v, want %s", done.ExpiresAt, want)
		}
	}
	s, err = h.DB.Client().ReportSchedule.Query().Where(reportschedule.ID(s.ID)).Only(h.system())
	h.must(err)
	if want := time.Date(2026, 3, 11, 11, 0, 0, 0, time.UTC); !s.NextRunAt.Equal(want) || s.LastRunAt == nil {
		t.Errorf("next at %s, want %s", s.NextRunAt, want)
	}
	// Changed, resting and gone.
	hour, off2, version := 6, false, s.Version
	s, err = h.ScheduleUpdate(h.ctx, s.ID, SchedulePatch{ExpectedVersion: &version, Hour: &hour, Active: &off2, Recipients: &[]uuid.UUID{vic.ID}, Organizations: &[]uuid.UUID{harbor.ID}})
	h.must(err)
	if s.Hour != 6 || s.Active || s.Version != version+1 || len(s.OrganizationIds) != 1 {
		t.Errorf("%+v", s)
	}
	h.clock.advance(48 * time.Hour)
	if n, err := h.RunSchedules(t.Context()); n != 0 || err != nil {
		t.Errorf("ran %d while resting: %v", n, err)
	}
	_, err = h.ScheduleUpdate(h.ctx, s.ID, SchedulePatch{ExpectedVersion: &version})
	if d := cmp.Diff([]string{"STALE input.expectedVersion"}, refusedWith(err)); d != "" {
		t.Error(d)
	}
	h.must(h.ScheduleDelete(h.ctx, s.ID, nil))
	if d := cmp.Diff([]string{"NOT_FOUND id"}, refusedWith(h.ScheduleDelete(h.ctx, s.ID, nil))); d != "" {
		t.Error(d)
	}
	_, err = h.ScheduleCreate(h.ctx, NewSchedule{Name: " ", Kind: s.Kind, Format: s.Format, Cadence: s.Cadence, Hour: 24, Recipients: []uuid.UUID{vic.ID, vic.ID, schema.NewID()}})
	if d := cmp.Diff([]string{"REQUIRED input.name", "INVALID input.hour", "DUPLICATE input.recipientIds.1", "NOT_FOUND input.recipientIds.2"}, refusedWith(err)); d != "" {
		t.Error(d)
	}
	if _, err := h.ScheduleCreate(h.as(vic), NewSchedule{}); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("a viewer made a schedule: %v", err)
	}
}

func TestNextRun(t *testing.T) {
	t.Parallel()
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		cadence   Cadence
		hour      int
		now, want string
		from, to  string
	}{
		{reportschedule.CadenceDAILY, 6, "2026-03-28T04:59:59Z", "2026-03-28T05:00:00Z", "2026-03-27", "2026-03-27"},
		{reportschedule.CadenceDAILY, 6, "2026-03-28T05:00:00Z", "2026-03-29T04:00:00Z", "2026-03-28", "2026-03-28"}, // clocks go forward
		{reportschedule.CadenceDAILY, 0, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "2026-10-25", "2026-10-25"}, // and back
		{reportschedule.CadenceWEEKLY, 6, "2026-03-10T09:00:00Z", "2026-03-16T05:00:00Z", "2026-03-09", "2026-03-15"},
		{reportschedule.CadenceMONTHLY, 6, "2026-12-10T09:00:00Z", "2027-01-01T05:00:00Z", "2026-12-01", "2026-12-31"},
	} {
		now, err := time.Parse(time.RFC3339, c.now)
		if err != nil {
			t.Fatal(err)
		}
		next := nextRun(c.cadence, c.hour, now, berlin)
		from, to := reported(c.cadence, next, berlin)
		got := []string{next.Format(time.RFC3339), from.Format(time.DateOnly), to.Format(time.DateOnly)}
		if d := cmp.Diff([]string{c.want, c.from, c.to}, got); d != "" {
			t.Errorf("%s at %d after %s: %s", c.cadence, c.hour, c.now, d)
		}
	}
}
