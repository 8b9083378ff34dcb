package usage

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
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
type list struct{ text []byte }

// newList is a list with room for n values of some size.
func newList(n, size int) list { return list{make([]byte, 0, n*(size+1)+2)} }

func (l *list) next() {
	if len(l.text) == 0 {
		l.text = append(l.text, '{')
	} else {
		l.text = append(l.text, ',')
	}
}

func (l *list) add(plain string) {
	l.next()
	l.text = append(l.text, plain...)
}

func (l *list) id(id uuid.UUID) {
	l.next()
	l.text = hex.AppendEncode(l.text, id[:])
}

func (l *list) number(n int64) {
	l.next()
	l.text = strconv.AppendInt(l.text, n, 10)
}

// quoted adds what may hold anything.
func (l *list) quoted(s string) {
	l.next()
	l.text = append(l.text, '"')
	for i := range len(s) {
		if s[i] == '"' || s[i] == '\\' {
			l.text = append(l.text, '\\')
		}
		l.text = append(l.text, s[i])
	}
	l.text = append(l.text, '"')
}

func (l *list) day(d time.Time) {
	l.next()
	l.text = d.AppendFormat(l.text, time.DateOnly)
}

func (l *list) done() string {
	if len(l.text) == 0 {
		return "{}"
	}
	return string(append(l.text, '}'))
}

// write adds records and their sums, and answers how many were new and which of
// the others stand there with another quantity. Records and sums are written in
// one order by all, so that batches wait for each other and never in a circle.
func (s *Service) write(ctx context.Context, tx *database.Tx, reseller uuid.UUID, owners map[uuid.UUID]uuid.UUID, records []Record) (int, *differing, error) {
	fresh, sent, err := s.insert(ctx, tx, reseller, owners, records)
	if err != nil {
		return 0, nil, err
	}
	n := int64(0)
	for _, f := range fresh {
		n += f.records
	}
	if n > 0 {
		if err := s.addUp(ctx, tx, reseller, owners, fresh); err != nil {
			return 0, nil, err
		}
	}
	if int(n) == len(records) { // new ones alone are looked at once
		return int(n), &differing{}, nil
	}
	differ, err := sent.compare(ctx, tx, reseller)
	return int(n), differ, err
}

// RecordID is the id of a record: made of what the record is known by, so that
// the key of the table alone tells what is there already, and that of one
// organization stands together in it. Migration 0012 says the same in SQL.
func RecordID(organization uuid.UUID, metric, key string) uuid.UUID {
	var room [16 + maxMetric + 1 + 4*maxKey]byte
	text := append(room[:0], organization[:]...)
	text = append(text, metric...)
	text = append(text, '/') // in no metric
	digest := sha256.Sum256(append(text, key...))
	var id uuid.UUID
	copy(id[:4], organization[12:])
	copy(id[4:], digest[:12])
	return id
}

// spot is the place of a record in the key of the table.
type spot struct {
	day int64
	id  uuid.UUID
	at  int // among the records
}

func (a spot) compare(b spot) int {
	if a.day != b.day {
		return cmp.Compare(a.day, b.day)
	}
	if c := bytes.Compare(a.id[:], b.id[:]); c != 0 {
		return c
	}
	return cmp.Compare(a.at, b.at) // the first one of two stays
}

// ordered is the order of records in the key of their table: neighbours there
// are written one after the other.
func ordered(records []Record) []spot {
	spots := make([]spot, len(records))
	for i := range records {
		r := &records[i]
		spots[i] = spot{r.Day.Unix(), RecordID(r.OrganizationID, r.Metric, r.Key), i}
	}
	slices.SortFunc(spots, spot.compare)
	return spots
}

// insertRecords leaves out what is there, and answers the sums of what is not.
const insertRecords = `WITH fresh AS (
		INSERT INTO usage_records (reseller_id, id, account_id, organization_id, metric, occurred_on, quantity, record_key, created_at)
		SELECT $1, r.id, ($10::uuid[])[r.owner], ($9::uuid[])[r.owner], r.metric, r.day, r.quantity, r.key, $2
		FROM unnest($3::uuid[], $4::int[], $5::text[], $6::date[], $7::bigint[], $8::text[]) AS r (id, owner, metric, day, quantity, key)
		ON CONFLICT (reseller_id, occurred_on, id) DO NOTHING
		RETURNING organization_id, metric, occurred_on, quantity)
	SELECT organization_id, metric, occurred_on, sum(quantity)::bigint, count(*) FROM fresh GROUP BY 1, 2, 3`

// sum is what records come to: of a day, or of a month.
type sum struct {
	organization uuid.UUID
	metric       string
	grain        string
	period       time.Time
	quantity     int64 // ten thousand of the largest do not overflow
	records      int64
}

func (a *sum) compare(b *sum) int {
	return cmp.Or(bytes.Compare(a.organization[:], b.organization[:]), strings.Compare(a.metric, b.metric),
		strings.Compare(a.grain, b.grain), a.period.Compare(b.period))
}

// sent are records as parameters, in the order of spots.
type sent struct {
	spots                 []spot
	ids, days, quantities string
}

// differing are duplicates with another quantity than the one that stays: their
// number, and the first of them among the records.
type differing struct {
	n     int
	first []int
}

// compareRecords looks each record up by its key, however large the table is.
const compareRecords = `SELECT r.n, count(*) OVER () FROM unnest($2::uuid[], $3::date[], $4::bigint[]) WITH ORDINALITY AS r (id, day, quantity, n)
	WHERE r.quantity <> (SELECT u.quantity FROM usage_records AS u WHERE u.reseller_id = $1 AND u.occurred_on = r.day AND u.id = r.id)
	ORDER BY r.n LIMIT $5`

// compare finds the records whose quantity is not the one that is there.
func (b *sent) compare(ctx context.Context, tx *database.Tx, reseller uuid.UUID) (*differing, error) {
	rows, err := tx.SQL.QueryContext(ctx, compareRecords, reseller, b.ids, b.days, b.quantities, maxErrors)
	if err != nil {
		return nil, fmt.Errorf("compare %d usage records: %w", len(b.spots), err)
	}
	defer rows.Close()
	d := &differing{}
	for rows.Next() {
		var at int
		if err := rows.Scan(&at, &d.n); err != nil {
			return nil, fmt.Errorf("compare usage records: %w", err)
		}
		d.first = append(d.first, b.spots[at-1].at)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("compare usage records: %w", err)
	}
	slices.Sort(d.first)
	return d, nil
}

// insert adds the records that are not there and answers their sums by day.
func (s *Service) insert(
	ctx context.Context, tx *database.Tx, reseller uuid.UUID, owners map[uuid.UUID]uuid.UUID, records []Record,
) ([]*sum, *sent, error) {
	n := len(records)
	ids, numbers, metrics := newList(n, 36), newList(n, 4), newList(n, 12)
	days, quantities, keys := newList(n, len(time.DateOnly)), newList(n, 8), newList(n, 24)
	var organizations, accounts list
	number := make(map[uuid.UUID]int64, len(owners))
	for id, account := range owners {
		organizations.id(id)
		accounts.id(account)
		number[id] = int64(len(number) + 1)
	}
	day, text := time.Time{}, ""
	spots := ordered(records)
	for _, spot := range spots {
		r := &records[spot.at]
		if text == "" || r.Day != day { // one day comes after the other
			day, text = r.Day, r.Day.Format(time.DateOnly)
		}
		ids.id(spot.id)
		numbers.number(number[r.OrganizationID])
		metrics.add(r.Metric)
		days.add(text)
		quantities.number(r.Quantity)
		keys.quoted(r.Key)
	}
	as := &sent{spots, ids.done(), days.done(), quantities.done()}
	rows, err := tx.SQL.QueryContext(ctx, insertRecords, reseller, s.now(), as.ids, numbers.done(), metrics.done(), as.days,
		as.quantities, keys.done(), organizations.done(), accounts.done())
	if err != nil {
		return nil, nil, fmt.Errorf("insert %d usage records: %w", n, err)
	}
	defer rows.Close()
	var fresh []*sum
	for rows.Next() {
		f := &sum{grain: "DAY"}
		if err := rows.Scan(&f.organization, &f.metric, &f.period, &f.quantity, &f.records); err != nil {
			return nil, nil, fmt.Errorf("insert usage records: %w", err)
		}
		f.period = f.period.UTC() // days are compared as keys, which tell zones apart
		fresh = append(fresh, f)
	}
	if err := rows.Err(); err != nil {
		return nil, nil, fmt.Errorf("insert usage records: %w", err)
	}
	return fresh, as, nil
}

const addSums = `INSERT INTO usage_rollups (reseller_id, id, account_id, organization_id, metric, grain, period, quantity, records)
	SELECT $1, s.id, s.account_id, s.organization_id, s.metric, s.grain, s.period, s.quantity, s.records
	FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::bigint[], $9::bigint[])
		AS s (id, account_id, organization_id, metric, grain, period, quantity, records)
	ON CONFLICT (reseller_id, organization_id, metric, grain, period) DO UPDATE
	SET quantity = usage_rollups.quantity + excluded.quantity, records = usage_rollups.records + excluded.records`

// addUp adds the sums of new records to those of their days and months.
func (s *Service) addUp(ctx context.Context, tx *database.Tx, reseller uuid.UUID, owners map[uuid.UUID]uuid.UUID, days []*sum) error {
	type month struct {
		organization uuid.UUID
		metric       string
		begin        time.Time
	}
	months := map[month]*sum{}
	sums := slices.Clone(days)
	for _, d := range days {
		k := month{d.organization, d.metric, first(d.period)}
		m := months[k]
		if m == nil {
			m = &sum{organization: d.organization, metric: d.metric, grain: "MONTH", period: k.begin}
			months[k], sums = m, append(sums, m)
		}
		m.quantity += d.quantity
		m.records += d.records
	}
	slices.SortFunc(sums, (*sum).compare)
	n := len(sums)
	ids, accounts, organizations := newList(n, 36), newList(n, 36), newList(n, 36)
	metrics, grains, periods, quantities, counts := newList(n, 12), newList(n, 5), newList(n, len(time.DateOnly)), newList(n, 8), newList(n, 4)
	for _, sum := range sums {
		ids.id(schema.NewID())
		accounts.id(owners[sum.organization])
		organizations.id(sum.organization)
		metrics.add(sum.metric)
		grains.add(sum.grain)
		periods.day(sum.period)
		quantities.number(sum.quantity)
		counts.number(sum.records)
	}
	_, err := tx.SQL.ExecContext(ctx, addSums, reseller, ids.done(), accounts.done(), organizations.done(), metrics.done(),
		grains.done(), periods.done(), quantities.done(), counts.done())
	if broken, ok := errors.AsType[*pq.Error](err); ok && broken.Code == "22003" {
		return fault.Refuse(fault.LimitReached, "input", "The sum of a metric would be larger than can be kept.")
	}
	if err != nil {
		return fmt.Errorf("add up %d sums of usage: %w", n, err)
	}
	return nil
}
