package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Membership lets a user work in an organization of his account, as client
// ADMIN or as USER with the modules and sub-accounts granted beside it.
type Membership struct{ ent.Schema }

// Mixin of Membership.
func (Membership) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of Membership.
func (Membership) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"mem"}} }

// Fields of Membership.
func (Membership) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("user_id", id).Immutable(),
		field.UUID("organization_id", id).Immutable(),
		field.Enum("status").SchemaType(text).Values("ACTIVE", "DEACTIVATED", "REMOVED").Default("ACTIVE"),
		field.Enum("client_access").SchemaType(text).Values("ADMIN", "USER").Default("USER"),
		field.UUID("invited_by", id).Optional().Nillable(),
		field.Time("joined_at").Optional().Nillable().SchemaType(timestamp),
		field.Time("ended_at").Optional().Nillable().SchemaType(timestamp),
	}
}

// Edges of Membership.
func (Membership) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("user", User.Type).Field("user_id").Unique().Required().Immutable(),
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
	}
}

// Indexes of Membership.
func (Membership) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "user_id", "organization_id").Unique(),
		index.Fields("reseller_id", "organization_id", "status"),
	}
}

// ModuleGrant opens one module of the product to a member with access USER.
type ModuleGrant struct{ ent.Schema }

// Mixin of ModuleGrant.
func (ModuleGrant) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Fields of ModuleGrant.
func (ModuleGrant) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("membership_id", id).Immutable(),
		field.String("module").SchemaType(text).Immutable().Comment("Key of the module catalogue, such as CAMPAIGNS."),
	}
}

// Edges of ModuleGrant.
func (ModuleGrant) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("membership", Membership.Type).Field("membership_id").Unique().Required().Immutable(),
	}
}

// Indexes of ModuleGrant.
func (ModuleGrant) Indexes() []ent.Index {
	return []ent.Index{index.Fields("reseller_id", "membership_id", "module").Unique()}
}

// SubAccountGrant opens one sub-account of the customer to a member.
type SubAccountGrant struct{ ent.Schema }

// Mixin of SubAccountGrant.
func (SubAccountGrant) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Fields of SubAccountGrant.
func (SubAccountGrant) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("membership_id", id).Immutable(),
		field.UUID("organization_id", id).Immutable(),
	}
}

// Edges of SubAccountGrant.
func (SubAccountGrant) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("membership", Membership.Type).Field("membership_id").Unique().Required().Immutable(),
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
	}
}

// Indexes of SubAccountGrant.
func (SubAccountGrant) Indexes() []ent.Index {
	return []ent.Index{index.Fields("reseller_id", "membership_id", "organization_id").Unique()}
}
