package portal

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/serviceincident"
	"tenantry/ent/db/serviceincidentnews"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// Limits of the news of the service, lengths in characters.
const (
	maxTitle   = 200
	maxNews    = 5000
	maxRelease = 40
	maxNote    = 20_000
	maxPieces  = 500                  // pieces of news about one incident
	maxAway    = 366 * 24 * time.Hour // how far off an incident may begin
)

// NewIncident is an incident to tell of.
type NewIncident struct {
	Title          string
	Severity       serviceincident.Severity
	Status         serviceincident.Status
	Body           string
	StartedAt      *time.Time // nil: now
	IdempotencyKey *string
}

// IncidentNews is a piece of news about an incident, whose state it gives.
type IncidentNews struct {
	ExpectedVersion *int
	Title           *string
	Severity        *serviceincident.Severity
	Status          serviceincident.Status
	Body            string
}

// IncidentOpen tells of a new incident. Refusals: REQUIRED, INVALID, TOO_LONG,
// IDEMPOTENCY_KEY_REUSED. [001]
func (s *Service) IncidentOpen(ctx context.Context, in NewIncident) (*db.ServiceIncident, error) {
	v, err := viewer(ctx)
	if err != nil {
		return nil, err
	}
	if err := rule.Deny(s.Authorizer.ServiceStatus(v), ""); err != nil {
		return nil, err
	}
	var errs fault.Refusals
	in.Title = rule.Name(&errs, "input.title", in.Title, maxTitle)
	in.Body = rule.Body(&errs, "input.body", in.Body, maxNews)
	in.IdempotencyKey = rule.Maybe(&errs, "input.idempotencyKey", in.IdempotencyKey, rule.MaxKey)
	judgeBegin(&errs, s.now(), in)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var opened *db.ServiceIncident
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		if err := lockSelf(ctx, tx, v); err != nil {
			return err
		}
		id, err := rule.Once(ctx, tx, s.now(), "serviceIncidentOpen", in.IdempotencyKey, in, func() (uuid.UUID, error) {
			return s.insertIncident(ctx, tx, v, in)
		})
		if err != nil {
			return err
		}
		opened, err = tx.Client.ServiceIncident.Query().Where(serviceincident.ID(id)).Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.Missing, "input.idempotencyKey", "The incident that was opened with this key is gone.")
		}
		return err
	})
	return opened, err
}

// judgeBegin lets planned work begin later, and everything else by now.
func judgeBegin(errs *fault.Refusals, now time.Time, in NewIncident) {
	const path = "input.startedAt"
	switch {
	case in.StartedAt == nil:
	case in.StartedAt.After(now) && in.Severity != serviceincident.SeverityMAINTENANCE:
		errs.Add(fault.Invalid, path, "Only planned work begins later.")
	case in.StartedAt.Sub(now).Abs() > maxAway:
		errs.Add(fault.Invalid, path, "An incident begins within a year from now.")
	}
}

func (s *Service) insertIncident(ctx context.Context, tx *database.Tx, v *authz.Viewer, in NewIncident) (uuid.UUID, error) {
	id, now := schema.NewID(), s.now()
	create := tx.Client.ServiceIncident.Create().SetID(id).SetTitle(in.Title).SetSeverity(in.Severity).SetStatus(in.Status).
		SetStartedAt(now).SetCreatedAt(now).SetUpdatedAt(now)
	if in.StartedAt != nil {
		create.SetStartedAt(in.StartedAt.UTC().Truncate(time.Microsecond))
	}
	if in.Status == serviceincident.StatusRESOLVED {
		create.SetResolvedAt(now)
	}
	created, err := create.Save(ctx)
	if err != nil {
		return id, fmt.Errorf("create incident: %w", err)
	}
	changes := slices.Concat(audit.Text("title", "", in.Title), audit.Text("severity", "", string(in.Severity)), audit.Text("status", "", string(in.Status)))
	if err := audit.Record(ctx, tx, incidentEvent(v, created, now, "service_incident.opened", changes)); err != nil {
		return id, err
	}
	return id, s.addNews(ctx, tx, v, id, in.Status, in.Body, now)
}

// addNews writes a piece of news and has the subscribers told of it.
func (s *Service) addNews(ctx context.Context, tx *database.Tx, v *authz.Viewer, incident uuid.UUID, status serviceincident.Status, body string, now time.Time) error {
	id := schema.NewID()
	err := tx.Client.ServiceIncidentNews.Create().SetID(id).SetIncidentID(incident).SetStatus(serviceincidentnews.Status(status)).
		SetBody(body).SetAuthorID(v.UserID).SetCreatedAt(now).Exec(ctx)
	if err != nil {
		return fmt.Errorf("add news to incident %s: %w", incident, err)
	}
	return s.enqueue(ctx, tx, TellArgs{ResellerID: v.ResellerID, NewsID: &id})
}

// IncidentUpdate adds a piece of news to an incident. One that was over can
// begin again. Refusals: NOT_FOUND, STALE, REQUIRED, INVALID, TOO_LONG,
// LIMIT_REACHED.
func (s *Service) IncidentUpdate(ctx context.Context, id uuid.UUID, in IncidentNews) (*db.ServiceIncident, error) {
	var errs fault.Refusals
	if in.Title != nil {
		in.Title = new(rule.Name(&errs, "input.title", *in.Title, maxTitle))
	}
	in.Body = rule.Body(&errs, "input.body", in.Body, maxNews)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return s.changeIncident(ctx, id, func(ctx context.Context, tx *database.Tx, v *authz.Viewer, was *db.ServiceIncident) error {
		if err := rule.Stale(in.ExpectedVersion, was.Version, "input.expectedVersion"); err != nil {
			return err
		}
		count, err := tx.Client.ServiceIncidentNews.Query().Where(serviceincidentnews.IncidentID(id)).Count(ctx)
		if err != nil {
			return fmt.Errorf("count news of incident %s: %w", id, err)
		}
		if count >= maxPieces {
			return fault.Refuse(fault.LimitReached, "id", "At most %d pieces of news can be told about one incident.", maxPieces)
		}
		now := s.now()
		change := tx.Client.ServiceIncident.Update().Where(serviceincident.ID(id)).SetStatus(in.Status).SetUpdatedAt(now).AddVersion(1)
		changes := audit.Text("status", string(was.Status), string(in.Status))
		switch {
		case in.Status != serviceincident.StatusRESOLVED:
			change.ClearResolvedAt()
		case was.ResolvedAt == nil:
			change.SetResolvedAt(now)
		}
		if in.Title != nil {
			change.SetTitle(*in.Title)
			changes = append(changes, audit.Text("title", was.Title, *in.Title)...)
		}
		if in.Severity != nil {
			change.SetSeverity(*in.Severity)
			changes = append(changes, audit.Text("severity", string(was.Severity), string(*in.Severity))...)
		}
		if err := change.Exec(ctx); err != nil {
			return fmt.Errorf("change incident %s: %w", id, err)
		}
		if err := audit.Record(ctx, tx, incidentEvent(v, was, now, "service_incident.updated", changes)); err != nil {
			return err
		}
		return s.addNews(ctx, tx, v, id, in.Status, in.Body, now)
	})
}

// IncidentDelete removes an incident with its news; mails about it that wait are
// not sent. Refusals: NOT_FOUND.
func (s *Service) IncidentDelete(ctx context.Context, id uuid.UUID) error {
	_, err := s.changeIncident(ctx, id, func(ctx context.Context, tx *database.Tx, v *authz.Viewer, was *db.ServiceIncident) error {
		if _, err := tx.Client.ServiceIncidentNews.Delete().Where(serviceincidentnews.IncidentID(id)).Exec(ctx); err != nil {
			return fmt.Errorf("delete news of incident %s: %w", id, err)
		}
		if _, err := tx.Client.ServiceIncident.Delete().Where(serviceincident.ID(id)).Exec(ctx); err != nil {
			return fmt.Errorf("delete incident %s: %w", id, err)
		}
		return audit.Record(ctx, tx, incidentEvent(v, was, s.now(), "service_incident.deleted", audit.Text("title", was.Title, "")))
	})
	return err
}

// changeIncident locks an incident, asks the policy, and carries out a change.
// It answers the incident as it is then, nil when gone.
func (s *Service) changeIncident(ctx context.Context, id uuid.UUID,
	change func(context.Context, *database.Tx, *authz.Viewer, *db.ServiceIncident) error,
) (*db.ServiceIncident, error) {
	v, err := viewer(ctx)
	if err != nil {
		return nil, err
	}
	if err := rule.Deny(s.Authorizer.ServiceStatus(v), "id"); err != nil {
		return nil, err
	}
	var changed *db.ServiceIncident
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		was, err := tx.Client.ServiceIncident.Query().Where(serviceincident.ID(id)).ForUpdate().Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.Missing, "id", "There is no such incident.")
		} else if err != nil {
			return fmt.Errorf("lock incident %s: %w", id, err)
		}
		if err := change(ctx, tx, v, was); err != nil {
			return err
		}
		changed, err = tx.Client.ServiceIncident.Query().Where(serviceincident.ID(id)).Only(ctx)
		if db.IsNotFound(err) {
			changed, err = nil, nil
		}
		return err
	})
	return changed, err
}

func incidentEvent(v *authz.Viewer, i *db.ServiceIncident, at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: action, OrganizationID: v.RootID, AccountID: v.RootID,
		TargetType: "ServiceIncident", TargetID: i.ID, TargetName: i.Title, Changes: changes,
	}
}
