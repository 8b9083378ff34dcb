package directory

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/feature"
)

func (h *house) org(id uuid.UUID) *db.Organization {
	h.t.Helper()
	o, err := h.DB.Client().Organization.Query().Where(organization.ID(id)).Only(h.system())
	h.must(err)
	return o
}

// revoked is why sessions have ended, in their order; open ones say "-".
func (h *house) revoked(sessions ...uuid.UUID) string {
	h.t.Helper()
	reasons := make([]string, len(sessions))
	for i, id := range sessions {
		reasons[i] = h.look("SELECT coalesce(revoked_reason, '-') FROM sessions WHERE id = $1", id)
	}
	return strings.Join(reasons, " ")
}

// told is who was mailed what became of an organization.
func (h *house) told() string {
	h.t.Helper()
	return h.look(`SELECT string_agg(j.args->>'change' || ' ' || u.email_key, ', ' ORDER BY j.id, u.email_key)
		FROM river_job j JOIN users u ON u.id::text = j.args->>'user_id' WHERE j.kind = 'mail_organization_changed'`)
}

// The whole account is shut at once, and open again as it was.
func TestOrganizationSuspend(t *testing.T) {
	h := setup(t)
	org, other := h.customer("Harbour", nil), h.customer("Other", nil)
	sub := h.subAccount(org, "Quay")
	boss := h.join(org.ID, NewInvitation{Email: "boss@harbour.test", Access: membership.ClientAccessADMIN})
	plain := h.join(org.ID, NewInvitation{Email: "plain@harbour.test", Access: membership.ClientAccessUSER})
	warden := h.join(sub.ID, NewInvitation{Email: "warden@quay.test", UserType: new(user.UserTypeTENANT_ADMIN)})
	stranger := h.join(other.ID, NewInvitation{Email: "boss@other.test", Access: membership.ClientAccessADMIN})
	sessions := []uuid.UUID{h.signIn(boss), h.signIn(plain), h.signIn(warden), h.signIn(stranger), h.signIn(h.admin)}

	s, err := h.OrganizationSuspend(h.ctx, org.ID, OrganizationSuspension{Reason: new(" Bills are open. "), ExpectedVersion: &org.Version})
	h.must(err)
	if s.Status != organization.StatusSUSPENDED || !s.SuspendedAt.Equal(h.Now()) || *s.SuspendedBy != h.admin.ID || s.SuspendedReason != "Bills are open." || s.Version != 2 {
		t.Errorf("suspended %+v", s)
	}
	if got := h.revoked(sessions...); got != "ORGANIZATION_SUSPENDED ORGANIZATION_SUSPENDED ORGANIZATION_SUSPENDED - -" {
		t.Errorf("sessions ended: %s", got)
	}
	if got := h.told(); got != "SUSPENDED boss@harbour.test, SUSPENDED warden@quay.test" {
		t.Errorf("told: %s", got)
	}
	if got := h.look("SELECT concat_ws(' ', actor_id = $2, reason, changes->0->>'after', changes->1->>'before') FROM audit_events WHERE action = 'organization.suspended' AND target_id = $1", org.ID, h.admin.ID); got != "t Bills are open. SUSPENDED 3" {
		t.Errorf("the log says %s", got)
	}
	if h.org(sub.ID).Status != organization.StatusACTIVE {
		t.Error("the sub-account has a state of its own")
	}
	h.refused("WRONG_STATE at id", func() error { return errOf(h.OrganizationSuspend(h.ctx, org.ID, OrganizationSuspension{})) })
	h.refused("WRONG_STATE at input.parentId", func() error {
		return errOf(h.OrganizationCreate(h.ctx, NewOrganization{Company: Company{Name: given("Pier")}, ParentID: &org.ID}))
	})

	h.exec("DELETE FROM river_job")
	r, err := h.OrganizationReactivate(h.ctx, org.ID, &s.Version)
	h.must(err)
	if r.Status != organization.StatusACTIVE || r.SuspendedAt != nil || r.SuspendedBy != nil || r.SuspendedReason != "" {
		t.Errorf("reactivated %+v", r)
	}
	if got := h.told(); got != "REACTIVATED boss@harbour.test, REACTIVATED warden@quay.test" {
		t.Errorf("told: %s", got)
	}

	// A sub-account's state is its own; administrators of the account hear of it.
	h.exec("DELETE FROM river_job")
	again := []uuid.UUID{h.signIn(plain), h.signIn(warden)}
	h.must(errOf(h.OrganizationSuspend(h.ctx, sub.ID, OrganizationSuspension{})))
	if got := h.revoked(again...); got != "- ORGANIZATION_SUSPENDED" {
		t.Errorf("sessions ended: %s", got)
	}
	if got := h.told(); got != "SUSPENDED boss@harbour.test, SUSPENDED warden@quay.test" {
		t.Errorf("told: %s", got)
	}
}

func TestOrganizationStatusRefusals(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	gone := h.customer("Gone", nil)
	h.must(errOf(h.OrganizationDelete(h.ctx, gone.ID, OrganizationDeletion{ConfirmName: "Gone"})))
	boss := h.as(h.join(org.ID, NewInvitation{Email: "boss@harbour.test", Access: membership.ClientAccessADMIN}))
	support := h.as(h.staff("support@northwind.test", user.ResellerRoleRESELLER_SUPPORT))
	_, rival := h.newReseller("Rival", "admin@rival.test")
	long := strings.Repeat("x", 501)
	named := OrganizationDeletion{ConfirmName: "Harbour"}
	for name, c := range map[string]struct {
		change func() error
		want   string
	}{
		"suspend by support": {func() error { return errOf(h.OrganizationSuspend(support, org.ID, OrganizationSuspension{})) }, "FORBIDDEN"},
		"suspend by its own": {func() error { return errOf(h.OrganizationSuspend(boss, org.ID, OrganizationSuspension{})) }, "FORBIDDEN"},
		"suspend a stranger's": {func() error {
			return errOf(h.OrganizationSuspend(h.as(rival), org.ID, OrganizationSuspension{}))
		}, "NOT_FOUND at id"},
		"suspend the reseller":  {func() error { return errOf(h.OrganizationSuspend(h.ctx, h.root, OrganizationSuspension{})) }, "WRONG_STATE at id"},
		"suspend a deleted one": {func() error { return errOf(h.OrganizationSuspend(h.ctx, gone.ID, OrganizationSuspension{})) }, "NOT_FOUND at id"},
		"suspend stale": {func() error {
			return errOf(h.OrganizationSuspend(h.ctx, org.ID, OrganizationSuspension{ExpectedVersion: new(9)}))
		}, "STALE at input.expectedVersion"},
		"suspend with much text": {func() error {
			return errOf(h.OrganizationSuspend(h.ctx, org.ID, OrganizationSuspension{Reason: &long}))
		}, "TOO_LONG at input.reason"},
		"reactivate an open one": {func() error { return errOf(h.OrganizationReactivate(h.ctx, org.ID, nil)) }, "WRONG_STATE at id"},
		"reactivate by support":  {func() error { return errOf(h.OrganizationReactivate(support, org.ID, nil)) }, "FORBIDDEN"},
		"delete by support":      {func() error { return errOf(h.OrganizationDelete(support, org.ID, named)) }, "FORBIDDEN"},
		"delete by its own":      {func() error { return errOf(h.OrganizationDelete(boss, org.ID, named)) }, "FORBIDDEN"},
		"delete the reseller":    {func() error { return errOf(h.OrganizationDelete(h.ctx, h.root, named)) }, "WRONG_STATE at id"},
		"delete with another name": {func() error {
			return errOf(h.OrganizationDelete(h.ctx, org.ID, OrganizationDeletion{ConfirmName: "harbour"}))
		}, "INVALID at input.confirmName"},
		"delete stale": {func() error {
			return errOf(h.OrganizationDelete(h.ctx, org.ID, OrganizationDeletion{ConfirmName: "Harbour", ExpectedVersion: new(9)}))
		}, "STALE at input.expectedVersion"},
		"delete twice": {func() error {
			return errOf(h.OrganizationDelete(h.ctx, gone.ID, OrganizationDeletion{ConfirmName: "Gone"}))
		}, "NOT_FOUND at id"},
		"restore an open one":   {func() error { return errOf(h.OrganizationRestore(h.ctx, org.ID, nil)) }, "WRONG_STATE at id"},
		"restore by support":    {func() error { return errOf(h.OrganizationRestore(support, gone.ID, nil)) }, "NOT_FOUND at id"},
		"restore a stranger's":  {func() error { return errOf(h.OrganizationRestore(h.as(rival), gone.ID, nil)) }, "NOT_FOUND at id"},
		"restore stale":         {func() error { return errOf(h.OrganizationRestore(h.ctx, gone.ID, new(9))) }, "STALE at input.expectedVersion"},
		"restore nobody":        {func() error { return errOf(h.OrganizationRestore(h.ctx, schema.NewID(), nil)) }, "NOT_FOUND at id"},
		"move":                  {func() error { return errOf(h.OrganizationMove(h.ctx, org.ID, h.root)) }, "IMMUTABLE at parentId"},
		"move by support":       {func() error { return errOf(h.OrganizationMove(support, org.ID, h.root)) }, "FORBIDDEN"},
		"move a stranger's":     {func() error { return errOf(h.OrganizationMove(h.as(rival), org.ID, h.root)) }, "NOT_FOUND at id"},
		"rotate by support":     {func() error { _, _, err := h.OrganizationSSOTokenRotate(support, org.ID, nil); return err }, "FORBIDDEN"},
		"rotate the reseller's": {func() error { _, _, err := h.OrganizationSSOTokenRotate(h.ctx, h.root, nil); return err }, "WRONG_STATE at id"},
		"rotate stale":          {func() error { _, _, err := h.OrganizationSSOTokenRotate(h.ctx, org.ID, new(9)); return err }, "STALE at input.expectedVersion"},
		"remove what is not":    {func() error { return errOf(h.OrganizationSSOTokenRemove(h.ctx, org.ID, nil)) }, "WRONG_STATE at id"},
		"sub-account of support": {func() error {
			return errOf(h.OrganizationCreate(support, NewOrganization{Company: Company{Name: given("X")}, ParentID: &org.ID}))
		}, "FORBIDDEN"},
	} {
		t.Log(name)
		h.refused(c.want, c.change)
	}
}

// An account goes with what is below it and comes back with just that; what
// nobody brings back is purged.
func TestOrganizationDelete(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	early, sub, shut := h.subAccount(org, "Early"), h.subAccount(org, "Quay"), h.subAccount(org, "Shut")
	boss := h.join(org.ID, NewInvitation{Email: "boss@harbour.test", Access: membership.ClientAccessADMIN})
	below := h.join(sub.ID, NewInvitation{Email: "below@quay.test", Access: membership.ClientAccessUSER})
	h.must(errOf(h.OrganizationSuspend(h.ctx, shut.ID, OrganizationSuspension{})))
	h.must(errOf(h.OrganizationDelete(h.ctx, early.ID, OrganizationDeletion{ConfirmName: "Early"})))
	h.clock.advance(time.Hour)
	sessions := []uuid.UUID{h.signIn(boss), h.signIn(below)}
	h.exec("DELETE FROM river_job")

	purgeAt, err := h.OrganizationDelete(h.ctx, org.ID, OrganizationDeletion{ConfirmName: "Harbour", Reason: new("They left.")})
	h.must(err)
	if !purgeAt.Equal(h.Now().Add(30 * 24 * time.Hour)) {
		t.Errorf("purged at %s", purgeAt)
	}
	if got := h.revoked(sessions...); got != "ORGANIZATION_DELETED ORGANIZATION_DELETED" {
		t.Errorf("sessions ended: %s", got)
	}
	if got := h.told(); got != "DELETED boss@harbour.test" {
		t.Errorf("told: %s", got)
	}
	if got := h.look("SELECT string_agg(target_name, ' ' ORDER BY target_name) FROM audit_events WHERE action = 'organization.deleted' AND reason = 'They left.'"); got != "Harbour Quay Shut" {
		t.Errorf("the log names %s", got)
	}
	h.refused("NOT_FOUND at id", func() error { return errOf(h.OrganizationRestore(h.ctx, sub.ID, nil)) })

	h.clock.advance(30*24*time.Hour - time.Hour)
	if n, err := h.PurgeOrganizations(t.Context()); n != 0 && h.org(early.ID).PurgedAt == nil || err != nil {
		t.Errorf("too early: %d %v", n, err)
	}
	back, err := h.OrganizationRestore(h.ctx, org.ID, nil)
	h.must(err)
	states := func() string {
		return h.look("SELECT string_agg(status, ' ' ORDER BY sort_name) FROM organizations WHERE account_id = $1 AND purged_at IS NULL", org.ID)
	}
	if got := states(); back.DeletedAt != nil || got != "ACTIVE ACTIVE SUSPENDED" {
		t.Errorf("restored: %s, %+v", got, back)
	}
}

func TestPurgeOrganizations(t *testing.T) {
	h := setup(t)
	made, err := h.OrganizationCreate(h.ctx, NewOrganization{Company: Company{
		Name: given("Harbour"), LegalName: given("Harbour Ltd"), ContactName: given("Zoë"), ContactEmail: given("zoe@harbour.test"), Tags: given([]string{"a"}),
	}})
	h.must(err)
	org := made.Organization
	h.features(feature.Keys(), h.root, org.ID)
	sub, keeps := h.subAccount(org, "Quay"), h.customer("Keeps", nil)
	h.people(org, 60)
	h.must(database.Recount(t.Context(), h.DB.Write, h.reseller, h.Now())) // they were written past the counters
	h.join(sub.ID, NewInvitation{Email: "below@quay.test", Access: membership.ClientAccessUSER})
	kept := h.join(keeps.ID, NewInvitation{Email: "kept@keeps.test", Access: membership.ClientAccessUSER})
	_, token, err := h.OrganizationSSOTokenRotate(h.ctx, org.ID, nil)
	h.must(err)
	lines := h.look("SELECT count(*)::text FROM audit_events WHERE account_id = $1", org.ID)
	h.must(errOf(h.OrganizationDelete(h.ctx, org.ID, OrganizationDeletion{ConfirmName: "Harbour"})))
	h.clock.advance(RestoreWithin - time.Second)
	if n, err := h.PurgeOrganizations(t.Context()); n != 0 || err != nil {
		t.Fatalf("too early: %d %v", n, err)
	}
	h.clock.advance(time.Second)
	h.refused("WRONG_STATE at id", func() error { return errOf(h.OrganizationRestore(h.ctx, org.ID, nil)) })
	// Another process has begun and ended too soon: nobody restores it any more.
	h.exec("UPDATE organizations SET purged_at = $2 WHERE id = $1", org.ID, h.Now())
	h.refused("NOT_FOUND at id", func() error { return errOf(h.OrganizationRestore(h.ctx, org.ID, nil)) })
	if n, err := h.PurgeOrganizations(t.Context()); n != 2 || err != nil {
		t.Fatalf("purged %d, %v", n, err)
	}
	if n, err := h.PurgeOrganizations(t.Context()); n != 0 || err != nil {
		t.Errorf("purged again: %d, %v", n, err)
	}
	o := h.org(org.ID)
	if o.Name+o.LegalName+o.ContactName+o.ContactEmail+o.SearchText+o.SSOTokenLast4 != "" || len(o.Tags) > 0 || o.SSOTokenAt != nil || o.PurgedAt == nil || o.UserCount != 0 {
		t.Errorf("left of it: %+v", o)
	}
	if got := h.look("SELECT count(*)::text FROM users WHERE account_id = $1 AND (status <> 'DELETED' OR email <> '' OR display_name <> '')", org.ID); got != "0" {
		t.Errorf("%s users are there", got)
	}
	if got := h.look("SELECT concat_ws(' ', count(*) >= $2::int + 62, count(*) FILTER (WHERE target_name = 'Harbour') > 0) FROM audit_events WHERE account_id = $1", org.ID, lines); got != "t t" {
		t.Errorf("the log: %s", got)
	}
	if h.reload(kept).Status != user.StatusACTIVE || token == "" {
		t.Error("somebody else's user went")
	}
	h.refused("NOT_FOUND at id", func() error { return errOf(h.OrganizationRestore(h.ctx, org.ID, nil)) })
}

func TestOrganizationSSOToken(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	sub := h.subAccount(org, "Quay")
	first, token, err := h.OrganizationSSOTokenRotate(h.ctx, org.ID, nil)
	h.must(err)
	if !strings.HasSuffix(token, first.SSOTokenLast4) || len(first.SSOTokenLast4) != 4 || !first.SSOTokenAt.Equal(h.Now()) || strings.Contains(string(*first.SSOTokenHash), token) {
		t.Errorf("made %+v", first)
	}
	second, next, err := h.OrganizationSSOTokenRotate(h.ctx, org.ID, &first.Version)
	h.must(err)
	if next == token || string(*second.SSOTokenHash) == string(*first.SSOTokenHash) {
		t.Error("the token stayed")
	}
	if got := h.look("SELECT count(*)::text FROM audit_events e WHERE e::text LIKE '%' || $1 || '%' OR e::text LIKE '%' || $2 || '%'", token, next); got != "0" {
		t.Error("the log holds a token")
	}
	h.refused("WRONG_STATE at id", func() error { _, _, err := h.OrganizationSSOTokenRotate(h.ctx, sub.ID, nil); return err })
	gone, err := h.OrganizationSSOTokenRemove(h.ctx, org.ID, nil)
	h.must(err)
	if gone.SSOTokenHash != nil && len(*gone.SSOTokenHash) > 0 || gone.SSOTokenLast4 != "" || gone.SSOTokenAt != nil {
		t.Errorf("removed %+v", gone)
	}
}

// TestOrganizationsNeedFeatures: what an account was not given, or the reseller
// has not, it cannot begin to use; what it uses it may put away.
func TestOrganizationsNeedFeatures(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	below := func() error {
		return errOf(h.OrganizationCreate(h.ctx, NewOrganization{Company: Company{Name: given("Quay")}, ParentID: &org.ID}))
	}
	rotate := func() error { _, _, err := h.OrganizationSSOTokenRotate(h.ctx, org.ID, nil); return err }
	h.must(rotate())
	for _, c := range []struct {
		of   uuid.UUID
		keys []string
		org  string
		sso  string
	}{
		{org.ID, []string{feature.SSO}, "FEATURE_DISABLED at input.parentId", ""},
		{org.ID, []string{feature.SubAccounts}, "", "FEATURE_DISABLED at id"},
		{org.ID, feature.Keys(), "", ""},
		{h.root, []string{feature.SMS}, "FEATURE_DISABLED at input.parentId", "FEATURE_DISABLED at id"},
	} {
		h.features(c.keys, c.of)
		for want, try := range map[string]func() error{"1" + c.org: below, "2" + c.sso: rotate} {
			if want = want[1:]; want == "" {
				h.must(try())
			} else {
				h.refused(want, try)
			}
		}
	}
	h.must(errOf(h.OrganizationSSOTokenRemove(h.ctx, org.ID, nil)))
}

// endings writes down whose subscription was ended.
type endings struct{ of []uuid.UUID }

func (e *endings) Start(context.Context, *database.Tx, *db.Organization, uuid.UUID) error { return nil }

func (e *endings) End(_ context.Context, _ *database.Tx, org *db.Organization) error {
	e.of = append(e.of, org.ID)
	return nil
}

func TestClosedOrganizationsPayNoMore(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	sub, ends := h.subAccount(org, "Quay"), &endings{}
	h.Subscriptions = ends
	h.must(errOf(h.OrganizationSuspend(h.ctx, org.ID, OrganizationSuspension{})))
	h.refused("INVALID at input.confirmName", func() error {
		return errOf(h.OrganizationDelete(h.ctx, org.ID, OrganizationDeletion{ConfirmName: "H"}))
	})
	if len(ends.of) > 0 {
		t.Errorf("ended those of %v", ends.of)
	}
	h.must(errOf(h.OrganizationDelete(h.ctx, org.ID, OrganizationDeletion{ConfirmName: "Harbour"})))
	h.must(errOf(h.OrganizationRestore(h.ctx, org.ID, nil)))
	if diff := cmp.Diff([]uuid.UUID{org.ID, sub.ID}, ends.of); diff != "" {
		t.Error(diff)
	}
}
