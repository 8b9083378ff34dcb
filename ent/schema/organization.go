package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// id is the zero UUID, the type argument of UUID fields.
var id = uuid.UUID{}

// Organization is a node of the tree RESELLER → CUSTOMER → SUB_ACCOUNT.
type Organization struct{ ent.Schema }

// Mixin of Organization.
func (Organization) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of Organization.
func (Organization) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"org"}} }

// Fields of Organization.
func (Organization) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("kind").SchemaType(text).Values("RESELLER", "CUSTOMER", "SUB_ACCOUNT").Immutable(),
		field.UUID("parent_id", id).Optional().Nillable().Immutable().Comment("Null for the root alone."),
		field.String("path").SchemaType(text).Immutable().Comment("Materialised path of ids from the root, each followed by a slash."),
		field.String("name").SchemaType(text),
		field.String("sort_name").SchemaType(text).Comment("Folded name: order and search ignore case and accents."),
		field.String("search_text").SchemaType(text).Comment("Folded text that free search looks in."),
		field.Enum("status").SchemaType(text).Values("ACTIVE", "SUSPENDED", "DELETED").Default("ACTIVE"),
		field.String("legal_name").SchemaType(text).Default(""),
		field.String("address").SchemaType(text).Default(""),
		field.String("contact_name").SchemaType(text).Default(""),
		field.String("contact_email").SchemaType(text).Default(""),
		field.String("phone").SchemaType(text).Default(""),
		field.Strings("tags").Default([]string{}),
		field.Int("seat_limit").Optional().Nillable().Comment("Null: no limit."),
		field.Bool("two_factor_required").Default(false).Comment("Its users and those below it sign in with a second factor."),
		field.Time("deleted_at").Optional().Nillable().SchemaType(timestamp),
	}
}

// Edges of Organization.
func (Organization) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("children", Organization.Type).From("parent").Field("parent_id").Unique().Immutable(),
	}
}

// Indexes of Organization; partial ones and the search index stand in the migrations.
func (Organization) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "parent_id", "sort_name", "id"),
		index.Fields("reseller_id", "path"),
	}
}
