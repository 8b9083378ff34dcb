package directory

import (
	"context"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/riverqueue/river"

	"tenantry/ent/db"
	"tenantry/internal/dbtest"
	"tenantry/internal/jobs"
	"tenantry/internal/mail"
)

// A mail is sent under the name of the portal it is about, in the language and
// the time zone of the user, else of the home, else of the reseller.
func TestMailsFollowTheOrganization(t *testing.T) {
	h := setup(t)
	berlin, plain, branded := h.customer("Harbour", nil), h.customer("Mill", nil), h.customer("Lighthouse", nil)
	h.exec("UPDATE organizations SET locale = 'de', timezone = 'Europe/Berlin' WHERE id = $1", berlin.ID)
	h.exec("UPDATE resellers SET timezone = 'America/Lima', sender_name = 'Northwind Post'")
	h.SenderName = func(_ context.Context, o *db.Organization) (string, error) {
		if o.ID == branded.ID {
			return "Lighthouse Desk", nil
		}
		return "", nil
	}
	h.invite(berlin.ID, NewInvitation{Email: "ada@harbour.test"})
	h.invite(plain.ID, NewInvitation{Email: "bob@mill.test"})
	h.invite(branded.ID, NewInvitation{Email: "eve@lighthouse.test"})
	chosen := h.invite(berlin.ID, NewInvitation{Email: "own@harbour.test"})
	h.exec("UPDATE users SET locale = 'en', timezone = 'Asia/Tokyo' WHERE id = (SELECT user_id FROM invitations WHERE id = $1)", chosen)

	box := told{sent: make(chan mail.Message, 10)}
	workers := river.NewWorkers()
	h.AddWorkers(workers, box, slog.New(slog.DiscardHandler))
	client, err := jobs.New(jobs.Config{
		DB: dbtest.Open(t, h.url).Write, Workers: workers, PollInterval: 20 * time.Millisecond,
		Observe: func(kind string, _ time.Duration, err error) {
			if err != nil {
				t.Errorf("an attempt of %s failed: %v", kind, err)
			}
		},
	})
	h.must(err)
	h.must(client.Start(t.Context()))
	got := map[string]mail.Message{}
	for range 4 {
		select {
		case m := <-box.sent:
			got[m.To] = m
		case <-time.After(20 * time.Second):
			t.Fatalf("only %d of 4 mails were sent", len(got))
		}
	}
	h.must(client.Stop(t.Context()))
	for to, want := range map[string]struct{ sender, zone, word string }{
		"ada@harbour.test":    {"Northwind Post", "(Europe/Berlin)", "Uhr"},
		"own@harbour.test":    {"Northwind Post", "(Asia/Tokyo)", "invites you"},
		"bob@mill.test":       {"Northwind Post", "(America/Lima)", "invites you"},
		"eve@lighthouse.test": {"Lighthouse Desk", "(America/Lima)", "invites you"},
	} {
		m := got[to]
		if m.FromName != want.sender || !strings.Contains(m.Text, want.zone) || !strings.Contains(m.Subject+m.Text, want.word) {
			t.Errorf("%s: from %q, want %q, with %q and %q in\n%s\n%s", to, m.FromName, want.sender, want.zone, want.word, m.Subject, m.Text)
		}
	}
}

// told is a Sender that hands over what is sent.
type told struct{ sent chan mail.Message }

func (s told) Send(_ context.Context, m mail.Message) error {
	s.sent <- m
	return nil
}
