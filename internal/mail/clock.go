package mail

import (
	"fmt"
	"strings"
	"time"
)

// zone is the reader's time zone; UTC when nobody told us where they are.
func zone(name string) *time.Location {
	if name == "Local" { // the server's own
		return time.UTC
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return time.UTC
	}
	return loc
}

// clockFace writes an instant and names the zone, for a reader may travel. A
// language without a line here gets figures.
func clockFace(lang string, zone *time.Location, t time.Time) string {
	t = t.In(zone)
	where := "UTC"
	if zone != time.UTC && zone.String() != "UTC" {
		where = "(" + strings.ReplaceAll(zone.String(), "_", " ") + ")"
	}
	switch lang {
	case "en":
		return t.Format("Monday, 2 January 2006 at 15:04 ") + where
	case "de":
		return german().days[t.Weekday()] + ", " + calendar(lang, t) + t.Format(" um 15:04 Uhr ") + where
	}
	return t.Format("2006-01-02 15:04 ") + where
}

// calendar writes the date of a time.
func calendar(lang string, t time.Time) string {
	switch lang {
	case "en":
		return t.Format("2 January 2006")
	case "de":
		return fmt.Sprintf("%d. %s %d", t.Day(), german().months[t.Month()-1], t.Year())
	}
	return t.Format("2006-01-02")
}

// names are those of the days, from Sunday, and of the months: Go knows the
// English ones only.
type names struct {
	days   [7]string
	months [12]string
}

func german() names {
	return names{
		[7]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
		[12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
	}
}
