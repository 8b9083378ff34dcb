package partner

import "slices"

// Event is something endpoints can be told of. Its key is the action that the
// audit log names.
type Event struct{ Key, Description string }

// Events is the catalogue, in the order in which it is shown. Keys stay; new
// ones are added.
func Events() []Event {
	return []Event{
		{"organization.created", "A customer account or a sub-account was created."},
		{"organization.updated", "The data of an organization changed."},
		{"organization.suspended", "An organization was suspended."},
		{"organization.reactivated", "An organization was reactivated."},
		{"organization.deleted", "An organization was deleted; it can be restored for a while."},
		{"organization.restored", "A deleted organization was restored."},
		{"organization.purged", "What was left of a deleted organization was removed for good."},
		{"organization.features_changed", "Features or seats of an organization changed."},
		{"user.created", "A user was created."},
		{"user.activated", "A user used the link of the activation mail."},
		{"user.updated", "The profile of a user changed."},
		{"user.email_changed", "A user has another e-mail address."},
		{"user.roles_changed", "A user gained or lost roles."},
		{"user.suspended", "A user was suspended."},
		{"user.reactivated", "A user was reactivated."},
		{"user.deleted", "A user was deleted."},
		{"invitation.created", "Somebody was invited."},
		{"invitation.accepted", "An invitation was accepted."},
		{"invitation.revoked", "An invitation was revoked."},
		{"membership.updated", "Access, modules or sub-accounts of a member changed."},
		{"membership.deactivated", "A member was deactivated."},
		{"membership.reactivated", "A member was reactivated."},
		{"membership.removed", "A member was removed."},
		{"role.created", "A role was made."},
		{"role.updated", "A role changed."},
		{"role.deleted", "A role was removed."},
		{"subscription.created", "A subscription began."},
		{"subscription.updated", "A subscription changed."},
		{"subscription.canceled", "A subscription was canceled."},
		{"subscription.past_due", "An invoice of a subscription is overdue."},
		{"invoice.created", "An invoice was made."},
		{"invoice.payment_recorded", "A payment of an invoice was recorded."},
		{"invoice.past_due", "An invoice is overdue."},
		{"invoice.voided", "An invoice was declared void."},
		{"credit.low", "The credits of an account fell below its mark."},
		{"custom_model.activated", "A custom model was put in use."},
		{"custom_model.retired", "A custom model was taken out of use."},
		{"storage_account.created", "A storage account was opened."},
		{"storage_account.deleted", "A storage account was removed."},
		{"service_incident.opened", "The reseller told of an incident."},
		{"service_incident.updated", "There is news about an incident."},
		{"release_note.published", "The reseller told what is new in a release."},
		{"api_credential.created", "An API key was made."},
		{"api_credential.revoked", "An API key was revoked."},
	}
}

// placeOf is the place of an event in the catalogue, -1 when there is none.
func placeOf(key string) int {
	return slices.IndexFunc(Events(), func(e Event) bool { return e.Key == key })
}
