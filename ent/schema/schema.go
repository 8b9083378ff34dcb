// Package schema answers what is stored: one file per entity, hand-written.
// Rules every tenant table keeps (and a lint in internal/database/schema_test.go proves):
// reseller_id leads the primary key and every unique index, foreign keys are
// composite, ids are UUIDv7 made in Go, times come from Go's clock.
package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"
	"github.com/google/uuid"
)

// NewID makes a UUIDv7. It panics only when the system has no randomness left.
func NewID() uuid.UUID { return uuid.Must(uuid.NewV7()) }

// timestamp is the one time type: microseconds with a zone.
var timestamp = map[string]string{dialect.Postgres: "timestamptz(6)"}

// text is PostgreSQL's unbounded text; bounds are rules, not storage.
var text = map[string]string{dialect.Postgres: "text"}

// textArray is a list of short keys that is searched by one of them.
var textArray = map[string]string{dialect.Postgres: "text[]"}

// money is an exact amount; what a currency rounds to is a rule, not storage.
var money = map[string]string{dialect.Postgres: "numeric(19,4)"}

// identity gives a UUIDv7 key.
type identity struct{ mixin.Schema }

func (identity) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("id", uuid.UUID{}).Default(NewID).Immutable(),
	}
}

// tenant marks a row as owned by one reseller; the tenant scope filters on it
// and it is the distribution key of a sharded installation.
type tenant struct{ mixin.Schema }

func (tenant) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("reseller_id", uuid.UUID{}).Immutable(),
	}
}

// account names the top organization below the reseller that owns the row: the
// customer, or the reseller's root organization for staff. It never changes,
// so a customer's rows are one equality away.
type account struct{ mixin.Schema }

func (account) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("account_id", uuid.UUID{}).Immutable(),
	}
}

// created stamps the moment a row was added, from Go's clock.
type created struct{ mixin.Schema }

func (created) Fields() []ent.Field {
	return []ent.Field{
		field.Time("created_at").Immutable().SchemaType(timestamp),
	}
}

// edited adds what optimistic concurrency needs.
type edited struct{ mixin.Schema }

func (edited) Fields() []ent.Field {
	return []ent.Field{
		field.Time("updated_at").SchemaType(timestamp),
		field.Int("version").Default(1),
	}
}
