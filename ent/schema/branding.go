package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Branding is how one portal looks for an organization and those below it. Null
// means as above. [000] [001] [002]
type Branding struct{ ent.Schema }

// Mixin of Branding.
func (Branding) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of Branding.
func (Branding) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"brnd"}} }

// Fields of Branding.
func (Branding) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable(),
		field.Enum("portal").SchemaType(text).Values("RESELLER", "CUSTOMER", "TENANT_ADMIN", "OPERATIONS", "AGENT_DESKTOP").Immutable(),
		field.String("product_name").SchemaType(text).Optional().Nillable(),
		field.String("primary_color").SchemaType(text).Optional().Nillable(),
		field.String("accent_color").SchemaType(text).Optional().Nillable(),
		field.String("support_email").SchemaType(text).Optional().Nillable(),
		field.String("support_url").SchemaType(text).Optional().Nillable(),
		field.String("mail_sender_name").SchemaType(text).Optional().Nillable(),
		field.UUID("logo_id", id).Optional().Nillable(),
		field.String("domain").SchemaType(text).Optional().Nillable().Comment("Own host name; serves once domain_verified_at is set."),
		field.Time("domain_verified_at").Optional().Nillable().SchemaType(timestamp),
		field.Time("domain_checked_at").Optional().Nillable().SchemaType(timestamp),
	}
}

// Edges of Branding.
func (Branding) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
	}
}

// Indexes of Branding.
func (Branding) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "organization_id", "portal").Unique(),
	}
}

// BrandingLogo is a picture that was uploaded; it is never changed.
type BrandingLogo struct{ ent.Schema }

// Mixin of BrandingLogo.
func (BrandingLogo) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Annotations of BrandingLogo.
func (BrandingLogo) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"logo"}} }

// Fields of BrandingLogo.
func (BrandingLogo) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable(),
		field.String("content_type").SchemaType(text).Immutable(),
		field.Int("size").Immutable(),
		field.Int("width").Immutable(),
		field.Int("height").Immutable(),
		field.Bytes("sha256").Immutable(),
		field.Bytes("data").Immutable(),
	}
}

// Edges of BrandingLogo.
func (BrandingLogo) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
	}
}

// Indexes of BrandingLogo.
func (BrandingLogo) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "organization_id", "created_at"),
	}
}

// BrandingHost leads from a verified host name to the branding it shows, before
// anybody is known. It is global, so its owner column has another name.
type BrandingHost struct{ ent.Schema }

// Mixin of BrandingHost.
func (BrandingHost) Mixin() []ent.Mixin { return []ent.Mixin{created{}} }

// Fields of BrandingHost.
func (BrandingHost) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").SchemaType(text).Immutable().Comment("Host name in its ASCII form, lower case."),
		field.UUID("owner_reseller_id", id).Immutable(),
		field.UUID("organization_id", id).Immutable(),
		field.Enum("portal").SchemaType(text).Values("RESELLER", "CUSTOMER", "TENANT_ADMIN", "OPERATIONS", "AGENT_DESKTOP").Immutable(),
	}
}

// Indexes of BrandingHost.
func (BrandingHost) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("owner_reseller_id", "organization_id", "portal").Unique(),
	}
}
