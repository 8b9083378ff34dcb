package mail

// Reactivated tells somebody that they can sign in again. Its subject names
// the organization.
type Reactivated struct {
	Envelope
	SignInLink string // may be empty
}

func (m Reactivated) prepared() (string, Envelope, any, error) {
	const kind = "reactivated"
	link, err := optionalLink("the sign-in link", m.SignInLink)
	return kind, m.Envelope, struct{ SignInLink string }{link}, err
}
