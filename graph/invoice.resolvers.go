package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/billing"
	"tenantry/internal/connection"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"
)

func (r *invoiceResolver) Number(ctx context.Context, obj *db.Invoice) (string, error) {
	return billing.Number(obj.Number), nil
}

func (r *invoiceResolver) Organization(ctx context.Context, obj *db.Invoice) (*db.Organization, error) {
	return ofOrganization(ctx, r.Resolver, obj, obj.Siblings, func(i *db.Invoice) uuid.UUID { return i.OrganizationID })
}

func (r *invoiceResolver) Subscription(ctx context.Context, obj *db.Invoice) (*db.BillingSubscription, error) {
	return r.invoiceSubscription(ctx, obj)
}

func (r *invoiceResolver) Due(ctx context.Context, obj *db.Invoice) (*decimal.Decimal, error) {
	return stillDue(obj), nil
}

func (r *invoiceResolver) BillToEmail(ctx context.Context, obj *db.Invoice) (*string, error) {
	return orNull(obj.BillToEmail), nil
}

func (r *invoiceResolver) BillToAddress(ctx context.Context, obj *db.Invoice) (*string, error) {
	return orNull(obj.BillToAddress), nil
}

func (r *invoiceResolver) BillToTaxNumber(ctx context.Context, obj *db.Invoice) (*string, error) {
	return orNull(obj.BillToTaxNumber), nil
}

func (r *invoiceResolver) Lines(ctx context.Context, obj *db.Invoice) ([]*db.InvoiceLine, error) {
	return r.linesOf(ctx, obj)
}

func (r *invoiceResolver) Payments(ctx context.Context, obj *db.Invoice) ([]*db.InvoicePayment, error) {
	return r.paymentsOf(ctx, obj)
}

func (r *invoiceResolver) VoidReason(ctx context.Context, obj *db.Invoice) (*string, error) {
	return orNull(obj.VoidReason), nil
}

func (r *invoiceResolver) ViewerActions(ctx context.Context, obj *db.Invoice) ([]authz.InvoiceAction, error) {
	return r.Authorizer.InvoiceActions(authz.FromContext(ctx), billing.InvoiceTarget(obj)), nil
}

func (r *invoiceLineResolver) Metric(ctx context.Context, obj *db.InvoiceLine) (*string, error) {
	return orNull(obj.Metric), nil
}

func (r *invoicePaymentResolver) Reference(ctx context.Context, obj *db.InvoicePayment) (*string, error) {
	return orNull(obj.Reference), nil
}

func (r *invoicePaymentResolver) RecordedBy(ctx context.Context, obj *db.InvoicePayment) (*db.User, error) {
	return r.recordedBy(ctx, obj)
}

func (r *mutationResolver) InvoicePaymentRecord(ctx context.Context, id string, input model.InvoicePaymentRecordInput) (*model.InvoicePayload, error) {
	return invoicePayload(r.Billing.PaymentRecord(ctx, keyOf(invoicePrefix, id), newPayment(input)))
}

func (r *mutationResolver) InvoiceVoid(ctx context.Context, id string, input model.InvoiceVoidInput) (*model.InvoicePayload, error) {
	return invoicePayload(r.Billing.InvoiceVoid(ctx, keyOf(invoicePrefix, id), input.ExpectedVersion.Value(), input.Reason))
}

func (r *organizationResolver) Invoices(ctx context.Context, obj *db.Organization, first *int, after *string, last *int, before *string, where *model.InvoiceWhereInput, orderBy []*model.InvoiceOrder) (*model.InvoiceConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before}
	return r.organizationInvoices(ctx, obj, args, where, orderBy)
}

func (r *queryResolver) Invoice(ctx context.Context, id string) (*db.Invoice, error) {
	return one(ctx, invoices, invoicePrefix, id, r.visibleInvoices)
}

func (r *queryResolver) Invoices(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.InvoiceWhereInput, orderBy []*model.InvoiceOrder) (*model.InvoiceConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.invoiceList(ctx, args, search, where, orderBy)
}

func (r *Resolver) Invoice() generated.InvoiceResolver { return &invoiceResolver{r} }

func (r *Resolver) InvoiceLine() generated.InvoiceLineResolver { return &invoiceLineResolver{r} }

func (r *Resolver) InvoicePayment() generated.InvoicePaymentResolver {
	return &invoicePaymentResolver{r}
}

type (
	invoiceResolver        struct{ *Resolver }
	invoiceLineResolver    struct{ *Resolver }
	invoicePaymentResolver struct{ *Resolver }
)
