package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
)

// User is a person who can sign in. One row per primary organization; access
// to further organizations of the same account is a Membership.
type User struct{ ent.Schema }

// Mixin of User.
func (User) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of User.
func (User) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"user"}} }

// Fields of User.
func (User) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable().Comment("The primary tenant."),
		field.String("email").SchemaType(text),
		field.String("email_key").SchemaType(text).Comment("Lower-cased address; unique in the organization among users that are not deleted."),
		field.Time("email_verified_at").Optional().Nillable().SchemaType(timestamp),
		field.String("first_name").SchemaType(text).Default(""),
		field.String("last_name").SchemaType(text).Default(""),
		field.String("display_name").SchemaType(text),
		field.String("sort_name").SchemaType(text).Comment("Folded display name."),
		field.String("search_text").SchemaType(text).Comment("Folded names and address."),
		field.String("phone").SchemaType(text).Optional().Nillable(),
		field.String("external_id").SchemaType(text).Optional().Nillable(),
		field.String("timezone").SchemaType(text).Optional().Nillable(),
		field.String("locale").SchemaType(text).Optional().Nillable(),
		field.String("avatar_url").SchemaType(text).Optional().Nillable(),
		field.Enum("user_type").SchemaType(text).Values("TENANT_ADMIN", "BOT_ADMIN", "SUPERVISOR", "AGENT", "ANALYST", "VIEWER").Optional().Nillable().Immutable(),
		field.Enum("reseller_role").SchemaType(text).Values("RESELLER_ADMIN", "RESELLER_SUPPORT", "RESELLER_VIEWER").Optional().Nillable(),
		field.Int16("role_rank").SchemaType(map[string]string{"postgres": "smallint"}).Default(99).Comment("Seniority of the main role, so that sorting by role follows meaning; see directory.RoleRank."),
		field.Enum("status").SchemaType(text).Values("PENDING", "ACTIVE", "SUSPENDED", "DELETED"),
		field.Time("last_login_at").Optional().Nillable().SchemaType(timestamp),
		field.Time("last_activity_at").Optional().Nillable().SchemaType(timestamp),
		field.String("password_hash").SchemaType(text).Optional().Nillable().Sensitive(),
		field.Bool("must_change_password").Default(false),
		field.Time("password_changed_at").Optional().Nillable().SchemaType(timestamp),
		field.String("pending_email").SchemaType(text).Optional().Nillable().Comment("New address that waits for its confirmation."),
		field.Time("two_factor_at").Optional().Nillable().SchemaType(timestamp).Comment("Since when a second factor is enrolled; null without one."),
		field.String("terms_version").SchemaType(text).Optional().Nillable(),
		field.Time("terms_accepted_at").Optional().Nillable().SchemaType(timestamp),
		field.Time("suspended_at").Optional().Nillable().SchemaType(timestamp),
		field.UUID("suspended_by", id).Optional().Nillable(),
		field.Enum("suspension_motive").SchemaType(text).Values("ON_LEAVE", "SECURITY_CONCERN", "PENDING_INVESTIGATION", "TEMPORARY_CONTRACTOR", "OTHER").Optional().Nillable(),
		field.String("suspension_reason").SchemaType(text).Optional().Nillable(),
		field.Time("suspended_until").Optional().Nillable().SchemaType(timestamp).Comment("When the suspension ends by itself; null: not."),
		field.Time("deleted_at").Optional().Nillable().SchemaType(timestamp),
		field.UUID("deleted_by", id).Optional().Nillable(),
	}
}

// Edges of User.
func (User) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
	}
}
