package mail

import (
	"bytes"
	"cmp"
	"fmt"
	"net/url"
	"strings"
	"time"
)

// Envelope is what every mail knows: whom it is for and in whose name it is
// written. The reseller is the product's name and the sender's; the footer
// names the organization.
type Envelope struct {
	To           string // address of the recipient
	ToName       string // may be empty
	Sender       string // name shown as the sender's; empty: the reseller's
	Reseller     string
	Organization string
	Locale       string // language tag such as "de-AT"; unknown ones fall back to English
	Timezone     string // IANA name, for the times in the mail; unknown or empty: UTC
	ID           string // see Message.ID; may be empty
}

// Mail is one kind of mail with its data. The kinds are in files of their own.
type Mail interface {
	// prepared answers the kind, which is also the templates' file name, the
	// envelope, and a copy of the data that is fit to print: texts of others
	// folded, links checked.
	prepared() (kind string, e Envelope, data any, err error)
}

// page is what templates see.
type page struct {
	Lang    string
	Subject string
	E       Envelope
	M       any
	zone    *time.Location
}

// When writes an instant as readers of the page write it, where they are.
func (p page) When(t time.Time) string { return clockFace(p.Lang, p.zone, t) }

// Day writes the date of an instant.
func (p page) Day(t time.Time) string { return calendar(p.Lang, t.In(p.zone)) }

// Render fills a mail's templates. It fails on data no mail may go out with,
// such as a link that is none; such a failure is Permanent.
func Render(m Mail) (Message, error) {
	kind, e, data, err := m.prepared()
	if err != nil {
		return Message{}, fmt.Errorf("render %s: %w: %w", kind, ErrPermanent, err)
	}
	all, err := templates()
	if err != nil {
		return Message{}, fmt.Errorf("render %s: %w", kind, err)
	}
	set, lang, err := all.pick(e.Locale, kind)
	if err != nil {
		return Message{}, fmt.Errorf("render %s: %w", kind, err)
	}
	e.ToName, e.Reseller, e.Organization = Line(e.ToName), Line(e.Reseller), Line(e.Organization)
	e.Sender = cmp.Or(Line(e.Sender), e.Reseller)
	if e.Reseller == "" || e.Organization == "" {
		return Message{}, fmt.Errorf("render %s: %w: reseller and organization need names", kind, ErrPermanent)
	}
	p := page{Lang: lang, E: e, M: data, zone: zone(e.Timezone)}
	var subject, text, html bytes.Buffer
	if err := set.text.ExecuteTemplate(&subject, "subject", p); err != nil {
		return Message{}, fmt.Errorf("render %s: subject: %w", kind, err)
	}
	p.Subject = Line(subject.String())
	if err := set.text.ExecuteTemplate(&text, "layout", p); err != nil {
		return Message{}, fmt.Errorf("render %s: text: %w", kind, err)
	}
	if err := set.html.ExecuteTemplate(&html, "layout", p); err != nil {
		return Message{}, fmt.Errorf("render %s: html: %w", kind, err)
	}
	return Message{
		To: e.To, ToName: e.ToName, FromName: e.Sender, Subject: p.Subject,
		Text: text.String(), HTML: html.String(), Kind: kind, ID: e.ID,
	}, nil
}

// webLink checks that a link leads to the web and writes it so that it cannot
// break out of its line.
func webLink(what, s string) (string, error) {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil {
		return "", fmt.Errorf("%s is not a web address", what) // may be secret: not repeated
	}
	return strings.NewReplacer(" ", "%20", `"`, "%22", "'", "%27", "<", "%3C", ">", "%3E", "`", "%60").Replace(u.String()), nil
}

// optionalLink is webLink for a link that may be missing.
func optionalLink(what, s string) (string, error) {
	if s == "" {
		return "", nil
	}
	return webLink(what, s)
}

// button is a link drawn as a button.
type button struct{ Href, Label string }

func newButton(href, label string) button { return button{href, label} }

// lines folds each name of a list and leaves out what is empty then.
func lines(names []string) []string {
	var kept []string
	for _, n := range names {
		if n = Line(n); n != "" {
			kept = append(kept, n)
		}
	}
	return kept
}

// Recipient is the address a mail is written to, as it was given.
func Recipient(m Mail) string {
	_, e, _, _ := m.prepared()
	return e.To
}
