package commerce

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/feature"
)

// enabled describes what Enabled says of an account.
func (s *shop) enabled(ctx context.Context, account uuid.UUID, key string) string {
	s.t.Helper()
	return refused(s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error { return Enabled(ctx, tx, account, key) }))
}

func TestFeatures(t *testing.T) {
	s := setup(t)
	acme := s.customer(feature.SMS)
	got, err := s.OrganizationFeaturesUpdate(s.ctx, acme.ID, FeaturesPatch{
		Enable: []string{feature.Bots, feature.Calls}, Disable: []string{feature.SMS}, Hidden: &[]string{feature.Bots}, ExpectedVersion: &acme.Version,
	})
	s.must(err)
	if diff := cmp.Diff([]string{feature.Calls, feature.Bots}, []string(got.Features)); diff != "" {
		t.Errorf("features (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{feature.Bots}, []string(got.HiddenFeatures)); diff != "" || got.Version != acme.Version+1 {
		t.Errorf("version %d, hidden (-want +got):\n%s", got.Version, diff)
	}
	if n := s.number(`SELECT count(*) FROM audit_events WHERE action = 'organization.features_changed'`); n != 1 {
		t.Errorf("%d lines in the audit log", n)
	}
	same, err := s.OrganizationFeaturesUpdate(s.ctx, acme.ID, FeaturesPatch{Enable: []string{feature.Calls}})
	if s.must(err); same.Version != got.Version {
		t.Errorf("nothing changed, and the version is %d", same.Version)
	}

	// What the reseller loses is gone for everybody at once, and comes back.
	insider := s.as(authz.RoleClientUser, acme.ID, acme.ID)
	for _, ctx := range []context.Context{s.ctx, insider} {
		if calls, sms := s.enabled(ctx, acme.ID, feature.Calls), s.enabled(ctx, acme.ID, feature.SMS); calls != "ok" || sms != "FEATURE_DISABLED at " {
			t.Errorf("calls: %s, SMS: %s", calls, sms)
		}
	}
	_, err = s.ResellerFeaturesUpdate(s.ctx, FeaturesPatch{Disable: []string{feature.Calls}})
	s.must(err)
	if calls, own := s.enabled(insider, acme.ID, feature.Calls), s.enabled(s.ctx, s.reseller.root, feature.Calls); calls != "FEATURE_DISABLED at " || own != calls {
		t.Errorf("calls without the reseller: %s, the reseller's own: %s", calls, own)
	}
	bolt := s.customer()
	_, err = s.OrganizationFeaturesUpdate(s.ctx, bolt.ID, FeaturesPatch{Enable: []string{feature.SMS, feature.Calls}})
	s.wantRefused("not the reseller's", err, "FEATURE_NOT_ENTITLED at input.enable.1")
	_, err = s.OrganizationFeaturesUpdate(s.ctx, acme.ID, FeaturesPatch{Enable: []string{feature.Calls}})
	s.wantRefused("switched on already", err, "ok")
	_, err = s.ResellerFeaturesUpdate(s.ctx, FeaturesPatch{Enable: []string{feature.Calls}})
	s.must(err)
	if calls := s.enabled(insider, acme.ID, feature.Calls); calls != "ok" {
		t.Errorf("calls given back: %s", calls)
	}
}

func TestFeatureRefusals(t *testing.T) {
	s := setup(t)
	acme := s.customer()
	east := s.organization(schema.NewID(), acme)
	old := acme.Version - 1
	for name, c := range map[string]struct {
		id   uuid.UUID
		p    FeaturesPatch
		want string
	}{
		"no such feature": {acme.ID, FeaturesPatch{Enable: []string{"FLYING"}}, "INVALID at input.enable.0"},
		"named twice":     {acme.ID, FeaturesPatch{Disable: []string{feature.SMS, feature.SMS}}, "DUPLICATE at input.disable.1"},
		"on and off":      {acme.ID, FeaturesPatch{Enable: []string{feature.SMS}, Disable: []string{feature.SMS}}, "DUPLICATE at input.disable.0"},
		"hides nothing":   {acme.ID, FeaturesPatch{Hidden: &[]string{"FLYING"}}, "INVALID at input.hidden.0"},
		"old version":     {acme.ID, FeaturesPatch{Enable: []string{feature.SMS}, ExpectedVersion: &old}, "STALE at input.expectedVersion"},
		"the reseller":    {s.reseller.root, FeaturesPatch{Enable: []string{feature.SMS}}, "WRONG_STATE at id"},
		"a sub-account":   {east.ID, FeaturesPatch{Enable: []string{feature.SMS}}, "WRONG_STATE at id"},
		"nobody":          {uuid.New(), FeaturesPatch{Enable: []string{feature.SMS}}, "NOT_FOUND at id"},
		"seats below 0":   {acme.ID, FeaturesPatch{SeatsGiven: true, SeatLimit: new(-1)}, "INVALID at input.seatLimit"},
	} {
		_, err := s.OrganizationFeaturesUpdate(s.ctx, c.id, c.p)
		s.wantRefused(name, err, c.want)
	}
	for role, want := range map[string][2]string{
		authz.RoleCustomerAdmin:   {"ok", "FORBIDDEN"},
		authz.RoleResellerSupport: {"FORBIDDEN", "FORBIDDEN"},
		authz.RoleResellerViewer:  {"FORBIDDEN", "FORBIDDEN"},
	} {
		ctx := s.as(role, s.reseller.root, s.reseller.root)
		_, err := s.OrganizationFeaturesUpdate(ctx, acme.ID, FeaturesPatch{Enable: []string{feature.SMS}})
		s.wantRefused(role, err, want[0])
		_, err = s.ResellerFeaturesUpdate(ctx, FeaturesPatch{Disable: []string{feature.SMS}})
		s.wantRefused(role+" at the reseller", err, want[1])
	}
	_, err := s.OrganizationFeaturesUpdate(s.as(authz.RoleClientAdmin, acme.ID, acme.ID), acme.ID, FeaturesPatch{Enable: []string{feature.Calls}})
	s.wantRefused("the customer itself", err, "FORBIDDEN")
}

func TestSeats(t *testing.T) {
	s := setup(t)
	acme, bolt := s.customer(), s.customer()
	s.user(acme, nil, "")
	s.user(acme, nil, "")
	set := func(o *db.Organization, n *int) error {
		_, err := s.OrganizationFeaturesUpdate(s.ctx, o.ID, FeaturesPatch{SeatsGiven: true, SeatLimit: n})
		return err
	}
	pool := func(n *int) error {
		_, err := s.ResellerFeaturesUpdate(s.ctx, FeaturesPatch{SeatsGiven: true, SeatLimit: n})
		return err
	}
	s.wantRefused("fewer than taken", set(acme, new(1)), "SEATS_IN_USE at input.seatLimit")
	s.wantRefused("as many as taken", set(acme, new(2)), "ok")
	s.wantRefused("a pool while a customer has no limit", pool(new(10)), "SEATS_IN_USE at input.seatLimit")
	s.wantRefused("a limit", set(bolt, new(5)), "ok")
	s.wantRefused("a pool smaller than what is given", pool(new(6)), "SEATS_IN_USE at input.seatLimit")
	s.wantRefused("a pool", pool(new(10)), "ok")
	s.wantRefused("the rest of the pool", set(bolt, new(8)), "ok")
	s.wantRefused("more than the pool", set(bolt, new(9)), "LIMIT_REACHED at input.seatLimit")
	s.wantRefused("no limit in a pool", set(bolt, nil), "LIMIT_REACHED at input.seatLimit")
	open := func(more ...func(*db.OrganizationCreate)) error {
		id := schema.NewID()
		o := s.organization(id, nil, more...)
		err := s.DB.WithTx(s.ctx, func(ctx context.Context, tx *database.Tx) error {
			return s.OpenFeatures(ctx, tx, o, []string{feature.SMS}, []string{feature.SMS})
		})
		if err != nil {
			s.exec(`DELETE FROM organizations WHERE id = $1`, id)
		}
		return err
	}
	s.wantRefused("a new customer without a limit", open(), "LIMIT_REACHED at input.seatLimit")
	s.wantRefused("a new customer with too many", open(seatsOf(1)), "LIMIT_REACHED at input.seatLimit")
	s.wantRefused("a new customer with none", open(seatsOf(0)), "ok")
	s.wantRefused("no pool", pool(nil), "ok")
	s.wantRefused("a new customer without a pool", open(), "ok")
}

func TestNewCustomer(t *testing.T) {
	s := setup(t)
	s.fill(100)
	make := func(enabled, hidden []string, credits int64) (uuid.UUID, error) {
		o := s.organization(schema.NewID(), nil)
		return o.ID, s.DB.WithTx(s.ctx, func(ctx context.Context, tx *database.Tx) error {
			if err := s.OpenFeatures(ctx, tx, o, enabled, hidden); err != nil {
				return err
			}
			return s.GrantInitialCredits(ctx, tx, o, credits)
		})
	}
	id, err := make([]string{feature.Calls, feature.SMS}, []string{feature.Calls}, 60)
	s.must(err)
	o, err := s.DB.Client().Organization.Query().Where(organization.ID(id)).Only(s.ctx)
	s.must(err)
	if !slices.Equal(o.Features, []string{feature.SMS, feature.Calls}) || !slices.Equal(o.HiddenFeatures, []string{feature.Calls}) || o.CreditBalance != 60 {
		t.Errorf("features %v, hidden %v, credits %d", o.Features, o.HiddenFeatures, o.CreditBalance)
	}
	_, err = make(nil, nil, 41)
	s.wantRefused("more than the pool", err, "INSUFFICIENT_CREDITS at input.initialCredits")
	_, err = make(nil, nil, -1)
	s.wantRefused("less than nothing", err, "INVALID at input.initialCredits")
	_, err = make([]string{"FLYING"}, nil, 0)
	s.wantRefused("no such feature", err, "INVALID at input.features.0")
	_, err = s.ResellerFeaturesUpdate(s.ctx, FeaturesPatch{Disable: []string{feature.SMS}})
	s.must(err)
	_, err = make([]string{feature.SMS}, nil, 0)
	s.wantRefused("not the reseller's", err, "FEATURE_NOT_ENTITLED at input.features.0")
	s.sound()
}
