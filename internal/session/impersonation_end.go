package session

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/impersonation"
	"tenantry/ent/db/predicate"
	"tenantry/ent/db/session"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
)

// ReasonLeft is why the session of an impersonation has ended.
const ReasonLeft = "IMPERSONATION_ENDED"

// EndImpersonations ends those that are open and meet the conditions, with
// their sessions, in all processes once tx commits, and answers how many there
// were. by is who does it; nil means that it ended by itself.
func (s *Service) EndImpersonations(
	ctx context.Context, tx *database.Tx, why impersonation.EndReason, by *uuid.UUID, which ...predicate.Impersonation,
) (int, error) {
	now := s.now()
	open, err := tx.Client.Impersonation.Query().Where(which...).
		Where(impersonation.StatusIn(impersonation.StatusREQUESTED, impersonation.StatusAPPROVED, impersonation.StatusACTIVE), impersonation.ExpiresAtGT(now)).
		Order(impersonation.ByID()).ForUpdate().All(ctx)
	if err != nil {
		return 0, fmt.Errorf("list open impersonations: %w", err)
	}
	if len(open) == 0 {
		return 0, nil
	}
	ids := make([]uuid.UUID, len(open))
	for i, o := range open {
		ids[i] = o.ID
	}
	end := tx.Client.Impersonation.Update().Where(impersonation.IDIn(ids...)).
		SetStatus(impersonation.StatusENDED).SetEndedAt(now).SetEndReason(why).SetNillableEndedBy(by)
	if err := end.Exec(ctx); err != nil {
		return 0, fmt.Errorf("end impersonations: %w", err)
	}
	if err := s.endSessionsOf(ctx, tx, ids); err != nil {
		return 0, err
	}
	events, err := s.endEvents(ctx, tx, open, string(why))
	if err != nil {
		return 0, err
	}
	return len(open), audit.Record(ctx, tx, events...)
}

func (s *Service) endSessionsOf(ctx context.Context, tx *database.Tx, impersonations []uuid.UUID) error {
	which := session.And(session.ImpersonationIDIn(impersonations...), session.RevokedAtIsNil())
	ids, err := tx.Client.Session.Query().Where(which).IDs(ctx)
	if err != nil {
		return fmt.Errorf("list sessions of impersonations: %w", err)
	}
	if len(ids) == 0 {
		return nil
	}
	err = tx.Client.Session.Update().Where(which).SetRevokedAt(s.now()).SetRevokedReason(ReasonLeft).Exec(ctx)
	if err != nil {
		return fmt.Errorf("end sessions of impersonations: %w", err)
	}
	for _, id := range ids {
		if err := NotifySession(ctx, tx, id); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) endEvents(ctx context.Context, tx *database.Tx, open []*db.Impersonation, why string) ([]audit.Event, error) {
	users := make([]uuid.UUID, len(open))
	for i, o := range open {
		users[i] = o.UserID
	}
	found, err := tx.Client.User.Query().Where(user.IDIn(users...)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read users of impersonations: %w", err)
	}
	names := make(map[uuid.UUID]string, len(found))
	for _, u := range found {
		names[u.ID] = u.DisplayName
	}
	events := make([]audit.Event, len(open))
	for i, o := range open {
		events[i] = audit.Event{
			At: s.now(), Action: "impersonation.ended", OrganizationID: o.OrganizationID, AccountID: o.AccountID,
			TargetType: "Impersonation", TargetID: o.ID, TargetName: names[o.UserID], Reason: &why,
		}
	}
	return events, nil
}

// endWith ends the impersonations that go on in sessions that have just been
// ended, or that were begun from them.
func (s *Service) endWith(ctx context.Context, tx *database.Tx, sessions ...uuid.UUID) error {
	if len(sessions) == 0 {
		return nil
	}
	opened, err := tx.Client.Session.Query().Where(session.IDIn(sessions...), session.ImpersonationIDNotNil()).All(ctx)
	if err != nil {
		return fmt.Errorf("list impersonations of sessions: %w", err)
	}
	which := []predicate.Impersonation{impersonation.ActorSessionIDIn(sessions...)}
	for _, o := range opened {
		which = append(which, impersonation.ID(*o.ImpersonationID))
	}
	_, err = s.EndImpersonations(ctx, tx, impersonation.EndReasonSIGNED_OUT, nil,
		impersonation.StatusEQ(impersonation.StatusACTIVE), impersonation.Or(which...))
	return err
}

// endAround ends the impersonations of a user whose sessions were all ended:
// as whom staff acts, or who acts as others.
func (s *Service) endAround(ctx context.Context, tx *database.Tx, userID uuid.UUID) error {
	_, err := s.EndImpersonations(ctx, tx, impersonation.EndReasonRIGHTS, nil,
		impersonation.StatusEQ(impersonation.StatusACTIVE),
		impersonation.Or(impersonation.ActorID(userID), impersonation.UserID(userID)))
	return err
}
