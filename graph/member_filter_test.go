package graph

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
)

// shownMember is a membership as the API shows it.
type shownMember struct {
	organization, status, access string
	modules, subAccounts         []string
}

// shownUser is a user with what the filters look at.
type shownUser struct {
	id        string
	twoFactor bool
	login     string
	members   []shownMember
}

// memberFilter is a drawn filter; a nil list is left out.
type memberFilter struct {
	status, access, modules, of, notOf, subs, notSubs []string
}

func (f memberFilter) String() string {
	var parts []string
	add := func(format string, list []string, quote bool) {
		if list == nil {
			return
		}
		text := strings.Join(list, ", ")
		if quote && len(list) > 0 {
			text = `"` + strings.Join(list, `", "`) + `"`
		}
		parts = append(parts, fmt.Sprintf(format, text))
	}
	add("membershipStatus: {in: [%s]}", f.status, false)
	add("access: {in: [%s]}", f.access, false)
	add("module: {in: [%s]}", f.modules, true)
	ids := func(field string, in, notIn []string) {
		was := parts
		parts = nil
		add("in: [%s]", in, true)
		add("notIn: [%s]", notIn, true)
		if len(parts) > 0 {
			was = append(was, field+": {"+strings.Join(parts, ", ")+"}")
		}
		parts = was
	}
	ids("memberOf", f.of, f.notOf)
	ids("subAccountId", f.subs, f.notSubs)
	return "{" + strings.Join(parts, ", ") + "}"
}

// holds is the naive meaning: one membership fits everything that is asked
// for, and none opens or is what is ruled out. below tells the sub-accounts of
// an account.
func (f memberFilter) holds(u shownUser, below map[string][]string) bool {
	among := func(list []string, values ...string) bool {
		return list == nil || slices.ContainsFunc(values, func(v string) bool { return slices.Contains(list, v) })
	}
	opens := func(m shownMember) []string {
		out := append([]string{m.organization}, m.subAccounts...)
		if m.access == "ADMIN" {
			out = append(out, below[m.organization]...)
		}
		return out
	}
	asks := f.status != nil || f.access != nil || f.modules != nil || f.of != nil || f.subs != nil
	found := false
	for _, m := range u.members {
		if m.status == "REMOVED" {
			continue
		}
		active := m.status == "ACTIVE"
		if f.notOf != nil && slices.Contains(f.notOf, m.organization) || active && f.notSubs != nil && among(f.notSubs, opens(m)...) {
			return false
		}
		inForce := f.access != nil || f.modules != nil || f.subs != nil
		found = found || (active || !inForce) && among(f.status, m.status) && among(f.access, m.access) && among(f.of, m.organization) &&
			(f.modules == nil || m.access == "ADMIN" || among(f.modules, m.modules...)) && among(f.subs, opens(m)...)
	}
	return !asks || found
}

// TestMemberFilters compares the filters on memberships with the memberships
// that the API shows.
func TestMemberFilters(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	n := w.north
	w.join(t, n)
	shown := w.shown(t)
	acme, east := n.acme.GlobalID(), n.east.GlobalID()
	below := map[string][]string{acme: {east}}
	places := []string{acme, east, n.beta.GlobalID(), n.gamma.GlobalID(), w.south.acme.GlobalID()}
	matched := 0
	rapid.Check(t, func(rt *rapid.T) {
		draw := func(name string, values ...string) []string {
			if rapid.IntRange(0, 2).Draw(rt, name+"?") > 0 {
				return nil
			}
			return rapid.SliceOfNDistinct(rapid.SampledFrom(values), 1, 2, rapid.ID[string]).Draw(rt, name)
		}
		f := memberFilter{
			status: draw("status", "ACTIVE", "DEACTIVATED"), access: draw("access", "ADMIN", "USER"),
			modules: draw("modules", "CAMPAIGNS", "CONTACTS", "PRICING"), of: draw("of", places...), notOf: draw("notOf", places...),
			subs: draw("subs", places...), notSubs: draw("notSubs", places...),
		}
		var want []string
		for _, u := range shown {
			if f.holds(u, below) {
				want = append(want, u.id)
			}
		}
		got := w.read(t, n.asAdmin(), `{ users(first: 100, where: `+f.String()+`) { totalCount nodes { id } } }`, nil)
		if diff := cmp.Diff(want, texted(got.at("users.nodes.*.id")), cmp.Transformer("sorted", func(l []string) []string {
			return slices.Sorted(slices.Values(l))
		})); diff != "" {
			rt.Fatalf("%s (-want +got):\n%s", f, diff)
		}
		if got.at("users.totalCount") != float64(len(want)) {
			rt.Fatalf("%s: totalCount %v, want %d", f, got.at("users.totalCount"), len(want))
		}
		matched += len(want)
	})
	if matched == 0 {
		t.Error("no filter matched anybody")
	}
	for where, keep := range map[string]func(shownUser) bool{
		`{twoFactorEnabled: true}`:  func(u shownUser) bool { return u.twoFactor },
		`{twoFactorEnabled: false}`: func(u shownUser) bool { return !u.twoFactor },
		`{or: [{lastLoginAt: {isNull: true}}, {lastLoginAt: {lt: "2026-03-01T11:59:00Z"}}]}`: func(u shownUser) bool {
			return u.login == "" || u.login < "2026-03-01T11:59:00"
		},
	} {
		var want []string
		for _, u := range shown {
			if keep(u) {
				want = append(want, u.id)
			}
		}
		got := texted(w.read(t, n.asAdmin(), `{ users(first: 100, where: `+where+`) { nodes { id } } }`, nil).at("users.nodes.*.id"))
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" || len(want) == 0 {
			t.Errorf("%s (-want +got):\n%s", where, diff)
		}
	}
}

// join gives people memberships in all states and places, and some of them a
// second factor.
func (w *world) join(t *testing.T, n reseller) {
	t.Helper()
	ctx := database.WithReseller(t.Context(), n.id)
	rng := rand.New(rand.NewPCG(4, 2))
	for _, u := range n.users {
		if u.OrganizationID == n.root.ID || u.Status == user.StatusDELETED {
			continue
		}
		if rng.IntN(3) == 0 {
			w.Client.User.Update().Where(user.ID(u.ID)).SetTwoFactorAt(moment.Add(-time.Hour)).ExecX(ctx)
		}
		taken := w.Membership.Query().Where(membership.UserID(u.ID)).AllX(ctx)
		for _, at := range []*db.Organization{n.acme, n.east} {
			if u.AccountID != n.acme.ID || rng.IntN(2) == 0 || slices.ContainsFunc(taken, func(m *db.Membership) bool { return m.OrganizationID == at.ID }) {
				continue
			}
			w.member(ctx, rng, u, at, n)
		}
	}
}

func (w *world) member(ctx context.Context, rng *rand.Rand, u *db.User, at *db.Organization, n reseller) {
	access := []membership.ClientAccess{membership.ClientAccessADMIN, membership.ClientAccessUSER, membership.ClientAccessUSER}[rng.IntN(3)]
	status := []membership.Status{membership.StatusACTIVE, membership.StatusACTIVE, membership.StatusDEACTIVATED, membership.StatusREMOVED}[rng.IntN(4)]
	m := w.Membership.Create().SetAccountID(u.AccountID).SetUserID(u.ID).SetOrganizationID(at.ID).SetClientAccess(access).SetStatus(status).
		SetCreatedAt(moment).SetUpdatedAt(moment).SaveX(ctx)
	if access == membership.ClientAccessADMIN {
		return
	}
	for _, module := range []string{"CAMPAIGNS", "CONTACTS"} {
		if rng.IntN(2) == 0 {
			w.ModuleGrant.Create().SetAccountID(u.AccountID).SetMembershipID(m.ID).SetModule(module).SetCreatedAt(moment).ExecX(ctx)
		}
	}
	if at.ID == n.acme.ID && rng.IntN(2) == 0 {
		w.SubAccountGrant.Create().SetAccountID(u.AccountID).SetMembershipID(m.ID).SetOrganizationID(n.east.ID).SetCreatedAt(moment).ExecX(ctx)
	}
}

// shown reads everybody as the administrator sees them.
func (w *world) shown(t *testing.T) []shownUser {
	t.Helper()
	var out []shownUser
	for _, u := range w.read(t, w.north.asAdmin(), `{ users(first: 100) { nodes { id twoFactorEnabled lastLoginAt memberships {
		status access modules organization { id } subAccounts { id } } } } }`, nil).at("users.nodes").([]any) {
		u := u.(map[string]any)
		one := shownUser{id: u["id"].(string), twoFactor: u["twoFactorEnabled"].(bool)}
		one.login, _ = u["lastLoginAt"].(string)
		for _, m := range u["memberships"].([]any) {
			m := m.(map[string]any)
			one.members = append(one.members, shownMember{
				organization: dig(m, []string{"organization", "id"}).(string), status: m["status"].(string), access: m["access"].(string),
				modules: texted(m["modules"]), subAccounts: texted(dig(m, []string{"subAccounts", "*", "id"})),
			})
		}
		out = append(out, one)
	}
	return out
}

// texted is a list of texts; an empty one is nil.
func texted(v any) (out []string) {
	for _, x := range v.([]any) {
		out = append(out, x.(string))
	}
	return out
}
