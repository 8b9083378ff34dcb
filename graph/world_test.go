package graph_test

import (
	"time"

	"tenantry/authz"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
)

// password is that of every account of the world.
const password = "a long walk by the river"

// epoch is when the clock of every test begins.
func epoch() time.Time { return time.Date(2026, 3, 2, 9, 30, 0, 0, time.UTC) }

const day = 24 * time.Hour

// organizationRow is one organization of the world. Its name in scenarios is
// "org." and name.
type organizationRow struct {
	name, parent, title string
	seats               int // 0: no limit
	suspended           bool
}

// personRow is one user of the world, "user." and name in scenarios. Whoever
// has a login is a persona: somebody scenarios can act as.
type personRow struct {
	name, org, email, first, last string
	status                        user.Status // ACTIVE when empty
	role                          string      // key of the main role, by which family it is stored
	also                          []string    // permission roles, held at the root
	member                        membership.ClientAccess
	persona                       bool
	login                         time.Duration // before the epoch; 0: never
}

// invitationRow is one invitation, "inv." and name; its token is "link." and
// name. The user is the one of the same name.
type invitationRow struct {
	name, by string
	sent     time.Duration // before the epoch
	state    string        // of the row, so EXPIRED is a PENDING one sent long ago
}

// tenantRows is everything one reseller has. The name of the reseller prefixes
// nothing: names are unique in the whole world.
type tenantRows struct {
	reseller      string
	organizations []organizationRow
	people        []personRow
	invitations   []invitationRow
}

// meridian is the reseller that scenarios look at.
func meridian() tenantRows {
	return tenantRows{
		reseller: "Meridian Telecom",
		organizations: []organizationRow{
			{name: "root", title: "Meridian Telecom"},
			{name: "harbor", parent: "root", title: "Harbor Hotels", seats: 100},
			{name: "harbor.north", parent: "harbor", title: "Harbor North"},
			{name: "harbor.south", parent: "harbor", title: "Harbor South"},
			{name: "mill", parent: "root", title: "Mill Bakery", seats: 4},
			{name: "mill.mobile", parent: "mill", title: "Mill Mobile"},
			{name: "quarry", parent: "root", title: "Quarry Tools", suspended: true},
		},
		people: append(staff(), customers()...),
		invitations: []invitationRow{
			{name: "staff_pending", by: "admin", sent: 2 * day, state: "PENDING"},
			{name: "harbor_pending", by: "tenant_admin", sent: 1 * day, state: "PENDING"},
			{name: "harbor_expired", by: "tenant_admin", sent: 9 * day, state: "PENDING"},
			{name: "agent", by: "client_admin", sent: 200 * day, state: "ACCEPTED"},
			{name: "harbor_deleted", by: "admin", sent: 30 * day, state: "REVOKED"},
			{name: "mill_pending", by: "mill_admin", sent: 3 * day, state: "PENDING"},
		},
	}
}

// staff is one account for each role of the reseller's people, and a few to
// act upon.
func staff() []personRow {
	permission := func(role, first, last string) personRow {
		return personRow{name: role, org: "root", email: role + "@meridian.test", first: first, last: last, also: []string{role}, persona: true, login: 3 * day}
	}
	return []personRow{
		{name: "admin", org: "root", email: "admin@meridian.test", first: "Ada", last: "Lindqvist", role: authz.RoleResellerAdmin, persona: true, login: 1 * time.Hour},
		{name: "support", org: "root", email: "support@meridian.test", first: "Samuel", last: "Okonjo", role: authz.RoleResellerSupport, persona: true, login: 2 * time.Hour},
		{name: "viewer", org: "root", email: "viewer@meridian.test", first: "Vera", last: "Castellanos", role: authz.RoleResellerViewer, persona: true, login: 30 * day},
		permission(authz.RoleAccountUser, "Anouk", "Verhoeven"),
		permission(authz.RoleUserAdmin, "Ulrich", "Baumgarten"),
		permission(authz.RoleServiceStatus, "Selma", "Øverland"),
		permission(authz.RoleStorageAdmin, "Stéphane", "Archambault"),
		permission(authz.RoleBrandingAdmin, "Bianca", "Ferrandi"),
		permission(authz.RoleCustomerAdmin, "Chidi", "Nwosu"),
		permission(authz.RoleOnboarding, "Oksana", "Melnyk"),
		permission(authz.RoleWebhooksAdmin, "Wei", "Zhang"),
		{name: "second_admin", org: "root", email: "second@meridian.test", first: "Berta", last: "Quist", role: authz.RoleResellerAdmin},
		{name: "staff_suspended", org: "root", email: "away@meridian.test", first: "Arvid", last: "Holm", status: user.StatusSUSPENDED, role: authz.RoleResellerSupport, login: 60 * day},
		{name: "staff_pending", org: "root", email: "soon@meridian.test", first: "Signe", last: "Dahl", status: user.StatusPENDING, role: authz.RoleResellerSupport},
	}
}

// customers is one account for each role a customer's people can have, the
// states of an account, and a customer with a single administrator.
func customers() []personRow {
	tenant := func(name, role, first, last string) personRow {
		return personRow{
			name: name, org: "harbor", email: name + "@harbor.test", first: first, last: last,
			role: role, member: membership.ClientAccessUSER, persona: true, login: 5 * time.Hour,
		}
	}
	return []personRow{
		tenant("tenant_admin", authz.RoleTenantAdmin, "Tomás", "Ribeiro"),
		tenant("bot_admin", authz.RoleBotAdmin, "Bérénice", "Maillard"),
		tenant("supervisor", authz.RoleSupervisor, "Sanjay", "Kulkarni"),
		tenant("agent", authz.RoleAgent, "Aylin", "Doğan"),
		tenant("analyst", authz.RoleAnalyst, "Anders", "Nyström"),
		tenant("tenant_viewer", authz.RoleViewer, "Valentina", "Rossini"),
		{name: "client_admin", org: "harbor", email: "owner@harbor.test", first: "Olga", last: "Hafenmeister", member: membership.ClientAccessADMIN, persona: true, login: 4 * day},
		{name: "client_user", org: "harbor", email: "member@harbor.test", first: "Mateusz", last: "Żurek", member: membership.ClientAccessUSER, persona: true, login: 8 * day},
		{name: "second_tenant_admin", org: "harbor", email: "deputy@harbor.test", first: "Dora", last: "Silva", role: authz.RoleTenantAdmin, member: membership.ClientAccessUSER},
		{name: "second_client_admin", org: "harbor", email: "partner@harbor.test", first: "Pavel", last: "Novák", member: membership.ClientAccessADMIN},
		{name: "harbor_agent", org: "harbor", email: "nina@harbor.test", first: "Nina", last: "Berg", role: authz.RoleAgent, member: membership.ClientAccessUSER, login: 2 * day},
		{name: "harbor_suspended", org: "harbor", email: "sven@harbor.test", first: "Sven", last: "Ek", status: user.StatusSUSPENDED, role: authz.RoleAgent, member: membership.ClientAccessUSER, login: 90 * day},
		{name: "harbor_pending", org: "harbor", email: "petra@harbor.test", first: "Petra", last: "Lund", status: user.StatusPENDING, role: authz.RoleAgent, member: membership.ClientAccessUSER},
		{name: "harbor_expired", org: "harbor", email: "erik@harbor.test", first: "Erik", last: "Sand", status: user.StatusPENDING, role: authz.RoleSupervisor, member: membership.ClientAccessUSER},
		{name: "harbor_deleted", org: "harbor", email: "gone@harbor.test", first: "Gunnar", last: "Gone", status: user.StatusDELETED, role: authz.RoleAgent, member: membership.ClientAccessUSER},
		{name: "north_agent", org: "harbor.north", email: "noor@harbor.test", first: "Noor", last: "Haddad", role: authz.RoleAgent, member: membership.ClientAccessUSER, login: 6 * day},
		{name: "mill_admin", org: "mill", email: "owner@mill.test", first: "Milena", last: "Popov", member: membership.ClientAccessADMIN, persona: true, login: 7 * day},
		{name: "mill_agent", org: "mill", email: "baker@mill.test", first: "Bruno", last: "Keller", role: authz.RoleAgent, member: membership.ClientAccessUSER, login: 20 * day},
		{name: "mill_pending", org: "mill", email: "apprentice@mill.test", first: "Lena", last: "Vogt", status: user.StatusPENDING, role: authz.RoleAgent, member: membership.ClientAccessUSER},
		{name: "quarry_owner", org: "quarry", email: "owner@quarry.test", first: "Quinn", last: "Stone", member: membership.ClientAccessADMIN},
		{name: "shared", org: "harbor", email: "shared@both.test", first: "Sasha", last: "Twofold", role: authz.RoleAnalyst, member: membership.ClientAccessUSER},
	}
}

// rival must never be seen from Meridian, nor the other way round. No name or
// address of it but shared@both.test occurs there.
func rival() tenantRows {
	return tenantRows{
		reseller: "Zephyr Carrier",
		organizations: []organizationRow{
			{name: "rival.root", title: "Zephyr Carrier"},
			{name: "rival.customer", parent: "rival.root", title: "Yonder Cruises", seats: 50},
			{name: "rival.part", parent: "rival.customer", title: "Yonder Rivers"},
		},
		people: []personRow{
			{name: "rival_admin", org: "rival.root", email: "admin@zephyr.test", first: "Roxana", last: "Ionescu", role: authz.RoleResellerAdmin, persona: true, login: 1 * day},
			{name: "rival_second", org: "rival.root", email: "second@zephyr.test", first: "Radu", last: "Petrescu", role: authz.RoleResellerAdmin},
			{name: "rival_user", org: "rival.customer", email: "captain@yonder.test", first: "Yvette", last: "Capitaine", role: authz.RoleTenantAdmin, member: membership.ClientAccessADMIN, persona: true, login: 1 * day},
			{name: "rival_suspended", org: "rival.customer", email: "aground@yonder.test", first: "Yorick", last: "Aground", status: user.StatusSUSPENDED, role: authz.RoleAgent, member: membership.ClientAccessUSER},
			{name: "rival_pending", org: "rival.customer", email: "boarding@yonder.test", first: "Yara", last: "Boarding", status: user.StatusPENDING, role: authz.RoleAgent, member: membership.ClientAccessUSER},
			{name: "rival_shared", org: "rival.customer", email: "shared@both.test", first: "Zora", last: "Elsewhere", role: authz.RoleAnalyst, member: membership.ClientAccessUSER},
		},
		invitations: []invitationRow{
			{name: "rival_pending", by: "rival_admin", sent: 1 * day, state: "PENDING"},
		},
	}
}

// kind is the place of a row in the tree.
func (o organizationRow) kind(parents map[string]organizationRow) organization.Kind {
	switch {
	case o.parent == "":
		return organization.KindRESELLER
	case parents[o.parent].parent == "":
		return organization.KindCUSTOMER
	}
	return organization.KindSUB_ACCOUNT
}
