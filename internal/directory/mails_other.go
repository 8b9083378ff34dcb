package directory

import (
	"context"
	"log/slog"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db"
	"tenantry/internal/mail"
)

// Letter is a mail of another capability and the user it is for.
type Letter struct {
	To   *db.User
	Mail mail.Mail
}

// MailWorker makes a worker of a function that answers the letter, or nil when
// there is nothing left to tell. The arguments hold ids alone, the reseller's
// as reseller_id; the context of compose is scoped to it. What cannot be
// delivered becomes a dead mail, like the mails of this package.
func MailWorker[A river.JobArgs](s *Service, sender mail.Sender, log *slog.Logger, compose func(context.Context, A) (*Letter, error)) river.Worker[A] {
	p := &post{Service: s, sender: sender, log: log}
	return work(p, func(ctx context.Context, args A) (*letter, error) {
		l, err := compose(ctx, args)
		if l == nil || err != nil {
			return nil, err
		}
		return &letter{to: l.To, mail: l.Mail}, nil
	})
}

// Recipient reads the user a mail goes to, and what stands around its text;
// nil when deleted meanwhile.
func (s *Service) Recipient(ctx context.Context, id uuid.UUID) (*db.User, mail.Envelope, error) {
	return (&post{Service: s}).recipient(ctx, id)
}
