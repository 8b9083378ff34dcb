package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Impersonation is one time that somebody of the reseller's staff enters, or
// asks to enter, a customer's portal as one of its users. EXPIRED is not
// stored: a row that is not over past expires_at is expired.
type Impersonation struct{ ent.Schema }

// Mixin of Impersonation.
func (Impersonation) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Annotations of Impersonation.
func (Impersonation) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"imp"}} }

// Fields of Impersonation.
func (Impersonation) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable().Comment("Organization that is entered."),
		field.UUID("actor_id", id).Immutable().Comment("Who of the reseller's staff."),
		field.String("actor_name").SchemaType(text).Immutable().Comment("Frozen, so that the customer can read who it was."),
		field.String("actor_email").SchemaType(text).Immutable(),
		field.UUID("actor_session_id", id).Optional().Nillable().Comment("The actor's own session; when it ends, so does this."),
		field.UUID("user_id", id).Immutable().Comment("As whom."),
		field.Enum("mode").SchemaType(text).Values("CLIENT", "PARTNER").Immutable(),
		field.String("reason").SchemaType(text).Immutable(),
		field.Int("minutes").Immutable().Comment("How long it is to last, at most 60."),
		field.Enum("consent").SchemaType(text).Values("ALWAYS", "ASK").Immutable().Comment("Policy of the account when it was asked for."),
		field.Enum("status").SchemaType(text).Values("REQUESTED", "APPROVED", "DENIED", "ACTIVE", "ENDED"),
		field.UUID("consent_by", id).Optional().Nillable().Comment("Who of the account decided."),
		field.Time("consent_at").Optional().Nillable().SchemaType(timestamp),
		field.Time("started_at").Optional().Nillable().SchemaType(timestamp),
		field.Time("expires_at").SchemaType(timestamp).Comment("Until when it can be decided, started, or goes on."),
		field.Time("ended_at").Optional().Nillable().SchemaType(timestamp),
		field.UUID("ended_by", id).Optional().Nillable(),
		field.Enum("end_reason").SchemaType(text).Values("ACTOR", "CLIENT", "RIGHTS", "SIGNED_OUT").Optional().Nillable(),
	}
}

// Edges of Impersonation.
func (Impersonation) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
		edge.To("actor", User.Type).Field("actor_id").Unique().Required().Immutable(),
		edge.To("user", User.Type).Field("user_id").Unique().Required().Immutable(),
	}
}

// Indexes of Impersonation.
func (Impersonation) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "created_at", "id"),
		index.Fields("reseller_id", "account_id", "created_at", "id"),
		index.Fields("reseller_id", "actor_id", "created_at", "id"),
		index.Fields("reseller_id", "organization_id", "created_at", "id"),
		index.Fields("reseller_id", "user_id", "created_at", "id"),
	}
}
