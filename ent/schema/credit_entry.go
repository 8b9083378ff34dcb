package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// CreditEntry is one side of a movement of communication credits. The entries
// of a movement share their transaction_id and add up to zero over the ledgers:
// ORGANIZATION holds what organizations have, the reseller's root the pool;
// ISSUED and USED are the outside world that credits come from and go to. The
// table is append-only: a mistake is undone by a movement the other way.
type CreditEntry struct{ ent.Schema }

// Mixin of CreditEntry.
func (CreditEntry) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Annotations of CreditEntry.
func (CreditEntry) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"cred"}} }

// Fields of CreditEntry.
func (CreditEntry) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("transaction_id", id).Immutable().Comment("Movement this is a side of."),
		field.UUID("organization_id", id).Immutable().Comment("Whose side; for ISSUED and USED the organization across."),
		field.Enum("ledger").SchemaType(text).Values("ORGANIZATION", "ISSUED", "USED").Immutable(),
		field.Enum("type").SchemaType(text).
			Values("INITIAL_GRANT", "TOP_UP", "ADJUSTMENT", "SMS_USAGE", "CALL_USAGE", "REVERSAL").Immutable(),
		field.Int64("amount").Immutable().Comment("Credits that came; below zero those that went. Never zero."),
		field.Int64("balance_after").Optional().Nillable().Immutable().Comment("Balance of the organization; null for ISSUED and USED."),
		field.UUID("counterpart_id", id).Optional().Nillable().Immutable().Comment("Organization across; null for the outside world."),
		field.UUID("used_by_id", id).Optional().Nillable().Immutable().Comment("Sub-account that used the credits of its account."),
		field.String("reference").SchemaType(text).Default("").Immutable().Comment("Id in the caller's own books."),
		field.String("reason").SchemaType(text).Optional().Nillable().Immutable(),
		field.UUID("reverses_id", id).Optional().Nillable().Immutable().Comment("Movement that is undone."),
		field.String("idempotency_key").SchemaType(text).Optional().Nillable().Immutable().Comment("On the side of the organization the caller named."),
		field.Bytes("input_hash").Optional().Nillable().Immutable().Comment("What was asked for under the key."),
		field.UUID("actor_id", id).Optional().Nillable().Immutable(),
		field.Time("occurred_at").SchemaType(timestamp).Immutable().Comment("When the credits were used, as the caller says."),
	}
}

// Edges of CreditEntry.
func (CreditEntry) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
	}
}

// Indexes of CreditEntry; partial ones stand in the migrations.
func (CreditEntry) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "transaction_id"),
	}
}
