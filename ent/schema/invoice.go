package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/shopspring/decimal"
)

// Invoice is what a customer owes for one period of a subscription. What it
// says is fixed when it is issued; only whether it is paid changes.
type Invoice struct{ ent.Schema }

// Mixin of Invoice.
func (Invoice) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of Invoice.
func (Invoice) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"bill"}} }

// Fields of Invoice.
func (Invoice) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable(),
		field.UUID("subscription_id", id).Immutable(),
		field.Int64("number").Immutable().Comment("From 1, without gaps, for each reseller."),
		field.Enum("status").SchemaType(text).Values("OPEN", "PAST_DUE", "PAID", "VOID").Default("OPEN"),
		field.String("currency").SchemaType(text).Immutable(),
		field.Other("total", decimal.Decimal{}).SchemaType(money).Immutable().Comment("Sum of the lines."),
		field.Other("paid", decimal.Decimal{}).SchemaType(money).Comment("Sum of the payments."),
		field.Time("period_start").SchemaType(date).Immutable().Comment("First day."),
		field.Time("period_end").SchemaType(date).Immutable().Comment("First day after it."),
		field.Time("issued_on").SchemaType(date).Immutable(),
		field.Time("due_on").SchemaType(date).Immutable().Comment("Last day to pay on."),
		field.String("bill_to_name").SchemaType(text).Immutable(),
		field.String("bill_to_email").SchemaType(text).Immutable(),
		field.String("bill_to_address").SchemaType(text).Immutable(),
		field.String("bill_to_tax_number").SchemaType(text).Immutable(),
		field.String("search_text").SchemaType(text).Immutable().Comment("Folded number and name."),
		field.Time("paid_at").Optional().Nillable().SchemaType(timestamp).Comment("When the last part was paid."),
		field.Time("voided_at").Optional().Nillable().SchemaType(timestamp),
		field.String("void_reason").SchemaType(text).Default(""),
	}
}

// Edges of Invoice.
func (Invoice) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
		edge.To("subscription", BillingSubscription.Type).Field("subscription_id").Unique().Required().Immutable(),
	}
}

// Indexes of Invoice; partial ones stand in the migrations.
func (Invoice) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "number").Unique(),
		index.Fields("reseller_id", "subscription_id", "period_start").Unique(),
		index.Fields("reseller_id", "organization_id", "number"),
		index.Fields("reseller_id", "account_id", "number"),
		index.Fields("reseller_id", "due_on", "id"),
		index.Fields("reseller_id", "status", "number"),
	}
}

// InvoiceLine is one thing that an invoice asks money for.
type InvoiceLine struct{ ent.Schema }

// Mixin of InvoiceLine.
func (InvoiceLine) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Fields of InvoiceLine.
func (InvoiceLine) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("invoice_id", id).Immutable(),
		field.Int("position").Immutable().Comment("From 1."),
		field.Enum("kind").SchemaType(text).Values("PLAN", "SEATS", "USAGE", "PRORATION").Immutable(),
		field.String("description").SchemaType(text).Immutable(),
		field.String("metric").SchemaType(text).Default("").Immutable().Comment("Of USAGE."),
		field.Other("quantity", decimal.Decimal{}).SchemaType(money).Immutable(),
		field.Other("unit_price", decimal.Decimal{}).SchemaType(money).Immutable(),
		field.Other("amount", decimal.Decimal{}).SchemaType(money).Immutable().Comment("Rounded half to even, to the currency's minor unit."),
	}
}

// Edges of InvoiceLine.
func (InvoiceLine) Edges() []ent.Edge {
	return []ent.Edge{edge.To("invoice", Invoice.Type).Field("invoice_id").Unique().Required().Immutable()}
}

// Indexes of InvoiceLine.
func (InvoiceLine) Indexes() []ent.Index {
	return []ent.Index{index.Fields("reseller_id", "invoice_id", "position").Unique()}
}

// InvoicePayment is money that came in for an invoice, recorded by hand.
type InvoicePayment struct{ ent.Schema }

// Mixin of InvoicePayment.
func (InvoicePayment) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Fields of InvoicePayment.
func (InvoicePayment) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("invoice_id", id).Immutable(),
		field.Other("amount", decimal.Decimal{}).SchemaType(money).Immutable(),
		field.Time("paid_at").SchemaType(timestamp).Immutable().Comment("As said by who recorded it."),
		field.String("reference").SchemaType(text).Default("").Immutable().Comment("Id in the reseller's own books."),
		field.UUID("recorded_by", id).Optional().Nillable().Immutable(),
	}
}

// Edges of InvoicePayment.
func (InvoicePayment) Edges() []ent.Edge {
	return []ent.Edge{edge.To("invoice", Invoice.Type).Field("invoice_id").Unique().Required().Immutable()}
}

// Indexes of InvoicePayment.
func (InvoicePayment) Indexes() []ent.Index {
	return []ent.Index{index.Fields("reseller_id", "invoice_id", "created_at", "id")}
}

// InvoiceCounter holds the number of a reseller's last invoice. Whoever issues
// one locks the row, so that numbers have no gaps.
type InvoiceCounter struct{ ent.Schema }

// Mixin of InvoiceCounter.
func (InvoiceCounter) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Fields of InvoiceCounter.
func (InvoiceCounter) Fields() []ent.Field {
	return []ent.Field{field.Int64("last").Default(0)}
}

// Indexes of InvoiceCounter.
func (InvoiceCounter) Indexes() []ent.Index {
	return []ent.Index{index.Fields("reseller_id").Unique()}
}
