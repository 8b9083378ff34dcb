package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
)

// ReportSchedule makes a report again and again, of the day, week or month
// that has just ended, and mails its recipients where it lies. Each recipient
// gets a file of his own, with what he may see at that time.
type ReportSchedule struct{ ent.Schema }

// Mixin of ReportSchedule.
func (ReportSchedule) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of ReportSchedule.
func (ReportSchedule) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"rsch"}} }

// Fields of ReportSchedule.
func (ReportSchedule) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable().Comment("The reseller's root organization."),
		field.String("name").SchemaType(text),
		field.String("sort_name").SchemaType(text).Comment("Folded name, for order and search."),
		field.Enum("kind").SchemaType(text).Values("ORGANIZATION_ACTIVITY", "USERS_AND_LOGINS", "CREDITS", "USAGE_BY_ORGANIZATION"),
		field.Enum("format").SchemaType(text).Values("CSV", "XLSX").Default("CSV"),
		field.Enum("cadence").SchemaType(text).Values("DAILY", "WEEKLY", "MONTHLY"),
		field.Int16("hour").SchemaType(map[string]string{"postgres": "smallint"}).Comment("0 to 23, in the reseller's time zone."),
		field.JSON("organization_ids", []uuid.UUID{}).Comment("What to report about; empty: whatever the recipient may see."),
		field.Bool("active").Default(true),
		field.Time("next_run_at").SchemaType(timestamp),
		field.Time("last_run_at").Optional().Nillable().SchemaType(timestamp),
		field.UUID("created_by", id).Optional().Nillable().Immutable(),
	}
}

// Edges of ReportSchedule.
func (ReportSchedule) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Immutable(),
	}
}

// Indexes of ReportSchedule.
func (ReportSchedule) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "sort_name", "id"),
		index.Fields("reseller_id", "created_at", "id"),
		index.Fields("reseller_id", "next_run_at", "id"),
		index.Fields("reseller_id", "account_id", "id"),
	}
}

// ReportRecipient is somebody a schedule sends its reports to. Whether he may
// have them is decided at each run.
type ReportRecipient struct{ ent.Schema }

// Mixin of ReportRecipient.
func (ReportRecipient) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Fields of ReportRecipient.
func (ReportRecipient) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("schedule_id", id).Immutable(),
		field.UUID("user_id", id).Immutable(),
		field.Int("position").Immutable().Comment("Place in the list as given, from 0."),
	}
}

// Edges of ReportRecipient.
func (ReportRecipient) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("schedule", ReportSchedule.Type).Field("schedule_id").Unique().Required().Immutable(),
		edge.To("user", User.Type).Field("user_id").Unique().Required().Immutable(),
	}
}

// Indexes of ReportRecipient.
func (ReportRecipient) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "schedule_id", "user_id").Unique(),
		index.Fields("reseller_id", "user_id"),
	}
}
