package graph

import (
	"context"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/invoice"
	"tenantry/ent/db/invoiceline"
	"tenantry/ent/db/invoicepayment"
	"tenantry/graph/model"
	"tenantry/internal/billing"
	"tenantry/internal/connection"
)

// invoices says how invoices are read.
var invoices = entity[db.Invoice]{
	name:     "invoices",
	types:    []string{"Invoice", "Node"},
	key:      func(i *db.Invoice) uuid.UUID { return i.ID },
	siblings: func(i *db.Invoice) *[]*db.Invoice { return &i.Siblings },
	base: []string{"id", "reseller_id", "account_id", "organization_id", "subscription_id", "number", "status", "due_on",
		"total", "paid"},
	columns: map[string][]string{
		"id": {}, "number": {}, "organization": {}, "subscription": {}, "status": {}, "dueOn": {}, "total": {}, "paid": {}, "due": {},
		"lines": {}, "payments": {}, "viewerActions": {}, "version": {"version"}, "currency": {"currency"},
		"periodStart": {"period_start"}, "periodEnd": {"period_end"}, "issuedOn": {"issued_on"},
		"billToName": {"bill_to_name"}, "billToEmail": {"bill_to_email"}, "billToAddress": {"bill_to_address"},
		"billToTaxNumber": {"bill_to_tax_number"}, "paidAt": {"paid_at"}, "voidedAt": {"voided_at"}, "voidReason": {"void_reason"},
		"createdAt": {"created_at"}, "updatedAt": {"updated_at"},
	},
}

// invoiceTerms are the sort keys of invoices.
var invoiceTerms = map[model.InvoiceOrderField]connection.Term[db.Invoice]{
	model.InvoiceOrderFieldNumber: {Column: "number", Kind: connection.Int, Value: func(i *db.Invoice) any { return i.Number }},
	model.InvoiceOrderFieldDueOn:  {Column: "due_on", Kind: connection.Time, Value: func(i *db.Invoice) any { return i.DueOn }},
	model.InvoiceOrderFieldStatus: {Column: "status", Kind: connection.Text, Value: func(i *db.Invoice) any { return i.Status }},
}

func invoiceConditions(p place, w *model.InvoiceWhereInput) connection.Filter {
	if w == nil {
		return nil
	}
	and := []connection.Filter{
		logic(p, w.And, w.Or, w.Not, invoiceConditions),
		p.ids("id", "id", invoicePrefix, w.ID.Value()),
		p.ids("organizationId", "organization_id", organizationPrefix, w.OrganizationID.Value()),
		p.day("issuedOn", "issued_on", w.IssuedOn.Value()),
		p.day("dueOn", "due_on", w.DueOn.Value()),
	}
	if f := w.Status.Value(); f != nil {
		and = append(and, enum(p, "status", "status", f.In, f.NotIn))
	}
	return connection.And(and...)
}

func (r *Resolver) invoiceList(
	ctx context.Context, args connection.Args, search *string, where *model.InvoiceWhereInput, by []*model.InvoiceOrder,
) (*model.InvoiceConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	text, err := searched("search_text", search)
	if err != nil {
		return nil, err
	}
	p := newPlace()
	reach := within(v, r.Authorizer.Reach(v, authz.BillingRead, authz.ModulePaymentAccess), "organization_id")
	found := wanted{where: connection.And(reach, invoiceConditions(p, where)), text: text}
	if err := p.fault(); err != nil {
		return nil, err
	}
	order, err := ordered(invoices, invoiceTerms, by)
	if err != nil {
		return nil, err
	}
	l, err := fetchFound(ctx, invoices, r.client().Invoice.Query(), args, found, order)
	return invoiceConnection(l, err)
}

// organizationInvoices is the page of the invoices of one organization, nil
// where the viewer may not list them.
func (r *Resolver) organizationInvoices(
	ctx context.Context, o *db.Organization, args connection.Args, where *model.InvoiceWhereInput, by []*model.InvoiceOrder,
) (*model.InvoiceConnection, error) {
	v := authz.FromContext(ctx)
	may := func(o *db.Organization) bool {
		return r.Authorizer.BillingVisible(v, authz.BillingTarget{OrganizationID: o.ID, AccountID: o.AccountID})
	}
	if !may(o) {
		return nil, nil
	}
	p := newPlace()
	rows := invoiceConditions(p, where)
	if err := p.fault(); err != nil {
		return nil, err
	}
	order, err := ordered(invoices, invoiceTerms, by)
	if err != nil {
		return nil, err
	}
	parent := connection.Parent[db.Invoice]{Column: "organization_id", Of: func(i *db.Invoice) uuid.UUID { return i.OrganizationID }}
	l, err := fetchNested(ctx, organizations, o, may, invoices, r.client().Invoice.Query(), parent, args, rows, order)
	return invoiceConnection(l, err)
}

func invoiceConnection(l list[db.Invoice], err error) (*model.InvoiceConnection, error) {
	if err != nil {
		return nil, err
	}
	return &model.InvoiceConnection{
		Edges: edges(l, func(i *db.Invoice, cursor string) *model.InvoiceEdge {
			return &model.InvoiceEdge{Node: i, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

// visibleInvoices reads the invoices among ids that the viewer may see.
func (r *Resolver) visibleInvoices(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.Invoice, error) {
	v := authz.FromContext(ctx)
	return byID(ctx, invoices, r.client().Invoice.Query(), ids, cols, func(i *db.Invoice) bool {
		return r.Authorizer.BillingVisible(v, billing.InvoiceTarget(i))
	})
}

func (r *Resolver) invoiceSubscription(ctx context.Context, i *db.Invoice) (*db.BillingSubscription, error) {
	target := always(func(i *db.Invoice) uuid.UUID { return i.SubscriptionID })
	return toOne(ctx, i, i.Siblings, "subscription", target, billingSubscriptions.selected(ctx), r.visibleSubscriptions)
}

// stillDue is what is left to pay.
func stillDue(i *db.Invoice) *decimal.Decimal {
	due := i.Total.Sub(i.Paid)
	if i.Status == invoice.StatusVOID {
		due = decimal.Zero
	}
	return &due
}

// invoiceLines says how lines are read.
var invoiceLines = entity[db.InvoiceLine]{
	name:     "lines of invoices",
	key:      func(l *db.InvoiceLine) uuid.UUID { return l.ID },
	siblings: func(l *db.InvoiceLine) *[]*db.InvoiceLine { return &l.Siblings },
}

func (r *Resolver) linesOf(ctx context.Context, i *db.Invoice) ([]*db.InvoiceLine, error) {
	return toMany(ctx, i, i.Siblings, "lines", invoices.key, func(ids []uuid.UUID) (map[uuid.UUID][]*db.InvoiceLine, error) {
		query := r.client().InvoiceLine.Query().Order(db.Asc(invoiceline.FieldPosition))
		rows, err := having(ctx, invoiceLines, query, "invoice_id", ids, nil, nil)
		return grouped(rows, func(l *db.InvoiceLine) uuid.UUID { return l.InvoiceID }), err
	})
}

// invoicePayments says how payments are read.
var invoicePayments = entity[db.InvoicePayment]{
	name:     "payments of invoices",
	key:      func(p *db.InvoicePayment) uuid.UUID { return p.ID },
	siblings: func(p *db.InvoicePayment) *[]*db.InvoicePayment { return &p.Siblings },
}

func (r *Resolver) paymentsOf(ctx context.Context, i *db.Invoice) ([]*db.InvoicePayment, error) {
	return toMany(ctx, i, i.Siblings, "payments", invoices.key, func(ids []uuid.UUID) (map[uuid.UUID][]*db.InvoicePayment, error) {
		query := r.client().InvoicePayment.Query().Order(db.Asc(invoicepayment.FieldCreatedAt, invoicepayment.FieldID))
		rows, err := having(ctx, invoicePayments, query, "invoice_id", ids, nil, nil)
		return grouped(rows, func(p *db.InvoicePayment) uuid.UUID { return p.InvoiceID }), err
	})
}

func (r *Resolver) recordedBy(ctx context.Context, p *db.InvoicePayment) (*db.User, error) {
	target := func(p *db.InvoicePayment) *uuid.UUID { return p.RecordedBy }
	return toOne(ctx, p, p.Siblings, "recordedBy", target, users.selected(ctx), r.visibleUsers)
}

func newPayment(in model.InvoicePaymentRecordInput) billing.NewPayment {
	return billing.NewPayment{
		Amount: in.Amount, PaidAt: in.PaidAt.Value(), Reference: in.Reference.Value(), IdempotencyKey: in.IdempotencyKey.Value(),
	}
}

func invoicePayload(i *db.Invoice, err error) (*model.InvoicePayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.InvoicePayload{Invoice: i, Errors: errs}, nil
}
