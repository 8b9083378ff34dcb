package graph

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tenantry/authz"
	"tenantry/ent/db/auditevent"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/role"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
)

// TestNodes reads every kind of object by id, as its owner, as a viewer with
// less, and as a rival's administrator.
func TestNodes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	n := w.north
	admin, boss := n.asAdmin(), n.asBoss()
	ctx := database.WithReseller(t.Context(), n.id)
	w.Session.Create().SetID(admin.SessionID).SetAccountID(admin.AccountID).SetUserID(admin.UserID).SetTokenHash([]byte{1}).
		SetLastSeenAt(moment).SetProvenAt(moment).SetExpiresAt(moment.AddDate(0, 0, 1)).SetCreatedAt(moment).ExecX(ctx)
	shared := w.Role.Query().Where(role.Key(authz.RoleAgent)).OnlyX(ctx).GlobalID()
	membership := w.Membership.Query().Where(membership.UserID(n.member.ID)).OnlyX(ctx).GlobalID()
	event := w.AuditEvent.Query().Where(auditevent.ActorID(n.admin.ID)).OnlyX(ctx).GlobalID()
	var pending string
	for _, i := range n.invitations {
		if i.OrganizationID == n.beta.ID {
			pending = i.GlobalID()
		}
	}
	for _, c := range []struct {
		what, id           string
		admin, boss, rival bool
	}{
		{"staff", n.admin.GlobalID(), true, false, false},
		{"customer's user", n.agent.GlobalID(), true, true, false},
		{"deleted user", n.lost.GlobalID(), false, false, false},
		{"root", n.root.GlobalID(), true, false, false},
		{"own organization", n.acme.GlobalID(), true, true, false},
		{"sub-account", n.east.GlobalID(), true, true, false},
		{"other customer", n.beta.GlobalID(), true, false, false},
		{"other customer's invitation", pending, true, false, false},
		{"built-in role", shared, true, true, false},
		{"custom role", n.custom.GlobalID(), true, true, false},
		{"staff's event", event, true, false, false},
		{"membership", membership, true, true, false},
		{"session", schema.GlobalID("ses", admin.SessionID), true, false, false},
		{"unknown", schema.GlobalID("user", schema.NewID()), false, false, false},
		{"unknown type", schema.GlobalID("res", n.id), false, false, false},
		{"malformed", "user_x", false, false, false},
		{"empty", "", false, false, false},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()
			for v, want := range map[*authz.Viewer]bool{admin: c.admin, boss: c.boss, w.south.asAdmin(): c.rival} {
				got := w.read(t, v, `query($id: ID!) { node(id: $id) { id } nodes(ids: [$id, $id]) { id } }`, map[string]any{"id": c.id})
				if !want {
					if got.at("node") != nil || !cmp.Equal(got.at("nodes"), []any{nil, nil}) {
						t.Errorf("%s sees %v", v.DisplayName, got.data)
					}
					continue
				}
				if got.at("node.id") != c.id || !cmp.Equal(got.at("nodes.*.id"), []any{c.id, c.id}) {
					t.Errorf("%s sees %v", v.DisplayName, got.data)
				}
			}
		})
	}
}

// TestNodesTogether: one statement for each type, order kept, gaps null.
func TestNodesTogether(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	n := w.north
	ids := []any{n.agent.GlobalID(), n.acme.GlobalID(), "nonsense", n.boss.GlobalID(), w.south.agent.GlobalID(), n.agent.GlobalID()}
	got := w.read(t, n.asAdmin(), `query($ids: [ID!]!) { nodes(ids: $ids) { id ... on User { displayName organization { name } } ... on Organization { name } } }`,
		map[string]any{"ids": ids})
	ids[2], ids[4] = nil, nil
	if diff := cmp.Diff(ids, got.at("nodes.*.id")); diff != "" {
		t.Error(diff)
	}
	if got.statements != 3 {
		t.Errorf("%d statements, want users, organizations and organizations of users", got.statements)
	}
}

// TestRivals: ids of another reseller answer null wherever one is taken.
func TestRivals(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	n, rival := w.north, w.south.asAdmin()
	got := w.read(t, rival, fmt.Sprintf(`{
		user(id: %q) { id } organization(id: %q) { id } invitation(id: %q) { id }
		viewer { can(permission: ORGANIZATION_READ, on: %q) }
		users(where: {organizationId: {eq: %q}}) { nodes { id } totalCount }
		auditEvents(where: {actorId: {eq: %q}}) { nodes { id } }
	}`, n.agent.GlobalID(), n.acme.GlobalID(), n.invitations[0].GlobalID(), n.acme.GlobalID(), n.acme.GlobalID(), n.admin.GlobalID()), nil)
	want := map[string]any{
		"user": nil, "organization": nil, "invitation": nil, "viewer": map[string]any{"can": false},
		"users": map[string]any{"nodes": []any{}, "totalCount": 0.0}, "auditEvents": map[string]any{"nodes": []any{}},
	}
	if diff := cmp.Diff(want, got.data); diff != "" {
		t.Error(diff)
	}
}

// TestEdges compares edges of a page with rows read one by one.
func TestEdges(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	n := w.north
	byID := map[string]any{}
	for _, u := range n.users {
		byID[u.GlobalID()] = u
	}
	got := w.read(t, n.asAdmin(), `{ users(first: 100, orderBy: [{field: ROLE}]) { nodes {
		id status userType resellerRole initials organization { id kind } roles { key }
		memberships { access modules subAccounts { name } organization { id } }
		suspension { motive suspendedBy { id } } invitation { id status user { id } } viewerActions } } }`, nil)
	for _, row := range got.at("users.nodes").([]any) {
		node := row.(map[string]any)
		u := n.users[0]
		for _, x := range n.users {
			if x.GlobalID() == node["id"] {
				u = x
			}
		}
		if id := dig(node, []string{"organization", "id"}); id != schema.GlobalID("org", u.OrganizationID) {
			t.Errorf("%s: organization %v", u.Email, id)
		}
		wantRoles := []any{}
		for _, key := range []*string{(*string)(u.ResellerRole), (*string)(u.UserType)} {
			if key != nil {
				wantRoles = append(wantRoles, strings.ToLower(*key))
			}
		}
		access, _ := dig(node, []string{"memberships", "*", "access"}).([]any)
		if len(access) == 1 {
			wantRoles = append(wantRoles, map[any]string{"ADMIN": "client_admin", "USER": "client_user"}[access[0]])
		}
		if u.UserType != nil && u.OrganizationID == n.acme.ID {
			wantRoles = append(wantRoles, "auditor")
		}
		if u.ResellerRole != nil && *u.ResellerRole == user.ResellerRoleRESELLER_SUPPORT {
			wantRoles = append(wantRoles, authz.RoleBrandingAdmin)
		}
		if diff := cmp.Diff(wantRoles, dig(node, []string{"roles", "*", "key"})); diff != "" {
			t.Errorf("%s: roles %s", u.Email, diff)
		}
		if (node["invitation"] != nil) != (u.Status == user.StatusPENDING) || (node["suspension"] != nil) != (u.Status == user.StatusSUSPENDED) {
			t.Errorf("%s %s: invitation %v, suspension %v", u.Email, u.Status, node["invitation"], node["suspension"])
		}
		if u.Status == user.StatusPENDING && dig(node, []string{"invitation", "user", "id"}) != node["id"] {
			t.Errorf("%s: the invitation is of another user", u.Email)
		}
		if u.ID == n.boss.ID && !cmp.Equal(node["viewerActions"], []any{"UPDATE", "CHANGE_ROLE", "CHANGE_EMAIL", "RESET_PASSWORD", "SEND_RESET_LINK", "END_SESSIONS"}) {
			t.Errorf("the last tenant administrator: %v", node["viewerActions"])
		}
	}
}

// TestNestedPages compares the users of each organization with the root list,
// page after page, and totals under aliases.
func TestNestedPages(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	n := w.north
	got := w.read(t, n.asAdmin(), `{ organizations { nodes { id kind seats { used limit }
		a: users(first: 2) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
		b: users(first: 1, where: {status: {in: [ACTIVE]}}) { totalCount } } totalCount } all: organizations(first: 1) { totalCount } }`, nil)
	if got.at("organizations.totalCount") != 5.0 || got.at("all.totalCount") != 5.0 {
		t.Errorf("organizations: %v and %v, want 5", got.at("organizations.totalCount"), got.at("all.totalCount"))
	}
	for _, row := range got.at("organizations.nodes").([]any) {
		o := row.(map[string]any)
		list := w.read(t, n.asAdmin(), `query($id: ID!) { users(first: 100, where: {organizationId: {eq: $id}}) { nodes { id status } } }`, map[string]any{"id": o["id"]})
		ids := list.at("users.nodes.*.id").([]any)
		active := 0.0
		for _, s := range list.at("users.nodes.*.status").([]any) {
			if s == "ACTIVE" {
				active++
			}
		}
		if dig(o, []string{"a", "totalCount"}) != float64(len(ids)) || dig(o, []string{"b", "totalCount"}) != active {
			t.Errorf("totals %v, want %d and %v", o, len(ids), active)
		}
		if diff := cmp.Diff(ids[:2], dig(o, []string{"a", "edges", "*", "node", "id"})); diff != "" {
			t.Errorf("first page: %s", diff)
		}
		if o["kind"] != "CUSTOMER" || o["id"] != n.acme.GlobalID() {
			if used := dig(o, []string{"seats", "used"}); used != float64(len(ids)) {
				t.Errorf("seats %v, want %d", used, len(ids))
			}
		}
		next := w.read(t, n.asAdmin(), `query($id: ID!, $after: Cursor) { organization(id: $id) { users(first: 100, after: $after) { nodes { id } } } }`,
			map[string]any{"id": o["id"], "after": dig(o, []string{"a", "pageInfo", "endCursor"})})
		if diff := cmp.Diff(ids[2:], next.at("organization.users.nodes.*.id")); diff != "" {
			t.Errorf("second page: %s", diff)
		}
	}
}

// TestHidden: what the viewer may not see is null, and nothing fails for it.
func TestHidden(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	n := w.north
	boss := w.read(t, n.asBoss(), fmt.Sprintf(`{
		organization(id: %q) { name legalName parent { id } seats { used } children { nodes { name parent { name } } } }
		auditEvents { nodes { actor { displayName user { id } } } }
		invitations { nodes { inviter { id } } }
		viewer { user { email organization { name } } organization { name } can(permission: TENANT_USER_CREATE) over: can(permission: TENANT_USER_CREATE, on: %q) }
	}`, n.acme.GlobalID(), n.east.GlobalID()), nil)
	if boss.at("organization.parent") != nil || boss.at("organization.legalName") != nil || !cmp.Equal(boss.at("organization.children.nodes.*.parent.name"), []any{"Acme North"}) {
		t.Errorf("organization: %v", boss.at("organization"))
	}
	for _, id := range boss.at("invitations.nodes.*.inviter").([]any) {
		if id != nil {
			t.Error("a customer sees the reseller's staff as inviter")
		}
	}
	if boss.at("viewer.can") != true || boss.at("viewer.over") != true || boss.at("viewer.user.email") != n.boss.Email {
		t.Errorf("viewer: %v", boss.at("viewer"))
	}
	support := w.read(t, n.viewerOf(n.admin, n.root, authz.RoleResellerSupport), `{ organizations { nodes { kind users { totalCount } } } }`, nil)
	for _, o := range support.at("organizations.nodes").([]any) {
		if o := o.(map[string]any); (o["users"] == nil) != (o["kind"] == "RESELLER") {
			t.Errorf("support and the users of %v: %v", o["kind"], o["users"])
		}
	}
}
