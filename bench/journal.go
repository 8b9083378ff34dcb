package main

import (
	"fmt"
	"os"
)

// journal is the file a server logs into, as it would in production: its lines
// are part of what a request costs.
type journal struct{ file *os.File }

func openJournal(path string) (journal, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o600)
	if err != nil {
		return journal{}, fmt.Errorf("open the server's log: %w", err)
	}
	return journal{file}, nil
}

// forget empties the file, so that it does not grow with the requests.
func (j journal) forget() error { return j.file.Truncate(0) }

// tailBytes is enough for the last lines of a log.
const tailBytes = 4096

// String is the end of the log.
func (j journal) String() string {
	info, err := j.file.Stat()
	if err != nil {
		return err.Error()
	}
	from := max(0, info.Size()-tailBytes)
	text := make([]byte, info.Size()-from)
	n, _ := j.file.ReadAt(text, from) // what could be read is enough
	return string(text[:n])
}
