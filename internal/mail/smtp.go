package mail

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/mail"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// stepTimeout bounds the connection and, again, the conversation.
const stepTimeout = 20 * time.Second

// SMTP sends each message over a connection of its own. Make it with
// ParseSMTP; the fields may be changed before the first use.
type SMTP struct {
	Now     func() time.Time // dates the messages
	Rand    io.Reader        // names messages that have no ID
	TLS     *tls.Config      // nil trusts the system's roots
	Timeout time.Duration    // of the connection and of the conversation, each

	host, user, pass string
	from             string // bare address
	helo             string
	port             int
	mode             tlsMode
}

// Send delivers m or says why not. A server's 5xx answer about the message is
// Permanent; its 4xx answers, network failures, time-outs and refused
// credentials are not: somebody can still mend those.
func (s *SMTP) Send(ctx context.Context, m Message) error {
	m, err := m.checked()
	if err != nil {
		return fmt.Errorf("smtp: %w", err)
	}
	msg, err := s.compose(m)
	if err != nil {
		return fmt.Errorf("smtp: compose: %w", err)
	}
	// go-mail watches ctx only until the connection stands; closing it ends
	// the conversation as well, when ctx does or when we are done.
	talk, hangUp := context.WithCancel(ctx)
	defer hangUp()
	client, err := s.client(func(conn net.Conn) {
		context.AfterFunc(talk, func() { _ = conn.Close() })
	})
	if err != nil {
		return fmt.Errorf("smtp: configure: %w", err)
	}
	session, err := client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		return fmt.Errorf("smtp: connect to %s: %w", client.ServerAddr(), cause(ctx, err))
	}
	err = client.SendWithSMTPClient(session, msg)
	if err != nil && !msg.IsDelivered() { // what fails after the acceptance is no matter
		return s.failure(m, cause(ctx, err))
	}
	_ = client.CloseWithSMTPClient(session)
	return nil
}

// cause prefers the context's reason to the closed connection it led to.
func cause(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

// failure sorts a refusal and takes the address out of its text.
func (s *SMTP) failure(m Message, err error) error {
	text := strings.ReplaceAll(err.Error(), m.To, "the recipient")
	refusal, ok := errors.AsType[*gomail.SendError](err)
	if !ok {
		return fmt.Errorf("smtp: send: %w", err)
	}
	switch code := refusal.ErrorCode(); {
	case code == 530, code == 534, code == 535, code == 538: // credentials: ours to mend
		return fmt.Errorf("smtp: the server wants other credentials: %s", text)
	case code >= 500:
		return fmt.Errorf("smtp: refused: %w: %s", ErrPermanent, text)
	default:
		return fmt.Errorf("smtp: not accepted: %s", text)
	}
}

func (s *SMTP) compose(m Message) (*gomail.Msg, error) {
	msg := gomail.NewMsg(gomail.WithCharset(gomail.CharsetUTF8), gomail.WithNoDefaultUserAgent())
	msg.FromMailAddress(&mail.Address{Name: m.FromName, Address: s.from})
	msg.ToMailAddress(&mail.Address{Name: m.ToName, Address: m.To})
	msg.Subject(m.Subject)
	msg.SetDateWithValue(s.Now())
	id := m.ID
	if id == "" {
		var b [16]byte
		if _, err := io.ReadFull(s.Rand, b[:]); err != nil {
			return nil, fmt.Errorf("message id: %w", err)
		}
		id = fmt.Sprintf("%x", b)
	}
	msg.SetMessageIDWithValue(id + s.from[strings.LastIndexByte(s.from, '@'):])
	// Keeps out-of-office answers away (RFC 3834).
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	for name, value := range m.Headers {
		msg.SetGenHeader(gomail.Header(name), value)
	}
	msg.SetBodyString(gomail.TypeTextPlain, m.Text)
	if m.HTML != "" {
		msg.AddAlternativeString(gomail.TypeTextHTML, m.HTML)
	}
	return msg, nil
}

// client makes a go-mail client that reports its connection to opened.
func (s *SMTP) client(opened func(net.Conn)) (*gomail.Client, error) {
	conf := &tls.Config{MinVersion: tls.VersionTLS12}
	if s.TLS != nil {
		conf = s.TLS.Clone()
	}
	conf.ServerName = s.host
	dial := func(ctx context.Context, network, addr string) (net.Conn, error) {
		conn, err := (&net.Dialer{Timeout: s.Timeout}).DialContext(ctx, network, addr)
		if err != nil {
			return nil, err
		}
		// Without it a server that says nothing would hold us for ever.
		if err := conn.SetDeadline(time.Now().Add(s.Timeout)); err != nil {
			return nil, errors.Join(err, conn.Close())
		}
		opened(conn)
		if s.mode == tlsImplicit {
			return tls.Client(conn, conf), nil
		}
		return conn, nil
	}
	options := []gomail.Option{
		gomail.WithPort(s.port), gomail.WithTimeout(s.Timeout), gomail.WithTLSConfig(conf),
		gomail.WithTLSPolicy(s.mode.policy()), gomail.WithDialContextFunc(dial), gomail.WithoutNoop(),
	}
	if s.helo != "" {
		options = append(options, gomail.WithHELO(s.helo))
	}
	if s.user != "" {
		options = append(options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover),
			gomail.WithUsername(s.user), gomail.WithPassword(s.pass))
	}
	return gomail.NewClient(s.host, options...)
}

// newSMTP has the defaults of a real sender.
func newSMTP() *SMTP {
	return &SMTP{Now: time.Now, Rand: rand.Reader, Timeout: stepTimeout}
}
