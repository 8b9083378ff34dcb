package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
)

// Reseller is the tenant root: every other tenant row carries its id.
type Reseller struct{ ent.Schema }

// Mixin of Reseller.
func (Reseller) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, created{}, edited{}}
}

// Annotations of Reseller.
func (Reseller) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"res"}} }

// Fields of Reseller.
func (Reseller) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").SchemaType(text),
		field.String("sender_name").SchemaType(text).Default("").Comment("Shown as the sender of mails; empty: the name."),
		field.String("timezone").SchemaType(text).Default("UTC").Comment("IANA name: days and months of invoices and reports."),
		field.String("currency").SchemaType(text).Default("EUR").Comment("ISO 4217 code."),
		field.UUID("root_organization_id", id).Immutable().Comment("The organization of kind RESELLER; staff belong to it."),
	}
}
