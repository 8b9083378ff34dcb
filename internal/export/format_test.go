package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// texts are values as people type them, and as somebody types them who means
// ill.
func texts() []string {
	return []string{
		"Zoë Ångström", "", " padded ", `say "hi"`, "a,b", "two\nlines", "two\r\nlines", "<b>&amp;</b>", "\u202ertl", "O'Neil", "100%_sure",
		`=HYPERLINK("http://evil.test","x")`, "+4930901820", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "a=b", "'=1", "日本", "back\\slash",
	}
}

// values are texts as the API writes them.
func values(t *testing.T, texts ...string) [][]byte {
	t.Helper()
	out := make([][]byte, len(texts))
	for i, text := range texts {
		var err error
		if out[i], err = json.Marshal(text); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func write(t *testing.T, f Format, keys []string, rows ...[][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	e, err := newEncoder(f, &b, usersSheet, keys)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if err := e.row(row); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.finish(); err != nil {
		t.Fatal(err)
	}
	if err := e.discard(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCSV(t *testing.T) {
	t.Parallel()
	file := write(t, CSV, []string{"displayName", "roles", "phone"},
		[][]byte{[]byte(`"Zo\u00eb, \"Z\""`), []byte(`["Agent","Bot; Admin"]`), []byte("null")},
		[][]byte{[]byte(`"plain"`), []byte(`[]`), []byte("true")})
	want := "\ufeffdisplayName,roles,phone\r\n\"Zoë, \"\"Z\"\"\",Agent; Bot; Admin,\r\nplain,,true\r\n"
	if d := cmp.Diff(want, string(file)); d != "" {
		t.Error(d)
	}
}

// A list of objects is the JSON it is, in a cell as in an object.
func TestObjects(t *testing.T) {
	t.Parallel()
	row := [][]byte{[]byte(`[{"field":"phone","before":null,"after":"=1"}]`), []byte(`[]`)}
	for format, want := range map[Format]string{
		CSV:    "\ufeffchanges,none\r\n\"[{\"\"field\"\":\"\"phone\"\",\"\"before\"\":null,\"\"after\"\":\"\"=1\"\"}]\",\r\n",
		NDJSON: `{"changes":[{"field":"phone","before":null,"after":"=1"}],"none":[]}` + "\n",
	} {
		if d := cmp.Diff(want, string(write(t, format, []string{"changes", "none"}, row))); d != "" {
			t.Errorf("%s: %s", format, d)
		}
	}
}

// What a reader of CSV gets is the text, or the text behind an apostrophe
// where a spreadsheet program would run it.
func TestCSVIsReadBack(t *testing.T) {
	t.Parallel()
	all := texts()
	keys := make([]string, len(all))
	for i := range keys {
		keys[i] = strings.Repeat("k", i+1)
	}
	text := string(write(t, CSV, keys, values(t, all...)))
	for i, line := range strings.SplitAfter(text, "\r\n") {
		if i == 0 && !strings.HasPrefix(line, "\ufeffk,kk,") {
			t.Errorf("header %q", line)
		}
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range all {
		if strings.ContainsRune("=+-@＝\t\r\n", []rune(want + "x")[0]) || want == " =1" {
			want = "'" + want
		}
		want = strings.ReplaceAll(want, "\r\n", "\n") // the reader does so within quotes
		if got := records[1][i]; got != want {
			t.Errorf("%q was read as %q", want, got)
		}
	}
}

func TestNDJSON(t *testing.T) {
	t.Parallel()
	all := texts()
	file := write(t, NDJSON, []string{"a", "b"}, values(t, all[0], all[11]), [][]byte{[]byte("null"), []byte(`["x","y"]`)})
	want := `{"a":"Zoë Ångström","b":"=HYPERLINK(\"http://evil.test\",\"x\")"}` + "\n" + `{"a":null,"b":["x","y"]}` + "\n"
	if d := cmp.Diff(want, string(file)); d != "" {
		t.Error(d)
	}
}

func TestXLSX(t *testing.T) {
	t.Parallel()
	all := texts()
	keys := make([]string, len(all))
	for i := range keys {
		keys[i] = strings.Repeat("k", i+1)
	}
	book, err := excelize.OpenReader(bytes.NewReader(write(t, XLSX, keys, values(t, all...), values(t, all...))))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(usersSheet)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 3 || cmp.Diff(keys, rows[0]) != "" {
		t.Fatalf("%d rows, header %q", len(rows), rows[0])
	}
	for i, want := range all {
		cell, err := excelize.CoordinatesToCellName(i+1, 2)
		if err != nil {
			t.Fatal(err)
		}
		formula, err := book.GetCellFormula(usersSheet, cell)
		if err != nil || formula != "" {
			t.Errorf("%q became the formula %q, %v", want, formula, err)
		}
		if got := rows[1][i]; strings.ReplaceAll(got, "\r\n", "\n") != strings.ReplaceAll(want, "\r\n", "\n") {
			t.Errorf("%q was read as %q", want, got)
		}
	}
}

// A cell holds so much; what is cut says so, and no character is halved.
func TestFittingCells(t *testing.T) {
	t.Parallel()
	whole := strings.Repeat("é", cellUnits)
	pairs := strings.Repeat("𝄞", cellUnits/2) // two units each, cellUnits is odd
	for text, want := range map[string]string{
		"short": "short", whole: whole, whole + "x": whole[:len(whole)-2] + "…", pairs + "x": pairs + "x", pairs + "xy": pairs + "…", pairs + "𝄞": pairs + "…",
	} {
		if got := fitting(text); got != want {
			t.Errorf("%d bytes became %d, want %d", len(text), len(got), len(want))
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	t.Parallel()
	if _, err := newEncoder("PDF", new(bytes.Buffer), usersSheet, nil); err == nil {
		t.Error("a file without a format")
	}
	if _, err := plain(nil); err == nil {
		t.Error("a missing value was read")
	}
}

func TestFileNames(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 3, 1, 12, 30, 5, 0, time.FixedZone("", 3600))
	if got := XLSX.fileName("users", at); got != "users-20260301-113005.xlsx" {
		t.Error(got)
	}
	if CSV.maxRows() != 0 || XLSX.maxRows() != 1_048_575 {
		t.Error("rows of a sheet")
	}
}
