package directory

import (
	"net/url"
	"strings"
	"time"
	_ "time/tzdata" // time zones are checked on machines that have no list of them, too

	"github.com/nyaruka/phonenumbers"
	"golang.org/x/text/language"

	"tenantry/internal/fault"
)

const (
	maxPhone    = 40
	maxTimezone = 64
	maxLocale   = 35  // [BCP 47] asks for room for that many
	maxAvatar   = 500 // characters of an address
)

// maybe is line for a text that may be absent; one that shows nothing is.
func maybe(errs *fault.Refusals, path string, s *string, max int) *string {
	if s == nil {
		return nil
	}
	if t := line(errs, path, *s, max); t != "" {
		return &t
	}
	return nil
}

// checkedName is a name that may be absent.
func checkedName(errs *fault.Refusals, path string, s *string) string {
	if s = maybe(errs, path, s, maxName); s == nil {
		return ""
	}
	return *s
}

// checked is maybe for a text with rules of its own, which answer how it is
// stored, or that it is wrong.
func checked(errs *fault.Refusals, path string, s *string, max int, rule func(string) (stored, wrong string)) *string {
	s = maybe(errs, path, s, max)
	if s == nil {
		return nil
	}
	stored, wrong := rule(*s)
	if wrong != "" {
		errs.Add(fault.Invalid, path, "%s", wrong)
		return nil
	}
	return &stored
}

// phoneNumber brings a number that names its country to the form of E.164.
// Whether somebody has it, or the range is in use, only a call would tell: a
// list of ranges refuses numbers that are newer than itself. [004]
func phoneNumber(s string) (stored, wrong string) {
	number, err := phonenumbers.Parse(s, "") // no country stands in for a missing one
	if err != nil || number.GetExtension() != "" || !phonenumbers.IsPossibleNumber(number) {
		return "", "A phone number begins with a plus sign and the country, such as +49 30 901820."
	}
	return phonenumbers.Format(number, phonenumbers.E164), ""
}

// timezoneName checks a name of the IANA database. The files of a machine hold
// more: copies under other rules, and what the machine itself is set to. [004]
func timezoneName(s string) (stored, wrong string) {
	_, err := time.LoadLocation(s)
	own := s == "Local" || s == "localtime" || s == "posixrules" || s == "Factory" ||
		strings.HasPrefix(s, "posix/") || strings.HasPrefix(s, "right/")
	if err != nil || own {
		return "", "This is not a time zone of the IANA database, such as Europe/Berlin."
	}
	return s, ""
}

// localeTag checks a language tag and brings it to its usual spelling.
func localeTag(s string) (stored, wrong string) {
	tag, err := language.Parse(s)
	if err != nil || tag == language.Und {
		return "", "This is not a language tag, such as en or pt-BR."
	}
	return tag.String(), ""
}

// pictureAddress checks the address of a picture: browsers load it, so it must
// not be in clear, carry a password or lead elsewhere by a script.
func pictureAddress(s string) (stored, wrong string) {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" || u.Hostname() == "" || u.User != nil || strings.ContainsAny(s, " \"'<>\\") {
		return "", "This is not an https address, such as https://pictures.test/ada.png."
	}
	return u.String(), ""
}

// person is what is known of somebody besides roles, as it is stored.
type person struct {
	address                                        address
	firstName, lastName, displayName               string
	phone, externalID, timezone, locale, avatarURL *string
}

// checkPerson cleans what was typed and says what is wrong with it; at gives
// the argument path of a field.
func checkPerson(errs *fault.Refusals, at func(field string) string, in NewUser) person {
	return person{
		address:     email(errs, at("email"), in.Email),
		firstName:   checkedName(errs, at("firstName"), in.FirstName),
		lastName:    checkedName(errs, at("lastName"), in.LastName),
		displayName: checkedName(errs, at("displayName"), in.DisplayName),
		phone:       checked(errs, at("phone"), in.Phone, maxPhone, phoneNumber),
		externalID:  maybe(errs, at("externalId"), in.ExternalID, maxExternal),
		timezone:    checked(errs, at("timezone"), in.Timezone, maxTimezone, timezoneName),
		locale:      checked(errs, at("locale"), in.Locale, maxLocale, localeTag),
		avatarURL:   checked(errs, at("avatarUrl"), in.AvatarURL, maxAvatar, pictureAddress),
	}
}

// checkNames wants the names a user must have: both of a tenant's user [004],
// of others both unless there is a display name [000] [001].
func (p person) checkNames(errs *fault.Refusals, at func(field string) string, tenant bool) {
	if p.displayName != "" && !tenant {
		return
	}
	if p.firstName == "" && !errs.At(at("firstName")) {
		errs.Add(fault.Required, at("firstName"), "A given name is needed.")
	}
	if p.lastName == "" && !errs.At(at("lastName")) {
		errs.Add(fault.Required, at("lastName"), "A family name is needed.")
	}
}
