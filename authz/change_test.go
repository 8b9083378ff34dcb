package authz

import (
	"strconv"
	"testing"
)

// A change of one custom role costs the same whether there are ten or ten
// thousand others, but for a copy of their names.
func BenchmarkPolicyWith(b *testing.B) {
	custom := make([]CustomRole, 10_000)
	for i := range custom {
		custom[i] = CustomRole{Key: "role-" + strconv.Itoa(i), Permissions: []Permission{BotRead, BotManage, TenantUserRead}}
	}
	b.Run("load", func(b *testing.B) {
		for b.Loop() {
			if _, err := Load(custom...); err != nil {
				b.Fatal(err)
			}
		}
	})
	p, err := Load(custom...)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("with", func(b *testing.B) {
		for b.Loop() {
			if _, err := p.With(CustomRole{Key: "role-7", Permissions: []Permission{BotRead}}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// The next version decides by the changed role, and the one before does not.
func TestPolicyWith(t *testing.T) {
	t.Parallel()
	first, err := Load(CustomRole{Key: "x", Permissions: []Permission{BotRead}}, CustomRole{Key: "y", Permissions: []Permission{BotManage}})
	if err != nil {
		t.Fatal(err)
	}
	a := New(first)
	if err := a.Learn(CustomRole{Key: "x", Permissions: []Permission{BotCreate}}); err != nil {
		t.Fatal(err)
	}
	next := a.Policy()
	if first.Allowed("x") != SetOf(BotRead) || next.Allowed("x") != SetOf(BotCreate) || next.Allowed("x", "y") != SetOf(BotCreate, BotManage) {
		t.Error("one version speaks for the other")
	}
	if err := a.Learn(CustomRole{Key: "x"}); err != nil || a.Policy().Known("x") || !a.Policy().Allowed("x").Empty() || !a.Policy().Known("y") {
		t.Errorf("a role that is gone: %v", err)
	}
	if err := a.Learn(CustomRole{Key: RoleAgent, Permissions: []Permission{BotRead}}); err == nil {
		t.Error("a built-in role was replaced")
	}
	if got := a.Conflicts([]string{RoleAnalyst, "y"}); len(got) != 1 || got[0] != "y" {
		t.Errorf("conflicts %v", got)
	}
}
