package mail

import (
	"errors"
	"strings"
	"time"
	"unicode/utf8"
)

// EmailConfirm goes to a new address and asks whether it is the reader's.
type EmailConfirm struct {
	Envelope
	Link      string    // confirms the address, once; a secret
	ExpiresAt time.Time // when the link stops working
}

func (m EmailConfirm) prepared() (string, Envelope, any, error) {
	const kind = "email_confirm"
	data, err := linkUntil("the confirmation link", m.Link, m.ExpiresAt)
	return kind, m.Envelope, data, err
}

// EmailChanged warns the old address of an account that it is to be replaced,
// or was.
type EmailChanged struct {
	Envelope
	NewAddress string // is shown masked
	Done       bool   // the change was confirmed; otherwise it was asked for
	At         time.Time
}

func (m EmailChanged) prepared() (string, Envelope, any, error) {
	const kind = "email_changed"
	if m.NewAddress == "" {
		return kind, m.Envelope, nil, errors.New("no new address")
	}
	return kind, m.Envelope, struct {
		NewAddress string
		Done       bool
		At         time.Time
	}{MaskAddress(Line(m.NewAddress)), m.Done, m.At}, nil
}

// MaskAddress leaves of an address what its owner recognises it by: the first
// letter and the domain.
func MaskAddress(address string) string {
	at := strings.LastIndexByte(address, '@')
	if at <= 0 {
		return "***"
	}
	_, size := utf8.DecodeRuneInString(address)
	return address[:size] + "***" + address[at:]
}
