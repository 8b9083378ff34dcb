package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"tenantry/ent/db"
)

// rows are records waiting to be written, table by table in the order that
// foreign keys ask for. COPY is some twenty times faster than INSERT.
type rows struct {
	organizations []*db.Organization
	users         []*db.User
	logins        []*db.LoginDirectory
	roles         []*db.Role
	assignments   []*db.RoleAssignment
	memberships   []*db.Membership
	modules       []*db.ModuleGrant
	subAccounts   []*db.SubAccountGrant
	invitations   []*db.Invitation
	events        []*db.AuditEvent
	credits       []*db.CreditEntry
	consumption
}

// write copies everything into the transaction.
func (r *rows) write(ctx context.Context, tx *sql.Tx) error {
	for _, write := range []func() error{
		func() error {
			return copyRows(ctx, tx, "organizations", organizationColumns, r.organizations, organizationValues)
		},
		func() error { return copyRows(ctx, tx, "users", userColumns, r.users, userValues) },
		func() error { return copyRows(ctx, tx, "login_directories", loginColumns, r.logins, loginValues) },
		func() error { return copyRows(ctx, tx, "roles", roleColumns, r.roles, roleValues) },
		func() error {
			return copyRows(ctx, tx, "role_assignments", assignmentColumns, r.assignments, assignmentValues)
		},
		func() error {
			return copyRows(ctx, tx, "memberships", membershipColumns, r.memberships, membershipValues)
		},
		func() error { return copyRows(ctx, tx, "module_grants", moduleColumns, r.modules, moduleValues) },
		func() error {
			return copyRows(ctx, tx, "sub_account_grants", subAccountColumns, r.subAccounts, subAccountValues)
		},
		func() error {
			return copyRows(ctx, tx, "invitations", invitationColumns, r.invitations, invitationValues)
		},
		func() error { return copyRows(ctx, tx, "credit_entries", creditColumns, r.credits, creditValues) },
		func() error { return copyRows(ctx, tx, "audit_events", eventColumns, r.events, eventValues) },
		func() error { return r.consumption.write(ctx, tx) },
	} {
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}

func copyRows[T any](ctx context.Context, tx *sql.Tx, table, columns string, list []T, values func(T) []any) error {
	if len(list) == 0 {
		return nil
	}
	stmt, err := tx.PrepareContext(ctx, "COPY "+table+" ("+columns+") FROM STDIN")
	if err != nil {
		return fmt.Errorf("copy %s: %w", table, err)
	}
	defer stmt.Close()
	for _, row := range list {
		if _, err := stmt.ExecContext(ctx, values(row)...); err != nil {
			return fmt.Errorf("copy %s: %w", table, err)
		}
	}
	if _, err := stmt.ExecContext(ctx); err != nil { // the end of the data
		return fmt.Errorf("copy %s: %w", table, err)
	}
	return nil
}

const organizationColumns = `id, reseller_id, account_id, created_at, updated_at, version, kind, parent_id, path,
	name, sort_name, search_text, status, legal_name, address, contact_name, contact_email, phone, tags, seat_limit,
	features, hidden_features, credit_balance, credit_low_mark, last_activity_at`

func organizationValues(o *db.Organization) []any {
	return []any{o.ID, o.ResellerID, o.AccountID, o.CreatedAt, o.UpdatedAt, o.Version, o.Kind, o.ParentID, o.Path,
		o.Name, o.SortName, o.SearchText, o.Status, o.LegalName, o.Address, o.ContactName, o.ContactEmail, o.Phone,
		tagList(o.Tags), o.SeatLimit,
		o.Features, o.HiddenFeatures, o.CreditBalance, o.CreditLowMark, o.LastActivityAt}
}

// tagList is the JSON of labels that hold no quotes.
func tagList(tags []string) string {
	if len(tags) == 0 {
		return "[]"
	}
	return `["` + strings.Join(tags, `","`) + `"]`
}

const userColumns = `id, reseller_id, account_id, organization_id, created_at, updated_at, version, email, email_key,
	email_verified_at, first_name, last_name, display_name, sort_name, search_text, phone, external_id, timezone,
	locale, user_type, reseller_role, role_rank, status, last_login_at, last_activity_at, password_hash,
	terms_version, terms_accepted_at, suspended_at, suspended_by, suspension_motive, suspension_reason,
	deleted_at, deleted_by`

func userValues(u *db.User) []any {
	return []any{u.ID, u.ResellerID, u.AccountID, u.OrganizationID, u.CreatedAt, u.UpdatedAt, u.Version, u.Email, u.EmailKey,
		u.EmailVerifiedAt, u.FirstName, u.LastName, u.DisplayName, u.SortName, u.SearchText, u.Phone, u.ExternalID, u.Timezone,
		u.Locale, u.UserType, u.ResellerRole, u.RoleRank, u.Status, u.LastLoginAt, u.LastActivityAt, u.PasswordHash,
		u.TermsVersion, u.TermsAcceptedAt, u.SuspendedAt, u.SuspendedBy, u.SuspensionMotive, u.SuspensionReason,
		u.DeletedAt, u.DeletedBy}
}

const loginColumns = `id, created_at, owner_reseller_id, organization_id, email_key, verified`

func loginValues(l *db.LoginDirectory) []any {
	return []any{l.ID, l.CreatedAt, l.OwnerResellerID, l.OrganizationID, l.EmailKey, l.Verified}
}

const roleColumns = `id, reseller_id, account_id, organization_id, created_at, updated_at, version, key, name, description, family, system`

func roleValues(r *db.Role) []any {
	return []any{r.ID, r.ResellerID, r.AccountID, r.OrganizationID, r.CreatedAt, r.UpdatedAt, r.Version, r.Key, r.Name,
		r.Description, r.Family, r.System}
}

const assignmentColumns = `id, reseller_id, account_id, created_at, user_id, role_id, organization_id, granted_by`

func assignmentValues(a *db.RoleAssignment) []any {
	return []any{a.ID, a.ResellerID, a.AccountID, a.CreatedAt, a.UserID, a.RoleID, a.OrganizationID, a.GrantedBy}
}

const membershipColumns = `id, reseller_id, account_id, created_at, updated_at, version, user_id, organization_id,
	status, client_access, invited_by, joined_at, ended_at`

func membershipValues(m *db.Membership) []any {
	return []any{m.ID, m.ResellerID, m.AccountID, m.CreatedAt, m.UpdatedAt, m.Version, m.UserID, m.OrganizationID,
		m.Status, m.ClientAccess, m.InvitedBy, m.JoinedAt, m.EndedAt}
}

const moduleColumns = `id, reseller_id, account_id, created_at, membership_id, module`

func moduleValues(g *db.ModuleGrant) []any {
	return []any{g.ID, g.ResellerID, g.AccountID, g.CreatedAt, g.MembershipID, g.Module}
}

const subAccountColumns = `id, reseller_id, account_id, created_at, membership_id, organization_id`

func subAccountValues(g *db.SubAccountGrant) []any {
	return []any{g.ID, g.ResellerID, g.AccountID, g.CreatedAt, g.MembershipID, g.OrganizationID}
}

const invitationColumns = `id, reseller_id, account_id, organization_id, user_id, created_at, updated_at, version, email,
	email_key, status, token_hash, expires_at, invited_by, message, send_count, last_sent_at, accepted_at, revoked_at, revoked_by`

func invitationValues(i *db.Invitation) []any {
	return []any{i.ID, i.ResellerID, i.AccountID, i.OrganizationID, i.UserID, i.CreatedAt, i.UpdatedAt, i.Version, i.Email,
		i.EmailKey, i.Status, i.TokenHash, i.ExpiresAt, i.InvitedBy, i.Message, i.SendCount, i.LastSentAt, i.AcceptedAt,
		i.RevokedAt, i.RevokedBy}
}

const eventColumns = `id, reseller_id, account_id, organization_id, created_at, action, actor_id, actor_name, actor_email,
	target_type, target_id, target_name, changes, reason, request_id, ip`

func eventValues(e *db.AuditEvent) []any {
	changes, err := json.Marshal(e.Changes)
	if err != nil || e.Changes == nil {
		changes = []byte("[]")
	}
	return []any{e.ID, e.ResellerID, e.AccountID, e.OrganizationID, e.CreatedAt, e.Action, e.ActorID, e.ActorName, e.ActorEmail,
		e.TargetType, e.TargetID, e.TargetName, string(changes), e.Reason, e.RequestID, e.IP}
}
