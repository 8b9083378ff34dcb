package usage

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// list is an array parameter in the making. That of package pq looks at each
// value by reflection, which takes longer than the insert.
type list struct{ strings.Builder }

func (l *list) next() {
	if l.Len() == 0 {
		l.WriteByte('{')
	} else {
		l.WriteByte(',')
	}
}

func (l *list) add(plain string) { l.next(); l.WriteString(plain) }

func (l *list) id(id uuid.UUID) { l.add(id.String()) }

func (l *list) number(n int64) {
	var b [20]byte
	l.next()
	l.Write(strconv.AppendInt(b[:0], n, 10))
}

// text quotes what may hold anything.
func (l *list) text(s string) {
	l.next()
	l.WriteByte('"')
	for {
		i := strings.IndexAny(s, `"\`)
		if i < 0 {
			break
		}
		l.WriteString(s[:i])
		l.WriteByte('\\')
		l.WriteByte(s[i])
		s = s[i+1:]
	}
	l.WriteString(s)
	l.WriteByte('"')
}

func (l *list) day(d time.Time) {
	var b [len(time.DateOnly)]byte
	l.next()
	l.Write(d.AppendFormat(b[:0], time.DateOnly))
}

func (l *list) done() string {
	if l.Len() == 0 {
		return "{}"
	}
	return l.String() + "}"
}

// write adds records and their sums, and answers how many were new. Records
// and sums are written in one order by all, so that batches wait for each
// other and never in a circle.
func (s *Service) write(ctx context.Context, tx *database.Tx, reseller uuid.UUID, owners map[uuid.UUID]uuid.UUID, records []Record) (int, error) {
	records = slices.Clone(records)
	slices.SortStableFunc(records, func(a, b Record) int {
		return cmp.Or(bytes.Compare(a.OrganizationID[:], b.OrganizationID[:]), strings.Compare(a.Metric, b.Metric),
			a.Day.Compare(b.Day), strings.Compare(a.Key, b.Key))
	})
	fresh, err := s.insert(ctx, tx, reseller, owners, records)
	if err != nil || len(fresh) == 0 {
		return 0, err
	}
	return len(fresh), s.addUp(ctx, tx, reseller, owners, fresh)
}

// insertRecords leaves out what is there. The ids come back of what is not.
const insertRecords = `INSERT INTO usage_records (reseller_id, id, account_id, organization_id, metric, occurred_on, quantity, record_key, created_at)
	SELECT $1, r.id, ($10::uuid[])[r.owner], ($9::uuid[])[r.owner], r.metric, r.day, r.quantity, r.key, $2
	FROM unnest($3::uuid[], $4::int[], $5::text[], $6::date[], $7::bigint[], $8::text[]) AS r (id, owner, metric, day, quantity, key)
	ON CONFLICT (reseller_id, occurred_on, organization_id, metric, record_key) DO NOTHING
	RETURNING id`

// insert adds the records that are not there and answers those.
func (s *Service) insert(ctx context.Context, tx *database.Tx, reseller uuid.UUID, owners map[uuid.UUID]uuid.UUID, records []Record) ([]Record, error) {
	var ids, numbers, metrics, days, quantities, keys, organizations, accounts list
	at := make(map[uuid.UUID]int, len(records)) // only read when something was there already
	number := int64(0)
	for i, r := range records {
		if i == 0 || r.OrganizationID != records[i-1].OrganizationID {
			number++
			organizations.id(r.OrganizationID)
			accounts.id(owners[r.OrganizationID])
		}
		id := schema.NewID()
		at[id] = i
		ids.id(id)
		numbers.number(number)
		metrics.add(r.Metric)
		days.day(r.Day)
		quantities.number(r.Quantity)
		keys.text(r.Key)
	}
	rows, err := tx.SQL.QueryContext(ctx, insertRecords, reseller, s.now(), ids.done(), numbers.done(), metrics.done(), days.done(),
		quantities.done(), keys.done(), organizations.done(), accounts.done())
	if err != nil {
		return nil, fmt.Errorf("insert %d usage records: %w", len(records), err)
	}
	defer rows.Close()
	fresh := make([]Record, 0, len(records))
	for rows.Next() {
		var id uuid.UUID
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("insert usage records: %w", err)
		}
		fresh = append(fresh, records[at[id]])
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("insert usage records: %w", err)
	}
	return fresh, nil
}

// sumKey names a sum.
type sumKey struct {
	organization uuid.UUID
	metric       string
	grain        string
	period       time.Time
}

func (k sumKey) compare(o sumKey) int {
	return cmp.Or(bytes.Compare(k.organization[:], o.organization[:]), strings.Compare(k.metric, o.metric),
		strings.Compare(k.grain, o.grain), k.period.Compare(o.period))
}

const addSums = `INSERT INTO usage_rollups (reseller_id, id, account_id, organization_id, metric, grain, period, quantity, records)
	SELECT $1, s.id, s.account_id, s.organization_id, s.metric, s.grain, s.period, s.quantity, s.records
	FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::bigint[], $9::bigint[])
		AS s (id, account_id, organization_id, metric, grain, period, quantity, records)
	ON CONFLICT (reseller_id, organization_id, metric, grain, period) DO UPDATE
	SET quantity = usage_rollups.quantity + excluded.quantity, records = usage_rollups.records + excluded.records`

// addUp adds new records to the sums of their days and months.
func (s *Service) addUp(ctx context.Context, tx *database.Tx, reseller uuid.UUID, owners map[uuid.UUID]uuid.UUID, records []Record) error {
	type sum struct{ quantity, records int64 }
	sums := map[sumKey]*sum{}
	for _, r := range records {
		for grain, period := range map[string]time.Time{"DAY": r.Day, "MONTH": first(r.Day)} {
			k := sumKey{r.OrganizationID, r.Metric, grain, period}
			if sums[k] == nil {
				sums[k] = &sum{}
			}
			sums[k].quantity += r.Quantity // ten thousand of the largest do not overflow
			sums[k].records++
		}
	}
	keys := make([]sumKey, 0, len(sums))
	for k := range sums {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, sumKey.compare)
	var ids, accounts, organizations, metrics, grains, periods, quantities, counts list
	for _, k := range keys {
		ids.id(schema.NewID())
		accounts.id(owners[k.organization])
		organizations.id(k.organization)
		metrics.add(k.metric)
		grains.add(k.grain)
		periods.day(k.period)
		quantities.number(sums[k].quantity)
		counts.number(sums[k].records)
	}
	_, err := tx.SQL.ExecContext(ctx, addSums, reseller, ids.done(), accounts.done(), organizations.done(), metrics.done(),
		grains.done(), periods.done(), quantities.done(), counts.done())
	if broken, ok := errors.AsType[*pq.Error](err); ok && broken.Code == "22003" {
		return fault.Refuse(fault.LimitReached, "input", "The sum of a metric would be larger than can be kept.")
	}
	if err != nil {
		return fmt.Errorf("add up %d sums of usage: %w", len(keys), err)
	}
	return nil
}
