package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/user"
)

// TestStatements holds the number of statements of an operation, whatever the
// size of its pages.
func TestStatements(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	const fields = "id displayName email status lastLoginAt createdAt userType resellerRole"
	admin := w.north.asAdmin()
	w.read(t, admin, `{ users(first: 1) { nodes { roles { key } } } }`, nil) // the built-in roles are read once in a process
	for name, c := range map[string]struct {
		query string
		want  int
	}{
		"typename":           {`{ users { __typename } }`, 0},
		"page":               {`{ users(first: $n) { nodes { ` + fields + ` } } }`, 1},
		"page info":          {`{ users(first: $n) { pageInfo { hasNextPage } } }`, 1},
		"page, total":        {`{ users(first: $n) { totalCount nodes { ` + fields + ` } } }`, 2},
		"total alone":        {`{ users(first: $n) { totalCount } }`, 1},
		"users page":         {`{ users(first: $n) { nodes { ` + fields + ` organization { id name } roles { key name } } } }`, 3},
		"users page, edges":  {`{ users(first: $n) { pageInfo { endCursor } edges { cursor node { ` + fields + ` organization { id name } roles { key } } } } }`, 3},
		"buttons":            {`{ users(first: $n) { nodes { viewerActions } } }`, 3}, // last administrators, and who holds more than the viewer
		"memberships":        {`{ users(first: $n) { nodes { memberships { modules subAccounts { name } organization { name } } } } }`, 6},
		"suspension":         {`{ users(first: $n) { nodes { suspension { suspendedBy { displayName organization { name } } } } } }`, 3},
		"invitation":         {`{ users(first: $n) { nodes { invitation { id } } } }`, 2},
		"nested":             {`{ organizations(first: $n) { nodes { name users(first: 3) { nodes { email } } } } }`, 2},
		"nested, total":      {`{ organizations(first: $n) { nodes { name users(first: 3) { totalCount nodes { email } } } } }`, 3},
		"nested twice":       {`{ organizations(first: $n) { nodes { children { nodes { users(first: 2) { nodes { roles { key } } } } } } } }`, 4},
		"nested, two orders": {`{ organizations(first: $n) { nodes { a: users(first: 3) { nodes { email } } b: users(last: 1) { nodes { email } } } } }`, 3},
		"seats":              {`{ organizations(first: $n) { nodes { seats { used limit } parent { name } } } }`, 3},
		"invitations":        {`{ invitations(first: $n) { nodes { email status user { displayName roles { key } } inviter { displayName } organization { name } viewerActions } } }`, 5},
		"audit":              {`{ auditEvents(first: $n) { nodes { action actor { user { displayName } } onBehalfOf { user { id } } organization { name } target { displayName } } } }`, 3},
		"stats":              {`{ userStats { total active pending suspended } }`, 1},
		"roles":              {`{ roles(first: $n) { nodes { key permissions } } }`, 2},
		"matrix, viewer":     {`{ permissionMatrix { roleKey allowed denied } viewer { permissions can(permission: USER) } }`, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			query := strings.ReplaceAll(c.query, "permission: USER", "permission: ORGANIZATION_READ")
			for _, n := range []int{25, 40} {
				query := strings.ReplaceAll(query, "$n", fmt.Sprint(n))
				if got := w.read(t, admin, query, nil).statements; got != c.want {
					t.Errorf("%d statements, want %d: %s", got, c.want, query)
				}
			}
		})
	}
}

// TestUserOrders compares every order, both ways, forward and backward, with
// the rows sorted in Go.
func TestUserOrders(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	instant := func(f func(*db.User) *time.Time) func(a, b *db.User) (int, bool) {
		return func(a, b *db.User) (int, bool) {
			x, y := f(a), f(b)
			switch {
			case x == nil && y == nil:
				return 0, false
			case x == nil:
				return 1, true // last whichever the direction
			case y == nil:
				return -1, true
			}
			return x.Compare(*y), false
		}
	}
	text := func(f func(*db.User) string) func(a, b *db.User) (int, bool) {
		return func(a, b *db.User) (int, bool) { return strings.Compare(f(a), f(b)), false }
	}
	for field, compare := range map[string]func(a, b *db.User) (int, bool){
		"DISPLAY_NAME":     text(func(u *db.User) string { return u.SortName }),
		"EMAIL":            text(func(u *db.User) string { return u.EmailKey }),
		"STATUS":           text(func(u *db.User) string { return string(u.Status) }),
		"ROLE":             func(a, b *db.User) (int, bool) { return int(a.RoleRank) - int(b.RoleRank), false },
		"LAST_LOGIN_AT":    instant(func(u *db.User) *time.Time { return u.LastLoginAt }),
		"LAST_ACTIVITY_AT": instant(func(u *db.User) *time.Time { return u.LastActivityAt }),
		"CREATED_AT":       instant(func(u *db.User) *time.Time { return &u.CreatedAt }),
	} {
		for _, direction := range []string{"ASC", "DESC"} {
			t.Run(field+" "+direction, func(t *testing.T) {
				t.Parallel()
				want := slices.DeleteFunc(slices.Clone(w.north.users), func(u *db.User) bool { return u.Status == user.StatusDELETED })
				slices.SortFunc(want, func(a, b *db.User) int {
					c, fixed := compare(a, b)
					if c == 0 {
						c = strings.Compare(a.ID.String(), b.ID.String())
					}
					if direction == "DESC" && !fixed {
						c = -c
					}
					return c
				})
				var ids []any
				for _, u := range want {
					ids = append(ids, u.GlobalID())
				}
				order := fmt.Sprintf("orderBy: [{field: %s, direction: %s}]", field, direction)
				if diff := cmp.Diff(ids, w.walk(t, order, "first", "after", "endCursor", "hasNextPage")); diff != "" {
					t.Errorf("forward: %s", diff)
				}
				if diff := cmp.Diff(ids, w.walk(t, order, "last", "before", "startCursor", "hasPreviousPage")); diff != "" {
					t.Errorf("backward: %s", diff)
				}
			})
		}
	}
}

// walk reads all pages of users as the administrator.
func (w *world) walk(t *testing.T, order, size, from, cursor, more string) []any {
	t.Helper()
	var all []any
	var at any
	for range 20 {
		query := fmt.Sprintf(`query($at: Cursor) { users(%s: 7, %s: $at, %s) { nodes { id } pageInfo { %s %s } } }`, size, from, order, cursor, more)
		page := w.read(t, w.north.asAdmin(), query, map[string]any{"at": at})
		ids := page.at("users.nodes.*.id").([]any)
		if size == "last" {
			all = append(ids, all...)
		} else {
			all = append(all, ids...)
		}
		if page.at("users.pageInfo."+more) != true {
			return all
		}
		at = page.at("users.pageInfo." + cursor)
	}
	t.Fatal("pages without end")
	return nil
}

// TestUserFilters compares filters and searches with the rows filtered in Go.
func TestUserFilters(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	n := w.north
	login := func(u *db.User, ok func(time.Time) bool) bool { return u.LastLoginAt != nil && ok(*u.LastLoginAt) }
	custom := func(u *db.User) bool { return u.UserType != nil && u.OrganizationID == n.acme.ID }
	for args, keep := range map[string]func(*db.User) bool{
		`where: {}`:                                                                             func(*db.User) bool { return true },
		`where: {status: {in: [PENDING]}}`:                                                      func(u *db.User) bool { return u.Status == user.StatusPENDING },
		`where: {status: {in: [PENDING, ACTIVE]}}`:                                              func(u *db.User) bool { return u.Status == user.StatusPENDING || u.Status == user.StatusACTIVE },
		`where: {status: {notIn: [PENDING]}}`:                                                   func(u *db.User) bool { return u.Status != user.StatusPENDING },
		`where: {userType: {in: [AGENT]}}`:                                                      func(u *db.User) bool { return u.UserType != nil && *u.UserType == user.UserTypeAGENT },
		`where: {userType: {notIn: [AGENT]}}`:                                                   func(u *db.User) bool { return u.UserType == nil || *u.UserType != user.UserTypeAGENT },
		`where: {resellerRole: {in: [RESELLER_ADMIN]}}`:                                         func(u *db.User) bool { return u.ID == n.admin.ID },
		`where: {not: {userType: {in: [AGENT]}}}`:                                               func(u *db.User) bool { return u.UserType == nil || *u.UserType != user.UserTypeAGENT },
		`where: {displayName: {startsWith: "ÉLOD"}}`:                                            func(u *db.User) bool { return strings.HasPrefix(u.SortName, "elod") },
		`where: {displayName: {contains: "%"}}`:                                                 func(u *db.User) bool { return strings.Contains(u.DisplayName, "%") },
		`where: {email: {eq: "` + strings.ToUpper(n.agent.Email) + `"}}`:                        func(u *db.User) bool { return u.ID == n.agent.ID },
		`where: {email: {in: ["` + n.agent.Email + `", "none@mail.test"]}}`:                     func(u *db.User) bool { return u.ID == n.agent.ID },
		`where: {lastLoginAt: {isNull: true}}`:                                                  func(u *db.User) bool { return u.LastLoginAt == nil },
		`where: {lastLoginAt: {lt: "2026-03-01T11:59:00Z"}}`:                                    func(u *db.User) bool { return login(u, moment.Add(-time.Minute).After) },
		`where: {organizationId: {eq: "` + n.east.GlobalID() + `"}}`:                            func(u *db.User) bool { return u.OrganizationID == n.east.ID },
		`where: {organizationId: {notIn: ["` + n.east.GlobalID() + `"]}}`:                       func(u *db.User) bool { return u.OrganizationID != n.east.ID },
		`where: {organizationId: {in: []}}`:                                                     func(*db.User) bool { return false },
		`where: {roleId: {eq: "` + n.custom.GlobalID() + `"}}`:                                  custom,
		`where: {roleId: {notIn: ["` + n.custom.GlobalID() + `"]}}`:                             func(u *db.User) bool { return !custom(u) },
		`where: {roleId: {eq: "` + w.south.custom.GlobalID() + `"}}`:                            func(*db.User) bool { return false },
		`where: {id: {in: ["` + n.agent.GlobalID() + `", "` + w.south.agent.GlobalID() + `"]}}`: func(u *db.User) bool { return u.ID == n.agent.ID },
		`where: {or: [{status: {in: [PENDING]}}, {and: [{userType: {in: [AGENT]}}, {email: {contains: "mail"}}]}]}`: func(u *db.User) bool {
			return u.Status == user.StatusPENDING || u.UserType != nil && *u.UserType == user.UserTypeAGENT
		},
		`where: {or: []}`: func(*db.User) bool { return false },
		`search: "  "`:    func(*db.User) bool { return true },
		`search: "ÉLODIE berg"`: func(u *db.User) bool {
			return strings.Contains(u.SearchText, "elodie") && strings.Contains(u.SearchText, "berg")
		},
		`search: "0%_s"`: func(u *db.User) bool { return strings.Contains(u.SearchText, "0%_s") },
		`search: "o'neil", where: {status: {in: [ACTIVE]}}`: func(u *db.User) bool {
			return strings.Contains(u.SearchText, "o'neil") && u.Status == user.StatusACTIVE
		},
	} {
		t.Run(args, func(t *testing.T) {
			t.Parallel()
			var want []any
			stats := map[string]any{"total": 0.0, "active": 0.0, "pending": 0.0, "suspended": 0.0}
			count := func(name string) { stats[name] = stats[name].(float64) + 1 }
			for _, u := range n.users {
				if u.Status != user.StatusDELETED && keep(u) {
					want = append(want, u.GlobalID())
					count("total")
					count(strings.ToLower(string(u.Status)))
				}
			}
			got := w.read(t, n.asAdmin(), fmt.Sprintf(`{ users(first: 100, %s) { totalCount nodes { id } } userStats(%s) { total active pending suspended } }`, args, args), nil)
			ids, _ := got.at("users.nodes.*.id").([]any)
			sorted(ids)
			sorted(want)
			if len(ids)+len(want) > 0 && !cmp.Equal(ids, want) {
				t.Errorf("%s", cmp.Diff(want, ids))
			}
			if diff := cmp.Diff(stats, got.at("userStats")); diff != "" {
				t.Errorf("stats: %s", diff)
			}
			if got.at("users.totalCount") != float64(len(want)) {
				t.Errorf("totalCount %v, want %d", got.at("users.totalCount"), len(want))
			}
		})
	}
}

func sorted(list []any) {
	slices.SortFunc(list, func(a, b any) int { return strings.Compare(a.(string), b.(string)) })
}

// TestListInput names what lists refuse, and where.
func TestListInput(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	deep := `{not: {not: {not: {not: {email: {eq: "a"}}}}}}`
	wide := `{or: [` + strings.Repeat(`{email: {eq: "a"}},`, 51) + `]}`
	for query, want := range map[string]string{
		`{ users(first: 101) { nodes { id } } }`:                                                         "first",
		`{ users(first: 1, last: 1) { nodes { id } } }`:                                                  "last",
		`{ users(after: "rubbish") { nodes { id } } }`:                                                   "after",
		`{ users(offset: 10001) { nodes { id } } }`:                                                      "offset",
		`{ users(where: ` + deep + `) { nodes { id } } }`:                                                "where.not.not.not.not",
		`{ users(where: ` + wide + `) { nodes { id } } }`:                                                "where.or.50.email.eq",
		`{ users(where: {id: {eq: "org_01h455vb4pex5vsknk084sn02q"}}) { nodes { id } } }`:                "where.id.eq",
		`{ users(where: {or: [{}, {organizationId: {in: ["nonsense"]}}]}) { nodes { id } } }`:            "where.or.1.organizationId.in.0",
		`{ users(search: "` + strings.Repeat("é", 201) + `") { nodes { id } } }`:                         "search",
		`{ users(orderBy: [{field: EMAIL}, {field: EMAIL}]) { nodes { id } } }`:                          "orderBy.1.field",
		`{ userStats(where: {id: {in: ["x"]}}) { total } }`:                                              "where.id.in.0",
		`{ organizations(where: {parentId: {eq: "user_01h455vb4pex5vsknk084sn02q"}}) { nodes { id } } }`: "where.parentId.eq",
		`{ invitations(where: {not: {id: {notIn: ["x"]}}}) { nodes { id } } }`:                           "where.not.id.notIn.0",
		`{ auditEvents(where: {actorId: {eq: "x"}}) { nodes { id } } }`:                                  "where.actorId.eq",
		`{ organizations { nodes { users(first: 200) { nodes { id } } } } }`:                             "first",
		`{ nodes(ids: [` + strings.Repeat(`"x",`, 101) + `]) { id } }`:                                   "ids",
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			got := w.ask(t, w.north.asAdmin(), query, nil)
			if len(got.errs) == 0 || got.errs[0].Extensions["code"] != "BAD_USER_INPUT" {
				t.Fatalf("no BAD_USER_INPUT: %v", got.errs)
			}
			if path := fmt.Sprint(got.errs[0].Extensions["path"]); path != "["+strings.ReplaceAll(want, ".", " ")+"]" {
				t.Errorf("argument path %s, want %s (%v)", path, want, got.errs[0].Extensions)
			}
		})
	}
}

// TestReach compares what lists and single reads show to different viewers
// with what the policy says about each row.
func TestReach(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	n := w.north
	a := authz.New(must(authz.Load()))
	for name, v := range map[string]*authz.Viewer{
		"reseller admin":             n.asAdmin(),
		"reseller support":           n.viewerOf(n.admin, n.root, authz.RoleResellerSupport),
		"user admin":                 n.viewerOf(n.admin, n.root, authz.RoleUserAdmin),
		"user and customer admin":    n.viewerOf(n.admin, n.root, authz.RoleUserAdmin, authz.RoleCustomerAdmin),
		"staff for one customer":     n.viewerOf(n.admin, n.acme, authz.RoleTenantAdmin),
		"staff for one, denied":      deniedAt(n.viewerOf(n.admin, n.root, authz.RoleResellerSupport), n.acme),
		"tenant admin":               n.asBoss(),
		"tenant viewer":              n.viewerOf(n.boss, n.acme, authz.RoleViewer),
		"sub-account's client admin": n.viewerOf(n.member, n.east, authz.RoleClientAdmin),
		"home and sub-account":       n.viewerOf(n.member, n.acme, authz.RoleClientAdmin),
		"agent":                      n.viewerOf(n.agent, n.acme, authz.RoleAgent),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var ids, listed []any
			for _, u := range n.users {
				if u.Status != user.StatusDELETED && a.UserVisible(v, authz.UserTarget{ID: u.ID, OrganizationID: u.OrganizationID, AccountID: u.AccountID, Status: string(u.Status)}) {
					ids = append(ids, u.GlobalID())
				}
			}
			got := w.ask(t, v, `{ users(first: 100) { nodes { id } } }`, nil)
			if len(got.errs) > 0 {
				if got.errs[0].Extensions["code"] != "FORBIDDEN" || len(ids) > 1 {
					t.Fatal(got.errs, len(ids))
				}
			} else {
				listed = got.at("users.nodes.*.id").([]any)
				sorted(listed)
				sorted(ids)
				if diff := cmp.Diff(ids, listed); diff != "" {
					t.Errorf("users: %s", diff)
				}
			}
			var orgs []any
			for _, o := range []*db.Organization{n.root, n.acme, n.east, n.beta, n.gamma} {
				if a.OrganizationVisible(v, organizationTarget(o)) {
					orgs = append(orgs, o.GlobalID())
				}
			}
			if got = w.ask(t, v, `{ organizations { nodes { id } } }`, nil); len(got.errs) == 0 {
				listed = got.at("organizations.nodes.*.id").([]any)
				sorted(listed)
				sorted(orgs)
				if diff := cmp.Diff(orgs, listed); diff != "" {
					t.Errorf("organizations: %s", diff)
				}
			}
			var invs []any
			for _, i := range n.invitations {
				if a.InvitationVisible(v, authz.InvitationTarget{ID: i.ID, OrganizationID: i.OrganizationID, AccountID: i.AccountID}) {
					invs = append(invs, i.GlobalID())
				}
			}
			if got = w.ask(t, v, `{ invitations(first: 100) { nodes { id } } }`, nil); len(got.errs) == 0 {
				listed = got.at("invitations.nodes.*.id").([]any)
				sorted(listed)
				sorted(invs)
				if len(listed)+len(invs) > 0 && !cmp.Equal(invs, listed) {
					t.Errorf("invitations: %s", cmp.Diff(invs, listed))
				}
			}
		})
	}
}

// deniedAt takes the reading of users away at an organization.
func deniedAt(v *authz.Viewer, o *db.Organization) *authz.Viewer {
	v.Assignments = append(v.Assignments, authz.Assignment{Role: authz.RoleResellerViewer, Domain: o.ID, Account: o.AccountID})
	return v
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
