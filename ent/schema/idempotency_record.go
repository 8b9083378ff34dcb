package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// IdempotencyRecord remembers for a day what a creating mutation answered, so
// that a repeated request gets the same answer instead of a second record.
type IdempotencyRecord struct{ ent.Schema }

// Mixin of IdempotencyRecord.
func (IdempotencyRecord) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, created{}}
}

// Fields of IdempotencyRecord.
func (IdempotencyRecord) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("actor_id", id).Immutable(),
		field.String("operation").SchemaType(text).Immutable(),
		field.String("key").SchemaType(text).Immutable(),
		field.Bytes("input_hash").Immutable(),
		field.Bytes("result").Immutable().Comment("JSON of the capability's result: ids and verdicts, never a secret."),
	}
}

// Indexes of IdempotencyRecord.
func (IdempotencyRecord) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "actor_id", "operation", "key").Unique(),
		index.Fields("reseller_id", "created_at"),
	}
}
