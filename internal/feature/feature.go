// Package feature answers which parts of the platform there are that an account
// can be given or denied. [002]
package feature

import "slices"

// Key names a feature; the values are those of the Feature enum.
type Key = string

// The catalogue. What each opens is said by Feature.Description.
const (
	SMS           Key = "SMS"
	Calls         Key = "CALLS"
	Conversations Key = "CONVERSATIONS"
	Bots          Key = "BOTS"
	Analytics     Key = "ANALYTICS"
	Reports       Key = "REPORTS"
	SubAccounts   Key = "SUB_ACCOUNTS"
	SSO           Key = "SSO"
	Branding      Key = "BRANDING"
	CustomModels  Key = "CUSTOM_MODELS"
	Storage       Key = "STORAGE"
	Webhooks      Key = "WEBHOOKS"
	APIAccess     Key = "API_ACCESS"
)

// Feature is a part of the platform that is switched on for an account.
type Feature struct {
	Key         Key
	Name        string
	Description string
}

// All is the catalogue, in the order in which it is shown.
func All() []Feature {
	return []Feature{
		{SMS, "SMS", "Send and receive text messages, paid with communication credits."},
		{Calls, "Phone calls", "Make and take phone calls, paid with communication credits."},
		{Conversations, "Conversations", "Handle live conversations in the agent desktop."},
		{Bots, "Bots", "Create and run bots in the operations portal."},
		{Analytics, "Analytics", "See usage of the account."},
		{Reports, "Reports", "Make reports about the account."},
		{SubAccounts, "Sub-accounts", "Divide the account into sub-accounts."},
		{SSO, "Single sign-on", "Sign people in from another system with the account's token."},
		{Branding, "Branding", "Show the portals under the account's own name, logo and domain."},
		{CustomModels, "Custom models", "Use models made for the account."},
		{Storage, "Storage", "Keep files in storage accounts."},
		{Webhooks, "Webhooks", "Tell other systems of changes as they happen."},
		{APIAccess, "API access", "Use the API with keys of the account."},
	}
}

// Keys lists the keys of the catalogue.
func Keys() []Key {
	keys := make([]Key, 0, len(All()))
	for _, f := range All() {
		keys = append(keys, f.Key)
	}
	return keys
}

// Known reports whether there is such a feature.
func Known(key Key) bool { return slices.Contains(Keys(), key) }

// Effective lists what an account can use: what it was given and the reseller
// still has itself, in the order of the catalogue.
func Effective(account, reseller []string) []Key {
	keys := []Key{}
	for _, key := range Keys() {
		if slices.Contains(account, key) && slices.Contains(reseller, key) {
			keys = append(keys, key)
		}
	}
	return keys
}
