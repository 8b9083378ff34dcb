package mail

import "time"

// Sample is a mail with made-up data, to look at.
type Sample struct {
	Name string // kind, and what is special about it
	Mail Mail
}

// Languages lists those that every mail is written in.
func Languages() []string { return []string{fallback, "de"} }

// Samples are mails of every kind in one language, those that look quite
// different with other data more than once. The data never changes.
func Samples(language string) []Sample {
	at := time.Date(2026, 3, 13, 14, 30, 0, 0, time.UTC)
	e := Envelope{
		To: "zoe@harbour.test", ToName: "Zoë Lindqvist", Sender: "Northwind Chat", Reseller: "Northwind",
		Organization: "Harbour & Sons", Locale: language, Timezone: "Europe/Berlin", ID: "mail-42",
	}
	staff := e
	staff.Organization, staff.ToName, staff.Sender, staff.Timezone = staff.Reseller, "", "", ""
	const site = "https://portal.test/"
	const token = "tnta_c2FtcGxlLW5vdC1hLXJlYWwtdG9rZW4"
	const invitation = "tnti_c2FtcGxlLW5vdC1hLXJlYWwtdG9rZW4"
	return []Sample{
		{"invitation", Invitation{
			Envelope: e, Inviter: "Ana Pérez", ExpiresAt: at, Link: site + "invitation#token=" + invitation,
			Message: "Hi Zoë,\nwe start on Monday!\n\n\nAna",
		}},
		{"invitation_staff", Invitation{Envelope: staff, ExpiresAt: at, Link: site + "invitation#token=" + invitation}},
		{"suspended", Suspended{Envelope: e, Motive: "ON_LEAVE", Reason: "See you in autumn.", Until: &at}},
		{"suspended_bare", Suspended{Envelope: staff, Motive: "OTHER"}},
		{"reactivated", Reactivated{Envelope: e, SignInLink: site}},
		{"reactivated_bare", Reactivated{Envelope: staff}},
		{"role_changed", RoleChanged{
			Envelope: e, ChangedBy: "Ana Pérez", Added: []string{"Supervisor", "Analyst"}, Removed: []string{"Agent"},
		}},
		{"role_changed_bare", RoleChanged{Envelope: staff, Removed: []string{"Agent"}}},
		{"password_reset", PasswordReset{Envelope: e, Link: site + "password#token=" + token, ExpiresAt: at}},
		{"password_changed", PasswordChanged{Envelope: e, At: at}},
		{"password_changed_by_administrator", PasswordChanged{Envelope: staff, ByAdministrator: true}},
		{"two_factor_reset", TwoFactorReset{Envelope: e, At: at}},
		{"two_factor_added", TwoFactorChanged{Envelope: e, Factor: FactorTOTP, At: at}},
		{"two_factor_removed", TwoFactorChanged{Envelope: staff, Factor: FactorPasskey, Removed: true}},
		{"two_factor_codes", TwoFactorChanged{Envelope: e, Factor: FactorRecoveryCodes, At: at}},
		{"two_factor_codes_removed", TwoFactorChanged{Envelope: staff, Factor: FactorRecoveryCodes, Removed: true}},
		{"recovery_code_used", RecoveryCodeUsed{Envelope: e, Left: 7, At: at}},
		{"recovery_code_used_one_left", RecoveryCodeUsed{Envelope: e, Left: 1, At: at}},
		{"recovery_code_used_none_left", RecoveryCodeUsed{Envelope: staff}},
		{"email_confirm", EmailConfirm{Envelope: e, Link: site + "email#token=" + token, ExpiresAt: at}},
		{"email_change_asked", EmailChanged{Envelope: e, NewAddress: "lindqvist@elsewhere.test", At: at}},
		{"email_changed", EmailChanged{Envelope: e, NewAddress: "lindqvist@elsewhere.test", Done: true, At: at}},
		{"membership_deactivated", MembershipDeactivated{Envelope: e, Reason: "See you in autumn."}},
		{"membership_deactivated_bare", MembershipDeactivated{Envelope: e}},
		{"membership_deactivated_last", MembershipDeactivated{Envelope: e, LastWayIn: true}},
		{"membership_reactivated", MembershipReactivated{Envelope: e, SignInLink: site}},
		{"membership_removed", MembershipRemoved{Envelope: e, Reason: "The project has ended."}},
		{"membership_removed_bare", MembershipRemoved{Envelope: e}},
		{"membership_removed_last", MembershipRemoved{Envelope: e, LastWayIn: true}},
		{"dormant_accounts", DormantAccounts{Envelope: e, Count: 23, Days: 90, Link: site, Accounts: []DormantAccount{
			{"Bo Ek", "bo@harbour.test", at.AddDate(0, -4, 0)}, {"Ida Holm", "ida@harbour.test", time.Time{}},
		}}},
		{"dormant_accounts_one", DormantAccounts{
			Envelope: staff, Count: 1, Days: 30, Accounts: []DormantAccount{{"Bo Ek", "bo@harbour.test", at.AddDate(0, -2, 0)}},
		}},
		{"organization_suspended", OrganizationChanged{Envelope: e, Change: "SUSPENDED", Reason: "Three invoices are open."}},
		{"organization_deleted", OrganizationChanged{Envelope: e, Change: "DELETED", PurgeAt: &at}},
		{"organization_restored", OrganizationChanged{Envelope: e, Change: "RESTORED", Link: site}},
		{"login_as_started", LoginAsStarted{Envelope: e, Actor: "Mia Brandt", Reason: "The nightly export fails.", Minutes: 30, ExpiresAt: at, Link: site}},
		{"login_as_started_other", LoginAsStarted{Envelope: e, Actor: "Mia Brandt", User: "Bo Ek", Reason: "The nightly export fails.", Minutes: 1, ExpiresAt: at}},
		{"login_as_asked", LoginAsAsked{Envelope: e, Actor: "Mia Brandt", User: "Bo Ek", Reason: "The nightly export fails.", Minutes: 30, ExpiresAt: at, Link: site}},
		{"credits_low", CreditsLow{Envelope: e, Balance: 180, Mark: 200, Link: site}},
		{"credits_low_pool", CreditsLow{Envelope: staff, Mark: 50_000, Pool: true}},
		{"service_incident", ServiceIncident{
			Envelope: e, Title: "Text messages arrive late", Severity: "MINOR", Status: "IDENTIFIED",
			Body: "A carrier answers slowly.\nNothing is lost.", StartedAt: at.Add(-time.Hour), ToldAt: at, Link: site + "?incident=sinc_1",
		}},
		{"service_incident_planned", ServiceIncident{
			Envelope: staff, Title: "New database servers", Severity: "MAINTENANCE", Status: "INVESTIGATING",
			Body: "Reports cannot be made for ten minutes.", StartedAt: at.AddDate(0, 0, 3), ToldAt: at,
		}},
		{"service_incident_resolved", ServiceIncident{
			Envelope: e, Title: "Text messages arrive late", Severity: "MAJOR", Status: "RESOLVED",
			Body: "The carrier is back.", StartedAt: at.Add(-2 * time.Hour), ToldAt: at, Link: site + "?incident=sinc_1",
		}},
		{"release_note", ReleaseNote{
			Envelope: e, Release: "2026.3", Title: "Sub-accounts have reports of their own", Body: "Choose a sub-account above the report.\n\nNothing else changes.", Link: site + "?release=rel_1",
		}},
		{"release_note_bare", ReleaseNote{Envelope: staff, Release: "2026.3.1", Title: "Two mistakes mended", Body: "See the list in the portal."}},
		{"invoice_past_due", InvoicePastDue{Envelope: e, Number: "000042", Due: "107.55 EUR", DueOn: time.Date(2026, 2, 27, 0, 0, 0, 0, time.UTC), Link: site}},
		{"invoice_past_due_bare", InvoicePastDue{Envelope: staff, Number: "000042", Due: "107.55 EUR", DueOn: time.Date(2026, 2, 27, 0, 0, 0, 0, time.UTC)}},
		{"export_ready", ExportReady{Envelope: e, FileName: "users-2026-03-13.xlsx", Link: site, ExpiresAt: at}},
		{"report_ready", ReportReady{Envelope: e, Schedule: "Usage of all customers", FileName: "usage-by-organization-20260301-060000.csv", Link: site, ExpiresAt: at}},
		{"job_finished", JobFinished{Envelope: e, Work: WorkBulkChange, End: EndSucceeded, Total: 340, Done: 338, Failed: 2, Link: site}},
		{"job_finished_import_failed", JobFinished{Envelope: e, Work: WorkImport, End: EndFailed, Total: 90, Done: 12, Link: site}},
		{"job_finished_export_canceled", JobFinished{Envelope: staff, Work: WorkExport, End: EndCanceled}},
	}
}
