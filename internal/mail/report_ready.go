package mail

import (
	"errors"
	"time"
)

// ReportReady tells who is to get a report again and again that one can be
// fetched.
type ReportReady struct {
	Envelope
	Schedule  string // name of the schedule
	FileName  string
	Link      string    // leads to the product; it is no download
	ExpiresAt time.Time // when the file goes
}

func (m ReportReady) prepared() (string, Envelope, any, error) {
	const kind = "report_ready"
	data, err := linkUntil("the link to the report", m.Link, m.ExpiresAt)
	schedule, name := Line(m.Schedule), Line(m.FileName)
	if err == nil && (schedule == "" || name == "") {
		err = errors.New("the report or its file has no name")
	}
	return kind, m.Envelope, struct {
		Schedule, FileName string
		linked
	}{schedule, name, data}, err
}
