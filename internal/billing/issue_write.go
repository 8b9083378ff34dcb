package billing

import (
	"context"
	"fmt"
	"time"

	"github.com/shopspring/decimal"

	"tenantry/ent/db"
	"tenantry/ent/db/invoice"
	"tenantry/internal/audit"
	"tenantry/internal/rule"
)

// Number prints the number of an invoice.
func Number(n int64) string { return fmt.Sprintf("%06d", n) }

// write stores the drafts, their lines, and the number given last.
func (i *issue) write(ctx context.Context) error {
	if len(i.invoices) == 0 {
		return nil
	}
	c := i.tx.Client
	type row struct {
		draft
		position int
		line     Line
	}
	var lines []row
	err := c.Invoice.MapCreateBulk(i.invoices, func(create *db.InvoiceCreate, n int) {
		d := i.invoices[n]
		for at, l := range d.lines {
			lines = append(lines, row{d, at + 1, l})
		}
		to := i.billTo(d)
		create.SetID(d.id).SetAccountID(d.of.AccountID).SetOrganizationID(d.of.OrganizationID).SetSubscriptionID(d.of.ID).
			SetNumber(d.number).SetCurrency(d.of.Terms.Currency).SetTotal(d.total).SetPaid(decimal.Zero).
			SetPeriodStart(d.of.PeriodStart).SetPeriodEnd(d.of.PeriodEnd).
			SetIssuedOn(i.today).SetDueOn(after(i.today, to.PaymentDays)).
			SetBillToName(to.Name).SetBillToEmail(to.Email).SetBillToAddress(to.Address).SetBillToTaxNumber(to.TaxNumber).
			SetSearchText(Number(d.number) + " " + rule.Fold(to.Name)).SetCreatedAt(i.now).SetUpdatedAt(i.now)
		i.events = append(i.events, audit.Event{
			At: i.now, Action: "invoice.created", OrganizationID: d.of.OrganizationID, AccountID: d.of.AccountID,
			TargetType: "Invoice", TargetID: d.id, TargetName: Number(d.number),
			Changes: audit.Text("total", "", d.total.String()+" "+d.of.Terms.Currency),
		})
	}).Exec(ctx)
	if err != nil {
		return fmt.Errorf("write invoices: %w", err)
	}
	for len(lines) > 0 { // a statement has room for 65,535 parameters
		part := lines[:min(len(lines), 2000)]
		lines = lines[len(part):]
		err := c.InvoiceLine.MapCreateBulk(part, func(create *db.InvoiceLineCreate, n int) {
			l := part[n].line
			create.SetAccountID(part[n].of.AccountID).SetInvoiceID(part[n].id).SetPosition(part[n].position).
				SetKind(l.Kind).SetDescription(l.Description).SetMetric(l.Metric).
				SetQuantity(l.Quantity).SetUnitPrice(l.UnitPrice).SetAmount(l.Amount).SetCreatedAt(i.now)
		}).Exec(ctx)
		if err != nil {
			return fmt.Errorf("write lines of invoices: %w", err)
		}
	}
	if err := c.InvoiceCounter.Update().SetLast(i.last).Exec(ctx); err != nil {
		return fmt.Errorf("count invoices: %w", err)
	}
	return nil
}

// billTo is whom an invoice is made out to: the billing account, else what is
// known of the company.
func (i *issue) billTo(d draft) db.BillingAccount {
	if a := i.accounts[d.of.OrganizationID]; a != nil {
		return *a
	}
	a := db.BillingAccount{PaymentDays: paymentDays}
	if o := i.organizations[d.of.OrganizationID]; o != nil {
		a.Name, a.Email, a.Address = o.LegalName, o.ContactEmail, o.Address
		if a.Name == "" {
			a.Name = o.Name
		}
	}
	return a
}

// invoiceEvent is a line of the log about an invoice.
func invoiceEvent(inv *db.Invoice, at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: action, OrganizationID: inv.OrganizationID, AccountID: inv.AccountID,
		TargetType: "Invoice", TargetID: inv.ID, TargetName: Number(inv.Number), Changes: changes,
	}
}

// status tells the log of an invoice's new state.
func status(inv *db.Invoice, to invoice.Status) []audit.Change {
	return audit.Text("status", string(inv.Status), string(to))
}
