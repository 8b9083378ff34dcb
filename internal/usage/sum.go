package usage

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/internal/fault"
)

// Period is what days are put together to.
type Period string

// The periods. None puts all days together.
const (
	None  Period = ""
	Day   Period = "DAY"
	Month Period = "MONTH"
)

// Question asks for sums of usage.
type Question struct {
	From, To       time.Time   // first and last day
	Organizations  []uuid.UUID // nil: every one the viewer may see
	Metrics        []string    // nil: all
	ByOrganization bool
	By             Period
	Limit          int
}

// Row is a sum of usage.
type Row struct {
	Organization uuid.UUID // zero unless told apart by it
	Metric       string
	Period       time.Time // zero unless told apart by it
	Quantity     int64
	Records      int64
}

// check refuses what is no question; paths begin at the arguments.
func (q *Question) check(path ...string) error {
	at := func(name string) []string { return append(slices.Clone(path), name) }
	switch {
	case q.To.Before(q.From):
		return fault.Input(at("to"), "The last day is before the first.")
	case q.To.After(q.From.AddDate(MaxRange, 0, 0)):
		return fault.Input(at("to"), "The last day is at most %d years after the first.", MaxRange)
	case q.By == Day && q.To.After(q.From.AddDate(0, 0, MaxDays-1)):
		return fault.Input(at("to"), "At most %d days are told apart.", MaxDays)
	case len(q.Metrics) > maxMetrics:
		return fault.Input(at("metric"), "At most %d metrics.", maxMetrics)
	}
	for _, m := range q.Metrics {
		if !validMetric(m) {
			return fault.Input(at("metric"), "A metric is an upper-case name such as SMS.")
		}
	}
	return nil
}

// Sum answers sums of usage, periods in their order and within one the largest
// quantity first, and whether there are more of them than asked for. Deleted
// organizations are left out.
func (s *Service) Sum(ctx context.Context, q Question) (found []Row, more bool, err error) {
	v, err := s.signedIn(ctx, readers()...)
	if err != nil {
		return nil, false, err
	}
	if err := q.check("where"); err != nil {
		return nil, false, err
	}
	if q.Limit < 1 || q.Limit > MaxRows {
		return nil, false, fault.Input([]string{"first"}, "first is from 1 to %d.", MaxRows)
	}
	b := &statement{}
	parts := s.parts(q)
	reach := s.Authorizer.Reach(v, readers()...)
	columns := []string{"NULL::uuid AS organization_id", "metric", "NULL::date AS period"}
	group := []string{"metric"}
	if q.ByOrganization {
		columns[0], group = "organization_id", append(group, "organization_id")
	}
	if q.By != None {
		columns[2], group = "period", append(group, "period")
	}
	text := "SELECT " + strings.Join(columns, ", ") + ", " + sums + " FROM (" + b.pieces(v, parts, q.By, q.Organizations, q.Metrics, func(table string) string {
		return b.reach(v, reach, table+".organization_id", table+".account_id")
	}) + ") AS p GROUP BY " + strings.Join(group, ", ") + " ORDER BY 3, 4 DESC, 2, 1 LIMIT " + strconv.Itoa(q.Limit+1)
	if found, err = s.read(ctx, text, b.args); err != nil {
		return nil, false, err
	}
	if more = len(found) > q.Limit; more {
		found = found[:q.Limit]
	}
	return found, more, nil
}

// SumEach answers sums of several organizations at once, at most MaxPerOwner
// rows of each, periods in their order and then metrics. The caller has made
// sure that the viewer may see them.
func (s *Service) SumEach(ctx context.Context, ids []uuid.UUID, q Question) (map[uuid.UUID][]Row, error) {
	v, err := s.signedIn(ctx, readers()...)
	if err != nil {
		return nil, err
	}
	if err := q.check(); err != nil {
		return nil, err
	}
	parts, b := s.parts(q), &statement{}
	period := "NULL::date"
	if q.By != None {
		period = "period"
	}
	text := "SELECT organization_id, metric, period, quantity, records FROM (SELECT organization_id, metric, " + period + " AS period, " + sums +
		", row_number() OVER (PARTITION BY organization_id ORDER BY " + period + ", metric) AS place FROM (" +
		b.pieces(v, parts, q.By, ids, q.Metrics, nil) + ") AS p GROUP BY organization_id, metric, " + period +
		") AS n WHERE place <= " + strconv.Itoa(MaxPerOwner) + " ORDER BY organization_id, period, metric"
	found, err := s.read(ctx, text, b.args)
	if err != nil {
		return nil, err
	}
	each := make(map[uuid.UUID][]Row, len(ids))
	for _, r := range found {
		each[r.Organization] = append(each[r.Organization], r)
	}
	return each, nil
}

// sums are added up as numbers of any size and shown as those of 64 bits.
const sums = "least(sum(quantity), 9223372036854775807)::bigint AS quantity, sum(records)::bigint AS records"

// Readable reports whether the viewer may see the usage of an organization.
func (s *Service) Readable(v *authz.Viewer, organization, account uuid.UUID) bool {
	return s.Authorizer.Reach(v, readers()...).Covers(v, organization, account)
}

func (s *Service) read(ctx context.Context, text string, args []any) ([]Row, error) {
	rows, err := s.DB.Write.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, fmt.Errorf("add up usage: %w", err)
	}
	defer rows.Close()
	var found []Row
	for rows.Next() {
		var r Row
		var organization uuid.NullUUID
		var period *time.Time
		if err := rows.Scan(&organization, &r.Metric, &period, &r.Quantity, &r.Records); err != nil {
			return nil, fmt.Errorf("add up usage: %w", err)
		}
		if r.Organization = organization.UUID; period != nil {
			r.Period = *period
		}
		found = append(found, r)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("add up usage: %w", err)
	}
	return found, nil
}

// part is a range of sums of one grain.
type part struct {
	grain    string
	from, to time.Time
}

// parts are the sums to add up for a question: of whole months where days are
// not told apart, and of the days before and after them.
func (s *Service) parts(q Question) []part {
	if q.By == Day {
		return []part{{"DAY", q.From, q.To}}
	}
	return split(q.From, q.To, today(s.now(), easternmost()))
}

// easternmost is where days begin first: no reseller is further ahead, and
// nobody need be asked for his time zone.
func easternmost() *time.Location { return time.FixedZone("", 14*60*60) }

// split takes whole months out of a range of days. Nothing lies after today,
// so a month that is going on is whole when the range reaches today.
func split(from, to, today time.Time) []part {
	begin := first(from)
	if begin.Before(from) {
		begin = begin.AddDate(0, 1, 0)
	}
	end := first(to.AddDate(0, 0, 1)).AddDate(0, 0, -1) // last day of the last whole month
	if !to.Before(today) {
		end = first(to).AddDate(0, 1, -1)
	}
	if end.Before(begin) {
		return []part{{"DAY", from, to}}
	}
	parts := []part{{"MONTH", begin, end}}
	if from.Before(begin) {
		parts = append(parts, part{"DAY", from, begin.AddDate(0, 0, -1)})
	}
	if end.Before(to) {
		parts = append(parts, part{"DAY", end.AddDate(0, 0, 1), to})
	}
	return parts
}
