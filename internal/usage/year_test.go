package usage

import (
	"testing"

	"github.com/google/uuid"

	"tenantry/ent/db/job"
	"tenantry/ent/db/reportschedule"
)

// BenchmarkYear asks for a year of ten million records: those of a thousand
// organizations and three metrics, of which the sums are filled in by SQL.
func BenchmarkYear(b *testing.B) {
	h := setup(b)
	h.exec(`INSERT INTO organizations (id, reseller_id, account_id, created_at, updated_at, name, sort_name, search_text, tags, kind, parent_id, path)
		SELECT o, $1, o, now(), now(), 'Customer ' || i, 'customer ' || lpad(i::text, 4, '0'), '', '[]', 'CUSTOMER', $2::uuid, $2::text || '/' || o || '/'
		FROM (SELECT gen_random_uuid() AS o, i FROM generate_series(1, 1000) AS i OFFSET 0) AS n`, h.reseller, h.root)
	h.exec(`INSERT INTO usage_rollups (id, reseller_id, account_id, organization_id, metric, grain, period, quantity, records)
		SELECT gen_random_uuid(), $1, o.id, o.id, m, 'DAY', '2025-01-01'::date + d, 100 + d, 9 + d % 2
		FROM organizations AS o, unnest(ARRAY['SMS', 'CALL_MINUTES', 'API_REQUESTS']) AS m, generate_series(0, 364) AS d WHERE o.kind = 'CUSTOMER'`, h.reseller)
	h.exec(`INSERT INTO usage_rollups (id, reseller_id, account_id, organization_id, metric, grain, period, quantity, records)
		SELECT gen_random_uuid(), reseller_id, account_id, organization_id, metric, 'MONTH', date_trunc('month', period), sum(quantity), sum(records)
		FROM usage_rollups GROUP BY 2, 3, 4, 5, 7`)
	h.exec("ANALYZE usage_rollups")
	h.exec("ANALYZE organizations")
	var records int
	h.must(h.owner.QueryRowContext(b.Context(), "SELECT sum(records) FROM usage_rollups WHERE grain = 'DAY'").Scan(&records))
	b.Logf("%d records", records)
	year := Question{From: day("2025-01-01"), To: day("2025-12-31"), Limit: MaxRows}
	ask := func(name string, rows int, change func(*Question)) {
		b.Run(name, func(b *testing.B) {
			q := year
			change(&q)
			for b.Loop() {
				got, _, err := h.Sum(h.ctx, q)
				if err != nil || len(got) != rows {
					b.Fatalf("%d rows, want %d: %v", len(got), rows, err)
				}
			}
		})
	}
	ask("total", 3, func(*Question) {})
	ask("months", 36, func(q *Question) { q.By = Month })
	ask("organizations", 1000, func(q *Question) { q.ByOrganization = true })
	ask("days_of_one_metric", 365, func(q *Question) { q.By, q.Metrics = Day, []string{"SMS"} })
	ask("crooked_year", 3, func(q *Question) { q.From, q.To = day("2025-01-15"), day("2025-12-20") })
	b.Run("page_of_organizations", func(b *testing.B) {
		ids, err := h.DB.Client().Organization.Query().Limit(100).IDs(h.system())
		h.must(err)
		q := year
		q.By = Month
		for b.Loop() {
			if _, err := h.SumEach(h.ctx, ids, q); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("report", func(b *testing.B) {
		for b.Loop() {
			j, err := h.ReportCreate(h.ctx, NewReport{Kind: reportschedule.KindUSAGE_BY_ORGANIZATION, Format: reportschedule.FormatCSV, From: year.From, To: year.To})
			h.must(err)
			h.work(1)
			if n := h.done(j.ID); n != 36_000 {
				b.Fatalf("%d rows", n)
			}
		}
	})
}

// done is how many rows a job wrote.
func (h *house) done(id uuid.UUID) int {
	j, err := h.DB.Client().Job.Query().Where(job.ID(id)).Only(h.system())
	h.must(err)
	return j.Done
}
