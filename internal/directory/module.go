package directory

import "slices"

// Module is a part of the product that a member with access USER must be
// granted; administrators have them all [003].
type Module struct {
	Key       string
	Name      string
	AdminOnly bool // never granted to access USER
}

// Modules is the catalogue.
func Modules() []Module {
	return []Module{
		{Key: "PRICING", Name: "Pricing", AdminOnly: true},
		{Key: "PAYMENT", Name: "Payment", AdminOnly: true},
		{Key: "USER_MANAGEMENT", Name: "User management", AdminOnly: true},
		{Key: "CAMPAIGNS", Name: "Campaigns"},
		{Key: "CONTACTS", Name: "Contacts"},
		{Key: "CONVERSATIONS", Name: "Conversations"},
		{Key: "NUMBERS", Name: "Phone numbers"},
		{Key: "REPORTS", Name: "Reports"},
		{Key: "SETTINGS", Name: "Settings"},
	}
}

func moduleByKey(key string) (Module, bool) {
	all := Modules()
	i := slices.IndexFunc(all, func(m Module) bool { return m.Key == key })
	if i < 0 {
		return Module{}, false
	}
	return all[i], true
}
