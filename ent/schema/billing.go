package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// BillingSubscription is a customer's contract about a plan. Its periods are
// whole days in the reseller's time zone; what a period costs is invoiced when
// it is over.
type BillingSubscription struct{ ent.Schema }

// Mixin of BillingSubscription.
func (BillingSubscription) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of BillingSubscription.
func (BillingSubscription) Annotations() []schema.Annotation {
	return []schema.Annotation{TypeID{"bsub"}}
}

// Fields of BillingSubscription.
func (BillingSubscription) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable(),
		field.UUID("plan_id", id),
		field.UUID("pending_plan_id", id).Optional().Nillable().Comment("Plan from the next period on."),
		field.Enum("status").SchemaType(text).Values("TRIAL", "ACTIVE", "PAST_DUE", "CANCELED"),
		field.Time("anchor").SchemaType(date).Comment("First day that is paid for: periods begin on its day of the month."),
		field.Time("trial_end").Optional().Nillable().SchemaType(date).Comment("First day after the trial."),
		field.Time("period_start").SchemaType(date).Comment("First day."),
		field.Time("period_end").SchemaType(date).Comment("First day after it."),
		field.JSON("terms", PlanTerms{}).Comment("Prices in force."),
		field.JSON("segments", []PlanSegment{}).Default([]PlanSegment{}).Comment("Prices in force earlier in the period."),
		field.Bool("cancel_at_period_end").Default(false),
		field.Time("canceled_at").Optional().Nillable().SchemaType(timestamp).Comment("When it was said to end."),
		field.String("cancel_reason").SchemaType(text).Default(""),
		field.Bool("settled").Default(false).Comment("Canceled, and the last period is invoiced."),
	}
}

// Edges of BillingSubscription.
func (BillingSubscription) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
		edge.To("plan", Plan.Type).Field("plan_id").Unique().Required(),
	}
}

// Indexes of BillingSubscription; partial ones stand in the migrations.
func (BillingSubscription) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "organization_id", "created_at", "id"),
		index.Fields("reseller_id", "created_at", "id"),
		index.Fields("reseller_id", "period_end", "id"),
		index.Fields("reseller_id", "status", "id"),
		index.Fields("reseller_id", "plan_id", "id"),
	}
}

// BillingAccount is whom a customer's invoices are made out to.
type BillingAccount struct{ ent.Schema }

// Mixin of BillingAccount.
func (BillingAccount) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of BillingAccount.
func (BillingAccount) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"bacc"}} }

// Fields of BillingAccount.
func (BillingAccount) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable(),
		field.String("name").SchemaType(text),
		field.String("sort_name").SchemaType(text).Comment("Folded name."),
		field.String("email").SchemaType(text),
		field.String("address").SchemaType(text).Default(""),
		field.String("tax_number").SchemaType(text).Default(""),
		field.String("currency").SchemaType(text).Comment("ISO 4217 code."),
		field.Int("payment_days").Default(14).Comment("Days to pay an invoice in."),
	}
}

// Edges of BillingAccount.
func (BillingAccount) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
	}
}

// Indexes of BillingAccount.
func (BillingAccount) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "organization_id").Unique(),
		index.Fields("reseller_id", "sort_name", "id"),
		index.Fields("reseller_id", "created_at", "id"),
	}
}
