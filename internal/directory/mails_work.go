package directory

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/internal/mail"
)

func (p *post) dormantAccounts(ctx context.Context, a DormantAccountsMail) (*letter, error) {
	u, e, err := p.recipient(ctx, a.UserID)
	if err != nil || u == nil {
		return nil, err
	}
	if e.Organization, err = p.organizationName(ctx, a.OrganizationID); err != nil || e.Organization == "" {
		return nil, err
	}
	asked := a.DormantIDs[:min(len(a.DormantIDs), mail.MaxDormant)]
	before := p.Now().Add(-time.Duration(a.Days) * 24 * time.Hour)
	found, err := p.DB.Client().User.Query().Where(anyOf[uuid.UUID]("id", asked), user.StatusEQ(user.StatusACTIVE),
		user.Or(user.LastLoginAtIsNil(), user.LastLoginAtLT(before))).All(ctx)
	if err != nil {
		return nil, ignoreMissing("read dormant users for", a.UserID, err)
	}
	if len(found) == 0 {
		return nil, nil
	}
	slices.SortFunc(found, func(x, y *db.User) int { return slices.Index(asked, x.ID) - slices.Index(asked, y.ID) })
	m := mail.DormantAccounts{
		Envelope: e, Days: a.Days, Link: p.productLink(),
		Count: max(len(found), a.Count-(len(asked)-len(found))), // without those that were used meanwhile
	}
	for _, d := range found {
		account := mail.DormantAccount{Name: d.DisplayName, Address: d.Email}
		if d.LastLoginAt != nil {
			account.LastSignIn = *d.LastLoginAt
		}
		m.Accounts = append(m.Accounts, account)
	}
	return &letter{u, m}, nil
}

func (p *post) exportReady(ctx context.Context, a ExportReadyMail) (*letter, error) {
	j, u, e, err := p.asker(ctx, a.JobID)
	if j == nil || j.Status != job.StatusSUCCEEDED || j.ExpiresAt == nil || !p.Now().Before(*j.ExpiresAt) {
		return nil, err
	}
	return &letter{u, mail.ExportReady{Envelope: e, FileName: j.FileName, Link: p.productLink(), ExpiresAt: *j.ExpiresAt}}, nil
}

func (p *post) jobFinished(ctx context.Context, a JobFinishedMail) (*letter, error) {
	j, u, e, err := p.asker(ctx, a.JobID)
	if j == nil || j.Status == job.StatusQUEUED || j.Status == job.StatusRUNNING {
		return nil, err
	}
	m := mail.JobFinished{
		Envelope: e, Work: string(j.Kind), End: string(j.Status), Done: j.Done - j.Failed, Failed: j.Failed, Link: p.productLink(),
	}
	if j.Total != nil {
		m.Total = *j.Total
	}
	return &letter{u, m}, nil
}

// asker reads a job, who asked for it, and an envelope about its organization;
// nil when one of them is gone.
func (p *post) asker(ctx context.Context, id uuid.UUID) (*db.Job, *db.User, mail.Envelope, error) {
	j, err := p.DB.Client().Job.Query().Where(job.ID(id)).Only(ctx)
	if err != nil {
		return nil, nil, mail.Envelope{}, ignoreMissing("read job", id, err)
	}
	u, e, err := p.recipient(ctx, j.UserID)
	if err != nil || u == nil {
		return nil, nil, e, err
	}
	if e.Organization, err = p.organizationName(ctx, j.OrganizationID); err != nil || e.Organization == "" {
		return nil, nil, e, err
	}
	return j, u, e, nil
}

// organizationName is empty when the organization is gone.
func (p *post) organizationName(ctx context.Context, id uuid.UUID) (string, error) {
	o, err := p.DB.Client().Organization.Query().Where(organization.ID(id)).Only(ctx)
	if err != nil {
		return "", ignoreMissing("read organization", id, err)
	}
	return o.Name, nil
}
