package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// ownedByUser is the edge of what belongs to one user.
func ownedByUser() []ent.Edge {
	return []ent.Edge{
		edge.To("user", User.Type).Field("user_id").Unique().Required().Immutable(),
	}
}

// TotpCredential is a user's authenticator app (RFC 6238).
type TotpCredential struct{ ent.Schema }

// Mixin of TotpCredential.
func (TotpCredential) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Fields of TotpCredential.
func (TotpCredential) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("user_id", id).Immutable(),
		field.Bytes("secret").Sensitive().Immutable().Comment("Encrypted with a key derived from the program's secret."),
		field.Time("confirmed_at").Optional().Nillable().SchemaType(timestamp).Comment("Null until a first code proved it."),
		field.Int64("last_step").Default(0).Comment("Time step of the last code, so that none works twice."),
	}
}

// Edges of TotpCredential.
func (TotpCredential) Edges() []ent.Edge { return ownedByUser() }

// Indexes of TotpCredential.
func (TotpCredential) Indexes() []ent.Index {
	return []ent.Index{index.Fields("reseller_id", "user_id").Unique()}
}

// RecoveryCode opens an account once when the second factor is lost.
type RecoveryCode struct{ ent.Schema }

// Mixin of RecoveryCode.
func (RecoveryCode) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Fields of RecoveryCode.
func (RecoveryCode) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("user_id", id).Immutable(),
		field.Bytes("code_hash").Sensitive().Immutable().Comment("Keyed hash of the code."),
		field.Time("used_at").Optional().Nillable().SchemaType(timestamp),
	}
}

// Edges of RecoveryCode.
func (RecoveryCode) Edges() []ent.Edge { return ownedByUser() }

// Indexes of RecoveryCode.
func (RecoveryCode) Indexes() []ent.Index {
	return []ent.Index{index.Fields("reseller_id", "user_id", "code_hash").Unique()}
}

// Passkey is a WebAuthn credential: signs in alone, or as second factor.
type Passkey struct{ ent.Schema }

// Mixin of Passkey.
func (Passkey) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Annotations of Passkey.
func (Passkey) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"pk"}} }

// Fields of Passkey.
func (Passkey) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("user_id", id).Immutable(),
		field.String("name").SchemaType(text).Comment("As the user calls the device."),
		field.Bytes("credential_id").Immutable(),
		field.Bytes("credential").Sensitive().Comment("JSON of the WebAuthn credential: public key, counter, flags."),
		field.Time("last_used_at").Optional().Nillable().SchemaType(timestamp),
	}
}

// Edges of Passkey.
func (Passkey) Edges() []ent.Edge { return ownedByUser() }

// Indexes of Passkey.
func (Passkey) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "user_id", "credential_id").Unique(),
		index.Fields("reseller_id", "user_id", "created_at", "id"),
	}
}

// ActionToken is a mailed link that does one thing once: set a forgotten
// password, or confirm a new address.
type ActionToken struct{ ent.Schema }

// Mixin of ActionToken.
func (ActionToken) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Fields of ActionToken.
func (ActionToken) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("user_id", id).Immutable(),
		field.Enum("purpose").SchemaType(text).Values("PASSWORD_RESET", "EMAIL_CHANGE").Immutable(),
		field.Bytes("token_hash").Sensitive().Immutable(),
		field.String("email").SchemaType(text).Default("").Immutable().Comment("The new address, for EMAIL_CHANGE."),
		field.Time("expires_at").SchemaType(timestamp).Immutable(),
		field.Time("used_at").Optional().Nillable().SchemaType(timestamp).Comment("Used, or replaced by a later one."),
	}
}

// Edges of ActionToken.
func (ActionToken) Edges() []ent.Edge { return ownedByUser() }

// Indexes of ActionToken.
func (ActionToken) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "user_id", "purpose"),
		index.Fields("reseller_id", "expires_at"),
	}
}
