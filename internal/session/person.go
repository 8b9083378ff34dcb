package session

import (
	"database/sql"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
)

// person is what deciding about a user takes: who and where he is, and whether
// he and the organizations above him are in good standing.
type person struct {
	resellerID, rootID                uuid.UUID
	id, organizationID, accountID     uuid.UUID
	email, displayName                string
	firstName, lastName               string
	organizationName                  string
	status                            user.Status
	userType, resellerRole            sql.NullString
	passwordHash                      sql.NullString
	mustChangePassword, emailVerified bool
	lastLogin                         sql.NullTime
	organizationStatus, accountStatus organization.Status

	features, hidden, rootFeatures pq.StringArray // of the account, and of the reseller
}

// personColumns and personTables belong together; columns fills in one row.
const (
	personColumns = `u.reseller_id, r.root_organization_id, u.id, u.organization_id, u.account_id,
		u.email, u.display_name, u.first_name, u.last_name, o.name, u.status, u.user_type, u.reseller_role, u.password_hash,
		u.must_change_password, u.email_verified_at IS NOT NULL, u.last_login_at, o.status, a.status,
		a.features, a.hidden_features, root.features`
	personTables = `users u
		JOIN organizations o ON o.reseller_id = u.reseller_id AND o.id = u.organization_id
		JOIN organizations a ON a.reseller_id = u.reseller_id AND a.id = u.account_id
		JOIN resellers r ON r.id = u.reseller_id
		JOIN organizations root ON root.reseller_id = u.reseller_id AND root.id = r.root_organization_id`
)

func (p *person) columns() []any {
	return []any{&p.resellerID, &p.rootID, &p.id, &p.organizationID, &p.accountID,
		&p.email, &p.displayName, &p.firstName, &p.lastName, &p.organizationName, &p.status, &p.userType, &p.resellerRole, &p.passwordHash,
		&p.mustChangePassword, &p.emailVerified, &p.lastLogin, &p.organizationStatus, &p.accountStatus,
		&p.features, &p.hidden, &p.rootFeatures}
}

// staff tells the reseller's own people.
func (p *person) staff() bool { return p.organizationID == p.rootID }

// organizationsActive tells that neither the person's organization nor its
// account is suspended or deleted.
func (p *person) organizationsActive() bool {
	return p.organizationStatus == organization.StatusACTIVE && p.accountStatus == organization.StatusACTIVE
}

// before orders the people who share an address: whose account can be signed
// in to at all, whose address is proven, who was here last. Proven addresses
// lead because anybody may write a stranger's address into his own tenant and
// would otherwise stand between the stranger and his account.
func (p *person) before(other *person) bool {
	if p.usable() != other.usable() {
		return p.usable()
	}
	if p.emailVerified != other.emailVerified {
		return p.emailVerified
	}
	return lastUsed(p).After(lastUsed(other))
}

func (p *person) usable() bool {
	return p.passwordHash.Valid && (p.status == user.StatusACTIVE || p.status == user.StatusSUSPENDED)
}

func lastUsed(p *person) time.Time {
	if p.lastLogin.Valid {
		return p.lastLogin.Time
	}
	return time.Time{}
}
