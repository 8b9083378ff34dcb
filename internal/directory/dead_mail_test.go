package directory

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"tenantry/ent/db/deadmail"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/mail"
)

// faulty fails the first attempts and then delivers.
type faulty struct {
	mail.Sender
	left  atomic.Int32
	error error
}

func (f *faulty) Send(ctx context.Context, m mail.Message) error {
	if f.left.Add(-1) >= 0 {
		return f.error
	}
	return f.Sender.Send(ctx, m)
}

func failing(box mail.Sender, times int32, err error) *faulty {
	f := &faulty{Sender: box, error: err}
	f.left.Store(times)
	return f
}

func noSuchBox() error {
	return fmt.Errorf("%w: 550 no such mailbox\r\nquoting https://portal.test/password#token=tnta_c2VjcmV0", mail.ErrPermanent)
}

func (h *house) deadMails() int {
	h.t.Helper()
	n, err := h.DB.Client().DeadMail.Query().Count(h.system())
	h.must(err)
	return n
}

// A failure that passes costs nothing but time: one mail, no dead one.
func TestAMailIsTriedAgain(t *testing.T) {
	h := setup(t)
	h.post(PasswordChangedMail{ResellerID: h.reseller, UserID: h.admin.ID, At: h.Now()})
	box := h.mailbox()
	results := h.drain(failing(box, 1, errors.New("421 come back later")), 2)
	if results[0] == nil || results[1] != nil {
		t.Errorf("attempts: %v", results)
	}
	if stored, err := box.List(10); err != nil || len(stored) != 1 {
		t.Errorf("%d mails, %v", len(stored), err)
	}
	if n := h.deadMails(); n != 0 {
		t.Errorf("%d dead mails", n)
	}
}

// A mailbox that does not exist is not tried again; an administrator sees the
// mail, without its link, and sends it again.
func TestADeadMailIsSentAgain(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	ada := h.join(org.ID, NewInvitation{Email: "ada@harbour.test", Access: membership.ClientAccessADMIN})
	h.post(PasswordChangedMail{ResellerID: h.reseller, UserID: ada.ID, At: h.Now()})
	box := h.mailbox()
	h.drain(failing(box, 1, noSuchBox()), 1)
	dead, err := h.DB.Client().DeadMail.Query().Only(h.system())
	h.must(err)
	var args PasswordChangedMail
	h.must(json.Unmarshal(dead.Job, &args))
	type seen struct {
		Email, Kind, Failure string
		Attempts             int
		Args                 PasswordChangedMail
	}
	want := seen{
		"ada@harbour.test", "mail_password_changed",
		"deliver password_changed: permanent failure: 550 no such mailbox quoting https://portal.test/password#token=…", 1,
		PasswordChangedMail{ResellerID: h.reseller, UserID: ada.ID, At: h.Now()},
	}
	if diff := cmp.Diff(want, seen{dead.Email, dead.Kind, dead.Failure, dead.Attempts, args}); diff != "" {
		t.Error(diff)
	}
	if dead.UserID != ada.ID || dead.OrganizationID != org.ID || dead.AccountID != org.ID || !dead.CreatedAt.Equal(h.Now()) || dead.ID.Version() != 7 {
		t.Errorf("dead mail %+v", dead)
	}
	if state := h.look("SELECT state FROM river_job"); state != "cancelled" {
		t.Errorf("the job is %s", state)
	}

	viewer := h.staff("vic@northwind.test", user.ResellerRoleRESELLER_VIEWER)
	member := h.join(org.ID, NewInvitation{Email: "mo@harbour.test", Access: membership.ClientAccessUSER})
	_, stranger := h.newReseller("Southwind", "admin@southwind.test")
	resend := func(ctx context.Context) error { return errOf(h.DeadMailResend(ctx, dead.ID)) }
	for _, ctx := range []context.Context{h.as(stranger), h.as(member), h.as(viewer), h.system()} {
		h.refused("NOT_FOUND at id", func() error { return resend(ctx) })
	}

	h.exec("DELETE FROM river_job")
	h.clock.advance(time.Hour)
	again, err := h.DeadMailResend(h.as(ada), dead.ID) // a client administrator
	h.must(err)
	if again.ResentAt == nil || !again.ResentAt.Equal(h.Now()) || again.ResentBy == nil || *again.ResentBy != ada.ID {
		t.Errorf("resent %+v", again)
	}
	if line := h.look("SELECT action || ' ' || target_name FROM audit_events WHERE target_id = $1", dead.ID); line != "mail.resent ada@harbour.test" {
		t.Errorf("audit: %q", line)
	}
	h.refused("WRONG_STATE at id", func() error { return resend(h.ctx) })
	if got := h.drain(box, 1); got[0] != nil {
		t.Fatal(got)
	}
	if stored, err := box.List(10); err != nil || len(stored) != 1 || stored[0].Message.To != "ada@harbour.test" {
		t.Errorf("%v, %v", stored, err)
	}
	if n := h.deadMails(); n != 1 {
		t.Errorf("%d dead mails", n)
	}

	h.clock.advance(DeadMailRetention)
	if n, err := h.PurgeDeadMails(t.Context(), h.Now().Add(-DeadMailRetention)); err != nil || n != 1 {
		t.Errorf("purged %d, %v", n, err)
	}
}

// The last attempt is one, too.
func TestAMailThatNeverGoesOutIsDead(t *testing.T) {
	h := setup(t)
	h.post(PasswordChangedMail{ResellerID: h.reseller, UserID: h.admin.ID, At: h.Now()})
	h.exec("UPDATE river_job SET attempt = 15, max_attempts = 16")
	h.drain(failing(h.mailbox(), 1, errors.New("dial tcp: connection refused")), 1)
	dead, err := h.DB.Client().DeadMail.Query().Where(deadmail.UserID(h.admin.ID)).Only(h.system())
	h.must(err)
	if dead.Attempts != 16 || !strings.HasSuffix(dead.Failure, "connection refused") || dead.OrganizationID != h.root {
		t.Errorf("dead mail %+v", dead)
	}
	if state := h.look("SELECT state FROM river_job"); state != "discarded" {
		t.Errorf("the job is %s", state)
	}
}

// Two processes that work one job, one of them taken for dead, keep one mail.
func TestTwoProcessesKeepOneDeadMail(t *testing.T) {
	h := setup(t)
	h.post(PasswordChangedMail{ResellerID: h.reseller, UserID: h.admin.ID, At: h.Now()})
	job := &river.Job[PasswordChangedMail]{JobRow: &rivertype.JobRow{Attempt: 1, MaxAttempts: 16}}
	h.must(h.owner.QueryRowContext(t.Context(), "SELECT id, kind, args, created_at FROM river_job").
		Scan(&job.ID, &job.Kind, &job.EncodedArgs, &job.CreatedAt))
	h.must(json.Unmarshal(job.EncodedArgs, &job.Args))
	var wg sync.WaitGroup
	for range 2 {
		process := *h.Service
		process.DB = dbtest.Open(t, h.url)
		p := &post{Service: &process, sender: failing(nil, 1000, noSuchBox()), log: slog.New(slog.DiscardHandler)}
		worker := work(p, p.passwordChanged)
		wg.Go(func() {
			for range 10 {
				if err := worker.Work(t.Context(), job); !errors.Is(err, mail.ErrPermanent) {
					t.Errorf("worked to %v", err)
				}
			}
		})
	}
	wg.Wait()
	if n := h.deadMails(); n != 1 {
		t.Errorf("%d dead mails of one job", n)
	}
}

// A mail that cannot even be written belongs to the reseller itself.
func TestADeadMailWithoutALetter(t *testing.T) {
	h := setup(t)
	p := &post{Service: h.Service, log: slog.New(slog.DiscardHandler)}
	row := &rivertype.JobRow{ID: 7, Kind: "mail_suspended", EncodedArgs: []byte("{}"), Attempt: 16, CreatedAt: h.Now()}
	h.must(p.bury(database.WithReseller(t.Context(), h.reseller), row, nil, errors.New(strings.Repeat("ü", 600))))
	dead, err := h.DB.Client().DeadMail.Query().Only(h.system())
	h.must(err)
	if dead.OrganizationID != h.root || dead.Email != "" || len([]rune(dead.Failure)) != maxFailure {
		t.Errorf("dead mail %+v", dead)
	}
}
