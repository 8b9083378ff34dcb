package mail

import (
	"errors"
	"strconv"
)

// CreditsLow tells an administrator that the communication credits of an
// account run out.
type CreditsLow struct {
	Envelope
	Balance int64 // credits left now
	Mark    int64 // the balance at which he is told
	Pool    bool  // of the reseller, from which customers get theirs
	Link    string
}

func (m CreditsLow) prepared() (string, Envelope, any, error) {
	const kind = "credits_low"
	link, err := optionalLink("the link to the credits", m.Link)
	if err == nil && (m.Balance < 0 || m.Mark < 0) {
		err = errors.New("credits below zero")
	}
	return kind, m.Envelope, struct {
		Balance, Mark string
		Pool          bool
		Link          string
	}{strconv.FormatInt(m.Balance, 10), strconv.FormatInt(m.Mark, 10), m.Pool, link}, err
}
