package mail

import (
	"errors"
	"time"
)

// ExportReady tells who asked for an export that its file can be fetched.
type ExportReady struct {
	Envelope
	FileName  string
	Link      string    // leads to the product; it is no download
	ExpiresAt time.Time // when the file goes
}

func (m ExportReady) prepared() (string, Envelope, any, error) {
	const kind = "export_ready"
	data, err := linkUntil("the link to the export", m.Link, m.ExpiresAt)
	name := Line(m.FileName)
	if err == nil && name == "" {
		err = errors.New("the export's file has no name")
	}
	return kind, m.Envelope, struct {
		FileName string
		linked
	}{name, data}, err
}

// Work a JobFinished can tell of.
const (
	WorkExport     = "EXPORT"
	WorkBulkChange = "USERS_BULK_CHANGE"
	WorkImport     = "USERS_IMPORT"
)

// Ends that work can come to.
const (
	EndSucceeded = "SUCCEEDED" // all items were tried; some may have failed
	EndFailed    = "FAILED"
	EndCanceled  = "CANCELED"
)

// JobFinished tells who asked for long work how it ended.
type JobFinished struct {
	Envelope
	Work   string // one of the Work constants
	End    string // one of the End constants
	Total  int    // items there were
	Done   int    // items that were done well
	Failed int    // items that were refused
	Link   string // leads to the product; may be empty
}

func (m JobFinished) prepared() (string, Envelope, any, error) {
	const kind = "job_finished"
	link, err := optionalLink("the link to the job", m.Link)
	switch {
	case err != nil:
	case m.Work != WorkExport && m.Work != WorkBulkChange && m.Work != WorkImport:
		err = errors.New("unknown work")
	case m.End != EndSucceeded && m.End != EndFailed && m.End != EndCanceled:
		err = errors.New("unknown end of work")
	}
	return kind, m.Envelope, struct {
		Work, End           string
		Total, Done, Failed int
		Link                string
	}{m.Work, m.End, m.Total, m.Done, m.Failed, link}, err
}
