package directory

import (
	"context"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/internal/mail"
)

// CreditsLowMail tells an administrator that the credits of an account run out.
// It is not sent once the balance is above the mark again, or has fallen anew.
type CreditsLowMail struct {
	ResellerID     uuid.UUID `json:"reseller_id"`
	OrganizationID uuid.UUID `json:"organization_id"`
	UserID         uuid.UUID `json:"user_id"` // the administrator
	At             time.Time `json:"at"`      // when the balance fell to the mark
}

// Kind of job.
func (CreditsLowMail) Kind() string { return "mail_credits_low" }

func (p *post) creditsLow(ctx context.Context, a CreditsLowMail) (*letter, error) {
	o, err := p.DB.Client().Organization.Query().Where(organization.ID(a.OrganizationID)).Only(ctx)
	if db.IsNotFound(err) || err == nil && (o.CreditLowMark == nil || o.CreditLowAt == nil || !o.CreditLowAt.Equal(a.At)) {
		return nil, nil
	}
	if err != nil {
		return nil, ignoreMissing("read organization", a.OrganizationID, err)
	}
	u, e, err := p.recipient(ctx, a.UserID)
	if err != nil || u == nil {
		return nil, err
	}
	e.Organization = o.Name
	return &letter{u, mail.CreditsLow{
		Envelope: e, Balance: o.CreditBalance, Mark: *o.CreditLowMark, Pool: o.Kind == organization.KindRESELLER, Link: p.productLink(),
	}}, nil
}
