package usage

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"tenantry/internal/fault"
)

const csvPath = "input.csv"

// columns are those of a file of records, as the API names the fields.
func columns() []string { return []string{"organizationId", "metric", "day", "quantity", "key"} }

// parse reads a file of records. What is wrong with single cells is noted; the
// file as a whole is refused with REQUIRED, TOO_LONG, INVALID, DUPLICATE or
// LIMIT_REACHED.
func (in *Batch) parse() (*draft, error) {
	text := *in.CSV
	switch {
	case len(text) > MaxBytes:
		return nil, fault.Refuse(fault.TooLong, csvPath, "A file has at most 900 KiB.")
	case !utf8.ValidString(text) || strings.ContainsRune(text, 0):
		return nil, fault.Refuse(fault.Invalid, csvPath, "The file is not a text in UTF-8.")
	}
	text = strings.TrimPrefix(text, "\ufeff")
	if strings.TrimSpace(text) == "" {
		return nil, fault.Refuse(fault.Required, csvPath, "The file is empty.")
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = delimiter(text), -1, true
	header, err := r.Read()
	if err != nil {
		return nil, badCSV(err)
	}
	row, err := in.row(header)
	if err != nil {
		return nil, err
	}
	d := &draft{at: csvPath, from: 1}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return d, nil
		} else if err != nil {
			return nil, badCSV(err)
		}
		if len(d.records) == MaxBatch {
			return nil, fault.Refuse(fault.LimitReached, csvPath, "A file has at most %d records.", MaxBatch)
		}
		d.records, d.bad = append(d.records, row.defaults), append(d.bad, false)
		row.read(d, len(d.records)-1, cells)
	}
}

// reader reads rows. Files name the same few organizations and days again and
// again, so those are remembered.
type reader struct {
	columns  []string // of each cell
	defaults Record
	id       func(string) uuid.UUID
	ids      map[string]uuid.UUID
	days     map[string]time.Time
	names    map[string]string
}

// row finds the columns of a header, whatever the case of their names, and
// takes what is missing from the request.
func (in *Batch) row(header []string) (*reader, error) {
	r := &reader{id: in.ParseOrganization, ids: map[string]uuid.UUID{}, days: map[string]time.Time{}, names: map[string]string{}}
	var errs fault.Refusals
	for i, name := range header {
		name = strings.TrimSpace(name)
		k := slices.IndexFunc(columns(), func(column string) bool { return strings.EqualFold(column, name) })
		switch {
		case k < 0:
			errs.Add(fault.Invalid, csvPath, "Column %d of the header is none of %s.", i+1, strings.Join(columns(), ", "))
		case slices.Contains(r.columns, columns()[k]):
			errs.Add(fault.Duplicate, csvPath, "The header names %s twice.", columns()[k])
		default:
			r.columns = append(r.columns, columns()[k])
		}
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	said := map[string]bool{"organizationId": in.Organization != nil, "metric": in.Metric != nil, "day": in.Day != nil}
	for _, column := range columns() {
		switch listed := slices.Contains(r.columns, column); {
		case listed && said[column]:
			errs.Add(fault.Duplicate, "input."+column, "The file has a column %s of its own.", column)
		case !listed && !said[column]:
			errs.Add(fault.Required, csvPath, "The header does not name %s.", column)
		}
	}
	if in.Organization != nil {
		r.defaults.OrganizationID = in.ParseOrganization(*in.Organization)
	}
	if in.Metric != nil {
		if r.defaults.Metric = *in.Metric; !validMetric(*in.Metric) {
			errs.Add(fault.Invalid, "input.metric", "A metric is an upper-case name such as SMS, of at most %d letters, digits and underscores.", maxMetric)
		}
	}
	if in.Day != nil {
		r.defaults.Day = *in.Day
	}
	return r, errs.Err()
}

// read fills record i from the cells of its row.
func (r *reader) read(d *draft, i int, cells []string) {
	if len(cells) != len(r.columns) {
		d.refuse(i, fault.Invalid, r.columns[min(len(cells), len(r.columns)-1)], "The row has %d cells, the header %d.", len(cells), len(r.columns))
		return
	}
	to := &d.records[i]
	for c, cell := range cells {
		cell = strings.TrimSpace(cell)
		switch r.columns[c] {
		case "organizationId":
			id, known := r.ids[cell]
			if !known {
				id = r.id(cell)
				r.ids[strings.Clone(cell)] = id
			}
			to.OrganizationID = id
		case "metric":
			name, known := r.names[cell]
			if !known {
				name = strings.Clone(cell)
				r.names[name] = name
			}
			to.Metric = name
		case "day":
			day, known := r.days[cell]
			if !known {
				day, _ = time.Parse(time.DateOnly, cell)
				r.days[strings.Clone(cell)] = day
			}
			if to.Day = day; day.IsZero() && cell != "" {
				d.refuse(i, fault.Invalid, "day", "A day looks like 2026-03-01.")
			}
		case "quantity":
			n, err := strconv.ParseInt(cell, 10, 64)
			if to.Quantity = n; err != nil {
				d.refuse(i, fault.Invalid, "quantity", "A quantity is a whole number from 0 to %d.", int64(maxQuantity))
				to.Quantity = 0
			}
		case "key":
			to.Key = cell
		}
	}
}

// delimiter is the sign that parts the names of the header; spreadsheets write
// another one in each country.
func delimiter(text string) rune {
	header, _, _ := strings.Cut(text, "\n")
	best, most := ',', 0
	for _, sign := range []rune{',', ';', '\t'} {
		if n := strings.Count(header, string(sign)); n > most {
			best, most = sign, n
		}
	}
	return best
}

func badCSV(err error) error {
	where := ""
	if wrong, ok := errors.AsType[*csv.ParseError](err); ok {
		where = " It goes wrong in line " + strconv.Itoa(wrong.Line) + "."
	}
	return fault.Refuse(fault.Invalid, csvPath, "This is not a CSV file.%s", where)
}
