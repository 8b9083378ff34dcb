package mail

import (
	"errors"
	"time"
)

// PasswordReset has the link that sets a forgotten password. [004]
type PasswordReset struct {
	Envelope
	Link      string    // sets a new password, once; a secret
	ExpiresAt time.Time // when the link stops working
}

func (m PasswordReset) prepared() (string, Envelope, any, error) {
	const kind = "password_reset"
	data, err := linkUntil("the reset link", m.Link, m.ExpiresAt)
	return kind, m.Envelope, data, err
}

// PasswordChanged warns that a password was changed.
type PasswordChanged struct {
	Envelope
	ByAdministrator bool      // an administrator set a temporary one
	At              time.Time // when; zero if not known
}

func (m PasswordChanged) prepared() (string, Envelope, any, error) {
	return "password_changed", m.Envelope, struct {
		ByAdministrator bool
		At              time.Time
	}{m.ByAdministrator, m.At}, nil
}

// linked is the data of a mail that is about one link that ends.
type linked struct {
	Link      string
	ExpiresAt time.Time
}

func linkUntil(what, link string, end time.Time) (linked, error) {
	link, err := webLink(what, link)
	if err == nil && end.IsZero() {
		err = errors.New(what + " has no end")
	}
	return linked{link, end}, err
}
