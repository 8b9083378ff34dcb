package graph

import (
	"context"
	"fmt"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/generated"
	"tenantry/graph/model"

	"github.com/shopspring/decimal"
)

func (r *invoiceResolver) Number(ctx context.Context, obj *db.Invoice) (string, error) {
	panic(fmt.Errorf("not implemented: Number - number"))
}

func (r *invoiceResolver) Organization(ctx context.Context, obj *db.Invoice) (*db.Organization, error) {
	panic(fmt.Errorf("not implemented: Organization - organization"))
}

func (r *invoiceResolver) Subscription(ctx context.Context, obj *db.Invoice) (*db.BillingSubscription, error) {
	panic(fmt.Errorf("not implemented: Subscription - subscription"))
}

func (r *invoiceResolver) Due(ctx context.Context, obj *db.Invoice) (*decimal.Decimal, error) {
	panic(fmt.Errorf("not implemented: Due - due"))
}

func (r *invoiceResolver) BillToEmail(ctx context.Context, obj *db.Invoice) (*string, error) {
	panic(fmt.Errorf("not implemented: BillToEmail - billToEmail"))
}

func (r *invoiceResolver) BillToAddress(ctx context.Context, obj *db.Invoice) (*string, error) {
	panic(fmt.Errorf("not implemented: BillToAddress - billToAddress"))
}

func (r *invoiceResolver) BillToTaxNumber(ctx context.Context, obj *db.Invoice) (*string, error) {
	panic(fmt.Errorf("not implemented: BillToTaxNumber - billToTaxNumber"))
}

func (r *invoiceResolver) Lines(ctx context.Context, obj *db.Invoice) ([]*db.InvoiceLine, error) {
	panic(fmt.Errorf("not implemented: Lines - lines"))
}

func (r *invoiceResolver) Payments(ctx context.Context, obj *db.Invoice) ([]*db.InvoicePayment, error) {
	panic(fmt.Errorf("not implemented: Payments - payments"))
}

func (r *invoiceResolver) VoidReason(ctx context.Context, obj *db.Invoice) (*string, error) {
	panic(fmt.Errorf("not implemented: VoidReason - voidReason"))
}

func (r *invoiceResolver) ViewerActions(ctx context.Context, obj *db.Invoice) ([]authz.InvoiceAction, error) {
	panic(fmt.Errorf("not implemented: ViewerActions - viewerActions"))
}

func (r *invoiceLineResolver) Metric(ctx context.Context, obj *db.InvoiceLine) (*string, error) {
	panic(fmt.Errorf("not implemented: Metric - metric"))
}

func (r *invoicePaymentResolver) Reference(ctx context.Context, obj *db.InvoicePayment) (*string, error) {
	panic(fmt.Errorf("not implemented: Reference - reference"))
}

func (r *invoicePaymentResolver) RecordedBy(ctx context.Context, obj *db.InvoicePayment) (*db.User, error) {
	panic(fmt.Errorf("not implemented: RecordedBy - recordedBy"))
}

func (r *mutationResolver) InvoicePaymentRecord(ctx context.Context, id string, input model.InvoicePaymentRecordInput) (*model.InvoicePayload, error) {
	panic(fmt.Errorf("not implemented: InvoicePaymentRecord - invoicePaymentRecord"))
}

func (r *mutationResolver) InvoiceVoid(ctx context.Context, id string, input model.InvoiceVoidInput) (*model.InvoicePayload, error) {
	panic(fmt.Errorf("not implemented: InvoiceVoid - invoiceVoid"))
}

func (r *organizationResolver) Invoices(ctx context.Context, obj *db.Organization, first *int, after *string, last *int, before *string, where *model.InvoiceWhereInput, orderBy []*model.InvoiceOrder) (*model.InvoiceConnection, error) {
	panic(fmt.Errorf("not implemented: Invoices - invoices"))
}

func (r *queryResolver) Invoice(ctx context.Context, id string) (*db.Invoice, error) {
	panic(fmt.Errorf("not implemented: Invoice - invoice"))
}

func (r *queryResolver) Invoices(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, search *string, where *model.InvoiceWhereInput, orderBy []*model.InvoiceOrder) (*model.InvoiceConnection, error) {
	panic(fmt.Errorf("not implemented: Invoices - invoices"))
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
