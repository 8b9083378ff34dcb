package commerce

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
	"tenantry/internal/rule"
)

// FeaturesPatch changes what an organization has; what is not given stays.
type FeaturesPatch struct {
	ExpectedVersion *int
	Enable, Disable []string
	Hidden          *[]string // all keys that are left out of sight
	SeatsGiven      bool
	SeatLimit       *int // with SeatsGiven; nil means no limit
}

// Enabled answers FEATURE_DISABLED unless the account of an organization has a
// feature now: it is switched on there, and the reseller has it itself. The rows
// are read in the transaction, so what was switched off just now counts. Of
// account it takes the account_id of the organization. [002]
func Enabled(ctx context.Context, tx *database.Tx, account uuid.UUID, key feature.Key) error {
	id, err := database.ResellerOf(ctx)
	if err != nil {
		return err
	}
	// By hand: the tenant scope hides the root from a customer's people.
	const has = `SELECT COALESCE(bool_and($3 = ANY ("o"."features")), false) FROM "organizations" AS "o"
		WHERE "o"."reseller_id" = $1 AND ("o"."id" = $2 OR "o"."id" = (SELECT "r"."root_organization_id" FROM "resellers" AS "r" WHERE "r"."id" = $1))`
	var enabled bool
	if err := tx.SQL.QueryRowContext(ctx, has, id, account, key).Scan(&enabled); err != nil {
		return fmt.Errorf("read feature %s of account %s: %w", key, account, err)
	}
	if !enabled {
		return disabled(key, "")
	}
	return nil
}

// disabled is the refusal of what needs a feature.
func disabled(key, path string) error {
	return fault.Refuse(fault.FeatureDisabled, path, "The organization does not have the feature %s.", nameOf(key))
}

func nameOf(key string) string {
	for _, f := range feature.All() {
		if f.Key == key {
			return f.Name
		}
	}
	return key
}

// OrganizationFeaturesUpdate switches features of a customer, hides them, and
// sets its seats. Refusals: NOT_FOUND, WRONG_STATE, STALE, INVALID, DUPLICATE,
// FEATURE_NOT_ENTITLED, SEATS_IN_USE, LIMIT_REACHED (the reseller's seats).
// [002]
func (s *Service) OrganizationFeaturesUpdate(ctx context.Context, id uuid.UUID, p FeaturesPatch) (*db.Organization, error) {
	return s.patch(ctx, p, func(r reseller) uuid.UUID { return id }, func(v *authz.Viewer, o *db.Organization) error {
		if err := rule.Deny(s.Authorizer.Organization(v, authz.OrganizationActionFeatures, target(o)), "id"); err != nil {
			return err
		}
		if p.SeatsGiven && !s.Authorizer.Has(v, []uuid.UUID{o.ID, o.AccountID, v.RootID}, authz.OrganizationSeatSet) {
			return rule.Forbid(authz.OrganizationSeatSet)
		}
		return nil
	})
}

// ResellerFeaturesUpdate switches what the reseller itself has, which bounds
// what its customers have, and sets the seats it may hand out. Refusals: STALE,
// INVALID, DUPLICATE, SEATS_IN_USE.
func (s *Service) ResellerFeaturesUpdate(ctx context.Context, p FeaturesPatch) (*db.Organization, error) {
	p.Hidden = nil
	return s.patch(ctx, p, func(r reseller) uuid.UUID { return r.root }, func(v *authz.Viewer, o *db.Organization) error {
		if v == nil || !s.Authorizer.Has(v, []uuid.UUID{v.RootID}, authz.BillingManage) {
			return rule.Forbid(authz.BillingManage)
		}
		return nil
	})
}

func (s *Service) patch(ctx context.Context, p FeaturesPatch, which func(reseller) uuid.UUID, may func(*authz.Viewer, *db.Organization) error) (*db.Organization, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	var updated *db.Organization
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		r, err := resellerOf(ctx, tx)
		if err != nil {
			return err
		}
		id := which(r)
		locked := []uuid.UUID{id}
		if p.SeatsGiven {
			locked = append(locked, r.root) // its row stands for all seats together
		}
		if err := r.lock(ctx, tx, locked...); err != nil {
			return err
		}
		o, err := read(ctx, tx, id, "id")
		if err != nil {
			return err
		}
		if err := may(authz.FromContext(ctx), o); err != nil {
			return err
		}
		if err := rule.Stale(p.ExpectedVersion, o.Version, "input.expectedVersion"); err != nil {
			return err
		}
		updated, err = s.write(ctx, tx, r, o, p)
		return err
	})
	return updated, err
}

// check refuses keys that are none, named twice, or both switched on and off.
func (p FeaturesPatch) check() error {
	var errs fault.Refusals
	checkKeys(&errs, "input.enable", p.Enable)
	checkKeys(&errs, "input.disable", p.Disable)
	for i, key := range p.Disable {
		if slices.Contains(p.Enable, key) {
			errs.Add(fault.Duplicate, "input.disable."+strconv.Itoa(i), "The feature is switched on in the same request.")
		}
	}
	if p.Hidden != nil {
		checkKeys(&errs, "input.hidden", *p.Hidden)
	}
	if p.SeatLimit != nil {
		checkSeats(&errs, "input.seatLimit", *p.SeatLimit)
	}
	return errs.Err()
}

func checkKeys(errs *fault.Refusals, path string, keys []string) {
	for i, key := range keys {
		at := path + "." + strconv.Itoa(i)
		switch {
		case !feature.Known(key):
			errs.Add(fault.Invalid, at, "There is no such feature.")
		case slices.Contains(keys[:i], key):
			errs.Add(fault.Duplicate, at, "The feature is named twice.")
		}
	}
}

// write brings a locked organization to what the patch says.
func (s *Service) write(ctx context.Context, tx *database.Tx, r reseller, o *db.Organization, p FeaturesPatch) (*db.Organization, error) {
	on := func(key string) bool {
		return slices.Contains(p.Enable, key) || slices.Contains(o.Features, key) && !slices.Contains(p.Disable, key)
	}
	after := keysWhere(on)
	hidden := []string(o.HiddenFeatures)
	if p.Hidden != nil {
		hidden = keysWhere(func(key string) bool { return slices.Contains(*p.Hidden, key) })
	}
	if o.ID != r.root {
		if err := entitled(ctx, tx, r, o.Features, p.Enable, "input.enable"); err != nil {
			return nil, err
		}
	}
	changes := slices.Concat(list("features", o.Features, after), list("hiddenFeatures", o.HiddenFeatures, hidden))
	change := tx.Client.Organization.Update().Where(organization.ID(o.ID)).
		SetFeatures(pq.StringArray(after)).SetHiddenFeatures(pq.StringArray(hidden))
	if p.SeatsGiven && !same(o.SeatLimit, p.SeatLimit) {
		if err := s.seats(ctx, tx, r, o, p.SeatLimit); err != nil {
			return nil, err
		}
		changes = append(changes, audit.Diff("seatLimit", number(o.SeatLimit), number(p.SeatLimit))...)
		if p.SeatLimit == nil {
			change.ClearSeatLimit()
		} else {
			change.SetSeatLimit(*p.SeatLimit)
		}
	}
	if len(changes) == 0 {
		return o, nil
	}
	now := s.now()
	if err := change.SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return nil, fmt.Errorf("change features of organization %s: %w", o.ID, err)
	}
	if err := audit.Record(ctx, tx, event(o, now, "organization.features_changed", changes)); err != nil {
		return nil, err
	}
	if err := s.Changed(ctx, tx, r.id); err != nil {
		return nil, fmt.Errorf("tell of features of organization %s: %w", o.ID, err)
	}
	return read(ctx, tx, o.ID, "id")
}

// OpenFeatures switches on the features of a new customer, whose row was just
// written, and checks its seats against those the reseller may hand out. The
// refusals name the arguments input.features, input.hiddenFeatures and
// input.seatLimit: INVALID, DUPLICATE, FEATURE_NOT_ENTITLED, LIMIT_REACHED.
func (s *Service) OpenFeatures(ctx context.Context, tx *database.Tx, org *db.Organization, enabled, hidden []string) error {
	var errs fault.Refusals
	checkKeys(&errs, "input.features", enabled)
	checkKeys(&errs, "input.hiddenFeatures", hidden)
	r, err := resellerOf(ctx, tx)
	if err != nil {
		return err
	}
	if err := errs.Collect(entitled(ctx, tx, r, nil, enabled, "input.features")); err != nil {
		return err
	}
	if org.Kind == organization.KindCUSTOMER {
		if err := r.lock(ctx, tx, r.root); err != nil {
			return err
		}
		if err := errs.Collect(withinPool(ctx, tx, r, org.ID, org.SeatLimit)); err != nil {
			return err
		}
	}
	if err := errs.Err(); err != nil {
		return err
	}
	if len(enabled) == 0 && len(hidden) == 0 {
		return nil
	}
	on := keysWhere(func(key string) bool { return slices.Contains(enabled, key) })
	off := keysWhere(func(key string) bool { return slices.Contains(hidden, key) })
	err = tx.Client.Organization.Update().Where(organization.ID(org.ID)).
		SetFeatures(pq.StringArray(on)).SetHiddenFeatures(pq.StringArray(off)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("open features of organization %s: %w", org.ID, err)
	}
	return nil
}

// entitled refuses what is switched on anew and the reseller does not have.
func entitled(ctx context.Context, tx *database.Tx, r reseller, had, enable []string, path string) error {
	if len(enable) == 0 {
		return nil
	}
	const own = `SELECT "o"."features" FROM "organizations" AS "o" WHERE "o"."reseller_id" = $1 AND "o"."id" = $2`
	var has pq.StringArray
	if err := tx.SQL.QueryRowContext(ctx, own, r.id, r.root).Scan(&has); err != nil {
		return fmt.Errorf("read features of reseller %s: %w", r.id, err)
	}
	var errs fault.Refusals
	for i, key := range enable {
		if !slices.Contains(has, key) && !slices.Contains(had, key) {
			errs.Add(fault.FeatureNotEntitled, path+"."+strconv.Itoa(i), "The reseller does not have %s itself.", nameOf(key))
		}
	}
	return errs.Err()
}

// keysWhere lists the keys of the catalogue that a condition holds for.
func keysWhere(holds func(key string) bool) []string {
	keys := []string{}
	for _, f := range feature.All() {
		if holds(f.Key) {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

// list is the change of a list of keys.
func list(field string, before, after []string) []audit.Change {
	return audit.Text(field, strings.Join(before, ", "), strings.Join(after, ", "))
}
