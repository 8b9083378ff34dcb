package graph

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tenantry/authz"
	"tenantry/ent/schema"
	"tenantry/internal/database"
)

// TestInvitationStatus: the state follows from the clock, in rows and filters.
func TestInvitationStatus(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	n := w.north
	want := map[string]float64{}
	for _, i := range n.invitations {
		if i.ExpiresAt.After(moment) {
			want["PENDING"]++
		} else {
			want["EXPIRED"]++
		}
	}
	if want["PENDING"] == 0 || want["EXPIRED"] == 0 {
		t.Fatal("the seed has one state alone")
	}
	got := w.read(t, n.asAdmin(), `{
		all: invitations(first: 100) { nodes { status viewerActions } }
		pending: invitations(where: {status: {in: [PENDING]}}) { totalCount nodes { status } }
		expired: invitations(where: {status: {in: [EXPIRED]}}) { totalCount nodes { status } }
		both: invitations(where: {status: {in: [EXPIRED, PENDING]}}) { totalCount }
		neither: invitations(where: {status: {notIn: [EXPIRED, PENDING]}}) { totalCount }
		not: invitations(where: {not: {status: {in: [EXPIRED]}}}) { totalCount }
		accepted: invitations(where: {status: {in: [ACCEPTED]}}) { totalCount }
		found: invitations(search: "`+n.invitations[0].Email[:5]+`", orderBy: [{field: EMAIL, direction: ASC}]) { nodes { email } }
	}`, nil)
	counts := map[string]float64{}
	for _, s := range got.at("all.nodes.*.status").([]any) {
		counts[s.(string)]++
	}
	if diff := cmp.Diff(want, counts); diff != "" {
		t.Error(diff)
	}
	total := float64(len(n.invitations))
	for name, n := range map[string]float64{
		"pending": want["PENDING"], "expired": want["EXPIRED"], "both": total, "neither": 0, "not": want["PENDING"], "accepted": 0,
	} {
		if got.at(name+".totalCount") != n {
			t.Errorf("%s: %v, want %v", name, got.at(name+".totalCount"), n)
		}
	}
	if list := got.at("found.nodes").([]any); len(list) == 0 {
		t.Error("the search found nothing")
	}
}

// TestRoles: built-in roles for everybody, custom ones of the own account.
func TestRoles(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	n := w.north
	built := float64(len(authz.SystemRoles()))
	for name, c := range map[string]struct {
		who  *authz.Viewer
		want float64
	}{
		"admin": {n.asAdmin(), built + 1}, "boss": {n.asBoss(), built + 1}, "rival": {w.south.asAdmin(), built + 1},
		"staff without roles over acme": {n.viewerOf(n.admin, n.root, authz.RoleUserAdmin), built + 1},
		"staff for another customer":    {n.viewerOf(n.admin, n.beta, authz.RoleTenantAdmin), built},
	} {
		got := w.read(t, c.who, `{ roles(first: 100) { totalCount nodes { id name } } custom: roles(family: [CUSTOM]) { nodes { key permissions } } }`, nil)
		if got.at("roles.totalCount") != c.want {
			t.Errorf("%s: %v roles, want %v", name, got.at("roles.totalCount"), c.want)
		}
		if custom := got.at("custom.nodes").([]any); len(custom) == 1 &&
			!cmp.Equal(custom[0], any(map[string]any{"key": "auditor", "permissions": []any{"AUDIT_READ", "TENANT_USER_READ"}})) {
			t.Errorf("%s: %v", name, custom)
		}
	}
}

// TestSessions: one's own open sessions alone, the newest first.
func TestSessions(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	n := w.north
	v := n.asBoss()
	ctx := database.WithReseller(t.Context(), n.id)
	add := func(u *authz.Viewer, age, left time.Duration) *string {
		id := u.SessionID
		if age > 0 {
			id = schema.NewID()
		}
		s := w.Session.Create().SetID(id).SetAccountID(u.AccountID).SetUserID(u.UserID).SetTokenHash(id[:]).SetIP("192.0.2.1").
			SetUserAgent("curl/8").SetLastSeenAt(moment).SetProvenAt(moment).SetExpiresAt(moment.Add(left)).SetCreatedAt(moment.Add(-age)).SaveX(ctx)
		return ptr(s.GlobalID())
	}
	current, older := add(v, 0, time.Hour), add(v, time.Minute, time.Hour)
	add(v, time.Hour, -time.Second)
	foreign := add(n.asAdmin(), 0, time.Hour)
	got := w.read(t, v, `query($id: ID!) { sessions { totalCount nodes { id current device user { id } } } viewer { id session { id ipAddress } } node(id: $id) { id } }`,
		map[string]any{"id": foreign})
	if diff := cmp.Diff([]any{*current, *older}, got.at("sessions.nodes.*.id")); diff != "" {
		t.Error(diff)
	}
	if !cmp.Equal(got.at("sessions.nodes.*.current"), []any{true, false}) || got.at("sessions.totalCount") != 2.0 {
		t.Errorf("%v", got.at("sessions"))
	}
	if got.at("viewer.session.id") != *current || got.at("node") != nil {
		t.Errorf("%v %v", got.at("viewer"), got.at("node"))
	}
	// The viewer and its session are two nodes.
	self := got.at("viewer.id").(string)
	again := w.read(t, v, `query($id: ID!) { node(id: $id) { __typename id } }`, map[string]any{"id": self})
	if self == *current || again.at("node.__typename") != "Viewer" || again.at("node.id") != self {
		t.Errorf("viewer %v, read again as %v", self, again.at("node"))
	}
	other := w.read(t, n.asAdmin(), `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": self})
	if other.at("node") != nil {
		t.Errorf("somebody else reads the viewer: %v", other.at("node"))
	}
}

// TestAudit: lines of the own account, actors only when visible.
func TestAudit(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	n := w.north
	const query = `{ auditEvents { nodes { action actor { userId email user { id } } target { typeName targetId } organization { name } } } }`
	admin, boss := w.read(t, n.asAdmin(), query, nil), w.read(t, n.asBoss(), query, nil)
	if list := admin.at("auditEvents.nodes.*.actor.user.id").([]any); !cmp.Equal(list, []any{nil, n.boss.GlobalID(), n.admin.GlobalID()}) {
		t.Errorf("the reseller's administrator: %v, want the deleted hidden and the newest first", list)
	}
	for _, id := range boss.at("auditEvents.nodes.*.actor.userId").([]any) {
		if id == n.admin.GlobalID() {
			t.Error("a customer reads the reseller's log")
		}
	}
	if got := w.ask(t, n.viewerOf(n.agent, n.acme, authz.RoleAgent), query, nil); len(got.errs) != 1 || got.errs[0].Extensions["code"] != "FORBIDDEN" {
		t.Errorf("an agent: %v", got.errs)
	}
}
