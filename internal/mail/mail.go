// Package mail answers what a mail says and how it gets out: one file per
// mail with its typed data, templates in one folder per language, and two
// senders, SMTP and a folder of files for development. It decides nothing
// about who is written to, and loads nothing.
package mail

import (
	"context"
	"errors"
	"fmt"
	"net/mail"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
)

// Message is a rendered mail to one person.
type Message struct {
	To       string            `json:"to"`               // a bare address
	ToName   string            `json:"toName,omitempty"` // as shown beside it
	FromName string            `json:"fromName,omitempty"`
	Subject  string            `json:"subject"`
	Text     string            `json:"text"`
	HTML     string            `json:"html,omitempty"`
	Kind     string            `json:"kind"`              // which mail this is: "invitation"
	Headers  map[string]string `json:"headers,omitempty"` // further ones, such as Reply-To

	// ID, if set, becomes the Message-ID. A caller that may send the same mail
	// again after an uncertain failure gives the same one, and mail stores
	// show it once.
	ID string `json:"messageId,omitempty"`
}

// Sender hands a message on. A nil error means it was accepted.
// Implementations may be used by several goroutines.
type Sender interface {
	Send(ctx context.Context, m Message) error
}

// ErrPermanent is in the chain of every failure that trying again cannot
// mend: an address that is none, a mailbox that does not exist.
var ErrPermanent = errors.New("permanent failure")

// Permanent tells whether trying the same message again is pointless.
func Permanent(err error) bool { return errors.Is(err, ErrPermanent) }

// ownHeaders are set by the sender alone.
const ownHeaders = " to cc bcc from sender subject date message-id mime-version content-type content-transfer-encoding return-path received "

// checked answers the message as it may go out: names and subject on one
// line, the address in the form mail servers take. What is wrong with it is
// permanent.
func (m Message) checked() (Message, error) {
	addr, err := bareAddress(m.To)
	if err != nil {
		return m, fmt.Errorf("%w: recipient: %w", ErrPermanent, err)
	}
	m.To = addr
	m.ToName, m.FromName, m.Subject = Line(m.ToName), Line(m.FromName), Line(m.Subject)
	m.ID = strings.TrimSpace(m.ID)
	switch {
	case m.Subject == "":
		return m, fmt.Errorf("%w: the message has no subject", ErrPermanent)
	case strings.TrimSpace(m.Text) == "":
		return m, fmt.Errorf("%w: the message has no text", ErrPermanent)
	case strings.ContainsFunc(m.ID, func(r rune) bool { return !idRune(r) }):
		return m, fmt.Errorf("%w: message id %q: only letters, digits, dot, dash and underscore", ErrPermanent, m.ID)
	}
	if len(m.Headers) == 0 {
		return m, nil
	}
	headers := make(map[string]string, len(m.Headers)) // the caller's map stays as it is
	for name, value := range m.Headers {
		own := strings.Contains(ownHeaders, " "+strings.ToLower(name)+" ")
		if name == "" || own || strings.ContainsFunc(name, func(r rune) bool { return r != '-' && !asciiAlnum(r) }) {
			return m, fmt.Errorf("%w: header %q cannot be set", ErrPermanent, name)
		}
		headers[name] = Line(value)
	}
	m.Headers = headers
	return m, nil
}

// bareAddress checks an address without a name and brings its domain into
// ASCII.
func bareAddress(s string) (string, error) {
	a, err := mail.ParseAddress(s)
	if err != nil {
		return "", fmt.Errorf("not an address: %w", err)
	}
	if a.Address != s || strings.ContainsFunc(s, unicode.IsControl) {
		return "", errors.New("not a bare address")
	}
	at := strings.LastIndexByte(s, '@')
	domain, err := idna.Lookup.ToASCII(s[at+1:])
	if err != nil {
		return "", fmt.Errorf("domain of the address: %w", err)
	}
	return s[:at+1] + domain, nil
}

func idRune(r rune) bool { return asciiAlnum(r) || r == '.' || r == '-' || r == '_' }

func asciiAlnum(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}
