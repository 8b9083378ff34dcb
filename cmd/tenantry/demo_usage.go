package main

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/internal/usage"
)

// usageDays is how far the usage of a sub-account goes back, usageYear that of a
// customer, so that a year's report has a year to show.
const (
	usageDays = 120
	usageYear = 365
)

// used is the usage of one organization, metric and day, or the sum of it.
type used struct {
	id                    uuid.UUID
	reseller              uuid.UUID
	organization, account uuid.UUID
	metric, grain         string
	period                time.Time
	quantity, records     int64
	created               time.Time
}

// useUp gives every customer a year of usage, with less of it at
// weekends. It takes its own chance, so that everybody else stays who he is.
func (t *tenant) useUp() {
	c := newChance(t.name + " usage")
	y, m, d := t.today.Date()
	today := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	for _, o := range t.organizations {
		if o.Kind == organization.KindRESELLER {
			continue
		}
		days := usageDays
		if o.Kind == organization.KindCUSTOMER {
			days = usageYear
		}
		size := int64(20 + c.rng.IntN(400))
		for _, metric := range []string{"SMS", "CALL_MINUTES", "API_REQUESTS", "STORAGE_BYTES"} {
			months := map[time.Time]int{}
			for back := days; back > 0; back-- {
				at := today.AddDate(0, 0, -back)
				n := size/2 + c.rng.Int64N(size)
				switch {
				case metric == "STORAGE_BYTES":
					n = size * (1<<20 + int64(days-back)<<14)
				case at.Weekday() == time.Saturday || at.Weekday() == time.Sunday:
					n /= 4
				}
				u := used{c.id(), o.ResellerID, o.ID, o.AccountID, metric, "DAY", at, n, 1, t.today}
				t.records = append(t.records, u)
				u.id = c.id()
				t.sums = append(t.sums, u)
				month := at.AddDate(0, 0, 1-at.Day())
				if _, there := months[month]; !there {
					months[month] = len(t.sums)
					t.sums = append(t.sums, used{c.id(), o.ResellerID, o.ID, o.AccountID, metric, "MONTH", month, 0, 0, t.today})
				}
				sum := &t.sums[months[month]]
				sum.quantity, sum.records = sum.quantity+n, sum.records+1
			}
		}
	}
	t.schedules = append(t.schedules, &db.ReportSchedule{
		ID: c.id(), ResellerID: t.root.ResellerID, AccountID: t.root.ID, OrganizationID: t.root.ID, CreatedAt: t.today, UpdatedAt: t.today,
		NextRunAt: today.AddDate(0, 0, 8-int(today.Weekday())).Add(6 * time.Hour), CreatedBy: &t.admin.ID,
	})
	t.recipients = append(t.recipients, &db.ReportRecipient{ID: c.id(), UserID: t.admin.ID})
}

// consumption is what a reseller's customers used, waiting to be written.
type consumption struct {
	records, sums []used
	schedules     []*db.ReportSchedule // one, with a recipient each
	recipients    []*db.ReportRecipient
}

// write copies everything into the transaction.
func (c *consumption) write(ctx context.Context, tx *sql.Tx) error {
	err := copyRows(ctx, tx, "usage_records", "reseller_id, id, account_id, organization_id, metric, occurred_on, quantity, record_key, created_at",
		c.records, func(u used) []any {
			day := u.period.Format(time.DateOnly)
			key := "demo-" + day
			return []any{u.reseller, usage.RecordID(u.organization, u.metric, key), u.account, u.organization, u.metric, day, u.quantity, key, u.created}
		})
	if err != nil {
		return err
	}
	if err := copyRows(ctx, tx, "usage_rollups", "reseller_id, id, account_id, organization_id, metric, grain, period, quantity, records",
		c.sums, func(u used) []any {
			return []any{u.reseller, u.id, u.account, u.organization, u.metric, u.grain, u.period.Format(time.DateOnly), u.quantity, u.records}
		}); err != nil {
		return err
	}
	if err := copyRows(ctx, tx, "report_schedules", `id, reseller_id, account_id, organization_id, created_at, updated_at, version, name, sort_name,
		kind, format, cadence, hour, organization_ids, active, next_run_at, created_by`, c.schedules, func(s *db.ReportSchedule) []any {
		return []any{s.ID, s.ResellerID, s.AccountID, s.OrganizationID, s.CreatedAt, s.UpdatedAt, 1, "Usage of the week", "usage of the week",
			"USAGE_BY_ORGANIZATION", "XLSX", "WEEKLY", 6, "[]", true, s.NextRunAt, *s.CreatedBy}
	}); err != nil {
		return err
	}
	return copyRows(ctx, tx, "report_recipients", "id, reseller_id, account_id, created_at, schedule_id, user_id, position", c.recipients, func(r *db.ReportRecipient) []any {
		of := c.schedules[slices.Index(c.recipients, r)]
		return []any{r.ID, of.ResellerID, of.AccountID, of.CreatedAt, of.ID, r.UserID, 0}
	})
}
