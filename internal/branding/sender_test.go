package branding

import (
	"testing"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/ent/db"
	"tenantry/ent/db/branding"
	"tenantry/internal/feature"
)

// The sender of mails comes from the nearest place that names one, and from a
// customer only while it may have a look of its own.
func TestSenderOfMailsIsInherited(t *testing.T) {
	t.Parallel()
	root := &db.Organization{ID: uuid.New(), Features: pq.StringArray{feature.Branding}}
	root.AccountID = root.ID
	own := &db.Organization{ID: uuid.New(), Features: pq.StringArray{feature.Branding}}
	own.AccountID = own.ID
	part := &db.Organization{ID: uuid.New(), AccountID: own.ID}
	plain := &db.Organization{ID: uuid.New()}
	plain.AccountID = plain.ID
	says := func(portal branding.Portal, name string) *db.Branding {
		return &db.Branding{Portal: portal, MailSenderName: &name}
	}
	all := &Settings{
		service: &Service{}, name: "Northwind", root: root,
		rows: map[uuid.UUID][]*db.Branding{
			root.ID:  {says(branding.PortalCUSTOMER, "Northwind Care"), says(branding.PortalRESELLER, "Northwind Staff")},
			own.ID:   {says(branding.PortalCUSTOMER, "Harbour Desk")},
			plain.ID: {says(branding.PortalCUSTOMER, "Not allowed")},
		},
		places: map[uuid.UUID]*db.Organization{root.ID: root, own.ID: own, plain.ID: plain},
	}
	for _, c := range []struct {
		at     *db.Organization
		portal branding.Portal
		want   string
	}{
		{root, branding.PortalRESELLER, "Northwind Staff"}, {own, branding.PortalCUSTOMER, "Harbour Desk"},
		{part, branding.PortalCUSTOMER, "Harbour Desk"}, {plain, branding.PortalCUSTOMER, "Northwind Care"},
	} {
		if got := all.Look(c.at, c.portal).MailSenderName; got != c.want {
			t.Errorf("%s: %q, want %q", c.portal, got, c.want)
		}
	}
}
