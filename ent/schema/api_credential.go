package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/lib/pq"
)

// APICredential is a key of a program; only its hash is stored. [001]
type APICredential struct{ ent.Schema }

// Mixin of APICredential.
func (APICredential) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of APICredential.
func (APICredential) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"key"}} }

// Fields of APICredential.
func (APICredential) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable(),
		field.String("name").SchemaType(text),
		field.String("sort_name").SchemaType(text).Comment("Folded name."),
		field.String("prefix").SchemaType(text).Immutable().Comment("First characters of the key, to tell keys apart."),
		field.Bytes("key_hash").Sensitive().Immutable(),
		field.Other("roles", pq.StringArray{}).SchemaType(textArray).Default(func() pq.StringArray { return pq.StringArray{} }).Comment("Keys of the roles it holds at its organization."),
		field.Other("operations", pq.StringArray{}).SchemaType(textArray).Default(func() pq.StringArray { return pq.StringArray{} }).Comment("Names of the operations it may send; empty: all its roles allow."),
		field.Int("cost_per_minute"),
		field.Time("expires_at").Optional().Nillable().SchemaType(timestamp),
		field.Time("last_used_at").Optional().Nillable().SchemaType(timestamp),
		field.Time("revoked_at").Optional().Nillable().SchemaType(timestamp),
		field.UUID("revoked_by", id).Optional().Nillable(),
		field.String("revoked_reason").SchemaType(text).Default(""),
		field.UUID("created_by", id).Immutable(),
	}
}

// Edges of APICredential.
func (APICredential) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
	}
}

// Indexes of APICredential.
func (APICredential) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "sort_name", "id"),
		index.Fields("reseller_id", "account_id", "sort_name", "id"),
	}
}

// APIService is how the API answers programs of one reseller. [001]
type APIService struct{ ent.Schema }

// Mixin of APIService.
func (APIService) Mixin() []ent.Mixin { return []ent.Mixin{identity{}, tenant{}, created{}, edited{}} }

// Fields of APIService.
func (APIService) Fields() []ent.Field {
	return []ent.Field{
		field.Bool("enabled").Default(true),
		field.Other("allowed_origins", pq.StringArray{}).SchemaType(textArray).Default(func() pq.StringArray { return pq.StringArray{} }).Comment("Origins whose pages may call with a key; empty: none."),
		field.Other("allowed_networks", pq.StringArray{}).SchemaType(textArray).Default(func() pq.StringArray { return pq.StringArray{} }).Comment("Networks keys are taken from, in CIDR form; empty: all."),
		field.Int("cost_per_minute").Default(10000).Comment("Budget of keys that do not say theirs, and the most they can say."),
		field.Int("max_key_days").Optional().Nillable().Comment("Longest life of a key; null: no bound."),
	}
}

// Indexes of APIService.
func (APIService) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id").Unique(),
	}
}
