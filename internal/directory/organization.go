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
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Company is what is known about an organization; nil fields of an update are
// left alone, nil values clear.
type Company struct {
	Name, LegalName, Address, ContactName, ContactEmail, Phone Set[string]
	Tags                                                       Set[[]string]
}

// NewOrganization describes a customer to add.
type NewOrganization struct {
	Company
	SeatLimit      *int
	Administrator  *NewAdministrator
	IdempotencyKey *string
}

// NewAdministrator is the first administrator of a new customer.
type NewAdministrator struct {
	Email               string
	FirstName, LastName *string
}

// OrganizationCreate adds a customer below the reseller's root and invites its
// first administrator when one is named. Refusals: REQUIRED, INVALID,
// TOO_LONG, DISPOSABLE_EMAIL, ROLE_OUT_OF_SCOPE, IDEMPOTENCY_KEY_REUSED. [002]
func (s *Service) OrganizationCreate(ctx context.Context, in NewOrganization) (*db.Organization, error) {
	viewer := authz.FromContext(ctx)
	if viewer == nil {
		return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	if !s.Authorizer.Permissions(viewer, viewer.RootID).Has(authz.OrganizationCreate) {
		return nil, deny(authz.Verdict{Code: authz.Forbidden, Permissions: []authz.Permission{authz.OrganizationCreate}, Message: "You do not have the permission for this."}, "")
	}
	var errs fault.Refusals
	in.Name.Given = true // needed, so an absent one is an empty one
	company := in.Company.checked(&errs)
	if in.SeatLimit != nil && (*in.SeatLimit < 0 || *in.SeatLimit > 1_000_000) {
		errs.Add(fault.Invalid, "input.seatLimit", "Seats are a number from 0 to 1,000,000.")
	}
	admin := s.firstAdministrator(ctx, &errs, in)
	key := optional(&errs, "input.idempotencyKey", in.IdempotencyKey, maxKey)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var created *db.Organization
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		if key != nil { // serialises requests with the same key
			if _, err := lockOrganization(ctx, tx, viewer.RootID); err != nil {
				return err
			}
		}
		id, err := once(ctx, s, tx, "organizationCreate", key, in, func() (uuid.UUID, error) {
			return s.insertOrganization(ctx, tx, company, in.SeatLimit, admin)
		})
		if err != nil {
			return err
		}
		created, err = tx.Client.Organization.Query().Where(organization.ID(id)).Only(ctx)
		return err
	})
	return created, err
}

// firstAdministrator checks the named administrator; nil when none is named.
func (s *Service) firstAdministrator(ctx context.Context, errs *fault.Refusals, in NewOrganization) *invitee {
	if in.Administrator == nil {
		return nil
	}
	const path = "input.administrator"
	admin := &invitee{access: membership.ClientAccessADMIN}
	admin.address = email(errs, path+".email", in.Administrator.Email)
	admin.firstName = checkedName(errs, path+".firstName", in.Administrator.FirstName)
	admin.lastName = checkedName(errs, path+".lastName", in.Administrator.LastName)
	if s.Disposable.Contains(admin.address.domain) {
		errs.Add(fault.DisposableEmail, path+".email", "The address belongs to a provider of throw-away mailboxes.")
	}
	if in.SeatLimit != nil && *in.SeatLimit == 0 {
		errs.Add(fault.SeatLimitReached, path, "An organization without seats cannot have an administrator.")
	}
	viewer := authz.FromContext(ctx)
	if root := []uuid.UUID{viewer.RootID}; !s.Authorizer.OpensAccounts(viewer, root...) || !s.Authorizer.Has(viewer, root, authz.InvitationCreate) {
		errs.Add(fault.RoleOutOfScope, path, "You may not invite an administrator.")
	}
	return admin
}

func (s *Service) insertOrganization(ctx context.Context, tx *database.Tx, c Company, seats *int, admin *invitee) (uuid.UUID, error) {
	viewer, id, now := authz.FromContext(ctx), schema.NewID(), s.Now()
	insert := tx.Client.Organization.Create().SetID(id).SetAccountID(id).SetKind(organization.KindCUSTOMER).
		SetParentID(viewer.RootID).SetPath(viewer.RootID.String() + "/" + id.String() + "/").
		SetName(value(c.Name)).SetLegalName(value(c.LegalName)).SetAddress(value(c.Address)).
		SetContactName(value(c.ContactName)).SetContactEmail(value(c.ContactEmail)).SetPhone(value(c.Phone)).
		SetSortName(Fold(value(c.Name))).SetSearchText(SearchText(value(c.Name), value(c.LegalName), value(c.ContactName), value(c.ContactEmail))).
		SetNillableSeatLimit(seats).SetCreatedAt(now).SetUpdatedAt(now)
	if c.Tags.Value != nil {
		insert.SetTags(*c.Tags.Value)
	}
	org, err := insert.Save(ctx)
	if err != nil {
		return id, fmt.Errorf("create organization: %w", err)
	}
	if err := audit.Record(ctx, tx, organizationEvent(org, now, "organization.created", audit.Text("name", "", org.Name))); err != nil {
		return id, err
	}
	if admin != nil {
		if _, err := s.writePeople(ctx, tx, admission{org: org, account: org}, []invitee{*admin}); err != nil {
			return id, err
		}
	}
	return id, nil
}

// OrganizationUpdate changes what the patch names. Refusals: NOT_FOUND, STALE,
// REQUIRED, INVALID, TOO_LONG, WRONG_STATE. [002]
func (s *Service) OrganizationUpdate(ctx context.Context, id uuid.UUID, expectedVersion *int, patch Company) (*db.Organization, error) {
	var errs fault.Refusals
	patch = patch.checked(&errs)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var updated *db.Organization
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		org, err := tx.Client.Organization.Query().Where(organization.ID(id)).ForUpdate().Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.Missing, "id", "There is no such organization.")
		} else if err != nil {
			return fmt.Errorf("read organization %s: %w", id, err)
		}
		if err := deny(s.Authorizer.Organization(authz.FromContext(ctx), authz.OrganizationActionUpdate, OrganizationTarget(org)), "id"); err != nil {
			return err
		}
		if err := stale(expectedVersion, org.Version, "input.expectedVersion"); err != nil {
			return err
		}
		updated, err = s.patchOrganization(ctx, tx, org, patch)
		return err
	})
	return updated, err
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
	return c
}

func checkedTags(errs *fault.Refusals, tags []string) *[]string {
	if len(tags) > 20 {
		errs.Add(fault.TooLong, "input.tags", "At most 20 tags are allowed.")
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
	return authz.OrganizationTarget{ID: o.ID, AccountID: o.AccountID, Kind: string(o.Kind), Status: string(o.Status)}
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
