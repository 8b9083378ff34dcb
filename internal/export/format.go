package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
)

// encoder writes rows in a format.
type encoder interface {
	// row writes values that are JSON, see Rows.
	row(values [][]byte) error
	// finish writes what follows the last row.
	finish() error
	// discard frees what the encoder holds, whether it has finished or not.
	discard() error
}

// newEncoder begins a file with columns of these keys; a workbook names its
// sheet.
func newEncoder(f Format, w io.Writer, sheet string, keys []string) (encoder, error) {
	switch f {
	case CSV:
		return newCSV(w, keys)
	case NDJSON:
		return newNDJSON(w, keys), nil
	case XLSX:
		return newXLSX(w, sheet, keys)
	}
	return nil, fmt.Errorf("there is no format %q", f)
}

// maxRows is how many rows fit into a file, 0 for any number.
func (f Format) maxRows() int {
	if f == XLSX {
		return xlsxRows
	}
	return 0
}

// contentType is what browsers are told about the file.
func (f Format) contentType() string {
	switch f {
	case CSV:
		return "text/csv; charset=utf-8"
	case NDJSON:
		return "application/x-ndjson"
	default:
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	}
}

// fileName is safe in every file system and in a header.
func (f Format) fileName(list string, at time.Time) string {
	return list + "-" + at.UTC().Format("20060102-150405") + "." + strings.ToLower(string(f))
}

// sheetOf is the name of the sheet with a list: usage-by-organization is "Usage
// by organization".
func sheetOf(list string) string {
	if list == "" {
		return usersSheet
	}
	return strings.ReplaceAll(strings.ToUpper(list[:1])+list[1:], "-", " ")
}

// digits tells whether a JSON value is a number.
func digits(value []byte) bool {
	return len(value) > 0 && (value[0] == '-' || value[0] >= '0' && value[0] <= '9')
}

// separator stands between the texts of a list in one cell.
const separator = "; "

// plain is the text of a JSON value: nothing for null, the texts of a list one
// after the other, and a list of objects as the JSON it is. Most texts stand in
// JSON as they are.
func plain(value []byte) (string, error) {
	switch {
	case len(value) == 0:
		return "", fmt.Errorf("a value is missing")
	case value[0] == 'n':
		return "", nil
	case bytes.HasPrefix(value, []byte("[{")):
		return string(value), nil
	case value[0] == '[':
		var list []string
		if err := json.Unmarshal(value, &list); err != nil {
			return "", fmt.Errorf("read a list of texts: %w", err)
		}
		return strings.Join(list, separator), nil
	case value[0] == '"' && bytes.IndexByte(value, '\\') < 0:
		return string(value[1 : len(value)-1]), nil
	case value[0] == '"':
		var text string
		if err := json.Unmarshal(value, &text); err != nil {
			return "", fmt.Errorf("read a text: %w", err)
		}
		return text, nil
	default: // numbers and truth values
		return string(value), nil
	}
}
