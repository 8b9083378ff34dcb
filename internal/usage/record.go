package usage

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/organization"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Record is one record of usage. Quantities are whole numbers of the metric's
// unit, days those of the reseller's time zone as midnight in UTC.
type Record struct {
	OrganizationID uuid.UUID
	Metric         string
	Day            time.Time
	Quantity       int64
	Key            string
}

// Batch is what a request wants to write: records, or a file of them.
type Batch struct {
	Records []Record // nil: CSV
	CSV     *string
	// Organization, Metric and Day stand for columns that the file leaves out.
	Organization *string
	Metric       *string
	Day          *time.Time
	// ParseOrganization reads a public id; uuid.Nil for what is none.
	ParseOrganization func(id string) uuid.UUID
	SkipFailed        bool // write the good ones
}

// Recorded is what became of a batch.
type Recorded struct {
	Accepted, Duplicates, Rejected int
	Rejections                     fault.Refusals // the first of them
	Conflicting                    int            // duplicates whose quantity is not the one that stays
	Conflicts                      fault.Refusals // the first of them
}

// draft is a batch that is being checked.
type draft struct {
	records []Record
	at      string // argument path of a record without its number
	from    int    // number of the first one
	bad     []bool // parallel to records
	errs    fault.Refusals
	wrong   int // records that are bad
}

// refuse notes that a record is wrong at a column.
func (d *draft) refuse(i int, code fault.Code, column, format string, args ...any) {
	if !d.bad[i] {
		d.bad[i] = true
		d.wrong++
	}
	if len(d.errs) < maxErrors {
		d.errs.Add(code, d.path(i, column), format, args...)
	}
}

// path names a column of a record.
func (d *draft) path(i int, column string) string {
	return d.at + "." + strconv.Itoa(i+d.from) + "." + column
}

// good are the records that nothing is wrong with, and their places among all.
func (d *draft) good() ([]Record, func(int) int) {
	if d.wrong == 0 {
		return d.records, func(i int) int { return i }
	}
	var good []Record
	var places []int
	for i, r := range d.records {
		if !d.bad[i] {
			good, places = append(good, r), append(places, i)
		}
	}
	return good, func(i int) int { return places[i] }
}

// Record writes a batch of usage. What it holds already counts as a duplicate
// and changes nothing, so a batch can be sent again; with another quantity it is told
// besides as a conflict. Refusals of records:
// NOT_FOUND, INVALID, REQUIRED, TOO_LONG; of a batch: REQUIRED, LIMIT_REACHED
// and what is wrong with the file as a whole. [000]
func (s *Service) Record(ctx context.Context, in Batch) (*Recorded, error) {
	v, err := s.signedIn(ctx, authz.UsageRecord)
	if err != nil {
		return nil, err
	}
	d, err := in.draft()
	if err != nil {
		return nil, err
	}
	var out *Recorded
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		d := d.copy() // a transaction that is tried again judges again
		owners, err := s.judge(ctx, tx, v, d)
		if err != nil {
			return err
		}
		if d.wrong > 0 && !in.SkipFailed {
			return d.errs
		}
		out = &Recorded{Rejected: d.wrong, Rejections: d.errs}
		good, places := d.good()
		if len(good) == 0 {
			return nil
		}
		accepted, differ, err := s.write(ctx, tx, v.ResellerID, owners, good)
		if err != nil {
			return err
		}
		out.Accepted, out.Duplicates, out.Conflicting = accepted, len(good)-accepted, differ.n
		for _, i := range differ.first {
			out.Conflicts.Add(fault.IdempotencyReused, d.path(places(i), "quantity"), "The record is there already with another quantity, which stays.")
		}
		return audit.Record(ctx, tx, s.recorded(v, good, owners, out))
	})
	if err == nil && s.Count != nil {
		s.Count("usage.accepted", out.Accepted)
		s.Count("usage.duplicate", out.Duplicates)
		s.Count("usage.rejected", out.Rejected)
		s.Count("usage.conflicting", out.Conflicting)
	}
	return out, err
}

func (d *draft) copy() *draft {
	c := *d
	c.bad, c.errs = slices.Clone(d.bad), slices.Clone(d.errs)
	return &c
}

// draft brings records into one form, with what is wrong by itself.
func (in *Batch) draft() (*draft, error) {
	d := &draft{records: in.Records, at: "input.records"}
	switch {
	case in.CSV != nil && in.Records != nil:
		return nil, fault.Refuse(fault.Invalid, "input", "Send either records or csv.")
	case in.CSV != nil:
		var err error
		if d, err = in.parse(); err != nil {
			return nil, err
		}
	case in.Organization != nil || in.Metric != nil || in.Day != nil:
		return nil, fault.Refuse(fault.Invalid, "input", "organizationId, metric and day go with csv.")
	default:
		d.bad = make([]bool, len(d.records))
	}
	if len(d.records) == 0 {
		return nil, fault.Refuse(fault.Required, "input", "There are no records.")
	}
	for i := range d.records {
		r := &d.records[i]
		if r.Metric != "" && !validMetric(r.Metric) {
			d.refuse(i, fault.Invalid, "metric", "A metric is an upper-case name such as SMS, of at most %d letters, digits and underscores.", maxMetric)
		}
		switch {
		case r.Quantity < 0 || r.Quantity > maxQuantity:
			d.refuse(i, fault.Invalid, "quantity", "A quantity is a whole number from 0 to %d.", int64(maxQuantity))
		case utf8.RuneCountInString(r.Key) > maxKey:
			d.refuse(i, fault.TooLong, "key", "At most %d characters are allowed.", maxKey)
		case !plainKey(r.Key):
			d.refuse(i, fault.Invalid, "key", "A key is a text without control characters.")
		}
		switch {
		case d.bad[i]:
		case r.Metric == "":
			d.refuse(i, fault.Required, "metric", "A value is required.")
		case r.Day.IsZero():
			d.refuse(i, fault.Required, "day", "A value is required.")
		case strings.TrimSpace(r.Key) == "":
			d.refuse(i, fault.Required, "key", "A value is required.")
		}
	}
	return d, nil
}

func plainKey(key string) bool {
	return utf8.ValidString(key) && !strings.ContainsFunc(key, unicode.IsControl)
}

// judge finds out what is wrong with records in view of everything else, and
// answers the accounts of their organizations.
func (s *Service) judge(ctx context.Context, tx *database.Tx, v *authz.Viewer, d *draft) (map[uuid.UUID]uuid.UUID, error) {
	loc, err := zone(ctx, tx.Client)
	if err != nil {
		return nil, err
	}
	last := today(s.now(), loc)
	earliest := last.AddDate(0, -backMonths, 0)
	owners, err := s.recordable(ctx, tx, v, d.records)
	if err != nil {
		return nil, err
	}
	for i, r := range d.records {
		if _, known := owners[r.OrganizationID]; !known {
			d.refuse(i, fault.Missing, "organizationId", "There is no such organization.")
		}
		switch {
		case r.Day.IsZero(): // told already
		case r.Day.After(last):
			d.refuse(i, fault.Invalid, "day", "The day lies ahead.")
		case r.Day.Before(earliest):
			d.refuse(i, fault.Invalid, "day", "The day is more than %d months ago.", backMonths)
		}
	}
	return owners, nil
}

// recordable are the accounts of those organizations of records whose usage
// the viewer may write.
func (s *Service) recordable(ctx context.Context, tx *database.Tx, v *authz.Viewer, records []Record) (map[uuid.UUID]uuid.UUID, error) {
	owners := map[uuid.UUID]uuid.UUID{}
	for _, r := range records {
		owners[r.OrganizationID] = uuid.Nil
	}
	ids := make([]uuid.UUID, 0, len(owners))
	for id := range owners {
		ids = append(ids, id)
	}
	clear(owners)
	found, err := tx.Client.Organization.Query().Where(organization.StatusNEQ(organization.StatusDELETED), anyOf("id", ids)).
		Select(organization.FieldAccountID).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read organizations of usage: %w", err)
	}
	reach := s.Authorizer.Reach(v, authz.UsageRecord)
	for _, o := range found {
		if reach.Covers(v, o.ID, o.AccountID) {
			owners[o.ID] = o.AccountID
		}
	}
	return owners, nil
}

// recorded is the line of the log about a batch: about its organization, or
// about the reseller when there are several.
func (s *Service) recorded(v *authz.Viewer, records []Record, owners map[uuid.UUID]uuid.UUID, out *Recorded) audit.Event {
	about := records[0].OrganizationID
	account := owners[about]
	for _, r := range records {
		if r.OrganizationID != about {
			about, account = v.RootID, v.RootID
			break
		}
	}
	changes := slices.Concat(audit.Text("accepted", "", strconv.Itoa(out.Accepted)),
		audit.Text("duplicates", "", strconv.Itoa(out.Duplicates)), audit.Text("rejected", "", strconv.Itoa(out.Rejected)))
	if out.Conflicting > 0 {
		changes = append(changes, audit.Text("conflicting", "", strconv.Itoa(out.Conflicting))...)
	}
	return audit.Event{
		At: s.now(), Action: "usage.recorded", OrganizationID: about, AccountID: account,
		TargetType: "Organization", TargetID: about, Changes: changes,
	}
}
