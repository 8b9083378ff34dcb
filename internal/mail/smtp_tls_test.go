package mail_test

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"

	"tenantry/internal/mail"
)

var errBadLogin = errors.New("wrong user or password")

// AuthMechanisms and Auth make the office ask for ada's password; without
// encryption the server does not offer them.
func (s *session) AuthMechanisms() []string { return []string{sasl.Plain} }

func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, pass string) error {
		if user != "ada" || pass != "p@ss" {
			return &smtp.SMTPError{Code: 535, EnhancedCode: smtp.EnhancedCode{5, 7, 8}, Message: errBadLogin.Error()}
		}
		s.office.mu.Lock()
		defer s.office.mu.Unlock()
		s.office.logins++
		return nil
	}), nil
}

// certificate is the one net/http's tests use: for 127.0.0.1, signed by itself.
func certificate(t *testing.T) (server, client *tls.Config) {
	t.Helper()
	s := httptest.NewTLSServer(nil)
	defer s.Close()
	roots := x509.NewCertPool()
	roots.AddCert(s.Certificate())
	return &tls.Config{Certificates: s.TLS.Certificates, MinVersion: tls.VersionTLS12},
		&tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12}
}

func TestSMTPOverTLS(t *testing.T) {
	t.Parallel()
	const from = "?from=noreply@northwind.test"
	serverTLS, clientTLS := certificate(t)
	for name, c := range map[string]struct {
		scheme, login, options string
		offers, implicit       bool
		trusts                 *tls.Config
		fails                  string
	}{
		"implicit":                {scheme: "smtps", login: "ada:p%40ss@", implicit: true, trusts: clientTLS},
		"starttls":                {scheme: "smtp", login: "ada:p%40ss@", options: "&tls=starttls", offers: true, trusts: clientTLS},
		"opportunistic":           {scheme: "smtp", login: "ada:p%40ss@", offers: true, trusts: clientTLS},
		"starttls is not offered": {scheme: "smtp", options: "&tls=starttls", fails: "STARTTLS"},
		"unknown authority":       {scheme: "smtps", implicit: true, fails: "certificate"},
		"unknown at starttls":     {scheme: "smtp", offers: true, fails: "certificate"},
		"wrong password":          {scheme: "smtps", login: "ada:no@", implicit: true, trusts: clientTLS, fails: "535"},
		"no password in the clear": {
			scheme: "smtp", login: "ada:p%40ss@", options: "&tls=opportunistic", fails: "AUTH",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := &postOffice{}
			l, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			s := sender(t, c.scheme+"://"+c.login+l.Addr().String()+from+c.options)
			s.TLS = c.trusts
			switch {
			case c.implicit:
				o.serve(t, tls.NewListener(l, serverTLS), nil)
			case c.offers:
				o.serve(t, l, serverTLS)
			default:
				o.serve(t, l, nil)
			}
			err = s.Send(t.Context(), simple("secret"))
			if c.fails != "" {
				if err == nil || mail.Permanent(err) || !strings.Contains(err.Error(), c.fails) || len(o.letters) != 0 {
					t.Errorf("%v and %d letters, want an error with %q that may be tried again", err, len(o.letters), c.fails)
				}
				return
			}
			if err != nil || len(o.letters) != 1 || o.logins != 1 {
				t.Errorf("%v, %d letters, %d logins", err, len(o.letters), o.logins)
			}
		})
	}
}
