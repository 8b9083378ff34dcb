package graph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"tenantry/ent/schema"
)

// Prefixes of public ids, as in the annotations of ent/schema.
const (
	userPrefix                = "user"
	organizationPrefix        = "org"
	invitationPrefix          = "inv"
	rolePrefix                = "role"
	sessionPrefix             = "ses"
	auditEventPrefix          = "aud"
	membershipPrefix          = "mem"
	jobPrefix                 = "job"
	deadMailPrefix            = "mail"
	passkeyPrefix             = "pk"
	creditEntryPrefix         = "cred"
	impersonationPrefix       = "imp"
	reportSchedulePrefix      = "rsch"
	customModelPrefix         = "cmod"
	storageAccountPrefix      = "sto"
	serviceIncidentPrefix     = "sinc"
	releaseNotePrefix         = "rel"
	webhookEndpointPrefix     = "whk"
	apiCredentialPrefix       = "key"
	planPrefix                = "plan"
	billingSubscriptionPrefix = "bsub"
	billingAccountPrefix      = "bacc"
	invoicePrefix             = "bill"
	viewerPrefix              = "viewer" // with the key of the session
)

// prefixOf is the prefix of the ids of an API type, as the audit log names it;
// empty for types without public ids.
func prefixOf(typeName string) string {
	return map[string]string{
		"User": userPrefix, "Organization": organizationPrefix, "Invitation": invitationPrefix,
		"Role": rolePrefix, "Session": sessionPrefix, "AuditEvent": auditEventPrefix, "Membership": membershipPrefix,
		"Job": jobPrefix, "DeadMail": deadMailPrefix,
		"Plan":                planPrefix,
		"BillingSubscription": billingSubscriptionPrefix,
		"BillingAccount":      billingAccountPrefix,
		"Invoice":             invoicePrefix,
		"CreditEntry":         creditEntryPrefix,
		"Impersonation":       impersonationPrefix,
		"ReportSchedule":      reportSchedulePrefix,
		"CustomModel":         customModelPrefix,
		"StorageAccount":      storageAccountPrefix,
		"ServiceIncident":     serviceIncidentPrefix,
		"ReleaseNote":         releaseNotePrefix,
		"WebhookEndpoint":     webhookEndpointPrefix,
		"ApiCredential":       apiCredentialPrefix,
	}[typeName]
}

// parseID reads a public id of one type, or of any when prefix is empty; false
// for other types and for text that is no id at all.
func parseID(prefix, id string) (uuid.UUID, bool) {
	got, key, err := schema.ParseGlobalID(id)
	return key, err == nil && (prefix == "" || got == prefix)
}

// initials are the first letters of the first and the last word, or of the
// address when the name has no letters.
func initials(name, email string) string {
	words := strings.FieldsFunc(name, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) && c != '\'' })
	if len(words) == 0 {
		return firstLetter(email)
	}
	if len(words) == 1 {
		return firstLetter(words[0])
	}
	return firstLetter(words[0]) + firstLetter(words[len(words)-1])
}

func firstLetter(word string) string {
	c, size := utf8.DecodeRuneInString(strings.TrimLeft(word, "'"))
	if size == 0 || c == utf8.RuneError {
		return "?"
	}
	return string(unicode.ToUpper(c))
}
