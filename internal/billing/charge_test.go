package billing

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"tenantry/ent/db/invoiceline"
	"tenantry/ent/schema"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func TestRound(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ amount, currency, want string }{
		{"1.005", "EUR", "1"}, {"1.015", "EUR", "1.02"}, {"1.025", "EUR", "1.02"}, {"-1.005", "EUR", "-1"}, {"1.0051", "EUR", "1.01"},
		{"1.5", "JPY", "2"}, {"2.5", "JPY", "2"}, {"1.0005", "KWD", "1"}, {"1.0015", "KWD", "1.002"},
	} {
		if got := Round(dec(c.amount), c.currency); got.String() != c.want {
			t.Errorf("%s %s is rounded to %s, want %s", c.amount, c.currency, got, c.want)
		}
	}
}

func TestShare(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		price       string
		part, whole int
		currency    string
		want        string
	}{
		{"31", 10, 31, "EUR", "10"}, {"10", 1, 3, "EUR", "3.33"}, {"10", 2, 3, "EUR", "6.67"}, {"-10", 2, 3, "EUR", "-6.67"},
		{"0.03", 1, 2, "EUR", "0.02"}, {"0.01", 1, 2, "EUR", "0"}, {"-0.03", 1, 2, "EUR", "-0.02"}, {"-0.01", 1, 2, "EUR", "0"},
		{"5", 1, 2, "JPY", "2"}, {"7", 1, 2, "JPY", "4"}, {"0.0001", 1, 31, "EUR", "0"},
		{"999999999.9999", 30, 31, "EUR", "967741935.48"},
	} {
		if got := Share(dec(c.price), c.part, c.whole, c.currency); !got.Equal(dec(c.want)) {
			t.Errorf("%d/%d of %s %s is %s, want %s", c.part, c.whole, c.price, c.currency, got, c.want)
		}
	}
}

// A share is the number of minor units nearest to the quotient, of two the
// even one.
func TestShareIsNearest(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		price := decimal.New(rapid.Int64Range(-1e13, 1e13).Draw(t, "price"), -4)
		whole := rapid.IntRange(28, 366).Draw(t, "whole")
		part := rapid.IntRange(0, whole).Draw(t, "part")
		code := rapid.SampledFrom([]string{"EUR", "JPY", "KWD"}).Draw(t, "currency")
		got := Share(price, part, whole, code)
		exact := new(big.Rat).Mul(price.Rat(), big.NewRat(int64(part), int64(whole)))
		unit := decimal.New(1, -minorUnit(code))
		off := new(big.Rat).Sub(got.Rat(), exact)
		switch off.Abs(off).Cmp(new(big.Rat).Quo(unit.Rat(), big.NewRat(2, 1))) {
		case 1:
			t.Fatalf("%s is farther than half a unit from the exact share", got)
		case 0:
			if !got.Div(unit).Mod(decimal.NewFromInt(2)).IsZero() {
				t.Fatalf("%s is the odd one of two", got)
			}
		}
	})
}

// terms are EUR prices for a month.
func terms(name, base, seat string, included int, usage ...schema.UsagePrice) schema.PlanTerms {
	return schema.PlanTerms{Name: name, Currency: "EUR", Interval: "MONTH", BasePrice: dec(base), SeatPrice: dec(seat), IncludedSeats: included, UsagePrices: usage}
}

func TestCharge(t *testing.T) {
	t.Parallel()
	sms := schema.UsagePrice{Metric: "SMS", Included: 1000, UnitPrice: dec("0.0755")}
	march := Period{Start: date(t, "2026-03-01"), End: date(t, "2026-04-01"), FullEnd: date(t, "2026-04-01"), Seats: 12}
	used := func(n int64) map[string]decimal.Decimal {
		return map[string]decimal.Decimal{"SMS": decimal.NewFromInt(n)}
	}
	for name, c := range map[string]struct {
		change func(*Period)
		want   string
	}{
		"plan alone":        {func(p *Period) { p.Terms = terms("Pro", "99", "0", 0) }, "PLAN 1 × 99 = 99 | 99"},
		"seats above":       {func(p *Period) { p.Terms = terms("Pro", "99", "4.50", 10) }, "PLAN 1 × 99 = 99; SEATS 2 × 4.5 = 9 | 108"},
		"seats included":    {func(p *Period) { p.Terms = terms("Pro", "99", "4.50", 20) }, "PLAN 1 × 99 = 99 | 99"},
		"nothing to pay":    {func(p *Period) { p.Terms = terms("Free", "0", "0", 0) }, " | 0"},
		"usage included":    {func(p *Period) { p.Terms, p.Usage = terms("Pro", "99", "0", 0, sms), used(1000) }, "PLAN 1 × 99 = 99 | 99"},
		"usage above":       {func(p *Period) { p.Terms, p.Usage = terms("Pro", "99", "0", 0, sms), used(1001) }, "PLAN 1 × 99 = 99; USAGE 1 × 0.0755 = 0.08 | 99.08"},
		"usage rounds once": {func(p *Period) { p.Terms, p.Usage = terms("Pro", "0", "0", 0, sms), used(1010) }, "USAGE 10 × 0.0755 = 0.76 | 0.76"},
		"half to even":      {func(p *Period) { p.Terms, p.Usage = terms("Pro", "0", "0", 0, sms), used(1030) }, "USAGE 30 × 0.0755 = 2.26 | 2.26"},
		"upgrade": {func(p *Period) {
			p.Terms = terms("Pro", "310", "0", 0)
			p.Segments = []schema.PlanSegment{{From: "2026-03-01", Until: "2026-03-11", Terms: terms("Basic", "31", "0", 0)}}
		}, "PLAN 1 × 310 = 310; PRORATION 1 × -90 = -90 | 220"},
		"downgrade": {func(p *Period) {
			p.Terms = terms("Basic", "31", "0", 0)
			p.Segments = []schema.PlanSegment{{From: "2026-03-01", Until: "2026-03-11", Terms: terms("Pro", "310", "0", 0)}}
		}, "PLAN 1 × 31 = 31; PRORATION 1 × 90 = 90 | 121"},
		"seats of both plans": {func(p *Period) {
			p.Terms = terms("Pro", "100", "5", 10)
			p.Segments = []schema.PlanSegment{{From: "2026-03-01", Until: "2026-03-16", Terms: terms("Basic", "0", "7.75", 8)}}
		}, "PLAN 1 × 100 = 100; SEATS 2 × 5 = 10; PRORATION 1 × -38.23 = -38.23 | 71.77"},
		"canceled": {func(p *Period) {
			p.Terms, p.End = terms("Pro", "310", "0", 0), date(t, "2026-03-11")
		}, "PLAN 1 × 310 = 310; PRORATION 1 × -210 = -210 | 100"},
		"two changes and the end": {func(p *Period) {
			p.Terms, p.End = terms("C", "93", "0", 0), date(t, "2026-03-21")
			p.Segments = []schema.PlanSegment{
				{From: "2026-03-01", Until: "2026-03-02", Terms: terms("A", "31", "0", 0)},
				{From: "2026-03-02", Until: "2026-03-12", Terms: terms("B", "62", "0", 0)},
			}
		}, "PLAN 1 × 93 = 93; PRORATION 1 × -2 = -2; PRORATION 1 × -10 = -10; PRORATION 1 × -33 = -33 | 48"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := march
			c.change(&p)
			lines, total, err := Charge(p)
			if err != nil {
				t.Fatal(err)
			}
			parts := make([]string, len(lines))
			for i, l := range lines {
				parts[i] = string(l.Kind) + " " + l.Quantity.String() + " × " + l.UnitPrice.String() + " = " + l.Amount.String()
			}
			if diff := cmp.Diff(c.want, strings.Join(parts, "; ")+" | "+total.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestChargeBeyondBounds(t *testing.T) {
	t.Parallel()
	p := Period{Start: date(t, "2026-03-01"), End: date(t, "2026-04-01"), FullEnd: date(t, "2026-04-01")}
	p.Terms = terms("Pro", "1", "0", 0, schema.UsagePrice{Metric: "BYTES", UnitPrice: dec("1000000000")})
	p.Usage = map[string]decimal.Decimal{"BYTES": decimal.New(1, 15)}
	if _, _, err := Charge(p); err == nil {
		t.Error("an amount beyond what an invoice can hold is charged")
	}
}

// Whatever happens in a period: the total is the sum of the lines, each amount
// its quantity times its price in whole minor units, and what the days cost
// is off from the exact price by half a unit for each line at most.
func TestChargeAddsUp(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		code := rapid.SampledFrom([]string{"EUR", "JPY", "KWD"}).Draw(t, "currency")
		draw := func(label string) schema.PlanTerms {
			money := func(of string, max int64) decimal.Decimal {
				return decimal.New(rapid.Int64Range(0, max).Draw(t, label+of), -minorUnit(code))
			}
			return schema.PlanTerms{
				Name: label, Currency: code, BasePrice: money("base", 1e8), SeatPrice: money("seat", 1e5),
				IncludedSeats: rapid.IntRange(0, 50).Draw(t, label+"included"),
				UsagePrices: []schema.UsagePrice{{Metric: "SMS", Included: rapid.Int64Range(0, 1000).Draw(t, label+"free"),
					UnitPrice: decimal.New(rapid.Int64Range(0, 1e5).Draw(t, label+"unit"), -4)}},
			}
		}
		start := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 1500).Draw(t, "start"))
		p := Period{Start: start, FullEnd: PeriodEnd(start, start, "MONTH"), Seats: rapid.IntRange(0, 100).Draw(t, "seats"), Terms: draw("last"),
			Usage: map[string]decimal.Decimal{"SMS": decimal.NewFromInt(rapid.Int64Range(0, 1e6).Draw(t, "used"))}}
		whole := days(p.Start, p.FullEnd)
		until := start
		exact := new(big.Rat)
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			n := rapid.IntRange(1, 5).Draw(t, "days")
			s := schema.PlanSegment{From: until.Format(time.DateOnly), Until: after(until, n).Format(time.DateOnly), Terms: draw("before")}
			p.Segments, until = append(p.Segments, s), after(until, n)
			exact.Add(exact, new(big.Rat).Mul(p.standing(s.Terms).Rat(), big.NewRat(int64(n), int64(whole))))
		}
		p.End = after(until, rapid.IntRange(1, days(until, p.FullEnd)).Draw(t, "last days"))
		exact.Add(exact, new(big.Rat).Mul(p.standing(p.Terms).Rat(), big.NewRat(int64(days(until, p.End)), int64(whole))))

		lines, total, err := Charge(p)
		if err != nil {
			t.Fatal(err)
		}
		sum, standing := decimal.Zero, decimal.Zero
		for _, l := range lines {
			if !l.Amount.Equal(l.Quantity.Mul(l.UnitPrice).RoundBank(minorUnit(code))) {
				t.Fatalf("%s × %s is not %s", l.Quantity, l.UnitPrice, l.Amount)
			}
			if sum = sum.Add(l.Amount); l.Kind != invoiceline.KindUSAGE {
				standing = standing.Add(l.Amount)
			}
		}
		if !sum.Equal(total) || !total.Equal(total.Truncate(minorUnit(code))) {
			t.Fatalf("the lines add up to %s, the total is %s", sum, total)
		}
		off := new(big.Rat).Sub(standing.Rat(), exact)
		allowed := new(big.Rat).Mul(decimal.New(1, -minorUnit(code)).Rat(), big.NewRat(int64(len(p.Segments)+1), 2))
		if off.Abs(off).Cmp(allowed) > 0 {
			t.Fatalf("the days cost %s, exactly %s", standing, exact.FloatString(6))
		}
	})
}

func TestCurrencyCode(t *testing.T) {
	t.Parallel()
	for code, ok := range map[string]bool{"EUR": true, "usd": true, "JPY": true, "EURO": false, "XXX": false, "": false, "ZZZ": false} {
		stored, wrong := currencyCode(code)
		if (wrong == "") != ok || ok && stored != strings.ToUpper(code) {
			t.Errorf("%q: stored %q, wrong %q", code, stored, wrong)
		}
	}
}
