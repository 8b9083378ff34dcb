package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// DeadMail is a mail that was given up. It holds ids, like the job it comes
// from, so that it can be sent again and still tells nothing secret.
type DeadMail struct{ ent.Schema }

// Mixin of DeadMail.
func (DeadMail) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Annotations of DeadMail.
func (DeadMail) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"mail"}} }

// Fields of DeadMail.
func (DeadMail) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable(),
		field.UUID("user_id", id).Immutable().Comment("Recipient."),
		field.String("email").SchemaType(text).Immutable().Comment("Address it could not be delivered to."),
		field.String("kind").SchemaType(text).Immutable().Comment("Kind of the job."),
		field.Bytes("job").Immutable().Comment("JSON of the job's arguments."),
		field.String("failure").SchemaType(text).Immutable().Comment("What the mail server said."),
		field.Int("attempts").Immutable(),
		field.Time("resent_at").Optional().Nillable().SchemaType(timestamp),
		field.UUID("resent_by", id).Optional().Nillable(),
	}
}

// Indexes of DeadMail.
func (DeadMail) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "created_at", "id"),
		index.Fields("reseller_id", "account_id", "created_at", "id"),
	}
}
