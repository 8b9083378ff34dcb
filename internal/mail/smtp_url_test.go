package mail_test

import (
	"strings"
	"testing"

	"tenantry/internal/mail"
)

func TestParseSMTP(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ url, err string }{
		{"smtp://mail.test?from=a@a.test", ""},
		{"smtp://user:p%40ss@mail.test:2525?from=a@a.test&tls=opportunistic", ""},
		{"smtps://user:s3cret@mail.test/?from=a@a.test&helo=app.test", ""},
		{"smtp://127.0.0.1:1025?from=a@a.test&tls=none", ""},
		{"smtp://user:s3cret@[::1]:1025?from=a@a.test&tls=none", ""},

		{"", "must begin with"},
		{"http://mail.test?from=a@a.test", "must begin with"},
		{"smtp://?from=a@a.test", "no host"},
		{"smtp://mail.test:99999?from=a@a.test", "port"},
		{"smtp://mail.test", "from=address is missing"},
		{"smtp://mail.test?from=nobody", "from="},
		{"smtp://mail.test?from=A%20%3Ca@a.test%3E", "bare address"},
		{"smtp://mail.test?from=a@a.test&tls=maybe", "tls="},
		{"smtps://mail.test?from=a@a.test&tls=none", "contradicts"},
		{"smtp://mail.test?from=a@a.test&form=b", "unknown option"},
		{"smtp://mail.test/path?from=a@a.test", "nothing may stand"},
		{"smtp://user@mail.test?from=a@a.test", "go together"},
		{"smtp://user:s3cret@mail.test?from=a@a.test&tls=none", "in the clear"},
		{"smtp://user:s3cret%zz@mail.test", "percent-encoded"},
		{"smtp://mail.test?from=a@a.test&helo=a%0d%0aRCPT", "helo"},
	} {
		_, err := mail.ParseSMTP(c.url)
		switch {
		case c.err == "" && err != nil:
			t.Errorf("%s: %v", c.url, err)
		case c.err == "":
		case err == nil || !strings.Contains(err.Error(), c.err) || !strings.HasPrefix(err.Error(), "TENANTRY_SMTP_URL: "):
			t.Errorf("%s: %v, want %q", c.url, err, c.err)
		case strings.Contains(err.Error(), "s3cret"):
			t.Errorf("%s: the error repeats the password: %v", c.url, err)
		}
	}
}
