package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// CustomModel is an entry of the registry of models made for one organization, or
// for all customers when it belongs to the reseller's root. [000]
type CustomModel struct{ ent.Schema }

// Mixin of CustomModel.
func (CustomModel) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of CustomModel.
func (CustomModel) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"cmod"}} }

// Fields of CustomModel.
func (CustomModel) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable(),
		field.String("key").SchemaType(text).Immutable().Comment("Stable name that programs use, unique in the organization."),
		field.String("name").SchemaType(text),
		field.String("sort_name").SchemaType(text).Comment("Folded name."),
		field.String("description").SchemaType(text).Default(""),
		field.Enum("task").SchemaType(text).Values("CLASSIFICATION", "EXTRACTION", "GENERATION", "SUMMARIZATION", "TRANSCRIPTION", "TRANSLATION").Immutable(),
		field.String("base_model").SchemaType(text).Default("").Comment("What it was made from."),
		field.Enum("status").SchemaType(text).Values("DRAFT", "ACTIVE", "RETIRED").Default("DRAFT"),
	}
}

// Edges of CustomModel.
func (CustomModel) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
	}
}

// Indexes of CustomModel.
func (CustomModel) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "organization_id", "key").Unique(),
		index.Fields("reseller_id", "sort_name", "id"),
		index.Fields("reseller_id", "account_id", "sort_name", "id"),
	}
}
