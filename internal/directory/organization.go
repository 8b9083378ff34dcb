package directory

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Company is what is known about an organization; nil fields of an update are
// left alone, nil values clear.
type Company struct {
	Name, LegalName, Address, ContactName, ContactEmail, Phone Set[string]
	Locale, Timezone                                           Set[string]
	Tags                                                       Set[[]string]
}

// What a company has that says nothing else.
const (
	defaultLocale   = "en"
	defaultTimezone = "UTC"
)

// OrganizationUpdate changes what the patch names. Refusals: NOT_FOUND, STALE,
// REQUIRED, INVALID, TOO_LONG, LIMIT_REACHED, WRONG_STATE. [002]
func (s *Service) OrganizationUpdate(ctx context.Context, id uuid.UUID, expectedVersion *int, patch Company) (*db.Organization, error) {
	var errs fault.Refusals
	patch = patch.checked(&errs)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var updated *db.Organization
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		org, err := s.organizationForChange(ctx, tx, authz.OrganizationActionUpdate, id, expectedVersion)
		if err != nil {
			return err
		}
		updated, err = s.patchOrganization(ctx, tx, org, patch)
		return err
	})
	return updated, err
}

// organizationForChange locks an organization, after its account, and asks
// whether the viewer may take the action on it. Refusals: NOT_FOUND,
// WRONG_STATE, STALE.
func (s *Service) organizationForChange(ctx context.Context, tx *database.Tx, action authz.OrganizationAction, id uuid.UUID, expectedVersion *int) (*db.Organization, error) {
	org, _, err := lockWithAccount(ctx, tx, id, "id")
	if err != nil {
		return nil, err
	}
	if err := deny(s.Authorizer.Organization(authz.FromContext(ctx), action, OrganizationTarget(org)), "id"); err != nil {
		return nil, err
	}
	return org, stale(expectedVersion, org.Version, "input.expectedVersion")
}

func (s *Service) patchOrganization(ctx context.Context, tx *database.Tx, org *db.Organization, p Company) (*db.Organization, error) {
	c := tx.Client.Organization.Update().Where(organization.ID(org.ID))
	after := *org
	var changes []audit.Change
	for _, f := range []struct {
		given  Set[string]
		field  string
		target *string
		set    func(string) *db.OrganizationUpdate
	}{
		{p.Name, "name", &after.Name, c.SetName}, {p.LegalName, "legalName", &after.LegalName, c.SetLegalName},
		{p.Address, "address", &after.Address, c.SetAddress}, {p.ContactName, "contactName", &after.ContactName, c.SetContactName},
		{p.ContactEmail, "contactEmail", &after.ContactEmail, c.SetContactEmail}, {p.Phone, "phone", &after.Phone, c.SetPhone},
		{p.Locale, "locale", &after.Locale, c.SetLocale}, {p.Timezone, "timezone", &after.Timezone, c.SetTimezone},
	} {
		if !f.given.Given {
			continue
		}
		changes = append(changes, audit.Text(f.field, *f.target, value(f.given))...)
		*f.target = value(f.given)
		f.set(*f.target)
	}
	if p.Tags.Given {
		after.Tags = []string{}
		if p.Tags.Value != nil {
			after.Tags = *p.Tags.Value
		}
		c.SetTags(after.Tags)
		changes = append(changes, audit.Text("tags", strings.Join(org.Tags, ", "), strings.Join(after.Tags, ", "))...)
	}
	if len(changes) == 0 {
		return org, nil
	}
	now := s.Now()
	err := c.SetSortName(Fold(after.Name)).SetSearchText(SearchText(after.Name, after.LegalName, after.ContactName, after.ContactEmail)).
		SetUpdatedAt(now).AddVersion(1).Exec(ctx)
	if err != nil {
		return nil, fmt.Errorf("update organization %s: %w", org.ID, err)
	}
	if err := audit.Record(ctx, tx, organizationEvent(org, now, "organization.updated", changes)); err != nil {
		return nil, err
	}
	return tx.Client.Organization.Query().Where(organization.ID(org.ID)).Only(ctx)
}

// checked is the company with cleaned texts.
func (c Company) checked(errs *fault.Refusals) Company {
	for _, f := range []struct {
		field *Set[string]
		path  string
		max   int
		check func(*fault.Refusals, string, string, int) string
	}{
		{&c.Name, "input.name", maxName, line}, {&c.LegalName, "input.legalName", 200, line},
		{&c.Address, "input.address", 500, clean}, {&c.ContactName, "input.contactName", maxName, line},
		{&c.ContactEmail, "input.contactEmail", maxEmail, line}, {&c.Phone, "input.phone", 40, line},
	} {
		if f.field.Given && f.field.Value != nil {
			text := f.check(errs, f.path, *f.field.Value, f.max)
			f.field.Value = &text
		}
	}
	if c.Name.Given && value(c.Name) == "" && !errs.At("input.name") {
		errs.Add(fault.Required, "input.name", "A name is required.")
	}
	if v := value(c.ContactEmail); v != "" {
		email(errs, "input.contactEmail", v)
	}
	if value(c.Phone) != "" {
		c.Phone.Value = checked(errs, "input.phone", c.Phone.Value, maxPhone, phoneNumber)
	}
	if c.Tags.Value != nil {
		c.Tags.Value = checkedTags(errs, *c.Tags.Value)
	}
	c.Locale = orDefault(c.Locale, defaultLocale, checked(errs, "input.locale", c.Locale.Value, maxLocale, localeTag))
	c.Timezone = orDefault(c.Timezone, defaultTimezone, checked(errs, "input.timezone", c.Timezone.Value, maxTimezone, timezoneName))
	return c
}

// orDefault is a field that always has a value, where it is given.
func orDefault(f Set[string], none string, checked *string) Set[string] {
	if f.Given && checked == nil {
		checked = &none
	}
	f.Value = checked
	return f
}

func checkedTags(errs *fault.Refusals, tags []string) *[]string {
	if len(tags) > 20 {
		errs.Add(fault.LimitReached, "input.tags", "At most 20 tags are allowed.")
		return nil
	}
	kept := []string{}
	for i, tag := range tags {
		tag = line(errs, "input.tags."+strconv.Itoa(i), tag, 40)
		if tag != "" && !slices.Contains(kept, tag) {
			kept = append(kept, tag)
		}
	}
	return &kept
}

// OrganizationTarget is what the policy needs to know about an organization.
func OrganizationTarget(o *db.Organization) authz.OrganizationTarget {
	return authz.OrganizationTarget{
		ID: o.ID, AccountID: o.AccountID, Kind: string(o.Kind), Status: string(o.Status),
		Purged: o.PurgedAt != nil, SSOToken: o.SSOTokenAt != nil,
	}
}

func organizationEvent(o *db.Organization, at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: action, OrganizationID: o.ID, AccountID: o.AccountID,
		TargetType: "Organization", TargetID: o.ID, TargetName: o.Name, Changes: changes,
	}
}

// value is a field's text, empty for none.
func value(f Set[string]) string { return orEmpty(f.Value) }

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// MarshalJSON lets inputs be hashed for idempotency.
func (f Set[T]) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Given bool
		Value *T
	}{f.Given, f.Value})
}
