package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Invitation is the mailed request to activate the PENDING user it names.
// EXPIRED is not stored: a PENDING row past expires_at is expired.
type Invitation struct{ ent.Schema }

// Mixin of Invitation.
func (Invitation) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of Invitation.
func (Invitation) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"inv"}} }

// Fields of Invitation.
func (Invitation) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable(),
		field.UUID("user_id", id).Immutable(),
		field.String("email").SchemaType(text).Comment("Empty once the user is deleted."),
		field.String("email_key").SchemaType(text),
		field.Enum("status").SchemaType(text).Values("PENDING", "ACCEPTED", "REVOKED").Default("PENDING"),
		field.Bytes("token_hash").Sensitive().Comment("SHA-256 of the link's token; the token itself is never stored."),
		field.Time("expires_at").SchemaType(timestamp),
		field.UUID("invited_by", id).Optional().Nillable().Immutable(),
		field.String("message").SchemaType(text).Optional().Nillable(),
		field.Int("send_count").Default(1),
		field.Time("last_sent_at").SchemaType(timestamp),
		field.Time("accepted_at").Optional().Nillable().SchemaType(timestamp),
		field.Time("revoked_at").Optional().Nillable().SchemaType(timestamp),
		field.UUID("revoked_by", id).Optional().Nillable(),
	}
}

// Edges of Invitation.
func (Invitation) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
		edge.To("user", User.Type).Field("user_id").Unique().Required().Immutable(),
	}
}

// Indexes of Invitation.
func (Invitation) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "user_id"),
		index.Fields("reseller_id", "created_at", "id"),
		index.Fields("reseller_id", "expires_at", "id"),
		index.Fields("reseller_id", "email_key", "id"),
		index.Fields("reseller_id", "status", "id"),
		index.Fields("reseller_id", "account_id", "created_at", "id"),
		index.Fields("reseller_id", "organization_id", "created_at", "id"),
	}
}
