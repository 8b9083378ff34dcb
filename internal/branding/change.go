package branding

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/branding"
	"tenantry/ent/db/organization"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
	"tenantry/internal/rule"
)

// Patch changes how a portal looks: what is not given stays, nil means as above.
type Patch struct {
	ExpectedVersion                        *int
	ProductName, PrimaryColor, AccentColor rule.Set[string]
	SupportEmail, SupportURL               rule.Set[string]
	MailSenderName                         rule.Set[string]
}

// Lengths, in characters.
const (
	maxProduct = 60
	maxAddress = 500
)

// Update changes how a portal looks for an organization and those below it.
// Refusals: NOT_FOUND, WRONG_STATE, FEATURE_DISABLED, STALE, INVALID, TOO_LONG.
func (s *Service) Update(ctx context.Context, org uuid.UUID, portal branding.Portal, p Patch) (*db.Branding, error) {
	var errs fault.Refusals
	p = p.checked(&errs)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return s.change(ctx, org, portal, p.ExpectedVersion, "branding.updated", func(_ context.Context, _ *database.Tx, b *db.Branding) ([]audit.Change, error) {
		var changes []audit.Change
		for _, f := range []struct {
			name  string
			given rule.Set[string]
			field **string
		}{
			{"productName", p.ProductName, &b.ProductName}, {"primaryColor", p.PrimaryColor, &b.PrimaryColor},
			{"accentColor", p.AccentColor, &b.AccentColor}, {"supportEmail", p.SupportEmail, &b.SupportEmail},
			{"supportUrl", p.SupportURL, &b.SupportURL}, {"mailSenderName", p.MailSenderName, &b.MailSenderName},
		} {
			if f.given.Given {
				changes = append(changes, audit.Diff(f.name, *f.field, f.given.Value)...)
				*f.field = f.given.Value
			}
		}
		return changes, nil
	})
}

// checked is the patch with cleaned texts; what shows nothing means as above.
func (p Patch) checked(errs *fault.Refusals) Patch {
	text := func(f *rule.Set[string], path string, max int, form func(string) (stored, wrong string)) {
		if f.Value != nil {
			f.Value = rule.Checked(errs, path, f.Value, max, form)
		}
	}
	text(&p.ProductName, "input.productName", maxProduct, func(s string) (string, string) { return s, "" })
	for _, c := range []struct {
		field *rule.Set[string]
		path  string
		want  float64
	}{{&p.PrimaryColor, "input.primaryColor", textContrast}, {&p.AccentColor, "input.accentColor", markContrast}} {
		if c.field.Value != nil {
			c.field.Value = checkColor(errs, c.path, *c.field.Value, c.want)
		}
	}
	if p.SupportEmail.Value != nil {
		a := rule.Email(errs, "input.supportEmail", *p.SupportEmail.Value)
		p.SupportEmail.Value = &a.Text
	}
	text(&p.SupportURL, "input.supportUrl", maxAddress, page)
	text(&p.MailSenderName, "input.mailSenderName", rule.MaxName, func(s string) (string, string) {
		if strings.ContainsAny(s, "@<>") { // programs show a name that looks like an address as one
			return "", "The name cannot hold @, < or >."
		}
		return strings.Join(strings.Fields(s), " "), ""
	})
	return p
}

// page checks the address of a page.
func page(s string) (stored, wrong string) {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" || u.Hostname() == "" || u.User != nil || strings.ContainsAny(s, " \"'<>\\") {
		return "", "This is not an https address, such as https://help.northwind.test."
	}
	return u.String(), ""
}

// Reset gives a portal the look it has above; logo and domain go too. Refusals:
// NOT_FOUND, WRONG_STATE.
func (s *Service) Reset(ctx context.Context, org uuid.UUID, portal branding.Portal) (*db.Branding, error) {
	return s.change(ctx, org, portal, nil, "branding.reset", func(ctx context.Context, tx *database.Tx, b *db.Branding) ([]audit.Change, error) {
		if err := s.forget(ctx, tx, b); err != nil {
			return nil, err
		}
		var changes []audit.Change
		for _, f := range []struct {
			name  string
			field **string
		}{
			{"productName", &b.ProductName}, {"primaryColor", &b.PrimaryColor}, {"accentColor", &b.AccentColor},
			{"supportEmail", &b.SupportEmail}, {"supportUrl", &b.SupportURL}, {"mailSenderName", &b.MailSenderName}, {"domain", &b.Domain},
		} {
			changes = append(changes, audit.Diff(f.name, *f.field, nil)...)
			*f.field = nil
		}
		changes = append(changes, logoChange(b.LogoID, nil)...)
		b.LogoID, b.DomainVerifiedAt, b.DomainCheckedAt = nil, nil, nil
		return changes, nil
	})
}

// taking away needs no feature: who loses it must still be able to clean up.
var removals = map[string]bool{"branding.reset": true, "branding.logo_removed": true, "branding.domain_removed": true}

// change brings the row of an organization and portal to what edit makes of it,
// which may also refuse. Without a change nothing is written.
func (s *Service) change(
	ctx context.Context, org uuid.UUID, portal branding.Portal, expected *int, action string,
	edit func(context.Context, *database.Tx, *db.Branding) ([]audit.Change, error),
) (*db.Branding, error) {
	var changed *db.Branding
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		place, err := rule.LockPlace(ctx, tx, org)
		if err != nil {
			return err
		}
		if err := rule.Deny(s.Authorizer.Branding(authz.FromContext(ctx), place.Target()), "organizationId"); err != nil {
			return err
		}
		if place.Organization.Kind != organization.KindRESELLER && !removals[action] {
			if err := place.Needs(ctx, tx, feature.Branding, "organizationId"); err != nil {
				return err
			}
		}
		b, err := tx.Client.Branding.Query().Where(branding.OrganizationID(org), branding.PortalEQ(portal)).Only(ctx)
		if db.IsNotFound(err) {
			b = &db.Branding{ResellerID: place.Organization.ResellerID, AccountID: place.Organization.AccountID, OrganizationID: org, Portal: portal}
		} else if err != nil {
			return fmt.Errorf("read branding of organization %s: %w", org, err)
		}
		if err := rule.Stale(expected, b.Version, "input.expectedVersion"); err != nil {
			return err
		}
		changes, err := edit(ctx, tx, b)
		changed = b
		if err != nil || len(changes) == 0 {
			return err
		}
		now := s.Now()
		if err := write(ctx, tx, b, now); err != nil {
			return err
		}
		return audit.Record(ctx, tx, audit.Event{
			At: now, Action: action, OrganizationID: org, AccountID: b.AccountID, TargetType: "Organization", TargetID: org,
			TargetName: place.Organization.Name + " (" + string(portal) + ")", Changes: changes,
		})
	})
	return changed, err
}

// write stores a row, new or known, with the next version.
func write(ctx context.Context, tx *database.Tx, b *db.Branding, now time.Time) error {
	b.UpdatedAt = now
	b.Version++
	if b.ID == uuid.Nil {
		b.ID, b.CreatedAt = schema.NewID(), now
		err := tx.Client.Branding.Create().SetID(b.ID).SetAccountID(b.AccountID).SetOrganizationID(b.OrganizationID).SetPortal(b.Portal).
			SetCreatedAt(now).SetUpdatedAt(now).SetVersion(b.Version).
			SetNillableProductName(b.ProductName).SetNillablePrimaryColor(b.PrimaryColor).SetNillableAccentColor(b.AccentColor).
			SetNillableSupportEmail(b.SupportEmail).SetNillableSupportURL(b.SupportURL).SetNillableMailSenderName(b.MailSenderName).
			SetNillableLogoID(b.LogoID).SetNillableDomain(b.Domain).SetNillableDomainVerifiedAt(b.DomainVerifiedAt).
			SetNillableDomainCheckedAt(b.DomainCheckedAt).Exec(ctx)
		if err != nil {
			return fmt.Errorf("create branding of organization %s: %w", b.OrganizationID, err)
		}
		return nil
	}
	c := tx.Client.Branding.Update().Where(branding.ID(b.ID)).SetUpdatedAt(now).SetVersion(b.Version)
	put(b.ProductName, c.SetProductName, c.ClearProductName)
	put(b.PrimaryColor, c.SetPrimaryColor, c.ClearPrimaryColor)
	put(b.AccentColor, c.SetAccentColor, c.ClearAccentColor)
	put(b.SupportEmail, c.SetSupportEmail, c.ClearSupportEmail)
	put(b.SupportURL, c.SetSupportURL, c.ClearSupportURL)
	put(b.MailSenderName, c.SetMailSenderName, c.ClearMailSenderName)
	put(b.LogoID, c.SetLogoID, c.ClearLogoID)
	put(b.Domain, c.SetDomain, c.ClearDomain)
	put(b.DomainVerifiedAt, c.SetDomainVerifiedAt, c.ClearDomainVerifiedAt)
	put(b.DomainCheckedAt, c.SetDomainCheckedAt, c.ClearDomainCheckedAt)
	if err := c.Exec(ctx); err != nil {
		return fmt.Errorf("update branding %s: %w", b.ID, err)
	}
	return nil
}

// put sets a column, or clears it when there is no value.
func put[T any](value *T, set func(T) *db.BrandingUpdate, clear func() *db.BrandingUpdate) {
	if value == nil {
		clear()
		return
	}
	set(*value)
}
