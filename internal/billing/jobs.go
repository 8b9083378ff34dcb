package billing

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db"
	"tenantry/ent/db/invoice"
	"tenantry/internal/database"
	"tenantry/internal/mail"
)

// SweepArgs asks for IssueInvoices and MarkPastDue. A day ends at another hour
// in each time zone, so the clock asks every hour; what is done already is not
// done again.
type SweepArgs struct{}

// Kind of job.
func (SweepArgs) Kind() string { return "billing_sweep" }

const (
	sweepEvery = time.Hour
	sweepLimit = 30 * time.Minute // for the invoices of many thousand customers
)

// InvoicePastDueMail tells the billing address of an invoice that is not paid;
// one that is paid or void meanwhile is left out.
type InvoicePastDueMail struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	InvoiceID  uuid.UUID `json:"invoice_id"`
}

// Kind of job.
func (InvoicePastDueMail) Kind() string { return "mail_invoice_past_due" }

// Periodic are the jobs of this package in the calendar.
func Periodic() []*river.PeriodicJob {
	return []*river.PeriodicJob{river.NewPeriodicJob(river.PeriodicInterval(sweepEvery), func() (river.JobArgs, *river.InsertOpts) {
		// The next one makes up for one that fails.
		return SweepArgs{}, &river.InsertOpts{MaxAttempts: 1, UniqueOpts: river.UniqueOpts{ByPeriod: sweepEvery}}
	}, &river.PeriodicJobOpts{RunOnStart: true})}
}

// AddWorkers registers the workers of this package.
func (s *Service) AddWorkers(workers *river.Workers, sender mail.Sender, publicURL string, log *slog.Logger) {
	river.AddWorker(workers, &sweeper{s: s, log: log})
	river.AddWorker(workers, river.WorkFunc(func(ctx context.Context, job *river.Job[InvoicePastDueMail]) error {
		err := s.tellPastDue(database.WithReseller(ctx, job.Args.ResellerID), sender, publicURL, job)
		if mail.Permanent(err) {
			log.WarnContext(ctx, "mail given up", "kind", job.Kind, "job", job.ID, "error", err)
			return river.JobCancel(err)
		}
		return err
	}))
}

// sweeper does what the clock asks for.
type sweeper struct {
	river.WorkerDefaults[SweepArgs]
	s   *Service
	log *slog.Logger
}

// Timeout of the job.
func (*sweeper) Timeout(*river.Job[SweepArgs]) time.Duration { return sweepLimit }

// Work does the job.
func (w *sweeper) Work(ctx context.Context, job *river.Job[SweepArgs]) error {
	issued, err := w.s.IssueInvoices(ctx)
	late, failed := w.s.MarkPastDue(ctx)
	if issued+late > 0 {
		w.log.InfoContext(ctx, "swept", "kind", job.Kind, "issued", issued, "past_due", late)
		if w.s.Count != nil {
			w.s.Count("invoices.issued", issued)
			w.s.Count("invoices.past_due", late)
		}
	}
	return errors.Join(err, failed)
}

// tellPastDue makes one attempt at the mail.
func (s *Service) tellPastDue(ctx context.Context, sender mail.Sender, publicURL string, job *river.Job[InvoicePastDueMail]) error {
	c := s.DB.Client()
	inv, err := c.Invoice.Query().Where(invoice.ID(job.Args.InvoiceID)).WithOrganization().Only(ctx)
	switch {
	case db.IsNotFound(err):
		return nil
	case err != nil:
		return fmt.Errorf("read invoice %s: %w", job.Args.InvoiceID, err)
	case inv.Status != invoice.StatusPAST_DUE || inv.BillToEmail == "":
		return nil
	}
	r, err := c.Reseller.Query().Only(ctx)
	if err != nil {
		return fmt.Errorf("read the reseller: %w", err)
	}
	org := inv.Edges.Organization
	message, err := mail.Render(mail.InvoicePastDue{
		Envelope: mail.Envelope{
			To: inv.BillToEmail, ToName: inv.BillToName, Sender: r.SenderName, Reseller: r.Name, Organization: org.Name,
			Locale: org.Locale, ID: fmt.Sprintf("%s-%d", inv.ID, job.ID),
		},
		Number: Number(inv.Number), Due: inv.Total.Sub(inv.Paid).StringFixed(minorUnit(inv.Currency)) + " " + inv.Currency,
		DueOn: inv.DueOn, Link: publicURL,
	})
	if err != nil {
		return err
	}
	return mail.Deliver(ctx, sender, message)
}
