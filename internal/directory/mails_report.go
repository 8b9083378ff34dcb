package directory

import (
	"context"

	"github.com/google/uuid"

	"tenantry/ent/db/job"
	"tenantry/ent/db/reportschedule"
	"tenantry/internal/mail"
)

// ReportReadyMail tells a recipient of a schedule that his report can be
// fetched.
type ReportReadyMail struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	JobID      uuid.UUID `json:"job_id"`
	ScheduleID uuid.UUID `json:"schedule_id"`
}

// Kind of job.
func (ReportReadyMail) Kind() string { return "mail_report_ready" }

func (p *post) reportReady(ctx context.Context, a ReportReadyMail) (*letter, error) {
	j, u, e, err := p.asker(ctx, a.JobID)
	if j == nil || j.Status != job.StatusSUCCEEDED || j.ExpiresAt == nil || !p.Now().Before(*j.ExpiresAt) {
		return nil, err
	}
	s, err := p.DB.Client().ReportSchedule.Query().Where(reportschedule.ID(a.ScheduleID)).Only(ctx)
	if err != nil {
		return nil, ignoreMissing("read report schedule", a.ScheduleID, err)
	}
	return &letter{u, mail.ReportReady{Envelope: e, Schedule: s.Name, FileName: j.FileName, Link: p.productLink(), ExpiresAt: *j.ExpiresAt}}, nil
}
