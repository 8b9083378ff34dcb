// Package usage answers how much of everything was used, and the reports about
// it: records come in by batches and are added up by day and month in the same
// transaction, sums are read from there, and reports are files made of them or
// of other tables, now or again and again.
package usage

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/internal/database"
	"tenantry/internal/export"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// Limits of the product.
const (
	MaxBatch    = 10_000              // records of one request
	MaxBytes    = 900 << 10           // bytes of a file of records
	MaxRange    = 3                   // years between the first and the last day of a question
	MaxDays     = 400                 // days that are told apart
	MaxRows     = 1000                // rows of one answer
	MaxPerOwner = 400                 // rows for each organization of a page
	maxMetrics  = 20                  // metrics of one question
	maxErrors   = 100                 // refusals that are told of one batch
	backMonths  = 13                  // how long ago a record may be of
	maxMetric   = 40                  // bytes of a metric's name
	maxKey      = 100                 // characters of a record's key
	maxQuantity = 100_000_000_000_000 // of one record: ten thousand of them still fit into a sum
)

// Service keeps usage and makes reports. All fields are required.
type Service struct {
	DB         *database.DB
	Authorizer *authz.Authorizer
	Exports    *export.Service // makes the files of reports
	Viewers    export.Viewers
	Now        func() time.Time

	// Count, when set, is told of the records of each batch; it feeds a counter.
	Count func(event string, n int)
}

// now is the clock in the exactness the database keeps.
func (s *Service) now() time.Time { return s.Now().UTC().Truncate(time.Microsecond) }

// Metric is a metric the product knows. Others can be recorded as well.
type Metric struct{ Key, Name, Unit string }

// Metrics are the metrics the product knows.
func Metrics() []Metric {
	return []Metric{
		{"SMS", "Text messages", "messages"},
		{"CALL_MINUTES", "Call minutes", "minutes"},
		{"MESSAGES", "Chat messages", "messages"},
		{"API_REQUESTS", "API requests", "requests"},
		{"STORAGE_BYTES", "Storage", "bytes"},
		{"ACTIVE_USERS", "Active users", "users"},
	}
}

// validMetric reports whether a name is one of a metric: an upper-case letter,
// then letters, digits and underscores.
func validMetric(name string) bool {
	if name == "" || len(name) > maxMetric || name[0] < 'A' || name[0] > 'Z' {
		return false
	}
	for i := range len(name) {
		c := name[i]
		if (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_' {
			return false
		}
	}
	return true
}

// readers are the permissions to see usage: the reseller's, and the one a
// customer's own people hold in their account.
func readers() []authz.Permission {
	return []authz.Permission{authz.UsageRead, authz.AnalyticsRead}
}

// reporters are the permissions to see reports.
func reporters() []authz.Permission {
	return []authz.Permission{authz.ReportRead, authz.TenantReportRead}
}

// signedIn is the viewer, who must hold one of the permissions somewhere.
func (s *Service) signedIn(ctx context.Context, need ...authz.Permission) (*authz.Viewer, error) {
	v := authz.FromContext(ctx)
	if v == nil {
		return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	if s.Authorizer.Reach(v, need...).None() {
		return nil, rule.Forbid(need...)
	}
	return v, nil
}

// zone is the time zone that days are days of.
func zone(ctx context.Context, client *db.Client) (*time.Location, error) {
	r, err := client.Reseller.Query().Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the reseller: %w", err)
	}
	loc, err := time.LoadLocation(r.Timezone)
	if err != nil {
		return nil, fmt.Errorf("time zone of reseller %s: %w", r.ID, err)
	}
	return loc, nil
}

// today is the day it is in a time zone, as midnight in UTC.
func today(now time.Time, loc *time.Location) time.Time {
	y, m, d := now.In(loc).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// first is the first day of the month of a day.
func first(day time.Time) time.Time { return day.AddDate(0, 0, 1-day.Day()) }

// anyOf is the condition that a column has one of several values, which are one
// parameter whatever their number.
func anyOf(column string, ids []uuid.UUID) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(s.C(column)).WriteString(" = ANY(").Arg(pq.Array(ids)).WriteString(")")
		}))
	}
}
