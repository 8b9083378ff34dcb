package mail

import "errors"

// RoleChanged tells somebody which roles they gained and lost. Its subject
// names the organization.
type RoleChanged struct {
	Envelope
	ChangedBy string   // name of the administrator; may be empty
	Added     []string // names of roles, in the reader's language
	Removed   []string
}

func (m RoleChanged) prepared() (string, Envelope, any, error) {
	const kind = "role_changed"
	added, removed := lines(m.Added), lines(m.Removed)
	if len(added)+len(removed) == 0 {
		return kind, m.Envelope, nil, errors.New("no role was added or removed")
	}
	return kind, m.Envelope, struct {
		ChangedBy      string
		Added, Removed []string
	}{Line(m.ChangedBy), added, removed}, nil
}
