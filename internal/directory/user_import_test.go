package directory

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/uuid"
)

func TestUsersImport(t *testing.T) {
	h := setup(t)
	seats := 5
	org := h.customer("Harbour", &seats)
	h.subAccount(org, "North")
	h.join(org.ID, NewInvitation{Email: "taken@harbour.test"})
	text := "\ufeffE-Mail;First Name;lastname;PHONE;Time_Zone;external id;user type;access;modules;subAccounts\r\n" +
		"ana@harbour.test;Ana;Pérez;+49 30 901820;Europe/Berlin;A-1;agent;user;\"campaigns;REPORTS\";north\r\n" +
		"TAKEN@harbour.test;Ta;Ken;;;;;;;\r\n" +
		"bad;B;Ad;123;Mars/Base;;;;;\r\n" +
		"ANA@harbour.test;Ana;Twice;;;;;;;\r\n" +
		"x@trash.test;T;Rash;;;;;;;\r\n" +
		"king@harbour.test;K;Ing;;;;emperor;;;\r\n" +
		"user@harbour.test;U;Ser;;;;;;PRICING;South\r\n" +
		"long@harbour.test;L;Ong;;;;;;;;;\r\n" +
		"bo@harbour.test;Bo;Ek;;;;;;;\r\n"
	in := Import{OrganizationID: org.ID, CSV: strings.Replace(text, "E-Mail", "EMAIL", 1)}
	short := func(out *ImportOutcome) string {
		var lines []string
		for _, r := range out.Results {
			lines = append(lines, refusal(r.Errors.Err()))
		}
		return strings.Join(lines, "\n")
	}
	want := strings.Join([]string{
		"", "TAKEN at input.csv.2.email", "INVALID at input.csv.3.email, INVALID at input.csv.3.phone, INVALID at input.csv.3.timezone",
		"DUPLICATE at input.csv.4.email", "DISPOSABLE_EMAIL at input.csv.5.email", "INVALID at input.csv.6.userType",
		"MODULE_ADMIN_ONLY at input.csv.7.modules.0, NOT_FOUND at input.csv.7.subAccounts.0", "INVALID at input.csv.8.email", "",
	}, "\n")
	before := h.snapshot()
	trial := in
	trial.DryRun = true
	out, err := h.UsersImport(h.ctx, trial)
	h.must(err)
	if got := short(out); got != want || out.Rows != 9 {
		t.Errorf("dry run:\n%s", got)
	}
	if after := h.snapshot(); after["users"] != before["users"] || after["river_job"] != before["river_job"] {
		t.Error("a dry run has written something")
	}
	out, err = h.UsersImport(h.ctx, in)
	h.must(err)
	if got := short(out); got != want || out.Results[0].UserID == nil || out.Results[1].UserID != nil {
		t.Errorf("import:\n%s", got)
	}
	got := h.look(`SELECT concat_ws(' | ', status, display_name, phone, timezone, external_id, user_type,
		(SELECT string_agg(module, ' ' ORDER BY module) FROM module_grants g JOIN memberships m ON m.id = g.membership_id WHERE m.user_id = u.id),
		(SELECT count(*) FROM sub_account_grants g JOIN memberships m ON m.id = g.membership_id WHERE m.user_id = u.id),
		(SELECT status FROM invitations i WHERE i.user_id = u.id)) FROM users u WHERE id = $1`, *out.Results[0].UserID)
	if got != "PENDING | Ana Pérez | +4930901820 | Europe/Berlin | A-1 | AGENT | CAMPAIGNS REPORTS | 1 | PENDING" {
		t.Errorf("imported %s", got)
	}
	if got := h.look("SELECT count(*)::text FROM river_job WHERE kind = 'mail_invitation'"); got != "4" {
		t.Errorf("%s invitations mailed", got)
	}
}

func TestUsersImportFiles(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	for _, c := range []struct{ csv, want string }{
		{"", "REQUIRED at input.csv"},
		{"email\n", "REQUIRED at input.csv"},
		{"firstName\nAna\n", "REQUIRED at input.csv"},
		{"email,colour\na@b.test,red\n", "INVALID at input.csv"},
		{"email,EMAIL\na@b.test,b@b.test\n", "DUPLICATE at input.csv"},
		{"email\n\"a@b.test\n", "INVALID at input.csv"},
		{"email\n\xff\n", "INVALID at input.csv"},
		{"email\na\x00@b.test\n", "INVALID at input.csv"},
		{"email\n" + strings.Repeat("a@b.test\n", MaxImportRows+1), "LIMIT_REACHED at input.csv"},
		{"email\n" + strings.Repeat("x", MaxImportBytes), "TOO_LONG at input.csv"},
	} {
		h.refused(c.want, func() error { return errOf(h.UsersImport(h.ctx, Import{OrganizationID: org.ID, CSV: c.csv})) })
	}
	h.refused("NOT_FOUND at input.organizationId", func() error {
		return errOf(h.UsersImport(h.ctx, Import{OrganizationID: uuid.Nil, CSV: "email\na@b.test\n"}))
	})
}

func TestUsersImportJob(t *testing.T) {
	h := setup(t)
	seats := 203
	org := h.customer("Harbour", &seats)
	h.join(org.ID, NewInvitation{Email: "row0005@harbour.test"})
	text := strings.Builder{}
	text.WriteString("email\tfirstName\tlastName\n")
	for i := range 210 {
		if i == 30 {
			i = 3 // twice
		}
		text.WriteString(strings.ReplaceAll("row0000@harbour.test\tRow\tN\n", "0000", strings.Repeat("0", 3-len(strconv.Itoa(i)))+"0"+strconv.Itoa(i)))
	}
	in := Import{OrganizationID: org.ID, CSV: text.String(), IdempotencyKey: new("k")}
	out, err := h.UsersImport(h.ctx, in)
	h.must(err)
	again, err := h.UsersImport(h.ctx, in)
	h.must(err)
	if out.JobID == nil || *again.JobID != *out.JobID || out.Rows != 210 {
		t.Fatalf("%+v %+v", out, again)
	}
	h.must(h.work(h.worker(), *out.JobID))
	got := h.look(`SELECT string_agg(concat(position, ' ', convert_from(errors, 'UTF8')::jsonb->0->>'Code'), ', ' ORDER BY position) FROM job_items WHERE job_id = $1 AND status = 'FAILED'`, *out.JobID)
	if want := "6 TAKEN, 31 DUPLICATE, 205 SEAT_LIMIT_REACHED, 206 SEAT_LIMIT_REACHED, 207 SEAT_LIMIT_REACHED, 208 SEAT_LIMIT_REACHED, 209 SEAT_LIMIT_REACHED, 210 SEAT_LIMIT_REACHED"; got != want {
		t.Errorf("refused %s", got)
	}
	if j := h.job(*out.JobID); j.Done != 210 || j.Failed != 8 || j.FinishedAt == nil {
		t.Errorf("%+v", j)
	}
	if got := h.look("SELECT count(*)::text FROM users u JOIN job_items i ON i.target_id = u.id WHERE u.status = 'PENDING' AND i.status = 'DONE'"); got != "202" {
		t.Errorf("%s users made", got)
	}
}
