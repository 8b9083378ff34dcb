package mail

// Reactivated tells somebody that they can sign in again. Its subject names
// the organization.
type Reactivated struct {
	Envelope
	SignInLink string // may be empty
}

func (m Reactivated) prepared() (string, Envelope, any, error) {
	const kind = "reactivated"
	var link string
	if m.SignInLink != "" {
		var err error
		if link, err = webLink("the sign-in link", m.SignInLink); err != nil {
			return kind, m.Envelope, nil, err
		}
	}
	return kind, m.Envelope, struct{ SignInLink string }{link}, nil
}
