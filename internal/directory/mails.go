package directory

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/reseller"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/mail"
)

// A mail is a job row written with the change it tells about. It holds ids
// alone: the worker reads the rest when it sends, so that a queue leaks neither
// names nor links, and a mail about what is no longer so is not sent.

// InvitationMail sends the link of an invitation.
type InvitationMail struct {
	ResellerID   uuid.UUID `json:"reseller_id"`
	InvitationID uuid.UUID `json:"invitation_id"`
	SendCount    int       `json:"send_count"` // the mail's number; an older one is obsolete
}

// Kind of job.
func (InvitationMail) Kind() string { return "mail_invitation" }

// SuspendedMail tells a user that he was suspended.
type SuspendedMail struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	UserID     uuid.UUID `json:"user_id"`
	Version    int       `json:"version"`
}

// Kind of job.
func (SuspendedMail) Kind() string { return "mail_suspended" }

// ReactivatedMail tells a user that he can sign in again.
type ReactivatedMail struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	UserID     uuid.UUID `json:"user_id"`
	Version    int       `json:"version"`
}

// Kind of job.
func (ReactivatedMail) Kind() string { return "mail_reactivated" }

// RoleChangedMail tells a user which roles he gained and lost.
type RoleChangedMail struct {
	ResellerID uuid.UUID `json:"reseller_id"`
	UserID     uuid.UUID `json:"user_id"`
	Version    int       `json:"version"`
	Added      []string  `json:"added"` // names of roles
	Removed    []string  `json:"removed"`
}

// Kind of job.
func (RoleChangedMail) Kind() string { return "mail_role_changed" }

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
}

// post sends mails.
type post struct {
	*Service
	sender mail.Sender
	log    *slog.Logger
}

// work makes a worker of a function that answers the mail, or nil when there
// is nothing left to tell. A mail that can never be delivered is given up.
func work[A river.JobArgs](p *post, compose func(context.Context, A) (mail.Mail, error)) river.Worker[A] {
	return river.WorkFunc(func(ctx context.Context, job *river.Job[A]) error {
		m, err := compose(ctx, job.Args)
		if err != nil || m == nil {
			return err
		}
		message, err := mail.Render(m)
		if err == nil {
			err = mail.Deliver(ctx, p.sender, message)
		}
		if mail.Permanent(err) {
			p.log.WarnContext(ctx, "mail given up", "kind", job.Kind, "job", job.ID, "error", err)
			return river.JobCancel(err)
		}
		return err
	})
}

func (p *post) invitation(ctx context.Context, a InvitationMail) (mail.Mail, error) {
	ctx = database.WithReseller(ctx, a.ResellerID)
	inv, err := p.DB.Client().Invitation.Query().Where(invitation.ID(a.InvitationID)).
		WithUser().WithOrganization().Only(ctx)
	if err != nil {
		return nil, ignoreMissing("read invitation", a.InvitationID, err)
	}
	if Status(inv, p.Now()) != string(invitation.StatusPENDING) || inv.SendCount != a.SendCount {
		return nil, nil
	}
	m := mail.Invitation{
		Link:      p.invitationLink(p.invitationToken(inv.ResellerID, inv.ID, inv.SendCount)),
		ExpiresAt: inv.ExpiresAt,
	}
	if inv.Message != nil {
		m.Message = *inv.Message
	}
	if inv.InvitedBy != nil {
		inviter, err := p.DB.Client().User.Query().Where(user.ID(*inv.InvitedBy)).Only(ctx)
		if err != nil && !db.IsNotFound(err) {
			return nil, fmt.Errorf("read inviter of %s: %w", inv.ID, err)
		} else if err == nil {
			m.Inviter = inviter.DisplayName
		}
	}
	m.Envelope, err = p.envelope(ctx, inv.Edges.User, inv.Edges.Organization.Name, fmt.Sprintf("%s-%d", inv.ID, inv.SendCount))
	return m, err
}

func (p *post) suspended(ctx context.Context, a SuspendedMail) (mail.Mail, error) {
	ctx = database.WithReseller(ctx, a.ResellerID)
	u, e, err := p.recipient(ctx, a.UserID, fmt.Sprintf("%s-%d", a.UserID, a.Version))
	if err != nil || u == nil || u.Status != user.StatusSUSPENDED {
		return nil, err
	}
	m := mail.Suspended{Envelope: e, Motive: motiveLabel(u.SuspensionMotive)}
	if u.SuspensionReason != nil {
		m.Reason = *u.SuspensionReason
	}
	return m, nil
}

func (p *post) reactivated(ctx context.Context, a ReactivatedMail) (mail.Mail, error) {
	ctx = database.WithReseller(ctx, a.ResellerID)
	u, e, err := p.recipient(ctx, a.UserID, fmt.Sprintf("%s-%d", a.UserID, a.Version))
	if err != nil || u == nil || u.Status != user.StatusACTIVE {
		return nil, err
	}
	return mail.Reactivated{Envelope: e, SignInLink: p.PublicURL + "/"}, nil
}

func (p *post) roleChanged(ctx context.Context, a RoleChangedMail) (mail.Mail, error) {
	ctx = database.WithReseller(ctx, a.ResellerID)
	u, e, err := p.recipient(ctx, a.UserID, fmt.Sprintf("%s-%d", a.UserID, a.Version))
	if err != nil || u == nil || u.Status == user.StatusDELETED {
		return nil, err
	}
	return mail.RoleChanged{Envelope: e, Added: a.Added, Removed: a.Removed}, nil
}

// recipient reads the user a mail goes to; nil when deleted meanwhile.
func (p *post) recipient(ctx context.Context, id uuid.UUID, mailID string) (*db.User, mail.Envelope, error) {
	u, err := p.DB.Client().User.Query().Where(user.ID(id)).WithOrganization().Only(ctx)
	if err != nil {
		return nil, mail.Envelope{}, ignoreMissing("read user", id, err)
	}
	if u.Status == user.StatusDELETED {
		return nil, mail.Envelope{}, nil
	}
	e, err := p.envelope(ctx, u, u.Edges.Organization.Name, mailID)
	return u, e, err
}

func (p *post) envelope(ctx context.Context, u *db.User, organization, mailID string) (mail.Envelope, error) {
	r, err := p.DB.Client().Reseller.Query().Where(reseller.ID(u.ResellerID)).Only(ctx)
	if err != nil {
		return mail.Envelope{}, fmt.Errorf("read reseller %s: %w", u.ResellerID, err)
	}
	e := mail.Envelope{To: u.Email, ToName: u.DisplayName, Reseller: r.Name, Organization: organization, ID: mailID}
	if u.Locale != nil {
		e.Locale = *u.Locale
	}
	return e, nil
}

// ignoreMissing is nil for a row that is gone: there is nothing left to tell.
func ignoreMissing(what string, id uuid.UUID, err error) error {
	if db.IsNotFound(err) {
		return nil
	}
	return fmt.Errorf("%s %s: %w", what, id, err)
}

// motiveLabel is a motive in words; OTHER says nothing.
func motiveLabel(m *user.SuspensionMotive) string {
	if m == nil {
		return ""
	}
	switch *m {
	case user.SuspensionMotiveON_LEAVE:
		return "On leave"
	case user.SuspensionMotiveSECURITY_CONCERN:
		return "Security concern"
	case user.SuspensionMotivePENDING_INVESTIGATION:
		return "Pending investigation"
	case user.SuspensionMotiveTEMPORARY_CONTRACTOR:
		return "Temporary contractor"
	}
	return ""
}
