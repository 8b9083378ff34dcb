package portal

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db"
	"tenantry/ent/db/releasenote"
	"tenantry/ent/db/serviceincident"
	"tenantry/ent/db/serviceincidentnews"
	"tenantry/ent/db/user"
	"tenantry/internal/directory"
	"tenantry/internal/mail"
)

// AddWorkers registers the workers that tell of the news of the service, by the
// post of the directory.
func (s *Service) AddWorkers(workers *river.Workers, post *directory.Service, sender mail.Sender, log *slog.Logger) {
	river.AddWorker(workers, river.WorkFunc(func(ctx context.Context, job *river.Job[TellArgs]) error {
		return s.tell(ctx, job.Args, tellBatch)
	}))
	river.AddWorker(workers, directory.MailWorker(post, sender, log, func(ctx context.Context, a IncidentMail) (*directory.Letter, error) {
		return s.incidentLetter(ctx, post, a)
	}))
	river.AddWorker(workers, directory.MailWorker(post, sender, log, func(ctx context.Context, a ReleaseNoteMail) (*directory.Letter, error) {
		return s.noteLetter(ctx, post, a)
	}))
}

func (s *Service) incidentLetter(ctx context.Context, post *directory.Service, a IncidentMail) (*directory.Letter, error) {
	news, err := s.DB.Client().ServiceIncidentNews.Query().Where(serviceincidentnews.ID(a.NewsID)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("read news %s: %w", a.NewsID, err)
	}
	i, err := s.DB.Client().ServiceIncident.Query().Where(serviceincident.ID(news.IncidentID)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("read incident %s: %w", news.IncidentID, err)
	}
	u, e, wants, err := s.subscriber(ctx, post, a.UserID)
	if err != nil || u == nil || !wants.Incidents {
		return nil, err
	}
	return &directory.Letter{To: u, Mail: mail.ServiceIncident{
		Envelope: e, Title: i.Title, Severity: string(i.Severity), Status: string(news.Status), Body: news.Body,
		StartedAt: i.StartedAt, ToldAt: news.CreatedAt, Link: s.PublicURL + "/?incident=" + i.GlobalID(),
	}}, nil
}

func (s *Service) noteLetter(ctx context.Context, post *directory.Service, a ReleaseNoteMail) (*directory.Letter, error) {
	n, err := s.DB.Client().ReleaseNote.Query().Where(releasenote.ID(a.NoteID)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("read release note %s: %w", a.NoteID, err)
	}
	u, e, wants, err := s.subscriber(ctx, post, a.UserID)
	if err != nil || u == nil || !wants.ReleaseNotes {
		return nil, err
	}
	return &directory.Letter{To: u, Mail: mail.ReleaseNote{
		Envelope: e, Release: n.Release, Title: n.Title, Body: n.Body, Link: s.PublicURL + "/?release=" + n.GlobalID(),
	}}, nil
}

// subscriber is the reader of a mail and what he wants by mail, read anew: who
// opted out, or was suspended, since the mail was written does not get it.
func (s *Service) subscriber(ctx context.Context, post *directory.Service, id uuid.UUID) (*db.User, mail.Envelope, Subscription, error) {
	u, e, err := post.Recipient(ctx, id)
	if err != nil || u == nil || u.Status != user.StatusACTIVE {
		return nil, e, Subscription{}, err
	}
	wants, err := SubscriptionOf(ctx, s.DB.Client(), id)
	return u, e, wants, err
}
