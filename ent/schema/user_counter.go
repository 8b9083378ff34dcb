package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// UserCounter counts users by state, for an organization, for an account, or
// for the whole reseller. The reseller's is spread over shards, so that
// changes in different accounts do not wait for each other. It is kept in the
// transaction of each change.
type UserCounter struct{ ent.Schema }

// Mixin of UserCounter.
func (UserCounter) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Fields of UserCounter.
func (UserCounter) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("scope").SchemaType(text).Values("ORGANIZATION", "ACCOUNT", "RESELLER").Immutable(),
		field.UUID("scope_id", id).Immutable().Comment("The organization, the account, or the reseller."),
		field.Int16("shard").SchemaType(map[string]string{"postgres": "smallint"}).Default(0).Immutable(),
		field.Int64("active").Default(0),
		field.Int64("pending").Default(0),
		field.Int64("suspended").Default(0),
	}
}

// Indexes of UserCounter.
func (UserCounter) Indexes() []ent.Index {
	return []ent.Index{index.Fields("reseller_id", "scope", "scope_id", "shard").Unique()}
}
