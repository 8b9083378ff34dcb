package billing

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func date(t testing.TB, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPeriodEnd(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ anchor, day, interval, want string }{
		"first day":                   {"2026-03-15", "2026-03-15", "MONTH", "2026-04-15"},
		"last day":                    {"2026-03-15", "2026-04-14", "MONTH", "2026-04-15"},
		"day after":                   {"2026-03-15", "2026-04-15", "MONTH", "2026-05-15"},
		"over new year":               {"2026-12-15", "2026-12-20", "MONTH", "2027-01-15"},
		"from the 31st":               {"2026-01-31", "2026-01-31", "MONTH", "2026-02-28"},
		"from the 31st, leap year":    {"2028-01-31", "2028-01-31", "MONTH", "2028-02-29"},
		"a short month moves nothing": {"2026-01-31", "2026-02-28", "MONTH", "2026-03-31"},
		"thirty days":                 {"2026-01-31", "2026-03-31", "MONTH", "2026-04-30"},
		"from the 30th over February": {"2026-01-30", "2026-02-28", "MONTH", "2026-03-30"},
		"far away":                    {"2020-01-31", "2026-02-27", "MONTH", "2026-02-28"},
		"year":                        {"2026-03-15", "2026-03-15", "YEAR", "2027-03-15"},
		"year from a leap day":        {"2024-02-29", "2024-02-29", "YEAR", "2025-02-28"},
		"year to a leap day":          {"2024-02-29", "2027-02-28", "YEAR", "2028-02-29"},
		"year, last day":              {"2024-02-29", "2028-02-28", "YEAR", "2028-02-29"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := PeriodEnd(date(t, c.anchor), date(t, c.day), c.interval).Format(time.DateOnly); got != c.want {
				t.Errorf("the period of %s from %s ends before %s, want %s", c.day, c.anchor, got, c.want)
			}
		})
	}
}

// Periods follow one another without a gap, each day in one, and go on from
// where they ended as they would from the anchor.
func TestPeriodsTile(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		anchor := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 20_000).Draw(t, "anchor"))
		interval := rapid.SampledFrom([]string{"MONTH", "YEAR"}).Draw(t, "interval")
		start := anchor
		for range rapid.IntRange(1, 40).Draw(t, "periods") {
			end := PeriodEnd(anchor, start, interval)
			inside := after(start, rapid.IntRange(0, days(start, end)-1).Draw(t, "day"))
			if got := PeriodEnd(anchor, inside, interval); !got.Equal(end) {
				t.Fatalf("%s lies in %s–%s, and in the one before %s", inside, start, end, got)
			}
			low, high := 28, 31
			if interval == "YEAR" {
				low, high = 365, 366
			}
			if n := days(start, end); n < low || n > high {
				t.Fatalf("period from %s has %d days", start, n)
			}
			if d := end.Day(); d != anchor.Day() && end.AddDate(0, 0, 1).Day() != 1 {
				t.Fatalf("anchor %s, and a period ends before %s", anchor, end)
			}
			start = end
		}
	})
}

// A day is one of the reseller's, in summer and in winter, and has no hours
// that could be lost.
func TestDayOf(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ zone, at, want string }{
		"UTC":                       {"UTC", "2026-03-02T23:59:59Z", "2026-03-02"},
		"east, next day already":    {"Europe/Berlin", "2026-02-28T23:00:00Z", "2026-03-01"},
		"east, still the day":       {"Europe/Berlin", "2026-02-28T22:59:59Z", "2026-02-28"},
		"summer begins that night":  {"Europe/Berlin", "2026-03-28T23:30:00Z", "2026-03-29"},
		"end of the day of summer":  {"Europe/Berlin", "2026-03-29T21:59:59Z", "2026-03-29"},
		"day after summer began":    {"Europe/Berlin", "2026-03-29T22:00:00Z", "2026-03-30"},
		"end of the day of winter":  {"Europe/Berlin", "2026-10-25T22:59:59Z", "2026-10-25"},
		"day after winter began":    {"Europe/Berlin", "2026-10-25T23:00:00Z", "2026-10-26"},
		"west":                      {"America/New_York", "2026-03-01T04:59:59Z", "2026-02-28"},
		"midnight that is not":      {"America/Sao_Paulo", "2018-11-04T03:00:00Z", "2018-11-04"},
		"far east":                  {"Pacific/Kiritimati", "2025-12-31T10:00:00Z", "2026-01-01"},
		"a day that was left out":   {"Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31"},
		"the day before was Friday": {"Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			zone, err := time.LoadLocation(c.zone)
			if err != nil {
				t.Fatal(err)
			}
			at, err := time.Parse(time.RFC3339, c.at)
			if err != nil {
				t.Fatal(err)
			}
			if got := DayOf(at, zone).Format(time.DateOnly); got != c.want {
				t.Errorf("%s is %s in %s, want %s", c.at, got, c.zone, c.want)
			}
		})
	}
}

// A month of summer or winter time has as many days as any other.
func TestDaysAcrossSummerTime(t *testing.T) {
	t.Parallel()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range []time.Month{time.March, time.October} {
		first := DayOf(time.Date(2026, m, 1, 12, 0, 0, 0, zone), zone)
		if n := days(first, PeriodEnd(first, first, "MONTH")); n != 31 {
			t.Errorf("%s has %d days", m, n)
		}
	}
}
