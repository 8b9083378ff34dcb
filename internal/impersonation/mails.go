package impersonation

import (
	"context"
	"fmt"
	"log/slog"
	"slices"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db"
	entity "tenantry/ent/db/impersonation"
	"tenantry/ent/db/organization"
	"tenantry/internal/database"
	"tenantry/internal/directory"
	"tenantry/internal/mail"
)

// StartedMail tells a user of the customer that staff has entered the portal.
type StartedMail struct {
	ResellerID      uuid.UUID `json:"reseller_id"`
	ImpersonationID uuid.UUID `json:"impersonation_id"`
	UserID          uuid.UUID `json:"user_id"` // the reader
}

// Kind of job.
func (StartedMail) Kind() string { return "mail_login_as_started" }

// AskedMail asks an administrator of the customer whether staff may enter. It
// is not sent once that is decided.
type AskedMail struct {
	ResellerID      uuid.UUID `json:"reseller_id"`
	ImpersonationID uuid.UUID `json:"impersonation_id"`
	UserID          uuid.UUID `json:"user_id"` // the reader
}

// Kind of job.
func (AskedMail) Kind() string { return "mail_login_as_asked" }

// readers are the administrators of where an impersonation leads, and of the
// account above.
func readers(ctx context.Context, c *db.Client, i *db.Impersonation) ([]uuid.UUID, error) {
	ids, err := administrators(ctx, c, i.AccountID)
	if err != nil || i.OrganizationID == i.AccountID {
		return ids, err
	}
	more, err := administrators(ctx, c, i.OrganizationID)
	for _, id := range more {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, err
}

func (s *Service) mailStarted(ctx context.Context, tx *database.Tx, i *db.Impersonation) error {
	ids, err := readers(ctx, tx.Client, i)
	if err != nil {
		return err
	}
	if !slices.Contains(ids, i.UserID) {
		ids = append(ids, i.UserID)
	}
	args := make([]river.JobArgs, len(ids))
	for n, id := range ids {
		args[n] = StartedMail{ResellerID: i.ResellerID, ImpersonationID: i.ID, UserID: id}
	}
	return s.enqueue(ctx, tx, args)
}

func (s *Service) mailAsked(ctx context.Context, tx *database.Tx, i *db.Impersonation) error {
	ids, err := readers(ctx, tx.Client, i)
	if err != nil {
		return err
	}
	args := make([]river.JobArgs, len(ids))
	for n, id := range ids {
		args[n] = AskedMail{ResellerID: i.ResellerID, ImpersonationID: i.ID, UserID: id}
	}
	return s.enqueue(ctx, tx, args)
}

// AddWorkers registers the workers that send the mails of this package, by the
// post of the directory.
func (s *Service) AddWorkers(workers *river.Workers, post *directory.Service, sender mail.Sender, log *slog.Logger) {
	river.AddWorker(workers, directory.MailWorker(post, sender, log, func(ctx context.Context, a StartedMail) (*directory.Letter, error) {
		return s.started(ctx, post, a)
	}))
	river.AddWorker(workers, directory.MailWorker(post, sender, log, func(ctx context.Context, a AskedMail) (*directory.Letter, error) {
		return s.asked(ctx, post, a)
	}))
}

func (s *Service) started(ctx context.Context, post *directory.Service, a StartedMail) (*directory.Letter, error) {
	i, u, e, err := s.letter(ctx, post, a.ImpersonationID, a.UserID)
	if i == nil || i.StartedAt == nil {
		return nil, err
	}
	m := mail.LoginAsStarted{
		Envelope: e, Actor: i.ActorName, Reason: i.Reason, Minutes: i.Minutes, ExpiresAt: i.ExpiresAt, Link: s.link(i),
	}
	if u.ID != i.UserID {
		if m.User, err = nameOf(ctx, s.DB.Client(), i.UserID); err != nil {
			return nil, err
		}
	}
	return &directory.Letter{To: u, Mail: m}, nil
}

func (s *Service) asked(ctx context.Context, post *directory.Service, a AskedMail) (*directory.Letter, error) {
	i, u, e, err := s.letter(ctx, post, a.ImpersonationID, a.UserID)
	if i == nil || Status(i, s.Now()) != string(entity.StatusREQUESTED) {
		return nil, err
	}
	name, err := nameOf(ctx, s.DB.Client(), i.UserID)
	if err != nil {
		return nil, err
	}
	m := mail.LoginAsAsked{
		Envelope: e, Actor: i.ActorName, User: name, Reason: i.Reason, Minutes: i.Minutes, ExpiresAt: i.ExpiresAt, Link: s.link(i),
	}
	return &directory.Letter{To: u, Mail: m}, nil
}

// link leads to the front door, which is told what it is about: a reader must
// sign in to decide or to end it.
func (s *Service) link(i *db.Impersonation) string {
	return s.PublicURL + "/?impersonation=" + i.GlobalID()
}

// letter reads an impersonation, the reader of a mail about it and an envelope
// in the name of where it leads; nil when one of them is gone.
func (s *Service) letter(ctx context.Context, post *directory.Service, id, userID uuid.UUID) (*db.Impersonation, *db.User, mail.Envelope, error) {
	i, err := s.DB.Client().Impersonation.Query().Where(entity.ID(id)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil, mail.Envelope{}, nil
	} else if err != nil {
		return nil, nil, mail.Envelope{}, fmt.Errorf("read impersonation %s: %w", id, err)
	}
	u, e, err := post.Recipient(ctx, userID)
	if err != nil || u == nil {
		return nil, nil, e, err
	}
	o, err := s.DB.Client().Organization.Query().Where(organization.ID(i.OrganizationID)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil, e, nil
	} else if err != nil {
		return nil, nil, e, fmt.Errorf("read organization %s: %w", i.OrganizationID, err)
	}
	e.Organization = o.Name
	return i, u, e, nil
}
