package graph

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestRoleFilterMeansUserRoles: the filter finds exactly those who show the
// role, however they come by it.
func TestRoleFilterMeansUserRoles(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	admin := w.north.asAdmin()
	holders := map[string][]any{}
	for _, u := range w.read(t, admin, `{ users(first: 100) { nodes { id roles { id } } } }`, nil).at("users.nodes").([]any) {
		u := u.(map[string]any)
		for _, r := range u["roles"].([]any) {
			id := r.(map[string]any)["id"].(string)
			holders[id] = append(holders[id], u["id"])
		}
	}
	if len(holders) < 5 {
		t.Fatalf("only %d roles are held", len(holders))
	}
	for id, want := range holders {
		got := w.read(t, admin, `query($id: ID!) { users(first: 100, where: {roleId: {eq: $id}}) { nodes { id } } }`, map[string]any{"id": id})
		if diff := cmp.Diff(want, got.at("users.nodes.*.id"), cmpopts.SortSlices(func(a, b any) bool { return a.(string) < b.(string) })); diff != "" {
			t.Errorf("%s (-shown +found):\n%s", id, diff)
		}
	}
}
