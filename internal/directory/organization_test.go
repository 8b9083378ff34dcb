package directory

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
)

func TestResellerCreate(t *testing.T) {
	h := setup(t)
	for name, c := range map[string]struct {
		in   NewReseller
		want string
	}{
		"no name":       {NewReseller{Name: " ", AdminEmail: "a@x.test"}, "REQUIRED at name"},
		"a long name":   {NewReseller{Name: strings.Repeat("x", 101), AdminEmail: "a@x.test"}, "TOO_LONG at name"},
		"no address":    {NewReseller{Name: "X"}, "REQUIRED at admin-email"},
		"a bad address": {NewReseller{Name: "X", AdminEmail: "a@x"}, "INVALID at admin-email"},
	} {
		t.Log(name)
		h.refused(c.want, func() error { return errOf(h.ResellerCreate(t.Context(), c.in)) })
	}
	if got := h.look("SELECT count(*)::text FROM roles WHERE system"); got != "19" && got == "0" {
		t.Errorf("%s built-in roles", got)
	}
	if *h.admin.ResellerRole != user.ResellerRoleRESELLER_ADMIN || h.admin.AccountID != h.root || h.admin.RoleRank != 10 {
		t.Errorf("the administrator %+v", h.admin)
	}
	if got := h.look("SELECT string_agg(action, ' ' ORDER BY action) FROM audit_events"); got != "invitation.accepted invitation.created reseller.created user.activated" {
		t.Errorf("the log has %s", got)
	}
}

func TestOrganizationCreate(t *testing.T) {
	h := setup(t)
	in := NewOrganization{
		Company: Company{
			Name: given("Harbour "), LegalName: given("Harbour Ltd"), Address: given("1 Quay\nPort"), ContactName: given("Zoë"),
			ContactEmail: given("zoe@harbour.test"), Phone: given("+4930901820"), Tags: given([]string{"b", " a", "b", ""}),
		},
		SeatLimit:      new(3),
		Administrator:  &NewAdministrator{Email: "Boss@harbour.test", FirstName: new("Bo")},
		IdempotencyKey: new("k"),
	}
	made, err := h.OrganizationCreate(h.ctx, in)
	h.must(err)
	org := made.Organization
	if org.Name != "Harbour" || org.Kind != organization.KindCUSTOMER || *org.ParentID != h.root || org.AccountID != org.ID ||
		org.Path != fmt.Sprintf("%s/%s/", h.root, org.ID) || org.SearchText != "harbour harbour ltd zoe zoe@harbour.test" || *org.SeatLimit != 3 ||
		!cmp.Equal(org.Tags, []string{"b", "a"}) || org.Address != "1 Quay\nPort" {
		t.Errorf("created %+v", org)
	}
	if got := h.look("SELECT m.client_access || ' ' || u.status || ' ' || u.first_name FROM users u JOIN memberships m ON m.user_id = u.id WHERE u.email_key = 'boss@harbour.test'"); got != "ADMIN PENDING Bo" {
		t.Errorf("the first administrator: %q", got)
	}
	h.refused("", func() error {
		again, err := h.OrganizationCreate(h.ctx, in)
		if err == nil && again.Organization.ID != org.ID {
			t.Error("the same key made another one")
		}
		return err
	})
	changed := in
	changed.SeatLimit = new(4)
	h.refused("IDEMPOTENCY_KEY_REUSED at input.idempotencyKey", func() error { return errOf(h.OrganizationCreate(h.ctx, changed)) })

	racing := NewOrganization{Company: Company{Name: given("Race")}, IdempotencyKey: new("race")}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if _, err := h.OrganizationCreate(h.ctx, racing); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got := h.look("SELECT count(*)::text FROM organizations WHERE name = 'Race'"); got != "1" {
		t.Errorf("%s organizations of one key", got)
	}
}

func TestOrganizationRefusals(t *testing.T) {
	h := setup(t)
	org, other := h.customer("Harbour", nil), h.customer("Other", nil)
	gone := h.customer("Gone", nil)
	h.exec("UPDATE organizations SET status = 'DELETED' WHERE id = $1", gone.ID)
	boss := h.as(h.join(org.ID, NewInvitation{Email: "boss@harbour.test", Access: membership.ClientAccessADMIN}))
	viewer := h.as(h.staff("viewer@northwind.test", user.ResellerRoleRESELLER_VIEWER))
	support := h.as(h.staff("support@northwind.test", user.ResellerRoleRESELLER_SUPPORT))
	long := strings.Repeat("x", 10_000)
	tags := make([]string, 21)

	create := func(ctx context.Context, change func(*NewOrganization)) func() error {
		in := NewOrganization{Company: Company{Name: given("New")}}
		change(&in)
		return func() error { return errOf(h.OrganizationCreate(ctx, in)) }
	}
	plain := func(*NewOrganization) {}
	admin := func(a NewAdministrator) func(*NewOrganization) {
		return func(in *NewOrganization) { in.Administrator = &a }
	}
	update := func(ctx context.Context, c Company) func() error {
		return func() error { return errOf(h.OrganizationUpdate(ctx, org.ID, nil, c)) }
	}
	for name, c := range map[string]struct {
		change func() error
		want   string
	}{
		"nobody":             {create(t.Context(), plain), "UNAUTHENTICATED"},
		"a client":           {create(boss, plain), "FORBIDDEN"},
		"a viewer":           {create(viewer, plain), "FORBIDDEN"},
		"no name":            {create(h.ctx, func(in *NewOrganization) { in.Name = Set[string]{} }), "REQUIRED at input.name"},
		"an empty name":      {create(h.ctx, func(in *NewOrganization) { in.Name = given("  ") }), "REQUIRED at input.name"},
		"a long key":         {create(h.ctx, func(in *NewOrganization) { in.IdempotencyKey = &long }), "TOO_LONG at input.idempotencyKey"},
		"less than no seats": {create(h.ctx, func(in *NewOrganization) { in.SeatLimit = new(-1) }), "INVALID at input.seatLimit"},
		"no seat for the admin": {create(h.ctx, func(in *NewOrganization) {
			in.SeatLimit, in.Administrator = new(0), &NewAdministrator{Email: "a@x.test"}
		}), "SEAT_LIMIT_REACHED at input.administrator"},
		"a throw-away admin":       {create(h.ctx, admin(NewAdministrator{Email: "a@sub.trash.test"})), "DISPOSABLE_EMAIL at input.administrator.email"},
		"an admin without address": {create(h.ctx, admin(NewAdministrator{})), "REQUIRED at input.administrator.email"},
		"an admin of two lines":    {create(h.ctx, admin(NewAdministrator{Email: "a@x.test", FirstName: new("A\nB")})), "INVALID at input.administrator.firstName"},

		"update to no name":     {update(h.ctx, Company{Name: cleared[string]()}), "REQUIRED at input.name"},
		"a long name":           {update(h.ctx, Company{Name: given(long)}), "TOO_LONG at input.name"},
		"a long address":        {update(h.ctx, Company{Address: given(long)}), "TOO_LONG at input.address"},
		"NUL":                   {update(h.ctx, Company{LegalName: given("\x00")}), "INVALID at input.legalName"},
		"a bad contact address": {update(h.ctx, Company{ContactEmail: given("zoe")}), "INVALID at input.contactEmail"},
		"a bad phone":           {update(h.ctx, Company{Phone: given("12")}), "INVALID at input.phone"},
		"many tags":             {update(h.ctx, Company{Tags: given(tags)}), "LIMIT_REACHED at input.tags"},
		"a long tag":            {update(h.ctx, Company{Tags: given([]string{"a", long})}), "TOO_LONG at input.tags.1"},
		"update by support":     {update(support, Company{Name: given("X")}), "FORBIDDEN"},
		"update by a client":    {update(boss, Company{Name: given("X")}), "FORBIDDEN"},
		"update of an unknown": {func() error {
			return errOf(h.OrganizationUpdate(h.ctx, schema.NewID(), nil, Company{Name: given("X")}))
		}, "NOT_FOUND at id"},
		"update of a deleted one": {func() error { return errOf(h.OrganizationUpdate(h.ctx, gone.ID, nil, Company{Name: given("X")})) }, "NOT_FOUND at id"},
		"another client's":        {func() error { return errOf(h.OrganizationUpdate(boss, other.ID, nil, Company{Name: given("X")})) }, "NOT_FOUND at id"},
		"the reseller by a client": {func() error {
			return errOf(h.OrganizationUpdate(boss, h.root, nil, Company{Name: given("X")}))
		}, "NOT_FOUND at id"},
		"stale": {func() error {
			return errOf(h.OrganizationUpdate(h.ctx, org.ID, new(7), Company{Name: given("X")}))
		}, "STALE at input.expectedVersion"},
	} {
		t.Log(name)
		h.refused(c.want, c.change)
	}
}

func TestOrganizationUpdate(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	got, err := h.OrganizationUpdate(h.ctx, org.ID, &org.Version, Company{Name: given("Höfn"), Tags: given([]string{"a"}), Phone: given("+4930901820")})
	h.must(err)
	if got.Name != "Höfn" || got.SortName != "hofn" || got.Version != 2 || got.Phone != "+4930901820" || !cmp.Equal(got.Tags, []string{"a"}) {
		t.Errorf("updated %+v", got)
	}
	h.refused("", func() error { return errOf(h.OrganizationUpdate(h.ctx, org.ID, nil, Company{Name: given("Höfn")})) })
	got, err = h.OrganizationUpdate(h.ctx, org.ID, nil, Company{Tags: cleared[[]string](), Phone: cleared[string]()})
	h.must(err)
	if got.Name != "Höfn" || got.Phone != "" || len(got.Tags) != 0 || got.Version != 3 {
		t.Errorf("cleared %+v", got)
	}
	want := `[{"after": "Höfn", "field": "name", "before": "Harbour"}, {"after": "+4930901820", "field": "phone"}, {"after": "a", "field": "tags"}]`
	if got := h.look("SELECT changes::text FROM audit_events WHERE action = 'organization.updated' ORDER BY id LIMIT 1"); got != want {
		t.Errorf("the log says %s", got)
	}
}
