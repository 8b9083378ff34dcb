package mail

import (
	"errors"
	"strings"
	"time"
)

// LoginAsStarted tells a customer's user, and the administrators, that
// somebody of the reseller entered the portal as that user. [002]
type LoginAsStarted struct {
	Envelope
	Actor     string // name of who it is
	User      string // name of the user; empty: the reader
	Reason    string // in the words of the actor
	Minutes   int    // how long it lasts at most
	ExpiresAt time.Time
	Link      string // leads to where it can be ended; may be empty
}

func (m LoginAsStarted) prepared() (string, Envelope, any, error) {
	const kind = "login_as_started"
	link, err := optionalLink("the link to the portal", m.Link)
	data := loginAs{Line(m.Actor), Line(m.User), Paragraphs(m.Reason), m.Minutes, m.ExpiresAt, link}
	return kind, m.Envelope, data, errors.Join(err, data.check())
}

// LoginAsAsked asks an administrator whether somebody of the reseller may
// enter the portal. [002]
type LoginAsAsked struct {
	Envelope
	Actor     string // name of who asks
	User      string // name of the user as whom
	Reason    string // in the words of the actor
	Minutes   int    // how long it is to last
	ExpiresAt time.Time
	Link      string // leads to where it is decided
}

func (m LoginAsAsked) prepared() (string, Envelope, any, error) {
	const kind = "login_as_asked"
	link, err := webLink("the link to the request", m.Link)
	data := loginAs{Line(m.Actor), Line(m.User), Paragraphs(m.Reason), m.Minutes, m.ExpiresAt, link}
	return kind, m.Envelope, data, errors.Join(err, data.check())
}

// loginAs is what both mails show.
type loginAs struct {
	Actor, User string
	Reason      []string
	Minutes     int
	ExpiresAt   time.Time
	Link        string
}

func (l loginAs) check() error {
	switch {
	case l.Actor == "":
		return errors.New("nobody is named who enters")
	case l.Minutes < 1 || l.ExpiresAt.IsZero():
		return errors.New("entering has no end")
	case strings.TrimSpace(strings.Join(l.Reason, "")) == "":
		return errors.New("entering has no reason")
	}
	return nil
}
