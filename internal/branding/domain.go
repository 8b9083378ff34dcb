package branding

import (
	"context"
	"encoding/hex"
	"fmt"
	"net"
	"slices"
	"strings"

	"github.com/google/uuid"
	"golang.org/x/net/idna"

	"tenantry/ent/db"
	"tenantry/ent/db/branding"
	"tenantry/ent/db/brandinghost"
	"tenantry/ent/db/organization"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

const recordPrefix = "_tenantry."

// Record is what proves a domain: the name and the value of a TXT record.
func (s *Service) Record(b *db.Branding) (name, value string) {
	if b.Domain == nil {
		return "", ""
	}
	sum := s.sign("domain", []byte(b.OrganizationID.String()+"\x00"+string(b.Portal)+"\x00"+*b.Domain))
	return recordPrefix + *b.Domain, "tenantry-domain=" + hex.EncodeToString(sum[:16])
}

// Host brings a host name to the form in which hosts are compared.
func Host(s string) (string, bool) {
	profile := idna.New(idna.MapForLookup(), idna.StrictDomainName(true), idna.VerifyDNSLength(true), idna.BidiRule())
	host, err := profile.ToASCII(strings.TrimSuffix(strings.TrimSpace(s), "."))
	if err != nil || net.ParseIP(host) != nil || !strings.Contains(host, ".") {
		return "", false
	}
	return host, true
}

// DomainSet names the host of a portal, unverified; the host it had before stops
// serving. Refusals: NOT_FOUND, WRONG_STATE, FEATURE_DISABLED, INVALID.
func (s *Service) DomainSet(ctx context.Context, org uuid.UUID, portal branding.Portal, domain string) (*db.Branding, error) {
	host, ok := Host(domain)
	if !ok {
		return nil, fault.Refuse(fault.Invalid, "domain", "This is not a host name, such as portal.northwind.test.")
	}
	return s.change(ctx, org, portal, nil, "branding.domain_set", func(ctx context.Context, tx *database.Tx, b *db.Branding) ([]audit.Change, error) {
		changes := audit.Diff("domain", b.Domain, &host)
		if len(changes) == 0 {
			return nil, nil
		}
		if err := s.forget(ctx, tx, b); err != nil {
			return nil, err
		}
		b.Domain, b.DomainVerifiedAt, b.DomainCheckedAt = &host, nil, nil
		return changes, nil
	})
}

// DomainVerify looks for the record that proves the domain of a portal. Only
// then does the host belong to it: who merely names a host keeps nobody else
// from it. Refusals: NOT_FOUND, WRONG_STATE (no domain), FEATURE_DISABLED,
// CONFLICT (no such record), TAKEN (proven by another portal).
func (s *Service) DomainVerify(ctx context.Context, org uuid.UUID, portal branding.Portal) (*db.Branding, error) {
	now := s.Now()
	before, err := s.DB.Client().Branding.Query().Where(branding.OrganizationID(org), branding.PortalEQ(portal)).Only(ctx)
	if err != nil && !db.IsNotFound(err) {
		return nil, fmt.Errorf("read branding of organization %s: %w", org, err)
	}
	// Names are looked up before rows are locked: a slow server holds nobody up.
	var found []string
	if before != nil && before.Domain != nil {
		name, _ := s.Record(before)
		found, err = s.DNS.LookupTXT(ctx, name)
		if err != nil {
			found = nil // told as a record that is not there
		}
	}
	return s.change(ctx, org, portal, nil, "branding.domain_verified", func(ctx context.Context, tx *database.Tx, b *db.Branding) ([]audit.Change, error) {
		if b.Domain == nil {
			return nil, fault.Refuse(fault.WrongState, "portal", "The portal has no domain.")
		}
		name, value := s.Record(b)
		if before == nil || before.Domain == nil || *before.Domain != *b.Domain || !slices.Contains(found, value) {
			return nil, fault.Refuse(fault.Conflict, "portal", "There is no TXT record %s with the value %s yet. Records can take an hour to be seen.", name, value)
		}
		if b.DomainVerifiedAt != nil {
			return nil, nil
		}
		err := tx.Client.BrandingHost.Create().SetID(*b.Domain).SetOwnerResellerID(b.ResellerID).SetOrganizationID(b.OrganizationID).
			SetPortal(brandinghost.Portal(b.Portal)).SetCreatedAt(now).Exec(ctx)
		if database.IsUniqueViolation(err, "branding_hosts_pkey") {
			return nil, fault.Refuse(fault.Taken, "portal", "Another portal is seen at this domain. Remove it there first.")
		} else if err != nil {
			return nil, fmt.Errorf("enter host %s: %w", *b.Domain, err)
		}
		b.DomainVerifiedAt, b.DomainCheckedAt = &now, &now
		return audit.Text("domainVerified", "", *b.Domain), nil
	})
}

// DomainRemove takes the host of a portal away. Refusals: NOT_FOUND, WRONG_STATE.
func (s *Service) DomainRemove(ctx context.Context, org uuid.UUID, portal branding.Portal) (*db.Branding, error) {
	return s.change(ctx, org, portal, nil, "branding.domain_removed", func(ctx context.Context, tx *database.Tx, b *db.Branding) ([]audit.Change, error) {
		if err := s.forget(ctx, tx, b); err != nil {
			return nil, err
		}
		changes := audit.Diff("domain", b.Domain, nil)
		b.Domain, b.DomainVerifiedAt, b.DomainCheckedAt = nil, nil, nil
		return changes, nil
	})
}

// forget frees the host of a portal.
func (s *Service) forget(ctx context.Context, tx *database.Tx, b *db.Branding) error {
	if b.Domain == nil || b.DomainVerifiedAt == nil {
		return nil
	}
	_, err := tx.Client.BrandingHost.Delete().Where(brandinghost.ID(*b.Domain), brandinghost.OwnerResellerID(b.ResellerID),
		brandinghost.OrganizationID(b.OrganizationID), brandinghost.PortalEQ(brandinghost.Portal(b.Portal))).Exec(ctx)
	if err != nil {
		return fmt.Errorf("forget host %s: %w", *b.Domain, err)
	}
	return nil
}

// At is what is seen at a host, and the portal it shows; the platform's look,
// and none, at hosts that nobody has proven or whose organization is closed.
func (s *Service) At(ctx context.Context, host string) (Look, *branding.Portal, error) {
	name, ok := Host(host)
	if !ok {
		return Platform(), nil, nil
	}
	h, err := s.DB.Client().BrandingHost.Query().Where(brandinghost.ID(name)).Only(ctx)
	if db.IsNotFound(err) {
		return Platform(), nil, nil
	} else if err != nil {
		return Look{}, nil, fmt.Errorf("read host %s: %w", name, err)
	}
	ctx = database.WithReseller(ctx, h.OwnerResellerID)
	o, err := s.DB.Client().Organization.Query().Where(organization.ID(h.OrganizationID), organization.StatusNEQ(organization.StatusDELETED)).Only(ctx)
	if db.IsNotFound(err) {
		return Platform(), nil, nil
	} else if err != nil {
		return Look{}, nil, fmt.Errorf("read organization of host %s: %w", name, err)
	}
	all, err := s.Settings(ctx, []*db.Organization{o})
	if err != nil {
		return Look{}, nil, err
	}
	portal := branding.Portal(h.Portal)
	return all.Look(o, portal), &portal, nil
}
