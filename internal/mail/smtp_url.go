package mail

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"

	gomail "github.com/wneessen/go-mail"
)

// SMTPKey is the configuration key that every error of ParseSMTP names.
const SMTPKey = "TENANTRY_SMTP_URL"

// tlsMode says when a connection is encrypted.
type tlsMode string

const (
	tlsImplicit      tlsMode = "implicit"      // from the first byte: smtps
	tlsStartTLS      tlsMode = "starttls"      // or not at all
	tlsOpportunistic tlsMode = "opportunistic" // if the server offers it
	tlsNone          tlsMode = "none"
)

func (m tlsMode) policy() gomail.TLSPolicy {
	switch m {
	case tlsStartTLS:
		return gomail.TLSMandatory
	case tlsNone:
		return gomail.NoTLS
	default:
		// With an implicit connection nothing is left to start; the policy
		// lets go-mail notice that the connection is encrypted already.
		return gomail.TLSOpportunistic
	}
}

// ParseSMTP reads
//
//	smtp://user:password@host:587?from=noreply@mail.test
//	smtps://user:password@host:465?from=noreply@mail.test
//
// The address in from is required. smtp insists on STARTTLS unless the server
// is on this machine; tls=starttls, tls=opportunistic or tls=none says
// otherwise, and none is refused together with a password for a server
// elsewhere. helo=name replaces the machine's name in the greeting. An error
// names TENANTRY_SMTP_URL and never repeats the password.
func ParseSMTP(raw string) (*SMTP, error) {
	s, err := parseSMTP(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", SMTPKey, err)
	}
	return s, nil
}

func parseSMTP(raw string) (*SMTP, error) {
	u, err := url.Parse(raw)
	if err != nil {
		return nil, errors.New("not a URL; special characters in the password must be percent-encoded")
	}
	s := newSMTP()
	s.host = u.Hostname()
	switch u.Scheme {
	case "smtp":
		s.port, s.mode = 587, tlsStartTLS
		if loopback(s.host) {
			s.mode = tlsOpportunistic
		}
	case "smtps":
		s.port, s.mode = 465, tlsImplicit
	default:
		return nil, errors.New("must begin with smtp:// or smtps://")
	}
	if s.host == "" {
		return nil, errors.New("no host")
	}
	if p := u.Port(); p != "" {
		if s.port, err = strconv.Atoi(p); err != nil || s.port < 1 || s.port > 65535 {
			return nil, fmt.Errorf("port %q is not between 1 and 65535", p)
		}
	}
	if u.Path != "" && u.Path != "/" || u.Fragment != "" {
		return nil, errors.New("nothing may stand between the port and the question mark")
	}
	s.user = u.User.Username()
	s.pass, _ = u.User.Password()
	if (s.user == "") != (s.pass == "") {
		return nil, errors.New("user and password go together")
	}
	if err := s.options(u.RawQuery); err != nil {
		return nil, err
	}
	if s.mode == tlsNone && s.pass != "" && !loopback(s.host) {
		return nil, errors.New("tls=none would send the password in the clear")
	}
	return s, nil
}

func (s *SMTP) options(raw string) error {
	query, err := url.ParseQuery(raw)
	if err != nil {
		return errors.New("the part after the question mark is malformed")
	}
	for key, values := range query {
		value := values[0]
		switch key {
		case "from":
			if s.from, err = bareAddress(value); err != nil {
				return fmt.Errorf("from=%q: %w", value, err)
			}
		case "tls":
			if s.mode, err = chosenMode(s.mode, tlsMode(value)); err != nil {
				return err
			}
		case "helo":
			if s.helo = value; value != Line(value) || value == "" {
				return fmt.Errorf("helo=%q is not a host name", value)
			}
		default:
			return fmt.Errorf("unknown option %q; known are from, tls and helo", key)
		}
	}
	if s.from == "" {
		return errors.New("from=address is missing")
	}
	return nil
}

func chosenMode(now, wanted tlsMode) (tlsMode, error) {
	switch {
	case now == tlsImplicit && wanted != tlsImplicit:
		return now, fmt.Errorf("tls=%s contradicts smtps://", wanted)
	case now == tlsImplicit, wanted == tlsStartTLS, wanted == tlsOpportunistic, wanted == tlsNone:
		return wanted, nil
	default:
		return now, fmt.Errorf("tls=%q; known are starttls, opportunistic and none", wanted)
	}
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
