package directory

import (
	"context"
	"testing"

	"tenantry/ent/db/membership"
	"tenantry/ent/db/recoverycode"
	"tenantry/ent/schema"
	"tenantry/internal/database"
)

// The mail says how many codes were left when one was used, whatever became of
// them before it goes out.
func TestRecoveryCodesLeft(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	ada := h.join(org.ID, NewInvitation{Email: "ada@harbour.test", Access: membership.ClientAccessADMIN})
	for i := range 3 {
		h.must(h.DB.Client().RecoveryCode.Create().SetID(schema.NewID()).SetAccountID(org.ID).SetUserID(ada.ID).
			SetCodeHash([]byte{byte(i)}).SetCreatedAt(h.Now()).Exec(h.system()))
	}
	h.must(h.DB.WithTx(h.system(), func(ctx context.Context, tx *database.Tx) error {
		if err := tx.Client.RecoveryCode.Update().Where(recoverycode.CodeHash([]byte{0})).SetUsedAt(h.Now()).Exec(ctx); err != nil {
			return err
		}
		return SecurityMails{Jobs: h.Jobs}.RecoveryCodeUsed(ctx, tx, h.reseller, ada.ID, h.Now())
	}))
	h.exec("DELETE FROM recovery_codes WHERE user_id = $1", ada.ID)
	if got := h.look("SELECT args->>'left' FROM river_job WHERE kind = 'mail_recovery_code_used'"); got != "2" {
		t.Errorf("%s codes left, want 2", got)
	}
}
