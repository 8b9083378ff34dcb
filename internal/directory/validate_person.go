package directory

import (
	"net/url"
	"strings"

	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

const (
	maxPhone    = rule.MaxPhone
	maxTimezone = rule.MaxTimezone
	maxLocale   = rule.MaxLocale
	maxAvatar   = 500 // characters of an address
)

// maybe, checked and the forms are those of package rule.
func maybe(errs *fault.Refusals, path string, s *string, max int) *string {
	return rule.Maybe(errs, path, s, max)
}

func checked(errs *fault.Refusals, path string, s *string, max int, form func(string) (stored, wrong string)) *string {
	return rule.Checked(errs, path, s, max, form)
}

func phoneNumber(s string) (stored, wrong string) { return rule.PhoneNumber(s) }

func timezoneName(s string) (stored, wrong string) { return rule.TimezoneName(s) }

func localeTag(s string) (stored, wrong string) { return rule.LocaleTag(s) }

// checkedName is a name that may be absent.
func checkedName(errs *fault.Refusals, path string, s *string) string {
	if s = maybe(errs, path, s, maxName); s == nil {
		return ""
	}
	return *s
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
