package portal

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/releasenote"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// NewNote is a release note to publish.
type NewNote struct {
	Release, Title, Body string
	IdempotencyKey       *string
}

// NotePatch corrects a release note; nil leaves a text as it is.
type NotePatch struct {
	ExpectedVersion      *int
	Release, Title, Body *string
}

// NotePublish tells what is new in a release. Refusals: REQUIRED, INVALID,
// TOO_LONG, IDEMPOTENCY_KEY_REUSED. [001]
func (s *Service) NotePublish(ctx context.Context, in NewNote) (*db.ReleaseNote, error) {
	v, err := viewer(ctx)
	if err != nil {
		return nil, err
	}
	if err := rule.Deny(s.Authorizer.ServiceStatus(v), ""); err != nil {
		return nil, err
	}
	var errs fault.Refusals
	in.Release = rule.Name(&errs, "input.release", in.Release, maxRelease)
	in.Title = rule.Name(&errs, "input.title", in.Title, maxTitle)
	in.Body = rule.Body(&errs, "input.body", in.Body, maxNote)
	in.IdempotencyKey = rule.Maybe(&errs, "input.idempotencyKey", in.IdempotencyKey, rule.MaxKey)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var published *db.ReleaseNote
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		if err := lockSelf(ctx, tx, v); err != nil {
			return err
		}
		id, err := rule.Once(ctx, tx, s.now(), "releaseNotePublish", in.IdempotencyKey, in, func() (uuid.UUID, error) {
			return s.insertNote(ctx, tx, v, in)
		})
		if err != nil {
			return err
		}
		published, err = tx.Client.ReleaseNote.Query().Where(releasenote.ID(id)).Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.Missing, "input.idempotencyKey", "The note that was published with this key is gone.")
		}
		return err
	})
	return published, err
}

func (s *Service) insertNote(ctx context.Context, tx *database.Tx, v *authz.Viewer, in NewNote) (uuid.UUID, error) {
	id, now := schema.NewID(), s.now()
	created, err := tx.Client.ReleaseNote.Create().SetID(id).SetRelease(in.Release).SetTitle(in.Title).SetBody(in.Body).
		SetPublishedAt(now).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	if err != nil {
		return id, fmt.Errorf("create release note: %w", err)
	}
	changes := slices.Concat(audit.Text("release", "", in.Release), audit.Text("title", "", in.Title))
	if err := audit.Record(ctx, tx, noteEvent(v, created, now, "release_note.published", changes)); err != nil {
		return id, err
	}
	return id, s.enqueue(ctx, tx, TellArgs{ResellerID: v.ResellerID, NoteID: &id})
}

// NoteUpdate corrects a release note; nobody is told. Refusals: NOT_FOUND, STALE,
// REQUIRED, INVALID, TOO_LONG.
func (s *Service) NoteUpdate(ctx context.Context, id uuid.UUID, p NotePatch) (*db.ReleaseNote, error) {
	var errs fault.Refusals
	if p.Release != nil {
		p.Release = new(rule.Name(&errs, "input.release", *p.Release, maxRelease))
	}
	if p.Title != nil {
		p.Title = new(rule.Name(&errs, "input.title", *p.Title, maxTitle))
	}
	if p.Body != nil {
		p.Body = new(rule.Body(&errs, "input.body", *p.Body, maxNote))
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return s.changeNote(ctx, id, func(ctx context.Context, tx *database.Tx, v *authz.Viewer, was *db.ReleaseNote) error {
		if err := rule.Stale(p.ExpectedVersion, was.Version, "input.expectedVersion"); err != nil {
			return err
		}
		change := tx.Client.ReleaseNote.Update().Where(releasenote.ID(id))
		var changes []audit.Change
		for _, f := range []struct {
			to          *string
			field, from string
			set         func(string) *db.ReleaseNoteUpdate
		}{
			{p.Release, "release", was.Release, change.SetRelease}, {p.Title, "title", was.Title, change.SetTitle}, {p.Body, "body", was.Body, change.SetBody},
		} {
			if f.to != nil {
				f.set(*f.to)
				changes = append(changes, audit.Text(f.field, f.from, *f.to)...)
			}
		}
		if len(changes) == 0 {
			return nil
		}
		now := s.now()
		if err := change.SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
			return fmt.Errorf("change release note %s: %w", id, err)
		}
		return audit.Record(ctx, tx, noteEvent(v, was, now, "release_note.updated", changes))
	})
}

// NoteDelete removes a release note; mails about it that wait are not sent.
// Refusals: NOT_FOUND.
func (s *Service) NoteDelete(ctx context.Context, id uuid.UUID) error {
	_, err := s.changeNote(ctx, id, func(ctx context.Context, tx *database.Tx, v *authz.Viewer, was *db.ReleaseNote) error {
		if _, err := tx.Client.ReleaseNote.Delete().Where(releasenote.ID(id)).Exec(ctx); err != nil {
			return fmt.Errorf("delete release note %s: %w", id, err)
		}
		changes := slices.Concat(audit.Text("release", was.Release, ""), audit.Text("title", was.Title, ""))
		return audit.Record(ctx, tx, noteEvent(v, was, s.now(), "release_note.deleted", changes))
	})
	return err
}

// changeNote locks a release note, asks the policy, and carries out a change. It
// answers the note as it is then, nil when gone.
func (s *Service) changeNote(ctx context.Context, id uuid.UUID,
	change func(context.Context, *database.Tx, *authz.Viewer, *db.ReleaseNote) error,
) (*db.ReleaseNote, error) {
	v, err := viewer(ctx)
	if err != nil {
		return nil, err
	}
	if err := rule.Deny(s.Authorizer.ServiceStatus(v), "id"); err != nil {
		return nil, err
	}
	var changed *db.ReleaseNote
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		was, err := tx.Client.ReleaseNote.Query().Where(releasenote.ID(id)).ForUpdate().Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.Missing, "id", "There is no such release note.")
		} else if err != nil {
			return fmt.Errorf("lock release note %s: %w", id, err)
		}
		if err := change(ctx, tx, v, was); err != nil {
			return err
		}
		changed, err = tx.Client.ReleaseNote.Query().Where(releasenote.ID(id)).Only(ctx)
		if db.IsNotFound(err) {
			changed, err = nil, nil
		}
		return err
	})
	return changed, err
}

func noteEvent(v *authz.Viewer, n *db.ReleaseNote, at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: action, OrganizationID: v.RootID, AccountID: v.RootID,
		TargetType: "ReleaseNote", TargetID: n.ID, TargetName: n.Release, Changes: changes,
	}
}
