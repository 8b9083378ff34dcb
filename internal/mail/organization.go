package mail

import "time"

// OrganizationChanged tells an administrator what became of the organization,
// which the subject names. [D]
type OrganizationChanged struct {
	Envelope
	Change  string     // SUSPENDED, REACTIVATED, DELETED or RESTORED
	Reason  string     // words of the reseller; may be empty
	PurgeAt *time.Time // of a deleted one: it can be restored until
	Link    string     // where to sign in again; may be empty
}

func (m OrganizationChanged) prepared() (string, Envelope, any, error) {
	link, err := optionalLink("the link", m.Link)
	return "organization_changed", m.Envelope, struct {
		Change  string
		Reason  []string
		PurgeAt *time.Time
		Link    string
	}{m.Change, Paragraphs(m.Reason), m.PurgeAt, link}, err
}
