package directory

import (
	"context"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/internal/mail"
)

// OrganizationChange is what became of an organization.
type OrganizationChange string

// The changes administrators are told of.
const (
	OrganizationSuspended   OrganizationChange = "SUSPENDED"
	OrganizationReactivated OrganizationChange = "REACTIVATED"
	OrganizationDeleted     OrganizationChange = "DELETED"
	OrganizationRestored    OrganizationChange = "RESTORED"
)

// OrganizationChangedMail tells an administrator what became of an
// organization; it is not sent once that is no longer so.
type OrganizationChangedMail struct {
	ResellerID     uuid.UUID          `json:"reseller_id"`
	UserID         uuid.UUID          `json:"user_id"`
	OrganizationID uuid.UUID          `json:"organization_id"`
	Change         OrganizationChange `json:"change"`
	Version        int                `json:"version"` // of the organization after the change
}

// Kind of job.
func (OrganizationChangedMail) Kind() string { return "mail_organization_changed" }

func organizationMails(org *db.Organization, to []uuid.UUID, change OrganizationChange) []river.JobArgs {
	mails := make([]river.JobArgs, len(to))
	for i, id := range to {
		mails[i] = OrganizationChangedMail{ResellerID: org.ResellerID, UserID: id, OrganizationID: org.ID, Change: change, Version: org.Version + 1}
	}
	return mails
}

func (p *post) organizationChanged(ctx context.Context, a OrganizationChangedMail) (*letter, error) {
	u, e, err := p.recipient(ctx, a.UserID)
	if err != nil || u == nil {
		return nil, err
	}
	o, err := p.DB.Client().Organization.Query().Where(organization.ID(a.OrganizationID)).Only(ctx)
	if err != nil {
		return nil, ignoreMissing("read organization", a.OrganizationID, err)
	}
	m := mail.OrganizationChanged{Envelope: e, Change: string(a.Change)}
	m.Organization = o.Name
	want := organization.StatusACTIVE
	switch a.Change {
	case OrganizationSuspended:
		want, m.Reason = organization.StatusSUSPENDED, o.SuspendedReason
	case OrganizationDeleted:
		want = organization.StatusDELETED
		if o.DeletedAt != nil {
			m.PurgeAt = new(o.DeletedAt.Add(RestoreWithin))
		}
	case OrganizationReactivated, OrganizationRestored:
		m.Link = p.productLink()
	}
	if o.Status != want || o.PurgedAt != nil {
		return nil, nil
	}
	return &letter{u, m}, nil
}
