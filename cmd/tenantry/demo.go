package main

import (
	"time"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
)

// account is a demo account a person can sign in with.
type account struct{ email, first, last, role, where string }

// demoAccounts lists one account for each role, in the order of the table
// that serve prints.
func demoAccounts() []account {
	const demo, harbor = "Demo Telecom", "Harbor Hotels"
	return []account{
		{"admin@demo.test", "Ada", "Lindqvist", authz.RoleResellerAdmin, demo},
		{"support@demo.test", "Samuel", "Okonjo", authz.RoleResellerSupport, demo},
		{"viewer@demo.test", "Vera", "Castellanos", authz.RoleResellerViewer, demo},
		{"account.user@demo.test", "Anouk", "Verhoeven", authz.RoleAccountUser, demo},
		{"user.admin@demo.test", "Ulrich", "Baumgarten", authz.RoleUserAdmin, demo},
		{"account.service.status@demo.test", "Selma", "Øverland", authz.RoleServiceStatus, demo},
		{"account.storage.admin@demo.test", "Stéphane", "Archambault", authz.RoleStorageAdmin, demo},
		{"branding.admin@demo.test", "Bianca", "Ferrandi", authz.RoleBrandingAdmin, demo},
		{"customer.admin@demo.test", "Chidi", "Nwosu", authz.RoleCustomerAdmin, demo},
		{"onboarding.admin@demo.test", "Oksana", "Melnyk", authz.RoleOnboarding, demo},
		{"webhooks.admin@demo.test", "Wei", "Zhang", authz.RoleWebhooksAdmin, demo},
		{"tenant.admin@harbor.test", "Tomás", "Ribeiro", authz.RoleTenantAdmin, harbor},
		{"bot.admin@harbor.test", "Bérénice", "Maillard", authz.RoleBotAdmin, harbor},
		{"supervisor@harbor.test", "Sanjay", "Kulkarni", authz.RoleSupervisor, harbor},
		{"agent@harbor.test", "Aylin", "Doğan", authz.RoleAgent, harbor},
		{"analyst@harbor.test", "Anders", "Nyström", authz.RoleAnalyst, harbor},
		{"viewer@harbor.test", "Valentina", "Rossini", authz.RoleViewer, harbor},
		{"owner@harbor.test", "Olga", "Hafenmeister", authz.RoleClientAdmin, harbor},
		{"member@harbor.test", "Mateusz", "Żurek", authz.RoleClientUser, harbor},
		{"admin@rival.test", "Roxana", "Ionescu", authz.RoleResellerAdmin, "Rival Networks"},
	}
}

// Names of the made-up resellers; the first tells whether the demo is there.
const (
	demoReseller  = "Demo Telecom"
	rivalReseller = "Rival Networks"
	harborHotels  = "Harbor Hotels"
)

// demoTenant is the reseller that people look at: every status, type and role.
func demoTenant(now time.Time, hash string) *tenant {
	t := newTenant(demoReseller, now, hash)
	t.staff("demo.test")
	t.harbor()
	for i, c := range demoCustomers() {
		// A few large customers and many small ones, one nearly empty.
		t.customer(c, []int{150, 1, 34, 61, 18, 96, 12, 44, 27, 120}[i%10], i%5)
	}
	t.organizations[len(t.organizations)-1].Status = organization.StatusSUSPENDED
	t.invite()
	t.history()
	t.spend()
	t.useUp()
	return t
}

// rivalTenant must never be seen from the other one.
func rivalTenant(now time.Time, hash string) *tenant {
	t := newTenant(rivalReseller, now, hash)
	t.staff("rival.test")
	for i, c := range rivalCustomers() {
		t.customer(c, 12+3*i, i%2)
	}
	t.invite()
	t.history()
	t.spend()
	return t
}

// staff adds the reseller's own people: the accounts of the table, then more.
func (t *tenant) staff(domain string) {
	t.domain = domain
	created := t.today.Add(-890 * day)
	reseller := map[string]user.ResellerRole{
		authz.RoleResellerAdmin:   user.ResellerRoleRESELLER_ADMIN,
		authz.RoleResellerSupport: user.ResellerRoleRESELLER_SUPPORT,
		authz.RoleResellerViewer:  user.ResellerRoleRESELLER_VIEWER,
	}
	for _, a := range demoAccounts() {
		if a.where != t.name {
			continue
		}
		p := t.known(a, created)
		role, fixed := reseller[a.role]
		if fixed {
			p.role = &role
		}
		u := t.user(t.root, p)
		if t.admin == nil {
			t.admin = u
		}
		if !fixed {
			t.assign(u, a.role)
		}
	}
	permission := []string{authz.RoleAccountUser, authz.RoleServiceStatus, authz.RoleUserAdmin, authz.RoleStorageAdmin,
		authz.RoleBrandingAdmin, authz.RoleCustomerAdmin, authz.RoleOnboarding, authz.RoleWebhooksAdmin}
	for range 24 {
		p := t.somebody(domain)
		p.kind, p.access = nil, ""
		role := []user.ResellerRole{user.ResellerRoleRESELLER_ADMIN, user.ResellerRoleRESELLER_SUPPORT, user.ResellerRoleRESELLER_VIEWER}[t.weighted(1, 5, 4)]
		p.role = &role
		u := t.user(t.root, p)
		choice := permission
		if role == user.ResellerRoleRESELLER_VIEWER { // who only reads may have no more than these
			choice = permission[:2]
		}
		if u.Status != user.StatusDELETED && t.percent(50) {
			t.assign(u, pick(t.chance, choice))
		}
	}
}

// known is the person behind an account of the table.
func (t *tenant) known(a account, created time.Time) person {
	login := t.today.Add(-t.between(time.Hour, 5*day))
	return person{first: a.first, last: a.last, email: a.email, status: user.StatusACTIVE, created: created, login: &login}
}

// customer adds an organization below the root with n people, and sub-accounts
// with some more.
func (t *tenant) customer(c customer, n, subAccounts int) *db.Organization {
	o := t.organization(t.root, organization.KindCUSTOMER, c, t.today.Add(-t.between(810*day, 880*day)))
	if t.percent(40) {
		seats := 2*n + 20
		o.SeatLimit = &seats
	}
	t.admins(o, c.slug)
	t.fill(o, c.slug+".test", n)
	names := places()
	t.rng.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for i := range subAccounts {
		child := t.organization(o, organization.KindSUB_ACCOUNT,
			customer{name: c.name + " " + names[i], slug: c.slug, city: c.city}, t.today.Add(-t.between(801*day, 809*day)))
		t.fill(child, c.slug+".test", n/6+2)
	}
	return o
}

// admins gives an organization somebody of each kind who may administer it.
func (t *tenant) admins(o *db.Organization, slug string) {
	kind := user.UserTypeTENANT_ADMIN
	p := t.somebody(slug + ".test")
	p.status, p.kind, p.access = user.StatusACTIVE, &kind, membership.ClientAccessUSER
	p.login = t.lastLogin(p.created)
	t.user(o, p)
	p = t.somebody(slug + ".test")
	p.status, p.kind, p.access = user.StatusACTIVE, nil, membership.ClientAccessADMIN
	t.user(o, p)
}

// harbor is the customer that shows the six user types and both kinds of
// member access.
func (t *tenant) harbor() {
	created := t.today.Add(-700 * day)
	c := customer{harborHotels, "harbor", "Lisbon"}
	o := t.customer(c, 40, 4)
	var subAccounts []*db.Organization
	for _, child := range t.organizations {
		if child.ParentID != nil && *child.ParentID == o.ID {
			subAccounts = append(subAccounts, child)
		}
	}
	kinds := map[string]user.UserType{
		authz.RoleTenantAdmin: user.UserTypeTENANT_ADMIN, authz.RoleBotAdmin: user.UserTypeBOT_ADMIN,
		authz.RoleSupervisor: user.UserTypeSUPERVISOR, authz.RoleAgent: user.UserTypeAGENT,
		authz.RoleAnalyst: user.UserTypeANALYST, authz.RoleViewer: user.UserTypeVIEWER,
	}
	for _, a := range demoAccounts() {
		if a.where != harborHotels {
			continue
		}
		p := t.known(a, created)
		p.access = membership.ClientAccessUSER
		if kind, ok := kinds[a.role]; ok {
			p.kind = &kind
		}
		if a.role == authz.RoleClientAdmin {
			p.access = membership.ClientAccessADMIN
		}
		t.user(o, p)
		if a.role != authz.RoleClientUser {
			continue
		}
		m := t.memberships[len(t.memberships)-1]
		t.grant(m, "CAMPAIGNS", "CONTACTS")
		for _, child := range subAccounts[:2] {
			t.subAccounts = append(t.subAccounts, &db.SubAccountGrant{
				ID: t.id(), ResellerID: t.reseller, AccountID: o.ID, CreatedAt: created, MembershipID: m.ID, OrganizationID: child.ID,
			})
		}
	}
}
