package mail_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tenantry/internal/mail"
)

var update = flag.Bool("update", false, "rewrite testdata from what is rendered now")

var (
	envelope = mail.Envelope{
		To: "zoe@harbour.test", ToName: "Zoë Lindqvist",
		Reseller: "Northwind Chat", Organization: "Harbour & Sons", ID: "mail-42",
	}
	// Written in another zone to show that mails say where theirs is.
	friday = time.Date(2026, 3, 13, 15, 30, 0, 0, time.FixedZone("CET", 3600))
)

// hostile tries to be more than text.
func hostile(language string) mail.Mail {
	return mail.Invitation{
		Envelope: mail.Envelope{
			To: "eve@mail.test", ToName: "Eve\"><script>alert(1)</script>", Reseller: "Shop\r\nBcc: all@mail.test",
			Organization: "A <b>bold</b>\nname {{.M.Link}}", Locale: language,
		},
		Inviter: "\u202eMallory\u2028<img src=x onerror=alert(1)>", ExpiresAt: friday,
		Link:    `https://harbour.test/i?"><script>=' x`,
		Message: "</blockquote><a href=\"https://evil.test\">here</a>\r\n\r\n-- \r\nhttps://evil.test/text",
	}
}

func render(t *testing.T, m mail.Mail) mail.Message {
	t.Helper()
	got, err := mail.Render(m)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// Every mail in every language, read by a person when it changes.
func TestRender(t *testing.T) {
	t.Parallel()
	for _, language := range mail.Languages() {
		samples := append(mail.Samples(language), mail.Sample{Name: "hostile", Mail: hostile(language)})
		for _, sample := range samples {
			t.Run(language+"/"+sample.Name, func(t *testing.T) {
				t.Parallel()
				got := render(t, sample.Mail)
				head := "To: " + got.ToName + " <" + got.To + ">\nFrom: " + got.FromName + "\nSubject: " + got.Subject +
					"\nKind: " + got.Kind + "\nID: " + got.ID + "\n\n"
				golden(t, language+"/"+sample.Name+".txt", head+got.Text)
				golden(t, language+"/"+sample.Name+".html", got.HTML)
			})
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", name, diff)
	}
}

func TestHostileTextStaysText(t *testing.T) {
	t.Parallel()
	got := render(t, hostile("en"))
	for what, s := range map[string]string{"subject": got.Subject, "sender": got.FromName, "recipient": got.ToName} {
		if strings.ContainsAny(s, "\r\n\u2028\u202e") {
			t.Errorf("the %s has line breaks: %q", what, s)
		}
	}
	for _, tag := range []string{"<script", "<img", "<b>", `href="https://evil.test`} {
		if strings.Contains(got.HTML, tag) {
			t.Errorf("the HTML has %s:\n%s", tag, got.HTML)
		}
	}
	if strings.Contains(got.Text, "\n-- \r") || strings.Count(got.Text, "\n-- \n") != 1 {
		t.Errorf("the text has another signature line:\n%s", got.Text)
	}
	want := []string{"https://harbour.test/i?%22%3E%3Cscript%3E=%27%20x", "https://evil.test", "https://evil.test/text"}
	if diff := cmp.Diff(want, mail.Links(got)); diff != "" {
		t.Errorf("links, the action first (-want +got):\n%s", diff)
	}
}

func TestLinks(t *testing.T) {
	t.Parallel()
	got := mail.Links(render(t, mail.Samples("en")[0].Mail))
	want := []string{"https://portal.test/invitation#token=tnti_c2FtcGxlLW5vdC1hLXJlYWwtdG9rZW4"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	plain := mail.Links(mail.Message{Text: "See https://a.test/x, then (http://b.test/)."})
	if diff := cmp.Diff([]string{"https://a.test/x", "http://b.test/"}, plain); diff != "" {
		t.Error(diff)
	}
}

func TestRenderRefuses(t *testing.T) {
	t.Parallel()
	nameless := envelope
	nameless.Reseller = " \n"
	for name, m := range map[string]mail.Mail{
		"script link":    mail.Invitation{Envelope: envelope, Link: "javascript:alert(1)", ExpiresAt: friday},
		"relative link":  mail.Invitation{Envelope: envelope, Link: "/invitation", ExpiresAt: friday},
		"no expiry":      mail.Invitation{Envelope: envelope, Link: "https://a.test/"},
		"link with user": mail.Reactivated{Envelope: envelope, SignInLink: "https://bank.test@evil.test/"},
		"no roles":       mail.RoleChanged{Envelope: envelope, Added: []string{" "}},
		"no reseller":    mail.Suspended{Envelope: nameless},
		"unknown factor": mail.TwoFactorChanged{Envelope: envelope, Factor: "SMS"},
		"unknown work":   mail.JobFinished{Envelope: envelope, Work: "X", End: mail.EndFailed},
		"unknown end":    mail.JobFinished{Envelope: envelope, Work: mail.WorkImport},
		"no new address": mail.EmailChanged{Envelope: envelope},
		"no file":        mail.ExportReady{Envelope: envelope, Link: "https://a.test/", ExpiresAt: friday},
		"nobody idle":    mail.DormantAccounts{Envelope: envelope, Days: 90},
	} {
		if _, err := mail.Render(m); !mail.Permanent(err) {
			t.Errorf("%s: %v, want a permanent error", name, err)
		}
	}
}

func TestUnknownLanguagesFallBackToEnglish(t *testing.T) {
	t.Parallel()
	want := render(t, mail.Suspended{Envelope: envelope})
	for _, locale := range []string{"en-GB", "EN_us", "xx", "../de", "fr-FR"} {
		other := envelope
		other.Locale = locale
		if diff := cmp.Diff(want, render(t, mail.Suspended{Envelope: other})); diff != "" {
			t.Errorf("%s: %s", locale, diff)
		}
	}
}

func TestGermanIsChosenByItsTag(t *testing.T) {
	t.Parallel()
	german := envelope
	german.Locale = "de"
	want := render(t, mail.Suspended{Envelope: german})
	if !strings.HasPrefix(want.Text, "Guten Tag Zoë Lindqvist,") {
		t.Errorf("not German:\n%s", want.Text)
	}
	for _, locale := range []string{"de-AT", "de_CH", "DE-de-1996"} {
		german.Locale = locale
		if diff := cmp.Diff(want, render(t, mail.Suspended{Envelope: german})); diff != "" {
			t.Errorf("%s: %s", locale, diff)
		}
	}
}

func TestTimesAreTheReaders(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ locale, zone, want string }{
		{"en", "", "Friday, 13 March 2026 at 14:30 UTC"},
		{"en", "UTC", "Friday, 13 March 2026 at 14:30 UTC"},
		{"en", "Local", "Friday, 13 March 2026 at 14:30 UTC"},
		{"en", "Mars/Olympus", "Friday, 13 March 2026 at 14:30 UTC"},
		{"en", "America/New_York", "Friday, 13 March 2026 at 10:30 (America/New York)"},
		{"en", "Pacific/Kiritimati", "Saturday, 14 March 2026 at 04:30 (Pacific/Kiritimati)"},
		{"de", "Europe/Berlin", "Freitag, 13. März 2026 um 15:30 Uhr (Europe/Berlin)"},
		{"de-CH", "", "Freitag, 13. März 2026 um 14:30 Uhr UTC"},
	} {
		e := envelope
		e.Locale, e.Timezone = c.locale, c.zone
		if got := render(t, mail.Suspended{Envelope: e, Until: &friday}); !strings.Contains(got.Text, c.want+".") {
			t.Errorf("%+v: not in\n%s", c, got.Text)
		}
	}
}

func TestTheSenderHasANameOfItsOwn(t *testing.T) {
	t.Parallel()
	e := envelope
	e.Sender = "Harbour\r\nBcc: x"
	if got := render(t, mail.Suspended{Envelope: e}).FromName; got != "Harbour Bcc: x" {
		t.Errorf("sender %q", got)
	}
	e.Sender = " "
	if got := render(t, mail.Suspended{Envelope: e}).FromName; got != e.Reseller {
		t.Errorf("sender %q, want the reseller", got)
	}
}

func TestMaskAddress(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"zoe@harbour.test": "z***@harbour.test", "é@x.test": "é***@x.test", "@x.test": "***", "": "***", "none": "***",
	} {
		if got := mail.MaskAddress(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
