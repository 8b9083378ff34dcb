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
	// Written in another zone to show that mails say UTC.
	friday = time.Date(2026, 3, 13, 15, 30, 0, 0, time.FixedZone("CET", 3600))
)

func mails() map[string]mail.Mail {
	staff := envelope
	staff.Organization, staff.ToName = staff.Reseller, ""
	return map[string]mail.Mail{
		"invitation": mail.Invitation{
			Envelope: envelope, Inviter: "Ana Pérez", ExpiresAt: friday,
			Link:    "https://harbour.test/invitation?token=inv_01abc.def-ghi_jkl&lang=en",
			Message: "Hi Zoë,\nwe start on Monday!\n\n\nAna",
		},
		"invitation_staff": mail.Invitation{Envelope: staff, ExpiresAt: friday, Link: "https://northwind.test/i/abc"},
		"suspended": mail.Suspended{
			Envelope: envelope, Motive: "Leave of absence", Reason: "See you in autumn.", Until: &friday,
		},
		"suspended_bare":   mail.Suspended{Envelope: envelope},
		"reactivated":      mail.Reactivated{Envelope: envelope, SignInLink: "https://harbour.test/login"},
		"reactivated_bare": mail.Reactivated{Envelope: envelope},
		"role_changed": mail.RoleChanged{
			Envelope: envelope, ChangedBy: "Ana Pérez", Added: []string{"Supervisor", "Analyst"}, Removed: []string{"Agent"},
		},
		"role_changed_bare": mail.RoleChanged{Envelope: envelope, Removed: []string{"Agent"}},
		"hostile": mail.Invitation{
			Envelope: mail.Envelope{
				To: "eve@mail.test", ToName: "Eve\"><script>alert(1)</script>", Reseller: "Shop\r\nBcc: all@mail.test",
				Organization: "A <b>bold</b>\nname {{.M.Link}}",
			},
			Inviter: "\u202eMallory\u2028<img src=x onerror=alert(1)>", ExpiresAt: friday,
			Link:    `https://harbour.test/i?"><script>=' x`,
			Message: "</blockquote><a href=\"https://evil.test\">here</a>\r\n\r\n-- \r\nhttps://evil.test/text",
		},
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

func TestRender(t *testing.T) {
	t.Parallel()
	for name, m := range mails() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := render(t, m)
			head := "To: " + got.ToName + " <" + got.To + ">\nFrom: " + got.FromName + "\nSubject: " + got.Subject +
				"\nKind: " + got.Kind + "\nID: " + got.ID + "\n\n"
			golden(t, name+".txt", head+got.Text)
			golden(t, name+".html", got.HTML)
		})
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
	got := render(t, mails()["hostile"])
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
	got := mail.Links(render(t, mails()["invitation"]))
	want := []string{"https://harbour.test/invitation?token=inv_01abc.def-ghi_jkl&lang=en"}
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
	} {
		if _, err := mail.Render(m); !mail.Permanent(err) {
			t.Errorf("%s: %v, want a permanent error", name, err)
		}
	}
}

func TestUnknownLanguagesFallBackToEnglish(t *testing.T) {
	t.Parallel()
	want := render(t, mail.Suspended{Envelope: envelope})
	for _, locale := range []string{"en-GB", "EN_us", "xx", "../en"} {
		other := envelope
		other.Locale = locale
		if diff := cmp.Diff(want, render(t, mail.Suspended{Envelope: other})); diff != "" {
			t.Errorf("%s: %s", locale, diff)
		}
	}
}
