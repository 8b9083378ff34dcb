package mail

import (
	"errors"
	"time"
)

// ServiceIncident tells a subscriber of a piece of news about an incident. [001]
type ServiceIncident struct {
	Envelope
	Title     string
	Severity  string // MAINTENANCE, MINOR, MAJOR or CRITICAL
	Status    string // INVESTIGATING, IDENTIFIED, MONITORING or RESOLVED
	Body      string // words of the reseller
	StartedAt time.Time
	ToldAt    time.Time // planned work that begins after that is announced
	Link      string    // leads to the incident; may be empty
}

func (m ServiceIncident) prepared() (string, Envelope, any, error) {
	link, err := optionalLink("the link to the incident", m.Link)
	title := Line(m.Title)
	if err == nil && (title == "" || m.StartedAt.IsZero()) {
		err = errors.New("the incident has no title or no beginning")
	}
	return "service_incident", m.Envelope, struct {
		Title, Severity, Status string
		Body                    []string
		StartedAt               time.Time
		Ahead                   bool
		Link                    string
	}{title, m.Severity, m.Status, Paragraphs(m.Body), m.StartedAt, m.StartedAt.After(m.ToldAt), link}, err
}

// ReleaseNote tells a subscriber what is new in a release. [001]
type ReleaseNote struct {
	Envelope
	Release string // its name, such as 2026.11
	Title   string
	Body    string // words of the reseller
	Link    string // leads to the note; may be empty
}

func (m ReleaseNote) prepared() (string, Envelope, any, error) {
	link, err := optionalLink("the link to the release note", m.Link)
	release, title := Line(m.Release), Line(m.Title)
	if err == nil && (release == "" || title == "") {
		err = errors.New("the release or its note has no name")
	}
	return "release_note", m.Envelope, struct {
		Release, Title string
		Body           []string
		Link           string
	}{release, title, Paragraphs(m.Body), link}, err
}
