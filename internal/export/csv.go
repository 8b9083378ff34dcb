package export

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"
)

// csvFile writes RFC 4180: commas, CRLF, quotes where needed. It begins with
// the UTF-8 mark, without which a spreadsheet program takes names for another
// encoding; programs that stumble over it read NDJSON.
type csvFile struct{ w *bufio.Writer }

func newCSV(w io.Writer, keys []string) (*csvFile, error) {
	c := &csvFile{bufio.NewWriterSize(w, 32<<10)}
	_, _ = c.w.WriteString("\ufeff") // errors stay with the writer until finish
	for i, key := range keys {
		c.cell(i, key)
	}
	_, err := c.w.WriteString("\r\n")
	return c, err
}

func (c *csvFile) row(values [][]byte) error {
	for i, v := range values {
		text, err := plain(v)
		if err != nil {
			return err
		}
		if !digits(v) { // a number below zero is no formula
			text = harmless(text)
		}
		c.cell(i, text)
	}
	_, err := c.w.WriteString("\r\n")
	return err
}

func (c *csvFile) cell(i int, text string) {
	if i > 0 {
		_ = c.w.WriteByte(',')
	}
	if !strings.ContainsAny(text, ",\"\r\n") && text == strings.TrimSpace(text) {
		_, _ = c.w.WriteString(text)
		return
	}
	_ = c.w.WriteByte('"')
	_, _ = c.w.WriteString(strings.ReplaceAll(text, `"`, `""`))
	_ = c.w.WriteByte('"')
}

func (c *csvFile) finish() error { return c.w.Flush() }

func (c *csvFile) discard() error { return nil }

// harmless keeps a spreadsheet program from taking text for a formula: what
// could begin one gets an apostrophe in front, phone numbers included. Some
// programs pass over white space before the sign, or know its wide form.
func harmless(text string) string {
	if text == "" {
		return text
	}
	if strings.ContainsRune("\t\r\n", rune(text[0])) {
		return "'" + text
	}
	if first, size := utf8.DecodeRuneInString(strings.TrimSpace(text)); size > 0 && strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + text
	}
	return text
}
