package session

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/internal/feature"
)

// grants is everything a person holds beside the two roles in his own row.
type grants struct {
	memberships []heldMembership
	assignments []heldAssignment
}

type heldMembership struct {
	organizationID, accountID uuid.UUID
	status                    membership.Status
	ended                     bool // it was one; a REMOVED membership that did not end waits for its first acceptance
	access                    membership.ClientAccess
	organizationStatus        organization.Status
	modules, subAccounts      pq.StringArray // granted to access USER
}

type heldAssignment struct {
	role                      string
	organizationID, accountID uuid.UUID
	starts, expires           sql.NullTime
}

// loadGrants reads them in two statements. They come from the primary: a role
// that was taken away must not be found on a replica.
func loadGrants(ctx context.Context, at execer, p *person) (g grants, err error) {
	rows, err := at.QueryContext(ctx, `
		SELECT m.organization_id, o.account_id, m.status, m.ended_at IS NOT NULL, m.client_access, o.status,
			ARRAY(SELECT g.module FROM module_grants g WHERE g.reseller_id = m.reseller_id AND g.membership_id = m.id ORDER BY g.module),
			ARRAY(SELECT s.id::text FROM sub_account_grants g JOIN organizations s ON s.reseller_id = g.reseller_id AND s.id = g.organization_id
				WHERE g.reseller_id = m.reseller_id AND g.membership_id = m.id AND s.status = 'ACTIVE' ORDER BY s.id)
		FROM memberships m
		JOIN organizations o ON o.reseller_id = m.reseller_id AND o.id = m.organization_id
		WHERE m.reseller_id = $1 AND m.user_id = $2`, p.resellerID, p.id)
	if err != nil {
		return g, fmt.Errorf("read memberships of user %s: %w", p.id, err)
	}
	defer rows.Close()
	for rows.Next() {
		var m heldMembership
		if err := rows.Scan(&m.organizationID, &m.accountID, &m.status, &m.ended, &m.access, &m.organizationStatus, &m.modules, &m.subAccounts); err != nil {
			return g, fmt.Errorf("read memberships of user %s: %w", p.id, err)
		}
		g.memberships = append(g.memberships, m)
	}
	if err := rows.Err(); err != nil {
		return g, fmt.Errorf("read memberships of user %s: %w", p.id, err)
	}

	// A system role is known to the policy by its key, a custom one by its id.
	more, err := at.QueryContext(ctx, `
		SELECT CASE WHEN r.system THEN r.key ELSE r.id::text END, ra.organization_id, o.account_id, ra.starts_at, ra.expires_at
		FROM role_assignments ra
		JOIN roles r ON r.reseller_id = ra.reseller_id AND r.id = ra.role_id
		JOIN organizations o ON o.reseller_id = ra.reseller_id AND o.id = ra.organization_id
		WHERE ra.reseller_id = $1 AND ra.user_id = $2`, p.resellerID, p.id)
	if err != nil {
		return g, fmt.Errorf("read roles of user %s: %w", p.id, err)
	}
	defer more.Close()
	for more.Next() {
		var a heldAssignment
		if err := more.Scan(&a.role, &a.organizationID, &a.accountID, &a.starts, &a.expires); err != nil {
			return g, fmt.Errorf("read roles of user %s: %w", p.id, err)
		}
		g.assignments = append(g.assignments, a)
	}
	if err := more.Err(); err != nil {
		return g, fmt.Errorf("read roles of user %s: %w", p.id, err)
	}
	return g, nil
}

// shutOut tells that a customer's user was a member somewhere and is active
// nowhere any more. Staff need no membership, and neither does a tenant's user
// who never had one.
func (g grants) shutOut(p *person) bool {
	if p.staff() {
		return false
	}
	was := false
	for _, m := range g.memberships {
		if m.status == membership.StatusACTIVE {
			return false
		}
		was = was || m.status == membership.StatusDEACTIVATED || m.ended
	}
	return was
}

// open tells whether a person's roles count at an organization: the membership
// there decides, else the one in the account above, else nothing stands
// against it. One that waits for its first acceptance decides about its own
// organization alone.
func (g grants) open(organizationID, accountID uuid.UUID) bool {
	for _, at := range [2]uuid.UUID{organizationID, accountID} {
		for _, m := range g.memberships {
			if m.organizationID == at && (at == organizationID || m.status != membership.StatusREMOVED || m.ended) {
				return m.status == membership.StatusACTIVE
			}
		}
	}
	return true
}

// viewer makes the viewer of a session, and tells until when its roles stay as
// they are; the zero time means that no role begins or ends by itself.
func (g grants) viewer(p *person, sessionID uuid.UUID, now time.Time) (v *authz.Viewer, until time.Time) {
	v = &authz.Viewer{
		UserID: p.id, SessionID: sessionID, ResellerID: p.resellerID, RootID: p.rootID,
		OrganizationID: p.organizationID, AccountID: p.accountID,
		DisplayName: p.displayName, Email: p.email,
		Features: feature.Effective(p.features, p.rootFeatures),
	}
	v.Hidden = feature.Effective(p.hidden, v.Features)
	hold := func(role string, domain, account uuid.UUID) {
		v.Assignments = append(v.Assignments, authz.Assignment{Role: role, Domain: domain, Account: account})
	}
	if p.resellerRole.Valid && p.staff() {
		hold(strings.ToLower(p.resellerRole.String), p.rootID, p.rootID)
	}
	if p.userType.Valid && g.open(p.organizationID, p.accountID) {
		hold(strings.ToLower(p.userType.String), p.organizationID, p.accountID)
	}
	for _, m := range g.memberships {
		if m.status != membership.StatusACTIVE || m.organizationStatus != organization.StatusACTIVE {
			continue
		}
		role := authz.RoleClientUser
		if m.access == membership.ClientAccessADMIN {
			role = authz.RoleClientAdmin
		}
		hold(role, m.organizationID, m.accountID)
		if role == authz.RoleClientUser {
			m.open(v, hold)
		}
	}
	change := func(at sql.NullTime) {
		if at.Valid && at.Time.After(now) && (until.IsZero() || at.Time.Before(until)) {
			until = at.Time
		}
	}
	for _, a := range g.assignments {
		change(a.starts)
		change(a.expires)
		if a.starts.Valid && a.starts.Time.After(now) || a.expires.Valid && !a.expires.Time.After(now) {
			continue
		}
		if p.staff() || g.open(a.organizationID, a.accountID) {
			hold(a.role, a.organizationID, a.accountID)
		}
	}
	return v, until
}

// open gives a viewer what a membership with access USER grants one by one.
func (m heldMembership) open(v *authz.Viewer, hold func(role string, domain, account uuid.UUID)) {
	for _, key := range m.modules {
		v.Modules = append(v.Modules, authz.ModuleGrant{Organization: m.organizationID, Module: key})
	}
	for _, text := range m.subAccounts {
		id, err := uuid.Parse(text)
		if err != nil {
			continue // the database printed it
		}
		v.SubAccounts = append(v.SubAccounts, id)
		hold(authz.RoleClientUser, id, m.accountID)
	}
}
