package main

import (
	"strconv"
	"strings"
	"time"

	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/internal/directory"
)

// people makes up persons whose addresses do not repeat.
type people struct {
	cultures []culture
	letters  *strings.Replacer
	taken    map[string]int // addresses given out, with the last number behind them
}

func newPeople() *people {
	return &people{cultures: cultures(), letters: asciiLetters(), taken: map[string]int{}}
}

// named makes a person with a name and an address at the domain. One in seven
// has a given name of another culture.
func (p *people) named(c *chance, domain string) person {
	own := &p.cultures[c.rng.IntN(len(p.cultures))]
	given := own
	if c.percent(14) {
		given = &p.cultures[c.rng.IntN(len(p.cultures))]
	}
	someone := person{first: pick(c, given.first), last: pick(c, own.last), culture: own}
	local := p.local(someone.first) + "." + p.local(someone.last)
	key := local + "@" + domain
	n := p.taken[key] + 1
	p.taken[key] = n
	if n > 1 {
		key = local + strconv.Itoa(n) + "@" + domain
	}
	someone.email = key
	return someone
}

// local is a name in the letters of an address.
func (p *people) local(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, p.letters.Replace(directory.Fold(name)))
}

// somebody makes up a user of a customer: most are active agents.
func (t *tenant) somebody(domain string) person {
	p := t.people.named(t.chance, domain)
	p.status = []user.Status{user.StatusACTIVE, user.StatusPENDING, user.StatusSUSPENDED, user.StatusDELETED}[t.weighted(78, 11, 8, 3)]
	p.access = membership.ClientAccessUSER
	if t.percent(62) {
		kind := []user.UserType{user.UserTypeAGENT, user.UserTypeSUPERVISOR, user.UserTypeANALYST, user.UserTypeVIEWER,
			user.UserTypeBOT_ADMIN, user.UserTypeTENANT_ADMIN}[t.weighted(56, 12, 10, 12, 6, 4)]
		p.kind = &kind
	} else if t.percent(12) {
		p.access = membership.ClientAccessADMIN
	}
	p.created = t.today.Add(-t.between(12*day, 800*day))
	if p.status == user.StatusPENDING {
		p.created = t.today.Add(-t.between(time.Hour, 20*day))
	}
	p.login = t.lastLogin(p.created)
	return p
}

// lastLogin is recent for most, long ago for some, and never for one in eight.
func (t *tenant) lastLogin(created time.Time) *time.Time {
	ago := []time.Duration{0, t.between(time.Hour, 2*day), t.between(2*day, 14*day), t.between(14*day, 120*day), t.between(120*day, 700*day)}
	i := t.weighted(12, 30, 30, 20, 8)
	if i == 0 {
		return nil
	}
	at := t.today.Add(-ago[i])
	if at.Before(created.Add(3 * time.Hour)) {
		at = created.Add(3 * time.Hour)
	}
	return &at
}

// fill adds n made-up users to an organization.
func (t *tenant) fill(o *db.Organization, domain string, n int) {
	for range n {
		u := t.user(o, t.somebody(domain))
		m := t.memberships[len(t.memberships)-1]
		if u.Status == user.StatusACTIVE && t.percent(3) {
			ended := u.CreatedAt.Add(t.between(day, 10*day))
			m.Status, m.EndedAt, m.Version = membership.StatusDEACTIVATED, &ended, 2
		}
		if u.UserType == nil && m.ClientAccess == membership.ClientAccessUSER && m.Status == membership.StatusACTIVE {
			t.grant(m, t.openModules(1+t.rng.IntN(3))...)
		}
	}
}

// openModules picks n different modules that members may be given.
func (t *tenant) openModules(n int) []string {
	var open []string
	for _, m := range directory.Modules() {
		if !m.AdminOnly {
			open = append(open, m.Key)
		}
	}
	t.rng.Shuffle(len(open), func(i, j int) { open[i], open[j] = open[j], open[i] })
	return open[:min(n, len(open))]
}

func (t *tenant) grant(m *db.Membership, modules ...string) {
	for _, module := range modules {
		t.modules = append(t.modules, &db.ModuleGrant{
			ID: t.id(), ResellerID: t.reseller, AccountID: m.AccountID, CreatedAt: m.CreatedAt, MembershipID: m.ID, Module: module,
		})
	}
}
