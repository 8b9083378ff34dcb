package mail

import (
	"errors"
	"time"
)

// InvoicePastDue tells a customer's billing address that an invoice was not
// paid in time.
type InvoicePastDue struct {
	Envelope
	Number string    // of the invoice
	Due    string    // what is left to pay, with the currency
	DueOn  time.Time // last day to pay on, as midnight in UTC
	Link   string    // leads to the product; may be empty
}

func (m InvoicePastDue) prepared() (string, Envelope, any, error) {
	link, err := optionalLink("the link to the product", m.Link)
	if err == nil && (m.Number == "" || m.Due == "") {
		err = errors.New("no invoice to tell of")
	}
	m.Timezone = "" // a day is the same everywhere
	return "invoice_past_due", m.Envelope, struct {
		Number, Due, Link string
		DueOn             time.Time
	}{Line(m.Number), Line(m.Due), link, m.DueOn}, err
}
