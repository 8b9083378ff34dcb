package mail

// MembershipDeactivated tells a member that one organization, the envelope's,
// is closed to them for now. [003]
type MembershipDeactivated struct {
	Envelope
	Reason    string // words of the administrator; may be empty
	LastWayIn bool   // no other membership is open, so they cannot sign in
}

func (m MembershipDeactivated) prepared() (string, Envelope, any, error) {
	return "membership_deactivated", m.Envelope, ended{Paragraphs(m.Reason), m.LastWayIn}, nil
}

// MembershipReactivated tells a member that the organization is open again.
type MembershipReactivated struct {
	Envelope
	SignInLink string // may be empty
}

func (m MembershipReactivated) prepared() (string, Envelope, any, error) {
	const kind = "membership_reactivated"
	link, err := optionalLink("the sign-in link", m.SignInLink)
	return kind, m.Envelope, struct{ SignInLink string }{link}, err
}

// MembershipRemoved tells somebody that they are no member any more.
type MembershipRemoved struct {
	Envelope
	Reason    string // words of the administrator; may be empty
	LastWayIn bool   // no other membership is open, so they cannot sign in
}

func (m MembershipRemoved) prepared() (string, Envelope, any, error) {
	return "membership_removed", m.Envelope, ended{Paragraphs(m.Reason), m.LastWayIn}, nil
}

// ended is what the mails about a membership that is blocked or over show.
type ended struct {
	Reason    []string
	LastWayIn bool
}
