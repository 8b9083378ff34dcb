package directory

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db/recoverycode"
	"tenantry/internal/database"
)

// SecurityMails puts mails about passwords and second factors into the queue, for package
// session, which must not know this one.
type SecurityMails struct{ Jobs Jobs }

// TwoFactorChanged tells a user that a factor was added or removed.
func (m SecurityMails) TwoFactorChanged(ctx context.Context, tx *database.Tx, reseller, user uuid.UUID, factor string, removed bool, at time.Time) error {
	return m.insert(ctx, tx, TwoFactorChangedMail{ResellerID: reseller, UserID: user, Factor: factor, Removed: removed, At: at})
}

// RecoveryCodeUsed tells a user that a recovery code opened his account. Those
// left are counted here: when the mail is written there may be new ones.
func (m SecurityMails) RecoveryCodeUsed(ctx context.Context, tx *database.Tx, reseller, user uuid.UUID, at time.Time) error {
	left, err := tx.Client.RecoveryCode.Query().Where(recoverycode.UserID(user), recoverycode.UsedAtIsNil()).Count(ctx)
	if err != nil {
		return fmt.Errorf("count recovery codes of user %s: %w", user, err)
	}
	return m.insert(ctx, tx, RecoveryCodeUsedMail{ResellerID: reseller, UserID: user, Left: left, At: at})
}

// PasswordChanged tells a user that a temporary password was replaced.
func (m SecurityMails) PasswordChanged(ctx context.Context, tx *database.Tx, reseller, user uuid.UUID, at time.Time) error {
	return m.insert(ctx, tx, PasswordChangedMail{ResellerID: reseller, UserID: user, At: at})
}

func (m SecurityMails) insert(ctx context.Context, tx *database.Tx, mail river.JobArgs) error {
	if err := m.Jobs.InsertMany(ctx, tx.SQL, []river.InsertManyParams{{Args: mail}}); err != nil {
		return fmt.Errorf("queue mail about the security of an account: %w", err)
	}
	return nil
}
