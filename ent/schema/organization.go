package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
	"github.com/lib/pq"
)

// id is the zero UUID, the type argument of UUID fields.
var id = uuid.UUID{}

// Organization is a node of the tree RESELLER → CUSTOMER → SUB_ACCOUNT.
type Organization struct{ ent.Schema }

// Mixin of Organization.
func (Organization) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of Organization.
func (Organization) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"org"}} }

// Fields of Organization.
func (Organization) Fields() []ent.Field {
	return []ent.Field{
		field.Enum("kind").SchemaType(text).Values("RESELLER", "CUSTOMER", "SUB_ACCOUNT").Immutable(),
		field.UUID("parent_id", id).Optional().Nillable().Immutable().Comment("Null for the root alone."),
		field.String("path").SchemaType(text).Immutable().Comment("Materialised path of ids from the root, each followed by a slash."),
		field.String("name").SchemaType(text),
		field.String("sort_name").SchemaType(text).Comment("Folded name: order and search ignore case and accents."),
		field.String("search_text").SchemaType(text).Comment("Folded text that free search looks in."),
		field.Enum("status").SchemaType(text).Values("ACTIVE", "SUSPENDED", "DELETED").Default("ACTIVE"),
		field.String("legal_name").SchemaType(text).Default(""),
		field.String("address").SchemaType(text).Default(""),
		field.String("contact_name").SchemaType(text).Default(""),
		field.String("contact_email").SchemaType(text).Default(""),
		field.String("phone").SchemaType(text).Default(""),
		field.Strings("tags").Default([]string{}),
		field.Int("seat_limit").Optional().Nillable().Comment("Null: no limit."),
		field.Bool("two_factor_required").Default(false).Comment("Its users and those below it sign in with a second factor."),
		field.Time("deleted_at").Optional().Nillable().SchemaType(timestamp),
		field.Time("purged_at").Optional().Nillable().SchemaType(timestamp).Comment("Its data are gone for good; the row stays for what refers to it."),
		field.Time("suspended_at").Optional().Nillable().SchemaType(timestamp),
		field.UUID("suspended_by", id).Optional().Nillable(),
		field.String("suspended_reason").SchemaType(text).Default(""),
		field.String("locale").SchemaType(text).Default("en").Comment("Language of mails to people who have not said theirs."),
		field.String("timezone").SchemaType(text).Default("UTC").Comment("IANA name."),
		field.Other("features", pq.StringArray{}).SchemaType(textArray).Default(func() pq.StringArray { return pq.StringArray{} }).Annotations(entsql.Default("{}")).Comment("Keys of what the account may use; only those the reseller has as well count."),
		field.Other("hidden_features", pq.StringArray{}).SchemaType(textArray).Default(func() pq.StringArray { return pq.StringArray{} }).Annotations(entsql.Default("{}")).Comment("Keys its white label leaves out of sight."),
		field.Int64("credit_balance").Default(0).Comment("Communication credits; the reseller's root holds the pool. Moved by the ledger alone."),
		field.Int64("credit_low_mark").Optional().Nillable().Comment("The administrators hear of a balance that falls to it."),
		field.Time("credit_low_at").Optional().Nillable().SchemaType(timestamp).Comment("They heard of it; null while the balance is above the mark."),
		field.Int64("user_count").Default(0).Comment("Users at home here who are not deleted; kept with the counters."),
		field.Time("last_activity_at").Optional().Nillable().SchemaType(timestamp).Comment("Somebody of it was here, to five minutes."),
		field.UUID("plan_id", id).Optional().Nillable().Comment("Plan of the live subscription, for lists."),
		field.Bytes("sso_token_hash").Optional().Nillable().Sensitive(),
		field.String("sso_token_last4").SchemaType(text).Default(""),
		field.Time("sso_token_at").Optional().Nillable().SchemaType(timestamp).Comment("The token was made or rotated."),
		field.Enum("login_as_consent").SchemaType(text).Values("ALWAYS", "ASK", "NEVER").Default("ASK").Comment("Whether the reseller's people may log in here."),
	}
}

// Edges of Organization.
func (Organization) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("children", Organization.Type).From("parent").Field("parent_id").Unique().Immutable(),
	}
}

// Indexes of Organization; partial ones and the search index stand in the migrations.
func (Organization) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "parent_id", "sort_name", "id"),
		index.Fields("reseller_id", "path"),
	}
}
