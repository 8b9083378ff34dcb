package main

import (
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/role"
	"tenantry/ent/db/user"
	"tenantry/internal/directory"
)

const day = 24 * time.Hour

// tenant builds the records of one reseller.
type tenant struct {
	*chance
	rows
	reseller uuid.UUID
	name     string
	domain   string // of the addresses of its own people
	root     *db.Organization
	roles    map[string]uuid.UUID
	today    time.Time // midnight UTC: figures like "three days ago" stay meaningful
	hash     string    // of the one password all have
	admin    *db.User  // who did what was done
	people   *people
	former   map[uuid.UUID]string // addresses of deleted users, which their rows do not keep
}

// newTenant begins a reseller with its root organization and system roles.
func newTenant(name string, now time.Time, passwordHash string) *tenant {
	t := &tenant{
		chance: newChance(name), name: name, hash: passwordHash, today: now.UTC().Truncate(day),
		roles: map[string]uuid.UUID{}, people: newPeople(),
		former: map[uuid.UUID]string{},
	}
	t.reseller = t.id()
	created := t.today.Add(-900 * day)
	t.root = t.organization(nil, organization.KindRESELLER, customer{name: name}, created)
	for _, r := range authz.SystemRoles() {
		t.roles[r.Key] = t.id()
		t.rows.roles = append(t.rows.roles, &db.Role{
			ID: t.roles[r.Key], ResellerID: t.reseller, AccountID: t.root.ID, OrganizationID: t.root.ID,
			CreatedAt: created, UpdatedAt: created, Version: 1,
			Key: r.Key, Name: r.UIName, Description: r.Description, Family: role.Family(r.Family), System: true,
		})
	}
	return t
}

// organization adds a node below parent; without one it is the root.
func (t *tenant) organization(parent *db.Organization, kind organization.Kind, c customer, created time.Time) *db.Organization {
	o := &db.Organization{
		ID: t.id(), ResellerID: t.reseller, Kind: kind, CreatedAt: created, UpdatedAt: created, Version: 1,
		Name: c.name, SortName: directory.Fold(c.name), Status: organization.StatusACTIVE, Tags: []string{},
		Features: t.demoFeatures(kind, c.name), HiddenFeatures: pq.StringArray{},
	}
	o.AccountID, o.Path = o.ID, o.ID.String()+"/"
	if parent != nil {
		o.ParentID, o.Path = &parent.ID, parent.Path+o.Path
		if parent.Kind != organization.KindRESELLER {
			o.AccountID = parent.AccountID
		}
	}
	if c.slug != "" {
		o.LegalName, o.Address = c.name+" Ltd.", c.city
		o.ContactEmail, o.Phone = "office@"+c.slug+".test", "+4400000"+phoneDigits(t.chance)
		o.Tags = []string{pick(t.chance, words("retail services transport food health"))}
	}
	o.SearchText = directory.SearchText(o.Name, o.LegalName, o.ContactName, o.ContactEmail)
	t.organizations = append(t.organizations, o)
	return o
}

func phoneDigits(c *chance) string {
	const digits = "0123456789"
	b := make([]byte, 6)
	for i := range b {
		b[i] = digits[c.rng.IntN(10)]
	}
	return string(b)
}

// person is what is decided about a user before the row is made.
type person struct {
	first, last, email string
	culture            *culture
	role               *user.ResellerRole
	kind               *user.UserType
	access             membership.ClientAccess // of the membership; staff have none
	status             user.Status
	created            time.Time
	login              *time.Time
}

// user adds a person to an organization, with what the status implies: the
// address to sign in with, the membership, who suspended or deleted whom.
func (t *tenant) user(o *db.Organization, p person) *db.User {
	display := p.first + " " + p.last
	u := &db.User{
		ID: t.id(), ResellerID: t.reseller, AccountID: o.AccountID, OrganizationID: o.ID,
		CreatedAt: p.created, UpdatedAt: p.created, Version: 1,
		UserType: p.kind, ResellerRole: p.role, RoleRank: directory.RoleRank(p.role, p.kind, p.access), Status: p.status,
	}
	if p.status != user.StatusDELETED { // nothing personal stays of those
		u.Email, u.EmailKey = p.email, p.email
		u.FirstName, u.LastName, u.DisplayName = p.first, p.last, display
		u.SortName = directory.Fold(display)
		u.SearchText = directory.UserSearchText(display, p.first, p.last, p.email)
		if p.culture != nil {
			u.Locale, u.Timezone = &p.culture.locale, &p.culture.timezone
		}
		t.logins = append(t.logins, &db.LoginDirectory{
			ID: u.ID, CreatedAt: p.created, OwnerResellerID: t.reseller, OrganizationID: o.ID, EmailKey: u.EmailKey,
			Verified: p.status == user.StatusACTIVE || p.status == user.StatusSUSPENDED,
		})
	}
	if p.status == user.StatusACTIVE || p.status == user.StatusSUSPENDED {
		joined, terms := p.created.Add(2*time.Hour), termsVersion
		u.PasswordHash, u.EmailVerifiedAt, u.TermsVersion, u.TermsAcceptedAt = &t.hash, &joined, &terms, &joined
		u.LastLoginAt = p.login
		if p.login != nil {
			seen := p.login.Add(20 * time.Minute)
			u.LastActivityAt = &seen
			if o.LastActivityAt == nil || o.LastActivityAt.Before(seen) {
				o.LastActivityAt = &seen
			}
		}
	}
	if p.status == user.StatusDELETED {
		t.former[u.ID] = p.email
	}
	t.users = append(t.users, u)
	t.ending(u)
	if o.Kind != organization.KindRESELLER {
		t.member(u, o.ID, p.access)
	}
	return u
}

// ending completes the row of a user who was suspended or deleted.
func (t *tenant) ending(u *db.User) {
	if u.Status != user.StatusSUSPENDED && u.Status != user.StatusDELETED {
		return
	}
	at := u.CreatedAt.Add(t.between(day, t.today.Sub(u.CreatedAt)))
	if u.LastActivityAt != nil && at.Before(*u.LastActivityAt) {
		at = u.LastActivityAt.Add(time.Hour)
	}
	u.UpdatedAt, u.Version = at, 2
	if u.Status == user.StatusDELETED {
		u.DeletedAt, u.DeletedBy = &at, t.adminID()
		return
	}
	motives := []user.SuspensionMotive{user.SuspensionMotiveON_LEAVE, user.SuspensionMotiveSECURITY_CONCERN,
		user.SuspensionMotivePENDING_INVESTIGATION, user.SuspensionMotiveTEMPORARY_CONTRACTOR, user.SuspensionMotiveOTHER}
	reasons := []string{"Parental leave until further notice.", "Signed in from two continents within an hour.",
		"Under review.", "The contract pauses over the summer.", "Asked for it."}
	i := t.rng.IntN(len(motives))
	u.SuspendedAt, u.SuspendedBy, u.SuspensionMotive, u.SuspensionReason = &at, t.adminID(), &motives[i], &reasons[i]
}

// member gives a user access to an organization of his account.
func (t *tenant) member(u *db.User, organization uuid.UUID, access membership.ClientAccess) *db.Membership {
	m := &db.Membership{
		ID: t.id(), ResellerID: t.reseller, AccountID: u.AccountID, CreatedAt: u.CreatedAt, UpdatedAt: u.UpdatedAt, Version: 1,
		UserID: u.ID, OrganizationID: organization, Status: membership.StatusACTIVE, ClientAccess: access, InvitedBy: t.adminID(),
		JoinedAt: u.EmailVerifiedAt,
	}
	if u.Status == user.StatusDELETED {
		m.Status, m.EndedAt = membership.StatusREMOVED, u.DeletedAt
	}
	t.memberships = append(t.memberships, m)
	return m
}

// assign gives a user a role over the whole reseller.
func (t *tenant) assign(u *db.User, key string) {
	t.assignments = append(t.assignments, &db.RoleAssignment{
		ID: t.id(), ResellerID: t.reseller, AccountID: u.AccountID, CreatedAt: u.CreatedAt,
		UserID: u.ID, RoleID: t.roles[key], OrganizationID: t.root.ID, GrantedBy: t.adminID(),
	})
}

func (t *tenant) adminID() *uuid.UUID {
	if t.admin == nil {
		return nil
	}
	return &t.admin.ID
}
