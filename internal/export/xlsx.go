package export

import (
	"archive/zip"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// xlsxRows is how many rows a sheet holds below its header.
const xlsxRows = excelize.TotalRows - 1

// sheet is the name of the only sheet.
const sheet = "Users"

// xlsxFile writes a workbook with one sheet. The rows gather in a temporary
// file, which goes straight into the archive at the end: the library's own way
// to write keeps the whole archive in memory.
type xlsxFile struct {
	book   *excelize.File
	stream *excelize.StreamWriter
	cells  []any
	next   int
}

func newXLSX(w io.Writer, keys []string) (*xlsxFile, error) {
	x := &xlsxFile{book: excelize.NewFile(), cells: make([]any, len(keys)), next: 1}
	x.book.SetZipWriter(func(io.Writer) excelize.ZipWriter { return zip.NewWriter(w) })
	if err := x.begin(keys); err != nil {
		_ = x.discard()
		return nil, fmt.Errorf("begin workbook: %w", err)
	}
	return x, nil
}

func (x *xlsxFile) begin(keys []string) (err error) {
	if err := x.book.SetSheetName(x.book.GetSheetName(0), sheet); err != nil {
		return err
	}
	if x.stream, err = x.book.NewStreamWriter(sheet); err != nil {
		return err
	}
	for i, key := range keys {
		x.cells[i] = key
	}
	return x.write()
}

// row writes texts, which no program takes for formulas.
func (x *xlsxFile) row(values [][]byte) error {
	for i, v := range values {
		text, err := plain(v)
		if err != nil {
			return err
		}
		if x.cells[i] = text; text == "" {
			x.cells[i] = nil
		}
	}
	return x.write()
}

func (x *xlsxFile) write() error {
	at, err := excelize.CoordinatesToCellName(1, x.next)
	if err != nil {
		return err
	}
	x.next++
	if err := x.stream.SetRow(at, x.cells); err != nil {
		return fmt.Errorf("write row %d: %w", x.next-1, err)
	}
	return nil
}

func (x *xlsxFile) finish() error {
	if err := x.stream.Flush(); err != nil {
		return fmt.Errorf("end sheet: %w", err)
	}
	if _, err := x.book.WriteToBuffer(); err != nil { // the buffer stays empty, see newXLSX
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

func (x *xlsxFile) discard() error { return x.book.Close() }
