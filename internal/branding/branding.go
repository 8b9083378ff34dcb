// Package branding answers how the portals look: the settings of one
// organization and portal, what is seen of them with those of above, logos, and
// host names of an organization's own. [000] [001] [002]
package branding

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/branding"
	"tenantry/ent/db/organization"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/feature"
)

// Service reads and changes how the portals look. All fields are required.
type Service struct {
	DB         *database.DB
	Authorizer *authz.Authorizer
	Secret     []byte // signs uploads and what proves a domain
	PublicURL  string // without a trailing slash
	DNS        DNS
	Now        func() time.Time
}

// DNS looks records up.
type DNS interface {
	LookupTXT(ctx context.Context, name string) ([]string, error)
}

// Look is what is seen of a portal: every setting that can be empty is only
// where nobody above said anything either.
type Look struct {
	ProductName, PrimaryColor, AccentColor string
	SupportEmail, SupportURL               string
	LogoURL                                string
	MailSenderName                         string
}

// The platform's own look.
const (
	platformName  = "Tenantry"
	platformColor = "#1F4E79"
	platformMark  = "#0F766E"
)

// Platform is the look at hosts that belong to nobody.
func Platform() Look {
	return Look{ProductName: platformName, PrimaryColor: platformColor, AccentColor: platformMark}
}

// Portals lists the portals in the order in which they are shown. [001] [003] [004]
func Portals() []branding.Portal {
	return []branding.Portal{
		branding.PortalRESELLER, branding.PortalCUSTOMER, branding.PortalTENANT_ADMIN, branding.PortalOPERATIONS, branding.PortalAGENT_DESKTOP,
	}
}

// Settings are the rows that the looks of some organizations are made of.
type Settings struct {
	service *Service
	name    string                         // of the reseller
	root    *db.Organization               // whose settings stand above all
	rows    map[uuid.UUID][]*db.Branding   // by organization
	places  map[uuid.UUID]*db.Organization // accounts and the root
}

// Settings reads the settings of organizations and of what stands above them,
// in three statements however many there are. The context names the reseller.
func (s *Service) Settings(ctx context.Context, orgs []*db.Organization) (*Settings, error) {
	id, err := database.ResellerOf(ctx)
	if err != nil {
		return nil, err
	}
	ctx = database.WithReseller(ctx, id) // what a customer's people see comes from above them
	c := s.DB.Client()
	r, err := c.Reseller.Query().Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read reseller %s: %w", id, err)
	}
	ids := []uuid.UUID{r.RootOrganizationID}
	accounts := []uuid.UUID{r.RootOrganizationID}
	for _, o := range orgs {
		ids = append(ids, o.ID, o.AccountID)
		accounts = append(accounts, o.AccountID)
	}
	places, err := c.Organization.Query().Where(organization.IDIn(distinct(accounts)...)).
		Select(organization.FieldID, organization.FieldFeatures).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read accounts: %w", err)
	}
	rows, err := c.Branding.Query().Where(branding.OrganizationIDIn(distinct(ids)...)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read brandings: %w", err)
	}
	found := &Settings{service: s, name: r.Name, rows: map[uuid.UUID][]*db.Branding{}, places: map[uuid.UUID]*db.Organization{}}
	for _, o := range places {
		found.places[o.ID] = o
	}
	found.root = found.places[r.RootOrganizationID]
	for _, b := range rows {
		found.rows[b.OrganizationID] = append(found.rows[b.OrganizationID], b)
	}
	return found, nil
}

func distinct(ids []uuid.UUID) []uuid.UUID {
	slices.SortFunc(ids, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(ids)
}

// Own is what an organization says of a portal itself; a row of version 0 where
// it never said anything.
func (s *Settings) Own(o *db.Organization, portal branding.Portal) *db.Branding {
	if b := s.row(o.ID, portal); b != nil {
		return b
	}
	return &db.Branding{ResellerID: o.ResellerID, AccountID: o.AccountID, OrganizationID: o.ID, Portal: portal}
}

func (s *Settings) row(org uuid.UUID, portal branding.Portal) *db.Branding {
	for _, b := range s.rows[org] {
		if b.Portal == portal {
			return b
		}
	}
	return nil
}

// Look is what is seen of a portal in an organization. What a customer says
// counts while it has the feature BRANDING.
func (s *Settings) Look(o *db.Organization, portal branding.Portal) Look {
	var chain []*db.Branding
	account := s.places[o.AccountID]
	if s.root != nil && account != nil && slices.Contains(feature.Effective(account.Features, s.root.Features), feature.Branding) {
		chain = append(chain, s.row(o.ID, portal), s.row(o.AccountID, portal))
	}
	if s.root != nil {
		chain = append(chain, s.row(s.root.ID, portal))
	}
	platform := Platform()
	look := Look{
		ProductName:    first(chain, func(b *db.Branding) *string { return b.ProductName }, s.name),
		PrimaryColor:   first(chain, func(b *db.Branding) *string { return b.PrimaryColor }, platform.PrimaryColor),
		AccentColor:    first(chain, func(b *db.Branding) *string { return b.AccentColor }, platform.AccentColor),
		SupportEmail:   first(chain, func(b *db.Branding) *string { return b.SupportEmail }, ""),
		SupportURL:     first(chain, func(b *db.Branding) *string { return b.SupportURL }, ""),
		MailSenderName: first(chain, func(b *db.Branding) *string { return b.MailSenderName }, ""),
	}
	look.ProductName = cmp.Or(look.ProductName, platform.ProductName)
	for _, b := range chain {
		if b != nil && b.LogoID != nil {
			look.LogoURL = s.service.LogoURL(b)
			break
		}
	}
	return look
}

// first is what the nearest of the chain says.
func first(chain []*db.Branding, of func(*db.Branding) *string, otherwise string) string {
	for _, b := range chain {
		if b == nil {
			continue
		}
		if s := of(b); s != nil {
			return *s
		}
	}
	return otherwise
}

// LogoURL is where the logo of a row is fetched; empty when it has none.
func (s *Service) LogoURL(b *db.Branding) string {
	if b.LogoID == nil {
		return ""
	}
	return s.PublicURL + LogoPath + schema.GlobalID("res", b.ResellerID) + "/" + schema.GlobalID("logo", *b.LogoID)
}

// SenderName is the name that mails to people of an organization are sent
// under; empty when nobody said any. Staff work in the reseller's portal,
// everybody else in the customer's.
func (s *Service) SenderName(ctx context.Context, o *db.Organization) (string, error) {
	all, err := s.Settings(ctx, []*db.Organization{o})
	if err != nil {
		return "", err
	}
	portal := branding.PortalCUSTOMER
	if o.Kind == organization.KindRESELLER {
		portal = branding.PortalRESELLER
	}
	return all.Look(o, portal).MailSenderName, nil
}
