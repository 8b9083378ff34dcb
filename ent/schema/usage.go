package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// date is a day without a time and without a zone.
var date = map[string]string{dialect.Postgres: "date"}

// UsageRollup adds up the usage records of an organization by metric, for a day
// and for a month. It is written in the transaction that writes the records,
// from those that were really added, so that it is never behind and a batch
// that is sent again changes nothing. The records themselves lie in a
// partitioned table that the entities do not know: see internal/usage.
type UsageRollup struct{ ent.Schema }

// Mixin of UsageRollup.
func (UsageRollup) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}}
}

// Fields of UsageRollup.
func (UsageRollup) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable(),
		field.String("metric").SchemaType(text).Immutable().Comment("Upper-case name, such as SMS."),
		field.Enum("grain").SchemaType(text).Values("DAY", "MONTH").Immutable(),
		field.Time("period").SchemaType(date).Immutable().Comment("The day, or the first of the month."),
		field.Int64("quantity").Comment("Sum of the records."),
		field.Int64("records").Comment("How many there are."),
	}
}

// Edges of UsageRollup.
func (UsageRollup) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
	}
}

// Indexes of UsageRollup.
func (UsageRollup) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "organization_id", "metric", "grain", "period").Unique(),
		index.Fields("reseller_id", "grain", "period", "metric"),
		index.Fields("reseller_id", "account_id", "grain", "period", "metric"),
	}
}
