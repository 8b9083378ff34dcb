package directory

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// endSessions signs a user out everywhere.
func (s *Service) endSessions(ctx context.Context, tx *database.Tx, id uuid.UUID) error {
	u, err := s.userForChange(ctx, tx, authz.UserActionEndSessions, id, nil)
	if err != nil {
		return err
	}
	if err := s.Sessions.RevokeAll(ctx, tx, id, "ENDED_BY_ADMINISTRATOR"); err != nil {
		return err
	}
	return audit.Record(ctx, tx, userEvent(u, s.Now(), "user.sessions_ended", nil, nil))
}

// sendActivation mails the link of a waiting user's invitation again.
func (s *Service) sendActivation(ctx context.Context, tx *database.Tx, id uuid.UUID) error {
	if _, err := s.userForChange(ctx, tx, authz.UserActionSendActivation, id, nil); err != nil {
		return err
	}
	inv, err := tx.Client.Invitation.Query().Where(invitation.UserID(id), invitation.StatusEQ(invitation.StatusPENDING)).
		Order(db.Desc(invitation.FieldCreatedAt), db.Desc(invitation.FieldID)).ForUpdate().First(ctx)
	if db.IsNotFound(err) {
		return fault.Refuse(fault.WrongState, "id", "There is no open invitation; invite the person again.")
	} else if err != nil {
		return fmt.Errorf("read invitation of user %s: %w", id, err)
	}
	_, err = s.resend(ctx, tx, inv)
	return err
}
