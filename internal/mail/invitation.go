package mail

import (
	"errors"
	"time"
)

// Invitation asks somebody to join an organization. Its subject names the
// inviter, if there is one, and the organization.
type Invitation struct {
	Envelope
	Inviter   string    // name; may be empty
	Link      string    // accepts the invitation; a secret
	ExpiresAt time.Time // when the link stops working
	Message   string    // personal words of the inviter; may be empty
}

func (m Invitation) prepared() (string, Envelope, any, error) {
	const kind = "invitation"
	link, err := webLink("the invitation's link", m.Link)
	if err != nil {
		return kind, m.Envelope, nil, err
	}
	if m.ExpiresAt.IsZero() {
		return kind, m.Envelope, nil, errors.New("the invitation has no end")
	}
	return kind, m.Envelope, struct {
		Inviter, Link string
		ExpiresAt     time.Time
		Message       []string
	}{Line(m.Inviter), link, m.ExpiresAt, Paragraphs(m.Message)}, nil
}
