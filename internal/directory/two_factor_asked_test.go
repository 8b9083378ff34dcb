package directory

import (
	"testing"

	"tenantry/ent/db/user"
)

// What staff ask of a customer, staff alone take back; what the customer asks
// of its own people, its administrators do as well.
func TestWhoTakesTheSecondFactorBack(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	tenant := h.as(h.join(org.ID, NewInvitation{Email: "tenant@harbour.test", UserType: new(user.UserTypeTENANT_ADMIN)}))
	for i, step := range []struct {
		staff, required bool
		want            string
	}{
		{false, true, ""},
		{false, false, ""}, // their own
		{true, true, ""},
		{false, true, ""}, // asked for already: it stays staff's
		{false, false, "FORBIDDEN at id"},
		{true, false, ""},
		{false, true, ""},
		{true, true, ""}, // now it is theirs
		{true, true, ""},
		{false, false, "FORBIDDEN at id"},
		{true, false, ""},
	} {
		ctx := tenant
		if step.staff {
			ctx = h.ctx
		}
		changed, err := h.OrganizationTwoFactorSet(ctx, org.ID, step.required)
		if got := refusal(err); got != step.want || err == nil && changed.TwoFactorRequired != step.required {
			t.Errorf("step %d: %q, want %q", i+1, got, step.want)
		}
	}
	if got := h.look("SELECT count(*)::text FROM audit_events WHERE action = $1", factorSet); got != "7" {
		t.Errorf("%s lines in the log", got)
	}
	// Nobody knows who asked: the customer takes it back.
	h.exec("UPDATE organizations SET two_factor_required = true WHERE id = $1", org.ID)
	h.exec("ALTER TABLE audit_events DISABLE TRIGGER USER")
	h.exec("DELETE FROM audit_events WHERE action = $1", factorSet)
	if _, err := h.OrganizationTwoFactorSet(tenant, org.ID, false); err != nil {
		t.Error(err)
	}
}
