package mail_test

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"log"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	netmail "net/mail"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
	"github.com/google/go-cmp/cmp"

	"tenantry/internal/mail"
)

// postOffice is an SMTP server that keeps what it accepts and gives the
// prepared answers first.
type postOffice struct {
	mu      sync.Mutex
	rcpt    []error // answers to RCPT, in order; accepted when used up
	data    []error // answers to DATA
	letters []letter
	logins  int
}

type letter struct{ from, to, raw string }

type session struct {
	office *postOffice
	letter letter
}

func (s *session) Reset()        { s.letter = letter{} }
func (s *session) Logout() error { return nil }

func (s *session) Mail(from string, _ *smtp.MailOptions) error {
	s.letter.from = from
	return nil
}

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.letter.to = to
	return s.office.next(&s.office.rcpt)
}

func (s *session) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if err := s.office.next(&s.office.data); err != nil {
		return err
	}
	s.letter.raw = string(raw)
	s.office.mu.Lock()
	defer s.office.mu.Unlock()
	s.office.letters = append(s.office.letters, s.letter)
	return nil
}

func (o *postOffice) next(answers *[]error) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(*answers) == 0 {
		return nil
	}
	a := (*answers)[0]
	*answers = (*answers)[1:]
	return a
}

// open starts the office on a free port and answers a sender to it.
func (o *postOffice) open(t *testing.T) *mail.SMTP {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	o.serve(t, l, nil)
	return sender(t, "smtp://"+l.Addr().String()+"?from=noreply@northwind.test&helo=client.test")
}

// serve answers on l; conf, if there is one, is offered by STARTTLS.
func (o *postOffice) serve(t *testing.T, l net.Listener, conf *tls.Config) {
	t.Helper()
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) {
		return &session{office: o}, nil
	}))
	server.Domain, server.TLSConfig = "office.test", conf
	server.ErrorLog = log.New(io.Discard, "", 0)
	done := make(chan struct{})
	go func() { defer close(done); _ = server.Serve(l) }()
	t.Cleanup(func() { _ = server.Close(); <-done })
}

func sender(t *testing.T, url string) *mail.SMTP {
	t.Helper()
	s, err := mail.ParseSMTP(url)
	if err != nil {
		t.Fatal(err)
	}
	s.Now = func() time.Time { return friday }
	return s
}

func TestSMTPDeliversBothParts(t *testing.T) {
	t.Parallel()
	o := &postOffice{}
	s := o.open(t)
	m := render(t, mail.Samples("en")[0].Mail)
	m.Subject = "Ünïcode subject that is long enough to be folded over more than one line: 招待状をお送りします"
	m.FromName = `Näve, "Quoted" <x@y.test>`
	m.Headers = map[string]string{"Reply-To": "ana@harbour.test", "X-Note": "a\r\nBcc: b@b.test"}
	if err := mail.Deliver(t.Context(), s, m); err != nil {
		t.Fatal(err)
	}
	if len(o.letters) != 1 {
		t.Fatalf("%d letters arrived", len(o.letters))
	}
	got := o.letters[0]
	if got.from != "noreply@northwind.test" || got.to != m.To {
		t.Errorf("envelope %s → %s", got.from, got.to)
	}
	msg, err := netmail.ReadMessage(strings.NewReader(got.raw))
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(msg.Header.Get("Subject"))
	if err != nil || subject != m.Subject {
		t.Errorf("subject %q, %v", subject, err)
	}
	from, err := msg.Header.AddressList("From")
	if err != nil || len(from) != 1 || *from[0] != (netmail.Address{Name: m.FromName, Address: "noreply@northwind.test"}) {
		t.Errorf("from %v, %v", from, err)
	}
	to, err := msg.Header.AddressList("To")
	if err != nil || len(to) != 1 || *to[0] != (netmail.Address{Name: "Zoë Lindqvist", Address: m.To}) {
		t.Errorf("to %v, %v", to, err)
	}
	for key, want := range map[string]string{
		"Message-Id": "<mail-42@northwind.test>", "Date": "Fri, 13 Mar 2026 15:30:00 +0100", "Bcc": "",
		"Auto-Submitted": "auto-generated", "Reply-To": "ana@harbour.test", "X-Note": "a Bcc: b@b.test", "User-Agent": "", "X-Mailer": "",
	} {
		if got := msg.Header.Get(key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	want := map[string]string{"text/plain": m.Text, "text/html": m.HTML}
	if diff := cmp.Diff(want, parts(t, msg)); diff != "" {
		t.Error(diff)
	}
}

func parts(t *testing.T, msg *netmail.Message) map[string]string {
	t.Helper()
	kind, params, err := mime.ParseMediaType(msg.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/alternative" {
		t.Fatalf("content type %q, %v", kind, err)
	}
	found := map[string]string{}
	for r := multipart.NewReader(msg.Body, params["boundary"]); ; {
		p, err := r.NextRawPart()
		if errors.Is(err, io.EOF) {
			return found
		}
		if err != nil {
			t.Fatal(err)
		}
		kind, params, err := mime.ParseMediaType(p.Header.Get("Content-Type"))
		if err != nil || !strings.EqualFold(params["charset"], "utf-8") || p.Header.Get("Content-Transfer-Encoding") != "quoted-printable" {
			t.Fatalf("part %v, %v", p.Header, err)
		}
		body, err := io.ReadAll(quotedprintable.NewReader(p))
		if err != nil {
			t.Fatal(err)
		}
		found[kind] = strings.ReplaceAll(string(body), "\r\n", "\n")
	}
}

func TestSMTPTellsTemporaryFromPermanent(t *testing.T) {
	t.Parallel()
	busy := &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 3, 0}, Message: "Try later"}
	unknown := &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "No such user <zoe@harbour.test>"}
	login := &smtp.SMTPError{Code: 530, EnhancedCode: smtp.EnhancedCode{5, 7, 0}, Message: "Sign in first"}
	o := &postOffice{
		rcpt: []error{busy, unknown, login, nil, nil, nil},
		data: []error{busy, unknown},
	}
	s := o.open(t)
	for i, c := range []struct {
		say       string // in the error; "" for success
		permanent bool
	}{{"451", false}, {"550", true}, {"530", false}, {"451", false}, {"550", true}, {"", false}} {
		err := mail.Deliver(t.Context(), s, simple("attempt"))
		if (err == nil) != (c.say == "") || mail.Permanent(err) != c.permanent {
			t.Errorf("attempt %d: %v, want %q, permanent %v", i, err, c.say, c.permanent)
		}
		if err != nil && (!strings.Contains(err.Error(), c.say) || strings.Contains(err.Error(), "zoe@")) {
			t.Errorf("attempt %d: the error is %q", i, err)
		}
	}
	if len(o.letters) != 1 {
		t.Errorf("%d letters arrived, want 1", len(o.letters))
	}
}

func TestSMTPDoesNotWaitForASilentServer(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	url := "smtp://" + l.Addr().String() + "?from=noreply@northwind.test"

	s := sender(t, url)
	s.Timeout = 20 * time.Millisecond
	err = s.Send(t.Context(), simple("s"))
	if timeout, ok := errors.AsType[net.Error](err); !ok || !timeout.Timeout() || mail.Permanent(err) {
		t.Errorf("after its own time-out: %v", err)
	}

	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	err = sender(t, url).Send(ctx, simple("s"))
	if !errors.Is(err, context.DeadlineExceeded) || mail.Permanent(err) {
		t.Errorf("after the caller's time-out: %v", err)
	}

	_ = l.Close()
	if err := s.Send(t.Context(), simple("s")); err == nil || mail.Permanent(err) {
		t.Errorf("nobody listens: %v", err)
	}
}
