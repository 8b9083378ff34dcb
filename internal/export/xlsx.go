package export

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// xlsxRows is how many rows a sheet holds below its header.
const xlsxRows = excelize.TotalRows - 1

// usersSheet is the name of the only sheet of a list of users, sheetPart where
// the sheet lies in the archive.
const (
	usersSheet = "Users"
	sheetPart  = "xl/worksheets/sheet1.xml"
)

// cellUnits is how many UTF-16 code units a cell holds; a program that opens a
// longer one calls the file damaged.
const cellUnits = excelize.TotalCellChars

// exactDigits is how long a number is at most that spreadsheet programs keep
// to the last digit. A longer one is written as a text.
const exactDigits = 15

// xlsxFile writes a workbook with one sheet. The rows go straight into the
// archive; the library, which would keep some ten megabytes of them and then
// the whole archive in memory, makes all other parts of the workbook.
type xlsxFile struct {
	book    *excelize.File
	archive *zip.Writer
	rows    *bufio.Writer // the sheet
	columns []string      // A, B, …
	next    int
}

func newXLSX(w io.Writer, sheet string, keys []string) (*xlsxFile, error) {
	x := &xlsxFile{book: excelize.NewFile(), archive: zip.NewWriter(w), columns: make([]string, len(keys)), next: 1}
	part, err := x.archive.Create(sheetPart)
	if err == nil {
		err = x.book.SetSheetName(x.book.GetSheetName(0), sheet)
	}
	for i := range keys {
		if err == nil {
			x.columns[i], err = excelize.ColumnNumberToName(i + 1)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("begin workbook: %w", err)
	}
	x.book.SetZipWriter(func(io.Writer) excelize.ZipWriter { return otherParts{x.archive} })
	x.rows = bufio.NewWriterSize(part, 32<<10)
	_, _ = x.rows.WriteString(xml.Header + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	return x, x.write(func(i int) (string, bool, error) { return keys[i], false, nil })
}

// row writes numbers and texts, which no program takes for formulas.
func (x *xlsxFile) row(values [][]byte) error {
	return x.write(func(i int) (string, bool, error) {
		text, err := plain(values[i])
		text = fitting(text)
		return text, digits(values[i]) && len(text) <= exactDigits, err
	})
}

// fitting cuts what a cell cannot hold, and marks that it did.
func fitting(text string) string {
	if len(text) <= cellUnits { // no character has more units than bytes
		return text
	}
	units, end := 0, 0 // end: where the text is cut when it proves too long
	for i, c := range text {
		if units < cellUnits {
			end = i
		}
		if units += utf16.RuneLen(c); units > cellUnits {
			return text[:end] + "…"
		}
	}
	return text
}

// write writes a row of texts and numbers; an empty text is no cell.
func (x *xlsxFile) write(cell func(i int) (text string, number bool, err error)) error {
	at := strconv.Itoa(x.next)
	x.next++
	_, _ = x.rows.WriteString(`<row r="` + at + `">`) // errors stay with the writer
	for i, column := range x.columns {
		text, number, err := cell(i)
		if err != nil {
			return err
		}
		if text == "" {
			continue
		}
		if number {
			_, _ = x.rows.WriteString(`<c r="` + column + at + `"><v>` + text + `</v></c>`)
			continue
		}
		_, _ = x.rows.WriteString(`<c r="` + column + at + `" t="inlineStr"><is><t xml:space="preserve">`)
		_ = xml.EscapeText(x.rows, []byte(text))
		_, _ = x.rows.WriteString(`</t></is></c>`)
	}
	if _, err := x.rows.WriteString(`</row>`); err != nil {
		return fmt.Errorf("write row %s: %w", at, err)
	}
	return nil
}

func (x *xlsxFile) finish() error {
	_, _ = x.rows.WriteString(`</sheetData></worksheet>`)
	if err := x.rows.Flush(); err != nil {
		return fmt.Errorf("end sheet: %w", err)
	}
	if _, err := x.book.WriteToBuffer(); err != nil { // into the archive, see newXLSX
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

func (x *xlsxFile) discard() error { return x.book.Close() }

// otherParts takes all parts of a workbook but the sheet, which is there.
type otherParts struct{ *zip.Writer }

// Create implements excelize.ZipWriter.
func (o otherParts) Create(name string) (io.Writer, error) {
	if name == sheetPart {
		return io.Discard, nil
	}
	return o.Writer.Create(name)
}
