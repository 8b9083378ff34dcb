package billing

import (
	"errors"
	"fmt"
	"time"

	"github.com/shopspring/decimal"

	"tenantry/ent/db/invoiceline"
	"tenantry/ent/schema"
)

// Line is one thing an invoice asks money for. Amount is Quantity times
// UnitPrice, rounded.
type Line struct {
	Kind                        invoiceline.Kind
	Description, Metric         string
	Quantity, UnitPrice, Amount decimal.Decimal
}

// Period is what is known of a period that is over.
type Period struct {
	Start, End time.Time // first day, and first day after it
	FullEnd    time.Time // where it would have ended; later than End when it was cut short
	Terms      schema.PlanTerms
	Segments   []schema.PlanSegment // terms of its first days
	Seats      int                  // of the account
	Usage      map[string]decimal.Decimal
}

// ErrAmount is what a period answers that costs more than can be asked for.
var ErrAmount = errors.New("the amount is beyond what an invoice can hold")

// Charge is what a period costs: the whole price of the last terms, corrected
// for the days on which others were in force, or none. Every amount is rounded
// for itself, and the total is their sum.
func Charge(p Period) (lines []Line, total decimal.Decimal, err error) {
	add := func(l Line) {
		l.Amount = Round(l.Quantity.Mul(l.UnitPrice), p.Terms.Currency)
		if l.Amount.IsZero() {
			return
		}
		if l.Amount.Abs().GreaterThan(maxAmount()) || l.Quantity.GreaterThan(maxAmount()) {
			err = ErrAmount
		}
		lines, total = append(lines, l), total.Add(l.Amount)
	}
	one := decimal.NewFromInt(1)
	add(Line{Kind: invoiceline.KindPLAN, Description: p.Terms.Name, Quantity: one, UnitPrice: p.Terms.BasePrice})
	if above := p.Seats - p.Terms.IncludedSeats; above > 0 {
		add(Line{Kind: invoiceline.KindSEATS, Description: "Seats above those included", Quantity: decimal.NewFromInt(int64(above)), UnitPrice: p.Terms.SeatPrice})
	}
	whole, standing := days(p.Start, p.FullEnd), p.standing(p.Terms)
	for _, s := range p.Segments {
		n, bad := span(s)
		if bad != nil {
			return nil, total, bad
		}
		text := fmt.Sprintf("%s instead of %s, %d of %d days", s.Terms.Name, p.Terms.Name, n, whole)
		add(Line{Kind: invoiceline.KindPRORATION, Description: text, Quantity: one,
			UnitPrice: Share(p.standing(s.Terms).Sub(standing), n, whole, p.Terms.Currency)})
	}
	if rest := days(p.End, p.FullEnd); rest > 0 {
		text := fmt.Sprintf("Not used, %d of %d days", rest, whole)
		add(Line{Kind: invoiceline.KindPRORATION, Description: text, Quantity: one,
			UnitPrice: Share(standing.Neg(), rest, whole, p.Terms.Currency)})
	}
	for _, u := range p.Terms.UsagePrices {
		if above := p.Usage[u.Metric].Sub(decimal.NewFromInt(u.Included)); above.IsPositive() {
			add(Line{Kind: invoiceline.KindUSAGE, Description: u.Metric + " above what is included", Metric: u.Metric, Quantity: above, UnitPrice: u.UnitPrice})
		}
	}
	if total.GreaterThan(maxAmount()) {
		err = ErrAmount
	}
	return lines, total, err
}

// standing is what terms take for a whole period whatever is used.
func (p Period) standing(t schema.PlanTerms) decimal.Decimal {
	above := max(0, p.Seats-t.IncludedSeats)
	return Round(t.BasePrice, t.Currency).Add(Round(t.SeatPrice.Mul(decimal.NewFromInt(int64(above))), t.Currency))
}

// span is how many days a segment lasted.
func span(s schema.PlanSegment) (int, error) {
	from, err := time.Parse(time.DateOnly, s.From)
	if err != nil {
		return 0, fmt.Errorf("first day of a segment: %w", err)
	}
	until, err := time.Parse(time.DateOnly, s.Until)
	if err != nil {
		return 0, fmt.Errorf("end of a segment: %w", err)
	}
	return days(from, until), nil
}
