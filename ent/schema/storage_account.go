package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// StorageAccount is room for files of an organization in one region. [001]
type StorageAccount struct{ ent.Schema }

// Mixin of StorageAccount.
func (StorageAccount) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of StorageAccount.
func (StorageAccount) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"sto"}} }

// Fields of StorageAccount.
func (StorageAccount) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable(),
		field.String("name").SchemaType(text),
		field.String("sort_name").SchemaType(text).Comment("Folded name."),
		field.Enum("region").SchemaType(text).Values("EU_CENTRAL", "EU_WEST", "US_EAST", "US_WEST", "AP_SOUTHEAST").Immutable(),
		field.Int64("quota_bytes"),
		field.Int64("used_bytes").Default(0),
		field.Time("measured_at").Optional().Nillable().SchemaType(timestamp).Comment("When used_bytes was last told."),
	}
}

// Edges of StorageAccount.
func (StorageAccount) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
	}
}

// Indexes of StorageAccount.
func (StorageAccount) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "organization_id", "sort_name").Unique(),
		index.Fields("reseller_id", "sort_name", "id"),
		index.Fields("reseller_id", "account_id", "sort_name", "id"),
	}
}
