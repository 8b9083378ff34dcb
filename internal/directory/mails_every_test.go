package directory

import (
	"context"
	"encoding/hex"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db/actiontoken"
	"tenantry/ent/db/job"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/jobs"
	"tenantry/internal/mail"
)

// drain works the waiting jobs in a process of its own until there were so
// many attempts, and answers what each came to.
func (h *house) drain(sender mail.Sender, attempts int) []error {
	h.t.Helper()
	workers := river.NewWorkers()
	h.AddWorkers(workers, sender, slog.New(slog.DiscardHandler))
	observed := make(chan error, 1000)
	client, err := jobs.New(jobs.Config{
		DB: dbtest.Open(h.t, h.url).Write, Workers: workers, PollInterval: 20 * time.Millisecond,
		Observe: func(_ string, _ time.Duration, err error) { observed <- err },
	})
	h.must(err)
	h.must(client.Start(h.t.Context()))
	var results []error
	for range attempts {
		select {
		case err := <-observed:
			results = append(results, err)
		case <-time.After(20 * time.Second):
			h.t.Fatalf("the mails wait: %s", h.look("SELECT string_agg(kind || ' ' || state || coalesce(errors[1]::text, ''), '; ') FROM river_job"))
		}
	}
	h.must(client.Stop(h.t.Context()))
	return results
}

// post enqueues jobs as a mutation would, and nothing else waits.
func (h *house) post(args ...river.JobArgs) {
	h.t.Helper()
	h.exec("DELETE FROM river_job")
	h.must(h.DB.WithTx(h.system(), h.enqueueing(args...)))
}

func (h *house) mailbox() *mail.Mailbox {
	h.t.Helper()
	box, err := mail.NewMailbox(h.t.TempDir())
	h.must(err)
	return box
}

// action writes a row for a mailed link.
func (h *house) action(u uuid.UUID, account uuid.UUID, purpose actiontoken.Purpose, address string, ttl time.Duration) uuid.UUID {
	h.t.Helper()
	id := schema.NewID()
	h.must(h.DB.Client().ActionToken.Create().SetID(id).SetAccountID(account).SetUserID(u).SetPurpose(purpose).SetEmail(address).
		SetTokenHash(hashToken(h.actionToken(purpose, h.reseller, id))).SetExpiresAt(h.Now().Add(ttl)).SetCreatedAt(h.Now()).Exec(h.system()))
	return id
}

// longWork writes a job as it is when its work is over.
func (h *house) longWork(u, org, account uuid.UUID, kind job.Kind, status job.Status) uuid.UUID {
	h.t.Helper()
	id := schema.NewID()
	h.must(h.DB.Client().Job.Create().SetID(id).SetAccountID(account).SetOrganizationID(org).SetUserID(u).SetKind(kind).SetStatus(status).
		SetInput([]byte("{}")).SetTotal(340).SetDone(340).SetFailed(2).SetFileName("users.csv").
		SetExpiresAt(h.Now().Add(time.Hour)).SetCreatedAt(h.Now()).Exec(h.system()))
	return id
}

// Every mail that is still true goes out, in the language and time zone of its
// reader and under the reseller's name for mails; the others do not.
func TestEveryMail(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	ada := h.join(org.ID, NewInvitation{Email: "ada@harbour.test", Access: membership.ClientAccessADMIN})
	bo := h.join(org.ID, NewInvitation{Email: "bo@harbour.test", Access: membership.ClientAccessUSER})
	gone := h.join(org.ID, NewInvitation{Email: "gone@harbour.test", Access: membership.ClientAccessUSER})
	at, r := h.Now(), h.reseller
	h.exec("UPDATE users SET locale = 'de-AT', timezone = 'Europe/Vienna' WHERE id = $1", ada.ID)
	h.exec("UPDATE users SET last_login_at = $2 WHERE id = $1", bo.ID, at.AddDate(0, -6, 0))
	h.exec("UPDATE users SET last_login_at = $2 WHERE id = $1", gone.ID, at)
	h.exec("UPDATE resellers SET sender_name = 'Portal Team' WHERE id = $1", r)
	reset := h.action(ada.ID, org.ID, actiontoken.PurposePASSWORD_RESET, "", time.Hour)
	late := h.action(ada.ID, org.ID, actiontoken.PurposePASSWORD_RESET, "", 0)
	used := h.action(ada.ID, org.ID, actiontoken.PurposeEMAIL_CHANGE, "used@elsewhere.test", time.Hour)
	h.exec("UPDATE action_tokens SET used_at = created_at WHERE id = $1", used)
	change := h.action(ada.ID, org.ID, actiontoken.PurposeEMAIL_CHANGE, "new@elsewhere.test", time.Hour)
	active, err := h.DB.Client().Membership.Query().Where(membership.UserID(ada.ID)).OnlyID(h.system())
	h.must(err)
	closed, err := h.DB.Client().Membership.Query().Where(membership.UserID(bo.ID)).OnlyID(h.system())
	h.must(err)
	removed, err := h.DB.Client().Membership.Query().Where(membership.UserID(gone.ID)).OnlyID(h.system())
	h.must(err)
	h.exec("UPDATE memberships SET status = 'DEACTIVATED' WHERE id = $1", closed)
	h.exec("UPDATE memberships SET status = 'REMOVED' WHERE id = $1", removed)
	until := at.Add(48 * time.Hour)
	sue := h.staff("sue@northwind.test", user.ResellerRoleRESELLER_SUPPORT)
	motive := user.SuspensionMotiveSECURITY_CONCERN
	h.must(errOf(h.UserSuspend(h.ctx, sue.ID, Suspension{Motive: &motive})))
	h.exec("UPDATE users SET suspended_until = $2 WHERE id = $1", sue.ID, until)
	export := h.longWork(ada.ID, org.ID, org.ID, job.KindEXPORT, job.StatusSUCCEEDED)
	bulk := h.longWork(bo.ID, org.ID, org.ID, job.KindUSERS_BULK_CHANGE, job.StatusSUCCEEDED)
	running := h.longWork(bo.ID, org.ID, org.ID, job.KindUSERS_IMPORT, job.StatusRUNNING)

	admin := h.admin.ID
	sent := []river.JobArgs{
		SuspendedMail{r, sue.ID, 2}, RoleChangedMail{r, bo.ID, 2, []string{"Agent"}, nil, &admin},
		PasswordResetMail{r, reset}, PasswordChangedMail{r, bo.ID, true, at},
		TwoFactorResetMail{r, bo.ID, at}, TwoFactorChangedMail{r, bo.ID, mail.FactorPasskey, true, at}, RecoveryCodeUsedMail{r, ada.ID, 2, at},
		EmailConfirmMail{r, change}, EmailChangeAskedMail{r, change}, EmailChangedMail{r, bo.ID, "bo@old.test", at},
		MembershipDeactivatedMail{r, closed}, MembershipReactivatedMail{r, active}, MembershipRemovedMail{r, removed},
		DormantAccountsMail{r, ada.ID, org.ID, 90, 5, []uuid.UUID{gone.ID, bo.ID}},
		ExportReadyMail{r, export}, JobFinishedMail{r, bulk},
	}
	obsolete := []river.JobArgs{
		SuspendedMail{r, bo.ID, 2}, ReactivatedMail{r, sue.ID, 2}, PasswordResetMail{r, late}, PasswordResetMail{r, change},
		PasswordResetMail{r, schema.NewID()}, EmailConfirmMail{r, used}, EmailChangeAskedMail{r, used}, EmailConfirmMail{r, reset},
		MembershipDeactivatedMail{r, active}, MembershipReactivatedMail{r, closed}, MembershipRemovedMail{r, active},
		DormantAccountsMail{r, ada.ID, org.ID, 90, 1, []uuid.UUID{gone.ID}}, JobFinishedMail{r, running}, ExportReadyMail{r, running},
		PasswordChangedMail{uuid.New(), bo.ID, false, at}, PasswordChangedMail{r, uuid.New(), false, at},
	}
	h.post(slices.Concat(sent, obsolete)...)
	box := h.mailbox()
	for _, err := range h.drain(box, len(sent)+len(obsolete)) {
		if err != nil {
			t.Errorf("a mail failed: %v", err)
		}
	}
	stored, err := box.List(100)
	h.must(err)
	got := map[string]mail.Message{}
	for _, s := range stored {
		got[s.Message.Kind+" "+s.Message.To] = s.Message
		if s.Message.FromName != "Portal Team" {
			t.Errorf("%s comes from %q", s.Message.Kind, s.Message.FromName)
		}
	}
	want := map[string]string{
		"suspended sue@northwind.test":            "Security concern|The suspension ends by itself on Wednesday, 4 March 2026 at 09:00 UTC.",
		"role_changed bo@harbour.test":            h.admin.DisplayName + " changed|- Agent",
		"password_reset ada@harbour.test":         "bis Montag, 2. März 2026 um 11:00 Uhr (Europe/Vienna)|https://portal.test/password#token=tnta_",
		"password_changed bo@harbour.test":        "An administrator of Harbour set a temporary password",
		"two_factor_reset bo@harbour.test":        "removed all second factors",
		"two_factor_changed bo@harbour.test":      "A passkey was removed",
		"recovery_code_used ada@harbour.test":     "Es sind noch 2 Wiederherstellungscodes übrig.",
		"email_confirm new@elsewhere.test":        "https://portal.test/email#token=tnta_",
		"email_changed ada@harbour.test":          "soll in n***@elsewhere.test geändert werden",
		"email_changed bo@old.test":               "was changed to b***@harbour.test",
		"membership_deactivated bo@harbour.test":  "switched off your access to Harbour",
		"membership_reactivated ada@harbour.test": "Ihr Zugriff auf Harbour ist wieder eingeschaltet",
		"membership_removed gone@harbour.test":    "removed you from Harbour",
		"dormant_accounts ada@harbour.test":       "Mit 4 Konten bei Harbour|bo@harbour.test|Letzte Anmeldung: 2. September 2025|und 3 weitere",
		"export_ready ada@harbour.test":           "users.csv",
		"job_finished bo@harbour.test":            "Items: 340. Done: 338. Failed: 2.",
	}
	if len(stored) != len(want) {
		t.Errorf("%d mails, want %d", len(stored), len(want))
	}
	for key, words := range want {
		for w := range strings.SplitSeq(words, "|") {
			if m, ok := got[key]; !ok || !strings.Contains(m.Text, w) {
				t.Errorf("%s: %q is not in\n%s", key, w, m.Text)
			}
		}
	}
	token := tokenOf(mail.Links(got["password_reset ada@harbour.test"])[0])
	if res, id, ok := parseActionToken(token); !ok || res != r || id != reset {
		t.Errorf("the link's token is of %s %s %v", res, id, ok)
	}
	if stored := h.look("SELECT encode(token_hash, 'hex') FROM action_tokens WHERE id = $1", reset); stored != hex.EncodeToString(hashToken(token)) {
		t.Error("the link's token is not the one whose hash is stored")
	}
	if h.actionToken(actiontoken.PurposeEMAIL_CHANGE, r, reset) == token {
		t.Error("a token serves two purposes")
	}
	if _, _, ok := parseInvitationToken(token); ok {
		t.Error("a reset link passes for an invitation")
	}
	if queue := h.look("SELECT string_agg(args::text, ' ') FROM river_job"); strings.Contains(queue, "tnta_") {
		t.Error("the queue holds a token")
	}
}

// enqueueing is enqueue as WithTx takes it.
func (h *house) enqueueing(args ...river.JobArgs) func(ctx context.Context, tx *database.Tx) error {
	return func(ctx context.Context, tx *database.Tx) error { return h.enqueue(ctx, tx, args...) }
}
