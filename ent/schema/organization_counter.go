package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// OrganizationCounter counts the organizations of a reseller by their place in
// the tree and their state. It is kept in the transaction of each change, as
// UserCounter is.
type OrganizationCounter struct{ ent.Schema }

// Mixin of OrganizationCounter.
func (OrganizationCounter) Mixin() []ent.Mixin { return []ent.Mixin{identity{}, tenant{}, created{}} }

// Fields of OrganizationCounter.
func (OrganizationCounter) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("kind").SchemaType(text).Values("RESELLER", "CUSTOMER", "SUB_ACCOUNT").Immutable(),
		field.Enum("status").SchemaType(text).Values("ACTIVE", "SUSPENDED", "DELETED").Immutable(),
		field.Int64("organizations").Default(0),
	}
}

// Indexes of OrganizationCounter.
func (OrganizationCounter) Indexes() []ent.Index {
	return []ent.Index{index.Fields("reseller_id", "kind", "status").Unique()}
}
