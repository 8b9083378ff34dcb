package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Job is long work that somebody asked for and can follow: an export, an
// import, a change to many users.
type Job struct{ ent.Schema }

// Mixin of Job.
func (Job) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Annotations of Job.
func (Job) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"job"}} }

// Fields of Job.
func (Job) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("organization_id", id).Immutable().Comment("Organization of who asked, or the one it is about."),
		field.UUID("user_id", id).Immutable().Comment("Who asked; the work is done with what he may do when it runs."),
		field.UUID("impersonation_id", id).Optional().Nillable().Immutable().Comment("When it was asked for in a session that staff opened with loginAs."),
		field.Enum("kind").SchemaType(text).Values("EXPORT", "USERS_BULK_CHANGE", "USERS_IMPORT", "REPORT").Immutable(),
		field.Enum("status").SchemaType(text).Values("QUEUED", "RUNNING", "SUCCEEDED", "FAILED", "CANCELED").Default("QUEUED"),
		field.Bytes("input").Immutable().Comment("JSON of what was asked for; never a secret."),
		field.Int("total").Optional().Nillable().Comment("Items to do; null while unknown."),
		field.Int("done").Default(0),
		field.Int("failed").Default(0),
		field.String("failure_reason").SchemaType(text).Optional().Nillable(),
		field.String("file_name").SchemaType(text).Default(""),
		field.String("content_type").SchemaType(text).Default(""),
		field.Int64("size").Default(0).Comment("Bytes of the file."),
		field.Bytes("sha256").Optional().Nillable(),
		field.Time("started_at").Optional().Nillable().SchemaType(timestamp),
		field.Time("finished_at").Optional().Nillable().SchemaType(timestamp),
		field.Time("expires_at").Optional().Nillable().SchemaType(timestamp).Comment("When the file goes."),
	}
}

// Edges of Job.
func (Job) Edges() []ent.Edge { return ownedByUser() }

// Indexes of Job.
func (Job) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "user_id", "created_at", "id"),
		index.Fields("reseller_id", "expires_at"),
	}
}

// JobItem is one thing a job does, and what became of it.
type JobItem struct{ ent.Schema }

// Mixin of JobItem.
func (JobItem) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Fields of JobItem.
func (JobItem) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("job_id", id).Immutable(),
		field.Int("position").Immutable().Comment("Row of the file or place in the list, from 1."),
		field.UUID("target_id", id).Optional().Nillable().Comment("The user it is about, once there is one."),
		field.String("label").SchemaType(text).Default("").Immutable().Comment("Address or name as sent."),
		field.Bytes("input").Optional().Nillable().Immutable().Comment("JSON of the row to import."),
		field.Enum("status").SchemaType(text).Values("WAITING", "DONE", "FAILED", "SKIPPED").Default("WAITING"),
		field.Bytes("errors").Optional().Nillable().Comment("JSON of the refusals."),
	}
}

// Edges of JobItem.
func (JobItem) Edges() []ent.Edge {
	return []ent.Edge{edge.To("job", Job.Type).Field("job_id").Unique().Required().Immutable()}
}

// Indexes of JobItem.
func (JobItem) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "job_id", "position").Unique(),
		index.Fields("reseller_id", "job_id", "status", "position"),
	}
}

// JobChunk is a piece of the file a job made. Files lie in the database, so
// that every process can hand them out.
type JobChunk struct{ ent.Schema }

// Mixin of JobChunk.
func (JobChunk) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}}
}

// Fields of JobChunk.
func (JobChunk) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("job_id", id).Immutable(),
		field.Int("position").Immutable(),
		field.Bytes("data").Immutable(),
	}
}

// Edges of JobChunk.
func (JobChunk) Edges() []ent.Edge {
	return []ent.Edge{edge.To("job", Job.Type).Field("job_id").Unique().Required().Immutable()}
}

// Indexes of JobChunk.
func (JobChunk) Indexes() []ent.Index {
	return []ent.Index{index.Fields("reseller_id", "job_id", "position").Unique()}
}
