package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/lib/pq"
)

// WebhookEndpoint is an address that is told of events. Its secret is derived from
// the id and the version of the secret, so that no table holds it. [001]
type WebhookEndpoint struct{ ent.Schema }

// Mixin of WebhookEndpoint.
func (WebhookEndpoint) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of WebhookEndpoint.
func (WebhookEndpoint) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"whk"}} }

// Fields of WebhookEndpoint.
func (WebhookEndpoint) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable(),
		field.String("name").SchemaType(text),
		field.String("sort_name").SchemaType(text).Comment("Folded name."),
		field.String("url").SchemaType(text),
		field.Other("events", pq.StringArray{}).SchemaType(textArray).Default(func() pq.StringArray { return pq.StringArray{} }).Comment("Keys of the catalogue of events."),
		field.String("selection").SchemaType(text).Default("").Comment("GraphQL document that says which fields are sent; empty: the usual ones."),
		field.Bool("active").Default(true),
		field.Int("secret_version").Default(1),
		field.UUID("created_by", id).Immutable(),
	}
}

// Edges of WebhookEndpoint.
func (WebhookEndpoint) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
	}
}

// Indexes of WebhookEndpoint.
func (WebhookEndpoint) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "sort_name", "id"),
		index.Fields("reseller_id", "account_id", "sort_name", "id"),
		index.Fields("reseller_id", "organization_id", "active"),
	}
}
