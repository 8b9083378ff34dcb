package mail

import (
	"slices"
	"time"
)

// Suspended tells somebody that they cannot sign in for now. Its subject
// names the organization.
type Suspended struct {
	Envelope
	Motive string     // key of the motive, such as ON_LEAVE; unknown ones say nothing
	Reason string     // words of the administrator; may be empty
	Until  *time.Time // when it ends by itself; nil if it does not
}

// motives are those that have words of their own; OTHER says nothing.
func motives() []string {
	return []string{"ON_LEAVE", "SECURITY_CONCERN", "PENDING_INVESTIGATION", "TEMPORARY_CONTRACTOR"}
}

func (m Suspended) prepared() (string, Envelope, any, error) {
	if !slices.Contains(motives(), m.Motive) {
		m.Motive = ""
	}
	return "suspended", m.Envelope, struct {
		Motive string
		Reason []string
		Until  *time.Time
	}{m.Motive, Paragraphs(m.Reason), m.Until}, nil
}
