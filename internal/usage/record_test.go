package usage

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/fault"
)

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// refusedWith lists codes and paths of an error.
func refusedWith(err error) []string {
	var out []string
	if all, ok := errors.AsType[fault.Refusals](err); ok {
		for _, r := range all {
			out = append(out, string(r.Code)+" "+strings.Join(r.Path, "."))
		}
	} else if err != nil {
		out = append(out, string(fault.KindOf(err)))
	}
	return out
}

// sumsAgree holds the sums against the records, which only the owner can read
// whole.
func (h *house) sumsAgree() {
	h.t.Helper()
	var wrong int
	h.must(h.owner.QueryRowContext(h.t.Context(), `SELECT count(*) FROM (
		SELECT organization_id, metric, 'DAY' AS grain, occurred_on AS period, sum(quantity), count(*) FROM usage_records GROUP BY 1, 2, 4
		UNION ALL SELECT organization_id, metric, 'MONTH', date_trunc('month', occurred_on)::date, sum(quantity), count(*) FROM usage_records GROUP BY 1, 2, 4
		EXCEPT ALL SELECT organization_id, metric, grain, period, quantity, records FROM usage_rollups) AS d`).Scan(&wrong))
	if wrong > 0 {
		h.t.Errorf("%d sums differ from the records", wrong)
	}
	h.must(h.owner.QueryRowContext(h.t.Context(), `SELECT (SELECT coalesce(sum(records), 0) FROM usage_rollups WHERE grain = 'DAY') - (SELECT count(*) FROM usage_records)`).Scan(&wrong))
	if wrong != 0 {
		h.t.Errorf("the sums count %d records too many", wrong)
	}
}

func TestRecord(t *testing.T) {
	t.Parallel()
	h := setup(t)
	harbor, mill := h.customer("Harbor"), h.customer("Mill")
	records := []Record{
		{harbor.ID, "SMS", day("2026-03-01"), 5, "a"},
		{harbor.ID, "SMS", day("2026-03-01"), 7, "b"},
		{harbor.ID, "SMS", day("2026-02-28"), 1, `c,"\{}`},
		{mill.ID, "FAX_PAGES", day("2026-03-10"), 0, "a"},
	}
	got, err := h.Record(h.ctx, Batch{Records: records})
	h.must(err)
	if d := cmp.Diff(&Recorded{Accepted: 4}, got); d != "" {
		t.Error(d)
	}
	// What is there already, and what is twice in a batch, counts once.
	again := append(records[:2:2], Record{harbor.ID, "SMS", day("2026-03-01"), 9, "d"}, Record{harbor.ID, "SMS", day("2026-03-01"), 9, "d"})
	got, err = h.Record(h.ctx, Batch{Records: again})
	h.must(err)
	if d := cmp.Diff(&Recorded{Accepted: 1, Duplicates: 3}, got); d != "" {
		t.Error(d)
	}
	h.sumsAgree()
	rows, more, err := h.Sum(h.ctx, Question{From: day("2026-02-01"), To: day("2026-03-31"), ByOrganization: true, By: Month, Limit: 10})
	h.must(err)
	want := []Row{
		{harbor.ID, "SMS", day("2026-02-01"), 1, 1},
		{harbor.ID, "SMS", day("2026-03-01"), 21, 3},
		{mill.ID, "FAX_PAGES", day("2026-03-01"), 0, 1},
	}
	if d := cmp.Diff(want, rows); d != "" || more {
		t.Error(d, more)
	}
}

func TestRecordIsRefused(t *testing.T) {
	t.Parallel()
	h := setup(t)
	harbor := h.customer("Harbor")
	gone := h.customer("Gone")
	h.exec("UPDATE organizations SET status = 'DELETED' WHERE id = $1", gone.ID)
	good := Record{harbor.ID, "SMS", day("2026-03-10"), 1, "good"}
	with := func(change func(*Record)) Record { r := good; r.Key = "bad"; change(&r); return r }
	bad := []Record{
		good,
		with(func(r *Record) { r.OrganizationID = schema.NewID() }),
		with(func(r *Record) { r.OrganizationID = gone.ID }),
		with(func(r *Record) { r.Metric = "sms" }),
		with(func(r *Record) { r.Metric = strings.Repeat("A", 41) }),
		with(func(r *Record) { r.Day = day("2026-03-11") }),
		with(func(r *Record) { r.Day = day("2025-02-09") }),
		with(func(r *Record) { r.Quantity = -1 }),
		with(func(r *Record) { r.Quantity = maxQuantity + 1 }),
		with(func(r *Record) { r.Key = " " }),
		with(func(r *Record) { r.Key = "a\tb" }),
		with(func(r *Record) { r.Key = strings.Repeat("k", 101) }),
		with(func(r *Record) { r.Metric = "" }),
	}
	want := []string{
		"INVALID input.records.3.metric", "INVALID input.records.4.metric", "INVALID input.records.7.quantity", "INVALID input.records.8.quantity",
		"REQUIRED input.records.9.key", "INVALID input.records.10.key", "TOO_LONG input.records.11.key", "REQUIRED input.records.12.metric",
		"NOT_FOUND input.records.1.organizationId", "NOT_FOUND input.records.2.organizationId",
		"INVALID input.records.5.day", "INVALID input.records.6.day",
	}
	_, err := h.Record(h.ctx, Batch{Records: bad})
	if d := cmp.Diff(want, refusedWith(err)); d != "" {
		t.Error(d)
	}
	got, err := h.Record(h.ctx, Batch{Records: bad, SkipFailed: true})
	h.must(err)
	if got.Accepted != 1 || got.Rejected != 12 || len(got.Rejections) != 12 {
		t.Errorf("%+v", got)
	}
	h.sumsAgree()
	for _, c := range []struct {
		in   Batch
		want []string
	}{
		{Batch{}, []string{"REQUIRED input"}},
		{Batch{Records: []Record{}}, []string{"REQUIRED input"}},
		{Batch{Records: bad, CSV: new(string)}, []string{"INVALID input"}},
		{Batch{Records: bad, Metric: new(string)}, []string{"INVALID input"}},
	} {
		if _, err := h.Record(h.ctx, c.in); cmp.Diff(c.want, refusedWith(err)) != "" {
			t.Errorf("%+v: %v", c.in, err)
		}
	}
	for _, role := range []user.ResellerRole{user.ResellerRoleRESELLER_SUPPORT, user.ResellerRoleRESELLER_VIEWER} {
		u := h.user(h.root, lower(string(role))+"@northwind.test", func(c *db.UserCreate) { c.SetResellerRole(role) })
		if _, err := h.Record(h.as(u), Batch{Records: bad[:1]}); fault.KindOf(err) != fault.Forbidden {
			t.Errorf("%s: %v", role, err)
		}
	}
}

func csvBatch(text string, more func(*Batch)) Batch {
	b := Batch{CSV: &text, ParseOrganization: func(id string) uuid.UUID {
		_, key, _ := schema.ParseGlobalID(id)
		return key
	}}
	if more != nil {
		more(&b)
	}
	return b
}

func TestRecordCSV(t *testing.T) {
	t.Parallel()
	h := setup(t)
	harbor := h.customer("Harbor")
	id := schema.GlobalID("org", harbor.ID)
	got, err := h.Record(h.ctx, csvBatch("\ufeffKEY;quantity;Day;metric;organizationId\r\n\"a;b\";3;2026-03-01;SMS;"+id+"\r\nc;4;2026-03-02;SMS;"+id+"\r\n", nil))
	h.must(err)
	if d := cmp.Diff(&Recorded{Accepted: 2}, got); d != "" {
		t.Error(d)
	}
	// What is the same in all rows is said once.
	metric, at := "SMS", day("2026-03-02")
	got, err = h.Record(h.ctx, csvBatch("key,quantity\na,1\nc,4\n", func(b *Batch) { b.Organization, b.Metric, b.Day = &id, &metric, &at }))
	h.must(err)
	if d := cmp.Diff(&Recorded{Accepted: 1, Duplicates: 1}, got); d != "" {
		t.Error(d)
	}
	h.sumsAgree()
	head := "organizationId,metric,day,quantity,key\n"
	for name, c := range map[string]struct {
		in   Batch
		want []string
	}{
		"empty":   {csvBatch(" ", nil), []string{"REQUIRED input.csv"}},
		"header":  {csvBatch(head, nil), []string{"REQUIRED input"}},
		"unknown": {csvBatch("organizationId,metric,day,amount,key,key\n", nil), []string{"INVALID input.csv", "DUPLICATE input.csv"}},
		"missing": {csvBatch("organizationId,day,quantity\n", nil), []string{"REQUIRED input.csv", "REQUIRED input.csv"}},
		"twice":   {csvBatch(head, func(b *Batch) { b.Metric = &metric }), []string{"DUPLICATE input.metric"}},
		"quotes":  {csvBatch(head+"\"a\nb,c", nil), []string{"INVALID input.csv"}},
		"utf8":    {csvBatch(head+"\xff", nil), []string{"INVALID input.csv"}},
		"long":    {csvBatch(strings.Repeat("x", MaxBytes+1), nil), []string{"TOO_LONG input.csv"}},
		"many":    {csvBatch("organizationId,metric,day,quantity,key\n"+strings.Repeat(id+",A,2026-03-01,1,k\n", MaxBatch+1), nil), []string{"LIMIT_REACHED input.csv"}},
		"cells": {csvBatch(head+strings.Join([]string{
			id + ",SMS,2026-03-01,1", id + ",SMS,1.3.2026,1,a", id + ",SMS,2026-03-01,1.5,a", "user_x,SMS,2026-03-01,1,a", id + ",SMS,,1,a",
		}, "\n"), nil), []string{
			"INVALID input.csv.1.key", "INVALID input.csv.2.day", "INVALID input.csv.3.quantity", "REQUIRED input.csv.5.day",
			"NOT_FOUND input.csv.1.organizationId", "NOT_FOUND input.csv.4.organizationId",
		}},
	} {
		_, err := h.Record(h.ctx, c.in)
		if d := cmp.Diff(c.want, refusedWith(err)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// The migration made the ids of older records as the program makes its own.
func TestRecordIDInSQL(t *testing.T) {
	t.Parallel()
	h := setup(t)
	for _, key := range []string{"a", "cdr-ä/7", strings.Repeat("é", maxKey)} {
		org := schema.NewID()
		var id uuid.UUID
		h.must(h.owner.QueryRowContext(t.Context(), `SELECT encode(substr(uuid_send($1), 13, 4) ||
			substr(sha256(uuid_send($1) || convert_to($2::text || '/' || $3, 'UTF8')), 1, 12), 'hex')::uuid`, org, "SMS", key).Scan(&id))
		if got := RecordID(org, "SMS", key); got != id {
			t.Errorf("%q: %s, in SQL %s", key, got, id)
		}
	}
}

// Batches that name the same organizations in different orders, with records in
// common, wait for each other and lose nothing.
func TestBatchesAtTheSameTime(t *testing.T) {
	t.Parallel()
	h := setup(t)
	a, b := h.customer("A"), h.customer("B")
	var wait sync.WaitGroup
	var mu sync.Mutex
	accepted := 0
	for i := range 8 {
		wait.Go(func() {
			records := append(batch(a.ID, "x", 60, day("2026-03-10")), batch(b.ID, "y", 60, day("2026-03-10"))...)
			if i%2 == 1 {
				for l, r := 0, len(records)-1; l < r; l, r = l+1, r-1 {
					records[l], records[r] = records[r], records[l]
				}
			}
			got, err := h.Record(h.ctx, Batch{Records: records})
			if err != nil {
				t.Error(err)
				return
			}
			mu.Lock()
			defer mu.Unlock()
			accepted += got.Accepted
		})
	}
	wait.Wait()
	if accepted != 120 {
		t.Errorf("%d records were accepted, want 120", accepted)
	}
	h.sumsAgree()
}

func TestSplit(t *testing.T) {
	t.Parallel()
	show := func(parts []part) string {
		var out []string
		for _, p := range parts {
			out = append(out, fmt.Sprintf("%s %s %s", p.grain, p.from.Format("060102"), p.to.Format("060102")))
		}
		return strings.Join(out, ", ")
	}
	for _, c := range []struct{ from, to, want string }{
		{"2025-01-01", "2025-12-31", "MONTH 250101 251231"},
		{"2025-01-15", "2025-12-30", "MONTH 250201 251130, DAY 250115 250131, DAY 251201 251230"},
		{"2025-01-15", "2025-02-03", "DAY 250115 250203"},
		{"2025-01-01", "2025-01-01", "DAY 250101 250101"},
		{"2026-01-01", "2026-03-10", "MONTH 260101 260331"}, // until today
		{"2026-01-01", "2026-03-09", "MONTH 260101 260228, DAY 260301 260309"},
		{"2026-03-05", "2026-03-20", "DAY 260305 260320"},
		{"2025-02-10", "2025-04-01", "MONTH 250301 250331, DAY 250210 250228, DAY 250401 250401"},
	} {
		if got := show(split(day(c.from), day(c.to), day("2026-03-10"))); got != c.want {
			t.Errorf("%s to %s: %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

// Whatever days are asked for, sums of months and days are those of the records.
func TestSumsOfAnyDays(t *testing.T) {
	t.Parallel()
	h := setup(t)
	harbor := h.customer("Harbor")
	north := h.organization(schema.NewID(), harbor, "Harbor North")
	mill := h.customer("Mill")
	var records []Record
	for i := range 300 {
		records = append(records, Record{[]uuid.UUID{harbor.ID, north.ID, mill.ID}[i%3], []string{"SMS", "MESSAGES"}[i%2], day("2026-03-10").AddDate(0, 0, -i), int64(i), "k"})
	}
	_, err := h.Record(h.ctx, Batch{Records: records})
	h.must(err)
	analyst := h.user(harbor.ID, "ana@harbor.test", func(c *db.UserCreate) { c.SetUserType(user.UserTypeANALYST) })
	agent := h.user(harbor.ID, "al@harbor.test", func(c *db.UserCreate) { c.SetUserType(user.UserTypeAGENT) })
	for _, days := range [][2]int{{0, 299}, {3, 40}, {10, 11}, {0, 5}, {45, 200}} {
		from, to := day("2026-03-10").AddDate(0, 0, -days[1]), day("2026-03-10").AddDate(0, 0, -days[0])
		var all, own int64
		for _, r := range records {
			if r.Metric == "SMS" && !r.Day.Before(from) && !r.Day.After(to) {
				all += r.Quantity
				if r.OrganizationID != mill.ID {
					own += r.Quantity
				}
			}
		}
		for _, by := range []Period{None, Day, Month} {
			q := Question{From: from, To: to, Metrics: []string{"SMS"}, By: by, Limit: MaxRows}
			for who, want := range map[*db.User]int64{h.admin: all, analyst: own} {
				rows, _, err := h.Sum(h.as(who), q)
				h.must(err)
				var got int64
				for _, r := range rows {
					got += r.Quantity
				}
				if got != want {
					t.Errorf("%s, days %v by %q: %d, want %d", who.Email, days, by, got, want)
				}
			}
			each, err := h.SumEach(h.ctx, []uuid.UUID{harbor.ID, north.ID, mill.ID}, q)
			h.must(err)
			var got int64
			for _, rows := range each {
				for _, r := range rows {
					got += r.Quantity
				}
			}
			if got != all {
				t.Errorf("each of them, days %v by %q: %d, want %d", days, by, got, all)
			}
		}
	}
	if _, _, err := h.Sum(h.as(agent), Question{From: day("2026-03-01"), To: day("2026-03-02"), Limit: 1}); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("an agent: %v", err)
	}
	for name, q := range map[string]Question{
		"backwards": {From: day("2026-03-02"), To: day("2026-03-01"), Limit: 1},
		"years":     {From: day("2020-03-02"), To: day("2026-03-01"), Limit: 1},
		"days":      {From: day("2025-01-01"), To: day("2026-03-01"), By: Day, Limit: 1},
		"metric":    {From: day("2026-03-01"), To: day("2026-03-01"), Metrics: []string{"sms"}, Limit: 1},
		"limit":     {From: day("2026-03-01"), To: day("2026-03-01"), Limit: MaxRows + 1},
	} {
		if _, _, err := h.Sum(h.ctx, q); fault.KindOf(err) != fault.BadUserInput {
			t.Errorf("%s: %v", name, err)
		}
	}
	h.exec("UPDATE organizations SET status = 'DELETED' WHERE id = $1", mill.ID)
	rows, more, err := h.Sum(h.ctx, Question{From: day("2025-04-01"), To: day("2026-03-10"), ByOrganization: true, Limit: 1})
	h.must(err)
	if len(rows) != 1 || !more || rows[0].Organization == mill.ID {
		t.Errorf("%+v %v", rows, more)
	}
	_ = authz.UsageRead
}
