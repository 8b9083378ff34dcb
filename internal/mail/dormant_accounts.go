package mail

import (
	"errors"
	"time"
)

// MaxDormant is how many accounts DormantAccounts lists.
const MaxDormant = 20

// DormantAccount is an account nobody has signed in to for long.
type DormantAccount struct {
	Name       string
	Address    string
	LastSignIn time.Time // zero: never
}

// DormantAccounts tells an administrator which accounts lie idle. Lists of
// more than MaxDormant are cut.
type DormantAccounts struct {
	Envelope
	Count    int // of all, listed or not
	Days     int // without a sign-in
	Accounts []DormantAccount
	Link     string // leads to the list; may be empty
}

func (m DormantAccounts) prepared() (string, Envelope, any, error) {
	const kind = "dormant_accounts"
	link, err := optionalLink("the link to the list", m.Link)
	if err == nil && (m.Count < 1 || m.Days < 1) {
		err = errors.New("no dormant accounts to tell of")
	}
	listed := m.Accounts[:min(len(m.Accounts), MaxDormant)]
	accounts := make([]DormantAccount, len(listed))
	for i, a := range listed {
		accounts[i] = DormantAccount{Line(a.Name), Line(a.Address), a.LastSignIn}
	}
	return kind, m.Envelope, struct {
		Count, Days, More int
		Accounts          []DormantAccount
		Link              string
	}{m.Count, m.Days, max(0, m.Count-len(accounts)), accounts, link}, err
}
