package directory

import (
	"time"

	"github.com/google/uuid"
)

// A mail is a job row written with the change it tells about. It holds ids
// alone: the worker reads the rest when it sends, so that a queue leaks neither
// names nor links, and a mail about what is no longer so is not sent.

// InvitationMail sends the link of an invitation.
type InvitationMail struct {
	ResellerID   uuid.UUID `json:"reseller_id"`
	InvitationID uuid.UUID `json:"invitation_id"`
	SendCount    int       `json:"send_count"` // the mail's number; an older one is obsolete
}

// Kind of job.
func (InvitationMail) Kind() string { return "mail_invitation" }

// SuspendedMail tells a user that he was suspended.
type SuspendedMail struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	UserID     uuid.UUID `json:"user_id"`
	Version    int       `json:"version"`
}

// Kind of job.
func (SuspendedMail) Kind() string { return "mail_suspended" }

// ReactivatedMail tells a user that he can sign in again.
type ReactivatedMail struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	UserID     uuid.UUID `json:"user_id"`
	Version    int       `json:"version"`
}

// Kind of job.
func (ReactivatedMail) Kind() string { return "mail_reactivated" }

// RoleChangedMail tells a user which roles he gained and lost.
type RoleChangedMail struct {
	ResellerID uuid.UUID  `json:"reseller_id"`
	UserID     uuid.UUID  `json:"user_id"`
	Version    int        `json:"version"`
	Added      []string   `json:"added"` // names of roles
	Removed    []string   `json:"removed"`
	ActorID    *uuid.UUID `json:"actor_id,omitempty"` // who changed them; nil: nobody is named
}

// Kind of job.
func (RoleChangedMail) Kind() string { return "mail_role_changed" }

// PasswordResetMail sends the link that sets a forgotten password; it is not
// sent once the link is used, replaced or out of date. [004]
type PasswordResetMail struct {
	ResellerID    uuid.UUID `json:"reseller_id"`
	ActionTokenID uuid.UUID `json:"action_token_id"` // of purpose PASSWORD_RESET
}

// Kind of job.
func (PasswordResetMail) Kind() string { return "mail_password_reset" }

// PasswordChangedMail warns a user that his password was changed.
type PasswordChangedMail struct {
	ResellerID      uuid.UUID `json:"reseller_id"`
	UserID          uuid.UUID `json:"user_id"`
	ByAdministrator bool      `json:"by_administrator"` // who set a temporary one
	At              time.Time `json:"at"`
}

// Kind of job.
func (PasswordChangedMail) Kind() string { return "mail_password_changed" }

// TwoFactorResetMail tells a user that an administrator removed his factors.
type TwoFactorResetMail struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	UserID     uuid.UUID `json:"user_id"`
	At         time.Time `json:"at"`
}

// Kind of job.
func (TwoFactorResetMail) Kind() string { return "mail_two_factor_reset" }

// TwoFactorChangedMail tells a user that a factor was added or removed.
type TwoFactorChangedMail struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	UserID     uuid.UUID `json:"user_id"`
	Factor     string    `json:"factor"`  // mail.FactorTOTP, FactorPasskey or FactorRecoveryCodes
	Removed    bool      `json:"removed"` // otherwise added; recovery codes: made anew
	At         time.Time `json:"at"`
}

// Kind of job.
func (TwoFactorChangedMail) Kind() string { return "mail_two_factor_changed" }

// RecoveryCodeUsedMail tells a user that a recovery code opened his account,
// and how many were left after it.
type RecoveryCodeUsedMail struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	UserID     uuid.UUID `json:"user_id"`
	Left       int       `json:"left"`
	At         time.Time `json:"at"`
}

// Kind of job.
func (RecoveryCodeUsedMail) Kind() string { return "mail_recovery_code_used" }

// EmailConfirmMail sends the link that confirms a new address, to that
// address, which stands in the token's row.
type EmailConfirmMail struct {
	ResellerID    uuid.UUID `json:"reseller_id"`
	ActionTokenID uuid.UUID `json:"action_token_id"` // of purpose EMAIL_CHANGE
}

// Kind of job.
func (EmailConfirmMail) Kind() string { return "mail_email_confirm" }

// EmailChangeAskedMail warns the current address that it is to be replaced by
// the token's. Enqueue it with EmailConfirmMail.
type EmailChangeAskedMail struct {
	ResellerID    uuid.UUID `json:"reseller_id"`
	ActionTokenID uuid.UUID `json:"action_token_id"` // of purpose EMAIL_CHANGE
}

// Kind of job.
func (EmailChangeAskedMail) Kind() string { return "mail_email_change_asked" }

// EmailChangedMail warns the old address that it was replaced. It is the one
// mail whose job holds an address: after the change no row has it any more.
type EmailChangedMail struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	UserID     uuid.UUID `json:"user_id"`
	OldAddress string    `json:"old_address"`
	At         time.Time `json:"at"`
}

// Kind of job.
func (EmailChangedMail) Kind() string { return "mail_email_changed" }

// MembershipDeactivatedMail tells a member that an organization is closed to
// him. [003]
type MembershipDeactivatedMail struct {
	ResellerID   uuid.UUID `json:"reseller_id"`
	MembershipID uuid.UUID `json:"membership_id"`
}

// Kind of job.
func (MembershipDeactivatedMail) Kind() string { return "mail_membership_deactivated" }

// MembershipReactivatedMail tells a member that it is open again.
type MembershipReactivatedMail struct {
	ResellerID   uuid.UUID `json:"reseller_id"`
	MembershipID uuid.UUID `json:"membership_id"`
}

// Kind of job.
func (MembershipReactivatedMail) Kind() string { return "mail_membership_reactivated" }

// MembershipRemovedMail tells somebody that he is no member any more.
type MembershipRemovedMail struct {
	ResellerID   uuid.UUID `json:"reseller_id"`
	MembershipID uuid.UUID `json:"membership_id"`
}

// Kind of job.
func (MembershipRemovedMail) Kind() string { return "mail_membership_removed" }

// DormantAccountsMail tells one administrator which accounts of an
// organization lie idle. Those that were used or closed meanwhile are left out.
type DormantAccountsMail struct {
	ResellerID     uuid.UUID   `json:"reseller_id"`
	UserID         uuid.UUID   `json:"user_id"`         // the administrator
	OrganizationID uuid.UUID   `json:"organization_id"` // the one the report is about
	Days           int         `json:"days"`            // without a sign-in
	Count          int         `json:"count"`           // of all dormant accounts
	DormantIDs     []uuid.UUID `json:"dormant_ids"`     // the first of them; mail.MaxDormant are enough
}

// Kind of job.
func (DormantAccountsMail) Kind() string { return "mail_dormant_accounts" }

// ExportReadyMail tells who asked for an export that the file can be fetched.
type ExportReadyMail struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	JobID      uuid.UUID `json:"job_id"`
}

// Kind of job.
func (ExportReadyMail) Kind() string { return "mail_export_ready" }

// JobFinishedMail tells who asked for long work how it ended.
type JobFinishedMail struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	JobID      uuid.UUID `json:"job_id"`
}

// Kind of job.
func (JobFinishedMail) Kind() string { return "mail_job_finished" }
