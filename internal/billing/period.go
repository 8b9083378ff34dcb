package billing

import (
	"time"

	"tenantry/ent/db/plan"
)

// A day is written as midnight in UTC, whatever the time zone it is a day of:
// so days are counted and compared without regard to summer time.

// DayOf is the day of an instant in a time zone.
func DayOf(t time.Time, zone *time.Location) time.Time {
	y, m, d := t.In(zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// days is how many days lie from one to the other.
func days(from, until time.Time) int { return int(until.Sub(from) / (24 * time.Hour)) }

// after is the day some days later.
func after(day time.Time, n int) time.Time { return day.AddDate(0, 0, n) }

// months is how many months a period lasts.
func months(interval string) int {
	if interval == string(plan.IntervalYEAR) {
		return 12
	}
	return 1
}

// boundary is the n-th day a period begins on: that of the anchor, n months
// later, or the last of a month that has no such day. It is reckoned from the
// anchor, so that a short month moves no later one.
func boundary(anchor time.Time, n int) time.Time {
	y, m, d := anchor.Date()
	first := time.Date(y, m+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return time.Date(first.Year(), first.Month(), min(d, last), 0, 0, 0, 0, time.UTC)
}

// PeriodEnd is the first day after the period that a day lies in; the periods
// of an interval (MONTH or YEAR) follow one another from the anchor on.
func PeriodEnd(anchor, day time.Time, interval string) time.Time {
	step := months(interval)
	y, m, _ := anchor.Date()
	dy, dm, _ := day.Date()
	n := max(0, ((dy-y)*12+int(dm-m))/step-1) * step
	for !boundary(anchor, n).After(day) {
		n += step
	}
	return boundary(anchor, n)
}
