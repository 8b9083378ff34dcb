package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"
	"github.com/shopspring/decimal"
)

// Plan is what a reseller sells: a price for a period, for seats and for
// what is used. It belongs to the reseller's root organization.
type Plan struct{ ent.Schema }

// Mixin of Plan.
func (Plan) Mixin() []ent.Mixin {
	return []ent.Mixin{identity{}, tenant{}, account{}, created{}, edited{}}
}

// Annotations of Plan.
func (Plan) Annotations() []schema.Annotation { return []schema.Annotation{TypeID{"plan"}} }

// Fields of Plan.
func (Plan) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").SchemaType(text),
		field.String("sort_name").SchemaType(text).Comment("Folded name: order and search ignore case and accents."),
		field.String("description").SchemaType(text).Default(""),
		field.String("currency").SchemaType(text).Immutable().Comment("ISO 4217 code."),
		field.Enum("interval").SchemaType(text).Values("MONTH", "YEAR").Immutable(),
		field.Other("base_price", decimal.Decimal{}).SchemaType(money).Comment("For one period."),
		field.Other("seat_price", decimal.Decimal{}).SchemaType(money).Comment("For one seat above those included, for one period."),
		field.Int("included_seats").Default(0),
		field.JSON("usage_prices", []UsagePrice{}).Default([]UsagePrice{}),
		field.Int("trial_days").Default(0),
		field.Strings("features").Default([]string{}).Comment("Features it suggests; switching them is another action."),
		field.Time("archived_at").Optional().Nillable().SchemaType(timestamp),
	}
}

// Indexes of Plan; partial ones stand in the migrations.
func (Plan) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("reseller_id", "sort_name", "id"),
		index.Fields("reseller_id", "created_at", "id"),
	}
}

// UsagePrice is what a plan takes for the use of one metric.
type UsagePrice struct {
	Metric    string          `json:"metric"`
	Included  int64           `json:"included"`  // quantity of a period that costs nothing
	UnitPrice decimal.Decimal `json:"unitPrice"` // for each one above
}

// PlanTerms are the prices of a plan as they were when a period began: what is
// changed afterwards is for later periods.
type PlanTerms struct {
	PlanID        uuid.UUID       `json:"planId"`
	Name          string          `json:"name"`
	Currency      string          `json:"currency"`
	Interval      string          `json:"interval"`
	BasePrice     decimal.Decimal `json:"basePrice"`
	SeatPrice     decimal.Decimal `json:"seatPrice"`
	IncludedSeats int             `json:"includedSeats"`
	UsagePrices   []UsagePrice    `json:"usagePrices"`
}

// PlanSegment are terms that were in force in the first days of a period, until
// others took their place.
type PlanSegment struct {
	From  string    `json:"from"`  // first day, such as 2026-03-01
	Until string    `json:"until"` // first day of the next terms
	Terms PlanTerms `json:"terms"`
}
