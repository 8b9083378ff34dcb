package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Role is a named set of permissions. Rows with system set mirror the roles
// the product ships, whose permissions stand in authz/policy.csv.
type Role struct{ ent.Schema }

// Mixin of Role.
func (Role) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of Role.
func (Role) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"role"}} }

// Fields of Role.
func (Role) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable().Comment("Owner; the root organization for system roles."),
		field.String("key").SchemaType(text).Immutable(),
		field.String("name").SchemaType(text),
		field.String("description").SchemaType(text).Default(""),
		field.Enum("family").SchemaType(text).Values("RESELLER", "PERMISSION", "USER_TYPE", "CLIENT", "CUSTOM").Immutable(),
		field.Bool("system").Default(false).Immutable(),
		field.Bool("two_factor_required").Default(false).Comment("Who holds the role signs in with a second factor."),
	}
}

// Edges of Role.
func (Role) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
	}
}

// Indexes of Role.
func (Role) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "organization_id", "key").Unique(),
		index.Fields("reseller_id", "name", "id"),
	}
}

// RolePermission is one permission of a custom role; the rows feed Casbin.
type RolePermission struct{ ent.Schema }

// Mixin of RolePermission.
func (RolePermission) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Fields of RolePermission.
func (RolePermission) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("role_id", id).Immutable(),
		field.String("permission").SchemaType(text).Immutable(),
	}
}

// Edges of RolePermission.
func (RolePermission) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("role", Role.Type).Field("role_id").Unique().Required().Immutable(),
	}
}

// Indexes of RolePermission.
func (RolePermission) Indexes() []ent.Index {
	return []ent.Index{index.Fields("reseller_id", "role_id", "permission").Unique()}
}

// RoleAssignment gives a user a role over an organization and all below it.
type RoleAssignment struct{ ent.Schema }

// Mixin of RoleAssignment.
func (RoleAssignment) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Fields of RoleAssignment.
func (RoleAssignment) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("user_id", id).Immutable(),
		field.UUID("role_id", id).Immutable(),
		field.UUID("organization_id", id).Immutable().Comment("Casbin domain."),
		field.UUID("granted_by", id).Optional().Nillable().Immutable(),
		field.Time("starts_at").Optional().Nillable().SchemaType(timestamp),
		field.Time("expires_at").Optional().Nillable().SchemaType(timestamp),
		field.Time("announced_at").Optional().Nillable().SchemaType(timestamp).Comment("Until when its beginning and its end have been told; see directory.SweepRoleGrants."),
	}
}

// Edges of RoleAssignment.
func (RoleAssignment) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("user", User.Type).Field("user_id").Unique().Required().Immutable(),
		edge.To("role", Role.Type).Field("role_id").Unique().Required().Immutable(),
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
	}
}

// Indexes of RoleAssignment.
func (RoleAssignment) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "user_id", "role_id", "organization_id").Unique(),
		index.Fields("reseller_id", "role_id", "user_id"),
	}
}
