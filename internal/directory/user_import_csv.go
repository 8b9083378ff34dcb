package directory

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tenantry/internal/fault"
)

// Limits of a file of users.
const (
	MaxImportBytes = 900 << 10
	MaxImportRows  = 10_000
)

// importColumns are the columns a file may have, as the API names the fields.
func importColumns() []string {
	return []string{"email", "firstName", "lastName", "displayName", "phone", "externalId", "timezone", "locale", "avatarUrl",
		"userType", "resellerRole", "access", "roles", "modules", "subAccounts"}
}

// importRow is one row of a file: what stands in its cells that are not blank.
type importRow struct {
	Cells map[string]string `json:"cells"`
	Long  bool              `json:"long,omitempty"` // it has more cells than the header
}

func (r importRow) email() string { return r.Cells["email"] }

// parseImport reads a file of users. Refusals: REQUIRED, TOO_LONG, INVALID,
// DUPLICATE, LIMIT_REACHED, all at input.csv.
func parseImport(text string) ([]importRow, error) {
	const path = "input.csv"
	switch {
	case len(text) > MaxImportBytes:
		return nil, fault.Refuse(fault.TooLong, path, "A file has at most 900 KiB.")
	case !utf8.ValidString(text) || strings.ContainsRune(text, 0):
		return nil, fault.Refuse(fault.Invalid, path, "The file is not a text in UTF-8.")
	}
	text = strings.TrimPrefix(text, "\ufeff")
	if strings.TrimSpace(text) == "" {
		return nil, fault.Refuse(fault.Required, path, "The file is empty.")
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = delimiterOf(text), -1
	header, err := r.Read()
	if err != nil {
		return nil, badCSV(err)
	}
	columns, err := columnsOf(header)
	if err != nil {
		return nil, err
	}
	var rows []importRow
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, badCSV(err)
		}
		if len(rows) == MaxImportRows {
			return nil, fault.Refuse(fault.LimitReached, path, "A file has at most %d rows.", MaxImportRows)
		}
		row := importRow{Cells: map[string]string{}, Long: len(record) > len(columns)}
		for i, cell := range record[:min(len(record), len(columns))] {
			if cell = strings.TrimSpace(cell); cell != "" {
				row.Cells[columns[i]] = cell
			}
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return nil, fault.Refuse(fault.Required, path, "The file has a header and no rows.")
	}
	return rows, nil
}

// delimiterOf is the sign that parts the names of the header; spreadsheets
// write another one in each country.
func delimiterOf(text string) rune {
	header, _, _ := strings.Cut(text, "\n")
	best, most := ',', 0
	for _, sign := range []rune{',', ';', '\t'} {
		if n := strings.Count(header, string(sign)); n > most {
			best, most = sign, n
		}
	}
	return best
}

// columnsOf finds the columns of a header, whatever the case of their names.
func columnsOf(header []string) ([]string, error) {
	const path = "input.csv"
	plain := strings.NewReplacer(" ", "", "_", "", "-", "")
	fold := func(s string) string { return strings.ToLower(plain.Replace(strings.TrimSpace(s))) }
	known := importColumns()
	columns := make([]string, len(header))
	var errs fault.Refusals
	for i, name := range header {
		k := slices.IndexFunc(known, func(column string) bool { return fold(column) == fold(name) })
		switch {
		case k < 0:
			errs.Add(fault.Invalid, path, "Column %d of the header, %q, is none of %s.", i+1, truncate(name, 40), strings.Join(known, ", "))
		case slices.Contains(columns[:i], known[k]):
			errs.Add(fault.Duplicate, path, "The header names %s twice.", known[k])
		default:
			columns[i] = known[k]
		}
	}
	if len(errs) == 0 && !slices.Contains(columns, "email") {
		errs.Add(fault.Required, path, "The header does not name email.")
	}
	return columns, errs.Err()
}

func badCSV(err error) error {
	where := ""
	if wrong, ok := errors.AsType[*csv.ParseError](err); ok {
		where = " It goes wrong in line " + strconv.Itoa(wrong.Line) + "."
	}
	return fault.Refuse(fault.Invalid, "input.csv", "This is not a CSV file.%s", where)
}
