package usage

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/export"
	"tenantry/internal/fault"
)

// Files reads reports for files: it is the export.List of jobs of the kind
// REPORT.
type Files struct {
	Authorizer *authz.Authorizer
	Now        func() time.Time
}

// Open implements export.List.
func (f Files) Open(ctx context.Context, at *database.Snapshot, input json.RawMessage, columns []string, size int) (export.Rows, error) {
	v := authz.FromContext(ctx)
	if v == nil {
		return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	var in wanted
	if err := json.Unmarshal(input, &in); err != nil {
		return nil, fmt.Errorf("read report: %w", err)
	}
	report, known := reportOf(in.Kind)
	from, errFrom := time.Parse(time.DateOnly, in.From)
	to, errTo := time.Parse(time.DateOnly, in.To)
	if !known || errFrom != nil || errTo != nil {
		return nil, fmt.Errorf("read report %s of %s to %s: unknown", in.Kind, in.From, in.To)
	}
	within := scopeOf(f.Authorizer, v, in.Kind)
	if within.none() {
		return nil, fault.New(fault.Forbidden, "You no longer have the permission for this.")
	}
	loc, err := zone(ctx, at.Client)
	if err != nil {
		return nil, err
	}
	b := &statement{}
	query := question{
		statement: b, viewer: v, scope: within, organizations: in.Organizations,
		from: from, to: to, today: today(f.Now(), loc),
		begin: midnight(from, loc), end: midnight(to.AddDate(0, 0, 1), loc),
	}
	b.reseller(v)
	cursor, err := at.Cursor(ctx, "SELECT q.*, count(*) OVER () FROM ("+query.text(in.Kind)+") AS q ORDER BY q.sorted, q.id, q.more", b.args...)
	if err != nil {
		return nil, err
	}
	file := &reportFile{cursor: cursor, report: report, columns: columns, size: size}
	return file, file.fetch(ctx)
}

// midnight is when a day begins in a time zone.
func midnight(day time.Time, loc *time.Location) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, loc).UTC()
}

// reportFile is a report on its way into a file. It keeps a piece ahead: the
// first says how many rows there are.
type reportFile struct {
	cursor  *database.Cursor
	report  Report
	columns []string
	size    int
	total   int
	piece   [][][]byte
}

// Columns implements export.Rows.
func (f *reportFile) Columns() []string { return f.columns }

// Total implements export.Rows.
func (f *reportFile) Total() int { return f.total }

// Next implements export.Rows.
func (f *reportFile) Next(ctx context.Context, row func(values [][]byte) error) (int, error) {
	piece := f.piece
	for _, values := range piece {
		if err := row(values); err != nil {
			return 0, err
		}
	}
	if len(piece) == 0 {
		return 0, nil
	}
	return len(piece), f.fetch(ctx)
}

// fetch reads the next piece. Behind the columns stand what rows are sorted by
// and their number.
func (f *reportFile) fetch(ctx context.Context) error {
	f.piece = nil
	cells := make([]sql.NullString, len(f.report.Columns)+3)
	into := make([]any, 0, len(cells)+1)
	for i := range cells {
		into = append(into, &cells[i])
	}
	into = append(into, &f.total)
	_, err := f.cursor.Next(ctx, f.size, func(rows *sql.Rows) error {
		if err := rows.Scan(into...); err != nil {
			return fmt.Errorf("read row of report: %w", err)
		}
		values := make([][]byte, len(f.report.Columns))
		for i, c := range f.report.Columns {
			var err error
			if values[i], err = c.value(cells[i]); err != nil {
				return err
			}
		}
		f.piece = append(f.piece, values)
		return nil
	})
	return err
}

// value is the JSON of a value.
func (c Column) value(cell sql.NullString) ([]byte, error) {
	switch {
	case !cell.Valid:
		return []byte("null"), nil
	case c.form == number:
		return []byte(cell.String), nil
	case c.form == public:
		id, err := uuid.Parse(cell.String)
		if err != nil {
			return nil, fmt.Errorf("read %s of report: %w", c.Key, err)
		}
		cell.String = schema.GlobalID(c.prefix(), id)
	}
	out, err := json.Marshal(cell.String)
	if err != nil {
		return nil, fmt.Errorf("write %s of report: %w", c.Key, err)
	}
	return out, nil
}

// prefix is that of the ids in the column.
func (c Column) prefix() string {
	if c.Key == "userId" {
		return "user"
	}
	return "org"
}
