package rule

import (
	"strings"
	"time"
	_ "time/tzdata" // time zones are checked on machines that have no list of them, too

	"github.com/nyaruka/phonenumbers"
	"golang.org/x/text/language"
)

// Lengths of texts with a form of their own, in characters.
const (
	MaxPhone    = 40
	MaxTimezone = 64
	MaxLocale   = 35 // [BCP 47] asks for room for that many
)

// PhoneNumber brings a number that names its country to the form of E.164.
// Whether somebody has it, or the range is in use, only a call would tell: a
// list of ranges refuses numbers that are newer than itself. [004]
func PhoneNumber(s string) (stored, wrong string) {
	number, err := phonenumbers.Parse(s, "") // no country stands in for a missing one
	if err != nil || number.GetExtension() != "" || !phonenumbers.IsPossibleNumber(number) {
		return "", "A phone number begins with a plus sign and the country, such as +49 30 901820."
	}
	return phonenumbers.Format(number, phonenumbers.E164), ""
}

// TimezoneName checks a name of the IANA database. The files of a machine hold
// more: copies under other rules, and what the machine itself is set to. [004]
func TimezoneName(s string) (stored, wrong string) {
	_, err := time.LoadLocation(s)
	own := s == "Local" || s == "localtime" || s == "posixrules" || s == "Factory" ||
		strings.HasPrefix(s, "posix/") || strings.HasPrefix(s, "right/")
	if err != nil || own {
		return "", "This is not a time zone of the IANA database, such as Europe/Berlin."
	}
	return s, ""
}

// LocaleTag checks a language tag and brings it to its usual spelling.
func LocaleTag(s string) (stored, wrong string) {
	tag, err := language.Parse(s)
	if err != nil || tag == language.Und {
		return "", "This is not a language tag, such as en or pt-BR."
	}
	return tag.String(), ""
}
