package export

import (
	"bufio"
	"encoding/json"
	"io"
)

// ndjsonFile writes an object a line, with the very values of the API.
type ndjsonFile struct {
	w    *bufio.Writer
	keys [][]byte // `{"id":`, `,"displayName":`, …
}

func newNDJSON(w io.Writer, keys []string) *ndjsonFile {
	n := &ndjsonFile{w: bufio.NewWriterSize(w, 32<<10)}
	for i, key := range keys {
		name, _ := json.Marshal(key) // a string
		before := ","
		if i == 0 {
			before = "{"
		}
		n.keys = append(n.keys, []byte(before+string(name)+":"))
	}
	return n
}

func (n *ndjsonFile) row(values [][]byte) error {
	for i, v := range values {
		_, _ = n.w.Write(n.keys[i]) // errors stay with the writer
		_, _ = n.w.Write(v)
	}
	_, err := n.w.WriteString("}\n")
	return err
}

func (n *ndjsonFile) finish() error { return n.w.Flush() }

func (n *ndjsonFile) discard() error { return nil }
