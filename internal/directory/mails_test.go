package directory

import (
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/riverqueue/river"

	"tenantry/ent/db/user"
	"tenantry/internal/dbtest"
	"tenantry/internal/jobs"
	"tenantry/internal/mail"
)

// The workers send what is still true when they come to it; the link in an
// invitation opens.
func TestMails(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	message := offer(org.ID, "ada@harbour.test")
	message.Message = new("Welcome aboard")
	verdicts, err := h.InvitationsCreate(h.ctx, message)
	h.must(err)
	h.must(errOf(h.InvitationResend(h.ctx, *verdicts[0].InvitationID))) // makes the first mail obsolete
	h.must(errOf(h.InvitationRevoke(h.ctx, h.invite(org.ID, NewInvitation{Email: "withdrawn@harbour.test"}))))
	expired := h.invite(org.ID, NewInvitation{Email: "late@harbour.test"})
	h.exec("UPDATE invitations SET expires_at = $2 WHERE id = $1", expired, h.Now())
	bob := h.staff("bob@northwind.test", user.ResellerRoleRESELLER_SUPPORT)
	motive := user.SuspensionMotiveON_LEAVE
	h.must(errOf(h.UserSuspend(h.ctx, bob.ID, Suspension{Motive: &motive, Reason: new("sabbatical")})))
	eve := h.staff("eve@northwind.test", user.ResellerRoleRESELLER_SUPPORT)
	h.must(errOf(h.UserSuspend(h.ctx, eve.ID, Suspension{})))
	h.must(errOf(h.UserReactivate(h.ctx, eve.ID, nil)))
	h.exec("DELETE FROM river_job WHERE args->>'invitation_id' IN (SELECT id::text FROM invitations WHERE status = 'ACCEPTED')")

	box, err := mail.NewMailbox(t.TempDir())
	h.must(err)
	workers := river.NewWorkers()
	h.AddWorkers(workers, box, slog.New(slog.DiscardHandler))
	observed := make(chan error, 100)
	client, err := jobs.New(jobs.Config{
		DB: dbtest.Open(t, h.url).Write, Workers: workers, PollInterval: 20 * time.Millisecond,
		Observe: func(_ string, _ time.Duration, err error) { observed <- err },
	})
	h.must(err)
	h.must(client.Start(t.Context()))
	for range 7 { // ada ×2, withdrawn, late, bob, eve ×2
		select {
		case err := <-observed:
			if err != nil {
				t.Errorf("a mail failed: %v", err)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("the mails wait: %s", h.look("SELECT string_agg(kind || ' ' || state || coalesce(errors[1]::text, ''), '; ') FROM river_job"))
		}
	}
	h.must(client.Stop(t.Context()))

	stored, err := box.List(100)
	h.must(err)
	got := map[string]mail.Message{}
	for _, s := range stored {
		got[s.Message.Kind+" "+s.Message.To] = s.Message
	}
	if len(stored) != 3 || len(got) != 3 {
		t.Fatalf("%d mails: %v", len(stored), got)
	}
	for key, words := range map[string][]string{
		"invitation ada@harbour.test":    {"Harbour", "Welcome aboard", "admin"},
		"suspended bob@northwind.test":   {"On leave", "sabbatical"},
		"reactivated eve@northwind.test": {"https://portal.test/"},
	} {
		m, ok := got[key]
		if !ok {
			t.Errorf("no mail %s", key)
		}
		for _, w := range words {
			if !strings.Contains(m.Subject+m.Text, w) {
				t.Errorf("%s says nothing of %q:\n%s\n%s", key, w, m.Subject, m.Text)
			}
		}
	}
	link := mail.Links(got["invitation ada@harbour.test"])[0]
	if !strings.HasPrefix(link, "https://portal.test/invitation#token=tnti_") {
		t.Fatalf("link %s", link)
	}
	if u := h.accept(tokenOf(link)); u.Email != "ada@harbour.test" || u.Status != user.StatusACTIVE {
		t.Errorf("accepted %+v", u)
	}
}
