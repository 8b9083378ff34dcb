package mail

import "time"

// Suspended tells somebody that they cannot sign in for now. Its subject
// names the organization.
type Suspended struct {
	Envelope
	Motive string    // label of the motive, in the reader's language; may be empty
	Reason string    // words of the administrator; may be empty
	Until  time.Time // when it ends by itself; zero if it does not
}

func (m Suspended) prepared() (string, Envelope, any, error) {
	return "suspended", m.Envelope, struct {
		Motive string
		Reason []string
		Until  time.Time
	}{Line(m.Motive), Paragraphs(m.Reason), m.Until}, nil
}
