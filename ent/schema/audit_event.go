package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// AuditEvent is one immutable line of the audit log. It has no foreign keys,
// so that it survives what it tells about; names are frozen beside the ids.
// Its primary key leads with (reseller_id, created_at): ready to be partitioned.
type AuditEvent struct{ ent.Schema }

// AuditChange is one changed property, values as text; sensitive ones redacted.
type AuditChange struct {
	Field  string  `json:"field"`
	Before *string `json:"before,omitempty"`
	After  *string `json:"after,omitempty"`
}

// Mixin of AuditEvent.
func (AuditEvent) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Annotations of AuditEvent.
func (AuditEvent) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"aud"}} }

// Fields of AuditEvent.
func (AuditEvent) Fields() []ent.Field {
	nillable := func(name string) ent.Field {
		return field.UUID(name, uuid.UUID{}).Optional().Nillable().Immutable()
	}
	return []ent.Field{
		field.UUID("organization_id", id).Immutable().Comment("Organization the target belongs to."),
		field.String("action").SchemaType(text).Immutable().Comment("Stable key such as user.suspended."),
		nillable("actor_id"),
		field.String("actor_name").SchemaType(text).Default("").Immutable(),
		field.String("actor_email").SchemaType(text).Default("").Immutable(),
		nillable("on_behalf_of_id"),
		field.String("on_behalf_of_name").SchemaType(text).Default("").Immutable(),
		field.String("target_type").SchemaType(text).Immutable(),
		nillable("target_id"),
		field.String("target_name").SchemaType(text).Default("").Immutable(),
		field.JSON("changes", []AuditChange{}).Immutable(),
		field.String("reason").SchemaType(text).Optional().Nillable().Immutable(),
		field.String("request_id").SchemaType(text).Default("").Immutable(),
		field.String("ip").SchemaType(text).Default("").Immutable(),
	}
}

// Indexes of AuditEvent.
func (AuditEvent) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "account_id", "created_at", "id"),
		index.Fields("reseller_id", "organization_id", "created_at", "id"),
		index.Fields("reseller_id", "target_id", "created_at", "id"),
		index.Fields("reseller_id", "actor_id", "created_at", "id"),
		index.Fields("reseller_id", "action", "created_at", "id"),
	}
}
