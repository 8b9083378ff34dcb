package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Session is one signed-in device. Its token embeds the reseller and this id.
type Session struct{ ent.Schema }

// Mixin of Session.
func (Session) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Annotations of Session.
func (Session) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"ses"}} }

// Fields of Session.
func (Session) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("user_id", id).Immutable(),
		field.Bytes("token_hash").Sensitive().Immutable(),
		field.String("ip").SchemaType(text).Default("").Immutable(),
		field.String("user_agent").SchemaType(text).Default("").Immutable(),
		field.Time("last_seen_at").SchemaType(timestamp),
		field.Time("proven_at").SchemaType(timestamp).Comment("Last proof of identity: sign-in or step-up."),
		field.Bool("two_factor").Default(false).Comment("A second factor was shown."),
		field.Time("expires_at").SchemaType(timestamp),
		field.UUID("impersonation_id", id).Optional().Nillable().Immutable().Comment("Somebody of the reseller acts as the user."),
		field.Time("revoked_at").Optional().Nillable().SchemaType(timestamp),
		field.String("revoked_reason").SchemaType(text).Optional().Nillable(),
	}
}

// Edges of Session.
func (Session) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("user", User.Type).Field("user_id").Unique().Required().Immutable(),
	}
}

// Indexes of Session.
func (Session) Indexes() []ent.Index {
	return []ent.Index{index.Fields("reseller_id", "user_id", "created_at", "id")}
}

// SignInChallenge is what a person was asked for and has not shown yet: a
// code, a passkey, a new password. It is global, because a passkey is asked
// for before anybody is known; the row goes when it is answered.
type SignInChallenge struct{ ent.Schema }

// Mixin of SignInChallenge.
func (SignInChallenge) Mixin() []ent.Mixin { return []ent.Mixin{created{}} }

// Fields of SignInChallenge.
func (SignInChallenge) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").SchemaType(text).Immutable().Comment("Hash of the token that was handed out."),
		field.UUID("owner_reseller_id", id).Optional().Nillable().Immutable().Comment("Null while nobody is known."),
		field.UUID("user_id", id).Optional().Nillable().Immutable(),
		field.String("kind").SchemaType(text).Immutable(),
		field.Bytes("state").Immutable().Comment("Encrypted: what the answer is checked against."),
		field.Int("failures").Default(0),
		field.Time("expires_at").SchemaType(timestamp).Immutable(),
	}
}

// Indexes of SignInChallenge.
func (SignInChallenge) Indexes() []ent.Index {
	return []ent.Index{index.Fields("expires_at")}
}

// LoginDirectory leads from an address to the users that sign in with it,
// before the reseller is known. It is global, so its owner column has another
// name than reseller_id.
type LoginDirectory struct{ ent.Schema }

// Mixin of LoginDirectory.
func (LoginDirectory) Mixin() []ent.Mixin { return []ent.Mixin{created{}} }

// Fields of LoginDirectory.
func (LoginDirectory) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("id", id).Immutable().Comment("Id of the user."),
		field.UUID("owner_reseller_id", id).Immutable(),
		field.UUID("organization_id", id).Immutable(),
		field.String("email_key").SchemaType(text),
		field.Bool("verified").Default(false).Comment("The user has shown that the address is his. Anybody may write a stranger's into his own tenant, so these come first."),
	}
}

// Indexes of LoginDirectory.
func (LoginDirectory) Indexes() []ent.Index {
	return []ent.Index{index.Fields("email_key", "verified", "created_at").Annotations(entsql.DescColumns("verified"))}
}

// SignInThrottle counts failed sign-ins for one pair of address and client, or
// for one client. It is global: the caller is not known yet.
type SignInThrottle struct{ ent.Schema }

// Fields of SignInThrottle.
func (SignInThrottle) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").SchemaType(text).Immutable().Comment("Keyed hash of what is counted, so that the table holds no address."),
		field.Int("failures").Default(0),
		field.Time("window_started_at").SchemaType(timestamp),
		field.Time("blocked_until").Optional().Nillable().SchemaType(timestamp),
	}
}

// Indexes of SignInThrottle.
func (SignInThrottle) Indexes() []ent.Index {
	return []ent.Index{index.Fields("window_started_at")}
}
