package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// ServiceIncident is a disturbance of the platform, or work on it, and how it went. [001]
type ServiceIncident struct{ ent.Schema }

// Mixin of ServiceIncident.
func (ServiceIncident) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, created{}, edited{}}
}

// Annotations of ServiceIncident.
func (ServiceIncident) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"sinc"}} }

// Fields of ServiceIncident.
func (ServiceIncident) Fields() []ent.Field {
	return []ent.Field{
		field.String("title").SchemaType(text),
		field.Enum("severity").SchemaType(text).Values("MAINTENANCE", "MINOR", "MAJOR", "CRITICAL"),
		field.Enum("status").SchemaType(text).Values("INVESTIGATING", "IDENTIFIED", "MONITORING", "RESOLVED").Default("INVESTIGATING"),
		field.Time("started_at").SchemaType(timestamp).Immutable(),
		field.Time("resolved_at").Optional().Nillable().SchemaType(timestamp),
	}
}

// Indexes of ServiceIncident.
func (ServiceIncident) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "started_at", "id"),
		index.Fields("reseller_id", "status", "started_at", "id"),
	}
}

// ServiceIncidentNews is one piece of news about an incident.
type ServiceIncidentNews struct{ ent.Schema }

// Mixin of ServiceIncidentNews.
func (ServiceIncidentNews) Mixin() []ent.Mixin { return []ent.Mixin{identity{}, tenant{}, created{}} }

// Fields of ServiceIncidentNews.
func (ServiceIncidentNews) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("incident_id", id).Immutable(),
		field.Enum("status").SchemaType(text).Values("INVESTIGATING", "IDENTIFIED", "MONITORING", "RESOLVED").Immutable(),
		field.String("body").SchemaType(text).Immutable(),
		field.UUID("author_id", id).Immutable(),
	}
}

// Edges of ServiceIncidentNews.
func (ServiceIncidentNews) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("incident", ServiceIncident.Type).Field("incident_id").Unique().Required().Immutable(),
	}
}

// Indexes of ServiceIncidentNews.
func (ServiceIncidentNews) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "incident_id", "created_at", "id"),
	}
}

// ReleaseNote tells what is new in a release. [001]
type ReleaseNote struct{ ent.Schema }

// Mixin of ReleaseNote.
func (ReleaseNote) Mixin() []ent.Mixin { return []ent.Mixin{identity{}, tenant{}, created{}, edited{}} }

// Annotations of ReleaseNote.
func (ReleaseNote) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"rel"}} }

// Fields of ReleaseNote.
func (ReleaseNote) Fields() []ent.Field {
	return []ent.Field{
		field.String("release").SchemaType(text).Comment("Name of the release, such as 2026.11."),
		field.String("title").SchemaType(text),
		field.String("body").SchemaType(text),
		field.Time("published_at").SchemaType(timestamp).Immutable(),
	}
}

// Indexes of ReleaseNote.
func (ReleaseNote) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "published_at", "id"),
	}
}

// StatusSubscription is what a holder of service_status:subscribe wants by mail;
// without a row, everything. [001]
type StatusSubscription struct{ ent.Schema }

// Mixin of StatusSubscription.
func (StatusSubscription) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Fields of StatusSubscription.
func (StatusSubscription) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("user_id", id).Immutable(),
		field.Bool("incidents").Default(true),
		field.Bool("release_notes").Default(true),
		field.Time("updated_at").SchemaType(timestamp),
	}
}

// Edges of StatusSubscription.
func (StatusSubscription) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("user", User.Type).Field("user_id").Unique().Required().Immutable(),
	}
}

// Indexes of StatusSubscription.
func (StatusSubscription) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "user_id").Unique(),
	}
}
