package directory

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/reseller"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/mail"
)

// enqueue writes job rows in the transaction, one statement for all.
func (s *Service) enqueue(ctx context.Context, tx *database.Tx, args ...river.JobArgs) error {
	many := make([]river.InsertManyParams, len(args))
	for i, a := range args {
		many[i] = river.InsertManyParams{Args: a}
	}
	return s.Jobs.InsertMany(ctx, tx.SQL, many)
}

// AddWorkers registers the workers that send the mails of this package.
func (s *Service) AddWorkers(workers *river.Workers, sender mail.Sender, log *slog.Logger) {
	p := &post{Service: s, sender: sender, log: log}
	river.AddWorker(workers, work(p, p.invitation))
	river.AddWorker(workers, work(p, p.suspended))
	river.AddWorker(workers, work(p, p.reactivated))
	river.AddWorker(workers, work(p, p.roleChanged))
	river.AddWorker(workers, work(p, p.passwordReset))
	river.AddWorker(workers, work(p, p.passwordChanged))
	river.AddWorker(workers, work(p, p.twoFactorReset))
	river.AddWorker(workers, work(p, p.twoFactorChanged))
	river.AddWorker(workers, work(p, p.recoveryCodeUsed))
	river.AddWorker(workers, work(p, p.emailConfirm))
	river.AddWorker(workers, work(p, p.emailChangeAsked))
	river.AddWorker(workers, work(p, p.emailChanged))
	river.AddWorker(workers, work(p, p.membershipDeactivated))
	river.AddWorker(workers, work(p, p.membershipReactivated))
	river.AddWorker(workers, work(p, p.membershipRemoved))
	river.AddWorker(workers, work(p, p.dormantAccounts))
	river.AddWorker(workers, work(p, p.creditsLow))
	river.AddWorker(workers, work(p, p.organizationChanged))
	river.AddWorker(workers, work(p, p.exportReady))
	river.AddWorker(workers, work(p, p.reportReady))
	river.AddWorker(workers, work(p, p.jobFinished))
	river.AddWorker(workers, river.WorkFunc(p.purgeDeadMails))
	river.AddWorker(workers, river.WorkFunc(s.forgotten))
}

// post sends mails.
type post struct {
	*Service
	sender mail.Sender
	log    *slog.Logger
}

// letter is a mail and the user it is for.
type letter struct {
	to   *db.User
	mail mail.Mail
}

// work makes a worker of a function that answers the letter, or nil when there
// is nothing left to tell. A failure that may pass is tried again by River,
// after ever longer waits; a mail that can never be delivered, or was tried
// for the last time, is kept as a dead mail.
func work[A river.JobArgs](p *post, compose func(context.Context, A) (*letter, error)) river.Worker[A] {
	return river.WorkFunc(func(ctx context.Context, job *river.Job[A]) error {
		var about struct {
			ResellerID uuid.UUID `json:"reseller_id"`
		}
		if err := json.Unmarshal(job.EncodedArgs, &about); err != nil {
			return river.JobCancel(fmt.Errorf("read arguments of %s: %w", job.Kind, err))
		}
		ctx = database.WithReseller(ctx, about.ResellerID)
		l, err := compose(ctx, job.Args)
		if err == nil && l == nil {
			return nil
		}
		if err == nil {
			err = p.send(ctx, job.ID, l)
		}
		permanent := mail.Permanent(err)
		if err == nil || !permanent && job.Attempt < job.MaxAttempts {
			return err
		}
		p.log.WarnContext(ctx, "mail given up", "kind", job.Kind, "job", job.ID, "attempts", job.Attempt, "error", err)
		if buryErr := p.bury(ctx, job.JobRow, l, err); buryErr != nil {
			p.log.ErrorContext(ctx, "dead mail not kept", "kind", job.Kind, "job", job.ID, "error", buryErr)
			return err // River tries again while it may, and then it is kept
		}
		if permanent {
			return river.JobCancel(err)
		}
		return err
	})
}

// send makes one attempt. The message's id names the job, which is one however
// often it is tried: where a mail did go out before the process ended, mail
// stores show it once.
func (p *post) send(ctx context.Context, job int64, l *letter) error {
	message, err := mail.Render(l.mail)
	if err != nil {
		return err
	}
	message.ID = fmt.Sprintf("%s-%d", l.to.ID, job)
	return mail.Deliver(ctx, p.sender, message)
}

// recipient reads the user a mail goes to; nil when deleted meanwhile.
func (p *post) recipient(ctx context.Context, id uuid.UUID) (*db.User, mail.Envelope, error) {
	u, err := p.DB.Client().User.Query().Where(user.ID(id)).WithOrganization().Only(ctx)
	if err != nil {
		return nil, mail.Envelope{}, ignoreMissing("read user", id, err)
	}
	if u.Status == user.StatusDELETED {
		return nil, mail.Envelope{}, nil
	}
	e, err := p.envelope(ctx, u, u.Edges.Organization)
	return u, e, err
}

// envelope is what stands around a mail to a user about an organization. It is
// sent under the name of that organization's portal. Language and time zone
// are the user's, else those of his home; a time zone nobody chose there is the
// reseller's.
func (p *post) envelope(ctx context.Context, u *db.User, about *db.Organization) (mail.Envelope, error) {
	r, err := p.DB.Client().Reseller.Query().Where(reseller.ID(u.ResellerID)).Only(ctx)
	if err != nil {
		return mail.Envelope{}, fmt.Errorf("read reseller %s: %w", u.ResellerID, err)
	}
	home := about
	if u.OrganizationID != about.ID {
		if home, err = p.DB.Client().Organization.Query().Where(organization.ID(u.OrganizationID)).Only(ctx); err != nil {
			return mail.Envelope{}, fmt.Errorf("read organization %s: %w", u.OrganizationID, err)
		}
	}
	e := mail.Envelope{
		To: u.Email, ToName: u.DisplayName, Sender: r.SenderName, Reseller: r.Name, Organization: about.Name,
		Locale: cmp.Or(orEmpty(u.Locale), home.Locale), Timezone: cmp.Or(orEmpty(u.Timezone), home.Timezone),
	}
	if u.Timezone == nil && home.Timezone == defaultTimezone {
		e.Timezone = r.Timezone
	}
	if p.SenderName != nil {
		name, err := p.SenderName(ctx, about)
		if err != nil {
			return mail.Envelope{}, fmt.Errorf("find the sender of mails for organization %s: %w", about.ID, err)
		}
		e.Sender = cmp.Or(name, e.Sender)
	}
	return e, nil
}

// nameOf is the display name of a user who need not be there any more.
func (p *post) nameOf(ctx context.Context, id *uuid.UUID) (string, error) {
	if id == nil {
		return "", nil
	}
	u, err := p.DB.Client().User.Query().Where(user.ID(*id)).Only(ctx)
	if err != nil {
		return "", ignoreMissing("read user", *id, err)
	}
	return u.DisplayName, nil
}

// ignoreMissing is nil for a row that is gone: there is nothing left to tell.
func ignoreMissing(what string, id uuid.UUID, err error) error {
	if db.IsNotFound(err) {
		return nil
	}
	return fmt.Errorf("%s %s: %w", what, id, err)
}
